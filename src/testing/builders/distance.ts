import { isObject } from "../../argument.js";
import { type CalendarInput, type WorkingCalendar, workingCalendar } from "../../calendar/index.js";
import { addMonths, type DateInput, epochDay, type IsoDate, isoDate } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { JourneyEvent } from "../../journey/index.js";
import { listed } from "../../unknown-word.js";
import { eventWords, type WrittenAs } from "./event-words.js";

/**
 * When something happens in a built journey: a date, or a distance as text.
 *
 * - `"2021-04-01"`, or anything shaped like `Temporal.PlainDate`: that day.
 * - `"+2wd"`, `"-1wd"`: so many working days after (before) the journey's first event, its receipt.
 *   `"+0wd"` is that day itself.
 * - `"+3d"`, `"+8w"`, `"+1m"`: days, weeks of seven days, calendar months.
 * - `"+10wd after started"`, `"5wd before left"`: counted from the last event of that kind, or of that
 *   word of the builder, given so far.
 */
export type DateOrDistance = DateInput;

/** What a distance is counted from, and by which calendar. */
export interface CountingBase {
  readonly calendar: WorkingCalendar;
  /** The events given so far. */
  readonly events: readonly JourneyEvent[];
}

const DISTANCE = /^([+-]?)(\d{1,5})(wd|d|w|m)(?: (after|before) (\S+))?$/;

/** The day that a date or a distance means. */
export function dayOfDistance(when: DateOrDistance, base: CountingBase): IsoDate {
  if (typeof when !== "string") return isoDate(epochDay(when));
  const [, sign, digits, unit, side, kind] = DISTANCE.exec(when) ?? [];
  if (digits === undefined && /^\d/.test(when)) return isoDate(epochDay(when));
  const isSaid = side === "before" ? sign === "" : sign !== "" || side === "after";
  if (digits === undefined || !isSaid) {
    throw whenFault(
      shown(when),
      'a date such as "2021-04-01", or a distance such as "+2wd" (working days), "+3d", "+8w", "+1m", "+10wd after started" or "5wd before left"',
      "Write a sign, a whole number and wd, d, w or m; distances are counted from the journey's first event.",
    );
  }
  const count = Number(digits) * (sign === "-" || side === "before" ? -1 : 1);
  return moved(startOf(when, kind, base), count, unit as Unit, base.calendar);
}

type Unit = "wd" | "d" | "w" | "m";

function moved(from: IsoDate, count: number, unit: Unit, calendar: WorkingCalendar): IsoDate {
  if (count === 0) return from;
  if (unit === "wd") {
    return count > 0 ? calendar.addWorkingDays(from, count) : calendar.subtractWorkingDays(from, -count);
  }
  const day = epochDay(from);
  if (unit === "m") return isoDate(addMonths(day, count));
  return isoDate(day + count * (unit === "w" ? 7 : 1));
}

function startOf(when: string, kind: string | undefined, { events }: CountingBase): IsoDate {
  const [first] = events;
  if (first === undefined) {
    throw whenFault(
      `${shown(when)} for the first event of a journey`,
      'a date such as "2021-04-01" for the first event, and distances from then on',
      'Begin with a date: journey("R1").received("2021-04-01").',
    );
  }
  if (kind === undefined) return first.on;
  const words = eventWords as Readonly<Record<string, WrittenAs>>;
  const [meant] = Object.hasOwn(words, kind) ? words[kind]! : [kind];
  const named = events.findLast((event) => event.kind === meant);
  if (named !== undefined) return named.on;
  const given = [...new Set(events.map((event) => event.kind))];
  throw whenFault(
    `${shown(when)}, and no ${kind} so far`,
    `a distance after one of ${listed(given)}`,
    `Give the ${kind} event first, or count from another.`,
  );
}

/** The calendar of a name, or of a list of one's own. */
export function calendarOf(calendar: CalendarInput | WorkingCalendar): WorkingCalendar {
  return isObject(calendar) && "addWorkingDays" in calendar
    ? (calendar as WorkingCalendar)
    : workingCalendar(calendar as CalendarInput);
}

function whenFault(given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: "testing/when", given, allowed, todo });
}
