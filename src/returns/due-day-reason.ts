import type { WorkingCalendar } from "../calendar/index.js";
import {
  type EpochDay,
  firstOfMonth,
  type IsoDate,
  isoDate,
  longDate,
  longMonth,
  monthOf,
  nextMonth,
} from "../date/index.js";
import {
  capitalised,
  isOpen,
  joined,
  type Length,
  lengthWords,
  type MonthDay,
  ordinal,
} from "../rules/index.js";
import type { Obligation } from "./obligation.js";

/** The day of the month that the due date was moved from, when that was not a working day. */
export function rolledFrom(dated: Obligation, calendar: WorkingCalendar): IsoDate | undefined {
  const length = lengthOf(dated);
  if (length === undefined || !("dayOfNextMonth" in length) || length.roll === undefined) return undefined;
  const day = namedDay(dated, length.dayOfNextMonth);
  return day === dated.due || calendar.isWorkingDay(isoDate(day)) ? undefined : isoDate(day);
}

/** How the due date was found, as one sentence. */
export function reasonOf(dated: Obligation, calendar: WorkingCalendar): string {
  const { due, isReview, requirement } = dated;
  const day = longDate(due);
  if (requirement.kind === "cadence") {
    if (isReview) return `The review is on ${day}.`;
    return `Once in ${longMonth(monthOf(due))}, so by its last day.`;
  }
  const length = lengthOf(dated);
  if (length === undefined) return `Due on ${day}.`;
  if ("dayOfNextMonth" in length) return fromDay(dated, length.dayOfNextMonth, calendar);
  if ("workingDayOfNextMonth" in length) return nth(length.workingDayOfNextMonth, due, calendar);
  if ("workingDayOfMonth" in length) return nth(length.workingDayOfMonth, due, calendar);
  return fromAnchor(dated, length, calendar);
}

function lengthOf({ requirement }: Obligation): Length | MonthDay | undefined {
  if (requirement.kind !== "deadline") return undefined;
  const { before, within, atLeast } = requirement;
  const length = before === undefined ? within : atLeast;
  return length === undefined || isOpen(length) ? undefined : length;
}

/** The day of the month that is named, before it is moved. */
function namedDay({ anchorDay, due }: Obligation, dayOfMonth: number): EpochDay {
  const month = anchorDay === undefined ? monthOf(due) : nextMonth(monthOf(anchorDay));
  return firstOfMonth(month) + dayOfMonth - 1;
}

function fromDay(dated: Obligation, dayOfMonth: number, calendar: WorkingCalendar): string {
  const named = namedDay(dated, dayOfMonth);
  const holiday = calendar.holidayOn(isoDate(named));
  const what = `The ${ordinal(dayOfMonth)} is ${longDate(named)}`;
  if (named !== dated.due)
    return `${what}${holiday === undefined ? "" : ` (${holiday.title})`}, not a working day; the next is ${longDate(dated.due)}.`;
  return calendar.isWorkingDay(isoDate(named)) ? `${what}, a working day.` : `${what}.`;
}

function nth(n: number, due: EpochDay, calendar: WorkingCalendar): string {
  const month = monthOf(due);
  const skipped = holidaysIn(firstOfMonth(month), due, calendar);
  return `The ${ordinal(n)} working day of ${longMonth(month)} is ${longDate(due)}${skipped}.`;
}

function fromAnchor(dated: Obligation, length: Length, calendar: WorkingCalendar): string {
  const { due, requirement, isReview } = dated;
  const day = dated.anchorDay!;
  const isBefore = requirement.kind === "deadline" && requirement.before !== undefined;
  const what = isReview ? "the review of " : "";
  if ("days" in length && length.days === 0) return `On the day itself: ${what}${longDate(day)}.`;
  const skipped = "workingDays" in length ? holidaysIn(Math.min(day, due), Math.max(day, due), calendar) : "";
  const side = isBefore ? "before" : "after";
  return `${capitalised(lengthWords(length))} ${side} ${what}${longDate(day)} is ${longDate(due)}${skipped}.`;
}

/** The bank holidays that were passed over, in words. */
function holidaysIn(from: EpochDay, until: EpochDay, calendar: WorkingCalendar): string {
  const titles = calendar.holidays({ from: isoDate(from), until: isoDate(until) }).map(({ title }) => title);
  if (titles.length === 0) return "";
  return ` (${joined(titles)} ${titles.length === 1 ? "does" : "do"} not count)`;
}
