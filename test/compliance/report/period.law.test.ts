import fc from "fast-check";
import { assess, mergeReports, report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { journeys } from "programme-rules/testing/arbitraries";
import { expect, test } from "vitest";

const LAST = ["31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"];
const months = LAST.map((last, i) => {
  const month = `2021-${String(i + 1).padStart(2, "0")}`;
  return { from: `${month}-01`, until: `${month}-${last}` };
});
const year = { from: "2021-01-01", until: "2021-12-31" };

test.each([whpCoreCv04, whpJetsCv06])(
  "$id: a year counts the cases due in it, and so do its twelve months together",
  (programme) => {
    const timed = programme.standards.flatMap(({ requirements }) =>
      requirements.flatMap(({ id, kind, ...rest }) =>
        (kind === "deadline" || kind === "cadence") && !("subject" in rest) ? [id as string] : [],
      ),
    );
    let cases = 0;
    fc.assert(
      fc.property(
        fc.array(journeys(programme, { from: "2020-10-01", until: "2021-10-31" }), { maxLength: 5 }),
        fc.constantFrom("2021-06-15", "2022-03-31"),
        (list, asAt) => {
          const all = list.map((journey, i) => ({ ...journey, id: `R${i}` }));
          const due = all
            .flatMap((journey) => assess(programme, journey, { asAt }))
            .filter(({ dueOn = "" }) => dueOn >= year.from && dueOn <= year.until);
          cases += due.length;
          const of = (period: { from: string; until: string }) =>
            report(programme, all, { asAt, period, requirements: timed });
          const counts = ({ lines }: ReturnType<typeof of>) =>
            Object.fromEntries(
              lines.map(({ requirement, met, notMet, pending, misses }) => [
                requirement,
                { met, notMet, pending, misses },
              ]),
            );
          const expected = Object.fromEntries(
            timed.map((id) => {
              const own = due.filter(({ requirement }) => requirement === id);
              const count = (verdict: string) => own.filter((each) => each.verdict === verdict).length;
              const missed = own.filter(({ verdict }) => verdict === "not-met").map(({ journey }) => journey);
              const misses = [...new Set(missed)].sort();
              return [id, { met: count("met"), notMet: count("not-met"), pending: count("pending"), misses }];
            }),
          );
          expect(counts(of(year))).toEqual(expected);
          expect(counts(mergeReports(months.map(of)))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
    expect(cases).toBeGreaterThan(500);
  },
);
