import { cohortTableFromCounts, conversion } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

// Newcombe (1998), table I: 81 of 263 lies between 0.2553 and 0.3662 by Wilson's method at 95%.
const counts = [
  { month: "2021-03", starts: 263, converted: [81, 100] },
  { month: "2021-04", starts: 100, converted: [19] },
];
const table = cohortTableFromCounts(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
const alone = cohortTableFromCounts([{ ...counts[0]!, converted: [81] }], {
  asAt: "2021-03-31",
  window: { days: 238, lagDays: 61 },
});

describe("conversion by age", () => {
  test("counts at each age the cohorts that are over by then, and nobody at an age not reached", () => {
    const shares = conversion(table).byAge.map(({ age, share }) => [age, share.count, share.of]);
    expect(shares.slice(0, 3)).toEqual([
      [0, 100, 363],
      [1, 100, 263],
      [2, 0, 0],
    ]);
  });

  test("carries the published interval", () => {
    const [first, second] = conversion(alone).byAge;
    expect(first?.interval?.lower).toBeCloseTo(0.2553, 4);
    expect(first?.interval?.upper).toBeCloseTo(0.3662, 4);
    expect(second?.interval).toBeNull();
  });

  test("each interval is of the level asked for, 95% unless asked", () => {
    // Everybody's waiting is over: 238 + 61 days after 31 March 2021 is Monday 24 January 2022.
    const over = cohortTableFromCounts([{ month: "2021-03", starts: 263, converted: Array(9).fill(81) }], {
      asAt: "2022-01-31",
      window: { days: 238, lagDays: 61 },
    });
    const levels = (options?: { level: string }) => {
      const { mature, byAge, kaplanMeier } = conversion(over, options);
      return [mature.interval, byAge[0]?.interval, kaplanMeier[0]?.interval].map((each) => each?.level);
    };
    expect(levels()).toEqual(["95%", "95%", "95%"]);
    expect(levels({ level: "80%" })).toEqual(["80%", "80%", "80%"]);
    expect(conversion(over).mature.share).toEqual({ count: 81, of: 263 });
  });
});
