import {
  cohortTableFromCounts,
  compareWithProfile,
  forecastCohort,
  funnel,
  kaplanMeier,
  performanceOver,
  rank,
  wilson,
} from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { endOf, JETS_WINDOW, month, onProfileCounts, PROFILE } from "../oracle/cohorts.js";

const onProfile = (months: number) =>
  cohortTableFromCounts(onProfileCounts(months), { asAt: endOf(months - 1), window: JETS_WINDOW });

test("Wilson's interval of 81 in 263 (Newcombe, Statistics in Medicine 17, 1998)", () => {
  const { lower, upper } = wilson({ count: 81, of: 263 })!;
  expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
});

test("Wilson's intervals at the ends (Newcombe 1998, table I)", () => {
  const printed = (count: number, of: number) => {
    const { lower, upper } = wilson({ count, of })!;
    return [lower.toFixed(4), upper.toFixed(4)];
  };
  expect(printed(15, 148)).toEqual(["0.0624", "0.1605"]);
  expect(printed(0, 20)).toEqual(["0.0000", "0.1611"]);
  expect(printed(1, 29)).toEqual(["0.0061", "0.1718"]);
  expect(wilson({ count: 0, of: 20 })!.lower).toBe(0);
  expect(wilson({ count: 20, of: 20 })!.upper).toBe(1);
});

test("Kaplan–Meier of the 6-MP arm (Freireich et al., Blood 21, 1963)", () => {
  const seen = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, event: false }));
  const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, event: true }));
  const steps = kaplanMeier([...seen, ...ended]);
  const row = ({ time, survival, standardError }: (typeof steps)[number]) =>
    `${time} ${survival.toFixed(4)} ${standardError!.toFixed(4)}`;
  expect(steps.map(row)).toEqual([
    "6 0.8571 0.0764",
    "7 0.8067 0.0869",
    "10 0.7529 0.0963",
    "13 0.6902 0.1068",
    "16 0.6275 0.1141",
    "22 0.5378 0.1282",
    "23 0.4482 0.1346",
  ]);
  expect(steps.find(({ survival }) => survival <= 0.5)!.time).toBe(23);
});

test("the forecast check: 195 of 200 converted, 45% grown, prior 22%", () => {
  const found = forecastCohort({ starts: 200, converted: 195, grown: "45%", prior: "22%" });
  expect(found.conditional.toFixed(1)).toBe("195.7");
  expect(found.bornhuetterFerguson.uncapped.toFixed(1)).toBe("219.2");
  expect(found.chainLadder!.uncapped.toFixed(1)).toBe("433.3");
  expect([found.bornhuetterFerguson.value, found.chainLadder!.value]).toEqual([200, 200]);
});

describe("a contract exactly on its profile", () => {
  test("reads 1.000 in every window of every month in which anything is expected", () => {
    const table = onProfile(36);
    for (let at = 1; at < 36; at += 1) {
      const { windows } = performanceOver(table, PROFILE, { month: month(at) });
      expect(windows.map(({ index }) => index?.toFixed(3))).toEqual(new Array(4).fill("1.000"));
    }
  });
  test("expects nothing in its first month, and has no index there", () => {
    const { windows } = performanceOver(onProfile(36), PROFILE, { month: month(0) });
    expect(windows.map(({ index }) => index)).toEqual([null, null, null, null]);
  });
  test("is learned to be one, and implies its own level", () => {
    const { index, level, learned, implied } = compareWithProfile(onProfile(12), PROFILE);
    expect([index, level]).toEqual([1, 0.22]);
    expect(Math.abs(learned.index - 1)).toBeLessThan(0.02);
    expect(implied).toBe(0.22 * learned.index);
  });
  test.each([
    [6, "5.7%"],
    [12, "13.3%"],
    [36, "19.1%"],
  ])("reads, since day one at month %i, %s on the naive basis, with a warning", (months, printed) => {
    const { windows, warning } = performanceOver(onProfile(months), PROFILE, { basis: "naive-flow" });
    expect(`${(windows[3]!.rate! * 100).toFixed(1)}%`).toBe(printed);
    expect(warning).toMatch(/^Outcomes over starts of the same months: recent starters have had less time/);
  });
  test("reads its level by maturing cohorts", () => {
    const { windows } = performanceOver(onProfile(36), PROFILE, { basis: "maturing-cohort" });
    expect(windows[0]).toMatchObject({ share: { count: 44, of: 200 }, rate: 0.22, index: 1 });
    expect(windows[2]!.share).toEqual({ count: 44 * 12, of: 200 * 12 });
  });
});

describe("groups", () => {
  test("a shifted mix is not under-performance", () => {
    const profile = { easy: ["0%", "40%"], hard: ["0%", "10%"] };
    const options = { asAt: "2020-02-29", window: JETS_WINDOW };
    const counts = [
      { month: "2020-01", group: "easy", starts: 10, converted: [0, 4] },
      { month: "2020-01", group: "hard", starts: 90, converted: [0, 9] },
    ];
    const found = compareWithProfile(cohortTableFromCounts(counts, options), profile);
    expect(found).toMatchObject({ actual: 13, expected: 13, index: 1 });
  });
});

describe("ties in a ranking", () => {
  const shares = (...counts: number[]) =>
    counts.map((count, at) => ({ id: `p${at}`, share: { count, of: 10 } }));
  test("a tie across the cut needs a review, with both readings shown", () => {
    const ranked = rank(shares(9, 8, 7, 6, 5, 4, 3, 3));
    expect(ranked.map(({ rank: place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 7]);
    expect(ranked.map(({ tile }) => tile)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    const tied = rank(shares(9, 8, 7, 6, 5, 3, 3, 3)).slice(-3);
    for (const each of tied)
      expect(each).toMatchObject({ rank: 6, tile: 3, tileIfLast: 4, needsReview: true });
  });
  test("40 contracts, 11 of them tied worst: no reading leaves the bottom quartile empty unseen", () => {
    // The tie takes ranks 30 to 40. Shared best: 5 − ⌈11 / 10⌉ = 3. Shared worst: 5 − ⌈1 / 10⌉ = 4.
    const ranked = rank(shares(...Array.from({ length: 29 }, () => 9), ...new Array<number>(11).fill(1)));
    for (const each of ranked.slice(-11))
      expect(each).toMatchObject({ rank: 30, tile: 3, tileIfLast: 4, needsReview: true });
  });
  test("fewer than four have no quartiles, and a share of nothing no rank", () => {
    const [first, , last] = rank([...shares(1, 2), { id: "none", share: { count: 0, of: 0 } }]);
    expect(first).toMatchObject({ rank: 1, tile: null, needsReview: false });
    expect(last).toMatchObject({ id: "none", rank: null, interval: null });
  });
  test("the larger of two worst is the more surely at the bottom", () => {
    const many = [
      { id: "large", share: { count: 100, of: 1000 } },
      { id: "small", share: { count: 1, of: 10 } },
      ...[20, 21, 22, 23, 24, 25].map((count) => ({ id: `p${count}`, share: { count, of: 100 } })),
    ];
    const ranked = rank(many, { chance: { seed: 7, runs: 2000 } });
    const bottom = (id: string) => ranked.find((each) => each.id === id)!.bottom!.probability;
    expect(bottom("large")).toBeGreaterThan(0.95);
    expect(bottom("small")).toBeLessThan(0.9);
  });
});

test("funnel limits are cut at 0 and 1", () => {
  const [few] = funnel([{ id: "few", share: { count: 2, of: 2 } }], "22%").performers;
  expect(few!.limits).toMatchObject({ lower95: 0, lower998: 0, upper998: 1 });
});
