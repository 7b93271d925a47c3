import type { Reason } from "../../compliance/index.js";
import type { Grounded, PlanForm, PlanPart } from "../../rules/index.js";
import type { PlanAttestation, PlanCheck, PlanFinding } from "./plan.js";

/** Where a finding is made and what it rests on. */
export interface Place {
  readonly where: string;
  readonly part: string;
  readonly check: PlanCheck;
  readonly from: Grounded;
}

export const met = (place: Place, says: string): PlanFinding => finding(place, "met", undefined, says);

export const notMet = (place: Place, reason: Reason, says: string): PlanFinding =>
  finding(place, "not-met", reason, says);

export const needsReview = (place: Place, says: string): PlanFinding =>
  finding(place, "undetermined", "needs-review", says);

export const missingData = (place: Place, says: string): PlanFinding =>
  finding(place, "undetermined", "missing-data", says);

export const pending = (place: Place, says: string): PlanFinding =>
  finding(place, "pending", "not-yet-due", says);

export const notApplicable = (place: Place, says: string): PlanFinding =>
  finding(place, "not-applicable", "condition", says);

function finding(
  { where, part, check, from }: Place,
  verdict: PlanFinding["verdict"],
  reason: Reason | undefined,
  says: string,
): PlanFinding {
  return {
    where,
    part,
    check,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    says,
    ...(from.citation === undefined ? {} : { citation: from.citation }),
    ...(from.basis === undefined ? {} : { basis: from.basis }),
  };
}

/** Whether a part is there, and where a person must judge it, what the person said. */
export function partFinding(
  part: PlanPart,
  value: unknown,
  { where, form, attested }: { where: string; form: PlanForm; attested: readonly PlanAttestation[] },
): PlanFinding {
  const place: Place = { where, part: part.id, check: "part", from: form };
  if (isBlank(value)) return notMet(place, "part-missing", `Missing: ${part.says}.`);
  if (part.check === "present") return met(place, `There: ${part.says}.`);
  return judged(place, part.says, attested);
}

/** What a person said of a part; the last word counts. */
export function judged(place: Place, says: string, attested: readonly PlanAttestation[]): PlanFinding {
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
