import { firstOfMonth, type IsoMonth, lastOfMonth, MONTH, nextMonth } from "../../date/index.js";
import { defined } from "../../defined.js";
import { type OptionKinds, oneOf, optionsOf } from "../../options.js";
import type { Share } from "../../quantity/index.js";
import { type ConversionProfile, levelOf, type ReadProfile, readProfile } from "../conversion-profile.js";
import { RATE, type RateInput, rateOf } from "../rate-input.js";
import { type CohortRow, type CohortTable, convertedBy, monthsFrom } from "../tables/cohort-table.js";
import { checkedMonth, profileIndex } from "./profile-comparison.js";

/** What performance in a window of months means; always named in the result. */
export type PerformanceBasis = "profile-flow" | "maturing-cohort" | "naive-flow";

/** Every basis; the one to quote first. */
export const PERFORMANCE_BASES = [
  "profile-flow",
  "maturing-cohort",
  "naive-flow",
] as const satisfies readonly PerformanceBasis[];

/** The windows of source 001, paragraph 21: the month itself, three and twelve months up to it, and since day one. */
export type PerformanceWindowName = "in-month" | "rolling-3" | "rolling-12" | "since-day-one";

/** Every window, from the shortest to the longest. */
export const PERFORMANCE_WINDOWS = [
  "in-month",
  "rolling-3",
  "rolling-12",
  "since-day-one",
] as const satisfies readonly PerformanceWindowName[];

/** How many months a window holds, the last among them. */
export const MONTHS_IN_WINDOW: Readonly<Record<PerformanceWindowName, number>> = {
  "in-month": 1,
  "rolling-3": 3,
  "rolling-12": 12,
  "since-day-one": Number.POSITIVE_INFINITY,
};

/** At the end of which month, on which basis, against which level. */
export interface PerformanceOptions {
  readonly basis?: PerformanceBasis;
  readonly month?: IsoMonth;
  readonly level?: RateInput;
}

const PERFORMANCE_OPTIONS: OptionKinds<PerformanceOptions> = {
  basis: oneOf(PERFORMANCE_BASES),
  month: MONTH,
  level: RATE,
};

/**
 * Performance in one window of months, both ends in it.
 *
 * - profile-flow: outcomes dated in the window (`actual`) over those the profile expects in it.
 * - maturing-cohort: of the cohorts whose last day of waiting falls in the window, the share that converted.
 * - naive-flow: outcomes in the window (`actual`) over starts in it (`starts`).
 *
 * `index` is performance over what was expected (1 is on profile, or at the level), `rate` a fraction.
 * Either is null where there is nothing to divide by.
 */
export interface WindowPerformance {
  readonly window: PerformanceWindowName;
  readonly from: IsoMonth;
  readonly until: IsoMonth;
  readonly actual: number;
  readonly expected?: number;
  readonly starts?: number;
  readonly share?: Share;
  readonly rate: number | null;
  readonly index: number | null;
}

/** Performance over the four windows on one basis; `warning` when the basis misleads. */
export interface PerformanceByWindow {
  readonly basis: PerformanceBasis;
  readonly month: IsoMonth;
  readonly level: number;
  readonly windows: readonly WindowPerformance[];
  readonly warning?: string;
}

const NAIVE_WARNING =
  "Outcomes over starts of the same months: recent starters have had less time, so a young or growing contract reads too low and a shrinking one too high. Use it only to reproduce an older figure.";

/**
 * Performance in the month, over three and twelve rolling months and since day one.
 *
 * @param options - `basis`: `"profile-flow"` unless given. `month`: one that is over; the table's last unless given.
 * @throws ProgrammeFault `cohorts/profile`, `cohorts/month`, `cohorts/rate` as {@link compareWithProfile} does.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, performanceOver } from "programme-rules/cohorts";
 *
 * const counts = [
 *   { month: "2021-03", starts: 200, converted: [0, 2, 6] },
 *   { month: "2021-04", starts: 200, converted: [0, 4] },
 * ];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * const { basis, windows } = performanceOver(table, profile);
 * basis; // => "profile-flow"
 * windows[0]; // => { window: "in-month", actual: 8, expected: 6, … }
 * performanceOver(table, profile, { basis: "naive-flow" }).warning?.slice(0, 20); // => "Outcomes over starts"
 * ```
 */
export function performanceOver(
  table: CohortTable,
  profile: ConversionProfile,
  options: PerformanceOptions = {},
): PerformanceByWindow {
  const { basis = "profile-flow" } = optionsOf(options, PERFORMANCE_OPTIONS);
  const read = readProfile(profile, table);
  const month = checkedMonth(table, options.month);
  const level = levelOf(table.rows, read, options.level);
  const windows = windowsUntil(month, table).map((span) => ({
    ...span,
    ...MEASURES[basis](table, span, level, read),
  }));
  return defined({
    basis,
    month,
    level,
    windows,
    warning: basis === "naive-flow" ? NAIVE_WARNING : undefined,
  });
}

type Span = Pick<WindowPerformance, "window" | "from" | "until">;

type Measure = (
  table: CohortTable,
  span: Span,
  level: number,
  profile: ReadProfile,
) => Omit<WindowPerformance, keyof Span>;

function windowsUntil(until: IsoMonth, { rows }: CohortTable): Span[] {
  const first = rows[0]?.month ?? until;
  const dayOne = first < until ? first : until;
  return PERFORMANCE_WINDOWS.map((window) => {
    const months = MONTHS_IN_WINDOW[window];
    return { window, from: Number.isFinite(months) ? nextMonth(until, 1 - months) : dayOne, until };
  });
}

/** The ages at which a cohort begins and ends a window: the last before it, and its last. */
function agesIn({ month }: CohortRow, { from, until }: Span): [before: number, last: number] {
  return [monthsFrom(month, from) - 1, monthsFrom(month, until)];
}

function outcomesIn(row: CohortRow, span: Span): number {
  const [before, last] = agesIn(row, span);
  return convertedBy(row, last) - convertedBy(row, before);
}

const profileFlow: Measure = ({ rows }, span, level, profile) => {
  let [actual, people] = [0, 0];
  for (const row of rows) {
    const [before, last] = agesIn(row, span);
    actual += outcomesIn(row, span);
    people += row.starts * (profile.at(row.group, last) - profile.at(row.group, before));
  }
  const found = profileIndex(actual, people, profile.denominator);
  return { ...found, rate: found.index === null ? null : level * found.index };
};

function against(level: number, rate: number | null): number | null {
  return rate === null || level === 0 ? null : rate / level;
}

const maturingCohort: Measure = ({ rows, window, lastAge }, { from, until }, level) => {
  const [first, last] = [firstOfMonth(from), lastOfMonth(until)];
  const share = { count: 0, of: 0 };
  for (const row of rows) {
    const matureOn = lastOfMonth(row.month) + window.days + window.lagDays;
    if (matureOn < first || matureOn > last) continue;
    share.count += convertedBy(row, lastAge);
    share.of += row.starts;
  }
  const rate = rateOf(share);
  return { actual: share.count, share, rate, index: against(level, rate) };
};

const naiveFlow: Measure = ({ rows }, span, level) => {
  let [actual, starts] = [0, 0];
  for (const row of rows) {
    actual += outcomesIn(row, span);
    if (row.month >= span.from && row.month <= span.until) starts += row.starts;
  }
  const rate = rateOf({ count: actual, of: starts });
  return { actual, starts, rate, index: against(level, rate) };
};

const MEASURES: Readonly<Record<PerformanceBasis, Measure>> = {
  "profile-flow": profileFlow,
  "maturing-cohort": maturingCohort,
  "naive-flow": naiveFlow,
};
