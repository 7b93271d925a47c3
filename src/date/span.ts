import { ProgrammeFault } from "../fault.js";
import type { EpochDay } from "./gregorian.js";
import { type DateInput, epochDay, isoDate } from "./iso-date.js";

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

/**
 * The two ends of a span as whole numbers.
 *
 * @throws ProgrammeFault when an end is not a date, or the span ends before it begins.
 */
export function daySpan(span: DateSpan): DaySpan {
  const from = epochDay(span.from);
  const until = epochDay(span.until);
  if (from <= until) return { from, until };
  throw new ProgrammeFault({
    code: "date/span-reversed",
    given: `from ${isoDate(from)} until ${isoDate(until)}`,
    allowed: "a span that ends on or after the day it begins",
    todo: "Exchange the two dates.",
  });
}
