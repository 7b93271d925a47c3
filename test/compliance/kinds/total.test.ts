import {
  assess,
  type ContractLog,
  explainReport,
  type Journey,
  mergeReports,
  report,
  type ScoredTarget,
  type TotalRequirement,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { eventsOf } from "../../cases/case.js";
import { withRules } from "../own-rules.js";

const contract = (on: string): ContractLog => ({
  id: "contract",
  events: eventsOf(`contract-started ${on}`),
});

/** So many starts, each in the month given. */
const starters = (...months: readonly (readonly [month: string, starts: number])[]): Journey[] =>
  months.flatMap(([month, starts]) =>
    Array.from({ length: starts }, (_, i) => ({
      id: `${month} ${i}`,
      events: eventsOf(`referral-received 2021-01-04, started ${month}-15`),
    })),
  );

const starts: TotalRequirement = {
  kind: "total",
  id: "own/starts",
  subject: "contract",
  title: "Starts follow the plan",
  count: ["started"],
  against: [10],
  measured: "month-end",
  target: { every: true },
  basis: "assumed",
};
function line(
  rule: Partial<TotalRequirement>,
  journeys: readonly Journey[],
  asAt: string,
  log?: ContractLog,
) {
  const options = { asAt, requirements: ["own/starts"], ...(log === undefined ? {} : { contractLog: log }) };
  const [found] = report(withRules([{ ...starts, ...rule }]), journeys, options).lines;
  return found!;
}

describe("a month's count against its plan", () => {
  const inMarch = (target: ScoredTarget, planned: number, count: number) => {
    const log = contract("2021-03-01");
    return line({ target, against: [planned] }, starters(["2021-03", count]), "2021-04-01", log).verdict;
  };
  test.each<[ScoredTarget, planned: number, met: number[], not: number[]]>([
    // 90% of ten is nine exactly; of eleven it is 9.9.
    [{ atLeast: "90%" }, 10, [9, 10, 11, 25], [0, 8]],
    [{ atLeast: "90%" }, 11, [10], [9]],
    [{ every: true }, 3, [3, 4], [0, 2]],
    [{ atMost: "50%" }, 4, [0, 2], [3, 4, 5]],
    [{ below: "50%" }, 4, [1], [2, 4, 5]],
  ])("%o of %i", (target, planned, met, not) => {
    for (const count of met) expect([count, inMarch(target, planned, count)]).toEqual([count, "met"]);
    for (const count of not) expect([count, inMarch(target, planned, count)]).toEqual([count, "not-met"]);
  });
  test("where nothing is planned a floor is reached by nothing, and a ceiling passed by one", () => {
    for (const target of [{ atLeast: "90%" }, { every: true }] as const) {
      expect(inMarch(target, 0, 0)).toBe("met");
      expect(inMarch(target, 0, 2)).toBe("met");
    }
    for (const target of [{ atMost: "50%" }, { below: "50%" }]) {
      expect(inMarch(target, 0, 0)).toBe("met");
      expect(inMarch(target, 0, 1)).toBe("not-met");
    }
  });
});

describe("over the months of a plan", () => {
  const plan = { against: [2, 5, 6] };
  const journeys = starters(["2021-02", 1], ["2021-03", 1], ["2021-04", 2], ["2021-05", 3]);
  const log = contract("2021-03-10");
  test("what came before its first month counts", () => {
    // By the end of March 1 + 1 of 2, of April 4 of 5, of May 7 of 6.
    expect(line(plan, journeys, "2021-04-01", log)).toMatchObject({ met: 1, notMet: 0, misses: [] });
    expect(line(plan, journeys, "2021-05-01", log)).toMatchObject({ met: 1, notMet: 1 });
    expect(line(plan, journeys, "2021-06-01", log)).toMatchObject({ met: 2, notMet: 1 });
  });
  test("a month counts once it is over, and after the last there are no more", () => {
    expect(line(plan, journeys, "2021-03-31", log)).toMatchObject({
      counted: 0,
      verdict: "not-applicable",
      reason: "nothing-to-count",
    });
    expect(line(plan, journeys, "2021-12-31", log).counted).toBe(3);
  });
  test("every month must reach its share of the plan, however many others do", () => {
    // Ten starts a month: 60 by the end of June are 75% of 80, although five months of six are 83.3%.
    const months = ["01", "02", "03", "04", "05", "06"].map((month) => [`2021-${month}`, 10] as const);
    const june = (atLeast: string) =>
      line(
        { against: [10, 20, 30, 40, 50, 80], target: { atLeast } },
        starters(...months),
        "2021-07-01",
        contract("2021-01-04"),
      );
    expect(june("75%")).toMatchObject({ met: 6, notMet: 0, verdict: "met" });
    expect(june("80%")).toMatchObject({ met: 5, notMet: 1, headroom: -1, verdict: "not-met" });
  });
  test("never more than planned is passed by one month that is above it", () => {
    const rule = { against: [2, 5, 6], target: { atMost: "100%" } };
    expect(line(rule, journeys, "2021-05-01", log)).toMatchObject({ met: 2, verdict: "met" });
    expect(line(rule, journeys, "2021-06-01", log)).toMatchObject({ met: 2, notMet: 1, verdict: "not-met" });
  });
  test("is said of the plan, not of the months", () => {
    const said = (target: ScoredTarget) => {
      const programme = withRules([{ ...starts, ...plan, target }]);
      const options = { asAt: "2021-06-01", requirements: ["own/starts"], contractLog: log };
      return explainReport(report(programme, journeys, options)).standards[0]!.lines[0]!.sentence;
    };
    expect(said({ atLeast: "90%" })).toBe(
      "Each count is to be at 90% of the plan or above: 2 of 3 are (66.7%), 1 not: not met; one case too many has failed.",
    );
    expect(said({ every: true })).toContain("Each count is to be at the plan or above: 2 of 3 are");
    expect(said({ atMost: "100%" })).toContain("at 100% of the plan or below: 2 of 3 are");
    expect(said({ below: "100%" })).toContain("at less than 100% of the plan: 1 of 3 are");
  });
  test("the line carries what it was made from", () =>
    expect(line(plan, journeys, "2021-06-01", log).series).toStrictEqual({
      counts: { "2021-02": 1, "2021-03": 1, "2021-04": 2, "2021-05": 3 },
      planned: [2, 5, 6],
      from: "2021-03",
    }));
});

describe("is undetermined", () => {
  const journeys = starters(["2021-03", 1]);
  const log = contract("2021-03-01");
  test("while the plan is withheld, once, however many parts it is made from", () => {
    const rule = { against: { open: "bid-specific" } } as const;
    const found = line(rule, journeys, "2021-05-01", log);
    expect(found).toMatchObject({
      counted: 1,
      verdict: "undetermined",
      undeterminedBy: { "missing-parameter": 1 },
    });
    expect(found.series?.planned).toEqual(rule.against);
    const options = { asAt: "2021-05-01", requirements: ["own/starts"] };
    const programme = withRules([{ ...starts, ...rule }]);
    const parts = [journeys, []].map((part) => report(programme, part, options));
    expect(mergeReports(parts)).toEqual(report(programme, journeys, options));
  });
  test("while the target is withheld, whether or not the contract has started", () => {
    const target = { atLeast: { open: "bid-specific" } } as const;
    for (const each of [log, undefined])
      expect(line({ target }, journeys, "2021-05-01", each)).toMatchObject({
        undeterminedBy: { "missing-parameter": 1 },
        reason: "missing-parameter",
      });
  });
  test("while nobody says when the contract started, and the series then has no first month", () => {
    const found = line({}, journeys, "2021-05-01");
    expect(found).toMatchObject({
      verdict: "undetermined",
      undeterminedBy: { "missing-data": 1 },
      reason: "missing-data",
    });
    expect(found.series).toStrictEqual({ counts: { "2021-03": 1 }, planned: [10] });
  });
});

test("a total of referrals' own is the caseload's, and of one journey there is nothing to count", () => {
  const { subject, ...ofReferrals } = starts;
  const programme = withRules([ofReferrals]);
  const journeys = starters(["2021-03", 10]);
  const options = { asAt: "2021-05-01", requirements: ["own/starts"] };
  const { lines } = report(programme, journeys, { ...options, contractLog: contract("2021-03-01") });
  expect(lines).toMatchObject([{ counted: 1, met: 1 }]);
  expect(assess(programme, journeys[0]!, options)).toMatchObject([
    { verdict: "not-applicable", reason: "nothing-to-count", evidence: [] },
  ]);
});
