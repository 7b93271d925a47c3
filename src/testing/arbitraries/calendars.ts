import fc from "fast-check";
import { calendarNames, type WorkingCalendar, workingCalendar } from "../../calendar/index.js";
import { type DayOfWeek, daySpan, isoDate } from "../../date/index.js";

const SPAN = { from: "2021-01-01", until: "2022-12-31" };

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
  const { from, until } = daySpan(SPAN);
  const days = fc.uniqueArray(fc.integer({ min: from, max: until }).map(isoDate), { maxLength: 20 });
  const published = fc
    .tuple(fc.constantFrom(...calendarNames), days)
    .map(([name, closures]) => workingCalendar(name, closures.length === 0 ? {} : { closures }));
  const weekends = fc.constantFrom<readonly DayOfWeek[]>([6, 7], [5, 6], [7], []);
  const invented = fc
    .tuple(days, weekends)
    .map(([holidays, weekend]) =>
      workingCalendar({ holidays, knownFrom: SPAN.from, knownUntil: SPAN.until }, { weekend }),
    );
  return fc.oneof({ withCrossShrink: true }, published, invented);
}
