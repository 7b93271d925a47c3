import { type EpochDay, isoDate } from "../date/index.js";
import { type Known, outsideFault } from "./calendar-fault.js";
import { BEYOND, type EpochCalendar } from "./epoch-calendar.js";

/** What the parts of a calendar share: the days it answers for, and its tables, built when first asked for. */
export interface CalendarCore {
  readonly known: Known;
  days(): EpochCalendar;
}

/** Whether an answer of the integer form is one. */
export function isAnswer(answer: number): boolean {
  return answer > -BEYOND && answer < BEYOND;
}

/** Says why there is no answer; `sought` describes it in words, and the day it starts from follows. */
export function refuse(core: CalendarCore, day: EpochDay, answer: number, sought: string): never {
  const { from, until } = core.known;
  const outside = day < from || day > until;
  throw outsideFault(core.known, outside ? isoDate(day) : `${sought} ${isoDate(day)}`, answer < 0);
}

/** A day the calendar answers for. */
export function knownDay(core: CalendarCore, day: EpochDay): EpochDay {
  const { from, until } = core.known;
  if (day >= from && day <= until) return day;
  throw outsideFault(core.known, isoDate(day), day < from);
}
