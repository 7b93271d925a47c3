import { cohortTableFromCounts, performanceOver } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

/*
 * Outcomes by the month they fall in, from four cohorts of 10, 20, 30 and 40 starters:
 *
 *                December  January  February  March
 *   December 10         0        1         1      2
 *   January  20                  1         2      0
 *   February 30                            0      2
 *   March    40                                   1
 *   together            0        2         3      5
 */
const counts = [
  { month: "2020-12", starts: 10, converted: [0, 1, 2, 4] },
  { month: "2021-01", starts: 20, converted: [1, 3, 3] },
  { month: "2021-02", starts: 30, converted: [0, 2] },
  { month: "2021-03", starts: 40, converted: [1] },
];
const table = cohortTableFromCounts(counts, { asAt: "2021-03-31", window: { days: 238, lagDays: 61 } });
const profile = ["0%", "10%", "20%", "30%"];

describe("outcomes over the starts of the same months", () => {
  const naive = (month: string, level = "20%") =>
    performanceOver(table, profile, { basis: "naive-flow", month, level }).windows;

  test("in the month, over three months, over twelve and since day one", () => {
    expect(naive("2021-03")).toEqual([
      {
        window: "in-month",
        from: "2021-03",
        until: "2021-03",
        actual: 5,
        starts: 40,
        rate: 0.125,
        index: 0.625,
      },
      {
        window: "rolling-3",
        from: "2021-01",
        until: "2021-03",
        actual: 10,
        starts: 90,
        rate: 1 / 9,
        index: 1 / 9 / 0.2,
      },
      {
        window: "rolling-12",
        from: "2020-04",
        until: "2021-03",
        actual: 10,
        starts: 100,
        rate: 0.1,
        index: 0.5,
      },
      {
        window: "since-day-one",
        from: "2020-12",
        until: "2021-03",
        actual: 10,
        starts: 100,
        rate: 0.1,
        index: 0.5,
      },
    ]);
  });

  test("up to an earlier month, whoever started later is not counted", () => {
    expect(naive("2021-02").map(({ actual, starts }) => [actual, starts])).toEqual([
      [3, 30],
      [5, 60],
      [5, 60],
      [5, 60],
    ]);
  });

  test("before anyone had started there is no rate; against a level of nothing no index", () => {
    const [, , , sinceDayOne] = naive("2020-11");
    expect(sinceDayOne).toMatchObject({
      from: "2020-11",
      until: "2020-11",
      starts: 0,
      rate: null,
      index: null,
    });
    expect(naive("2021-03", "0%")[0]).toMatchObject({ rate: 0.125, index: null });
  });

  test("carries its warning, the others none", () => {
    const told = (basis: "naive-flow" | "profile-flow" | "maturing-cohort") =>
      "warning" in performanceOver(table, profile, { basis });
    expect([told("naive-flow"), told("profile-flow"), told("maturing-cohort")]).toEqual([true, false, false]);
  });
});

describe("outcomes over what the profile expects in the same months", () => {
  const flow = (month?: string) => performanceOver(table, profile, month === undefined ? {} : { month });

  // In March December's ten go from 20% to 30% (1), January's twenty from 10% to 20% (2), February's thirty from 0% to 10% (3).
  test("five outcomes where six were expected, at a level of 30%", () => {
    const { level, windows } = flow();
    expect(level).toBe(0.3);
    expect(windows[0]).toMatchObject({ actual: 5, expected: 6, index: 5 / 6 });
    expect(windows[0]?.rate).toBeCloseTo(0.25, 12);
  });

  // From January to March: three of December's ten, four of January's twenty, three of February's thirty.
  test("ten where ten were expected", () =>
    expect(flow().windows[1]).toMatchObject({ actual: 10, expected: 10, index: 1, rate: 0.3 }));

  test("in a month that expects nothing there is neither rate nor index", () =>
    expect(flow("2020-12").windows[0]).toMatchObject({ actual: 0, expected: 0, index: null, rate: null }));
});

describe("of the cohorts whose waiting ends in the window", () => {
  // 29 days after the end of a month: Friday 29 January, Monday 1 March and Monday 29 March 2021.
  const young = cohortTableFromCounts(
    [
      { month: "2020-12", starts: 10, converted: [0, 1] },
      { month: "2021-01", starts: 20, converted: [1, 3] },
      { month: "2021-02", starts: 30, converted: [0, 2] },
      { month: "2021-03", starts: 40, converted: [1] },
    ],
    { asAt: "2021-03-31", window: { days: 26, lagDays: 3 } },
  );
  const maturing = (month: string, level = "20%") =>
    performanceOver(young, ["0%", "10%"], { basis: "maturing-cohort", month, level }).windows;

  test("a cohort that ends on the first day of the window is in it", () =>
    expect(maturing("2021-03")[0]).toEqual({
      window: "in-month",
      from: "2021-03",
      until: "2021-03",
      actual: 5,
      share: { count: 5, of: 50 },
      rate: 0.1,
      index: 0.5,
    }));

  test("three months hold one cohort more, the first month that one alone, and the one between none", () => {
    expect(maturing("2021-03")[1]).toMatchObject({ share: { count: 6, of: 60 } });
    expect(maturing("2021-01")[0]).toMatchObject({ share: { count: 1, of: 10 }, rate: 0.1 });
    expect(maturing("2021-02")[0]).toMatchObject({ share: { count: 0, of: 0 }, rate: null, index: null });
    expect(maturing("2021-03", "0%")[0]).toMatchObject({ rate: 0.1, index: null });
  });

  // 31 days after the end of January is Wednesday 3 March, after the end of February Wednesday 31 March.
  test("one that ends on the last day of the window is in it too", () => {
    const later = cohortTableFromCounts(
      [
        { month: "2021-01", starts: 20, converted: [1, 3] },
        { month: "2021-02", starts: 30, converted: [0, 2] },
      ],
      { asAt: "2021-03-31", window: { days: 28, lagDays: 3 } },
    );
    const [march] = performanceOver(later, ["0%", "10%"], { basis: "maturing-cohort" }).windows;
    expect(march?.share).toEqual({ count: 5, of: 50 });
  });
});
