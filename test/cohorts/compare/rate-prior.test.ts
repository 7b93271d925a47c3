import { rank } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { logGamma } from "../../../src/cohorts/compare/rate-prior.js";

test.each([
  [0.5, 0.5723649429247],
  [3.3, 0.9870985778947343],
  [10, 12.801827480081469],
  [11.25, 15.695301377060463],
  [1e6, 12815504.569147611],
])("the logarithm of the gamma function of %d is as scipy.special.gammaln gives it", (x, expected) =>
  expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(1e-11),
);

/*
 * Drawn two million times with numpy from 420,300 priors (300 spreads, 1,401 means) weighted with scipy.special.betaln:
 * half-normal spread of scale 0.3, any log-odds of the mean alike.
 */
describe("chances of the bottom quarter are those of a far finer grid", () => {
  test.each<[string, [number, number][], number[]]>([
    [
      "four, of whom one is large",
      [
        [800, 1000],
        [41, 50],
        [8, 10],
        [75, 100],
      ],
      [0.1379, 0.1864, 0.2589, 0.4169],
    ],
    [
      "four who hardly differ",
      [
        [8, 10],
        [800, 1000],
        [810, 1000],
        [790, 1000],
      ],
      [0.296, 0.2079, 0.1121, 0.3839],
    ],
    [
      "four who differ",
      [
        [10, 100],
        [20, 100],
        [30, 100],
        [2, 10],
      ],
      [0.8018, 0.0557, 0.0052, 0.1372],
    ],
    [
      "eight who differ",
      [
        [5, 60],
        [10, 100],
        [20, 100],
        [22, 100],
        [24, 50],
        [30, 150],
        [40, 150],
        [90, 400],
      ],
      [0.8866, 0.9225, 0.0798, 0.0379, 0.0001, 0.065, 0.0021, 0.0059],
    ],
  ])("%s", (_, shares, expected) => {
    const performers = shares.map(([count, of], at) => ({ id: `${at}`, share: { count, of } }));
    const ranked = rank(performers, { chance: { seed: 3, runs: 20_000 } });
    for (const [at, probability] of expected.entries()) {
      const { bottom } = ranked.find(({ id }) => id === `${at}`)!;
      // Four standard errors of the drawing, and what the coarser grid costs.
      const allowed = 0.01 + 4 * bottom!.standardError;
      expect(Math.abs(bottom!.probability - probability), `${at}`).toBeLessThan(allowed);
    }
  });
});
