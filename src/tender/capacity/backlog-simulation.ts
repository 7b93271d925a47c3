import {
  type ConfidenceInterval,
  checkedRuns,
  fractionOf,
  probabilityOf,
  wilson,
} from "../../cohorts/index.js";
import { type IsoDate, isoDate } from "../../date/index.js";
import { type OptionKinds, oneOf, optionsOf } from "../../options.js";
import { PERCENT } from "../../quantity/index.js";
import type { Offer } from "../offer/offer.js";
import type { BacklogLimits } from "./backlog-limits.js";
import type { BacklogPlan } from "./backlog-plan.js";
import { type BacklogDayForecast, DayTally, dayRows } from "./day-forecast.js";
import { type CapacityLoad, loadOf, refuseOverload, unitsOf } from "./load.js";
import {
  type PreparedPlan,
  preparedPlan,
  QUEUE_RUN,
  type QueueRunOptions,
  SimulatedRun,
} from "./simulated-run.js";

/**
 * How a queue is simulated.
 *
 * - `level`: how much the bands of a day hold, `"90%"` unless given.
 * - `overload`: `"simulate"` runs a queue whose load is 1 or above instead of refusing it.
 */
export interface BacklogSimulationOptions extends QueueRunOptions {
  readonly level?: string;
  readonly overload?: "simulate";
}

const SIMULATION_OPTIONS: OptionKinds<BacklogSimulationOptions> = {
  ...QUEUE_RUN,
  level: PERCENT,
  overload: oneOf(["simulate"]),
};

/** In how many runs something held on every day, and how exact that is. */
export interface PassProbability {
  readonly passed: number;
  readonly runs: number;
  readonly probability: number;
  readonly standardError: number;
  readonly interval: ConfidenceInterval;
}

/**
 * A queue simulated, with everything it rests on.
 *
 * - `pass`: every day held, in share and in age; `passShare`, `passOldest`: each by itself.
 * - `worstDay`: the day on which the fewest runs held, null when all held on every day.
 * - `days`: a row for each working day. `projected`: whether a bank holiday is only expected.
 */
export interface BacklogSimulation {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly limits: BacklogLimits;
  readonly load: CapacityLoad;
  readonly warmUp: { readonly workingDays: number };
  readonly seed: number;
  readonly runs: number;
  readonly firstRun: number;
  readonly level: string;
  readonly projected: boolean;
  readonly pass: PassProbability;
  readonly passShare: PassProbability;
  readonly passOldest: PassProbability;
  readonly worstDay: { readonly on: IsoDate; readonly holding: number } | null;
  readonly days: readonly BacklogDayForecast[];
}

/**
 * The queue for first appointments, day by day on the real working-day calendar. Each working day: who is
 * referred; then the slots are given out in order of receipt, to those who wait for another appointment
 * first, since they came first; each appointment is missed with the same chance, and rebooked after its lag or,
 * after the last attempt, closed; the backlog is measured at the close of the day. The queue has run for
 * 60 working days when the first day begins, so that it does not begin empty.
 *
 * @throws ProgrammeFault `tender/plan` for a plan that does not hold together, `tender/overload` for
 * one whose queue grows for good, `cohorts/chance` for a seed or runs that are none, and the faults of
 * the calendar and of {@link backlogLimits}.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { simulateBacklog } from "programme-rules/tender";
 *
 * const { pass, worstDay, days } = simulateBacklog(
 *   {
 *     from: "2026-12-01",
 *     until: "2027-02-28",
 *     referrals: 20,
 *     slotsPerDay: 30,
 *     noShowRate: "30%",
 *     rebookAfter: { workingDays: 5 },
 *     mostAttempts: 3,
 *     absences: [{ from: "2026-12-14", until: "2027-01-06", says: "Christmas" }],
 *     programme: whpJetsCv06,
 *   },
 *   { seed: 2026, runs: 200 },
 * );
 * pass.probability; // => 0.01
 * worstDay; // => { on: "2027-01-21", holding: 0.12 }
 * days.length; // => 61
 * ```
 */
export function simulateBacklog(
  plan: BacklogPlan | Offer,
  options: BacklogSimulationOptions = {},
): BacklogSimulation {
  const { seed, runs, firstRun } = checkedRuns({ seed: 1, ...optionsOf(options, SIMULATION_OPTIONS) });
  const { level = "90%", overload } = options;
  const prepared = preparedPlan(plan, options);
  const units = unitsOf(prepared.plan);
  const load = loadOf(prepared.plan, prepared.days, units);
  if (overload !== "simulate") refuseOverload(load);
  const counted = countRuns(prepared, units, { ...options, seed, runs, firstRun });
  const { passed, passedShare, passedOldest } = counted;
  const days = dayRows(prepared.days, counted, (1 - fractionOf(level, "level")) / 2);
  return {
    from: isoDate(prepared.days.days[prepared.days.first]!),
    until: isoDate(prepared.days.days.at(-1)!),
    limits: prepared.limits,
    load,
    warmUp: { workingDays: prepared.warmUp },
    ...{ seed, runs, firstRun, level, projected: prepared.days.projected },
    pass: passProbability(passed, runs),
    passShare: passProbability(passedShare, runs),
    passOldest: passProbability(passedOldest, runs),
    worstDay: worstOf(days),
    days,
  };
}

type Counting = Required<Pick<BacklogSimulationOptions, "seed" | "runs" | "firstRun">> &
  Pick<BacklogSimulationOptions, "onProgress">;

function countRuns(prepared: PreparedPlan, units: number, { seed, runs, firstRun, onProgress }: Counting) {
  const { days, first } = prepared.days;
  const tallies = days.slice(first).map(() => new DayTally());
  const run = new SimulatedRun(prepared, units);
  let [passed, passedShare, passedOldest] = [0, 0, 0];
  for (let each = 0; each < runs; each++) {
    run.start(seed, firstRun + each);
    let [share, oldest] = [true, true];
    for (let day = 0; day < days.length; day++) {
      run.close(day);
      share &&= run.shareHolds;
      oldest &&= run.oldestHolds;
      if (day >= first) tallies[day - first]!.add(run, day);
    }
    if (share) passedShare++;
    if (oldest) passedOldest++;
    if (share && oldest) passed++;
    if (each % 100 === 99) onProgress?.(each + 1, runs);
  }
  return { passed, passedShare, passedOldest, tallies, slots: run.slots, runs };
}

/** So many runs of so many, with how exact the figure is. */
export function passProbability(passed: number, runs: number, level = "95%"): PassProbability {
  return {
    passed,
    runs,
    ...probabilityOf(passed, runs),
    interval: wilson({ count: passed, of: runs }, { level })!,
  };
}

function worstOf(days: readonly BacklogDayForecast[]): BacklogSimulation["worstDay"] {
  const worst = days.reduce((least, day) => (day.holding < least.holding ? day : least));
  return worst.holding === 1 ? null : { on: worst.on, holding: worst.holding };
}
