import { type EpochDay, epochDay } from "../date/index.js";
import { calendarFault, type Known } from "./calendar-fault.js";
import type { CalendarChange } from "./changes.js";
import type { CalendarName } from "./holiday.js";
import {
  type Holidays,
  laterChanges,
  listedHolidays,
  nationsOf,
  PROJECTED_UNTIL,
  publishedYears,
} from "./holiday-list.js";
import type { CalendarOptions, DayOffInput, OwnCalendar } from "./options.js";
import { readOwnCalendar } from "./own-calendar.js";

/** What a calendar will be made of: all that was given is checked, no list is read yet. */
export interface CalendarPlan {
  readonly known: Known;
  readonly laterChanges: readonly CalendarChange[];
  holidays(): Holidays;
}

const UPDATE =
  'Install a newer version of programme-rules, or pass { beyondPublished: "project" } to use the days the statutory rules expect.';

/** A published calendar; `asKnownOn` is past every announcement where all are to be known. */
export function namedPlan(name: CalendarName, options: CalendarOptions, asKnownOn: EpochDay): CalendarPlan {
  const years = publishedYears(name);
  const knownUntil = epochDay(`${years.last}-12-31`);
  const project = options.beyondPublished === "project";
  return {
    known: {
      name,
      from: epochDay(`${years.first}-01-01`),
      knownUntil,
      until: project ? PROJECTED_UNTIL : knownUntil,
      more: project ? "Ask about an earlier day: nothing later is projected." : UPDATE,
    },
    laterChanges: Object.freeze(laterChanges(nationsOf(name), asKnownOn)),
    holidays: () => listedHolidays(name, project, asKnownOn),
  };
}

/** A calendar of one's own. */
export function ownPlan(own: OwnCalendar | readonly DayOffInput[], options: CalendarOptions): CalendarPlan {
  if (options.beyondPublished) {
    const todo = "List the days, and say with knownUntil how far the list is complete.";
    throw calendarFault(
      "beyond-published",
      "a list of your own with beyondPublished",
      "projection of the published lists",
      todo,
    );
  }
  const { name, from, until, holidays } = readOwnCalendar(own);
  return {
    known: { name, from, knownUntil: until, until, more: "Extend the list, and its knownUntil." },
    laterChanges: Object.freeze([]),
    holidays: () => new Map(holidays.map((holiday) => [epochDay(holiday.on), holiday])),
  };
}
