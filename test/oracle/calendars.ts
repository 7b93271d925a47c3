import fc from "fast-check";
import { epochCalendar, workingCalendar } from "../../src/calendar/index.js";
import type { DayOfWeek } from "../../src/date/index.js";
import { dayByDay, textOf } from "./day-by-day.js";

/** A calendar of any shape and the same one on the wall: a few hundred days, some holidays, some weekend. */
export const anyCalendar = fc
  .record({
    from: fc.integer({ min: -20_000, max: 80_000 }),
    length: fc.integer({ min: 1, max: 400 }),
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    holidays: fc.array(fc.nat({ max: 400 }), { maxLength: 60 }),
  })
  .map(({ from, length, weekend, holidays }) => {
    const until = from + length - 1;
    const off = holidays.filter((offset) => offset < length).map((offset) => textOf(from + offset));
    const own = { holidays: off, knownFrom: textOf(from), knownUntil: textOf(until) };
    const options = { weekend: weekend as DayOfWeek[] };
    return {
      from,
      until,
      weekend,
      off,
      calendar: workingCalendar(own, options),
      days: epochCalendar(own, options),
      wall: dayByDay({ from, until, weekend, holidays: off }),
    };
  });

/** A day of a calendar, by its place from the first. */
export const place = fc.nat({ max: 399 });

/** The day at a place, the last day standing for all past it. */
export function dayAt({ from, until }: { from: number; until: number }, at: number): number {
  return Math.min(from + at, until);
}
