import fc from "fast-check";
import { type Journey, mergeReports, report, whpJetsCv06 } from "programme-rules";
import { mergeLaws } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";
import { asAts, caseloads } from "../journeys.js";

const part = (caseload: readonly Journey[], asAt: string, by: string | undefined) =>
  report(whpJetsCv06, caseload, { asAt, ...(by === undefined ? {} : { by }) });

describe.each([undefined, "provider"])("reports by %s merge", (by) => {
  const make = (caseload: readonly Journey[], asAt: string) => part(caseload, asAt, by);
  const laws = mergeLaws({ make, merge: mergeReports }, { caseloads, asAts });

  test("from the parts of any split into the whole", () => fc.assert(laws.split, { numRuns: 60 }));
  test("the same in any order", () => fc.assert(laws.anyOrder, { numRuns: 60 }));
  test("the same in any grouping", () => fc.assert(laws.anyGrouping, { numRuns: 60 }));
  test("unchanged with that of an empty caseload", () => fc.assert(laws.emptyPart, { numRuns: 60 }));
});

// Each journey says where it is under a name of its own, so that some parts have the attribute and others do not.
const named = caseloads.map((caseload) =>
  caseload.map((journey, at): Journey => {
    const name = ["provider", "provied", "site", undefined][(at * 7 + journey.events.length) % 4];
    return { ...journey, attributes: name === undefined ? {} : { [name]: "north" } };
  }),
);

describe.each(["provider", ["provied", "month", "provyder", "group"]])(
  "reports by %s that some or all journeys lack merge",
  (by) => {
    const make = (caseload: readonly Journey[], asAt: string) =>
      report(whpJetsCv06, caseload, { asAt, by, requirements: ["css-1/acknowledged"] });
    const laws = mergeLaws({ make, merge: mergeReports }, { caseloads: named, asAts });

    test("from the parts of any split into the whole", () => fc.assert(laws.split, { numRuns: 300 }));
    test("the same in any grouping", () => fc.assert(laws.anyGrouping, { numRuns: 100 }));
    test("unchanged with that of an empty caseload", () => fc.assert(laws.emptyPart, { numRuns: 60 }));
  },
);

describe("reports that do not belong together are refused", () => {
  test("none at all", () =>
    expect(() => mergeReports([])).toThrow(
      "Not accepted: no reports. Expected at least one report. Begin with the report of an empty caseload.",
    ));
  test("another as-at date", () =>
    expect(() =>
      mergeReports([part([], "2021-04-01", undefined), part([], "2021-04-02", undefined)]),
    ).toThrow(
      "Not accepted: reports on whp-jets cv06 as at 2021-04-01 and on whp-jets cv06 as at 2021-04-02 with different receipts, splits or requirements, or one of a period and one of none. Expected reports made with the same programme, versions, readings, as-at date, `requirements` and `by`, all of a period or none. Make the parts again with the same options.",
    ));
  test("small cells withheld", () =>
    expect(() => mergeReports([report(whpJetsCv06, [], { asAt: "2021-04-01", suppressBelow: 5 })])).toThrow(
      "Not accepted: a report whose small lines are withheld. Expected reports with every line. Merge first, and withhold small lines from the whole.",
    ));
});
