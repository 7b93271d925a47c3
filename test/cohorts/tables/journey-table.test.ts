import { amend, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import {
  cohortCells,
  cohortExchange,
  cohortTable,
  cohortTableFromCounts,
  conversion,
  exchangeTable,
  forecast,
} from "programme-rules/cohorts";
import { workProgrammeRegimeV3 } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { endOf, JETS_WINDOW, onProfileCounts, PROFILE } from "../../oracle/cohorts.js";

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

describe("whose rows are", () => {
  const person = (group: string | undefined, attributes = {}) => ({
    id: `R-${group}`,
    ...(group === undefined ? {} : { group }),
    attributes,
    events: [started("2021-03-01")],
  });
  const groupsBy = (by: string | undefined, ...people: ReturnType<typeof person>[]) =>
    cohortTable(whpJetsCv06, people, { asAt: "2021-04-30", ...(by === undefined ? {} : { by }) }).rows.map(
      ({ group, starts }) => [group, starts],
    );

  test("the group of the journey is no attribute of that name", () =>
    expect(
      groupsBy("group", person("early", { group: "late" }), person(undefined, { group: "late" })),
    ).toEqual([
      ["early", 1],
      [null, 1],
    ]));
  test("an empty attribute says nothing, and so does none", () =>
    expect(groupsBy("site", person("a", { site: "" }), person("b"), person("c", { site: "null" }))).toEqual([
      ["null", 1],
      [null, 2],
    ]));
  test("what every object inherits is no attribute", () =>
    expect(groupsBy("constructor", person("a"))).toEqual([[null, 1]]));
  test("nobody's where nothing is asked", () =>
    expect(groupsBy(undefined, person("a", { undefined: "x" }))).toEqual([[null, 1]]));
});

test("someone who starts on the as-at date has started", () => {
  const people = [{ id: "R1", events: [started("2021-03-31")] }];
  const { rows, unplaced } = cohortTable(whpJetsCv06, people, { asAt: "2021-03-31" });
  expect(rows).toMatchObject([{ month: "2021-03", starts: 1, open: 1 }]);
  expect(unplaced).toEqual({ notStarted: 0, undetermined: 0, notApplicable: 0 });
});

test("whom an outcome is not for is in no row; whose outcome cannot be known is in one, and counted apart", () => {
  const inEngland = amend(whpJetsCv06, {
    id: "england",
    title: "An outcome for England",
    basis: "assumed",
    changes: { set: { "job-outcome": { when: [{ attribute: "nation", is: ["england"] }] } } },
  });
  const people = [
    { id: "R1", attributes: { nation: "wales" }, events: [started("2021-03-01")] },
    { id: "R2", attributes: { nation: "england" }, events: [started("2021-03-01")] },
    { id: "R3", events: [started("2021-03-01")] },
    {
      id: "R4",
      attributes: { nation: "england" },
      events: [started("2021-03-01")],
      unreadable: ["milestone-reached"],
    },
  ];
  const { rows, unplaced } = cohortTable(inEngland, people, { asAt: "2021-04-30" });
  expect(unplaced).toEqual({ notStarted: 0, undetermined: 0, notApplicable: 1 });
  expect(rows).toMatchObject([{ starts: 3, open: 1, closed: 0, undetermined: 2 }]);
});

describe("cohorts by referral, as the Work Programme has them", () => {
  const person = {
    id: "R1",
    events: [
      { kind: "referral-received", on: "2013-01-10" },
      { kind: "started", on: "2013-06-03" },
      { kind: "job-outcome-met", on: "2015-05-31" },
    ],
  };
  const asAt = "2015-06-30";

  test("begin with the month of referral and wait six months longer", () => {
    // 728 days from 3 June 2013 end on 1 June 2015; 2013-01 to 2015-05 are 28 months.
    const { rows, lastAge } = cohortTable(workProgrammeRegimeV3, [person], { asAt });
    expect(lastAge).toBe(30);
    expect(rows).toMatchObject([{ month: "2013-01", starts: 1, outcomes: 1, mature: { count: 1, of: 1 } }]);
    expect(rows[0]!.converted.indexOf(1)).toBe(28);
  });
  test("and an exchange says so, and is the same table again", () => {
    const exchange = cohortExchange(workProgrammeRegimeV3, [person], { asAt });
    expect(exchange.cohortsBy).toBe("referral");
    expect(exchangeTable(exchange)).toEqual(cohortTable(workProgrammeRegimeV3, [person], { asAt }));
  });
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
