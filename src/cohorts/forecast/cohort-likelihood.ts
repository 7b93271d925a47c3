import type { IsoMonth } from "../../date/index.js";
import { probability } from "../log-odds.js";
import type { StretchedTiming } from "./stretched-timing.js";

/** What is seen of a month's starters, or of some of them; those who say nothing of the rate are left out. */
export interface SeenCohort {
  readonly month: IsoMonth;
  readonly starts: number;
  /** The last age that is seen; -1 before the first. */
  readonly age: number;
  /** How many had converted by then. */
  readonly converted: number;
  /** How many of them converted at each age. */
  readonly added: readonly number[];
}

/** Steps of the sums over a cohort effect, in standard deviations: for a bell curve exact to a few in a million. */
const STEPS = [-5, -3.75, -2.5, -1.25, 0, 1.25, 2.5, 3.75, 5] as const;
const MOST_ROUNDS = 30;
const CLOSE = 1e-8;

/**
 * How likely what is seen of one month is, by the log-odds of its people to convert in the end. What is seen of several
 * parts of the month, such as groups, is multiplied: one rate is that of all.
 */
export class CohortLikelihood {
  /** The log-likelihood at the log-odds looked at last, its slope and its curvature. */
  value = 0;
  slope = 0;
  curvature = 0;
  /** The cohort effect that is likeliest, and how sure it is: one over its variance. */
  effect = 0;
  precision = 0;
  readonly #converted: number;
  /** Of each part: those who have not converted, and the part of all conversions that comes by the age they are at. */
  readonly #left: Float64Array;
  readonly #grown: Float64Array;
  readonly #parts: readonly SeenCohort[];

  constructor(parts: readonly SeenCohort[]) {
    this.#parts = parts;
    this.#converted = parts.reduce((sum, { converted }) => sum + converted, 0);
    this.#left = Float64Array.from(parts, ({ starts, converted }) => starts - converted);
    this.#grown = new Float64Array(parts.length);
  }

  get parts(): number {
    return this.#parts.length;
  }

  /** Whether nothing could have been seen yet: everything is as likely as before. */
  get saysNothing(): boolean {
    return this.#converted === 0 && this.#grown.every((grown, part) => grown === 0 || this.#left[part] === 0);
  }

  /** Whether nobody can convert any more. */
  get isComplete(): boolean {
    return this.#grown.every((grown, part) => grown === 1 || this.#left[part] === 0);
  }

  /** Takes the timing by which it is looked at from now on. */
  stretch(timing: StretchedTiming, by: number): void {
    this.#parts.forEach(({ age }, part) => {
      this.#grown[part] = timing.grown(age, by);
    });
  }

  /** Looks at log-odds. */
  look(logOdds: number): void {
    const rate = probability(logOdds);
    const other = probability(-logOdds);
    const count = this.#converted;
    let value = count === 0 ? 0 : count * Math.log(rate);
    let slope = count * other;
    let curvature = -count * rate * other;
    for (let part = 0; part < this.#left.length; part++) {
      const left = this.#left[part]!;
      const grown = this.#grown[part]!;
      if (left === 0 || grown === 0) continue;
      const still = other + (1 - grown) * rate;
      const turn = (grown * rate * other) / still;
      value += left * Math.log(still);
      slope -= left * turn;
      curvature -= left * turn * (other - rate + turn);
    }
    this.value = value;
    this.slope = slope;
    this.curvature = curvature;
  }

  /** Finds the likeliest cohort effect around log-odds, the effects of cohorts being spread so far. */
  findEffect(logOdds: number, spread: number): void {
    const usual = 1 / spread ** 2;
    let effect = this.effect;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.look(logOdds + effect);
      // Beyond where the curve bends outward, the bend of the prior alone leads back.
      this.precision = usual + Math.max(0, -this.curvature);
      const step = (this.slope - effect * usual) / this.precision;
      effect += Math.max(-1, Math.min(1, step));
      if (Math.abs(step) < CLOSE) break;
    }
    this.effect = effect;
  }

  /**
   * Averages over the cohort effect. Gives the log of the likelihood's mean, and writes for each part the mean of
   * π ÷ (1 − π · grown), which times what is still to come is the chance of those who have not converted.
   */
  average(logOdds: number, spread: number, chances: Float64Array, from: number): number {
    if (spread === 0) {
      this.look(logOdds);
      this.#addChances(logOdds, 1, chances.fill(0, from, from + this.parts), from);
      return this.value;
    }
    this.findEffect(logOdds, spread);
    const { effect } = this;
    const width = 1 / Math.sqrt(this.precision);
    this.look(logOdds + effect);
    const top = this.value - (effect / spread) ** 2 / 2;
    chances.fill(0, from, from + this.parts);
    let sum = 0;
    for (const step of STEPS) {
      const at = effect + step * width;
      this.look(logOdds + at);
      const weight = Math.exp(this.value - (at / spread) ** 2 / 2 - top);
      sum += weight;
      this.#addChances(logOdds + at, weight, chances, from);
    }
    for (let part = 0; part < this.parts; part++) chances[from + part]! /= sum;
    // Said outright: people who say nothing change nothing, to the last digit.
    return this.saysNothing ? 0 : top + Math.log((sum * STEP_WIDTH * width) / (spread * ROOT_OF_TWO_PI));
  }

  #addChances(logOdds: number, weight: number, chances: Float64Array, from: number): void {
    const rate = probability(logOdds);
    const other = probability(-logOdds);
    for (let part = 0; part < this.parts; part++)
      chances[from + part]! += (weight * rate) / (other + (1 - this.#grown[part]!) * rate);
  }
}

const STEP_WIDTH = 1.25;
const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
