import { BEYOND } from "../calendar/index.js";
import { type EpochDay, type IsoDate, isoDate } from "../date/index.js";

/*
 * Days and answers as plain numbers, for speed: a caseload asks for millions of them, and numbers can be compared
 * and kept in columns without making an object, while a variable that is now a number and now `undefined` costs
 * more each time it is read. They never leave the rooms that count: what is public has a date or no field
 * (`dateIf`), and a word for a verdict (`OUTCOMES` in compliance).
 *
 * A day is an `EpochDay`, or one of
 *
 * - `NEVER`: has not come, or is not known; `-NEVER`: no lower bound, or before all days.
 * - `BEYOND` and `-BEYOND` (of calendar): somewhere after or before what the calendar knows.
 *
 * No real day is near either, so that `day < NEVER` and `Math.min` need no further question.
 */

/** A day that has not come: later than any a calendar knows, and small enough to add to. */
export const NEVER = 2 ** 29;

/**
 * What a condition comes to: it does not hold, it does, it can still go either way, or the data does not say.
 * Of several that must all hold, the greatest but `NO` decides.
 */
export type Holds = typeof NO | typeof YES | typeof OPEN | typeof UNKNOWN;
export const NO = 0;
export const YES = 1;
export const OPEN = 2;
export const UNKNOWN = 3;

/** Whether a day is one the calendar could tell. */
export function isKnown(day: EpochDay): boolean {
  return day > -BEYOND && day < BEYOND;
}

/** Whether a day has come, within what the calendar knows; `NEVER` and what lies beyond are no days. */
export function isDay(day: EpochDay): boolean {
  return Math.abs(day) < NEVER;
}

/** A field with the date of a day, or no field where the day has not come or is not known. */
export function dateIf<Name extends string>(name: Name, day: number): { [Key in Name]?: IsoDate } {
  return (isDay(day) ? { [name]: isoDate(day) } : {}) as { [Key in Name]?: IsoDate };
}
