import type { Kind } from "../argument.js";
import type { IsoDate, IsoMonth } from "../date/index.js";
import type { Share } from "../quantity/index.js";

/** Days from a start to the last qualifying day, and the longest further wait for a claim or for news. */
export interface CohortWindow {
  readonly days: number;
  readonly lagDays: number;
}

/**
 * One month's starters, or those of one group among them.
 *
 * - `converted`: how many had converted by the end of age 0, 1, 2 … months, cumulative; age 0 is the
 *   month itself. A month that is not over as at the date is null, never 0.
 * - `outcomes`: all who have converted as known, the month under way included.
 * - `open`, `closed`: those still in their window and those out of it without an outcome; null where
 *   only counts were given. `undetermined`: started, and records that could not be read decide it.
 * - `mature`: of those whose whole window is over, how many converted. Early successes of the others
 *   are in neither number.
 */
export interface CohortRow {
  readonly month: IsoMonth;
  readonly group: string | null;
  readonly starts: number;
  readonly converted: readonly (number | null)[];
  readonly outcomes: number;
  readonly open: number | null;
  readonly closed: number | null;
  readonly undetermined: number;
  readonly mature: Share;
}

/**
 * People by the month they started (or were referred), and how many have converted by each age.
 *
 * - `lastMonth`: the last month that is over by `asAt`. `lastAge`: the greatest age kept, in months.
 * - `by`: what the rows are split by; null when they are not. Rows are in order of month, then group.
 * - `unplaced`: journeys in no cohort, counted so that none is lost silently.
 */
export interface CohortTable {
  readonly asAt: IsoDate;
  readonly lastMonth: IsoMonth;
  readonly window: CohortWindow;
  readonly lastAge: number;
  readonly by: string | null;
  readonly rows: readonly CohortRow[];
  readonly unplaced: {
    readonly notStarted: number;
    readonly undetermined: number;
    readonly notApplicable: number;
  };
}

/** A table, wherever one is worked with. */
export const TABLE: Kind = {
  name: "a cohort table",
  from: "cohortTable",
  has: {
    asAt: "",
    lastMonth: "",
    lastAge: 0,
    window: { days: 0 },
    rows: [{ month: "", starts: 0, converted: [], mature: {} }],
  },
};

/** What a table that is made without journeys cannot do without. */
export const AS_AT_AND_WINDOW = { asAt: '"2021-04-30"', window: "{ days: 456, lagDays: 61 }" };
export const WINDOW: Kind = { name: "a window such as { days: 456, lagDays: 61 }", has: { days: 0 } };

/** Rows in order of month, then group; those without a group last. */
export function compareRows(one: CohortRow, other: CohortRow): number {
  if (one.month !== other.month) return one.month < other.month ? -1 : 1;
  if (one.group === other.group) return 0;
  if (one.group === null || other.group === null) return one.group === null ? 1 : -1;
  return one.group < other.group ? -1 : 1;
}

/** The last age of a cohort that is over by a month; -1 when none is. */
export function lastSeen(row: CohortRow): number {
  return row.converted.findLastIndex((count) => count !== null);
}

/** How many of a cohort had converted by the end of an age; none before the first, and flat after the last seen. */
export function convertedBy(row: CohortRow, age: number): number {
  const at = Math.min(age, lastSeen(row));
  return at < 0 ? 0 : row.converted[at]!;
}
