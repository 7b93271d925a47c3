import { type Kind, refuseOther } from "../../argument.js";
import {
  type EpochDay,
  firstOfMonth,
  type IsoDate,
  type IsoMonth,
  lastOfMonth,
  monthOf,
  nextMonth,
} from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import { nested, wholeNumber } from "../../options.js";
import { addShares, type Share } from "../../quantity/index.js";

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

/** A count of people, as it stands in a kept result. */
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isCountOrNull = (value: unknown): boolean => value === null || isCount(value);

/** What the counts of a cohort are, wherever one stands. */
export const COHORT_COUNTS = {
  month: "",
  starts: isCount,
  converted: [isCountOrNull],
  outcomes: isCount,
  open: isCountOrNull,
  closed: isCountOrNull,
  undetermined: isCount,
  mature: { count: isCount, of: isCount },
};

/** A table, wherever one is worked with. */
export const COHORT_TABLE: Kind = {
  name: "a cohort table",
  from: "cohortTable",
  has: {
    asAt: "",
    lastMonth: "",
    lastAge: 0,
    window: { days: 0 },
    rows: [COHORT_COUNTS],
  },
};

/** What a table that is made without journeys cannot do without. */
export const AS_AT_AND_WINDOW = { asAt: '"2021-04-30"', window: "{ days: 456, lagDays: 61 }" };
export const WINDOW = nested<CohortWindow>(
  { days: wholeNumber(0), lagDays: wholeNumber(0) },
  { days: "456", lagDays: "61" },
);

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

/**
 * One cell of a cohort table as a tidy row. `converted` is cumulative, `added` what the age itself
 * added, `rate` converted over starts as a fraction from 0 to 1; all null where `endsIn`, the month the
 * age ends with, is not over yet.
 */
export interface CohortCell {
  readonly month: IsoMonth;
  readonly group: string | null;
  readonly starts: number;
  readonly age: number;
  readonly endsIn: IsoMonth;
  readonly converted: number | null;
  readonly added: number | null;
  readonly rate: number | null;
}

/**
 * The triangle of a cohort table as tidy rows, one a cell: what Observable Plot, Arquero, Vega-Lite and
 * spreadsheets take.
 *
 * @example
 * ```ts
 * import { cohortCells, cohortTableFromCounts } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * cohortCells(table)[1]; // => { age: 1, endsIn: "2021-04", converted: 2, added: 2, rate: 0.01, … }
 * cohortCells(table)[2]?.converted; // => null
 * ```
 */
export function cohortCells(table: CohortTable): CohortCell[] {
  refuseOther(table, COHORT_TABLE);
  return table.rows.flatMap(({ month, group, starts, converted }) =>
    converted.map((count, age) => ({
      month,
      group,
      starts,
      age,
      endsIn: nextMonth(month, age),
      converted: count,
      added: count === null ? null : count - (converted[age - 1] ?? 0),
      rate: count === null || starts === 0 ? null : count / starts,
    })),
  );
}

/**
 * The table of a whole from the tables of its parts, cell by cell, in any order and any grouping.
 *
 * @throws ProgrammeFault `cohorts/no-tables` for none at all, `cohorts/other-grain` for tables
 * as at different dates, of different windows or ages, or split by different things.
 *
 * @throws ProgrammeFault `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, mergeCohortTables } from "programme-rules/cohorts";
 *
 * const options = { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } };
 * const part = cohortTableFromCounts([{ month: "2021-03", starts: 100, converted: [0, 2] }], options);
 * mergeCohortTables([part, part]).rows[0]?.converted.slice(0, 3); // => [0, 4, null]
 * ```
 */
export function mergeCohortTables(tables: readonly CohortTable[]): CohortTable {
  refuseOther(tables, { name: "a list of cohort tables", has: [COHORT_TABLE.has] });
  const [first] = tables;
  if (first === undefined)
    throw new ProgrammeFault({
      code: "cohorts/no-tables",
      given: "no tables",
      allowed: "at least one table",
      todo: "Begin with the table of an empty caseload.",
    });
  const other = tables.find((table) => grainOf(table) !== grainOf(first));
  if (other !== undefined)
    throw new ProgrammeFault({
      code: "cohorts/other-grain",
      given: `tables ${grainOf(first)}; and ${grainOf(other)}`,
      allowed: "tables of the same as-at date, window, ages and split",
      todo: "Make the tables again with the same options.",
    });
  const unplaced = { notStarted: 0, undetermined: 0, notApplicable: 0 };
  for (const { unplaced: part } of tables) {
    unplaced.notStarted += part.notStarted;
    unplaced.undetermined += part.undetermined;
    unplaced.notApplicable += part.notApplicable;
  }
  return { ...first, rows: mergeRows(tables.flatMap(({ rows }) => rows)), unplaced };
}

/** Rows in order, those of the same cohort as one. */
export function mergeRows(rows: readonly CohortRow[]): CohortRow[] {
  const merged = new Map<string, CohortRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.month, row.group]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : addRows(known, row));
  }
  return [...merged.values()].sort(compareRows);
}

function addRows(one: CohortRow, other: CohortRow): CohortRow {
  const known = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    month: one.month,
    group: one.group,
    starts: one.starts + other.starts,
    converted: one.converted.map((count, age) => known(count, other.converted[age]!)),
    outcomes: one.outcomes + other.outcomes,
    open: known(one.open, other.open),
    closed: known(one.closed, other.closed),
    undetermined: one.undetermined + other.undetermined,
    mature: addShares(one.mature, other.mature),
  };
}

function grainOf({ asAt, window, lastAge, by }: CohortTable): string {
  const split = by === null ? "not split" : `split by ${by}`;
  return `as at ${asAt}, ${window.days} days and ${window.lagDays} of lag, ages to ${lastAge}, ${split}`;
}

/** How many months after the first the second is; negative when it is before. */
export function monthsFrom(first: IsoMonth, second: IsoMonth): number {
  const index = (month: IsoMonth) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(second) - index(first);
}

/** The last month that is over by the end of a day. */
export function lastCompleteMonth(day: EpochDay): IsoMonth {
  const month = monthOf(day);
  return lastOfMonth(month) === day ? month : nextMonth(month, -1);
}

/** The greatest age in months at which an outcome can fall within so many days of a start, in any of four years. */
export function lastAgeWithin(days: number): number {
  const ages = Array.from({ length: 48 }, (_, at) => {
    const month = nextMonth("2021-01", at);
    return monthsFrom(month, monthOf(lastOfMonth(month) + days));
  });
  return Math.max(...ages);
}

/** Whether a text is a month such as `2021-04`. */
export function isMonth(text: string): boolean {
  try {
    firstOfMonth(text);
    return true;
  } catch {
    return false;
  }
}
