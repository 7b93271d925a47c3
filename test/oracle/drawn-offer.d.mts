interface Range<T> {
  readonly low: T;
  readonly likely: T;
  readonly high: T;
}

/** A plan in fractions; `delay` is cumulative, `monthToMonth` a coefficient of variation. */
export interface DrawnPlan {
  readonly referrals: readonly number[];
  readonly volume: Range<number>;
  readonly monthToMonth: number;
  readonly rate: Range<number>;
  readonly delay: readonly number[];
  readonly profile: Range<readonly number[]>;
  readonly shock: number;
  readonly cohortSpread: number;
}

export interface DrawnFlow {
  readonly referrals: readonly number[];
  readonly starts: readonly number[];
  readonly outcomes: readonly number[];
}

export function numbersOf(seed: number): () => number;
export function drawnOffer(plan: DrawnPlan, random: () => number): DrawnFlow;
export function centreWithMean(mean: number, deviation: number): number;
