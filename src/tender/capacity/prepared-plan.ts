import { fractionOf } from "../../cohorts/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { Offer } from "../offer/offer.js";
import { type Arrivals, arrivalsOf } from "./arrivals.js";
import { type BacklogLimits, limitsOf } from "./backlog-limits.js";
import { type BacklogPlan, checkedPlan, planFault } from "./backlog-plan.js";
import { planOf } from "./offered-plan.js";
import type { QueueRules } from "./queue.js";
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

/** How long the queue runs before the plan's first day: in working days, 60 unless given, 0 begins empty. */
export interface WarmUpOption {
  readonly warmUp?: { readonly workingDays: number };
}

/** Checks a plan and makes it ready. */
export function preparedPlan(given: BacklogPlan | Offer, options: WarmUpOption): PreparedPlan {
  const plan = checkedPlan(planOf(given));
  const warmUp = options.warmUp?.workingDays ?? USUAL_WARM_UP;
  if (!(Number.isSafeInteger(warmUp) && warmUp >= 0)) throw warmUpFault(warmUp);
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

function warmUpFault(workingDays: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "tender/warm-up",
    given: `warmUp: ${shown(workingDays)} of working days`,
    allowed: "a whole number of working days from 0",
    todo: "Leave it out for 60, or write { workingDays: 0 } for a contract that begins with nobody waiting.",
  });
}
