import type { Grounded, Open } from "./citation.js";
import type { Length } from "./length.js";

/**
 * One thing a plan must hold. `of`: once at its head, in its monthly narrative, for each area to
 * improve, for each action, or as an annex. `check`: whether the thing being there is enough, or a
 * person must judge it. `when` says in words what an annex depends on.
 */
export interface PlanPart {
  readonly id: string;
  readonly of: "header" | "narrative" | "area" | "action" | "annex";
  readonly says: string;
  readonly check: "present" | "human";
  readonly when?: string;
}

/**
 * The form of a plan: a provider action plan, a performance improvement plan.
 *
 * - `reviewed`: the requirement that times its review.
 * - `length`: how long it runs, when the source says.
 */
export interface PlanForm extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PlanPart[];
  readonly reviewed?: string;
  readonly length?: Length | Open;
}

/** Steps that may be taken, mildest first; each is a recorded decision and none is computed. */
export interface Ladder extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly { readonly id: string; readonly says: string }[];
}

/**
 * What the monthly pipeline file must satisfy besides its date.
 *
 * - `return`: the requirement that times it.
 * - `totals`: of each group and cohort, this month's total is last month's.
 * - `newestCohort`: whether the cohort that was not there last month is left out of that.
 * - `markedPrivate`: whether its covering message may be marked private.
 */
export interface PipelineFile extends Grounded {
  readonly return: string;
  readonly totals: "unchanged";
  readonly newestCohort: Grounded & { readonly rule: "exempt" | "checked" };
  readonly markedPrivate: boolean;
}
