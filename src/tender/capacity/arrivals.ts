import { poisson, type Uniform } from "../../cohorts/index.js";
import { epochDay, type IsoMonth, isoDate, monthOf } from "../../date/index.js";
import { type BacklogPlan, planFault } from "./backlog-plan.js";
import type { PlanDays } from "./working-days.js";

/** The referrals of each working day: the means, and the numbers themselves where nothing is left to chance. */
export interface Arrivals {
  readonly means: Float64Array;
  readonly fixed: Int32Array | null;
}

/** The referrals of a plan by working day. While warming up they come as on the first days of the plan. */
export function arrivalsOf(plan: BacklogPlan, { days, first }: PlanDays): Arrivals {
  const inPlan = days.slice(first);
  const means = Float64Array.from([...new Array(first).fill(0), ...planned(plan, inPlan)]);
  means.fill(startingRate(plan, means.subarray(first), inPlan.map(monthOf)), 0, first);
  const isGiven = typeof plan.referrals === "object" && "byDay" in plan.referrals;
  const kind = plan.arrivals ?? (isGiven ? "as-given" : "poisson");
  return { means, fixed: kind === "as-given" ? wholePeople(means) : null };
}

/** One run's referrals into `into`. */
export function drawArrivals({ means, fixed }: Arrivals, uniform: Uniform, into: Int32Array): void {
  if (fixed !== null) into.set(fixed);
  else for (let day = 0; day < means.length; day++) into[day] = poisson(means[day]!, uniform);
}

function planned({ referrals }: BacklogPlan, days: readonly number[]): number[] {
  if (typeof referrals === "number") return days.map(() => referrals);
  if ("byDay" in referrals) return byDay(referrals.byDay, days);
  const months = days.map(monthOf);
  const workingDays = new Map<IsoMonth, number>();
  for (const month of months) workingDays.set(month, (workingDays.get(month) ?? 0) + 1);
  checkMonths(Object.keys(referrals.byMonth), [...workingDays.keys()]);
  return months.map((month) => referrals.byMonth[month]! / workingDays.get(month)!);
}

function byDay(given: Readonly<Record<string, number>>, days: readonly number[]): number[] {
  const known = new Set(days);
  const other = Object.keys(given).find((on) => !known.has(epochDay(on)));
  if (other === undefined) return days.map((day) => given[isoDate(day)] ?? 0);
  throw planFault(
    `referrals.byDay.${other}`,
    "working days from the plan's first to its last",
    "Leave the day out, or count its referrals on the next working day.",
  );
}

function checkMonths(given: readonly string[], needed: readonly IsoMonth[]): void {
  const missing = needed.filter((month) => !given.includes(month));
  const spare = given.filter((month) => !needed.includes(month));
  if (missing.length + spare.length === 0) return;
  const what = missing.length > 0 ? `without ${missing.join(", ")}` : `with ${spare.join(", ")}`;
  throw planFault(
    `referrals.byMonth ${what}`,
    `every month from ${needed[0]} to ${needed.at(-1)}, and no other`,
    "Give each month once; 0 where nobody is referred.",
  );
}

/** The mean of the first month; by day it is that of all the days, since single days say little. */
function startingRate({ referrals }: BacklogPlan, means: Float64Array, months: readonly IsoMonth[]): number {
  if (typeof referrals === "number") return referrals;
  if ("byMonth" in referrals) return means[0]!;
  return means.reduce((sum, each) => sum + each, 0) / months.length;
}

/** Whole people whose sum never strays from that of the means by as much as one. */
function wholePeople(means: Float64Array): Int32Array {
  let [sum, given] = [0, 0];
  return Int32Array.from(means, (mean) => {
    sum += mean;
    const now = Math.floor(sum + 1e-9) - given;
    given += now;
    return now;
  });
}
