import { fractionOf, type RateInput } from "../../cohorts/index.js";
import { type IsoMonth, monthOf } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import type { Offer } from "../offer/offer.js";
import { arrivalsOf } from "./arrivals.js";
import { type BacklogPlan, checkedPlan, type PlannedAbsence, planFault } from "./backlog-plan.js";
import { planOf } from "./offered-plan.js";
import { type PlanDays, planDays } from "./working-days.js";

/** The load of one month: what its referrals will ask for, over the appointments that can be held in it. */
export interface MonthLoad {
  readonly month: IsoMonth;
  readonly workingDays: number;
  readonly referrals: number;
  readonly slots: number;
  readonly load: number | null;
}

/**
 * What a plan asks for and what it offers, in closed form.
 *
 * - `expectedAttempts`: appointments that one referral takes on average.
 * - `appointmentsNeeded`: referrals times expected attempts; `slots`: appointments that can be held.
 * - `load`: the one over the other; null without any slot. Single months may be above 1.
 * - `steadyLoad`: the load that must stay below 1, or the queue grows for good: `load` itself for a plan of
 *   250 working days or more; for a shorter one the load of its usual slots, since the absences it lies
 *   around do not come back every few weeks.
 */
export interface CapacityLoad {
  readonly workingDays: number;
  readonly referrals: number;
  readonly expectedAttempts: number;
  readonly appointmentsNeeded: number;
  readonly slots: number;
  readonly load: number | null;
  readonly steadyLoad: number | null;
  readonly months: readonly MonthLoad[];
}

/**
 * The load on the appointments of a plan: 1/(1−δ) attempts for each referral when a share δ of the
 * appointments is missed, (1−δᵃ)/(1−δ) when the case is closed after a attempts.
 *
 * @throws ProgrammeFault `tender/plan` for a plan that does not hold together.
 *
 * @example
 * ```ts
 * import { capacityLoad } from "programme-rules/tender";
 *
 * const plan = { from: "2027-01-01", until: "2027-12-31", referrals: 20, noShowRate: "30%" };
 * const { expectedAttempts, load } = capacityLoad({ ...plan, slotsPerDay: 27 });
 * [expectedAttempts.toFixed(3), load?.toFixed(3)]; // => ["1.429", "1.058"]
 * capacityLoad({ ...plan, slotsPerDay: 27, mostAttempts: 3 }).load?.toFixed(3); // => "1.030"
 * ```
 */
export function capacityLoad(plan: BacklogPlan | Offer): CapacityLoad {
  const checked = checkedPlan(planOf(plan));
  return loadOf(checked, planDays(checked, 0), unitsOf(checked));
}

const YEAR = 250;

/** The load with so many units, of the days of the plan itself. */
export function loadOf(plan: BacklogPlan, days: PlanDays, units: number): CapacityLoad {
  const means = arrivalsOf(plan, days).means.subarray(days.first);
  const slots = slotsByDay(plan, days, units).subarray(days.first);
  const attempts = expectedAttempts(plan);
  const months = new Map<IsoMonth, number[]>();
  days.days.slice(days.first).forEach((day, at) => {
    const month = monthOf(day);
    months.set(month, [...(months.get(month) ?? []), at]);
  });
  const over = (places: readonly number[]) => {
    const referrals = planned(places.reduce((sum, at) => sum + means[at]!, 0));
    const held = places.reduce((sum, at) => sum + slots[at]!, 0);
    const load = held === 0 ? null : (referrals * attempts) / held;
    return { workingDays: places.length, referrals, slots: held, load };
  };
  const whole = over([...means.keys()]);
  const appointmentsNeeded = whole.referrals * attempts;
  const usual = usualSlots(plan, units) * whole.workingDays;
  return {
    ...whole,
    expectedAttempts: attempts,
    appointmentsNeeded,
    steadyLoad: whole.workingDays >= YEAR ? whole.load : usual === 0 ? null : appointmentsNeeded / usual,
    months: [...months].map(([month, places]) => ({ month, ...over(places) })),
  };
}

/** A month's plan divided among its days and added up again is the plan: without the dust of the division. */
const planned = (sum: number) => Number(sum.toFixed(9));

/** Appointments that one referral takes on average. */
function expectedAttempts({ noShowRate, mostAttempts }: BacklogPlan): number {
  const missed = fractionOf(noShowRate, "noShowRate");
  if (mostAttempts === undefined && missed === 1) {
    throw planFault(
      "noShowRate: 100% without mostAttempts",
      "less than 100%, or a last attempt",
      "Give mostAttempts.",
    );
  }
  if (missed === 1) return mostAttempts!;
  return (1 - (mostAttempts === undefined ? 0 : missed ** mostAttempts)) / (1 - missed);
}

/** A load at which the queue grows for good is refused with its reason. */
export function refuseOverload(found: CapacityLoad): void {
  const { steadyLoad, referrals, expectedAttempts, workingDays } = found;
  if (referrals === 0 || (steadyLoad !== null && steadyLoad < 1)) return;
  const slots = steadyLoad === null ? 0 : found.appointmentsNeeded / steadyLoad;
  const perDay = (count: number) => Number((count / workingDays).toFixed(2));
  const asked = `${perDay(referrals)} referrals a day at ${expectedAttempts.toFixed(3)} appointments each`;
  const ratio = steadyLoad === null ? "no slots at all" : `a load of ${steadyLoad.toFixed(3)}`;
  throw new ProgrammeFault({
    code: "tender/overload",
    given: `${asked} for ${perDay(slots)} slots a day: ${ratio}`,
    allowed:
      "a load below 1: at 1 and above the queue grows without end, and a run that passes only ends before it shows",
    todo: 'Plan more slots or fewer referrals; to watch such a queue grow, ask with overload: "simulate".',
  });
}

/** The slots of each working day with so many units: advisers of `slotsPerDay` each, or slots alone. */
export function slotsByDay(plan: BacklogPlan, { absences }: PlanDays, units: number): Int32Array {
  const each = plan.advisers === undefined ? 1 : slotsNeeded(plan);
  return Int32Array.from(absences, (absence) => whole(units * each, [plan.availability, left(absence)]));
}

/** The slots of a day without absences. */
export function usualSlots(plan: BacklogPlan, units: number): number {
  return whole(units * (plan.advisers === undefined ? 1 : slotsNeeded(plan)), [plan.availability]);
}

/** How many units a plan has: advisers where it counts them, else slots. */
export function unitsOf(plan: BacklogPlan): number {
  return plan.advisers ?? slotsNeeded(plan);
}

function slotsNeeded({ slotsPerDay }: BacklogPlan): number {
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
