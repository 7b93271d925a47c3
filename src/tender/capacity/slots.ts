import { fractionOf, type RateInput } from "../../cohorts/index.js";
import { type BacklogPlan, type PlannedAbsence, planFault } from "./backlog-plan.js";
import type { PlanDays } from "./working-days.js";

/** The slots of each working day with so many units: advisers of `slotsPerDay` each, or slots alone. */
export function slotsByDay(plan: BacklogPlan, { absences }: PlanDays, units: number): Int32Array {
  const each = plan.advisers === undefined ? 1 : needed(plan);
  return Int32Array.from(absences, (absence) => whole(units * each, [plan.availability, left(absence)]));
}

/** The slots of a day without absences. */
export function usualSlots(plan: BacklogPlan, units: number): number {
  return whole(units * (plan.advisers === undefined ? 1 : needed(plan)), [plan.availability]);
}

/** How many units a plan has: advisers where it counts them, else slots. */
export function unitsOf(plan: BacklogPlan): number {
  return plan.advisers ?? needed(plan);
}

function needed({ slotsPerDay }: BacklogPlan): number {
  if (slotsPerDay !== undefined) return slotsPerDay;
  throw planFault(
    "a plan without slotsPerDay",
    "the first appointments that can be held on a working day, such as slotsPerDay: 4",
    "Give slotsPerDay; `requiredCapacity` needs it only beside `advisers`.",
  );
}

function left(absence: PlannedAbsence | undefined): RateInput | undefined {
  return absence === undefined ? undefined : (absence.availability ?? "0%");
}

/** Whole slots: a part of an appointment sees nobody. What floating point loses of a whole one is given back. */
function whole(slots: number, shares: readonly (RateInput | undefined)[]): number {
  const rest = shares.reduce<number>(
    (product, share) => product * (share === undefined ? 1 : fractionOf(share, "availability")),
    slots,
  );
  return Math.floor(rest + 1e-9);
}
