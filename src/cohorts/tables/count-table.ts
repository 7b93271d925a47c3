import {
  DATE,
  type DateInput,
  epochDay,
  firstOfMonth,
  type IsoMonth,
  isoDate,
  lastOfMonth,
  MONTH,
} from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import { listOf, NUMBER, nested, type OptionKinds, optionsOf, TEXT } from "../../options.js";
import {
  AS_AT_AND_WINDOW,
  type CohortRow,
  type CohortTable,
  type CohortWindow,
  compareRows,
  lastAgeWithin,
  lastCompleteMonth,
  monthsFrom,
  WINDOW,
} from "./cohort-table.js";

/** One cohort as a provider often has it: its month, its starts, and the converted by each month of age, cumulative. */
export interface CohortCount {
  readonly month: IsoMonth;
  readonly group?: string;
  readonly starts: number;
  readonly converted: readonly number[];
}

/** As at which date, and how long an outcome may take. */
export interface CountOptions {
  readonly asAt: DateInput;
  readonly window: CohortWindow;
  /** What the groups of the counts are; null in the table unless given. */
  readonly by?: string;
}

const checkCounts = listOf(
  nested<CohortCount>(
    { month: MONTH, group: TEXT, starts: NUMBER, converted: listOf(NUMBER) },
    { month: '"2021-03"', starts: "200", converted: "[0, 2]" },
  ),
);
const COUNT_OPTIONS: OptionKinds<CountOptions> = { asAt: DATE, window: WINDOW, by: TEXT };

/**
 * The cohort table of ready counts. Each cohort gives one cumulative number for each month of age that
 * is over as at the date (age 0 is the month itself), up to the greatest age the window reaches.
 * A cohort is mature when the window and lag of its last possible starter are over.
 *
 * @throws ProgrammeFault `cohorts/counts` for a number that is not whole, numbers that fall or
 * exceed the starts, too many or too few of them, or the same cohort twice; `date/month-form` for a
 * month that is none.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts } from "programme-rules/cohorts";
 *
 * const options = { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } };
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 6] }];
 * cohortTableFromCounts(counts, options).rows[0]?.outcomes; // => 6
 * cohortTableFromCounts([{ month: "2021-03", starts: 200, converted: [0, 2] }], options); // throws 3 numbers
 * ```
 */
export function cohortTableFromCounts(counts: readonly CohortCount[], options: CountOptions): CohortTable {
  checkCounts(counts, "counts");
  const { window, by = null } = optionsOf(options, COUNT_OPTIONS, AS_AT_AND_WINDOW);
  const asAt = epochDay(options.asAt);
  const lastMonth = lastCompleteMonth(asAt);
  const lastAge = lastAgeWithin(window.days);
  const rows = counts.map((count) => rowOf(count, { asAt, lastMonth, lastAge, window })).sort(compareRows);
  rows.forEach((row, at) => {
    if (at > 0 && compareRows(rows[at - 1]!, row) === 0)
      throw countFault(row.month, "a second count", "one count a cohort");
  });
  const unplaced = { notStarted: 0, undetermined: 0, notApplicable: 0 };
  return { asAt: isoDate(asAt), lastMonth, window: { ...window }, lastAge, by, rows, unplaced };
}

/** The table that a count becomes a row of. */
export interface TableFrame {
  readonly asAt: number;
  readonly lastMonth: IsoMonth;
  readonly lastAge: number;
  readonly window: CohortWindow;
}

function rowOf(count: CohortCount, place: TableFrame): CohortRow {
  firstOfMonth(count.month);
  const wrong = wrongIn(count, seenAges(count.month, place));
  if (wrong !== undefined) throw countFault(count.month, ...wrong);
  return countedRow(count, place);
}

/** How many ages of a cohort are over: one cumulative number is owed for each. */
export function seenAges(
  month: IsoMonth,
  { lastMonth, lastAge }: Pick<TableFrame, "lastMonth" | "lastAge">,
): number {
  return Math.max(0, Math.min(monthsFrom(month, lastMonth), lastAge) + 1);
}

/** The row of a count whose numbers are right. */
export function countedRow(count: CohortCount, { asAt, lastAge, window }: TableFrame): CohortRow {
  const { month, starts, converted } = count;
  const outcomes = converted.at(-1) ?? 0;
  const isMature = lastOfMonth(month) + window.days + window.lagDays < asAt;
  return {
    month,
    group: count.group ?? null,
    starts,
    converted: Array.from({ length: lastAge + 1 }, (_, age) => converted[age] ?? null),
    outcomes,
    open: null,
    closed: null,
    undetermined: 0,
    mature: isMature ? { count: outcomes, of: starts } : { count: 0, of: 0 },
  };
}

/** What is wrong with the numbers of a count, and what is allowed; undefined when nothing is. */
export function wrongIn(
  { starts, converted }: Pick<CohortCount, "starts" | "converted">,
  seen: number,
): [what: string, allowed: string] | undefined {
  const all = [...converted, starts];
  const isWhole = all.every((number) => Number.isSafeInteger(number) && number >= 0);
  if (!isWhole) return ["a number that is not whole, or below 0", "whole numbers from 0"];
  const falls = all.findIndex((number, at) => at > 0 && number < all[at - 1]!);
  if (falls === all.length - 1) return ["more converted than started", "at most as many as started"];
  if (falls > 0) return ["a number below the one before", "cumulative numbers, which never fall"];
  if (converted.length === seen) return undefined;
  return [`${converted.length} numbers`, `${seen} numbers, one a month of age that is over`];
}

function countFault(month: IsoMonth, what: string, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/counts",
    given: `${what} for the cohort ${month}`,
    allowed,
    todo: "Give each cohort once, with the converted by the end of each month since it began.",
  });
}
