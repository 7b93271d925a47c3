import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CohortCount, cohortTableFromCounts } from "../../src/cohorts/index.js";
import { flightpath } from "../../src/tender/index.js";

const PROFILE = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const tableOf = (counts: readonly CohortCount[], asAt = "2021-05-31") =>
  cohortTableFromCounts(counts, { asAt, window: { days: 238, lagDays: 61 } });

describe("a flightpath worked out by hand", () => {
  // 200 people started in March. The profile expects 6 by the end of May, 12 by June, 20 by July, 28 by August.
  const table = tableOf([{ month: "2021-03", starts: 200, converted: [0, 2, 5] }]);

  test("from 5 of 6 back to the profile by August", () => {
    // Needed 28, so 23 more. By what is learned there will be 10.35, 17.19 and 24.32 in all (posterior.py of the bench of
    // calibration): 5.35, 6.84 and 7.13 more, whole 19, as 5, 7, 7. The extra 4: 2, 1, 1.
    const path = flightpath(table, PROFILE, { targetMonth: "2021-08" });
    expect(path).toMatchObject({
      basis: "profile-flow",
      month: "2021-05",
      needed: 28,
      converted: 5,
      gap: 23,
    });
    expect(path).toMatchObject({ businessAsUsual: 19, extra: 4, available: 176, feasible: true });
    expect(path.earliestFeasibleMonth).toBe("2021-08");
    expect(path.months).toEqual([
      { month: "2021-06", expected: 12, businessAsUsual: 5, extra: 2, outcomes: 7, toDate: 12 },
      { month: "2021-07", expected: 20, businessAsUsual: 7, extra: 1, outcomes: 8, toDate: 20 },
      { month: "2021-08", expected: 28, businessAsUsual: 7, extra: 1, outcomes: 8, toDate: 28 },
    ]);
  });

  test("planned starts are needed for too: 100 in June are expected to bring 3 by August", () => {
    const plannedStarts = [{ month: "2021-06", starts: 100 }];
    expect(flightpath(table, PROFILE, { targetMonth: "2021-08", plannedStarts })).toMatchObject({
      needed: 31,
      gap: 26,
    });
  });

  test("business as usual and weights may be given", () => {
    const options = { targetMonth: "2021-08", businessAsUsual: [1, 2, 3], weights: [0, 1, 3] };
    // 23 to go, 6 come, 17 extra: 4.25 and 12.75 give 4 and 12, and the remainder goes to August.
    expect(flightpath(table, PROFILE, options).months.map(({ extra }) => extra)).toEqual([0, 4, 13]);
  });

  test("a target is rounded up to whole people: 101% of 28 is 28.28, so 29", () => {
    expect(flightpath(table, PROFILE, { targetMonth: "2021-08", target: "101%" }).needed).toBe(29);
    expect(flightpath(table, PROFILE, { targetMonth: "2021-08", target: "100%" }).needed).toBe(28);
    expect(flightpath(table, PROFILE, { targetMonth: "2021-08", target: "50%" })).toMatchObject({
      needed: 14,
      extra: 0,
    });
  });

  test("is the same as at an earlier month, as it would have been then", () => {
    expect(flightpath(table, PROFILE, { month: "2021-04", targetMonth: "2021-05" })).toMatchObject({
      converted: 2,
      needed: 6,
      gap: 4,
    });
  });
});

describe("a flightpath that cannot be", () => {
  // Ten people, none converted, and a profile on which nine tenths convert at age 3.
  const steep = ["0%", "0%", "0%", "90%"];
  const table = tableOf([{ month: "2021-03", starts: 10, converted: [0, 0, 0] }]);

  test("says that too few people are left, and when it could be", () => {
    const options = {
      targetMonth: "2021-06",
      target: "120%",
      plannedStarts: [{ month: "2021-07", starts: 100 }],
    };
    const path = flightpath(table, steep, options);
    // 120% of 9 is 10.8: 11 of 10 people. With a hundred more from July there are people enough by then.
    expect(path).toMatchObject({ needed: 11, gap: 11, feasible: false, earliestFeasibleMonth: "2021-07" });
    expect(path.extra).toBeGreaterThan(path.available);
  });

  test("says so when it never could be", () => {
    const path = flightpath(table, steep, { targetMonth: "2021-06", target: "120%" });
    expect(path).toMatchObject({ feasible: false, earliestFeasibleMonth: null });
  });

  test("does not count people who are out of their window", () => {
    // Started September 2020: its window of nine months of age, 0 to 8, was over by the end of May.
    const old = { month: "2020-09", starts: 500, converted: [0, 0, 0, 0, 0, 0, 0, 0, 0] };
    const path = flightpath(tableOf([old]), PROFILE, { targetMonth: "2021-06" });
    expect(path).toMatchObject({
      needed: 110,
      businessAsUsual: 0,
      extra: 110,
      available: 0,
      feasible: false,
    });
  });
});

describe("bad options are refused", () => {
  const table = tableOf([{ month: "2021-03", starts: 200, converted: [0, 2, 5] }]);
  test.each([
    ["a target month that is over", { targetMonth: "2021-05" }, "a month after 2021-05"],
    ["a target month that is none", { targetMonth: "2021-5" }, "a month as text"],
    [
      "a target as a number",
      { targetMonth: "2021-08", target: 1 as unknown as string },
      "1 (number) as target",
    ],
    ["a target of nothing", { targetMonth: "2021-08", target: "0%" }, 'the target "0%"'],
    [
      "planned starts in the past",
      { targetMonth: "2021-08", plannedStarts: [{ month: "2021-05", starts: 1 }] },
      "planned starts in 2021-05",
    ],
    [
      "half a planned start",
      { targetMonth: "2021-08", plannedStarts: [{ month: "2021-06", starts: 0.5 }] },
      "0.5 (number) planned starts in 2021-06",
    ],
    [
      "too few months as usual",
      { targetMonth: "2021-08", businessAsUsual: [1] },
      "3 whole numbers of people",
    ],
    ["weights of nothing", { targetMonth: "2021-08", weights: [0, 0, 0] }, "3 numbers from 0"],
    ["a month that is not over", { targetMonth: "2021-08", month: "2021-06" }, "a month up to 2021-05"],
  ])("%s", (_, options, message) => {
    expect(() => flightpath(table, PROFILE, options)).toThrow(message);
  });
});

describe("a flightpath by group", () => {
  const counts = [{ month: "2021-03", group: "young", starts: 100, converted: [0, 0, 2] }];
  const table = tableOf(counts, "2021-05-31");
  const profiles = { young: ["0%", "0%", "2%", "10%"], old: ["5%"] };

  test("expects of each group what its own profile says", () => {
    const plannedStarts = [{ month: "2021-06", starts: 40, group: "old" }];
    // 10% of 100 young and 5% of 40 old people: 10 and 2.
    expect(flightpath(table, profiles, { targetMonth: "2021-06", plannedStarts }).needed).toBe(12);
  });

  test("refuses planned starts of a group without a profile", () => {
    const of = (group?: string) => [
      { month: "2021-06", starts: 1, ...(group === undefined ? {} : { group }) },
    ];
    for (const plannedStarts of [of("middling"), of()])
      expect(() => flightpath(table, profiles, { targetMonth: "2021-06", plannedStarts })).toThrow(
        "a group with a profile: young, old",
      );
  });
});

const cohort = fc
  .record({ starts: fc.nat(300), steps: fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)) })
  .map(({ starts, steps: [a, b, c] }) => ({
    month: "2021-03",
    starts: starts + a + b + c,
    converted: [a, a + b, a + b + c],
  }));
const asked = fc.record({
  percent: fc.integer({ min: 1, max: 150 }),
  months: fc.integer({ min: 1, max: 8 }),
  planned: fc.nat(200),
  weights: fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { minLength: 8, maxLength: 8 }),
});

test("whole people add up to exactly what is needed, never fewer by a later month", () => {
  fc.assert(
    fc.property(cohort, asked, (counts, { percent, months, planned, weights }) => {
      const targetMonth = nextOf(months);
      const path = flightpath(tableOf([counts]), PROFILE, {
        targetMonth,
        target: `${percent}%`,
        plannedStarts: [{ month: "2021-06", starts: planned }],
        weights: weights.slice(0, months),
      });
      const sum = (pick: (row: (typeof path.months)[number]) => number) =>
        path.months.reduce((all, row) => all + pick(row), 0);
      expect(sum((row) => row.extra)).toBe(path.extra);
      expect(sum((row) => row.businessAsUsual)).toBe(path.businessAsUsual);
      expect(path.months.at(-1)?.toDate).toBe(Math.max(path.needed, path.converted + path.businessAsUsual));
      let before = path.converted;
      for (const row of path.months) {
        expect(Number.isInteger(row.outcomes) && row.outcomes >= 0).toBe(true);
        expect(row.toDate).toBe(before + row.outcomes);
        before = row.toDate;
      }
    }),
    { numRuns: 200 },
  );
});

test("a higher target needs no fewer outcomes, and never becomes feasible where a lower is not", () => {
  fc.assert(
    fc.property(cohort, asked, (counts, { percent, months }) => {
      const targetMonth = nextOf(months);
      const at = (target: number) =>
        flightpath(tableOf([counts]), PROFILE, { targetMonth, target: `${target}%` });
      const [lower, higher] = [at(percent), at(percent + 20)];
      expect(higher.needed).toBeGreaterThanOrEqual(lower.needed);
      expect(higher.extra).toBeGreaterThanOrEqual(lower.extra);
      expect(Number(higher.feasible)).toBeLessThanOrEqual(Number(lower.feasible));
    }),
    { numRuns: 100 },
  );
});

function nextOf(months: number): string {
  return months <= 7 ? `2021-${String(5 + months).padStart(2, "0")}` : "2022-01";
}
