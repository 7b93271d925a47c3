import fc from "fast-check";
import { calendarNames, type WorkingCalendar, workingCalendar } from "../../calendar/index.js";
import { type DateSpan, type DayOfWeek, daySpan, type IsoDate, isoDate } from "../../date/index.js";

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
  return fc.constantFrom(...calendar.workingDaysIn(span));
}

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
