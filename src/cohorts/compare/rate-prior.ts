import type { Share } from "../../quantity/index.js";
import type { Uniform } from "../random.js";

/** What is known of a true rate before its own share is seen: a beta distribution, its two shapes. */
type RatePrior = readonly [successes: number, failures: number];

/**
 * How much log-odds are taken to differ from performer to performer before any is seen: half-normal, of this scale.
 * Where they truly differ with a standard deviation of 0 to 0.4, the chances drawn from it hold. The likeliest spread
 * alone, without the others, would be too sure of itself in a field of four.
 */
const SCALE = 0.3;
const [LARGEST, STEP] = [1.5, 0.06];

/** Draws priors, each as often as the field of performers makes it likely (beta-binomial). */
export function priorOf(field: readonly Share[]): (uniform: Uniform) => RatePrior {
  const sum = (part: (each: Share) => number) => field.reduce((all, each) => all + part(each), 0);
  // Half a person of each kind more, so that nobody converting is no certainty.
  const pooled = (sum(({ count }) => count) + 0.5) / (sum(({ of }) => of) + 1);
  const priors: RatePrior[] = [];
  const logs: number[] = [];
  for (let spread = STEP / 2; spread < LARGEST; spread += STEP) {
    const variance = spread * spread;
    // People of one performer are alike, and count for fewer the more performers differ.
    const weight = (of: number) => 1 / (1 + of * variance * pooled * (1 - pooled));
    const people = sum(({ of }) => of * weight(of)) + 1;
    const mean = (sum(({ count, of }) => count * weight(of)) + 0.5) / people;
    const error = 1 / Math.sqrt(people * mean * (1 - mean));
    for (let away = -3; away <= 3; away += 0.75) {
      const odds = (mean / (1 - mean)) * Math.exp(away * error);
      // Log-odds of a beta distribution have a variance of about 1 / successes + 1 / failures.
      const [one, other] = [(1 + odds) / variance, (1 + 1 / odds) / variance];
      const none = logBeta(one, other);
      const likelihood = sum(({ count, of }) => logBeta(one + count, other + of - count) - none);
      priors.push([one, other]);
      logs.push(likelihood + Math.log(error) - variance / (2 * SCALE * SCALE));
    }
  }
  const best = Math.max(...logs);
  let total = 0;
  const upTo = logs.map((log) => {
    total += Math.exp(log - best);
    return total;
  });
  return (uniform) => {
    const at = uniform() * total;
    return priors[upTo.findIndex((each) => at <= each)]!;
  };
}

function logBeta(one: number, other: number): number {
  return logGamma(one) + logGamma(other) - logGamma(one + other);
}

/** The logarithm of the gamma function of a number above 0 (Stirling's series, from 10 on). */
export function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const square = 1 / (x * x);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}
