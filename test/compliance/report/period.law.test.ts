import fc from "fast-check";
import {
  assess,
  mergeReports,
  type ReportOptions,
  report,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { journeys } from "programme-rules/testing/arbitraries";
import { expect, test } from "vitest";
import { withRules } from "../own-rules.js";

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

const answers = fc.constantFrom<Record<string, string>>(
  {},
  { "period-cases": "received" },
  { "period-cases": "anchor" },
  { "backlog-moment": "month-end" },
  { "backlog-denominator": "received-in-month" },
  { "backlog-denominator": "open" },
);

/** Shares of a state between events, and a total against a plan, beside the standards of JETS. */
const share = (id: string, measured: string) => ({
  id: `own/${id}`,
  title: "In work",
  kind: "proportion",
  share: { in: "in-work" },
  among: ["started"],
  over: "cumulative",
  measured,
  target: { atLeast: "50%" },
  basis: "assumed",
});
const own = withRules([
  share("each-day", "each-day"),
  share("month-end", "month-end"),
  share("period", "period"),
  {
    id: "own/starts",
    title: "Starts",
    kind: "total",
    count: ["started"],
    against: [1, 2, 3, 4],
    measured: "month-end",
    target: { atLeast: "90%" },
    basis: "assumed",
  },
] as never);
const contractLog = { id: "c", events: [{ kind: "contract-started", on: "2021-02-01" }] };

test.each([
  { programme: whpCoreCv04, by: undefined },
  { programme: whpJetsCv06, by: undefined },
  { programme: whpCoreCv04, by: "provider" },
  { programme: whpJetsCv06, by: "provider" },
  { programme: whpJetsCv06, by: ["provider", "month"] },
  { programme: whpCoreCv04, by: "month" },
  { programme: own, by: undefined },
  { programme: own, by: "month" },
  { programme: own, by: ["provider", "month"] },
])("$programme.id by $by: the months of a year merge to the report of the year", ({ programme, by }) => {
  const attributes = { provider: ["A", "B"] };
  fc.assert(
    fc.property(
      fc.array(
        journeys(programme, { from: "2020-01-01", until: "2021-10-31", impossible: true, attributes }),
        { maxLength: 6 },
      ),
      // With referrals that nobody says were received, and records that cannot be read.
      fc.infiniteStream(fc.constantFrom(undefined, undefined, undefined, "started", "left", "job-started")),
      fc.nat({ max: 5 }),
      answers,
      fc.constantFrom("2021-01-01", "2021-06-15", "2021-12-31", "2022-03-31"),
      (list, unreadable, bare, answer, asAt) => {
        const all = list.map((journey, i) => {
          const kind = unreadable.next().value;
          const events = journey.events.filter((each) => i !== bare || each.kind !== "referral-received");
          return { ...journey, id: `R${i}`, events, ...(kind === undefined ? {} : { unreadable: [kind] }) };
        });
        const read = withReadings(programme, answer);
        const options = by === undefined ? {} : ({ by } satisfies Partial<ReportOptions>);
        const of = (period: { from: string; until: string }) =>
          report(read, all, { asAt, period, contractLog, ...options });
        expect(mergeReports(months.map(of))).toEqual(of(year));
        expect(mergeReports(months.map(of).reverse())).toEqual(of(year));
      },
    ),
    { numRuns: 60 },
  );
});
