import { type EpochDay, epochDay, isoDate, yearOf } from "../date/index.js";
import { type ProgrammeFault, shown } from "../fault.js";
import { calendarFault } from "./calendar-fault.js";
import { checkWithin, readDayOff } from "./closures.js";
import type { Holiday } from "./holiday.js";
import type { DayOffInput, OwnCalendar } from "./options.js";

/** A list of one's own, read: its days and the days it is complete for. */
export interface OwnList {
  readonly name: string;
  readonly from: EpochDay;
  readonly until: EpochDay;
  readonly holidays: readonly Holiday[];
}

// The tables of the integer form hold sixteen-bit offsets.
const LONGEST = 65_534;

/** Reads a list of days, bare or with its name and the days it is complete for. */
export function readOwnCalendar(own: OwnCalendar | readonly DayOffInput[]): OwnList {
  const given: OwnCalendar = "holidays" in own ? own : { holidays: own };
  if (!Array.isArray(given.holidays)) throw noList(given.holidays);
  const holidays = given.holidays.map((day) => readDayOff(day, "ordinary", "Holiday"));
  const days = holidays.map((holiday) => epochDay(holiday.on));
  const from =
    given.knownFrom === undefined ? yearEdge(Math.min(...days), "01-01") : epochDay(given.knownFrom);
  const until =
    given.knownUntil === undefined ? yearEdge(Math.max(...days), "12-31") : epochDay(given.knownUntil);
  checkSpan(from, until);
  const name = given.name ?? "your own list";
  for (const day of days) checkWithin(day, { name, from, until });
  return { name, from, until, holidays };
}

function noList(given: unknown): ProgrammeFault {
  const todo = 'Give the days themselves, such as ["2021-12-25"], or { holidays: ["2021-12-25"] }.';
  return calendarFault("own-list", shown(given), "a list of the days that are not worked", todo);
}

function yearEdge(day: EpochDay, edge: string): EpochDay {
  if (Number.isFinite(day)) return epochDay(`${yearOf(day)}-${edge}`);
  const todo = "Give knownFrom and knownUntil, the days the list is complete for, where it may be empty.";
  throw calendarFault("own-list", "an empty list of holidays", "a list of at least one day", todo);
}

function checkSpan(from: EpochDay, until: EpochDay): void {
  if (from <= until && until - from <= LONGEST) return;
  const given = `a calendar known from ${isoDate(from)} until ${isoDate(until)}`;
  const todo = "Check knownFrom, knownUntil and the years of the list.";
  throw calendarFault(
    "own-list",
    given,
    "an end on or after the beginning, and at most 179 years after it",
    todo,
  );
}
