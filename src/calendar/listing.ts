import {
  type DateInput,
  type DateSpan,
  type DaySpan,
  daySpan,
  type EpochDay,
  epochDay,
  type IsoDate,
  isoDate,
} from "../date/index.js";
import { defined } from "../defined.js";
import { shown } from "../fault.js";
import { answered, type CalendarCore, knownDay } from "./arithmetic.js";
import { calendarFault, countFault } from "./calendar-fault.js";
import type { Holiday } from "./published.js";

/** A day that did not count, with the holiday it was; none for a day of the weekend. */
export interface NotCounted {
  readonly on: IsoDate;
  readonly holiday?: Holiday;
}

/** A count of working days with its reasons: `reckonWorkingDays` of a calendar. */
export interface Reckoning {
  readonly from: IsoDate;
  /** How many working days on; negative when counted back. */
  readonly workingDays: number;
  readonly on: IsoDate;
  /** The days between `from` and `on` that did not count, in order. */
  readonly notCounted: readonly NotCounted[];
  /** Whether any day counted lies past the published lists, so that the answer is only expected. */
  readonly projected: boolean;
}

/** What the days of a span are, and why. */
export function listing(core: CalendarCore) {
  return {
    workingDaysIn(span: DateSpan): readonly IsoDate[] {
      const days = eachDay(core, daySpan(span));
      return Object.freeze(days.filter((day) => core.days().isWorkingDay(day)).map(isoDate));
    },
    holidays(yearOrSpan: number | DateSpan): readonly Holiday[] {
      const days = eachDay(core, readSpan(yearOrSpan));
      return Object.freeze(days.flatMap((day) => core.days().holidayOn(day) ?? []));
    },
    holidayOn: (date: DateInput): Holiday | undefined =>
      core.days().holidayOn(knownDay(core, epochDay(date))),
    reckonWorkingDays(date: DateInput, n: number): Reckoning {
      const from = epochDay(date);
      if (!Number.isInteger(n) || n === 0) throw countFault(n);
      const answer = n > 0 ? core.days().add(from, n) : core.days().subtract(from, -n);
      const on = answered(core, answer, from, "from", n);
      const projected = core.days().isProjected(Math.max(from, on));
      const between = eachDay(core, { from: Math.min(from + 1, on), until: Math.max(from - 1, on) });
      return Object.freeze({
        from: isoDate(from),
        workingDays: n,
        on: isoDate(on),
        notCounted: Object.freeze(
          between
            .filter((day) => !core.days().isWorkingDay(day))
            .map((day) => Object.freeze(defined({ on: isoDate(day), holiday: core.days().holidayOn(day) }))),
        ),
        projected,
      });
    },
    isProjected: (date: DateInput): boolean => core.days().isProjected(knownDay(core, epochDay(date))),
    daysKnownAfter: (date: DateInput): number => core.known.knownUntil - epochDay(date),
  };
}

function readSpan(yearOrSpan: number | DateSpan): DaySpan {
  if (typeof yearOrSpan === "object" && yearOrSpan !== null) return daySpan(yearOrSpan);
  if (Number.isInteger(yearOrSpan) && yearOrSpan >= 1900 && yearOrSpan <= 2199) {
    return daySpan({ from: `${yearOrSpan}-01-01`, until: `${yearOrSpan}-12-31` });
  }
  const todo = "Give the year as a number, or the span with both its dates.";
  throw calendarFault("year", shown(yearOrSpan), "a year such as 2022, or { from, until }", todo);
}

function eachDay(core: CalendarCore, span: DaySpan): EpochDay[] {
  const [from, until] = [knownDay(core, span.from), knownDay(core, span.until)];
  return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}
