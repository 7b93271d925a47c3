import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { ProgrammeFault, shown } from "../fault.js";
import { NUMBER, nested, type OptionKinds } from "../options.js";
import { normalQuantile } from "./confidence-interval.js";

/** Numbers from above 0 to below 1, the same for the same seed. */
export type Uniform = () => number;

/**
 * How chance is drawn: a whole number that fixes it, and how many runs (10,000 unless given).
 * `firstRun`: the number of the first one, 0 unless given, so that a long simulation can be drawn in
 * parts: runs 0 to 4,999 and 5,000 to 9,999 are the same runs as 0 to 9,999.
 */
export interface SeededRuns {
  readonly seed: number;
  readonly runs?: number;
  readonly firstRun?: number;
}

/** As options: `checkedRuns` looks at which numbers they are. */
export const SEEDED_RUNS: OptionKinds<SeededRuns> = { seed: NUMBER, runs: NUMBER, firstRun: NUMBER };

/** An option that says how chance is drawn. */
export const CHANCE = nested(SEEDED_RUNS, { seed: "1" });

/** The seed and runs, checked. */
export function checkedRuns({ seed, runs = 10_000, firstRun = 0 }: SeededRuns): Required<SeededRuns> {
  if (!Number.isSafeInteger(seed)) throw chanceFault(`the seed ${shown(seed)}`, "a whole number");
  if (!(Number.isSafeInteger(runs) && runs > 0))
    throw chanceFault(`${shown(runs)} runs`, "a whole number from 1");
  if (!(Number.isSafeInteger(firstRun) && firstRun >= 0))
    throw chanceFault(`firstRun ${shown(firstRun)}`, "a whole number from 0");
  return { seed, runs, firstRun };
}

/** The numbers of one run: each run has its own, so that a part of the runs is the same part of the whole. */
export function uniformsOf(seed: number, run: number): Uniform {
  const generator = xoroshiro128plus(mixed(mixed(seed) ^ mixed(run + 0x9e3779b9)));
  return () => uniformFloat64(generator) || 2 ** -54;
}

/** The finaliser of MurmurHash3: neighbouring numbers come far apart. */
function mixed(value: number): number {
  let bits = (value | 0) ^ Math.floor(value / 2 ** 32);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** A standard normal number. */
export function normal(uniform: Uniform): number {
  return normalQuantile(uniform());
}

/** A gamma number of a shape above 0 (Marsaglia and Tsang, 2000). */
function gamma(shape: number, uniform: Uniform): number {
  if (shape < 1) return gamma(shape + 1, uniform) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(uniform);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A number from 0 to 1 of the beta distribution, both shapes above 0. */
export function beta(one: number, other: number, uniform: Uniform): number {
  const x = gamma(one, uniform);
  return x / (x + gamma(other, uniform));
}

const [MANY, FEW] = [1000, 30];

/**
 * How many of `n` independent cases succeed. Where very many are expected to, a median splits them
 * (Relles, 1972); then they are taken in parts of which few are expected to, and the distribution
 * function of each is inverted, with no more than the four operations: the same on every engine.
 */
export function binomial(n: number, p: number, uniform: Uniform): number {
  let left = n;
  let chance = p;
  let count = 0;
  while (left * Math.min(chance, 1 - chance) > MANY) {
    const middle = 1 + Math.floor(left / 2);
    const x = beta(middle, left + 1 - middle, uniform);
    if (x >= chance) {
      left = middle - 1;
      chance /= x;
    } else {
      count += middle;
      left -= middle;
      chance = (chance - x) / (1 - x);
    }
  }
  return count + inParts(left, Math.min(1, Math.max(0, chance)), uniform);
}

function inParts(n: number, p: number, uniform: Uniform): number {
  if (p > 0.5) return n - inParts(n, 1 - p, uniform);
  if (p === 0) return 0;
  const parts = Math.ceil((n * p) / FEW);
  if (parts <= 1) return few(n, p, uniform);
  let [left, count] = [n, 0];
  for (let part = parts; part > 0; part--) {
    const size = Math.ceil(left / part);
    count += few(size, p, uniform);
    left -= size;
  }
  return count;
}

function few(n: number, p: number, uniform: Uniform): number {
  const odds = p / (1 - p);
  let term = power(1 - p, n);
  let left = uniform();
  let count = 0;
  while (left > term && count < n) {
    left -= term;
    count += 1;
    term *= ((n - count + 1) / count) * odds;
  }
  return count;
}

/** A whole power by multiplying: `**` may differ in its last figure from engine to engine. */
function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left >>>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}

const MANY_EVENTS = 50;

/**
 * How many events of a Poisson process of a mean: the distribution function is inverted; a large mean is drawn by
 * transformed rejection (Hörmann, 1993), which takes no longer the larger it is.
 */
export function poisson(mean: number, uniform: Uniform): number {
  if (mean > MANY_EVENTS) return manyEvents(mean, uniform);
  let [term, left, count] = [Math.exp(-mean), uniform(), 0];
  while (left > term && term > 0) {
    left -= term;
    count += 1;
    term *= mean / count;
  }
  return count;
}

/** Hörmann's PTRS: the numbers are his. */
function manyEvents(mean: number, uniform: Uniform): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const alike = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const [u, v] = [uniform() - 0.5, uniform()];
    const edge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= alike) return count;
    if (count < 0 || (edge < 0.013 && v > edge)) continue;
    const height = Math.log((v * (1.1239 + 1.1328 / (b - 3.4))) / (a / (edge * edge) + b));
    if (height <= count * Math.log(mean) - mean - logFactorial(count)) return count;
  }
}

/** By Stirling's series, from 10 on exact to twelve figures; below it, what the factors from there on add is taken off. */
function logFactorial(count: number): number {
  let [x, taken] = [count + 1, 0];
  for (; x < 10; x++) taken += Math.log(x);
  const series = (1 / 12 - (1 / 360 - 1 / (1260 * x * x)) / (x * x)) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - taken;
}

/** Draws how many independent trials come before the first in which an event of a chance from 0 to 1 happens. */
export function geometric(chance: number): (uniform: Uniform) => number {
  if (chance <= 0) return () => Number.POSITIVE_INFINITY;
  const scale = 1 / Math.log1p(-chance);
  return (uniform) => Math.floor(Math.log(uniform()) * scale);
}

/** How often something came about in so many runs, as a fraction, and the standard error of that figure. */
export function probabilityOf(
  times: number,
  runs: number,
): { readonly probability: number; readonly standardError: number } {
  const probability = times / runs;
  return { probability, standardError: Math.sqrt((probability * (1 - probability)) / runs) };
}

function chanceFault(given: string, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/chance",
    given,
    allowed,
    todo: "Give a seed of your own and write it down: the same seed gives the same result.",
  });
}
