import { optionsOf } from "../argument.js";
import { type Chance, checkedChance, fractionOf, type Rate } from "../cohorts/index.js";
import { type BacklogModel, backlogModel, type WarmUp } from "./backlog-model.js";
import type { BacklogPlan } from "./backlog-plan.js";
import { BacklogRun } from "./backlog-run.js";
import { type Passing, passing } from "./backlog-simulation.js";
import { usualSlots } from "./backlog-slots.js";
import { aroundFault, tooFewRuns } from "./capacity-faults.js";
import { loadOf } from "./capacity-load.js";
import type { Offer } from "./offer.js";

/**
 * What capacity is looked for.
 *
 * - `confidence`: the probability with which every day is to hold, `"95%"` unless given.
 * - `level`: the level of the Wilson interval whose lower end must reach it, `"95%"` unless given.
 * - `around`: how many neighbours on each side are tried and listed as well, 2 unless given, at least 1.
 */
export interface RequiredCapacityOptions extends Partial<Chance>, WarmUp {
  readonly confidence?: Rate;
  readonly level?: string;
  readonly around?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * One capacity that was tried: `units` advisers or slots; `load` is the `steadyLoad` of {@link CapacityLoad}. It is enough when
 * its load is below 1 and the lower end of its interval reaches the confidence.
 */
export interface TriedCapacity extends Passing {
  readonly units: number;
  readonly slotsPerDay: number;
  readonly load: number;
  readonly isStable: boolean;
  readonly isEnough: boolean;
}

/** The capacities tried so far. */
export class Trial {
  readonly model: BacklogModel;
  readonly confidence: number;
  readonly level: string;
  readonly seed: number;
  readonly runs: number;
  readonly #tried = new Map<number, TriedCapacity>();
  readonly #options: RequiredCapacityOptions;

  constructor(plan: BacklogPlan | Offer, options: RequiredCapacityOptions) {
    this.#options = options;
    const { confidence = "95%", level = "95%", around = 2 } = optionsOf(options);
    ({ seed: this.seed, runs: this.runs } = checkedChance({ seed: 1, ...options }));
    this.model = backlogModel(plan, options);
    this.confidence = fractionOf(confidence, "confidence");
    this.level = level;
    if (!(Number.isSafeInteger(around) && around >= 1)) throw aroundFault(around);
    if (passing(this.runs, this.runs, level).interval.lower < this.confidence) {
      throw tooFewRuns(this.runs, confidence, level);
    }
  }

  of(units: number): TriedCapacity {
    let found = this.#tried.get(units);
    if (found === undefined) {
      found = this.#simulated(units);
      this.#tried.set(units, found);
    }
    return found;
  }

  all(): TriedCapacity[] {
    return [...this.#tried.values()].sort((one, other) => one.units - other.units);
  }

  #simulated(units: number): TriedCapacity {
    const { model, seed, runs, confidence, level } = this;
    const run = new BacklogRun(model, units);
    let passed = 0;
    for (let each = 0; each < runs; each++) {
      if (run.holds(seed, each)) passed++;
      if (each % 100 === 99) this.#progress(each + 1);
    }
    const pass = passing(passed, runs, level);
    const load = loadOf(model.plan, model.days, units).steadyLoad ?? Number.POSITIVE_INFINITY;
    const isStable = load < 1;
    const isEnough = isStable && pass.interval.lower >= confidence;
    return { units, slotsPerDay: usualSlots(model.plan, units), load, isStable, isEnough, ...pass };
  }

  /** How many will be tried is not known ahead: about a dozen. */
  #progress(done: number): void {
    const before = this.#tried.size;
    this.#options.onProgress?.(before * this.runs + done, Math.max(12, before + 1) * this.runs);
  }
}
