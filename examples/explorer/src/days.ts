import type { DueDate, Programme } from "programme-rules";
import { epochDay, isoDate, workingCalendar } from "programme-rules/calendar";

/** A day of the wall calendar under a deadline. `count` is its place among the working days counted. */
export interface CountedDay {
  readonly on: string;
  readonly role: "before" | "anchor" | "counted" | "off" | "due" | "after";
  readonly count?: number;
  readonly holiday?: string;
}

const MOST_WEEKS = 8;

/** The whole weeks from the day that starts the clock to the due day; none when that is too long to look at. */
export function countedDays(programme: Programme, nation: string, { anchor, dueOn }: DueDate): CountedDay[] {
  if (anchor === undefined || dueOn === undefined || dueOn < anchor.on) return [];
  const calendar = workingCalendar(programme.calendars[nation] ?? "england-and-wales");
  const from = epochDay(anchor.on);
  const until = epochDay(dueOn);
  const monday = from - weekday(from);
  const sunday = until + 6 - weekday(until);
  if (sunday - monday > 7 * MOST_WEEKS) return [];
  const holidays = new Map(
    calendar.holidays({ from: isoDate(monday), until: isoDate(sunday) }).map(({ on, title }) => [on, title]),
  );
  let count = 0;
  return Array.from({ length: sunday - monday + 1 }, (_, at): CountedDay => {
    const day = monday + at;
    const on = isoDate(day);
    const holiday = holidays.get(on);
    const named = holiday === undefined ? {} : { holiday };
    if (day < from) return { on, role: "before", ...named };
    if (day > until) return { on, role: "after", ...named };
    if (day === from) return { on, role: "anchor", ...named };
    if (calendar.isWorkingDay(on)) count += 1;
    if (day === until) return { on, role: "due", count, ...named };
    return calendar.isWorkingDay(on) ? { on, role: "counted", count } : { on, role: "off", ...named };
  });
}

/** Monday is 0. Day 0 of the count, 1 January 1970, was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
