import type { Share } from "../../quantity/index.js";
import type { Uniform } from "../random.js";

/** What is known of a performer's true rate before its own share is seen: a beta distribution of these two shapes. */
export interface RatePrior {
  readonly successes: number;
  readonly failures: number;
}

/**
 * How much log-odds are taken to differ from performer to performer before any is seen: half-normal, of this scale.
 * Simulated with true standard deviations of 0, 0.1, 0.2 and 0.4, it states chances that hold. The likeliest spread
 * alone, without the others, is too sure of itself in a field of four.
 */
const SCALE = 0.3;
const LARGEST = 5 * SCALE;
const SPREADS = 25;
/** Standard errors from the likeliest mean. */
const AWAY = [-3, -2.25, -1.5, -0.75, 0, 0.75, 1.5, 2.25, 3];

/** Draws a prior, each as often as the field of performers makes it likely (beta-binomial). At least one has people. */
export function priorOf(field: readonly Share[]): (uniform: Uniform) => RatePrior {
  const priors = candidates(field).map((each) => ({ ...each, log: each.log + likelihood(field, each) }));
  const best = Math.max(...priors.map(({ log }) => log));
  let total = 0;
  const upTo = priors.map(({ log }) => (total += Math.exp(log - best)));
  return (uniform) => {
    const at = uniform() * total;
    return priors[upTo.findIndex((each) => at <= each)]!;
  };
}

/** Priors of every spread that is looked at, with means about the one that suits it; `log` is what each weighs before the likelihood. */
function candidates(field: readonly Share[]): (RatePrior & { readonly log: number })[] {
  const sum = (of: (each: Share) => number) => field.reduce((all, each) => all + of(each), 0);
  // Half a person of each kind more, so that nobody converting is no certainty.
  const pooled = (sum(({ count }) => count) + 0.5) / (sum(({ of }) => of) + 1);
  return Array.from({ length: SPREADS }, (_, at) => ((at + 0.5) * LARGEST) / SPREADS).flatMap((spread) => {
    const alike = spread * spread * pooled * (1 - pooled);
    const people = 1 + sum(({ of }) => of / (1 + of * alike));
    const mean = (0.5 + sum(({ count, of }) => count / (1 + of * alike))) / people;
    const error = 1 / Math.sqrt(people * mean * (1 - mean));
    return AWAY.map((away) => {
      const odds = (mean / (1 - mean)) * Math.exp(away * error);
      // Shapes whose log-odds have the spread: its square is about 1 / successes + 1 / failures.
      const variance = spread * spread;
      return {
        successes: (1 + odds) / variance,
        failures: (1 + 1 / odds) / variance,
        log: Math.log(error) - variance / (2 * SCALE * SCALE),
      };
    });
  });
}

/** The logarithm of how likely shares are, but for what is the same under every prior. */
function likelihood(field: readonly Share[], { successes, failures }: RatePrior): number {
  const logBeta = (one: number, other: number) => logGamma(one) + logGamma(other) - logGamma(one + other);
  const prior = logBeta(successes, failures);
  return field.reduce(
    (sum, { count, of }) => sum + logBeta(successes + count, failures + of - count) - prior,
    0,
  );
}

/** The logarithm of the gamma function of a number above 0 (Stirling's series, from 10 on). */
export function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const square = 1 / (x * x);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}
