import fc from "fast-check";
import { cohortTableFromCounts } from "programme-rules/cohorts";
import { countsOf, endOf, JETS_WINDOW, type Member } from "../oracle/cohorts.js";

/** The last month of made-up caseloads: cohorts 0 to 18, some mature, some not. */
export const LAST = 18;

export const members: fc.Arbitrary<Member[]> = fc.array(
  fc.record({
    cohort: fc.integer({ min: 0, max: LAST }),
    age: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
  }),
  { maxLength: 120 },
);

/** The table of such people at the end of a month. */
export const tableOf = (people: readonly Member[], last = LAST) =>
  cohortTableFromCounts(countsOf(people, last), { asAt: endOf(last), window: JETS_WINDOW });
