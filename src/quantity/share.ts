import { ProgrammeFault, shown } from "../fault.js";
import { nested, wholeNumber } from "../options.js";
import { parsePercent, type Ratio } from "./percent.js";

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

/** Two shares as one, people added to people. */
export function addShares(one: Share, other: Share): Share {
  return { count: one.count + other.count, of: one.of + other.of };
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
 * A share as a percentage of one decimal, rounded so that it never says something else than the share: it is on the
 * same side of 0%, of 100% and of `beside`, the percentage it is shown beside, and otherwise the nearest. 99.49% beside
 * 99.5% is 99.4%. Where one decimal cannot say it, there are more. A share of nothing is `"–"`.
 *
 * @param beside - the target it is to be read against, as percent text.
 * @throws ProgrammeFault `quantity/percent` for a `beside` that is no percentage.
 *
 * @example
 * ```ts
 * import { formatShare } from "programme-rules";
 *
 * formatShare({ count: 1989, of: 2000 }); // => "99.5%"
 * formatShare({ count: 1989, of: 2000 }, "99.5%"); // => "99.4%"
 * formatShare({ count: 1, of: 5000 }); // => "0.1%"
 * formatShare({ count: 0, of: 0 }); // => "–"
 * ```
 */
export function formatShare(given: Share, beside?: string): string {
  const [count, of] = [wholeOf(given?.count), wholeOf(given?.of)];
  const bounds = beside === undefined ? ENDS : [...ENDS, parsePercent(beside)];
  return of === 0 ? "–" : onItsSide(BigInt(count), BigInt(of), bounds, 1);
}

/** Finer than any figure that is shown, and coarser than what floating point loses. */
const FINEST = 1e12;

/** As {@link formatShare}, of a fraction that was computed, not counted. */
export function formatFraction(fraction: number, beside?: string): string {
  const bounds = beside === undefined ? ENDS : [...ENDS, parsePercent(beside)];
  return Number.isFinite(fraction)
    ? onItsSide(BigInt(Math.round(fraction * FINEST)), BigInt(FINEST), bounds, 1)
    : `${fraction}%`;
}

const ENDS: readonly Ratio[] = [
  { numerator: 0, denominator: 1 },
  { numerator: 1, denominator: 1 },
];

/** The nearest text with so many decimals, or the next one, that compares with every bound as the share does. */
function onItsSide(count: bigint, of: bigint, bounds: readonly Ratio[], decimals: number): string {
  const unit = 100n * 10n ** BigInt(decimals);
  const nearest = (2n * count * unit + of) / (2n * of);
  const shown = [nearest, nearest - 1n, nearest + 1n].find((parts) =>
    bounds.every((bound) => sideOf(parts, unit, bound) === sideOf(count, of, bound)),
  );
  if (shown === undefined) return onItsSide(count, of, bounds, decimals + 1);
  const digits = `${shown}`.padStart(decimals + 1, "0");
  const [whole, rest] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return `${whole}${rest === "" ? "" : `.${rest}`}%`;
}

function sideOf(count: bigint, of: bigint, { numerator, denominator }: Ratio): number {
  const [left, right] = [count * BigInt(denominator), of * BigInt(numerator)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A total may be more than was planned, so a part may here exceed its whole. */
function wholeOf(value: number): number {
  return share(0, value).of;
}
