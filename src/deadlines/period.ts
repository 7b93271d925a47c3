import { FROM_UNTIL, optionsOf } from "../argument.js";
import { type DateInput, type EpochDay, epochDay, isoDate } from "../date/index.js";
import { ProgrammeFault } from "../fault.js";

/** A span of days, both included. */
export interface Period {
  readonly from: DateInput;
  readonly until: DateInput;
}

/**
 * The first and last day of a period.
 *
 * @throws ProgrammeFault `deadlines/period` when it ends before it begins.
 */
export function checkedPeriod(period: Period): [EpochDay, EpochDay] {
  optionsOf(period, FROM_UNTIL);
  const from = epochDay(period.from);
  const until = epochDay(period.until);
  if (from <= until) return [from, until];
  throw new ProgrammeFault({
    code: "deadlines/period",
    given: `a period from ${isoDate(from)} until ${isoDate(until)}`,
    allowed: "a period whose last day is not before its first",
    todo: "Exchange the two dates.",
  });
}
