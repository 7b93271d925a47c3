import type { OfferForecast, OfferTerms } from "../../../src/tender/index.js";

type Range<T> = { readonly low: T; readonly likely: T; readonly high: T };

/** In percent; people are people, and the shock and the spread are in log-odds. */
export interface PercentPlan {
  readonly referrals: readonly number[];
  readonly volume: Range<number>;
  readonly monthToMonth: number;
  readonly rate: Range<number>;
  readonly delay: readonly number[];
  readonly profile: Range<readonly number[]>;
  readonly shock: number;
  readonly cohortSpread: number;
}

type Measure = "referrals" | "starts" | "outcomes";
export const MEASURES: readonly Measure[];
export const plans: Readonly<Record<string, PercentPlan>>;
export function assumptionsOf(plan: PercentPlan): NonNullable<OfferTerms["assumptions"]>;
export function coverage(
  forecast: Pick<OfferForecast, "bands">,
  plan: PercentPlan,
  futures: number,
  seed: number,
): Readonly<Record<Measure, readonly number[]>>;
