import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ShockCentres, shareOf } from "../../../src/tender/forecast/log-odds-shock.js";
import { centreWithMean } from "../../oracle/drawn-offer.mjs";

/** By a finer rule than the one the centres are made with. */
function meanUnder(centre: number, deviation: number): number {
  let [sum, weights] = [0, 0];
  for (let normal = -9; normal <= 9; normal += 0.01) {
    const weight = Math.exp(-(normal ** 2) / 2);
    sum += weight * shareOf(centre + deviation * normal);
    weights += weight;
  }
  return sum / weights;
}

const deviations = fc.double({ min: 0.01, max: 2, noNaN: true });
const rates = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe("a shock in log-odds", () => {
  test("leaves the mean of every rate of a range as it is, to nine decimals", () => {
    fc.assert(
      fc.property(
        fc.tuple(rates, rates),
        fc.double({ min: 0, max: 1, noNaN: true }),
        deviations,
        (ends, at, deviation) => {
          const [low, high] = [Math.min(...ends), Math.max(...ends)];
          const rate = low + (high - low) * at;
          const centre = new ShockCentres(low, high, deviation).of(rate);
          expect(Math.abs(meanUnder(centre, deviation) - rate)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("has the centre that halving finds", () => {
    for (const [rate, deviation] of [
      [0.22, 0.2],
      [0.01, 0.8],
      [0.5, 1],
      [0.97, 0.3],
    ] as const)
      expect(new ShockCentres(rate, rate, deviation).of(rate)).toBeCloseTo(
        centreWithMean(rate, deviation),
        9,
      );
  });

  test("reaches from no rate at all to a rate of all", () => {
    const centres = new ShockCentres(0, 1, 0.5);
    for (const rate of [1e-300, 1e-9, 0.2, 0.5, 0.999999, 1 - 1e-15]) {
      const centre = centres.of(rate);
      expect(Number.isFinite(centre)).toBe(true);
      expect(Math.abs(meanUnder(centre, 0.5) - rate)).toBeLessThan(1e-8);
    }
  });

  test("keeps the mean under the largest shocks that an offer may have", () => {
    const centre = new ShockCentres(0, 1, 14).of(0.03);
    expect(meanUnder(centre, 14)).toBeCloseTo(0.03, 6);
  });
});
