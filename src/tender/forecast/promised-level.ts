import {
  MONTHS_IN_WINDOW,
  monthsFrom,
  PERFORMANCE_BASES,
  type PerformanceBasis,
  type PerformanceWindowName,
} from "../../cohorts/index.js";
import { type IsoMonth, lastOfMonth, monthOf } from "../../date/index.js";
import { parsePercent, type Ratio } from "../../quantity/index.js";
import type { MinimumPerformanceLevel, Programme } from "../../rules/index.js";
import type { Flow } from "./expected-flow.js";
import { type ForecastPlan, monthAt } from "./forecast-plan.js";

/** What a level is measured on: a basis of outcomes, or starts against referrals or against a plan of starts. */
export type LevelBasis = PerformanceBasis | "starts-of-referrals" | "starts-of-plan";

export const LEVEL_BASES = [
  ...PERFORMANCE_BASES,
  "starts-of-referrals",
  "starts-of-plan",
] as const satisfies readonly LevelBasis[];

/**
 * A level that can be forecast: the actual and what is needed of it, month by month, in whole numbers of
 * one unit, so that reaching the level is a comparison without rounding.
 */
export interface PromisedLevel {
  readonly level: string;
  readonly title: string;
  readonly basis: LevelBasis;
  readonly windows: readonly PerformanceWindowName[];
  /** The level as it is written and as a fraction: the rate when the actual is just what is needed. */
  readonly target: string;
  readonly at: number;
  /** The group it is for, by its place in the plan; null for everybody. */
  readonly group: number | null;
  readonly fill: (flow: Flow, actual: Float64Array, needed: Float64Array) => void;
}

/** Makes sums over the months so far of numbers by month. */
export function accumulate(numbers: Float64Array): void {
  for (let at = 1; at < numbers.length; at++) numbers[at]! += numbers[at - 1]!;
}

/** The sum over the window that ends with a month, from sums over the months so far. */
export function overWindow(sums: Float64Array, month: number, window: PerformanceWindowName): number {
  const before = month - MONTHS_IN_WINDOW[window];
  return sums[month]! - (before < 0 ? 0 : sums[before]!);
}

/** What a performance level is measured by. */
interface LevelTerms {
  readonly share: Ratio;
  readonly level: MinimumPerformanceLevel;
  readonly programme: Programme;
  readonly plan: ForecastPlan;
}

type Fill = PromisedLevel["fill"];

/** Outcomes of the month against those that the promised profile expects of the starts so far. */
function profileFlow({ level }: LevelTerms): Fill {
  const ratios = (level.profile as readonly string[]).map(parsePercent);
  const denominator = Math.max(...ratios.map((ratio) => ratio.denominator));
  const whole = ratios.map((ratio) => ratio.numerator * (denominator / ratio.denominator));
  const added = whole.map((value, age) => value - (whole[age - 1] ?? 0));
  return ({ starts, outcomes }, actual, needed) => {
    needed.fill(0);
    for (let cohort = 0; cohort < starts.length; cohort++) {
      actual[cohort] = outcomes[cohort]! * denominator;
      const people = starts[cohort]!;
      if (people === 0) continue;
      const last = Math.min(added.length, starts.length - cohort);
      for (let age = 0; age < last; age++) needed[cohort + age]! += people * added[age]!;
    }
  };
}

/** Outcomes in the end of the cohorts whose last day of waiting falls in the month, against the level of their starts. */
function maturingCohort({ share, level, programme, plan }: LevelTerms): Fill {
  const matureAt = maturities(plan, daysWaited(programme, level));
  return ({ starts, converted }, actual, needed) => {
    actual.fill(0);
    needed.fill(0);
    for (let cohort = 0; cohort < starts.length; cohort++) {
      const month = matureAt(cohort);
      if (month >= starts.length) continue;
      actual[month]! += converted[cohort]! * share.denominator;
      needed[month]! += starts[cohort]! * share.numerator;
    }
  };
}

/** Days from a start until nothing more can be heard of it. */
function daysWaited({ outcomes }: Programme, { outcome }: MinimumPerformanceLevel): number {
  const { within, claimWithin } = outcomes.find(({ id }) => id === outcome)!;
  return Math.max(within.days, claimWithin?.days ?? 0);
}

/** The same in months after the month of the last starts. */
export function monthsWaited(
  programme: Programme,
  level: MinimumPerformanceLevel,
  plan: ForecastPlan,
): number {
  const last = plan.referralMonths + plan.delay.length - 2;
  return monthsOver(monthAt(plan, last), daysWaited(programme, level));
}

function maturities(plan: ForecastPlan, days: number): (cohort: number) => number {
  const known: number[] = [];
  return (cohort) => {
    known[cohort] ??= cohort + monthsOver(monthAt(plan, cohort), days);
    return known[cohort]!;
  };
}

/** How many months after a month the day lies that is so many days after its last. */
function monthsOver(month: IsoMonth, days: number): number {
  return monthsFrom(month, monthOf(lastOfMonth(month) + days));
}

/** Outcomes of the month against the level of its starts: misleading, and named so. */
const naiveFlow =
  ({ share }: LevelTerms): Fill =>
  ({ starts, outcomes }, actual, needed) =>
    fillWith(actual, needed, (at) => [outcomes[at]! * share.denominator, starts[at]! * share.numerator]);

/** How a performance level is measured on each basis. */
export const FILLS: Readonly<Record<PerformanceBasis, (terms: LevelTerms) => Fill>> = {
  "profile-flow": profileFlow,
  "maturing-cohort": maturingCohort,
  "naive-flow": naiveFlow,
};

/** Starts against a share of referrals. */
export const startsOfReferrals =
  (share: Ratio): Fill =>
  ({ starts, referrals }, actual, needed) =>
    fillWith(actual, needed, (at) => [starts[at]! * share.denominator, referrals[at]! * share.numerator]);

/** Starts against a cumulative plan of starts, by the months of the contract; flat after its last. */
export const startsOfPlan =
  (share: Ratio, against: readonly number[]): Fill =>
  ({ starts }, actual, needed) =>
    fillWith(actual, needed, (at) => {
      const planned =
        (against[at] ?? against.at(-1) ?? 0) - (at === 0 ? 0 : (against[at - 1] ?? against.at(-1) ?? 0));
      return [starts[at]! * share.denominator, planned * share.numerator];
    });

function fillWith(
  actual: Float64Array,
  needed: Float64Array,
  at: (month: number) => readonly [actual: number, needed: number],
): void {
  for (let month = 0; month < actual.length; month++)
    [actual[month], needed[month]] = at(month) as [number, number];
}
