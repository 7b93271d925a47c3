import { type PerformanceWindowName, probabilityOf } from "../../cohorts/index.js";
import type { IsoMonth } from "../../date/index.js";
import { type ExpectedCourse, type ForecastMeasure, meanOf } from "./expected-flow.js";
import { monthAt } from "./forecast-plan.js";
import { accumulate, type LevelBasis, overWindow, type PromisedLevel } from "./promised-level.js";
import type { BandReader, RunBand } from "./run-bands.js";
import type { LevelTally, RunTally } from "./run-tally.js";

/** What is expected in a calendar month and up to its end: people, or pence of income; means, so need not be whole. */
export interface MonthForecast {
  readonly month: IsoMonth;
  /** Null for everybody; besides, one row per group where the plan is split. */
  readonly group: string | null;
  readonly measure: ForecastMeasure;
  readonly expected: number;
  readonly toDate: number;
  /** The mean of the runs up to the end of the month, to check `toDate` by, and its standard error; null where nothing is drawn. */
  readonly meanToDate: number | null;
  readonly standardError: number | null;
}

/** The band of a month, or of all months up to it: the share of the runs named lies between both ends. */
export interface MonthBand extends RunBand {
  readonly month: IsoMonth;
  readonly measure: ForecastMeasure;
  readonly of: "in-month" | "to-date";
}

/**
 * Who starts in a month, and what is expected of them in the end.
 *
 * - `converted`: expected by the end of age 0, 1, 2 … months; null for months after the as-at date.
 * - `rate`: outcomes over starts as a fraction; null where nobody starts.
 */
export interface PlannedCohort {
  readonly month: IsoMonth;
  readonly group: string | null;
  readonly starts: number;
  readonly outcomes: number;
  readonly rate: number | null;
  readonly converted: readonly (number | null)[];
}

/**
 * One level, at the end of one month, over one window.
 *
 * - `target`: the level as it is written. `index`: what is expected over what is needed, 1 being just
 *   enough. `rate`: that times the level, as a fraction.
 * - `probability`: how many of the runs reach it, as a fraction, and the standard error of that figure,
 *   which is only as exact as the runs are many. Null where nothing is drawn, or nothing is needed yet.
 * - `runsCounted`: the runs that the probability is a share of, those in which something is needed: in a run
 *   where nobody started yet there is nothing to reach. Where they are few, so is what the probability says,
 *   whatever the standard error. Null where nothing is drawn.
 */
export interface LevelForecast {
  readonly level: string;
  readonly basis: LevelBasis;
  readonly window: PerformanceWindowName;
  readonly month: IsoMonth;
  readonly target: string;
  readonly rate: number | null;
  readonly index: number | null;
  readonly probability: number | null;
  readonly standardError: number | null;
  readonly runsCounted: number | null;
}

/** The band of a level's rate, as fractions. */
export interface LevelBand extends RunBand {
  readonly level: string;
  readonly basis: LevelBasis;
  readonly window: PerformanceWindowName;
  readonly month: IsoMonth;
}

/** The rows of each month; with runs, the means of everybody beside what is expected of them. */
export function monthRows(
  { plan, until, measures, groups, all }: ExpectedCourse,
  tally?: RunTally,
): MonthForecast[] {
  const isSplit = plan.groups[0]!.group !== null;
  const parts = [
    { group: null, flow: all },
    ...groups.map((flow, at) => ({ group: plan.groups[at]!.group, flow })),
  ];
  return measures.flatMap((measure) =>
    (isSplit ? parts : parts.slice(0, 1)).flatMap(({ group, flow }) => {
      let toDate = 0;
      const sums = group === null ? tally?.sumsOf(measure) : undefined;
      return Array.from({ length: until }, (_, at) => {
        const expected = flow[measure][at]!;
        toDate += expected;
        return { month: monthAt(plan, at), group, measure, expected, toDate, ...meanOfRuns(sums?.next()) };
      });
    }),
  );
}

function meanOfRuns(sums: Float64Array | undefined) {
  if (sums === undefined) return { meanToDate: null, standardError: null };
  const runs = sums.length;
  let mean = 0;
  for (const sum of sums) mean += sum / runs;
  let squares = 0;
  for (const sum of sums) squares += (sum - mean) ** 2;
  return { meanToDate: mean, standardError: Math.sqrt(squares / runs / runs) };
}

export function cohortRows({ plan, until, groups, measures }: ExpectedCourse): PlannedCohort[] {
  if (!measures.includes("outcomes")) return [];
  const last = Math.min(until, plan.referralMonths + plan.delay.length - 1);
  return plan.groups.flatMap(({ group, profile }, place) =>
    Array.from({ length: last }, (_, at) => {
      const [starts, outcomes] = [groups[place]!.starts[at]!, groups[place]!.converted[at]!];
      const converted = profile!.map((value, age) => (at + age < until ? starts * meanOf(value) : null));
      const rate = starts === 0 ? null : outcomes / starts;
      return { month: monthAt(plan, at), group, starts, outcomes, rate, converted };
    }),
  );
}

export function monthBands(
  { plan, until, measures }: ExpectedCourse,
  tally: RunTally,
  bands: BandReader,
): MonthBand[] {
  return measures.flatMap((measure) => {
    const sums = tally.sumsOf(measure);
    return Array.from({ length: until }, (_, at) => {
      const toDate = sums.next().slice();
      const named = (of: MonthBand["of"]) => (band: RunBand) => ({
        month: monthAt(plan, at),
        measure,
        of,
        ...band,
      });
      return [
        ...bands.of(tally.flows[measure].at(at)).map(named("in-month")),
        ...bands.of(toDate).map(named("to-date")),
      ];
    }).flat();
  });
}

/** The rows of a level: what is expected of it, and with runs the probability of reaching it. */
export function levelRows(
  { plan, months, until, groups, all }: ExpectedCourse,
  promised: PromisedLevel,
  tally?: LevelTally,
): LevelForecast[] {
  const [actual, needed] = [new Float64Array(months), new Float64Array(months)];
  promised.fill(promised.group === null ? all : groups[promised.group]!, actual, needed);
  accumulate(actual);
  accumulate(needed);
  const { level, basis, target } = promised;
  return promised.windows.flatMap((window, place) =>
    Array.from({ length: until }, (_, at): LevelForecast => {
      const ought = overWindow(needed, at, window);
      const index = ought > 0 ? overWindow(actual, at, window) / ought : null;
      const rate = index === null ? null : promised.at * index;
      return {
        level,
        basis,
        window,
        month: monthAt(plan, at),
        target,
        rate,
        index,
        ...chanceOf(tally, place, at),
      };
    }),
  );
}

function chanceOf(tally: LevelTally | undefined, place: number, at: number) {
  const { reached, counted } = tally?.windows[place] ?? {};
  if (reached === undefined || counted === undefined || counted[at] === 0)
    return { probability: null, standardError: null, runsCounted: tally === undefined ? null : 0 };
  const runsCounted = counted[at]!;
  return { ...probabilityOf(reached[at]!, runsCounted), runsCounted };
}

export function levelBands(
  { plan, until }: ExpectedCourse,
  { promised, windows }: LevelTally,
  bands: BandReader,
): LevelBand[] {
  const { level, basis } = promised;
  return windows.flatMap(({ window, rates }) =>
    Array.from({ length: until }, (_, at) => {
      const numbers = rates.at(at).filter((rate) => !Number.isNaN(rate));
      return bands.of(numbers).map((band) => ({ level, basis, window, month: monthAt(plan, at), ...band }));
    }).flat(),
  );
}
