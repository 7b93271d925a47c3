import type { CalendarName, WorkingCalendar } from "../calendar/index.js";
import {
  type EpochDay,
  firstOfMonth,
  type IsoDate,
  type IsoMonth,
  isoDate,
  longDate,
  longMonth,
  monthOf,
  nextMonth,
} from "../date/index.js";
import { defined } from "../defined.js";
import {
  type Citation,
  capitalised,
  isOpen,
  joined,
  type Length,
  lengthWords,
  type MonthDay,
  ordinal,
  type Programme,
  sayRequirement,
} from "../rules/index.js";
import type { Obligation } from "./obligation.js";

/**
 * Something owed to the department on a day.
 *
 * - `return`: `css-template` for the monthly templates that standards ask for; for a return of the
 *   programme the word of its id (`performance-return`, `pipeline-file`, `breakdown` …).
 * - `forMonth`: the month it is about. `inMonth`: the month it falls due in. `reviewOn`: the review
 *   it belongs to; `reviewNumber`: as which of its month, from the second on.
 * - `opensOn`: not before this day. `rolledFrom`: the day it would be, were that a working day.
 * - `reason`: how the day was found, in one sentence.
 * - `standards`, `requirements`: what asks for it, by id; a return of the programme belongs to no standard.
 * - `elsewhere`: where no nation was said, the calendars on which it is due on another day.
 * - `doneOn`: with a log, the day it was done; `outstanding` what of it is not done.
 * - `projected`: the day rests on bank holidays that are not published yet.
 */
export interface ReturnDue {
  readonly return: string;
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly opensOn?: IsoDate;
  readonly forMonth?: IsoMonth;
  readonly inMonth: IsoMonth;
  readonly reviewOn?: IsoDate;
  readonly reviewNumber?: number;
  readonly rolledFrom?: IsoDate;
  readonly reason: string;
  readonly standards: readonly string[];
  readonly requirements: readonly string[];
  readonly citations: readonly Citation[];
  readonly basis?: "assumed";
  readonly programme: string;
  readonly edition: string;
  readonly calendar: CalendarName;
  readonly elsewhere?: readonly { readonly calendar: CalendarName; readonly dueOn: IsoDate }[];
  readonly doneOn?: IsoDate;
  readonly outstanding?: readonly string[];
  readonly projected?: true;
}

/** What is due together, as a row of an edition on a calendar; with a log, also what of it is done. */
export function rowOf(
  together: readonly Obligation[],
  programme: Programme,
  calendar: WorkingCalendar,
  hasLog: boolean,
): ReturnDue {
  const [first] = together as [Obligation, ...Obligation[]];
  const { requirement, due, opens, month } = first;
  const dueOn = isoDate(due);
  const isAssumed = (requirement.basis ?? first.standard?.basis) !== undefined;
  return defined({
    return: nameOf(first),
    title: together.map((each) => sayRequirement(programme, each.requirement)).join("; "),
    dueOn,
    opensOn: opens === undefined ? undefined : isoDate(opens),
    forMonth: month,
    inMonth: monthOf(due),
    reviewOn: first.isReview && isoDate(first.anchorDay!),
    rolledFrom: rolledFrom(first, calendar),
    reason: reasonOf(first, programme, calendar),
    standards: [...new Set(together.flatMap(({ standard }) => standard?.id ?? []))],
    requirements: together.map((each) => each.requirement.id),
    citations: together.flatMap(
      ({ requirement, standard }) => requirement.citation ?? standard?.citation ?? [],
    ),
    basis: isAssumed ? ("assumed" as const) : undefined,
    programme: programme.id,
    edition: programme.edition,
    calendar: calendar.name as ReturnDue["calendar"],
    ...(hasLog ? doneOf(together) : {}),
    projected: calendar.isProjected(dueOn) ? (true as const) : undefined,
  });
}

function nameOf({ standard, requirement, month }: Obligation): string {
  if (standard === undefined) return requirement.id.slice(requirement.id.indexOf("/") + 1);
  return month === undefined ? requirement.id : "css-template";
}

function doneOf(together: readonly Obligation[]): Pick<ReturnDue, "doneOn" | "outstanding"> {
  const outstanding = together.filter(({ done }) => done === undefined);
  if (outstanding.length > 0) return { outstanding: outstanding.map(({ requirement }) => requirement.id) };
  return { doneOn: isoDate(Math.max(...together.map(({ done }) => done!))) };
}

/** The day of the month that the due date was moved from, when that was not a working day. */
function rolledFrom(dated: Obligation, calendar: WorkingCalendar): IsoDate | undefined {
  const length = lengthOf(dated);
  if (length === undefined || !("dayOfNextMonth" in length) || length.roll === undefined) return undefined;
  const day = namedDay(dated, length.dayOfNextMonth);
  return day === dated.due || calendar.isWorkingDay(isoDate(day)) ? undefined : isoDate(day);
}

/** How the due date was found, as one sentence. */
function reasonOf(dated: Obligation, programme: Programme, calendar: WorkingCalendar): string {
  const { due, isReview, requirement } = dated;
  const day = longDate(due);
  if (requirement.kind === "cadence") return isReview ? `The review is on ${day}.` : onceIn(dated);
  const length = lengthOf(dated);
  if (length === undefined) return `Due on ${day}.`;
  if ("dayOfNextMonth" in length) return fromDay(dated, length.dayOfNextMonth, calendar);
  if ("workingDayOfNextMonth" in length) return nth(length.workingDayOfNextMonth, due, calendar);
  if ("workingDayOfMonth" in length) return nth(length.workingDayOfMonth, due, calendar);
  return fromAnchor(dated, length, programme, calendar);
}

/** In which span of the calendar something is owed once. */
function onceIn({ every, due }: Obligation): string {
  const each = every !== undefined && "each" in every ? every.each : "month";
  if (each === "day" || each === "working-day") return `Once on ${longDate(due)}.`;
  const span = each === "month" ? longMonth(monthOf(due)) : `the ${each} to ${longDate(due)}`;
  return `Once in ${span}, so by its last day.`;
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

function fromAnchor(
  dated: Obligation,
  length: Length,
  { conventions }: Programme,
  calendar: WorkingCalendar,
): string {
  const { due, requirement, isReview } = dated;
  const day = dated.anchorDay!;
  const isBefore = requirement.kind === "deadline" && requirement.before !== undefined;
  const what = isReview ? "the review of " : "";
  if ("days" in length && length.days === 0) return `On the day itself: ${what}${longDate(day)}.`;
  const skipped = "workingDays" in length ? holidaysIn(Math.min(day, due), Math.max(day, due), calendar) : "";
  const side = isBefore ? "before" : "after";
  if (!isBefore && "workingDays" in length && conventions.countingDay === "day-1")
    return `Counting ${what}${longDate(day)} as the first, the ${ordinal(length.workingDays)} working day is ${longDate(due)}${skipped}.`;
  const moved = "roll" in length && length.roll !== undefined && !isBefore ? unmovedDay(day, length) : due;
  if (moved !== due)
    return `${capitalised(lengthWords(length))} after ${what}${longDate(day)} is ${longDate(moved)}, not a working day; the next is ${longDate(due)}.`;
  return `${capitalised(lengthWords(length))} ${side} ${what}${longDate(day)} is ${longDate(due)}${skipped}.`;
}

/** The day that a length ends on before it is moved to a working day. */
function unmovedDay(day: EpochDay, length: Length): EpochDay {
  return "weeks" in length ? day + 7 * length.weeks : "days" in length ? day + length.days : day;
}

/** The bank holidays that were passed over, in words. */
function holidaysIn(from: EpochDay, until: EpochDay, calendar: WorkingCalendar): string {
  const titles = calendar.holidays({ from: isoDate(from), until: isoDate(until) }).map(({ title }) => title);
  if (titles.length === 0) return "";
  return ` (${joined(titles)} ${titles.length === 1 ? "does" : "do"} not count)`;
}
