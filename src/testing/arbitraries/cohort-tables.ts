import fc from "fast-check";
import { type CohortTable, type CohortWindow, cohortTableFromCounts, WINDOW } from "../../cohorts/index.js";
import { type IsoMonth, isoDate, lastOfMonth, MONTH, nextMonth } from "../../date/index.js";
import { type OptionKinds, optionsOf, wholeNumber } from "../../options.js";

/**
 * Which tables are made.
 *
 * - `first`: the month of the first cohort; 2020-01 unless told. `months`: how many cohorts there may
 *   be; 18 unless told. The table is as at the end of the last of them.
 * - `window`: how long an outcome may take, in days, and the lag of its news; those of WHP JETS unless told.
 * - `maxStarts`: how many people a cohort may have; 40 unless told.
 */
export interface CohortTableOptions {
  readonly first?: IsoMonth;
  readonly months?: number;
  readonly window?: CohortWindow;
  readonly maxStarts?: number;
}

const COHORT_TABLES: OptionKinds<CohortTableOptions> = {
  first: MONTH,
  months: wholeNumber(1),
  window: WINDOW,
  maxStarts: wholeNumber(0),
};

/**
 * Cohort tables of made-up people: for each, the month they started and the month of age at which they
 * converted, if they did. Some cohorts are mature and some are not; some are missing. They shrink to no
 * cohorts, then to cohorts of nobody.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { conversion } from "programme-rules/cohorts";
 * import { cohortTables } from "programme-rules/testing/arbitraries";
 *
 * fc.check(
 *   fc.property(cohortTables(), (table) => {
 *     const { mature } = conversion(table);
 *     return mature.share.count <= mature.share.of;
 *   }),
 * ).failed; // => false
 * ```
 */
export function cohortTables(options: CohortTableOptions = {}): fc.Arbitrary<CohortTable> {
  const { first = "2020-01", months = 18, maxStarts = 40 } = optionsOf(options, COHORT_TABLES);
  const { window = { days: 238, lagDays: 61 } } = options;
  const lastMonth = nextMonth(first, months - 1);
  const ages = cohortTableFromCounts([], { asAt: isoDate(lastOfMonth(lastMonth)), window }).lastAge;
  const cohort = fc.array(fc.option(fc.nat({ max: ages }), { nil: undefined }), { maxLength: maxStarts });
  return fc.array(fc.option(cohort, { nil: undefined, freq: 9 }), { maxLength: months }).map((cohorts) => {
    const counts = cohorts.flatMap((people, at) => {
      if (people === undefined) return [];
      const seen = Math.min(months - 1 - at, ages) + 1;
      const converted = Array.from(
        { length: seen },
        (_, age) => people.filter((converts) => converts !== undefined && converts <= age).length,
      );
      return [{ month: nextMonth(first, at), starts: people.length, converted }];
    });
    return cohortTableFromCounts(counts, { asAt: isoDate(lastOfMonth(lastMonth)), window });
  });
}
