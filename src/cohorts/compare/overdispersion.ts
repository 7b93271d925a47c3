import type { Share } from "../../quantity/index.js";
import { normalQuantile } from "../confidence-interval.js";

/**
 * How much performers differ from each other beyond chance.
 *
 * - `estimatedFrom`: how many performers it was estimated from: those large enough, of whom at least five are expected
 *   to convert and five not to.
 * - `phi`: how widely their rates lie, as the mean square of their z-scores, over what chance alone gives. At 1 or less
 *   chance explains it.
 * - `betweenPerformers`: the standard deviation of the true rates, as a fraction, around the centre; 0 where chance
 *   explains all.
 */
export interface Overdispersion {
  readonly estimatedFrom: number;
  readonly phi: number;
  readonly betweenPerformers: number;
}

/** Fewer say too little of how much they differ. */
const FEWEST = 8;
/** A z-score says something where as many are expected to convert, and as many not to. */
const EXPECTED = 5;
/** One in so many at each end counts as the next one does (Spiegelhalter, 2005), so that an outlier does not hide itself. */
const WINSORISED = 10;
/** The largest correlation of two people of one performer that is looked for. */
const LARGEST = 0.99;
const HALVINGS = 50;

/**
 * The overdispersion of performers around a centre, given as a fraction (Spiegelhalter, "Handling over-dispersion of
 * performance indicators", 2005); null for fewer than eight. It is how they differ from each other, wherever the centre.
 */
export function overdispersionOf(shares: readonly Share[], centre: number): Overdispersion | null {
  const total = shares.reduce((all, { of }) => all + of, 0);
  const rate = shares.reduce((all, { count }) => all + count, 0) / total;
  const field = shares.filter(({ of }) => of * Math.min(rate, 1 - rate) >= EXPECTED);
  if (field.length < FEWEST) return null;
  const phi = dispersion(field, 0);
  // The correlation at which nothing is left beyond what it gives: a root is where the sign changes.
  let [low, high] = [0, LARGEST];
  for (let halving = 0; phi > 1 && halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (dispersion(field, middle) > 1) low = middle;
    else high = middle;
  }
  return {
    estimatedFrom: field.length,
    phi,
    betweenPerformers: Math.sqrt(low * centre * (1 - centre)),
  };
}

/** The squares of the z-scores of rates over what is expected of them, where people of one performer are so alike. */
function dispersion(field: readonly Share[], correlation: number): number {
  const weights = field.map(({ of }) => of / (1 + (of - 1) * correlation));
  const rates = field.map(({ count, of }) => count / of);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Where without its outliers nobody converts, or everybody, half a person does, or does not.
  const half = 0.5 / field.reduce((sum, { of }) => sum + of, 0);
  const around = (values: readonly number[]) => {
    const mean = values.reduce((sum, value, at) => sum + value * weights[at]!, 0) / total;
    return winsorised(rates, weights, Math.min(1 - half, Math.max(half, mean)));
  };
  const { scores } = around(around(rates).rates);
  const squares = scores.reduce((sum, score) => sum + score * score, 0);
  return squares / expectedSquares(field.length);
}

/** The z-scores of rates around a mean, the outermost taken in, and the rates that have such scores. */
function winsorised(rates: readonly number[], weights: readonly number[], mean: number) {
  const errors = weights.map((weight) => Math.sqrt((mean * (1 - mean)) / weight));
  const all = rates.map((rate, at) => (rate - mean) / errors[at]!);
  const sorted = [...all].sort((one, other) => one - other);
  const cut = cutOf(all.length);
  const [lowest, highest] = [sorted[cut]!, sorted.at(-1 - cut)!];
  const scores = all.map((score) => Math.min(highest, Math.max(lowest, score)));
  return { scores, rates: scores.map((score, at) => mean + score * errors[at]!) };
}

const cutOf = (count: number) => Math.round(count / WINSORISED);

/** The sum of the squares of so many standard normal numbers around their mean, the outermost taken in. */
function expectedSquares(count: number): number {
  const tail = cutOf(count) / (count + 1);
  const z = normalQuantile(1 - tail);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return count * (1 - 2 * tail - 2 * z * density + 2 * tail * z * z) - 1;
}
