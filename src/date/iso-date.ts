import { dateFault } from "./date-fault.js";
import {
  dayNumber,
  type EpochDay,
  epochDayFault,
  FIRST_DAY,
  monthIndexOf,
  monthStart,
  monthText,
  NO_DAY,
} from "./gregorian.js";

/** A date as text, year first: `"2021-04-01"`. Ten characters, 1900 to 2199, always a day that exists. */
export type IsoDate = string;

/** A date in parts: `Temporal.PlainDate`, or any object with these three numbers. January is 1. */
export interface PlainDateLike {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What every public function takes as a date. A `Date` is refused: it is an instant, not a day. */
export type DateInput = IsoDate | PlainDateLike;

const HYPHEN = 45;

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

function isDigit(value: number): boolean {
  return value >>> 0 <= 9;
}

/** The first digits of year, month and day need no look: a wrong one puts its number outside the range. */
function readDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NO_DAY;
  const hundreds = digit(text, 1);
  const tens = digit(text, 2);
  const years = digit(text, 3);
  const months = digit(text, 6);
  const days = digit(text, 9);
  if (!(isDigit(hundreds) && isDigit(tens) && isDigit(years) && isDigit(months) && isDigit(days)))
    return NO_DAY;
  const year = digit(text, 0) * 1000 + hundreds * 100 + tens * 10 + years;
  return dayNumber(year, digit(text, 5) * 10 + months, digit(text, 8) * 10 + days);
}

/**
 * Reads a date without ever throwing: the day as a whole number, or `NaN` when the value is not the
 * text of a real date from 1900-01-01 to 2199-12-31. Use {@link epochDay} where a person must be told.
 */
export function readEpochDay(text: unknown): number {
  const day = typeof text === "string" ? readDay(text) : NO_DAY;
  return day === NO_DAY ? Number.NaN : day;
}

/**
 * Whether a value is the text of a real date, `"2021-04-01"`, from 1900 to 2199.
 *
 * @example
 * ```ts
 * import { isIsoDate } from "programme-rules/calendar";
 *
 * isIsoDate("2024-02-29"); // => true
 * isIsoDate("2021-02-29"); // => false
 * isIsoDate("2021-2-3"); // => false
 * ```
 */
export function isIsoDate(text: unknown): text is IsoDate {
  return typeof text === "string" && readDay(text) !== NO_DAY;
}

/**
 * A date as a whole number: days since 1970-01-01. Text (`"2021-04-01"`) and anything shaped like
 * `Temporal.PlainDate` are read; 1900-01-01 to 2199-12-31.
 *
 * @throws ProgrammeFault for a day that does not exist (`2021-02-29`), another form (`2021-2-3`,
 * `03/02/2021`, `20210203`), a year outside 1900–2199, an instant (a `Date`, or text with a time: see
 * {@link londonDate}), nothing (`""`, `undefined`) and `NaN`.
 *
 * @example
 * ```ts
 * import { epochDay } from "programme-rules/calendar";
 *
 * epochDay("1970-01-02"); // => 1
 * epochDay({ year: 2021, month: 4, day: 1 }); // => 18718
 * epochDay("2021-02-29"); // throws February 2021 has 28 days
 * ```
 */
export function epochDay(date: DateInput): EpochDay {
  const day = typeof date === "string" ? readDay(date) : readParts(date);
  if (day === NO_DAY) throw dateFault(date);
  return day;
}

/** The calendar that `Temporal` counts in unless another is asked for; the years of others are not ours. */
const ISO = "iso8601";

function readParts(date: PlainDateLike): number {
  if (typeof date !== "object" || date === null) return NO_DAY;
  const { year, month, day, calendarId = ISO } = date as PlainDateLike & { readonly calendarId?: unknown };
  if (calendarId !== ISO) return NO_DAY;
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  return whole ? dayNumber(year, month, day) : NO_DAY;
}

// Texts are written once and handed out again: a page holds the 1,024 days whose index shares its high bits.
const pages: string[][] = [];

/**
 * The text of a day: `18718` is `"2021-04-01"`.
 *
 * @throws ProgrammeFault when the number is not whole or lies outside 1900-01-01 to 2199-12-31.
 *
 * @example
 * ```ts
 * import { isoDate } from "programme-rules/calendar";
 *
 * isoDate(18718); // => "2021-04-01"
 * isoDate(0.5); // throws a whole number of days
 * ```
 */
export function isoDate(day: EpochDay): IsoDate {
  if (typeof day !== "number") throw epochDayFault(day);
  const index = (day - FIRST_DAY) | 0;
  return (index === day - FIRST_DAY && pages[index >> 10]?.[index & 1023]) || writeIsoDate(day);
}

function writeIsoDate(day: EpochDay): IsoDate {
  if (!Number.isInteger(day)) throw epochDayFault(day);
  const month = monthIndexOf(day);
  const dayOfMonth = day - monthStart(month) + 1;
  const text = `${monthText(month)}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;
  const index = day - FIRST_DAY;
  let page = pages[index >> 10];
  if (page === undefined) pages[index >> 10] = page = new Array<string>(1024);
  page[index & 1023] = text;
  return text;
}

/** A run of days, both ends in it. */
export interface DateSpan {
  readonly from: DateInput;
  readonly until: DateInput;
}

/** A run of days as whole numbers, both ends in it. */
export interface DaySpan {
  readonly from: EpochDay;
  readonly until: EpochDay;
}
