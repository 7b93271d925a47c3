import { dayNumber, NO_DAY } from "./gregorian.js";

/**
 * Reads a date written the British way, day first: `"01/04/2021"` or `"1/4/2021"`. The day as a
 * whole number, or `NaN` when it is not a real date of 1900–2199 in that form. Never throws; two-digit
 * years, other separators and surrounding spaces are not read.
 *
 * @example
 * ```ts
 * import { isoDate, readUkDate } from "programme-rules/calendar";
 *
 * isoDate(readUkDate("01/04/2021")); // => "2021-04-01"
 * readUkDate("31/04/2021"); // => NaN
 * readUkDate("1/4/21"); // => NaN
 * ```
 */
export function readUkDate(text: string): number {
  const parts = typeof text === "string" ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) : null;
  const day = parts ? dayNumber(Number(parts[3]), Number(parts[2]), Number(parts[1])) : NO_DAY;
  return day === NO_DAY ? Number.NaN : day;
}
