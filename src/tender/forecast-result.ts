import type { PerformanceBasis, PerformanceWindowName } from "../cohorts/index.js";
import type { IsoDate, IsoMonth } from "../date/index.js";
import type { ForecastMeasure } from "./forecast-expected.js";
import type { UndeterminedLevel } from "./forecast-levels.js";
import type { MissingValue } from "./forecast-plan.js";
import type { LevelBasis } from "./forecast-promise.js";
import type { RunBand } from "./forecast-quantiles.js";

/** How an offer is forecast. */
export interface OfferForecastOptions {
  /** The rows end with the last month that is over by this date; with the last outcome unless given. */
  readonly asAt?: IsoDate;
  /** How often chance is drawn: 10,000 unless given. With 0 nothing is drawn, and there are no bands or probabilities. */
  readonly runs?: number;
  /** What fixes chance: 1 unless given. The same seed gives the same forecast. */
  readonly seed?: number;
  /** What performance means: `["profile-flow"]` unless given. */
  readonly bases?: readonly PerformanceBasis[];
  /** Shares of the runs that the bands hold: `["50%", "80%", "95%"]` unless given. */
  readonly bands?: readonly string[];
  /** Called now and then with the runs drawn and the runs asked for. */
  readonly onProgress?: (done: number, runs: number) => void;
}

/** What is expected in a calendar month and up to its end: people, or pence of income; means, so need not be whole. */
export interface MonthForecast {
  readonly month: IsoMonth;
  /** Null for everybody; besides, a row a group where the plan is split. */
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

/**
 * What an offer comes to, as tidy rows. Expected values are in closed form; bands and probabilities are
 * drawn. Everything it rests on is echoed.
 *
 * - `verdict`, `reason`: there when referrals, starts or outcomes lack a value; `missing` lists every
 *   value that is not there, and the rows say what can be said without it.
 * - `undetermined`: the levels of which nothing can be said, and why.
 */
export interface OfferForecast {
  readonly offer: {
    readonly id: string;
    readonly title: string;
    readonly programme: string;
    readonly edition: string;
    readonly hash: string;
  };
  readonly asAt: IsoDate | null;
  readonly seed: number;
  readonly runs: number;
  readonly shock: number;
  readonly verdict?: "undetermined";
  readonly reason?: "missing-parameter";
  readonly missing: readonly MissingValue[];
  readonly months: readonly MonthForecast[];
  readonly bands: readonly MonthBand[];
  readonly cohorts: readonly PlannedCohort[];
  readonly levels: readonly LevelForecast[];
  readonly levelBands: readonly LevelBand[];
  readonly undetermined: readonly UndeterminedLevel[];
}
