import { ProgrammeFault } from "../fault.js";
import { FROM_UNTIL, kind, nested, type OptionKind } from "../options.js";
import { type DateSpan, type DaySpan, epochDay, isoDate } from "./iso-date.js";
import { firstOfMonth } from "./month.js";

const isDateLike = kind(
  (value) => typeof value === "string" || (typeof value === "object" && value !== null),
  'a date such as "2021-04-30"',
);

/** An option that is a date. */
export const DATE: OptionKind = (value, name) => {
  isDateLike(value, name);
  epochDay(value as string);
};

/** An option that is a month. */
export const MONTH: OptionKind = (value) => {
  firstOfMonth(value as string);
};

/** An option that is a span of days. */
export const SPAN: OptionKind = nested<DateSpan>({ from: DATE, until: DATE }, FROM_UNTIL);

/**
 * The two ends of a span as whole numbers.
 *
 * @throws ProgrammeFault when an end is not a date, or the span ends before it begins.
 */
export function daySpan(span: DateSpan): DaySpan {
  SPAN(span, "span");
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
