import { ProgrammeFault, shown } from "../fault.js";
import {
  type EpochDay,
  isMonthIndex,
  monthIndex,
  monthIndexOf,
  monthLength,
  monthStart,
  monthText,
} from "./gregorian.js";
import { isoDate } from "./iso-date.js";

/** A month as text, year first: `"2021-04"`. Seven characters, 1900-01 to 2199-12. */
export type IsoMonth = string;

/**
 * The same day of the month, so many months later (or earlier, when negative). Where that month is
 * too short its last day is taken: one month after 31 January is 28 or 29 February.
 *
 * @throws ProgrammeFault when `months` is not whole or the answer lies outside 1900–2199.
 *
 * @example
 * ```ts
 * import { addMonths, epochDay, isoDate } from "programme-rules/calendar";
 *
 * isoDate(addMonths(epochDay("2021-01-31"), 1)); // => "2021-02-28"
 * isoDate(addMonths(epochDay("2021-02-28"), -1)); // => "2021-01-28"
 * ```
 */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const from = monthIndexOf(day);
  const to = typeof months === "number" ? from + months : Number.NaN;
  if (!Number.isInteger(to) || !isMonthIndex(to)) throw monthStepFault(isoDate(day), months);
  const start = monthStart(to);
  return start + Math.min(day - monthStart(from), monthLength(to) - 1);
}

/**
 * The month a day lies in, as text.
 *
 * @example
 * ```ts
 * import { epochDay, monthOf } from "programme-rules/calendar";
 *
 * monthOf(epochDay("2021-04-30")); // => "2021-04"
 * ```
 */
export function monthOf(day: EpochDay): IsoMonth {
  return monthText(monthIndexOf(day));
}

/**
 * The first day of a month.
 *
 * @throws ProgrammeFault when the text is not a month of 1900–2199.
 *
 * @example
 * ```ts
 * import { firstOfMonth, isoDate } from "programme-rules/calendar";
 *
 * isoDate(firstOfMonth("2021-04")); // => "2021-04-01"
 * firstOfMonth("2021-4"); // throws a month as text
 * ```
 */
export function firstOfMonth(month: IsoMonth): EpochDay {
  return monthStart(readMonth(month));
}

/**
 * The last day of a month.
 *
 * @throws ProgrammeFault when the text is not a month of 1900–2199.
 *
 * @example
 * ```ts
 * import { isoDate, lastOfMonth } from "programme-rules/calendar";
 *
 * isoDate(lastOfMonth("2024-02")); // => "2024-02-29"
 * ```
 */
export function lastOfMonth(month: IsoMonth): EpochDay {
  const index = readMonth(month);
  return monthStart(index) + monthLength(index) - 1;
}

/**
 * The month that follows, or the one so many months on (back, when negative).
 *
 * @throws ProgrammeFault when the text is not a month of 1900–2199, or the answer is not.
 *
 * @example
 * ```ts
 * import { nextMonth } from "programme-rules/calendar";
 *
 * nextMonth("2021-12"); // => "2022-01"
 * nextMonth("2021-12", -2); // => "2021-10"
 * ```
 */
export function nextMonth(month: IsoMonth, months = 1): IsoMonth {
  const from = readMonth(month);
  const to = typeof months === "number" ? from + months : Number.NaN;
  if (!Number.isInteger(to) || !isMonthIndex(to)) throw monthStepFault(month, months);
  return monthText(to);
}

function readMonth(month: IsoMonth): number {
  const parts = typeof month === "string" ? /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) : null;
  const index = parts ? monthIndex(Number(parts[1]), Number(parts[2])) : -1;
  if (isMonthIndex(index)) return index;
  throw new ProgrammeFault({
    code: "date/month-form",
    given: shown(month),
    allowed: 'a month as text, year first, such as "2021-04", from 1900-01 to 2199-12',
    todo: "Write the year with four digits and the month with two; monthOf gives the month of a day.",
  });
}

/** A step in months that is not a whole number, or leads outside the years that can be named. */
function monthStepFault(from: string, months: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "date/month-step",
    given: `${from} and ${shown(months)} of months`,
    allowed: "a whole number of months that stays within 1900-01 to 2199-12",
    todo: "Check the number of months.",
  });
}
