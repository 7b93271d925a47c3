import { type EpochDay, firstOfMonth, lastOfMonth, monthOf } from "../date/index.js";
import type { ProportionRequirement } from "../rules/index.js";

/** The day on which a stock is counted: the as-at date, or the last month's end by then. */
export function stockDay(measured: ProportionRequirement["measured"], asAt: EpochDay): EpochDay {
  if (measured !== "month-end" || asAt === lastOfMonth(monthOf(asAt))) return asAt;
  return firstOfMonth(monthOf(asAt)) - 1;
}
