import { refuseOther } from "../../argument.js";
import { type IsoDate, type IsoMonth, isoDate, lastOfMonth, nextMonth } from "../../date/index.js";
import { type OptionKinds, optionsOf } from "../../options.js";
import { PERCENT, type Share } from "../../quantity/index.js";
import { standardErrorsOf, USUAL_LEVEL } from "../confidence-interval.js";
import { type ConversionProfile, readProfile } from "../conversion-profile.js";
import { checkedRuns, SEEDED_RUNS, type SeededRuns } from "../random.js";
import {
  COHORT_TABLE,
  type CohortRow,
  type CohortTable,
  convertedBy,
  monthsFrom,
} from "../tables/cohort-table.js";
import { LEARNING, Learning, type LearningOptions } from "./learning.js";
import { spanOf } from "./simulation.js";

/** How a backtest is drawn and what its forecasts rest on; `level`: how sure their bands are, `"95%"` unless given. */
export interface BacktestOptions extends SeededRuns, LearningOptions {
  readonly level?: string;
}

const BACKTEST_OPTIONS: OptionKinds<BacktestOptions> = { ...SEEDED_RUNS, ...LEARNING, level: PERCENT };

/**
 * A forecast as it would have been made at the end of an earlier month, of those who had started by then: how many would
 * have converted by the end of the last month, `horizonMonths` later, and how many had.
 */
export interface BacktestRow {
  readonly asAt: IsoDate;
  readonly horizonMonths: number;
  readonly expected: number;
  /** Whole people; with the probability `level` as many lie between, both in it. */
  readonly lower: number;
  readonly upper: number;
  readonly level: string;
  readonly actual: number;
}

/** Of chances stated from `from` to below `to` (1 is in the last): how many, their mean, and how many came true. */
export interface StatedChances {
  readonly from: number;
  readonly to: number;
  readonly stated: number | null;
  readonly came: Share;
}

/**
 * How forecasts of this table would have done.
 *
 * - `until`: the month whose end they are held against.
 * - `error`: the mean of expected less actual people; `absoluteError`: of its size. Null without forecasts.
 * - `held`: how many of the bands held what happened. One table's forecasts share what befell it: of 20 bands that are
 *   95% sure, all or none may hold.
 * - `reliability`: how well stated chances came true: of reaching 90%, 100% and 110% of what the profile expects.
 */
export interface Backtest {
  readonly until: IsoMonth;
  readonly rows: readonly BacktestRow[];
  readonly error: number | null;
  readonly absoluteError: number | null;
  readonly held: Share;
  readonly reliability: readonly StatedChances[];
}

const PARTS_OF_PROFILE = [0.9, 1, 1.1];
const BINS = 5;

/**
 * What `forecast` would have said at the end of every earlier month, held against what the table shows at the end of its
 * last: the way to find out whether to believe it on one's own data. Ends that are still to come are not looked at. With
 * `reportingLagMonths` the newest cells count neither as seen nor as what happened.
 *
 * @throws ProgrammeFault `cohorts/profile`, `cohorts/chance`, `cohorts/level`, `cohorts/uncertainty` as `forecast` does.
 *
 * @example
 * ```ts
 * import { backtest, cohortTableFromCounts } from "programme-rules/cohorts";
 *
 * const counts = [
 *   { month: "2021-03", starts: 200, converted: [0, 2, 6] },
 *   { month: "2021-04", starts: 200, converted: [1, 3] },
 * ];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * const { rows, held } = backtest(table, profile, { seed: 1, runs: 1000 });
 * rows.map(({ asAt, horizonMonths, actual }) => [asAt, horizonMonths, actual]);
 * // => [["2021-03-31", 2, 6], ["2021-04-30", 1, 9]]
 * held; // => { count: 2, of: 2 }
 * ```
 */
export function backtest(table: CohortTable, profile: ConversionProfile, options: BacktestOptions): Backtest {
  refuseOther(table, COHORT_TABLE);
  const {
    level = USUAL_LEVEL,
    reportingLagMonths = 0,
    ...rest
  } = optionsOf(options, BACKTEST_OPTIONS, {
    seed: "1",
  });
  standardErrorsOf(level);
  const chance = checkedRuns(options);
  const read = readProfile(profile, table);
  const until = nextMonth(table.lastMonth, -reportingLagMonths);
  const shocks = new Float64Array(chance.runs).fill(1);
  const first = table.rows.map(({ month }) => month).sort()[0] ?? until;
  const chances: (readonly [stated: number, came: boolean])[] = [];
  const rows = Array.from({ length: Math.max(0, monthsFrom(first, until)) }, (_, at): BacktestRow => {
    const month = nextMonth(first, at);
    const then = table.rows.map((row) => seenBy(row, nextMonth(month, -reportingLagMonths)));
    const learning = new Learning({ ...table, rows: then }, read, month, rest);
    const ageOf = ({ row }: { readonly row: CohortRow }) => monthsFrom(row.month, until);
    const totals = learning.draw(chance, shocks, ageOf).sort();
    const begun = table.rows.filter((row) => row.month <= month);
    const actual = begun.reduce((sum, row) => sum + convertedBy(row, ageOf({ row })), 0);
    const planned = begun.reduce((sum, row) => sum + row.starts * read.at(row.group, ageOf({ row })), 0);
    for (const part of PARTS_OF_PROFILE) {
      const least = (part * planned) / read.denominator;
      const reached = totals.filter((total) => total >= least).length;
      if (planned > 0) chances.push([reached / chance.runs, actual >= least]);
    }
    return {
      asAt: isoDate(lastOfMonth(month)),
      horizonMonths: monthsFrom(month, until),
      expected: learning.rows.reduce((sum, each) => sum + learning.expected(each, ageOf(each)), 0),
      ...spanOf(totals, level),
      level,
      actual,
    };
  });
  const errors = rows.map(({ expected, actual }) => expected - actual);
  return {
    until,
    rows,
    error: mean(errors),
    absoluteError: mean(errors.map(Math.abs)),
    held: {
      count: rows.filter(({ lower, upper, actual }) => lower <= actual && actual <= upper).length,
      of: rows.length,
    },
    reliability: Array.from({ length: BINS }, (_, bin) => reliabilityOf(chances, bin)),
  };
}

/** A row as it stood at the end of an earlier month. */
function seenBy(row: CohortRow, month: IsoMonth): CohortRow {
  const now = monthsFrom(row.month, month);
  return { ...row, converted: row.converted.map((count, age) => (age <= now ? count : null)) };
}

function reliabilityOf(
  chances: readonly (readonly [stated: number, came: boolean])[],
  bin: number,
): StatedChances {
  const own = chances.filter(([stated]) => Math.min(BINS - 1, Math.floor(stated * BINS)) === bin);
  return {
    from: bin / BINS,
    to: (bin + 1) / BINS,
    stated: mean(own.map(([stated]) => stated)),
    came: { count: own.filter(([, came]) => came).length, of: own.length },
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
