import { DATE, type DateInput, type EpochDay, epochDay, isoDate, yearOf } from "../date/index.js";
import { shown } from "../fault.js";
import { CHECKED, type OptionKinds, optionsOf, TEXT } from "../options.js";
import { calendarFault } from "./calendar-fault.js";
import type { HolidaySource } from "./named-calendar.js";
import { type CalendarOptions, checkWithin, type DayOffInput, readDayOff } from "./options.js";

/** A calendar from one's own list of days that are not worked. */
export interface OwnCalendar {
  readonly name?: string;
  readonly holidays: readonly DayOffInput[];
  /** The first day the list is complete for; the first of January of its earliest year unless told. */
  readonly knownFrom?: DateInput;
  /** The last day the list is complete for; the last of December of its latest year unless told. */
  readonly knownUntil?: DateInput;
}

const OWN_CALENDAR: OptionKinds<OwnCalendar> = {
  name: TEXT,
  holidays: CHECKED,
  knownFrom: DATE,
  knownUntil: DATE,
};

/** Reads a list of days, bare or with its name and the days it is complete for. */
export function ownCalendar(
  own: OwnCalendar | readonly DayOffInput[],
  options: CalendarOptions,
): HolidaySource {
  if (options.beyondPublished) {
    const given = "a list of your own with beyondPublished";
    const allowed = "projection of the published lists";
    const todo = "List the days, and say with knownUntil how far the list is complete.";
    throw calendarFault("beyond-published", given, allowed, todo);
  }
  const given: OwnCalendar = "holidays" in own ? own : { holidays: own };
  if ("holidays" in own) optionsOf(given, OWN_CALENDAR);
  if (!Array.isArray(given.holidays)) {
    const todo = 'Give the days themselves, such as ["2021-12-25"], or { holidays: ["2021-12-25"] }.';
    throw calendarFault("own-list", shown(given.holidays), "a list of the days that are not worked", todo);
  }
  const holidays = given.holidays.map((day) => readDayOff(day, "ordinary", "Holiday"));
  const days = holidays.map((holiday) => epochDay(holiday.on));
  const from =
    given.knownFrom === undefined ? yearEdge(Math.min(...days), "01-01") : epochDay(given.knownFrom);
  const until =
    given.knownUntil === undefined ? yearEdge(Math.max(...days), "12-31") : epochDay(given.knownUntil);
  checkSpan(from, until);
  const { name = "your own list" } = given;
  for (const day of days) checkWithin(day, { name, from, until });
  return {
    known: { name, from, knownUntil: until, until, more: "Extend the list, and its knownUntil." },
    laterChanges: Object.freeze([]),
    holidays: () => new Map(holidays.map((holiday, at) => [days[at]!, holiday])),
  };
}

// The tables of the integer form hold sixteen-bit offsets.
const LONGEST = 65_534;

function yearEdge(day: EpochDay, edge: string): EpochDay {
  if (Number.isFinite(day)) return epochDay(`${yearOf(day)}-${edge}`);
  const todo = "Give knownFrom and knownUntil, the days the list is complete for, where it may be empty.";
  throw calendarFault("own-list", "an empty list of holidays", "a list of at least one day", todo);
}

function checkSpan(from: EpochDay, until: EpochDay): void {
  if (from <= until && until - from <= LONGEST) return;
  const given = `a calendar known from ${isoDate(from)} until ${isoDate(until)}`;
  const allowed = "an end on or after the beginning, and at most 179 years after it";
  throw calendarFault("own-list", given, allowed, "Check knownFrom, knownUntil and the years of the list.");
}
