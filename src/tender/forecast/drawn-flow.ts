import { binomial, normal, poisson, type Uniform, uniformsOf } from "../../cohorts/index.js";
import { fraction } from "../offer/estimate.js";
import { addFlow, clearFlow, emptyFlow, type Flow, pay } from "./expected-flow.js";
import type { ForecastPlan, GroupPlan, NumberRange } from "./forecast-plan.js";
import { ShockCentres, shareOf } from "./log-odds-shock.js";

/**
 * Draws runs of a plan. Each run has its own random numbers, so that a part of the runs is the same
 * part of the whole; within a run all groups and cohorts share one place in every range and one shock, and
 * the groups of a month what is special about that month.
 */
export class RunDrawer {
  /** The flow of each group in the run drawn last, and of all together. */
  readonly groups: readonly Flow[];
  readonly all: Flow;
  readonly #plan: ForecastPlan;
  readonly #outcomes: readonly (OutcomeDrawer | null)[];
  readonly #months: MonthDrawer;

  constructor(plan: ForecastPlan, months: number) {
    const { shock, cohortSpread } = plan.left;
    this.#plan = plan;
    this.groups = plan.groups.map(() => emptyFlow(months));
    this.all = emptyFlow(months);
    this.#months = new MonthDrawer(plan);
    const deviation = Math.hypot(shock, cohortSpread);
    this.#outcomes = plan.groups.map(({ profile }) =>
      profile === null ? null : new OutcomeDrawer(profile, deviation),
    );
  }

  draw(seed: number, run: number): void {
    const plan = this.#plan;
    const uniform = uniformsOf(seed, run);
    const volume = within(plan.volume, place(uniform));
    const [rate, profile, fees] = [place(uniform), place(uniform), place(uniform)];
    this.#months.draw(uniform);
    clearFlow(this.all);
    for (let at = 0; at < plan.groups.length; at++) {
      const [group, flow, outcomes] = [plan.groups[at]!, this.groups[at]!, this.#outcomes[at]!];
      clearFlow(flow);
      this.#drawStarts(flow, group, volume, group.rate === null ? 0 : within(group.rate, rate), uniform);
      outcomes?.draw(flow, profile, this.#months.hits, uniform);
      pay(flow, within(group.attachmentFee, fees), within(group.outcomeFee, fees));
      addFlow(this.all, flow);
    }
  }

  #drawStarts(flow: Flow, { referrals }: GroupPlan, volume: number, rate: number, uniform: Uniform): void {
    const { delay, left: kept } = this.#plan;
    for (let at = 0; at < referrals.length; at++) {
      const mean = referrals[at]! * volume * this.#months.factors[at]!;
      const people = kept.chance === "poisson" ? poisson(mean, uniform) : wholePeople(mean, uniform);
      flow.referrals[at] = people;
      let left = binomial(people, rate, uniform);
      let later = 1;
      for (let after = 0; after < delay.length && left > 0; after++) {
        const isLast = after === delay.length - 1;
        const now = isLast ? left : binomial(left, Math.min(1, delay[after]! / later), uniform);
        flow.starts[at + after]! += now;
        left -= now;
        later -= delay[after]!;
      }
    }
  }
}

/** A place in a range, from -1 (low) to 1 (high): the middle is likeliest, and each half as likely. */
function place(uniform: Uniform): number {
  return uniform() + uniform() - 1;
}

/** The number at a place of a range. */
function within({ low, likely, high }: NumberRange, at: number): number {
  return at < 0 ? likely + (likely - low) * at : likely + (high - likely) * at;
}

/** Whole people of the same mean: the part of a person is there with its own probability. */
function wholePeople(people: number, uniform: Uniform): number {
  const whole = Math.floor(people);
  return people === whole ? whole : whole + (uniform() < people - whole ? 1 : 0);
}

/** What is special about each month of a run, for all groups alike. */
class MonthDrawer {
  /** What the mean of the people referred in a month is multiplied by. */
  readonly factors: Float64Array;
  /** What moves the log-odds of those who start in a month: the shock of the run, and the cohort's own. */
  readonly hits: Float64Array;
  readonly #shock: number;
  readonly #cohortSpread: number;
  /** Of the logarithm of a factor: that of mean 1 whose coefficient of variation is that of the plan. */
  readonly #deviation: number;

  constructor({ referralMonths, delay, left }: ForecastPlan) {
    this.factors = new Float64Array(referralMonths).fill(1);
    this.hits = new Float64Array(referralMonths + delay.length - 1);
    this.#shock = left.shock;
    this.#cohortSpread = left.cohortSpread;
    this.#deviation = Math.sqrt(Math.log1p(fraction(left.monthToMonth) ** 2));
  }

  draw(uniform: Uniform): void {
    const deviation = this.#deviation;
    this.hits.fill(this.#shock * normal(uniform));
    if (deviation > 0)
      for (let at = 0; at < this.factors.length; at++)
        this.factors[at] = Math.exp(deviation * (normal(uniform) - deviation / 2));
    if (this.#cohortSpread > 0)
      for (let at = 0; at < this.hits.length; at++) this.hits[at]! += this.#cohortSpread * normal(uniform);
  }
}

const CELLS = 64;

/**
 * Draws how many of a month's starters convert at all, and for each of these in which month of age: a cumulative
 * profile turned round. The cells say from which age to look on, so that a look takes a step or two.
 */
class OutcomeDrawer {
  readonly #profile: readonly NumberRange[];
  readonly #centres: ShockCentres | null;
  readonly #cumulative: Float64Array;
  readonly #from = new Uint16Array(CELLS);

  constructor(profile: readonly NumberRange[], deviation: number) {
    const { low, high } = profile.at(-1)!;
    this.#profile = profile;
    this.#centres = deviation > 0 ? new ShockCentres(low, high, deviation) : null;
    this.#cumulative = new Float64Array(profile.length);
  }

  /** `hits`: what moves the log-odds of each month's starters. */
  draw(flow: Flow, at: number, hits: Float64Array, uniform: Uniform): void {
    const { starts, outcomes, converted } = flow;
    const rate = within(this.#profile.at(-1)!, at);
    if (rate === 0) return;
    this.#settleAges(at, rate);
    const centres = rate < 1 ? this.#centres : null;
    const centre = centres === null ? 0 : centres.of(rate);
    let [hit, chance] = [Number.NaN, rate];
    for (let cohort = 0; cohort < hits.length; cohort++) {
      if (centres !== null && hits[cohort] !== hit) {
        hit = hits[cohort]!;
        chance = shareOf(centre + hit);
      }
      const count = binomial(starts[cohort]!, chance, uniform);
      converted[cohort] = count;
      for (let one = 0; one < count; one++) outcomes[cohort + this.#ageAt(uniform())]! += 1;
    }
  }

  #settleAges(at: number, last: number): void {
    const cumulative = this.#cumulative;
    for (let age = 0; age < cumulative.length; age++)
      cumulative[age] = within(this.#profile[age]!, at) / last;
    for (let [cell, age] = [0, 0]; cell < CELLS; cell++) {
      while (cumulative[age]! <= cell / CELLS) age++;
      this.#from[cell] = age;
    }
  }

  /** The age of a number from 0 to below 1. */
  #ageAt(number: number): number {
    let age = this.#from[Math.floor(number * CELLS)]!;
    while (this.#cumulative[age]! <= number) age++;
    return age;
  }
}
