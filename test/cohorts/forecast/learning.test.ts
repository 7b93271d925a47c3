import { cohortTableFromCounts, compareWithProfile, forecast } from "programme-rules/cohorts";
import { flightpath } from "programme-rules/tender";
import { describe, expect, test } from "vitest";
import { endOf, JETS_WINDOW, month, onProfileCounts, PROFILE } from "../../oracle/cohorts.js";

type Cohort = readonly [starts: number, converted: number[]];

const tableOf = (cohorts: readonly Cohort[], months = cohorts.length) =>
  cohortTableFromCounts(
    cohorts.map(([starts, converted], at) => ({ month: month(at), starts, converted })),
    { asAt: endOf(months - 1), window: JETS_WINDOW },
  );

/*
 * Three tables and what `test/bench/calibration/posterior.py`, which sums over a fine grid, says of them: index, its 95%
 * interval, weight, and the people of each cohort in the end.
 */
const TABLES: readonly (readonly [
  name: string,
  cohorts: Cohort[],
  said: readonly number[],
  people: number[],
])[] = [
  [
    "twelve cohorts of 150, behind",
    [
      [150, [0, 1, 4, 5, 8, 16, 18, 19, 24]],
      [150, [0, 1, 3, 7, 10, 12, 17, 20, 22]],
      [150, [0, 1, 7, 9, 14, 19, 22, 25, 26]],
      [150, [0, 2, 3, 6, 9, 11, 18, 20, 21]],
      [150, [0, 0, 5, 7, 8, 11, 15, 18]],
      [150, [0, 2, 4, 4, 7, 18, 22]],
      [150, [0, 0, 0, 6, 12, 16]],
      [150, [0, 0, 1, 2, 10]],
      [150, [0, 0, 3, 5]],
      [150, [0, 1, 5]],
      [150, [0, 2]],
      [150, [0]],
    ],
    [0.7354, 0.6289, 0.8538, 0.9467],
    [24.0, 22.0, 26.0, 21.0, 20.601, 27.448, 25.284, 23.602, 22.829, 26.097, 25.223, 24.269],
  ],
  [
    "four of 40, young",
    [
      [40, [0, 0, 0, 2]],
      [40, [0, 1, 1]],
      [40, [0, 0]],
      [40, [0]],
    ],
    [0.9428, 0.5041, 1.5417, 0.1861],
    [8.199, 8.242, 7.986, 8.297],
  ],
  [
    "ten of 3,000, slow, months apart",
    [
      [3000, [0, 25, 86, 171, 274, 387, 496, 592, 726]],
      [3000, [0, 14, 52, 98, 167, 262, 333, 399, 487]],
      [3000, [0, 21, 77, 150, 274, 389, 498, 582]],
      [3000, [0, 22, 66, 130, 202, 295, 371]],
      [3000, [0, 33, 90, 183, 295, 416]],
      [3000, [0, 22, 64, 135, 217]],
      [3000, [0, 30, 73, 154]],
      [3000, [0, 19, 54]],
      [3000, [0, 23]],
      [3000, [0]],
    ],
    [0.956, 0.8387, 1.0866, 0.9569],
    [726, 487, 704.351, 538.007, 769.625, 589.419, 682.06, 529.816, 625.607, 630.932],
  ],
];

describe("what is learned agrees with sums over a fine grid", () => {
  test.each(TABLES)("%s", (_, cohorts, [index, lower, upper, weight], people) => {
    const { learned, rows } = forecast(tableOf(cohorts), PROFILE);
    expect(Math.abs(learned.index - index!)).toBeLessThan(0.002);
    expect(Math.abs(learned.lower - lower!)).toBeLessThan(0.005);
    expect(Math.abs(learned.upper - upper!)).toBeLessThan(0.008);
    expect(Math.abs(learned.weight - weight!)).toBeLessThan(0.002);
    rows.forEach((row, at) => {
      expect(Math.abs(row.learned / people[at]! - 1)).toBeLessThan(0.003);
    });
  });
});

const behind = tableOf(TABLES[0]![1]);

test("one index is in the forecast, the comparison and the flightpath, to the last digit", () => {
  const { learned } = forecast(behind, PROFILE);
  expect(compareWithProfile(behind, PROFILE).learned).toEqual(learned);
  expect(flightpath(behind, PROFILE, { targetMonth: "2024-12" }).learned).toEqual(learned);
  // Another prior is another index, everywhere.
  const prior = { prior: "18%", reportingLagMonths: 1 };
  const other = forecast(behind, PROFILE, prior).learned;
  expect(other.index).not.toBe(learned.index);
  expect(compareWithProfile(behind, PROFILE, prior).learned).toEqual(other);
  expect(flightpath(behind, PROFILE, { targetMonth: "2024-12", ...prior }).learned).toEqual(other);
});

test("a flightpath to where all have converted brings as many as the forecast expects", () => {
  const { expected, converted } = forecast(behind, PROFILE);
  const { businessAsUsual } = flightpath(behind, PROFILE, { targetMonth: "2026-12" });
  expect(businessAsUsual).toBe(Math.floor(expected - converted));
});

test("news that comes late is not taken for failure", () => {
  const late = TABLES[0]![1].map(([starts, converted], at): Cohort => {
    const isNewest = at + converted.length === 12;
    // The newest month of each cohort shows nothing new yet.
    return [
      starts,
      converted.map((count, age) =>
        isNewest && age === converted.length - 1 ? (converted[age - 1] ?? 0) : count,
      ),
    ];
  });
  const { learned } = forecast(behind, PROFILE, { reportingLagMonths: 1 });
  expect(forecast(tableOf(late), PROFILE, { reportingLagMonths: 1 }).learned).toEqual(learned);
  expect(forecast(tableOf(late), PROFILE).learned.index).toBeLessThan(learned.index - 0.05);
});

test("with a lag no fewer are expected than are known", () => {
  const table = tableOf([[100, [0, 100]]], 2);
  const { rows, expected, band } = forecast(table, PROFILE, {
    reportingLagMonths: 1,
    uncertainty: { seed: 1, runs: 100 },
  });
  expect(rows[0]).toMatchObject({ age: 0, converted: 100, learned: 100 });
  expect(expected).toBe(100);
  expect(band).toMatchObject({ lower: 100, upper: 100 });
});

test("groups with profiles of their own are learned each by itself, and the whole adds their people up", () => {
  const counts = (group: string, factor: number) =>
    onProfileCounts(12, 1000).map(({ converted, ...rest }) => ({
      ...rest,
      group,
      converted: converted.map((count) => Math.round(count * factor)),
    }));
  const table = cohortTableFromCounts([...counts("a", 0.5), ...counts("b", 1)], {
    asAt: endOf(11),
    window: JETS_WINDOW,
  });
  const half = PROFILE.map((text) => `${Number.parseFloat(text) / 2}%`);
  const { learned } = forecast(table, { a: half, b: PROFILE });
  expect(Object.keys(learned.byGroup!)).toEqual(["a", "b"]);
  const { a, b } = learned.byGroup!;
  expect(Math.abs(a!.index - 1)).toBeLessThan(0.02);
  // 12,000 of each: 11% and 22% are expected.
  expect(learned.index).toBeCloseTo((0.11 * a!.index + 0.22 * b!.index) / 0.33, 9);
  expect(learned.weight).toBeCloseTo((a!.weight + b!.weight) / 2, 9);
  expect(learned.lower).toBeGreaterThan(Math.min(a!.lower, b!.lower));
  expect(learned.upper).toBeLessThan(Math.max(a!.upper, b!.upper));
});

describe("what the data looks like is said", () => {
  const codes = (table: ReturnType<typeof tableOf>) =>
    forecast(table, PROFILE).remarks.map(({ code }) => code);

  test("nothing of a contract on its profile", () => expect(codes(behind)).toEqual([]));
  test("of outcomes before the profile expects any, which count", () => {
    const early = forecast(tableOf([[100, [3, 4, 5]]], 3), PROFILE);
    expect(early.remarks.map(({ code }) => code)).toEqual(["outcomes-before-profile"]);
    expect(early.remarks[0]!.message).toMatch(/^3 outcomes came at an age/);
    expect(early.rows[0]!.learned).toBeGreaterThan(5);
  });
  test("of outcomes that come later than the profile says", () => {
    const slow: Cohort[] = Array.from({ length: 6 }, () => [1000, [0, 0, 5, 20, 60, 110, 150, 180, 220]]);
    const remarks = forecast(tableOf(slow, 15), PROFILE).remarks;
    expect(remarks.map(({ code }) => code)).toEqual(["timing-differs"]);
    expect(remarks[0]!.message).toMatch(/^Outcomes come later than the profile says/);
  });
});

describe("what cannot be", () => {
  test.each([["100%"], ["0%"]])("a prior of %s is refused", (prior) =>
    expect(() => forecast(behind, PROFILE, { prior })).toThrow(
      `a profile, or a prior, that ends at ${prior}`,
    ),
  );
  test("a profile that ends at 100% is refused", () =>
    expect(() => forecast(behind, ["50%", "100%"])).toThrow("that ends at 100%"));
  test.each([
    [{ spread: 0 }, "spread 0 (number). Expected a number above 0"],
    [{ cohortSpread: -1 }, "cohortSpread -1 (number). Expected a number from 0"],
    [{ timingSpread: Number.NaN }, "timingSpread NaN (number). Expected a number from 0"],
  ])("%j is refused", (options, said) => expect(() => forecast(behind, PROFILE, options)).toThrow(said));
});
