import { type PerformanceBasis, type PerformanceWindowName, probabilityOf } from "../../cohorts/index.js";
import type { IsoMonth } from "../../date/index.js";
import { type ForecastPlan, monthAt } from "./forecast-plan.js";
import type { LevelBasis } from "./promised-level.js";
import type { LevelTally } from "./run-tally.js";

/** At which months levels are to be met together: each, the last of each year, or the last of the forecast. */
export type JointMonths = "every-month" | "each-year-end" | "end";

export const JOINT_MONTHS = ["every-month", "each-year-end", "end"] as const satisfies readonly JointMonths[];

/**
 * How likely levels are to be met at every one of some months in the same run. There is a row for each level, and
 * one for all levels that are measured over the window, where there are several.
 *
 * - `basis`: what the outcomes are measured on; a level of starts has its own.
 * - `at`: `"every-month"` from the first full window to the last month with planned referrals; `"each-year-end"`:
 *   those of them that end a year of twelve months from the first referrals on; `"end"`: the last month of the forecast.
 * - `from`, `until`: the first and the last of these months.
 * - `probability`: in how many of the runs every level is met in each of them, as a fraction, with its standard
 *   error; a month in which nothing is needed is not missed. Null where nothing is needed in any run.
 * - `runsCounted`: the runs in which something is needed in one of them, of which the probability is a share.
 */
export interface JointChance {
  readonly levels: readonly string[];
  readonly basis: LevelBasis;
  readonly window: PerformanceWindowName;
  readonly at: JointMonths;
  readonly from: IsoMonth;
  readonly until: IsoMonth;
  readonly probability: number | null;
  readonly standardError: number | null;
  readonly runsCounted: number;
}

/** Which month of referrals, the first being 1, ends the first full window. */
export type FirstFullWindow = Readonly<Record<PerformanceWindowName, number>>;

export const FIRST_FULL_WINDOW: FirstFullWindow = {
  "in-month": 1,
  "rolling-3": 3,
  "rolling-12": 12,
  "since-day-one": 6,
};

const MONTHS_IN_YEAR = 12;

/** Of each month over a window, which of {@link JOINT_MONTHS} it is one of, as bits; `until` is how many months are looked at. */
export function marksOf(plan: ForecastPlan, months: number, until: number, firstFull: number): Uint8Array {
  const marks = new Uint8Array(months);
  const isReferred = (at: number) => plan.groups.some(({ referrals }) => referrals[at]! > 0);
  const referred = Array.from({ length: plan.referralMonths }, (_, at) => at).filter(isReferred);
  const [first, last] = [referred[0] ?? 0, Math.min(until - 1, referred.at(-1) ?? -1)];
  for (let at = first + firstFull - 1; at <= last; at++)
    marks[at] = (at - first + 1) % MONTHS_IN_YEAR === 0 ? EVERY_MONTH | YEAR_END : EVERY_MONTH;
  marks[until - 1]! |= END;
  return marks;
}

const [EVERY_MONTH, YEAR_END, END] = JOINT_MONTHS.map((_, place) => 1 << place) as [number, number, number];

/** The chances of each level by itself, then of all that are measured over a window; none where there is no such month. */
export function jointChances(
  plan: ForecastPlan,
  levels: readonly LevelTally[],
  bases: readonly PerformanceBasis[],
): JointChance[] {
  const alone = levels.flatMap((level) => chancesOf(plan, [level], level.promised.basis));
  const together = bases.flatMap((basis) => {
    const some = levels.filter(({ promised }) => promised.basis === basis || isOfStarts(promised.basis));
    return some.length > 1 ? chancesOf(plan, some, basis) : [];
  });
  return [...alone, ...together];
}

function isOfStarts(basis: LevelBasis): boolean {
  return basis === "starts-of-plan" || basis === "starts-of-referrals";
}

function chancesOf(plan: ForecastPlan, levels: readonly LevelTally[], basis: LevelBasis): JointChance[] {
  const windows = new Set(levels.flatMap((level) => level.windows.map(({ window }) => window)));
  return [...windows].flatMap((window) => {
    const tallies = levels.flatMap(({ promised, windows: own }) =>
      own.filter((each) => each.window === window).map((tally) => ({ level: promised.level, ...tally })),
    );
    if (tallies.length < Math.min(2, levels.length)) return [];
    const named = { levels: tallies.map(({ level }) => level), basis, window };
    const { marks } = tallies[0]!;
    return JOINT_MONTHS.flatMap((at, place) => {
      const bit = 1 << place;
      const from = marks.findIndex((mark) => (mark & bit) > 0);
      if (from < 0) return [];
      const until = marks.findLastIndex((mark) => (mark & bit) > 0);
      const span = { at, from: monthAt(plan, from), until: monthAt(plan, until) };
      return [{ ...named, ...span, ...shareOfRuns(tallies, bit) }];
    });
  });
}

/** Of the runs in which something is needed, those in which nothing is missed. */
function shareOfRuns(
  tallies: readonly LevelTally["windows"][number][],
  bit: number,
): Pick<JointChance, "probability" | "standardError" | "runsCounted"> {
  const runs = tallies[0]!.needed.length;
  let [runsCounted, kept] = [0, 0];
  for (let run = 0; run < runs; run++) {
    if (!tallies.some(({ needed }) => (needed[run]! & bit) > 0)) continue;
    runsCounted += 1;
    if (tallies.every(({ missed }) => (missed[run]! & bit) === 0)) kept += 1;
  }
  if (runsCounted === 0) return { probability: null, standardError: null, runsCounted };
  return { ...probabilityOf(kept, runsCounted), runsCounted };
}
