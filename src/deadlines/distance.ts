import type { EpochCalendar } from "../calendar/index.js";
import {
  addMonths,
  dayOfWeek,
  type EpochDay,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  nextMonth,
} from "../date/index.js";
import type { Frequency, Length, MonthDay } from "../rules/index.js";

/** The day at a distance from an anchor's day; ±`BEYOND` when the calendar does not reach so far. */
export type Distance = (day: EpochDay, calendar: EpochCalendar) => EpochDay;

/** The last day within a length after the anchor, whose own day is day 0, or day 1 of working days. */
export function distanceAfter(length: Length | MonthDay, countingDay: "day-0" | "day-1" = "day-0"): Distance {
  if ("workingDays" in length) {
    const { workingDays } = length;
    return countingDay === "day-0"
      ? (day, calendar) => calendar.add(day, workingDays)
      : (day, calendar) => calendar.add(day - 1, workingDays);
  }
  if ("days" in length) return rolled((day) => day + length.days, length.roll);
  if ("weeks" in length) return rolled((day) => day + 7 * length.weeks, length.roll);
  if ("months" in length) return (day) => addMonths(day, length.months);
  return monthDay(length);
}

/** The first day of the last `length` up to an anchor, the anchor's own day counted as day 1. */
export function windowBefore(length: Length | MonthDay): Distance {
  if ("workingDays" in length) return (day, calendar) => calendar.subtract(day + 1, length.workingDays);
  return (day, calendar) => distanceBefore(length)(day, calendar) + 1;
}

/** The last day at least a length before an anchor; the anchor's own day is not counted. */
export function distanceBefore(length: Length | MonthDay): Distance {
  if ("workingDays" in length) return (day, calendar) => calendar.subtract(day, length.workingDays);
  if ("days" in length) return (day) => day - length.days;
  if ("weeks" in length) return (day) => day - 7 * length.weeks;
  if ("months" in length) return (day) => addMonths(day, -length.months);
  return monthDay(length);
}

/**
 * The last day for the next contact after a day: a longest gap, or the end of the next calendar span. A gap of
 * one working day whose first is the day itself would be none: it reaches the next.
 */
export function gapOf(every: Frequency, countingDay: "day-0" | "day-1" = "day-0"): Distance {
  if (!("each" in every)) {
    const reach = distanceAfter(every, countingDay);
    return (day, calendar) => {
      const last = reach(day, calendar);
      return last === day ? calendar.add(day, 1) : last;
    };
  }
  switch (every.each) {
    case "day":
      return (day) => day + 1;
    case "working-day":
      return (day, calendar) => calendar.add(day, 1);
    case "week":
      return (day) => day + 8 - dayOfWeek(day + 1);
    case "month":
      return (day) => lastOfMonth(monthOf(day + 1));
    case "quarter":
      return (day) => lastOfQuarter(day + 1);
  }
}

function monthDay(length: MonthDay): Distance {
  if ("dayOfNextMonth" in length) {
    const first: Distance = (day) => firstOfMonth(nextMonth(monthOf(day))) + length.dayOfNextMonth - 1;
    return rolled(first, length.roll);
  }
  if ("workingDayOfMonth" in length) {
    return (day, calendar) => calendar.nthOfMonth(monthOf(day), length.workingDayOfMonth);
  }
  return (day, calendar) => calendar.nthOfMonth(nextMonth(monthOf(day)), length.workingDayOfNextMonth);
}

function rolled(distance: Distance, roll: "next-working-day" | undefined): Distance {
  if (roll === undefined) return distance;
  return (day, calendar) => calendar.rollForward(distance(day, calendar));
}

function lastOfQuarter(day: number): number {
  const month = monthOf(day);
  const over = (Number(month.slice(5)) - 1) % 3;
  return lastOfMonth(nextMonth(month, 2 - over));
}
