import { type WorkingCalendar, workingCalendar } from "../../calendar/index.js";
import { type EpochDay, epochDay, isoDate, lastOfMonth, monthOf } from "../../date/index.js";
import { defined } from "../../defined.js";
import { type BacklogPlan, type PlannedAbsence, planFault } from "./backlog-plan.js";

/**
 * The working days of a plan, by place from 0, the days of warming up before its first day among them.
 *
 * - `first`: the place of the first day looked at.
 * - `monthStart`: the place of the first working day of the same month.
 * - `isMonthEnd`: whether it is the last working day of its month.
 * - `absences`: what was said of the day, where something was.
 */
export interface PlanDays {
  readonly days: readonly EpochDay[];
  readonly first: number;
  readonly monthStart: Int32Array;
  readonly isMonthEnd: readonly boolean[];
  readonly absences: readonly (PlannedAbsence | undefined)[];
  readonly projected: boolean;
}

/** How many working days a queue runs before the plan begins, so that it does not begin empty. */
export const USUAL_WARM_UP = 60;

/** Lists the working days of a plan. */
export function planDays(plan: BacklogPlan, warmUp: number): PlanDays {
  const { calendar: asked = "england-and-wales", beyondPublished } = plan;
  const calendar = workingCalendar(asked, defined({ beyondPublished }));
  const [from, until] = [epochDay(plan.from), epochDay(plan.until)];
  const days = workingDays(calendar, from, until);
  if (days.length === 0)
    throw planFault(`${plan.from} to ${plan.until}`, "at least one working day, in order");
  if (warmUp > 0) days.unshift(...before(calendar, from, warmUp));
  const months = days.map(monthOf);
  const monthStart = Int32Array.from(months, (month) => months.indexOf(month));
  const isMonthEnd = days.map((day) => calendar.days.rollBack(lastOfMonth(monthOf(day))) === day);
  return {
    days,
    first: Math.max(0, warmUp),
    monthStart,
    isMonthEnd,
    absences: days.map((day) => absenceOn(day, plan)),
    projected: calendar.isProjected(isoDate(days.at(-1)!)),
  };
}

function workingDays(calendar: WorkingCalendar, from: EpochDay, until: EpochDay): EpochDay[] {
  calendar.isWorkingDay(isoDate(from));
  calendar.isWorkingDay(isoDate(until));
  const days: EpochDay[] = [];
  for (let day = from; day <= until; day++) if (calendar.days.isWorkingDay(day)) days.push(day);
  return days;
}

function before(calendar: WorkingCalendar, from: EpochDay, warmUp: number): EpochDay[] {
  return Array.from({ length: warmUp }, (_, at) =>
    epochDay(calendar.subtractWorkingDays(isoDate(from), warmUp - at)),
  );
}

/** Of several that cover a day the last one written counts. */
function absenceOn(day: EpochDay, { absences = [] }: BacklogPlan): PlannedAbsence | undefined {
  return absences.findLast(({ from, until = from }) => epochDay(from) <= day && day <= epochDay(until));
}
