import {
  cohortCells,
  cohortTable,
  cohortTableFromCounts,
  conversion,
  conversionChart,
  forecast,
  funnel,
  funnelChart,
  triangleChart,
  whpCoreCv04,
  whpJetsCv06,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { endOf, JETS_WINDOW, onProfileCounts, PROFILE } from "../oracle/cohorts.js";

const started = (on: string) => ({ kind: "started", on });
const reached = (on: string) => ({ kind: "milestone-reached", milestone: "1000", on });
const table = cohortTableFromCounts(onProfileCounts(12), { asAt: endOf(11), window: JETS_WINDOW });

test("the oldest ages are 8 months for 238 days and 22 for 639", () => {
  expect(cohortTable(whpJetsCv06, [], { asAt: "2021-05-31" }).lastAge).toBe(8);
  expect(cohortTable(whpCoreCv04, [], { asAt: "2021-05-31" }).lastAge).toBe(22);
});

test("the day decides before the month: day 238 and day 239 in the same month", () => {
  const people = ["2021-10-25", "2021-10-26"].map((on, at) => ({
    id: `R${at}`,
    events: [started("2021-03-01"), reached(on)],
  }));
  const [row] = cohortTable(whpJetsCv06, people, { asAt: "2022-01-31" }).rows;
  expect(row).toMatchObject({ starts: 2, outcomes: 1, closed: 1, mature: { count: 1, of: 2 } });
  expect(row!.converted).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
});

test("the month under way counts in the outcomes and in no cell", () => {
  const people = [{ id: "R1", events: [started("2021-03-01"), reached("2021-04-12")] }];
  const [row] = cohortTable(whpJetsCv06, people, { asAt: "2021-04-29" }).rows;
  expect(row!.outcomes).toBe(1);
  expect(row!.converted.slice(0, 2)).toEqual([0, null]);
});

test("rows are split by group, those without one last", () => {
  const people = ["b", undefined, "a"].map((provider, at) => ({
    id: `R${at}`,
    attributes: { provider },
    events: [started("2021-03-01")],
  }));
  const { rows, by } = cohortTable(whpJetsCv06, people, { asAt: "2021-04-30", by: "provider" });
  expect(by).toBe("provider");
  expect(rows.map(({ group }) => group)).toEqual(["a", "b", null]);
});

test("those not started, and those whose start cannot be read, are counted apart", () => {
  const people = [
    { id: "R1", events: [] },
    { id: "R2", events: [], unreadable: ["started"] },
  ];
  const { rows, unplaced } = cohortTable(whpJetsCv06, people, { asAt: "2021-04-30" });
  expect(rows).toEqual([]);
  expect(unplaced).toEqual({ notStarted: 1, undetermined: 1, notApplicable: 0 });
});

describe("everything survives JSON", () => {
  const results: [string, unknown][] = [
    ["the table", table],
    ["the cells", cohortCells(table)],
    ["the conversion", conversion(table)],
    ["the forecast", forecast(table, PROFILE, { uncertainty: { seed: 1, runs: 20, passAt: "22%" } })],
    ["the curve", conversionChart(conversion(table))],
    ["the heat map", triangleChart(table)],
    ["the funnel", funnelChart(funnel([{ id: "a", share: { count: 1, of: 9 } }], "22%"))],
  ];
  test.each(results)("%s", (_, result) => expect(JSON.parse(JSON.stringify(result))).toEqual(result));
});

test("a forecast knows when the table has nothing to scale by", () => {
  const young = cohortTableFromCounts(onProfileCounts(3), { asAt: endOf(2), window: JETS_WINDOW });
  const [first] = forecast(young, PROFILE).rows;
  expect(first).toMatchObject({ age: 2, chainLadder: null, kaplanMeier: null });
  expect(forecast(table, PROFILE).rows[9]!.chainLadder?.value).toBeCloseTo(44, 9);
  expect(forecast(table, PROFILE).rows[11]!.chainLadder).toBeNull();
  expect(forecast(table, PROFILE).rows[9]!.kaplanMeier).toBeCloseTo(44, 9);
});
