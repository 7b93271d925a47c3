import { DATE, type DateInput, type DayOfWeek, type EpochDay, epochDay, isoDate } from "../date/index.js";
import { shown } from "../fault.js";
import { CHECKED, listOf, type OptionKinds, oneOf, optionsOf, TEXT } from "../options.js";
import { calendarFault, type KnownDays } from "./calendar-fault.js";
import type { Holiday, HolidayKind, Holidays } from "./published.js";

/** A day that is not worked: the date alone, or with its title and the day it came to be known. */
export type DayOffInput =
  | DateInput
  | { readonly on: DateInput; readonly title?: string; readonly knownOn?: DateInput };

/** What may be asked of a calendar beside its name. */
export interface CalendarOptions {
  /** Days a provider is shut beside the bank holidays. They must lie within the days answered for. */
  readonly closures?: readonly DayOffInput[];
  /**
   * The days of the week not worked, Monday 1 to Sunday 7; `[6, 7]` unless told. The lists name the
   * substitute of a holiday that falls on a Saturday or Sunday and not the day itself: an office that
   * works at weekends adds those days as closures.
   */
  readonly weekend?: readonly DayOfWeek[];
  /** Answers past the published lists as well, to 2099-12-31, with the days the statutory rules expect. */
  readonly beyondPublished?: "project";
  /** Answers with what was known that day: later changes of `calendarChanges`, and days with a later `knownOn`, are left out. */
  readonly asKnownOn?: DateInput;
}

export const CALENDAR_OPTIONS: OptionKinds<CalendarOptions> = {
  closures: listOf(CHECKED),
  weekend: listOf(CHECKED),
  beyondPublished: oneOf(["project"]),
  asKnownOn: DATE,
};

/** The days of the week not worked; at least one must be left. */
export function readWeekend(weekend: readonly number[] = [6, 7]): ReadonlySet<number> {
  const days = new Set(weekend);
  const wrong = weekend.find((day) => !(Number.isInteger(day) && day >= 1 && day <= 7));
  if (wrong === undefined && days.size < 7) return days;
  const given =
    wrong === undefined ? "a weekend of all seven days" : `${shown(wrong)} as a day of the weekend`;
  const todo = "List the days not worked; [6, 7] is Saturday and Sunday.";
  throw calendarFault("weekend", given, "up to six days of the week, Monday 1 to Sunday 7", todo);
}

/** The days a provider is shut. One the calendar would never ask about is a slip of the pen. */
export function readClosures(closures: readonly DayOffInput[], known: KnownDays): readonly Holiday[] {
  const read = closures.map((closure) => readDayOff(closure, "closure", "Closed"));
  for (const { on } of read) checkWithin(epochDay(on), known);
  return read;
}

const DAY_OFF: OptionKinds<Exclude<DayOffInput, DateInput>> = { on: DATE, title: TEXT, knownOn: DATE };

/** A day off as a holiday of the kind given. */
export function readDayOff(input: DayOffInput, kind: HolidayKind, usualTitle: string): Holiday {
  if (typeof input !== "object" || input === null || !("on" in input)) {
    return Object.freeze({ on: isoDate(epochDay(input)), title: usualTitle, kind });
  }
  const { on, title = usualTitle, knownOn } = optionsOf(input, DAY_OFF);
  const holiday = { on: isoDate(epochDay(on)), title, kind };
  return Object.freeze(knownOn === undefined ? holiday : { ...holiday, knownOn: isoDate(epochDay(knownOn)) });
}

/** Refuses a day off outside the days a calendar answers for. */
export function checkWithin(
  day: EpochDay,
  { name, from, until }: Pick<KnownDays, "name" | "from" | "until">,
): void {
  if (day >= from && day <= until) return;
  const given = `${isoDate(day)} as a day off`;
  const allowed = `${isoDate(from)} to ${isoDate(until)}, the days ${name} answers for`;
  throw calendarFault("stray-day", given, allowed, "Check its year, or leave it out.");
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
