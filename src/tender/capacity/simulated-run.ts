import { fractionOf, SEEDED_RUNS, type SeededRuns, uniformsOf } from "../../cohorts/index.js";
import { CALLBACK, nested, type OptionKinds, wholeNumber } from "../../options.js";
import { parsePercent } from "../../quantity/index.js";
import type { ScoredTarget } from "../../rules/index.js";
import type { Offer } from "../offer/offer.js";
import { type Arrivals, arrivalsOf, drawArrivals } from "./arrivals.js";
import { type BacklogLimits, limitsOf } from "./backlog-limits.js";
import { type BacklogPlan, checkedPlan, planFault } from "./backlog-plan.js";
import { slotsByDay } from "./load.js";
import { planOf } from "./offered-plan.js";
import { Queue, type QueueRules } from "./queue.js";
import { type PlanDays, planDays, USUAL_WARM_UP } from "./working-days.js";

/** A plan made ready to be run with any capacity. */
export interface PreparedPlan {
  readonly plan: BacklogPlan;
  readonly limits: BacklogLimits;
  readonly days: PlanDays;
  readonly arrivals: Arrivals;
  readonly rules: QueueRules;
  readonly warmUp: number;
}

/**
 * How often the queue of a plan is run.
 *
 * - `seed`, `runs`: the same seed gives the same result; 1 and 10,000 unless given. `firstRun`: the number
 *   of the first, so that parts run apart are the parts of the whole; 0 unless given.
 * - `warmUp`: how long the queue runs before the plan's first day, in working days; 60 unless given, 0 begins empty.
 * - `onProgress`: told now and then how many runs are done, of how many.
 */
export interface QueueRunOptions extends Partial<SeededRuns> {
  readonly warmUp?: { readonly workingDays: number };
  readonly onProgress?: (done: number, total: number) => void;
}

export const QUEUE_RUN: OptionKinds<QueueRunOptions> = {
  ...SEEDED_RUNS,
  warmUp: nested({ workingDays: wholeNumber(0) }, { workingDays: "60" }),
  onProgress: CALLBACK,
};

/** Checks a plan and makes it ready. */
export function preparedPlan(given: BacklogPlan | Offer, options: QueueRunOptions): PreparedPlan {
  const plan = checkedPlan(planOf(given));
  const warmUp = options.warmUp?.workingDays ?? USUAL_WARM_UP;
  const days = planDays(plan, warmUp);
  return {
    plan,
    limits: promised(plan),
    days,
    arrivals: arrivalsOf(plan, days),
    rules: {
      didNotAttend: fractionOf(plan.noShowRate, "noShowRate"),
      mostAttempts: plan.mostAttempts ?? Number.POSITIVE_INFINITY,
      rebookAfter: plan.rebookAfter?.workingDays ?? 1,
    },
    warmUp,
  };
}

function promised({ programme, limits = {} }: BacklogPlan): BacklogLimits {
  if (programme !== undefined) return limitsOf(programme, limits);
  const { due, share = null, oldest = null, over = "cumulative", measured = "each-day" } = limits;
  if (due !== undefined && (share !== null || oldest !== null)) return { due, share, over, measured, oldest };
  throw planFault(
    "a plan that promises nothing of its backlog",
    'a programme, or limits such as { due: { workingDays: 15 }, share: { atMost: "4%" }, oldest: { workingDays: 25 } }',
    "Give `programme`, or in `limits` when work is due and at least one of share and oldest.",
  );
}

/** Runs a plan with so many units of capacity, a run at a time, and holds each day against the promises. */
export class SimulatedRun {
  /** At the close of the day last worked: those in backlog, and those they are a share of. */
  inBacklog = 0;
  of = 0;
  /** Working days since receipt of whoever has been open longest; 0 when nobody is. */
  oldest = 0;
  isTested = false;
  shareHolds = true;
  oldestHolds = true;
  readonly queue: Queue;
  readonly slots: Int32Array;
  readonly #received: Int32Array;
  readonly #isWithin: (count: number, of: number) => boolean;
  readonly #due: number;
  readonly #tooOld: number;
  readonly #prepared: PreparedPlan;

  constructor(prepared: PreparedPlan, units: number) {
    this.#prepared = prepared;
    const { plan, days, limits, rules } = prepared;
    this.slots = slotsByDay(plan, days, units);
    this.queue = new Queue(this.slots, rules);
    this.#received = new Int32Array(days.days.length);
    this.#isWithin = ceiling(limits.share);
    this.#due = limits.due.workingDays;
    this.#tooOld = limits.oldest === null ? Infinity : Math.max(this.#due, limits.oldest.workingDays);
  }

  /** Begins a run: who comes and who misses appointments hang on the seed and the run alone, not on the capacity. */
  start(seed: number, run: number): void {
    drawArrivals(this.#prepared.arrivals, uniformsOf(seed, 2 * run), this.#received);
    this.queue.start(uniformsOf(seed, 2 * run + 1));
  }

  /** Works a day, the next after the day worked last, and measures at its close. */
  close(day: number): void {
    this.queue.work(day, this.#received[day]!);
    this.#measure(day);
    const { days, limits } = this.#prepared;
    this.isTested = day >= days.first && (limits.measured === "each-day" || days.isMonthEnd[day]!);
    this.shareHolds = !this.isTested || this.#isWithin(this.inBacklog, this.of);
    this.oldestHolds = day < days.first || this.oldest < this.#tooOld;
  }

  /** Whether every day of a run holds; it is left at the first that does not. */
  holds(seed: number, run: number): boolean {
    this.start(seed, run);
    for (let day = 0; day < this.#received.length; day++) {
      this.close(day);
      if (!(this.shareHolds && this.oldestHolds)) return false;
    }
    return true;
  }

  #measure(day: number): void {
    const { queue } = this;
    const due = this.#due;
    const oldest = queue.oldest(day);
    this.oldest = oldest < 0 ? 0 : day - oldest;
    const last = day - due;
    this.inBacklog = last < 0 ? 0 : queue.openUntil(last);
    const { over } = this.#prepared.limits;
    if (over === "cumulative") this.of = queue.received(day);
    else if (over === "open") this.of = queue.open(day);
    else this.#measureMonth(day, last);
  }

  #measureMonth(day: number, last: number): void {
    const start = this.#prepared.days.monthStart[day]!;
    this.of = this.queue.received(day) - (start === 0 ? 0 : this.queue.received(start - 1));
    this.inBacklog = last < start ? 0 : this.queue.openBetween(start, last);
  }
}

/** Whether so many of so many stay within a target, in whole numbers; of nobody, nobody is too many. */
function ceiling(target: ScoredTarget | null): (count: number, of: number) => boolean {
  if (target === null || "every" in target || "atLeast" in target) return () => true;
  const [text, isStrict] = "atMost" in target ? [target.atMost, false] : [target.below, true];
  const { numerator, denominator } = parsePercent(text as string);
  if (!isStrict) return (count, of) => count * denominator <= of * numerator;
  return (count, of) => of === 0 || count * denominator < of * numerator;
}
