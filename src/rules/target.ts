import { refuseNotObject } from "../argument.js";
import { share as checkedCount, compareShare, parsePercent, type Share } from "../quantity/index.js";
import { isOpen, type OpenValue } from "./citation.js";

const TARGET = 'a target such as { atLeast: "99.5%" }';
const WHOLE = { numerator: 1, denominator: 1 };

/** What a share is held to. Percentages are decimal text, compared as whole numbers. */
export type ScoredTarget =
  | { readonly every: true }
  | { readonly atLeast: string | OpenValue }
  | { readonly atMost: string | OpenValue }
  | { readonly below: string | OpenValue };

/** What a share is held to; or why it is held to nothing: its cases are reported, and the line is not scored. */
export type Target = ScoredTarget | { readonly notScored: string };

/** Whether a share is held to something. */
export function isScored(target: Target): target is ScoredTarget {
  refuseNotObject(target, TARGET);
  return !("notScored" in target);
}

/** Whether a higher share is worse, as for a backlog. */
export function isCeiling(target: Target): boolean {
  refuseNotObject(target, TARGET);
  return "atMost" in target || "below" in target;
}

/** The open value a target waits for, if it does. */
export function openTarget(target: Target): OpenValue | undefined {
  refuseNotObject(target, TARGET);
  const value = "every" in target || !isScored(target) ? undefined : bound(target);
  return isOpen(value) ? value : undefined;
}

/** The percentage that a share is shown beside: what it is held to, where that is a percentage that is known. */
export function percentAsked(target: Target): string | undefined {
  const value = !isScored(target) || "every" in target ? undefined : bound(target);
  return isOpen(value) ? undefined : value;
}

/** Whether a share of at least one case reaches the target. */
export function reaches(target: ScoredTarget, share: Share): boolean {
  refuseNotObject(target, TARGET);
  if ("every" in target) return compareShare(share, WHOLE) === 0;
  const compared = compareShare(share, parsePercent(bound(target) as string));
  if ("atLeast" in target) return compared >= 0;
  return "atMost" in target ? compared <= 0 : compared < 0;
}

/**
 * How many more cases may fail with the denominator fixed, after `failed` of `of` have: 0 at the
 * edge, negative by as many as are too many.
 */
export function headroomOf(target: ScoredTarget, failed: number, of: number): number {
  refuseNotObject(target, TARGET);
  for (const count of [failed, of]) checkedCount(0, count);
  if ("every" in target) return 0 - failed;
  const { numerator, denominator } = parsePercent(bound(target) as string);
  const product = BigInt(numerator) * BigInt(of);
  const whole = Number(product / BigInt(denominator));
  const exact = product % BigInt(denominator) === 0n;
  if ("atLeast" in target) return of - (exact ? whole : whole + 1) - failed;
  return ("below" in target && exact ? whole - 1 : whole) - failed;
}

function bound(target: Exclude<ScoredTarget, { every: true }>): string | OpenValue {
  if ("atLeast" in target) return target.atLeast;
  return "atMost" in target ? target.atMost : target.below;
}
