import { checkedRuns, fractionOf, RATE, type RateInput } from "../../cohorts/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { CHECKED, type OptionKinds, optionsOf } from "../../options.js";
import { PERCENT } from "../../quantity/index.js";
import type { Offer } from "../offer/offer.js";
import type { BacklogLimits } from "./backlog-limits.js";
import { type BacklogPlan, planFault } from "./backlog-plan.js";
import { type PassProbability, passProbability } from "./backlog-simulation.js";
import { type CapacityLoad, loadOf, usualSlots } from "./load.js";
import {
  type PreparedPlan,
  preparedPlan,
  QUEUE_RUN,
  type QueueRunOptions,
  SimulatedRun,
} from "./simulated-run.js";

/**
 * What capacity is looked for.
 *
 * - `confidence`: the probability with which every day is to hold, `"95%"` unless given.
 * - `level`: the level of the Wilson interval whose lower end must reach it, `"95%"` unless given.
 * - `around`: how many neighbours on each side are tried and listed as well, 2 unless given, at least 1.
 */
export interface RequiredCapacityOptions extends QueueRunOptions {
  readonly confidence?: RateInput;
  readonly level?: string;
  readonly around?: number;
}

const CAPACITY_OPTIONS: OptionKinds<RequiredCapacityOptions> = {
  ...QUEUE_RUN,
  confidence: RATE,
  level: PERCENT,
  around: CHECKED,
};

/**
 * One capacity that was tried: `units` advisers or slots; `load` is the `steadyLoad` of {@link CapacityLoad}. It is enough when
 * its load is below 1 and the lower end of its interval reaches the confidence.
 */
export interface TriedCapacity extends PassProbability {
  readonly units: number;
  readonly slotsPerDay: number;
  readonly load: number;
  readonly isStable: boolean;
  readonly isEnough: boolean;
}

/**
 * The smallest capacity that keeps the promises.
 *
 * - `unit`: advisers where the plan counts them, each with its `slotsPerDay`; else slots a working day.
 * - `needed`: how many; `slotsPerDay`: the slots they give on a usual day.
 * - `tried`: everything that was simulated, smallest first. An unstable one may well pass: its queue grows, and
 *   the plan ends before it shows.
 */
export interface RequiredCapacity {
  readonly unit: "advisers" | "slots";
  readonly needed: number;
  readonly slotsPerDay: number;
  readonly confidence: number;
  readonly load: CapacityLoad;
  readonly pass: PassProbability;
  readonly limits: BacklogLimits;
  readonly warmUp: { readonly workingDays: number };
  readonly seed: number;
  readonly runs: number;
  readonly projected: boolean;
  readonly tried: readonly TriedCapacity[];
}

/**
 * The smallest number of advisers (or of slots a working day) with which every day keeps the promised share
 * and age with the confidence asked for: the lower end of the Wilson interval of that probability must
 * reach it. All capacities meet the same people, who miss the same appointments. One whose load is 1 or
 * above is never enough, however it does within the plan: at 20 referrals a day of whom 30% miss each
 * appointment, 27 slots have a load of 1.058 and still pass most first years.
 *
 * @throws ProgrammeFault as {@link simulateBacklog}; `tender/too-few-runs` when not even passing
 * all runs would show the confidence; `tender/no-capacity` when no capacity is enough.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { requiredCapacity } from "programme-rules/tender";
 *
 * const { unit, needed, tried } = requiredCapacity(
 *   { from: "2027-01-01", until: "2027-12-31", referrals: 20, noShowRate: "30%", programme: whpJetsCv06 },
 *   { confidence: "95%", seed: 2027, runs: 300 },
 * );
 * `${needed} ${unit}`; // => "29 slots"
 * tried.map(({ units, isStable, isEnough }) => `${units} ${isStable} ${isEnough}`);
 * // => ["27 false false", "28 false false", "29 true true", "30 true true", "31 true true"]
 * ```
 */
export function requiredCapacity(
  plan: BacklogPlan | Offer,
  options: RequiredCapacityOptions = {},
): RequiredCapacity {
  const trials = new CapacityTrials(plan, options);
  const { prepared, confidence } = trials;
  const stable = leastStable(prepared);
  const needed = leastEnough(stable, MOST_TIMES * stable, (units) => trials.of(units).isEnough);
  if (needed === null) throw noCapacity(trials.of(MOST_TIMES * stable), prepared);
  const around = options.around ?? 2;
  for (let units = Math.max(1, needed - around); units <= needed + around; units++) trials.of(units);
  const { slotsPerDay, passed } = trials.of(needed);
  return {
    unit: prepared.plan.advisers === undefined ? "slots" : "advisers",
    needed,
    slotsPerDay,
    confidence,
    load: loadOf(prepared.plan, prepared.days, needed),
    pass: passProbability(passed, trials.runs, trials.level),
    limits: prepared.limits,
    warmUp: { workingDays: prepared.warmUp },
    seed: trials.seed,
    runs: trials.runs,
    projected: prepared.days.projected,
    tried: trials.all(),
  };
}

/** Past this many times the least stable capacity, more has nothing left to do. */
const MOST_TIMES = 20;
const MOST_UNITS = 1e6;

/** The least capacity whose queue does not grow for good. */
function leastStable({ plan, days }: PreparedPlan): number {
  const found = leastHolding((units) => (loadOf(plan, days, units).steadyLoad ?? 1) < 1, MOST_UNITS);
  if (found !== null) return found;
  throw planFault(
    "slotsPerDay, availability and absences that leave no slot however many there are",
    "some slots",
    "Correct the one that is 0.",
  );
}

/** The capacities tried so far. */
class CapacityTrials {
  readonly prepared: PreparedPlan;
  readonly confidence: number;
  readonly level: string;
  readonly seed: number;
  readonly runs: number;
  readonly #tried = new Map<number, TriedCapacity>();
  readonly #options: RequiredCapacityOptions;

  constructor(plan: BacklogPlan | Offer, options: RequiredCapacityOptions) {
    this.#options = options;
    const { confidence = "95%", level = "95%", around = 2 } = optionsOf(options, CAPACITY_OPTIONS);
    ({ seed: this.seed, runs: this.runs } = checkedRuns({ seed: 1, ...options }));
    this.prepared = preparedPlan(plan, options);
    this.confidence = fractionOf(confidence, "confidence");
    this.level = level;
    if (!(Number.isSafeInteger(around) && around >= 1)) throw aroundFault(around);
    if (passProbability(this.runs, this.runs, level).interval.lower < this.confidence) {
      throw tooFewRuns(this.runs, confidence, level);
    }
  }

  of(units: number): TriedCapacity {
    const found = this.#tried.get(units) ?? this.#simulated(units);
    this.#tried.set(units, found);
    return found;
  }

  all(): TriedCapacity[] {
    return [...this.#tried.values()].sort((one, other) => one.units - other.units);
  }

  #simulated(units: number): TriedCapacity {
    const { prepared, seed, runs, confidence, level } = this;
    const run = new SimulatedRun(prepared, units);
    let passed = 0;
    for (let each = 0; each < runs; each++) {
      if (run.holds(seed, each)) passed++;
      if (each % 100 === 99) this.#progress(each + 1);
    }
    const pass = passProbability(passed, runs, level);
    const load = loadOf(prepared.plan, prepared.days, units).steadyLoad ?? Number.POSITIVE_INFINITY;
    const isStable = load < 1;
    const isEnough = isStable && pass.interval.lower >= confidence;
    return { units, slotsPerDay: usualSlots(prepared.plan, units), load, isStable, isEnough, ...pass };
  }

  /** How many will be tried is not known ahead: about a dozen. */
  #progress(done: number): void {
    const before = this.#tried.size;
    this.#options.onProgress?.(before * this.runs + done, Math.max(12, before + 1) * this.runs);
  }
}

/** Even far more than enough is not enough: something else than the number of slots breaks the promise. */
function noCapacity(
  { units, passed, runs }: PassProbability & { readonly units: number },
  { plan, rules }: PreparedPlan,
): ProgrammeFault {
  const unit = plan.advisers === undefined ? "slots a day" : "advisers";
  const lag = `rebooked after ${rules.rebookAfter} working days`;
  const most = Number.isFinite(rules.mostAttempts) ? `closed after ${rules.mostAttempts}` : "never closed";
  return new ProgrammeFault({
    code: "tender/no-capacity",
    given: `a plan whose every day holds in ${passed} of ${runs} runs even with ${units} ${unit} (missed appointments ${lag}, ${most})`,
    allowed: "a plan that enough appointments can keep",
    todo: "Look at simulateBacklog's worstDay: shorten the absences around it, rebook sooner, or close after fewer attempts.",
  });
}

function tooFewRuns(runs: number, confidence: RateInput, level: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "tender/too-few-runs",
    given: `${runs} runs for a confidence of ${typeof confidence === "string" ? confidence : shown(confidence)}`,
    allowed: `so many runs that passing all of them shows it at a level of ${level}`,
    todo: "Give more runs; 10,000 are taken where none are given.",
  });
}

function aroundFault(around: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "tender/around",
    given: `around: ${shown(around)}`,
    allowed: "a whole number from 1",
    todo: "Say how many neighbours of the answer are tried as well.",
  });
}

/** The least whole number from 1 for which a condition holds that once true stays true; null past `most`. */
export function leastHolding(holds: (units: number) => boolean, most: number): number | null {
  let high = 1;
  while (!holds(high)) {
    if (high >= most) return null;
    high = Math.min(most, 2 * high);
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The least from `from` to `most` that is enough and whose next is enough as well; null when there is none. More is widened in
 * growing steps, the gap halved, then both neighbours are looked at, because with chance, and with long
 * lags of rebooking, one more can be worse.
 */
export function leastEnough(from: number, most: number, isEnough: (units: number) => boolean): number | null {
  let [low, high] = [from - 1, from];
  for (let step = Math.max(1, Math.ceil(from / 20)); !isEnough(high); step *= 2) {
    if (high >= most) return null;
    low = high;
    high = Math.min(most, high + step);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  while (high > from && isEnough(high - 1)) high--;
  while (high < most && !isEnough(high + 1)) {
    high += 2;
    while (high < most && !isEnough(high)) high++;
  }
  return high;
}
