import { type EpochDay, FIRST_YEAR, monthIndexOf } from "./gregorian.js";
import { epochDayFault } from "./number-fault.js";

/** A day of the week: Monday is 1, Sunday is 7. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The day of the week, Monday 1 to Sunday 7.
 *
 * @example
 * ```ts
 * import { dayOfWeek, epochDay } from "programme-rules/calendar";
 *
 * dayOfWeek(epochDay("2021-04-01")); // => 4
 * ```
 */
export function dayOfWeek(day: EpochDay): DayOfWeek {
  if (!Number.isInteger(day)) throw epochDayFault(day);
  // Day 0 was a Thursday; the remainder keeps the sign of a day before 1970.
  return (((((day + 3) % 7) + 7) % 7) + 1) as DayOfWeek;
}

/**
 * The year a day lies in.
 *
 * @example
 * ```ts
 * import { epochDay, yearOf } from "programme-rules/calendar";
 *
 * yearOf(epochDay("2021-04-01")); // => 2021
 * ```
 */
export function yearOf(day: EpochDay): number {
  return FIRST_YEAR + Math.floor(monthIndexOf(day) / 12);
}
