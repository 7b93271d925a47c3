import { optionsOf } from "../argument.js";
import { type Share, share } from "../quantity/index.js";
import { standardErrorsOf, USUAL_LEVEL } from "./normal-quantile.js";

/** The two ends of an interval, as fractions from 0 to 1, and how often such intervals hold the true value. */
export interface ConfidenceInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: string;
}

/**
 * The Wilson interval of a share: which true rates the count is compatible with. It is exactly 0 at
 * the foot when nobody converted, exactly 1 at the top when all did, and null for a share of nothing.
 *
 * @param options - `level`: percent text above 0% and below 100%; `"95%"` unless given.
 * @throws ProgrammeFault `quantity/share` for a share that is none, `cohorts/level` for a
 * level at or beyond its bounds.
 *
 * @example
 * ```ts
 * import { wilson } from "programme-rules/cohorts";
 *
 * const interval = wilson({ count: 81, of: 263 });
 * interval?.lower.toFixed(4); // => "0.2553"
 * interval?.upper.toFixed(4); // => "0.3662"
 * wilson({ count: 0, of: 0 }); // => null
 * ```
 */
export function wilson(given: Share, options: { readonly level?: string } = {}): ConfidenceInterval | null {
  const { level = USUAL_LEVEL } = optionsOf(options);
  const { count, of } = share(given?.count, given?.of);
  const z = standardErrorsOf(level);
  if (of === 0) return null;
  const p = count / of;
  const reach = (z * z) / of;
  const centre = p + reach / 2;
  const half = z * Math.sqrt((p * (1 - p)) / of + reach / of / 4);
  return {
    lower: count === 0 ? 0 : (centre - half) / (1 + reach),
    upper: count === of ? 1 : (centre + half) / (1 + reach),
    level,
  };
}
