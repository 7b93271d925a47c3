import { type EpochDay, epochDay, isoDate } from "../date/index.js";
import { calendarFault, type Known } from "./calendar-fault.js";
import type { Holiday, HolidayKind } from "./holiday.js";
import type { Holidays } from "./holiday-list.js";
import type { DayOffInput } from "./options.js";

/** The days a provider is shut. One the calendar would never ask about is a slip of the pen. */
export function readClosures(closures: readonly DayOffInput[], known: Known): readonly Holiday[] {
  const read = closures.map((closure) => readDayOff(closure, "closure", "Closed"));
  for (const { on } of read) checkWithin(epochDay(on), known);
  return read;
}

/** A day off as a holiday of the kind given. */
export function readDayOff(input: DayOffInput, kind: HolidayKind, usualTitle: string): Holiday {
  if (typeof input !== "object" || input === null || !("on" in input)) {
    return Object.freeze({ on: isoDate(epochDay(input)), title: usualTitle, kind });
  }
  const { on, title = usualTitle, knownOn } = input;
  const holiday = { on: isoDate(epochDay(on)), title, kind };
  return Object.freeze(knownOn === undefined ? holiday : { ...holiday, knownOn: isoDate(epochDay(knownOn)) });
}

/** Refuses a day off outside the days a calendar answers for. */
export function checkWithin(
  day: EpochDay,
  { name, from, until }: Pick<Known, "name" | "from" | "until">,
): void {
  if (day >= from && day <= until) return;
  const allowed = `${isoDate(from)} to ${isoDate(until)}, the days ${name} answers for`;
  throw calendarFault(
    "stray-day",
    `${isoDate(day)} as a day off`,
    allowed,
    "Check its year, or leave it out.",
  );
}

/** The holidays of a list and the closures beside them; what was not known by then is left out. */
export function withClosures(list: Holidays, closures: readonly Holiday[], asKnownOn: EpochDay): Holidays {
  const all = new Map(closures.map((closure) => [epochDay(closure.on), closure]));
  for (const [day, holiday] of list) all.set(day, holiday);
  for (const [day, { knownOn }] of all) {
    if (knownOn !== undefined && epochDay(knownOn) > asKnownOn) all.delete(day);
  }
  return all;
}
