import { ProgrammeFault, shown } from "../fault.js";
import { nested, wholeNumber } from "../options.js";
import type { Ratio } from "./percent.js";

/**
 * So many of so many. Both are whole numbers with `0 ≤ count ≤ of`; a share of nothing (`of` 0)
 * has no rate, and is never 0% or 100%.
 */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/**
 * A share of a population, checked.
 *
 * @throws ProgrammeFault `quantity/share` when either number is not whole, is negative, or
 * `count` is more than `of`.
 *
 * @example
 * ```ts
 * import { share } from "programme-rules";
 *
 * share(199, 200); // => { count: 199, of: 200 }
 * share(3, 2); // throws at most as many as the whole
 * ```
 */
export function share(count: number, of: number): Share {
  const whole = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (whole(count) && whole(of) && count <= of) return { count, of };
  throw new ProgrammeFault({
    code: "quantity/share",
    given: `${shown(count)} of ${shown(of)}`,
    allowed: "whole numbers from 0, the part at most as many as the whole",
    todo: "Count cases, not rates.",
  });
}

const checkRatio = nested<Ratio>(
  { numerator: wholeNumber(0), denominator: wholeNumber(1) },
  { numerator: "995", denominator: "1000" },
);

/**
 * Compares a share with a percentage as whole numbers: negative when the share is lower, 0 when
 * they are equal, positive when it is higher. The share's `of` must be above 0.
 *
 * @example
 * ```ts
 * import { compareShare, parsePercent } from "programme-rules";
 *
 * compareShare({ count: 199, of: 200 }, parsePercent("99.5%")); // => 0
 * compareShare({ count: 198, of: 199 }, parsePercent("99.5%")) < 0; // => true
 * ```
 */
export function compareShare(given: Share, ratio: Ratio): number {
  const [count, of] = [wholeOf(given?.count), wholeOf(given?.of)];
  checkRatio(ratio, "ratio");
  const { numerator, denominator } = ratio;
  const left = count * denominator;
  const right = of * numerator;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const exact = BigInt(count) * BigInt(denominator) - BigInt(of) * BigInt(numerator);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}

/**
 * A share as a percentage, cut (never rounded up) to one decimal, so that 99.46% is shown as 99.4%
 * and a share below its target is never shown as reaching it. A share of nothing is `"–"`.
 *
 * @example
 * ```ts
 * import { formatShare } from "programme-rules";
 *
 * formatShare({ count: 1989, of: 2000 }); // => "99.4%"
 * formatShare({ count: 0, of: 0 }); // => "–"
 * ```
 */
export function formatShare(given: Share): string {
  const [count, of] = [wholeOf(given?.count), wholeOf(given?.of)];
  if (of === 0) return "–";
  const tenths = (BigInt(count) * 1000n) / BigInt(of);
  return `${tenths / 10n}.${tenths % 10n}%`;
}

/** A total may be more than was planned, so a part may here exceed its whole. */
function wholeOf(value: number): number {
  return share(0, value).of;
}
