import type { Reason, Verdict } from "../../compliance/index.js";
import { defined } from "../../defined.js";
import type { Citation, Grounded, PlanForm, PlanPart } from "../../rules/index.js";
import type { PlanAttestation } from "./plan.js";

/** What is looked at. */
export type PlanAspect =
  | "in-place"
  | "part"
  | "owner"
  | "target"
  | "date"
  | "on-time"
  | "milestones"
  | "annex"
  | "reviewed";

/**
 * One thing that was checked. `where` is `header`, `narrative`, `area 1`, `action 1.2`, `annexes` or
 * `plan`; `part` the id of the part in the form. `basis` is `assumed` where no source asks for it in words.
 */
export interface PlanFinding {
  readonly where: string;
  readonly part: string;
  readonly check: PlanAspect;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly says: string;
  readonly citation?: Citation;
  readonly basis?: "assumed";
}

/** Where a finding is made and what it rests on. */
export interface PlaceInPlan {
  readonly where: string;
  readonly part: string;
  readonly check: PlanAspect;
  readonly from: Grounded;
}

export const met = (place: PlaceInPlan, says: string): PlanFinding => finding(place, "met", undefined, says);

export const notMet = (place: PlaceInPlan, reason: Reason, says: string): PlanFinding =>
  finding(place, "not-met", reason, says);

export const needsReview = (place: PlaceInPlan, says: string): PlanFinding =>
  finding(place, "undetermined", "needs-review", says);

export const missingData = (place: PlaceInPlan, says: string): PlanFinding =>
  finding(place, "undetermined", "missing-data", says);

export const pending = (place: PlaceInPlan, says: string): PlanFinding =>
  finding(place, "pending", "not-yet-due", says);

export const notApplicable = (place: PlaceInPlan, says: string): PlanFinding =>
  finding(place, "not-applicable", "condition", says);

function finding(
  { where, part, check, from }: PlaceInPlan,
  verdict: PlanFinding["verdict"],
  reason: Reason | undefined,
  says: string,
): PlanFinding {
  const { citation, basis } = from;
  return defined({ where, part, check, verdict, reason, says, citation, basis });
}

/** Whether a part is there, and where a person must judge it, what the person said. */
export function partFinding(
  part: PlanPart,
  value: unknown,
  { where, form, attested }: { where: string; form: PlanForm; attested: readonly PlanAttestation[] },
): PlanFinding {
  const place: PlaceInPlan = { where, part: part.id, check: "part", from: isGrounded(part) ? part : form };
  if (isBlank(value)) return notMet(place, "part-missing", `Missing: ${part.says}.`);
  if (part.check === "present") return met(place, `There: ${part.says}.`);
  return judged(place, part.says, attested);
}

function isGrounded({ citation, basis }: PlanPart): boolean {
  return citation !== undefined || basis !== undefined;
}

/** What a person said of a part; the last word counts. */
export function judged(place: PlaceInPlan, says: string, attested: readonly PlanAttestation[]): PlanFinding {
  const said = attested
    .filter(({ where, part }) => where === place.where && part === place.part)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1);
  if (said === undefined) return needsReview(place, `A person must judge: ${says}.`);
  if (said.holds) return met(place, `Judged to hold: ${says}.`);
  return notMet(place, "part-missing", `Judged not to hold: ${says}.`);
}

/** Not given, or given without content. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

/** `accountable-lead` → `accountableLead`: the field in which a part stands. */
export function fieldOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
