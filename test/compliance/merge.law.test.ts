import fc from "fast-check";
import { type Journey, mergeReports, report, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { asAts, caseloads } from "./journeys.js";

const splits = fc.record({
  caseload: caseloads,
  asAt: asAts,
  by: fc.constantFrom(undefined, "provider"),
  cuts: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }),
});
const part = (caseload: readonly Journey[], asAt: string, by: string | undefined) =>
  report(whpJetsCv06, caseload, { asAt, ...(by === undefined ? {} : { by }) });
const parts = ({
  caseload,
  asAt,
  by,
  cuts,
}: {
  caseload: Journey[];
  asAt: string;
  by: string | undefined;
  cuts: number[];
}) =>
  [0, 1, 2].map((wanted) =>
    part(
      caseload.filter((_journey, i) => cuts[i] === wanted),
      asAt,
      by,
    ),
  ) as [ReturnType<typeof part>, ReturnType<typeof part>, ReturnType<typeof part>];

test("the parts of any split merge into the whole", () =>
  fc.assert(
    fc.property(splits, (split) => {
      expect(mergeReports(parts(split))).toEqual(part(split.caseload, split.asAt, split.by));
    }),
    { numRuns: 60 },
  ));

test("merging is the same in any order", () =>
  fc.assert(
    fc.property(splits, (split) => {
      const [one, two, three] = parts(split);
      expect(mergeReports([three, one, two])).toEqual(mergeReports([one, two, three]));
    }),
    { numRuns: 60 },
  ));

test("merging is the same in any grouping", () =>
  fc.assert(
    fc.property(splits, (split) => {
      const [one, two, three] = parts(split);
      expect(mergeReports([mergeReports([one, two]), three])).toEqual(
        mergeReports([one, mergeReports([two, three])]),
      );
    }),
    { numRuns: 60 },
  ));

test("an empty caseload's report changes nothing", () =>
  fc.assert(
    fc.property(splits, ({ caseload, asAt, by }) => {
      const whole = part(caseload, asAt, by);
      expect(mergeReports([part([], asAt, by), whole])).toEqual(whole);
    }),
    { numRuns: 60 },
  ));

describe("reports that do not belong together are refused", () => {
  test("none at all", () =>
    expect(() => mergeReports([])).toThrow(
      "Given no reports. Allowed: at least one report. Begin with the report of an empty caseload.",
    ));
  test("another as-at date", () =>
    expect(() =>
      mergeReports([part([], "2021-04-01", undefined), part([], "2021-04-02", undefined)]),
    ).toThrow(
      "Given reports on whp-jets cv06 as at 2021-04-01 and on whp-jets cv06 as at 2021-04-02 with different receipts or splits. Allowed: reports made with the same programme, versions, readings, as-at date and `by`. Make the parts again with the same options.",
    ));
  test("small cells withheld", () =>
    expect(() => mergeReports([report(whpJetsCv06, [], { asAt: "2021-04-01", suppressBelow: 5 })])).toThrow(
      "Given a report whose small lines are withheld. Allowed: reports with every line. Merge first, and withhold small lines from the whole.",
    ));
});
