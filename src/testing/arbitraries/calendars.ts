import fc from "fast-check";
import { argumentFault, isObject } from "../../argument.js";
import { calendarNames, type WorkingCalendar, workingCalendar } from "../../calendar/index.js";
import {
  type DateSpan,
  type DayOfWeek,
  dayOfWeek,
  daySpan,
  type EpochDay,
  type IsoDate,
  isoDate,
  lastOfMonth,
  SPAN,
  yearOf,
} from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import { kind } from "../../options.js";

/** The usual span of made-up dates: two years whose bank holidays include moved and extra ones. */
const USUAL: DateSpan = { from: "2021-01-01", until: "2022-12-31" };

/**
 * Dates of a span, both ends in it; 2021 and 2022 unless told. They shrink to its first day.
 *
 * @throws ProgrammeFault `date/span-reversed` for a span that ends before it begins.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { dates } from "programme-rules/testing/arbitraries";
 *
 * const april = dates({ from: "2021-04-01", until: "2021-04-30" });
 * fc.sample(april, 100).every((date) => date.startsWith("2021-04")); // => true
 * ```
 */
export function dates(span: DateSpan = USUAL): fc.Arbitrary<IsoDate> {
  const { from, until } = daySpan(span);
  return fc.integer({ min: from, max: until }).map(isoDate);
}

/**
 * Working days of a span, by a calendar; England and Wales unless told. They shrink to the first.
 *
 * @throws ProgrammeFault `date/span-reversed`, and as of `workingDaysIn` for a span past the
 * days the calendar answers for.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { workingDates } from "programme-rules/testing/arbitraries";
 *
 * // Good Friday, the weekend and Easter Monday are left out.
 * const easter = workingDates({ from: "2021-04-01", until: "2021-04-06" });
 * [...new Set(fc.sample(easter, 100))].sort(); // => ["2021-04-01", "2021-04-06"]
 * ```
 */
export function workingDates(
  span: DateSpan = USUAL,
  calendar = workingCalendar("england-and-wales"),
): fc.Arbitrary<IsoDate> {
  SPAN(span, "span");
  WORKING_CALENDAR(calendar, "calendar");
  const days = calendar.workingDaysIn(span);
  if (days.length > 0) return fc.constantFrom(...days);
  throw argumentFault("option", "a span without a working day", "a span with one", "Give a longer span.");
}

const WORKING_CALENDAR = kind(
  (value) => isObject(value) && "workingDaysIn" in value,
  "a calendar such as workingCalendar gives",
);

/**
 * Working calendars: the published ones, with closures or without, and invented ones with any holidays
 * and any weekend, complete for 2021 and 2022. They shrink to England and Wales without closures.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { calendars, dates } from "programme-rules/testing/arbitraries";
 *
 * fc.check(
 *   fc.property(calendars(), dates({ from: "2021-02-01", until: "2022-03-01" }), (calendar, date) => {
 *     const rolled = calendar.rollForward(date);
 *     return calendar.isWorkingDay(rolled) && rolled >= date;
 *   }),
 * ).failed; // => false
 * ```
 */
export function calendars(): fc.Arbitrary<WorkingCalendar> {
  const { from, until } = daySpan(USUAL);
  const days = fc.uniqueArray(fc.integer({ min: from, max: until }).map(isoDate), { maxLength: 20 });
  const published = fc
    .tuple(fc.constantFrom(...calendarNames), days)
    .map(([name, closures]) => workingCalendar(name, closures.length === 0 ? {} : { closures }));
  const weekends = fc.constantFrom<readonly DayOfWeek[]>([6, 7], [5, 6], [7], []);
  const invented = fc
    .tuple(days, weekends)
    .map(([holidays, weekend]) =>
      workingCalendar({ holidays, knownFrom: USUAL.from, knownUntil: USUAL.until }, { weekend }),
    );
  return fc.oneof({ withCrossShrink: true }, published, invented);
}

/** A moment, and the civil date that it has in London. */
export interface LondonInstant {
  /** In UTC: `2021-03-28T23:30:00Z`. */
  readonly instant: string;
  readonly london: IsoDate;
}

/** The first whole year in which the clocks changed by today's rule, at 01:00 UTC on a last Sunday. */
const FIRST_YEAR = "1996-01-01";

/**
 * Moments of a span of London's dates, most of them around midnight, many on the days around a change of
 * the clocks, each with the date it has in London: what a system that takes UTC for London gets wrong. They
 * shrink to midnight on the span's first day.
 *
 * @throws ProgrammeFault `date/span-reversed` for a span that ends before it begins, `testing/instants` for
 * one that begins before 1996, when the clocks changed on other days.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { londonDate } from "programme-rules";
 * import { instants } from "programme-rules/testing/arbitraries";
 *
 * fc.check(fc.property(instants(), ({ instant, london }) => londonDate(instant) === london)).failed; // => false
 * ```
 */
export function instants(span: DateSpan = USUAL): fc.Arbitrary<LondonInstant> {
  const { from, until } = daySpan(span);
  if (isoDate(from) < FIRST_YEAR)
    throw new ProgrammeFault({
      code: "testing/instants",
      given: `instants from ${isoDate(from)}`,
      allowed: "a span from 1996 on",
      todo: "Before that, the clocks changed on other days.",
    });
  const anyDay = fc.integer({ min: from, max: until });
  const changes = clockChanges(from, until);
  const aroundChange = fc
    .tuple(fc.constantFrom(...changes, from), fc.integer({ min: -1, max: 1 }))
    .map(([day, by]) => Math.min(Math.max(day + by, from), until));
  const aroundMidnight = fc.integer({ min: -150, max: 150 });
  return fc
    .tuple(
      fc.oneof({ withCrossShrink: true }, anyDay, aroundChange),
      fc.oneof({ withCrossShrink: true }, aroundMidnight, fc.integer({ min: 0, max: 1439 })),
    )
    .map(([day, minute]) => {
      const utc = day * 1440 + minute;
      const clock = `${two(Math.floor(mod(utc, 1440) / 60))}:${two(mod(utc, 60))}`;
      const local = isSummer(utc) ? utc + 60 : utc;
      return {
        instant: `${isoDate(Math.floor(utc / 1440))}T${clock}:00Z`,
        london: isoDate(Math.floor(local / 1440)),
      };
    })
    .filter(({ london }) => london >= isoDate(from) && london <= isoDate(until));
}

const two = (value: number) => String(value).padStart(2, "0");
const mod = (value: number, by: number) => ((value % by) + by) % by;

/** From 01:00 UTC on the last Sunday of March until 01:00 UTC on the last Sunday of October. */
function isSummer(utcMinute: number): boolean {
  const year = yearOf(Math.floor(utcMinute / 1440));
  const change = (month: string) => lastSunday(`${year}-${month}`) * 1440 + 60;
  return utcMinute >= change("03") && utcMinute < change("10");
}

function lastSunday(month: string): EpochDay {
  const last = lastOfMonth(month);
  return last - (dayOfWeek(last) % 7);
}

/** The days of a span on which the clocks change. */
function clockChanges(from: EpochDay, until: EpochDay): EpochDay[] {
  const changes: EpochDay[] = [];
  for (let year = yearOf(from); year <= yearOf(until); year++)
    changes.push(lastSunday(`${year}-03`), lastSunday(`${year}-10`));
  return changes.filter((day) => day >= from && day <= until);
}
