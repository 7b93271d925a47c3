import {
  type DateInput,
  type EpochDay,
  epochDay,
  firstOfMonth,
  type IsoDate,
  type IsoMonth,
  isoDate,
  lastOfMonth,
} from "../date/index.js";
import { shown } from "../fault.js";
import { oneOf } from "../options.js";
import { calendarFault, countFault, type KnownDays, outsideFault } from "./calendar-fault.js";
import { type EpochCalendar, isAnswer } from "./epoch-calendar.js";
import type { CalendarChange } from "./published.js";

/** What the parts of a calendar share: the days it answers for, and its tables, built when first asked for. */
export interface CalendarCore {
  readonly known: KnownDays;
  readonly laterChanges: readonly CalendarChange[];
  days(): EpochCalendar;
}

/**
 * An answer, or why there is none: `words` describe what is sought, after `n` working days where those are
 * counted, and the day it starts from follows.
 */
export function answered(
  core: CalendarCore,
  answer: number,
  day: EpochDay,
  words: string,
  n?: number,
): EpochDay {
  if (isAnswer(answer)) return answer;
  const { from, until } = core.known;
  const outside = day < from || day > until;
  const sought = n === undefined ? words : `${n} working ${Math.abs(n) === 1 ? "day" : "days"} ${words}`;
  throw outsideFault(core.known, outside ? isoDate(day) : `${sought} ${isoDate(day)}`, answer < 0);
}

/** A day the calendar answers for. */
export function knownDay(core: CalendarCore, day: EpochDay): EpochDay {
  const { from, until } = core.known;
  if (day >= from && day <= until) return day;
  throw outsideFault(core.known, isoDate(day), day < from);
}

/** The integer form with dates read and written, and every refusal in words. */
export function arithmetic(core: CalendarCore) {
  const { days } = core;
  return {
    isWorkingDay: (date: DateInput): boolean => days().isWorkingDay(knownDay(core, epochDay(date))),
    addWorkingDays(date: DateInput, n: number): IsoDate {
      const day = epochDay(date);
      if (!isCount(n)) throw countFault(n, "subtractWorkingDays");
      return isoDate(answered(core, days().add(day, n), day, "after", n));
    },
    subtractWorkingDays(date: DateInput, n: number): IsoDate {
      const day = epochDay(date);
      if (!isCount(n)) throw countFault(n, "addWorkingDays");
      return isoDate(answered(core, days().subtract(day, n), day, "before", n));
    },
    countWorkingDays(a: DateInput, b: DateInput): number {
      const from = epochDay(a);
      const to = epochDay(b);
      const answer = days().count(from, to);
      return isAnswer(answer) ? answer : days().count(knownDay(core, from), knownDay(core, to));
    },
    rollForward(date: DateInput): IsoDate {
      const day = epochDay(date);
      return isoDate(answered(core, days().rollForward(day), day, "the first working day from"));
    },
    rollBack(date: DateInput): IsoDate {
      const day = epochDay(date);
      return isoDate(answered(core, days().rollBack(day), day, "the last working day up to"));
    },
  };
}

/** Counts run from 1: "0 working days" is two different days, depending on who is asked. */
function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 1;
}

const DIRECTION = oneOf(["forward", "back"]);

/** Days of a month: the nth worked, the last worked, and a day of the month rolled. */
export function months(core: CalendarCore) {
  return {
    nthWorkingDayOfMonth(month: IsoMonth, n: number): IsoDate {
      const first = knownDay(core, firstOfMonth(month));
      if (!isCount(n)) {
        const given = `${shown(n)} as the number of a working day`;
        const todo = "Count from 1; lastWorkingDayOfMonth gives the last.";
        throw calendarFault("working-days", given, "a whole number, 1 or more", todo);
      }
      const answer = core.days().nthOfMonth(month, n);
      if (isAnswer(answer)) return isoDate(answer);
      throw tooFewFault(core, first, month, n);
    },
    lastWorkingDayOfMonth(month: IsoMonth): IsoDate {
      const last = knownDay(core, lastOfMonth(month));
      const answer = core.days().rollBack(last);
      if (answer >= firstOfMonth(month)) return isoDate(answer);
      throw tooFewFault(core, knownDay(core, firstOfMonth(month)), month, 1);
    },
    rolledDayOfMonth(
      month: IsoMonth,
      dayOfMonth: number,
      direction: "forward" | "back" = "forward",
    ): IsoDate {
      const day = dayOf(month, dayOfMonth);
      DIRECTION(direction, "direction");
      const answer = direction === "forward" ? core.days().rollForward(day) : core.days().rollBack(day);
      return isoDate(answered(core, answer, day, `rolling ${direction} from`));
    },
  };
}

/** The month has fewer working days; unless its end is not known, which is then what to say. */
function tooFewFault(core: CalendarCore, first: number, month: IsoMonth, n: number) {
  const days = core.days();
  const last = knownDay(core, lastOfMonth(month));
  const has = days.count(first, last) + Number(days.isWorkingDay(first));
  const given = `working day ${n} of ${month}`;
  const todo = "Use lastWorkingDayOfMonth for the last one.";
  return calendarFault("no-such-working-day", given, `its ${has} working days`, todo);
}

function dayOf(month: IsoMonth, dayOfMonth: number): number {
  const first = firstOfMonth(month);
  const last = lastOfMonth(month) - first + 1;
  if (Number.isInteger(dayOfMonth) && dayOfMonth >= 1 && dayOfMonth <= last) return first + dayOfMonth - 1;
  const todo = "Decide what a shorter month means: its last working day is lastWorkingDayOfMonth.";
  throw calendarFault("day-of-month", `day ${shown(dayOfMonth)} of ${month}`, `its days 1 to ${last}`, todo);
}
