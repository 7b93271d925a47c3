import { type KaplanMeierStep, kaplanMeier, normalQuantile, reachedBy } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

/** Lives as they are printed: `13+` was only seen so far. */
const lives = (printed: string) =>
  printed.split(" ").map((text) => ({ time: Number.parseInt(text, 10), event: !text.endsWith("+") }));
const SIX_MP = lives("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
const PLACEBO = lives("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");
const MAINTAINED = lives("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
const NOT_MAINTAINED = lives("5 5 8 8 12 16+ 23 27 30 33 43 45");

const errors = (digits: number) => (step: KaplanMeierStep) =>
  `${step.time} ${step.survival.toFixed(digits)} ${step.standardError?.toFixed(4) ?? "–"}`;
const limits = (digits: number) => (step: KaplanMeierStep) => {
  const { lower, upper } = step.interval!;
  return `${step.time} ${(1 - upper).toFixed(digits)} ${(1 - lower).toFixed(digits)}`;
};

describe("Freireich et al., Blood 21 (1963): weeks in remission", () => {
  test("6-MP: the log-log limits that Stata prints (sts list)", () =>
    expect(kaplanMeier(SIX_MP).map(limits(4))).toEqual([
      "6 0.6197 0.9516",
      "7 0.5631 0.9228",
      "10 0.5032 0.8894",
      "13 0.4316 0.8491",
      "16 0.3675 0.8049",
      "22 0.2678 0.7468",
      "23 0.1881 0.6801",
    ]));
  test("placebo: nobody was only seen so far, so each step is a plain share of 21", () =>
    expect(kaplanMeier(PLACEBO).map(errors(4))).toEqual([
      "1 0.9048 0.0641",
      "2 0.8095 0.0857",
      "3 0.7619 0.0929",
      "4 0.6667 0.1029",
      "5 0.5714 0.1080",
      "8 0.3810 0.1060",
      "11 0.2857 0.0986",
      "12 0.1905 0.0857",
      "15 0.1429 0.0764",
      "17 0.0952 0.0641",
      "22 0.0476 0.0465",
      "23 0.0000 –",
    ]));
  test("medians of 23 and 8 weeks", () => {
    expect(reachedBy(kaplanMeier(SIX_MP))).toBe(23);
    expect(reachedBy(kaplanMeier(PLACEBO))).toBe(8);
    expect(reachedBy(kaplanMeier(SIX_MP), "75%")).toBeNull();
    // Of 24 that end one by one the twelfth is half, though 23/24 × 22/23 × … comes out a little above it.
    const oneByOne = Array.from({ length: 24 }, (_, at) => ({ time: at + 1, event: true }));
    expect(reachedBy(kaplanMeier(oneByOne))).toBe(12);
  });
});

describe("Miller (1981): acute myelogenous leukaemia, weeks of remission (R's survival package, aml)", () => {
  test("maintained", () =>
    expect(kaplanMeier(MAINTAINED).map(errors(3))).toEqual([
      "9 0.909 0.0867",
      "13 0.818 0.1163",
      "18 0.716 0.1397",
      "23 0.614 0.1526",
      "31 0.491 0.1642",
      "34 0.368 0.1627",
      "48 0.184 0.1535",
    ]));
  test("maintained: the limits on the log scale", () =>
    expect(kaplanMeier(MAINTAINED, { scale: "log" }).map(limits(3))).toEqual([
      "9 0.754 1.000",
      "13 0.619 1.000",
      "18 0.488 1.000",
      "23 0.377 0.999",
      "31 0.255 0.946",
      "34 0.155 0.875",
      "48 0.036 0.944",
    ]));
  test("not maintained", () =>
    expect(kaplanMeier(NOT_MAINTAINED).map(errors(4))).toEqual([
      "5 0.8333 0.1076",
      "8 0.6667 0.1361",
      "12 0.5833 0.1423",
      "23 0.4861 0.1481",
      "27 0.3889 0.1470",
      "30 0.2917 0.1387",
      "33 0.1944 0.1219",
      "43 0.0972 0.0919",
      "45 0.0000 –",
    ]));
  test("medians of 31 and 23 weeks", () =>
    expect([reachedBy(kaplanMeier(MAINTAINED)), reachedBy(kaplanMeier(NOT_MAINTAINED))]).toEqual([31, 23]));
});

test("an interval on the plain scale is the survival and so many standard errors", () => {
  // Of 21 on placebo, 19 at week 1: .90476 ± 1.95996 × .06406 = .7792 to 1.0303, cut at 1.
  const [first] = kaplanMeier(PLACEBO, { scale: "plain" });
  expect([(1 - first!.interval!.upper).toFixed(4), first!.interval!.lower]).toEqual(["0.7792", 0]);
});

test("normal quantiles (Wichura, Applied Statistics 37, 1988, AS 241: the values given for a check)", () => {
  expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 13);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.75)).toBeCloseTo(0.6744897501960817, 15);
});
