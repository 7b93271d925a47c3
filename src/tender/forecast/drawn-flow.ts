import { binomial, normal, type Uniform, uniformsOf } from "../../cohorts/index.js";
import { addFlow, emptyFlow, type Flow, pay } from "./expected-flow.js";
import type { ForecastPlan, GroupPlan, NumberRange } from "./forecast-plan.js";

/** What hits everybody of a run alike: places in the ranges from -1 (low) to 1 (high), and the shock. */
interface Climate {
  readonly volume: number;
  readonly rate: number;
  readonly profile: number;
  readonly fees: number;
  readonly normal: number;
}

/**
 * Draws runs of a plan. Each run has its own random numbers, so that a part of the runs is the same
 * part of the whole; within a run all groups and cohorts share one climate.
 */
export class RunDrawer {
  /** The flow of each group in the run drawn last, and of all together. */
  readonly groups: readonly Flow[];
  readonly all: Flow;
  readonly #shocks: readonly ((normal: number) => number)[];
  readonly #plan: ForecastPlan;

  constructor(plan: ForecastPlan, months: number) {
    this.#plan = plan;
    this.groups = plan.groups.map(() => emptyFlow(months));
    this.all = emptyFlow(months);
    this.#shocks = plan.groups.map(({ profile }) => shockOf(profile?.at(-1)?.high ?? 0, plan.shock));
  }

  draw(seed: number, run: number): void {
    const uniform = uniformsOf(seed, run);
    const place = () => uniform() + uniform() - 1;
    const climate = {
      volume: place(),
      rate: place(),
      profile: place(),
      fees: place(),
      normal: normal(uniform),
    };
    clear(this.all);
    this.#plan.groups.forEach((group, at) => {
      const flow = this.groups[at]!;
      clear(flow);
      this.#drawStarts(flow, group, climate, uniform);
      if (group.profile !== null) {
        const profile = group.profile.map((range) => within(range, climate.profile));
        const chance = Math.min(1, profile.at(-1)! * this.#shocks[at]!(climate.normal));
        drawOutcomes(flow, chance, new AgeTable(profile), uniform);
      }
      pay(flow, within(group.attachmentFee, climate.fees), within(group.outcomeFee, climate.fees));
      addFlow(this.all, flow);
    });
  }

  #drawStarts(flow: Flow, group: GroupPlan, climate: Climate, uniform: Uniform): void {
    const { delay } = this.#plan;
    const volume = within(this.#plan.volume, climate.volume);
    const rate = group.rate === null ? 0 : within(group.rate, climate.rate);
    group.referrals.forEach((planned, at) => {
      const people = wholePeople(planned * volume, uniform);
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
    });
  }
}

/** The number at a place of a range: -1 is low, 0 likely, 1 high. */
function within({ low, likely, high }: NumberRange, place: number): number {
  return place < 0 ? likely + (likely - low) * place : likely + (high - likely) * place;
}

/** Whole people of the same mean: the part of a person is there with its own probability. */
function wholePeople(people: number, uniform: Uniform): number {
  const whole = Math.floor(people);
  return people === whole ? whole : whole + (uniform() < people - whole ? 1 : 0);
}

/** How many of a month's starters convert at all, and for each of these in which month of age. */
function drawOutcomes(
  { starts, outcomes, converted }: Flow,
  chance: number,
  ages: AgeTable,
  uniform: Uniform,
): void {
  for (let cohort = 0; cohort < starts.length; cohort++) {
    const count = binomial(starts[cohort]!, chance, uniform);
    converted[cohort] = count;
    for (let one = 0; one < count; one++) outcomes[cohort + ages.ageAt(uniform())]! += 1;
  }
}

function clear(flow: Flow): void {
  for (const numbers of Object.values(flow)) numbers.fill(0);
}

const CELLS = 64;

/**
 * At which age people convert, of those who do: a cumulative profile turned round. The cells say from
 * which age to look on, so that a look takes a step or two.
 */
class AgeTable {
  readonly #cumulative: Float64Array;
  readonly #from = new Uint16Array(CELLS);

  constructor(profile: readonly number[]) {
    const last = profile.at(-1)!;
    this.#cumulative = Float64Array.from(profile, (value) => value / last);
    for (let [cell, age] = [0, 0]; cell < CELLS; cell++) {
      while (this.#cumulative[age]! <= cell / CELLS) age++;
      this.#from[cell] = age;
    }
  }

  /** The age of a number from 0 to below 1. */
  ageAt(place: number): number {
    let age = this.#from[Math.floor(place * CELLS)]!;
    while (this.#cumulative[age]! <= place) age++;
    return age;
  }
}

const [WIDEST, STEP] = [8, 0.1];

/**
 * What a common shock does to a conversion: a factor for each standard normal number. It moves the
 * log-odds of `top`, the highest conversion that is planned for, by so many standard deviations, around
 * a centre such that its mean is 1. So no shock leads above 100%, and none moves the expected outcomes.
 */
export function shockOf(top: number, deviation: number): (normal: number) => number {
  if (deviation === 0 || top <= 0 || top >= 1) return () => 1;
  const centre = centreOf(top, deviation);
  return (normal) => conversion(centre + deviation * normal) / top;
}

function conversion(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The log-odds around which the mean conversion is `top`, by bisection. */
function centreOf(top: number, deviation: number): number {
  const usual = Math.log(top / (1 - top));
  let [low, high] = [usual - deviation ** 2 - 1, usual + deviation ** 2 + 1];
  for (let halved = 0; halved < 60; halved++) {
    const middle = (low + high) / 2;
    if (meanConversion(middle, deviation) < top) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The mean over the normal distribution, by the trapezoid rule, which is exact to rounding for such curves. */
function meanConversion(centre: number, deviation: number): number {
  let [sum, weights] = [0, 0];
  for (let at = -WIDEST / STEP; at <= WIDEST / STEP; at++) {
    const normal = at * STEP;
    const weight = Math.exp((-normal * normal) / 2);
    sum += weight * conversion(centre + deviation * normal);
    weights += weight;
  }
  return sum / weights;
}
