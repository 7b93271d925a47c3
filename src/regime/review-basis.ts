import {
  PERFORMANCE_BASES,
  PERFORMANCE_WINDOWS,
  type PerformanceBasis,
  type PerformanceWindowName,
} from "../cohorts/index.js";
import { defined } from "../defined.js";

/**
 * What a figure is looked at over: the month, three or twelve months up to it, everything since day
 * one, cohort by cohort, or against other contracts.
 */
export type ReviewBasis = PerformanceWindowName | "cohort" | "relative";

/** A review basis by any of its names, or what the figure measures where that is all there is to say. */
export type BasisInput = ReviewBasis | "rolling-three" | "rolling-twelve" | "cumulative" | PerformanceBasis;

export const REVIEW_BASES = [
  ...PERFORMANCE_WINDOWS,
  "cohort",
  "relative",
] as const satisfies readonly ReviewBasis[];

const ALSO_CALLED = {
  "rolling-three": "rolling-3",
  "rolling-twelve": "rolling-12",
  cumulative: "since-day-one",
} as const satisfies Readonly<Record<string, ReviewBasis>>;

export const OTHER_NAMES = Object.keys(ALSO_CALLED) as (keyof typeof ALSO_CALLED)[];

/** What a figure is looked at over, and what it measures; absent where that was not said. */
export interface Basis {
  readonly basis?: ReviewBasis;
  readonly measure?: PerformanceBasis;
}

/** Reads what was said of it; a basis may also be the name of a measure. */
export function basisOf(given: {
  readonly basis?: BasisInput;
  readonly window?: BasisInput;
  readonly measure?: PerformanceBasis;
}): Basis {
  const names = [given.basis, given.window].filter((name) => name !== undefined);
  const measure = given.measure ?? names.find(isMeasure);
  const name = names.find((each) => !isMeasure(each)) as Exclude<BasisInput, PerformanceBasis> | undefined;
  return {
    ...(name === undefined ? {} : { basis: named(name) }),
    ...defined({ measure }),
  };
}

function isMeasure(name: string): name is PerformanceBasis {
  return PERFORMANCE_BASES.some((each) => each === name);
}

function named(name: Exclude<BasisInput, PerformanceBasis>): ReviewBasis {
  return Object.hasOwn(ALSO_CALLED, name)
    ? ALSO_CALLED[name as keyof typeof ALSO_CALLED]
    : (name as ReviewBasis);
}
