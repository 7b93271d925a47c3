import { binomial, normal, type Uniform, uniformsOf } from "../cohorts/index.js";
import { AgeTable } from "./forecast-age.js";
import { addFlow, emptyFlow, type Flow, pay } from "./forecast-expected.js";
import type { GroupPlan, Plan, Ranged } from "./forecast-plan.js";
import { shockOf } from "./forecast-shock.js";

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
  readonly #plan: Plan;

  constructor(plan: Plan, months: number) {
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
      drawStarts(flow, { plan: this.#plan, group, climate, uniform });
      if (group.profile !== null) {
        const profile = group.profile.map((range) => within(range, climate.profile));
        const chance = Math.min(1, profile.at(-1)! * this.#shocks[at]!(climate.normal));
        drawOutcomes(flow, chance, new AgeTable(profile), uniform);
      }
      pay(flow, within(group.attachmentFee, climate.fees), within(group.outcomeFee, climate.fees));
      addFlow(this.all, flow);
    });
  }
}

/** The number at a place of a range: -1 is low, 0 likely, 1 high. */
function within({ low, likely, high }: Ranged, place: number): number {
  return place < 0 ? likely + (likely - low) * place : likely + (high - likely) * place;
}

interface Drawn {
  readonly plan: Plan;
  readonly group: GroupPlan;
  readonly climate: Climate;
  readonly uniform: Uniform;
}

function drawStarts(flow: Flow, { plan, group, climate, uniform }: Drawn): void {
  const volume = within(plan.volume, climate.volume);
  const rate = group.rate === null ? 0 : within(group.rate, climate.rate);
  const { delay } = plan;
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
