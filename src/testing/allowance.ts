import type { Finding, Reason, ReportLine } from "../compliance/index.js";
import { listOf, type OptionKind, oneOf } from "../options.js";
import { isCeiling, isScored, openTarget, reaches } from "../rules/index.js";

/**
 * What may be let pass although it is not settled: the reason of a pending, undetermined or
 * not-applicable verdict, or one of these verdicts whole. A case that is not met cannot be allowed.
 */
export type AllowedReason =
  | Exclude<Reason, "late" | "not-done" | "outside-window" | "part-missing">
  | "pending"
  | "undetermined"
  | "not-applicable"
  | "not-scored";

const NAMES: Readonly<Record<AllowedReason, true>> = {
  "not-yet-due": true,
  "missing-data": true,
  "missing-parameter": true,
  "needs-review": true,
  "leaving-not-recorded": true,
  "not-recorded": true,
  "id-twice": true,
  "clock-never-started": true,
  condition: true,
  excused: true,
  stopped: true,
  "state-ended": true,
  "nothing-to-count": true,
  pending: true,
  undetermined: true,
  "not-applicable": true,
  "not-scored": true,
};

/** The reasons and verdicts that let an open case pass. */
export interface AllowOptions {
  readonly allow?: readonly AllowedReason[];
}

/** Names of what may be let pass. */
export const ALLOW: OptionKind = listOf(
  oneOf(
    Object.keys(NAMES),
    "Name the reason of what is still open; what is not met cannot be allowed, only asserted with .not.",
  ),
);

/** Whether a case holds, fails, is allowed to be open, or does not apply. */
export function bearingOf(
  { verdict, reason }: Finding,
  allow: readonly AllowedReason[],
): "met" | "fails" | "allowed" | "left-out" {
  if (verdict === "met") return "met";
  const isAllowed = allow.includes(verdict as AllowedReason) || allow.includes(reason as AllowedReason);
  if (verdict === "not-met" || (verdict !== "not-applicable" && !isAllowed)) return "fails";
  return isAllowed ? "allowed" : "left-out";
}

/**
 * Whether a line holds. Cases that are allowed to be open are taken to succeed; all others that are
 * open are taken to fail.
 */
export function lineHolds(line: ReportLine, allow: readonly AllowedReason[]): boolean {
  const { verdict, reason, target, counted, worst } = line;
  if (verdict === "met") return true;
  if (counted === 0 || !isScored(target) || openTarget(target) !== undefined) {
    return allow.includes(verdict as AllowedReason) || allow.includes(reason as AllowedReason);
  }
  const allowed = allowedCases(line, allow);
  if (allowed === 0) return false;
  return reaches(target, { ...worst, count: worst.count + (isCeiling(target) ? -allowed : allowed) });
}

/** How many open cases of a line are allowed to be so. */
export function allowedCases(
  { pending, undetermined, undeterminedBy = {} }: ReportLine,
  allow: readonly AllowedReason[],
): number {
  const isPendingAllowed = allow.includes("pending") || allow.includes("not-yet-due");
  const reasons = Object.entries(undeterminedBy) as [AllowedReason, number][];
  const named = reasons.filter(([reason]) => allow.includes(reason));
  const unknown = allow.includes("undetermined")
    ? undetermined
    : named.reduce((sum, [, count]) => sum + count, 0);
  return unknown + (isPendingAllowed ? pending : 0);
}
