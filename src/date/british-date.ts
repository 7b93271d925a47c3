import {
  dayNumber,
  dayOfWeek,
  type EpochDay,
  FIRST_YEAR,
  MONTH_NAMES,
  monthIndexOf,
  monthName,
  monthStart,
  NO_DAY,
} from "./gregorian.js";
import { firstOfMonth, type IsoMonth } from "./month.js";

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

/**
 * Reads a date written the British way, day first: `"01/04/2021"` or `"1/4/2021"`. The day as a
 * whole number; `undefined` when it is not a real date of 1900–2199 in that form. Never throws; two-digit
 * years, other separators and surrounding spaces are not read.
 *
 * @example
 * ```ts
 * import { readUkDate } from "programme-rules/calendar";
 *
 * readUkDate("01/04/2021"); // => 18718
 * readUkDate("31/04/2021"); // => undefined
 * readUkDate("1/4/21"); // => undefined
 * ```
 */
export function readUkDate(text: string): EpochDay | undefined {
  const parts = typeof text === "string" ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) : null;
  const day = parts ? dayNumber(Number(parts[3]), Number(parts[2]), Number(parts[1])) : NO_DAY;
  return day === NO_DAY ? undefined : day;
}
