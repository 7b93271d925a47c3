import type { BacklogLimits } from "./backlog-limits.js";
import type { BacklogModel } from "./backlog-model.js";
import type { BacklogPlan } from "./backlog-plan.js";
import { type Passing, passing } from "./backlog-simulation.js";
import { noCapacity, noSlots } from "./capacity-faults.js";
import { type CapacityLoad, loadOf } from "./capacity-load.js";
import { leastEnough, leastHolding } from "./capacity-search.js";
import { type RequiredCapacityOptions, Trial, type TriedCapacity } from "./capacity-trial.js";
import type { Offer } from "./offer.js";

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
  readonly pass: Passing;
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
 * @throws {@link ProgrammeFault} as {@link simulateBacklog}; `tender/too-few-runs` when not even passing
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
  const trial = new Trial(plan, options);
  const { model, confidence } = trial;
  const stable = leastStable(model);
  const needed = leastEnough({
    from: stable,
    most: MOST_TIMES * stable,
    isEnough: (units) => trial.of(units).isEnough,
  });
  if (needed === null) throw noCapacity(trial.of(MOST_TIMES * stable), model);
  const around = options.around ?? 2;
  for (let units = Math.max(1, needed - around); units <= needed + around; units++) trial.of(units);
  const { slotsPerDay, passed } = trial.of(needed);
  return {
    unit: model.plan.advisers === undefined ? "slots" : "advisers",
    needed,
    slotsPerDay,
    confidence,
    load: loadOf(model.plan, model.days, needed),
    pass: passing(passed, trial.runs, trial.level),
    limits: model.limits,
    warmUp: { workingDays: model.warmUp },
    seed: trial.seed,
    runs: trial.runs,
    projected: model.days.projected,
    tried: trial.all(),
  };
}

/** Past this many times the least stable capacity, more has nothing left to do. */
const MOST_TIMES = 20;
const MOST_UNITS = 1e6;

/** The least capacity whose queue does not grow for good. */
function leastStable({ plan, days }: BacklogModel): number {
  const found = leastHolding((units) => (loadOf(plan, days, units).steadyLoad ?? 1) < 1, MOST_UNITS);
  if (found === null) throw noSlots();
  return found;
}
