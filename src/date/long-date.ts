import { dayOfWeek } from "./day.js";
import { type EpochDay, FIRST_YEAR, monthIndexOf, monthStart } from "./gregorian.js";
import { firstOfMonth, type IsoMonth } from "./month.js";
import { MONTH_NAMES, monthName } from "./month-text.js";

const DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * A day as a person reads it, the same in every time zone: `"Thu 1 Apr 2021"`.
 *
 * @throws ProgrammeFault when the number is not a day of 1900–2199.
 *
 * @example
 * ```ts
 * import { epochDay, longDate } from "programme-rules/calendar";
 *
 * longDate(epochDay("2021-04-01")); // => "Thu 1 Apr 2021"
 * ```
 */
export function longDate(day: EpochDay): string {
  const index = monthIndexOf(day);
  const month = MONTH_NAMES[index % 12]!.slice(0, 3);
  const year = FIRST_YEAR + Math.floor(index / 12);
  return `${DAY_NAMES[dayOfWeek(day) - 1]} ${day - monthStart(index) + 1} ${month} ${year}`;
}

/** A month as a person reads it: `"April 2021"`. */
export function longMonth(month: IsoMonth): string {
  return monthName(monthIndexOf(firstOfMonth(month)));
}
