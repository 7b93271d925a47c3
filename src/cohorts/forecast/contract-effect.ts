import { logOddsOf, meanProbability, probability } from "../log-odds.js";
import { binomial, normal, type Uniform, uniformsOf } from "../random.js";
import { CohortLikelihood, type SeenCohort } from "./cohort-likelihood.js";
import type { StretchedTiming } from "./stretched-timing.js";

/**
 * How far apart things are held to be before anything is seen, in log-odds: contracts (a standard deviation), the months
 * of one contract (the scale of a half-normal), and the stretch of its timing (a standard deviation).
 */
export interface EffectSpreads {
  readonly contract: number;
  readonly cohort: number;
  readonly timing: number;
}

/** The contract effect, as log-odds of a month without an effect of its own, that fits one spread and one stretch best. */
interface Summit {
  readonly spread: number;
  readonly stretch: number;
  readonly logOdds: number;
  readonly deviation: number;
  /** How likely the two are, as a log. */
  readonly log: number;
}

/** A place on the grid. */
interface Cell {
  readonly spread: number;
  readonly stretch: number;
  readonly logOdds: number;
}

/** How likely contract effects around a summit are, as logs, and the chances of each part at those that are looked at. */
interface Looked {
  readonly summit: Summit;
  readonly logs: readonly number[];
  readonly most: number;
  readonly chances: Float64Array;
}

/** What a draw aims at, by part: the age by whose end people have converted, and how many have at the least. */
export interface Aim {
  readonly age: number;
  readonly least: number;
}

/** So many spreads of months and stretches of timing are looked at; and contract effects, to be seen between. */
const [SPREADS, STRETCHES, EFFECTS] = [10, 17, 11];
/** So many standard deviations to each side a contract effect is looked at, and the stretch and the spread before anything is seen. */
const [REACH, WIDEST_STRETCH, WIDEST_SPREAD] = [6, 5, 4];
/** What is so much less likely than the likeliest, in logs, weighs nothing. */
const NEGLIGIBLE = 16;

/**
 * What is held of one contract with one profile. The people of a month convert with log-odds m + contract effect + effect
 * of the month, each at an age by the stretched timing; m is where the mean rate before anything is seen is the usual one.
 * The posterior is a sum over contract effects, stretches and spreads of the months; each month's effect is summed out.
 */
export class ContractEffect {
  /** The mean rate in the end of a month to come, over the usual one. */
  readonly index: number;
  /** The values that it takes, in order, and the weight up to the middle of each. */
  readonly indices: Float64Array;
  readonly upTo: Float64Array;
  /** One less the variance of the contract effect over what it was: 0 nothing is data, 1 everything. */
  readonly weight: number;
  readonly #timing: StretchedTiming;
  readonly #spreads: EffectSpreads;
  readonly #parts: readonly SeenCohort[];
  readonly #months: readonly CohortLikelihood[];
  readonly #middle: number;
  readonly #added: readonly (readonly [age: number, people: number])[];
  readonly #stretches: readonly number[];
  /** By stretch and part, the mean of π ÷ (1 − π · grown) with its weight; last that of people who are to start. */
  readonly #chances: readonly Float64Array[];
  readonly #cells: readonly Cell[];
  /** Up to the end of each cell, the weight so far. */
  readonly #cumulative: Float64Array;

  /** @param months - each of parts that share one effect. */
  constructor(
    months: readonly (readonly SeenCohort[])[],
    timing: StretchedTiming,
    usual: number,
    spreads: EffectSpreads,
  ) {
    this.#timing = timing;
    this.#spreads = spreads;
    this.#parts = months.flat();
    this.#months = months.map((parts) => new CohortLikelihood(parts));
    this.#added = addedByAge(this.#parts);
    this.#middle = this.#middleOf(usual);
    const { cells, weights, indices, stretches, chances } = this.#weigh(this.#look(), usual);
    this.#cells = cells;
    this.#stretches = stretches;
    this.#chances = chances;
    let sum = 0;
    this.#cumulative = Float64Array.from(weights, (weight) => {
      sum += weight;
      return sum;
    });
    this.index = weightedMean(indices, weights);
    const effects = cells.map(({ logOdds }) => logOdds - this.#middle);
    const mean = weightedMean(effects, weights);
    const squares = effects.map((effect) => (effect - mean) ** 2);
    this.weight = 1 - weightedMean(squares, weights) / spreads.contract ** 2;
    const order = indices.map((_, at) => at).sort((one, other) => indices[one]! - indices[other]!);
    this.indices = Float64Array.from(order, (at) => indices[at]!);
    let before = 0;
    this.upTo = Float64Array.from(order, (at) => {
      before += weights[at]!;
      return before - weights[at]! / 2;
    });
  }

  /** The log-odds around which the mean rate before anything is seen is the usual one. */
  #middleOf(usual: number): number {
    const { contract, cohort } = this.#spreads;
    const all = cohort === 0 ? [0] : middles(0, cohort * WIDEST_SPREAD, SPREADS);
    const weights = all.map((spread) => Math.exp(this.#logOfSpread(spread)));
    return logOddsOf(usual, (centre) =>
      weightedMean(
        all.map((spread) => meanProbability(centre, Math.hypot(contract, spread))),
        weights,
      ),
    );
  }

  /** Every place on the grid that weighs something, its weight and its index, and the mean chances by stretch. */
  #weigh(looked: readonly Looked[], usual: number) {
    const best = Math.max(...looked.map(({ most }) => most));
    const count = this.#parts.length;
    const cells: Cell[] = [];
    const weights: number[] = [];
    const indices: number[] = [];
    const stretches = [...new Set(looked.map(({ summit }) => summit.stretch))];
    const chances = stretches.map(() => new Float64Array(count + 1));
    for (const { summit, logs, chances: own } of looked) {
      const { spread, stretch, deviation } = summit;
      const rates = NODES.map((node) => meanProbability(summit.logOdds + node * deviation, spread));
      const shares = new Float64Array(EFFECTS);
      logs.forEach((log, at) => {
        if (log < best - NEGLIGIBLE) return;
        const weight = Math.exp(log - best);
        cells.push({ spread, stretch, logOdds: summit.logOdds + PLACES[at]! * deviation });
        weights.push(weight);
        indices.push(between(at, rates) / usual);
        for (let node = 0; node < EFFECTS; node++) shares[node]! += weight * BETWEEN[at]![node]!;
      });
      const found = chances[stretches.indexOf(stretch)]!;
      for (let node = 0; node < EFFECTS; node++) {
        for (let part = 0; part < count; part++) found[part]! += shares[node]! * own[node * count + part]!;
        found[count]! += shares[node]! * rates[node]!;
      }
    }
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    for (const found of chances) for (let at = 0; at <= count; at++) found[at]! /= whole;
    return { cells, weights: weights.map((weight) => weight / whole), indices, stretches, chances };
  }

  /** The mean chance of those of a part who have not converted to do so by the end of an age. */
  chanceOf(part: number, age: number): number {
    return this.#meanChance(part, this.#parts[part]!.age, age);
  }

  /** The mean chance of people who are to start to convert by the end of an age. */
  chanceBy(age: number): number {
    return this.#meanChance(this.#parts.length, -1, age);
  }

  #meanChance(part: number, from: number, age: number): number {
    return this.#stretches.reduce((sum, stretch, at) => {
      const grown = this.#timing.grown(age, stretch) - this.#timing.grown(from, stretch);
      return sum + this.#chances[at]![part]! * Math.max(0, grown);
    }, 0);
  }

  /** Draws, run by run, how many of all parts have converted by the ages aimed at, and adds them to `totals`. */
  draw(
    { seed, first }: { readonly seed: number; readonly first: number },
    aims: readonly Aim[],
    odds: Float64Array,
    totals: Float64Array,
  ): void {
    // Runs of one cell are drawn together: what is known of the effects of months is worked out once for them.
    const uniforms = Array.from(totals, (_, run) => uniformsOf(seed, first + run));
    const cells = uniforms.map((uniform) => this.#cellAt(uniform()));
    const runs = cells.map((_, run) => run).sort((one, other) => cells[one]! - cells[other]!);
    const tables = this.#months.map(() => new EffectTable());
    let last = -1;
    for (const run of runs) {
      const cell = this.#cells[cells[run]!]!;
      if (cells[run] !== last) this.#take(cell, tables);
      last = cells[run]!;
      totals[run]! += this.#drawOnce(cell, tables, aims, odds[run]!, uniforms[run]!);
    }
  }

  #take({ spread, stretch, logOdds }: Cell, tables: readonly EffectTable[]): void {
    this.#months.forEach((month, at) => {
      month.stretch(this.#timing, stretch);
      if (!month.isComplete) tables[at]!.take(month, logOdds, spread);
    });
  }

  #drawOnce(
    { stretch, logOdds }: Cell,
    tables: readonly EffectTable[],
    aims: readonly Aim[],
    odds: number,
    uniform: Uniform,
  ): number {
    let total = 0;
    let part = 0;
    for (let month = 0; month < tables.length; month++) {
      const { isComplete, parts } = this.#months[month]!;
      const rate = isComplete ? 0 : probability(logOdds + tables[month]!.draw(uniform));
      for (let own = parts; own > 0; own--, part++) {
        const { starts, converted, age } = this.#parts[part]!;
        const aim = aims[part]!;
        const grown = this.#timing.grown(age, stretch);
        const more = rate * Math.max(0, this.#timing.grown(aim.age, stretch) - grown);
        const chance = more / (1 - rate * grown);
        const hit = odds === 1 ? chance : (chance * odds) / (1 - chance + chance * odds);
        const drawn = converted + binomial(starts - converted, hit, uniform);
        total += Math.max(aim.least, drawn);
      }
    }
    return total;
  }

  #cellAt(place: number): number {
    let [low, high] = [0, this.#cumulative.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#cumulative[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Every spread and stretch that weighs something, with how likely each contract effect is by them. */
  #look(): Looked[] {
    const stretches = this.#likelyStretches();
    const middle = stretches[stretches.length >> 1]!;
    const spreads = this.#likelySpreads(middle);
    const summits = stretches.flatMap((stretch) => {
      this.#stretchAll(stretch);
      return spreads.map((spread) => this.#summit(spread, stretch));
    });
    const best = Math.max(...summits.map(({ log }) => log));
    let last = Number.NaN;
    return summits
      .filter(({ log }) => log > best - NEGLIGIBLE)
      .map((summit) => {
        if (summit.stretch !== last) this.#stretchAll(summit.stretch);
        last = summit.stretch;
        return this.#lookAround(summit);
      });
  }

  #lookAround(summit: Summit): Looked {
    const { spread, stretch, logOdds, deviation } = summit;
    const count = this.#parts.length;
    const chances = new Float64Array(EFFECTS * count);
    const at = NODES.map((node, place) => {
      let [log, from] = [0, place * count];
      for (const month of this.#months) {
        log += month.average(logOdds + node * deviation, spread, chances, from);
        from += month.parts;
      }
      return log;
    });
    const fixed = this.#logOfTiming(stretch) + this.#logOfSpread(spread) + Math.log(deviation);
    const logs = PLACES.map((place, row) => {
      const effect = (logOdds + place * deviation - this.#middle) / this.#spreads.contract;
      return fixed + between(row, at) - effect ** 2 / 2;
    });
    return { summit, logs, chances, most: Math.max(...logs) };
  }

  #likelyStretches(): readonly number[] {
    const { cohort, timing } = this.#spreads;
    if (timing === 0) return [0];
    const [from, to] = likely(-timing * WIDEST_STRETCH, timing * WIDEST_STRETCH, (stretch) => {
      this.#stretchAll(stretch);
      return this.#summit(cohort, stretch).log;
    });
    const found = evenly(from, to, STRETCHES);
    // Where what is seen rules out all but a sliver of the stretches, the profile's own is left.
    return found.some((stretch) => this.#logOfTiming(stretch) > Number.NEGATIVE_INFINITY) ? found : [0];
  }

  #likelySpreads(stretch: number): readonly number[] {
    const { cohort } = this.#spreads;
    if (cohort === 0) return [0];
    this.#stretchAll(stretch);
    const [from, to] = likely(0, cohort * WIDEST_SPREAD, (spread) => this.#summit(spread, stretch).log);
    return middles(from, to, SPREADS);
  }

  #stretchAll(stretch: number): void {
    for (const month of this.#months) month.stretch(this.#timing, stretch);
  }

  #logOfSpread(spread: number): number {
    const { cohort } = this.#spreads;
    return cohort === 0 ? 0 : -((spread / cohort) ** 2) / 2;
  }

  /** How likely a stretch is, as a log: before anything is seen, and by the ages at which people converted. */
  #logOfTiming(stretch: number): number {
    const { timing } = this.#spreads;
    let log = timing === 0 ? 0 : -((stretch / timing) ** 2) / 2;
    for (const [age, people] of this.#added) log += people * Math.log(this.#timing.added(age, stretch));
    return Number.isNaN(log) ? Number.NEGATIVE_INFINITY : log;
  }

  /** The likeliest contract effect by a spread and the stretch that the months have, all effects of months with it. */
  #summit(spread: number, stretch: number): Summit {
    const usual = 1 / this.#spreads.contract ** 2;
    const own = spread === 0 ? 0 : 1 / spread ** 2;
    let effect = 0;
    let found = { log: 0, precision: usual };
    for (const month of this.#months) month.effect = 0;
    for (let round = 0; round < 50; round++) {
      let [slope, precision, log] = [-effect * usual, usual, -(effect ** 2 * usual) / 2];
      for (const month of this.#months) {
        month.look(this.#middle + effect + month.effect);
        const bend = Math.max(0, -month.curvature);
        const pull = month.slope - month.effect * own;
        const firm = spread === 0 ? 0 : bend / (bend + own);
        slope += month.slope - firm * pull;
        precision += bend * (1 - firm);
        log += month.value - (month.effect ** 2 * own) / 2;
        if (spread !== 0) log -= Math.log((bend + own) / own) / 2;
      }
      found = { log: log - Math.log(precision) / 2, precision };
      const step = Math.max(-1, Math.min(1, slope / precision));
      if (spread !== 0)
        for (const month of this.#months) {
          const bend = Math.max(0, -month.curvature);
          month.effect += (month.slope - month.effect * own - bend * step) / (bend + own);
        }
      effect += step;
      if (Math.abs(step) < 1e-7) break;
    }
    return {
      spread,
      stretch,
      logOdds: this.#middle + effect,
      deviation: 1 / Math.sqrt(found.precision),
      log: found.log + this.#logOfTiming(stretch) + this.#logOfSpread(spread),
    };
  }
}

/** What is known of a month's effect at one cell, to be drawn from. */
class EffectTable {
  readonly #cumulative = new Float64Array(DRAWN);
  #from = 0;
  #step = 0;
  #spread = 0;
  #isKnown = false;

  take(month: CohortLikelihood, logOdds: number, spread: number): void {
    this.#spread = spread;
    this.#isKnown = spread > 0 && !month.saysNothing;
    if (!this.#isKnown) return;
    month.findEffect(logOdds, spread);
    const width = 1 / Math.sqrt(month.precision);
    this.#step = (2 * DRAWN_REACH * width) / (DRAWN - 1);
    this.#from = month.effect - DRAWN_REACH * width;
    month.look(logOdds + month.effect);
    const top = month.value - (month.effect / spread) ** 2 / 2;
    let [sum, last] = [0, 0];
    for (let at = 0; at < DRAWN; at++) {
      const effect = this.#from + at * this.#step;
      month.look(logOdds + effect);
      const weight = Math.exp(month.value - (effect / spread) ** 2 / 2 - top);
      if (at > 0) sum += (last + weight) / 2;
      this.#cumulative[at] = sum;
      last = weight;
    }
  }

  draw(uniform: Uniform): number {
    if (this.#spread === 0) return 0;
    if (!this.#isKnown) return this.#spread * normal(uniform);
    const place = uniform() * this.#cumulative[DRAWN - 1]!;
    let at = 1;
    while (this.#cumulative[at]! < place) at++;
    const before = this.#cumulative[at - 1]!;
    return this.#from + this.#step * (at - 1 + (place - before) / (this.#cumulative[at]! - before));
  }
}

const [DRAWN, DRAWN_REACH] = [25, 5];

/** The nodes of Chebyshev's polynomial, in standard deviations, and places between, close together. */
const NODES = Array.from({ length: EFFECTS }, (_, at) => REACH * Math.cos((Math.PI * at) / (EFFECTS - 1)));
const PLACES = evenly(-REACH, REACH, 121);
/** What each node counts for at each place: a polynomial through the nodes, by the barycentric formula. */
const BETWEEN = PLACES.map((place) => {
  const same = NODES.indexOf(place);
  const shares = NODES.map((node, at) => {
    if (same >= 0) return at === same ? 1 : 0;
    const half = at === 0 || at === EFFECTS - 1 ? 0.5 : 1;
    return ((at % 2 === 0 ? 1 : -1) * half) / (place - node);
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
});

/** A value at a place, by the values at the nodes. */
function between(place: number, values: readonly number[]): number {
  const shares = BETWEEN[place]!;
  let sum = 0;
  for (let node = 0; node < EFFECTS; node++) sum += shares[node]! * values[node]!;
  return sum;
}

/** So many places are looked at when likely ones are sought. */
const SOUGHT = 17;

/** The part of a span outside of which nothing is likely, sought ever more closely. */
function likely(
  from: number,
  to: number,
  logOf: (at: number) => number,
): readonly [from: number, to: number] {
  let span: readonly [number, number] = [from, to];
  for (let round = 0; round < 8; round++) {
    const places = evenly(span[0], span[1], SOUGHT);
    const logs = places.map(logOf);
    const best = Math.max(...logs);
    const first = logs.findIndex((log) => log > best - NEGLIGIBLE);
    const last = logs.findLastIndex((log) => log > best - NEGLIGIBLE);
    const found = [places[Math.max(0, first - 1)]!, places[Math.min(SOUGHT - 1, last + 1)]!] as const;
    const isNarrower = found[1] - found[0] < (span[1] - span[0]) / 2;
    span = found;
    if (!isNarrower) break;
  }
  return span;
}

function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1));
}

/** The middles of so many equal parts of a span. */
function middles(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + ((to - from) * (at + 0.5)) / count);
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let [sum, all] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    sum += values[at]! * weights[at]!;
    all += weights[at]!;
  }
  return sum / all;
}

function addedByAge(parts: readonly SeenCohort[]) {
  const sums = new Map<number, number>();
  for (const { added } of parts)
    added.forEach((people, age) => {
      if (people > 0) sums.set(age, (sums.get(age) ?? 0) + people);
    });
  return [...sums];
}
