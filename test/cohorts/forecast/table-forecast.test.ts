import { cohortCells, cohortTableFromCounts, forecast } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

const PROFILE = ["0%", "10%", "20%", "25%"];
const window = { days: 62, lagDays: 0 };
const tableOf = (asAt: string, ...rows: [month: string, starts: number, converted: number[]][]) =>
  cohortTableFromCounts(
    rows.map(([month, starts, converted]) => ({ month, starts, converted })),
    { asAt, window },
  );

const table = tableOf(
  "2021-05-15",
  ["2021-01", 100, [0, 10, 20, 25]],
  ["2021-02", 50, [1, 6, 12]],
  ["2021-03", 40, [0, 4]],
  ["2021-04", 0, [0]],
  ["2021-05", 8, []],
);

/*
 * Worked by hand. Grown by age: 0, 40%, 80%, all. Growth from age to age in the table: 20 ÷ 1, 32 ÷ 16, 25 ÷ 20.
 * At risk and converted by age: 1 of 190, 19 of 189, 16 of 134, 5 of 80, so that the chance of still converting is
 * 0.261341, 0.257433, 0.174440, 0.0625.
 */
describe("a forecast of cohorts of every age", () => {
  const { rows, ...whole } = forecast(table, PROFILE);
  test.each([
    ["2021-01", 3, 1, 25, 25, 25, 25],
    // 12 and 38 × 0.05 ÷ 0.8; 12 and 50 × 0.05; 12 × 1.25; 12 and 38 × 0.0625.
    ["2021-02", 2, 0.8, 14.375, 14.5, 15, 14.375],
    // 4 and 36 × 0.15 ÷ 0.9; 4 and 40 × 0.15; 4 × 2 × 1.25; 4 and 36 × 0.174440.
    ["2021-03", 1, 0.4, 10, 10, 10, 10.279851],
    ["2021-04", 0, 0, 0, 0, 0, 0],
    ["2021-05", -1, 0, 2, 2, null, 2.090731],
  ])("%s", (month, age, grown, conditional, expected, ladder, kaplanMeier) => {
    const row = rows.find((each) => each.month === month)!;
    expect(row.age).toBe(age);
    expect(row.grown).toBeCloseTo(grown, 9);
    expect(row.conditional).toBeCloseTo(conditional, 9);
    expect(row.bornhuetterFerguson.value).toBeCloseTo(expected, 9);
    if (ladder === null) expect(row.chainLadder).toBeNull();
    else expect(row.chainLadder!.value).toBeCloseTo(ladder, 9);
    expect(row.kaplanMeier).toBeCloseTo(kaplanMeier, 6);
  });
  test("adds up to all of them", () => {
    expect(whole).toMatchObject({ prior: 0.25, starts: 198, converted: 41 });
    expect(whole.conditional).toBeCloseTo(51.375, 9);
    expect(whole.expected).toBeCloseTo(
      rows.reduce((sum, { learned }) => sum + learned, 0),
      9,
    );
    expect(whole.rate).toBeCloseTo(whole.expected / 198, 12);
  });
  test("goes by another prior where one is given: 12 and 38 × 0.1 ÷ 0.6; 12 and 50 × 0.1", () => {
    const row = forecast(table, PROFILE, { prior: "50%" }).rows[1]!;
    expect(row.conditional).toBeCloseTo(12 + 38 / 6, 9);
    expect(row.bornhuetterFerguson.value).toBeCloseTo(17, 9);
  });
});

test("a table without people has no rate", () =>
  expect(forecast(tableOf("2021-02-15", ["2021-01", 0, [0]]), PROFILE)).toMatchObject({
    starts: 0,
    conditional: 0,
    rate: null,
  }));

describe("by Kaplan and Meier", () => {
  const of = (...rows: Parameters<typeof tableOf>[1][]) =>
    forecast(tableOf("2021-05-15", ...rows), PROFILE).rows.map(({ kaplanMeier }) => kaplanMeier);
  test("nothing can be said of ages that nobody has been seen at", () =>
    expect(of(["2021-03", 40, [0, 4]])).toEqual([null]));
  test("nor of those at which only a cohort of nobody was", () =>
    expect(of(["2021-01", 0, [0, 0, 0, 0]], ["2021-03", 20, [0, 1]])).toEqual([0, null]));
  test("where all had converted by then, nobody else will", () =>
    expect(of(["2021-01", 10, [0, 10, 10, 10]], ["2021-03", 20, [0, 1]])).toEqual([10, 1]));
});

test("the cells of a table: so far, what the month added, the rate; null while the month is not over", () => {
  const cells = cohortCells(tableOf("2021-05-15", ["2021-02", 50, [1, 6, 12]], ["2021-04", 0, [0]]));
  const nothing = { converted: null, added: null, rate: null };
  expect(cells).toEqual(
    [
      { month: "2021-02", starts: 50, age: 0, endsIn: "2021-02", converted: 1, added: 1, rate: 0.02 },
      { month: "2021-02", starts: 50, age: 1, endsIn: "2021-03", converted: 6, added: 5, rate: 0.12 },
      { month: "2021-02", starts: 50, age: 2, endsIn: "2021-04", converted: 12, added: 6, rate: 0.24 },
      { month: "2021-02", starts: 50, age: 3, endsIn: "2021-05", ...nothing },
      { month: "2021-04", starts: 0, age: 0, endsIn: "2021-04", converted: 0, added: 0, rate: null },
      { month: "2021-04", starts: 0, age: 1, endsIn: "2021-05", ...nothing },
      { month: "2021-04", starts: 0, age: 2, endsIn: "2021-06", ...nothing },
      { month: "2021-04", starts: 0, age: 3, endsIn: "2021-07", ...nothing },
    ].map((cell) => ({ ...cell, group: null })),
  );
});
