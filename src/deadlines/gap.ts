import { dayOfWeek, lastOfMonth, monthOf, nextMonth } from "../date/index.js";
import type { Frequency } from "../rules/index.js";
import { type Distance, distanceAfter } from "./distance.js";

/** The last day for the next contact after a day: a longest gap, or the end of the next calendar span. */
export function gapOf(every: Frequency): Distance {
  if (!("each" in every)) return distanceAfter(every);
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

function lastOfQuarter(day: number): number {
  const month = monthOf(day);
  const over = (Number(month.slice(5)) - 1) % 3;
  return lastOfMonth(nextMonth(month, 2 - over));
}
