import { ProgrammeFault, shown } from "../fault.js";

/** A day as a whole number: days since 1970-01-01, which is 0. Days before it are negative. */
export type EpochDay = number;

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12;
const MEAN_MONTH = 365.2425 / 12;

/** 1900-01-01, the first day that can be named. */
export const FIRST_DAY: EpochDay = -25_567;
/** 2199-12-31, the last day that can be named. */
export const LAST_DAY: EpochDay = 84_005;

// The day each month of 1900–2199 begins on, and one entry more for the end of the last month.
const starts = /* @__PURE__ */ monthStarts();

function monthStarts(): Int32Array {
  const table = new Int32Array(MONTHS + 1);
  table[0] = FIRST_DAY;
  for (let index = 0; index < MONTHS; index += 1) table[index + 1] = table[index]! + lengthByRule(index);
  return table;
}

function lengthByRule(index: number): number {
  const year = FIRST_YEAR + Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** What stands for "no such day" inside this room: an integer, so that reading dates stays integer arithmetic. */
export const NO_DAY = -(2 ** 30);

/** The months are counted from January 1900, which is 0. */
export function monthIndex(year: number, month: number): number {
  return (year - FIRST_YEAR) * 12 + month - 1;
}

export function isMonthIndex(index: number): boolean {
  return index >= 0 && index < MONTHS;
}

export function monthStart(index: number): EpochDay {
  return starts[index]!;
}

export function monthLength(index: number): number {
  return starts[index + 1]! - starts[index]!;
}

/** The month a day lies in. The guess by mean months is never out by more than one place. */
export function monthIndexOf(day: EpochDay): number {
  if (typeof day !== "number" || !(day >= FIRST_DAY && day <= LAST_DAY)) throw epochDayFault(day);
  const guess = Math.floor((day - FIRST_DAY) / MEAN_MONTH);
  if (starts[guess]! > day) return guess - 1;
  return starts[guess + 1]! <= day ? guess + 1 : guess;
}

/** The day of that year, month and day of the month, all whole; `NO_DAY` when it is not a real date of 1900–2199. */
export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || dayOfMonth < 1) return NO_DAY;
  const index = monthIndex(year, month);
  const day = starts[index]! + dayOfMonth - 1;
  return day < starts[index + 1]! ? day : NO_DAY;
}

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

export const MONTH_NAMES: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const texts: string[] = [];

/** "2021-04" for a month counted from January 1900; written once, then handed out again. */
export function monthText(index: number): string {
  return texts[index] ?? writeMonth(index);
}

function writeMonth(index: number): string {
  const month = (index % 12) + 1;
  const text = `${FIRST_YEAR + Math.floor(index / 12)}-${month < 10 ? "0" : ""}${month}`;
  texts[index] = text;
  return text;
}

/** "February 2021", for sentences. */
export function monthName(index: number): string {
  return `${MONTH_NAMES[index % 12]} ${FIRST_YEAR + Math.floor(index / 12)}`;
}

/** A number that is no day: not whole, or outside the years that can be named. */
export function epochDayFault(day: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "date/epoch-day",
    given: shown(day),
    allowed: "a whole number of days since 1970-01-01, from -25567 (1900-01-01) to 84005 (2199-12-31)",
    todo: "Make the number with epochDay, and test an answer for undefined before writing it as text.",
  });
}
