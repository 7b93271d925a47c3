import type { IsoDate } from "../date/index.js";
import type { Citation, GroundCode, PerformanceScope } from "../rules/index.js";
import type { Figure } from "./figure.js";

/** A remedial action as evidence. `isMeantFor`: whether the plan says that it was to remedy this. */
export interface PastAction {
  readonly number?: string;
  readonly dueOn: IsoDate;
  readonly completedOn?: IsoDate;
  readonly isMeantFor: boolean;
}

/** How far a ground can be relied on: observed, forecast, or for a person to look at. */
export type GroundStrength = "established" | "projected" | "needs-review";

/**
 * What speaks for levels of intervention in a scope. Grounds are collected; a level is decided by the
 * Department, and no ground says that one applies.
 *
 * - `code`: why; `indicator-warning` speaks for a notice, and supports no level.
 * - `supports`: ids of levels. `about`: the id of the level, standard or indicator that fell short.
 * - `basis`: `text` where the source alone gives it, `policy` where a number of the policy was needed.
 * - `evidence`: the figures that are short, newest first, basis by basis; `actions`: remedies past due.
 * - `sentence`: the ground with its counting and source; `removedBy`: what would take it away.
 */
export interface Ground {
  readonly code: GroundCode | "indicator-warning";
  readonly supports: readonly string[];
  readonly scope: PerformanceScope;
  readonly about?: string;
  readonly strength: GroundStrength;
  readonly basis: "text" | "policy";
  readonly evidence: readonly Figure[];
  readonly actions?: readonly PastAction[];
  readonly citation?: Citation;
  readonly sentence: string;
  readonly removedBy: string;
}

/** A ground by what makes it that ground, whatever the figures. */
export type GroundName = Pick<Ground, "code" | "about" | "scope" | "strength" | "basis">;

export function nameOf({ code, about, scope, strength, basis }: Ground): GroundName {
  return { code, ...(about === undefined ? {} : { about }), scope, strength, basis };
}

const STRENGTHS = ["established", "projected", "needs-review"] as const;

/** The stronger first: established before projected, by the text before by a policy. */
export function compareStrength(one: Ground, other: Ground): number {
  const rank = ({ strength, basis }: Ground) => 2 * STRENGTHS.indexOf(strength) + (basis === "text" ? 0 : 1);
  return rank(one) - rank(other);
}
