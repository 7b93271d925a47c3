import { cohortTableFromCounts, compareWithProfile, forecast } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

const options = { asAt: "2021-03-31", window: { days: 238, lagDays: 61 } };
const counts = [
  { month: "2021-01", starts: 20, converted: [1, 3, 3] },
  { month: "2021-02", starts: 30, converted: [0, 2] },
  { month: "2021-03", starts: 40, converted: [1] },
];
const table = cohortTableFromCounts(counts, options);
const nobody = cohortTableFromCounts([{ month: "2021-01", starts: 0, converted: [0, 0, 0] }], options);
const profile = ["0%", "10%", "20%", "30%"];

describe("a table beside its profile", () => {
  // By the end of March 20% of twenty, 10% of thirty and 0% of forty: 7 people, of whom 6 are there.
  test("each cohort, all of them, and what they come to at the level", () => {
    const { learned, implied, assumed, ...found } = compareWithProfile(table, profile);
    expect(learned).toEqual(forecast(table, profile).learned);
    expect(assumed).toEqual(forecast(table, profile).assumed);
    expect(implied).toBe(0.3 * learned.index);
    expect(found).toEqual({
      month: "2021-03",
      actual: 6,
      expected: 7,
      index: 6 / 7,
      level: 0.3,
      cohorts: [
        { month: "2021-01", group: null, starts: 20, age: 2, actual: 3, expected: 4, index: 0.75 },
        { month: "2021-02", group: null, starts: 30, age: 1, actual: 2, expected: 3, index: 2 / 3 },
        { month: "2021-03", group: null, starts: 40, age: 0, actual: 1, expected: 0, index: null },
      ],
    });
  });

  test("up to an earlier month, whoever started later is left out", () => {
    const { actual, expected, cohorts } = compareWithProfile(table, profile, { month: "2021-02" });
    expect([actual, expected, cohorts.map(({ month }) => month)]).toEqual([3, 2, ["2021-01", "2021-02"]]);
  });

  test("the level may be given, and of nobody is the end of the profile", () => {
    expect(compareWithProfile(table, profile, { level: { count: 1, of: 2 } }).level).toBe(0.5);
    const empty = cohortTableFromCounts([], options);
    for (const without of [nobody, empty])
      expect(compareWithProfile(without, profile)).toMatchObject({
        level: 0.3,
        index: null,
        implied: expect.closeTo(0.3, 5),
        learned: { index: expect.closeTo(1, 5), weight: expect.closeTo(0, 5) },
      });
  });
});

describe("a forecast of the same table", () => {
  test("a table's prior is the profile's end unless another is given", () => {
    expect(forecast(table, profile)).toMatchObject({ prior: 0.3, starts: 90, converted: 6 });
    expect(forecast(table, profile, { prior: "50%" })).toMatchObject({ prior: 0.5 });
    expect(forecast(nobody, profile)).toMatchObject({ prior: 0.3, starts: 0, rate: null });
  });

  // March's forty, none of whom was due by now: one has converted, and thirty-nine do at 30%.
  test("a cohort of which nothing was due grows by the prior alone", () =>
    expect(forecast(table, profile).rows[2]?.conditional).toBeCloseTo(1 + 39 * 0.3, 12));
});
