import type { PerformanceBasis, PerformanceWindowName } from "../cohorts/index.js";
import type { Flow } from "./forecast-expected.js";

/** The spans of months that performance is looked at over, by how many months they hold. */
export const WINDOWS: Readonly<Record<PerformanceWindowName, number>> = {
  "in-month": 1,
  "rolling-3": 3,
  "rolling-12": 12,
  "since-day-one": Number.POSITIVE_INFINITY,
};

/** What a level is measured on: a basis of outcomes, or starts against referrals or against a plan of starts. */
export type LevelBasis = PerformanceBasis | "starts-of-referrals" | "starts-of-plan";

/**
 * A level that can be forecast: the actual and what is needed of it, month by month, in whole numbers of
 * one unit, so that reaching the level is a comparison without rounding.
 */
export interface Promised {
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
  const before = month - WINDOWS[window];
  return sums[month]! - (before < 0 ? 0 : sums[before]!);
}
