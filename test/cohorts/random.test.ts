import { describe, expect, test } from "vitest";
import { geometric, poisson, uniformsOf } from "../../src/cohorts/index.js";

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
  test.each([0.2, 3, 20])("of mean %d", (mean) => {
    const probability = (value: number): number =>
      value === 0 ? Math.exp(-mean) : (probability(value - 1) * mean) / value;
    expectWithinFour(
      drawn((uniform) => poisson(mean, uniform)),
      probability,
    );
  });

  test("a mean too large for the exponential keeps its mean and variance", () => {
    const uniform = uniformsOf(7, 0);
    const values = Array.from({ length: 2000 }, () => poisson(3000, uniform));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    expect(Math.abs(mean - 3000)).toBeLessThan(4 * Math.sqrt(3000 / values.length));
    expect(Math.abs(variance / 3000 - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
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
