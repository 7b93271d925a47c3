import { type EpochDay, epochDay, isoDate } from "../date/index.js";
import type { KnownDays } from "./calendar-fault.js";
import type { CalendarOptions } from "./options.js";
import {
  type CalendarChange,
  type CalendarName,
  calendarChanges,
  type HolidayKind,
  type Holidays,
  type Letter,
  type Nation,
  nations,
  published,
  titles,
} from "./published.js";

import { statutoryDays } from "./statute.js";

/** Where a calendar's holidays come from: all that was given is checked, no list is read yet. */
export interface HolidaySource {
  readonly known: KnownDays;
  /** The announced changes that are left out. */
  readonly laterChanges: readonly CalendarChange[];
  holidays(): Holidays;
}

const UPDATE =
  'Install a newer version of programme-rules, or pass { beyondPublished: "project" } to use the days the statutory rules expect.';

/** A published calendar; `asKnownOn` is past every announcement where all are to be known. */
export function namedCalendar(
  name: CalendarName,
  options: CalendarOptions,
  asKnownOn: EpochDay,
): HolidaySource {
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

/** Projection stops here: no one plans further, and the tables stay small. */
export const PROJECTED_UNTIL = epochDay("2099-12-31");

const kinds: Readonly<Record<string, HolidayKind>> = { "*": "substitute", ">": "moved", "+": "extra" };

/** The published list of a nation, each day with when it came to be known. */
function publishedHolidays(nation: Nation): Holidays {
  const changes = calendarChanges.filter((change) => change.nations.includes(nation));
  const holidays: Holidays = new Map();
  for (const line of published[nation]) {
    const [year, ...days] = line.split(" ");
    for (const day of days) {
      const on = `${year}-${day.slice(0, 2)}-${day.slice(2, 4)}`;
      const knownOn = changes.find((change) => change.to === on)?.knownOn;
      const holiday = { on, title: titles[day[4] as Letter], kind: kinds[day.slice(5)] ?? "ordinary" };
      holidays.set(epochDay(on), Object.freeze(knownOn === undefined ? holiday : { ...holiday, knownOn }));
    }
  }
  return holidays;
}

/** Takes back what was announced after a day: moved holidays return to their usual day. */
function takenBack(nation: Nation, holidays: Holidays, asKnownOn: EpochDay): Holidays {
  const known = new Map(holidays);
  for (const { from: on, to, title } of laterChanges([nation], asKnownOn)) {
    known.delete(epochDay(to));
    if (on !== undefined) known.set(epochDay(on), Object.freeze({ on, title, kind: "ordinary" }));
  }
  return known;
}

/** The changes to those nations' lists that were announced after a day. */
export function laterChanges(of: readonly Nation[], day: EpochDay) {
  return calendarChanges.filter(
    ({ nations: changed, knownOn }) =>
      knownOn !== undefined && epochDay(knownOn) > day && changed.some((nation) => of.includes(nation)),
  );
}

/** The years a nation's list does not reach yet, by the statutory rules. */
function projectedHolidays(nation: Nation): Holidays {
  const holidays: Holidays = new Map();
  for (let year = lastYear(nation) + 1; year <= 2099; year += 1) {
    for (const { day, letter, kind } of statutoryDays(nation, year)) {
      holidays.set(
        day,
        Object.freeze({ on: isoDate(day), title: titles[letter], kind, projected: true as const }),
      );
    }
  }
  return holidays;
}

/** The holidays of a calendar, as published or as known on a day, with the years to come when asked for. */
export function listedHolidays(name: CalendarName, project: boolean, asKnownOn: EpochDay): Holidays {
  const lists = nationsOf(name).map((nation) => {
    const known = takenBack(nation, publishedHolidays(nation), asKnownOn);
    return project ? new Map([...known, ...projectedHolidays(nation)]) : known;
  });
  return name === "united-kingdom" ? inAnyNation(lists) : lists[0]!;
}

/** A holiday of several nations keeps the title and kind it has in the first. */
function inAnyNation(lists: readonly Holidays[]): Holidays {
  const union: Holidays = new Map();
  for (const [index, list] of lists.entries()) {
    for (const [day, holiday] of list) {
      const known = union.get(day) ?? holiday;
      union.set(
        day,
        Object.freeze({ ...known, nations: Object.freeze([...(known.nations ?? []), nations[index]!]) }),
      );
    }
  }
  return union;
}

/** The nations a calendar is made of. */
export function nationsOf(name: CalendarName): readonly Nation[] {
  return name === "united-kingdom" ? nations : [name];
}

/** The years published for every nation of a calendar. */
export function publishedYears(name: CalendarName): { readonly first: number; readonly last: number } {
  const of = nationsOf(name);
  const firstYears = of.map((nation) => Number(published[nation][0]!.slice(0, 4)));
  return { first: Math.max(...firstYears), last: Math.min(...of.map(lastYear)) };
}

function lastYear(nation: Nation): number {
  return Number(published[nation].at(-1)!.slice(0, 4));
}
