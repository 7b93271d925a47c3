import fc from "fast-check";
import { assess, explain, report, whpCoreCv04, whpJetsCv06, worklist } from "programme-rules";
import { journeys } from "programme-rules/testing/arbitraries";
import { expect, test } from "vitest";

test.each([whpCoreCv04, whpJetsCv06])(
  "$id: events in any order are the same journey, word for word",
  (programme) => {
    const asAt = "2021-09-30";
    fc.assert(
      fc.property(
        journeys(programme, { from: "2021-01-01", until: "2021-06-30", impossible: true }).chain((journey) =>
          fc.tuple(
            fc.constant(journey),
            fc.shuffledSubarray([...journey.events], { minLength: journey.events.length }),
          ),
        ),
        ([journey, events]) => {
          const said = (each: typeof journey) => {
            const findings = assess(programme, each, { asAt });
            return {
              findings: findings.map(({ evidence, ...finding }) => finding),
              evidence: findings.map(({ evidence }) => evidence.map((at) => each.events[at])),
              sentences: findings.map((finding) => explain(programme, each, finding, { asAt }).sentence),
              report: report(programme, [each], { asAt }),
              worklist: worklist(programme, [each], { asAt }),
            };
          };
          expect(said({ ...journey, events })).toEqual(said(journey));
        },
      ),
      { numRuns: 200 },
    );
  },
);

test("a hundred thousand events in the worst order take about as long as in the best", () => {
  const day = (at: number) => new Date(Date.UTC(2021, 0, 1 + (at % 180))).toISOString().slice(0, 10);
  const events = Array.from({ length: 100_000 }, (_each, at) => ({
    kind: "contacted",
    on: day(at),
    id: `${at}`,
  }));
  const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-01-01" }, ...events] };
  const verdicts = (each: typeof journey) =>
    assess(whpJetsCv06, each, { asAt: "2021-07-31", requirements: ["css-4/contacted"] }).map(
      ({ verdict }) => verdict,
    );
  // With an order of n squared this takes minutes, and the test times out.
  expect(verdicts({ ...journey, events: journey.events.toReversed() })).toEqual(verdicts(journey));
});

test.each([
  ["with ids", (at: number) => ({ kind: "contacted", id: `e${(at * 7919) % 100_003}` })],
  ["of different sums", (at: number) => ({ kind: "earnings", pence: (at * 7919) % 100_003 })],
  ["alike", () => ({ kind: "contacted" })],
])("so do as many of one day, %s", (what, make) => {
  const events = Array.from({ length: 100_000 }, (_each, at) => ({ on: "2021-05-04", ...make(at) }));
  const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }, ...events] };
  const { problemCounts } = report(whpJetsCv06, [journey], { asAt: "2021-07-31" });
  expect(problemCounts.map(({ count }) => count)).toEqual(what === "alike" ? [99_999] : []);
});
