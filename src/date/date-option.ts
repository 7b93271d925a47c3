import { FROM_UNTIL, kind, nested, type OptionKind } from "../options.js";
import { type DateSpan, epochDay } from "./iso-date.js";
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
