import { describe, expect, test } from "vitest";
import { beta, binomial, geometric, poisson, uniformsOf } from "../../src/cohorts/random.js";
import { binomialProbabilities } from "../oracle/binomial.js";

const DRAWS = 40_000;

/** How often each number from 0 came up. */
function drawn(draw: (uniform: () => number) => number): number[] {
  const uniform = uniformsOf(2021, 0);
  const times: number[] = [];
  for (let each = 0; each < DRAWS; each += 1) {
    const value = draw(uniform);
    times[value] = (times[value] ?? 0) + 1;
  }
  return Array.from(times, (count) => count ?? 0);
}

/** Every probability worth a look is met within four standard errors. */
function expectWithinFour(times: readonly number[], probability: (value: number) => number) {
  times.forEach((count, value) => {
    const p = probability(value);
    const error = Math.sqrt((p * (1 - p)) / DRAWS);
    if (p > 0.001) expect(Math.abs(count / DRAWS - p), `${value}`).toBeLessThan(4 * error);
  });
}

describe("a Poisson number has the probabilities of the table", () => {
  test.each([0.2, 3, 20, 49.9, 50.1, 180, 286.5])("of mean %d", (mean) => {
    const probability = (value: number): number =>
      value === 0 ? Math.exp(-mean) : (probability(value - 1) * mean) / value;
    expectWithinFour(
      drawn((uniform) => poisson(mean, uniform)),
      probability,
    );
  });

  test.each([60, 3000, 1e6])("a large mean of %d keeps its mean and variance", (of) => {
    const uniform = uniformsOf(7, 0);
    const values = Array.from({ length: 20_000 }, () => poisson(of, uniform));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    expect(Math.abs(mean - of)).toBeLessThan(4 * Math.sqrt(of / values.length));
    expect(Math.abs(variance / of - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
  });

  test("of mean 0 is 0", () => expect(poisson(0, uniformsOf(1, 1))).toBe(0));
});

describe("trials before the first event are geometric", () => {
  test.each([0.05, 0.3, 0.9])("at a chance of %d", (chance) => {
    expectWithinFour(
      drawn((uniform) => geometric(chance)(uniform)),
      (value) => (1 - chance) ** value * chance,
    );
  });

  test("what never happens never does, what always happens does at once", () => {
    expect(geometric(0)(uniformsOf(1, 1))).toBe(Number.POSITIVE_INFINITY);
    expect(geometric(1)(uniformsOf(1, 1))).toBe(0);
  });
});

/** The largest distance of the share drawn up to a value from its probability is rarely over 2 ÷ √draws (Kolmogorov). */
function expectDistribution(values: readonly number[], upTo: (value: number) => number) {
  const sorted = [...values].sort((one, other) => one - other);
  let far = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (sorted[at] === sorted[at + 1]) continue;
    far = Math.max(far, Math.abs((at + 1) / sorted.length - upTo(sorted[at]!)));
  }
  expect(far * Math.sqrt(sorted.length)).toBeLessThan(2);
}

const valuesOf = (times: number, draw: (uniform: () => number) => number) => {
  const uniform = uniformsOf(2021, 3);
  return Array.from({ length: times }, () => draw(uniform));
};

describe("a beta number has the distribution of the table", () => {
  test.each<[number, number, (x: number) => number]>([
    [1, 1, (x) => x],
    [2, 1, (x) => x ** 2],
    [1, 3, (x) => 1 - (1 - x) ** 3],
    [3, 2, (x) => 4 * x ** 3 - 3 * x ** 4],
    [0.5, 0.5, (x) => (2 / Math.PI) * Math.asin(Math.sqrt(x))],
    [0.2, 1, (x) => x ** 0.2],
    [40, 1, (x) => x ** 40],
  ])("of shapes %d and %d", (one, other, upTo) =>
    expectDistribution(
      valuesOf(10_000, (uniform) => beta(one, other, uniform)),
      upTo,
    ),
  );
});

describe("a binomial number has the distribution of the table", () => {
  test.each([
    ["few", 20, 0.3],
    ["few of which most succeed", 20, 0.8],
    ["as likely as not", 9, 0.5],
    ["in parts", 400, 0.4],
    ["in parts, of which most succeed", 400, 0.7],
    ["split at a median", 3000, 0.45],
    ["split, of which most succeed", 20_000, 0.7],
    ["split often, of which few succeed", 200_000, 0.02],
  ])("%s: of %d, %d", (_, n, p) => {
    const upTo = binomialProbabilities(n, p);
    for (let k = 1; k <= n; k += 1) upTo[k]! += upTo[k - 1]!;
    expectDistribution(
      valuesOf(4000, (uniform) => binomial(n, p, uniform)),
      (value) => upTo[value]!,
    );
  });
  test.each([
    [50, 0, 0],
    [50, 1, 50],
    [0, 0.4, 0],
    [9000, 1, 9000],
  ])("of %d at %d it is %d", (n, p, sure) =>
    expect(new Set(valuesOf(20, (uniform) => binomial(n, p, uniform)))).toEqual(new Set([sure])),
  );
});
