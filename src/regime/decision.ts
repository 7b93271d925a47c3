import type { IsoDate } from "../date/index.js";
import type { PerformanceScope } from "../rules/index.js";
import type { ScopeInput } from "./scope.js";

/**
 * A level that somebody decided on: entered, never inferred, and valid without any ground.
 *
 * - `level`: its id in the programme's regime, or its number there: `"level-3"` or 3.
 * - `decidedOn`: the day of the decision. `notifiedOn`: of the written notice. `endedOn`: the first
 *   day on which it no longer holds.
 */
export interface Intervention {
  readonly level: string | number;
  readonly scope?: ScopeInput;
  readonly decidedBy: string;
  readonly decidedOn: IsoDate;
  readonly notifiedOn?: IsoDate;
  readonly endedOn?: IsoDate;
  readonly reason?: string;
}

/**
 * One action of a plan, as far as grounds need it; other fields are left alone.
 *
 * - `addresses`: the ids of what it is to remedy: levels, standards, requirements. Without it a person
 *   must say what the action was meant for.
 * - `level`: at which level it was agreed, by id or number; the lowest unless given.
 * - `agreedOn`: from when on it is known. `dueOn`: the last day in time, or else `reviewOn`, the day on
 *   which it is looked at.
 */
export interface RemedialAction {
  readonly number?: string | number;
  readonly addresses?: string | readonly string[];
  readonly scope?: ScopeInput;
  readonly level?: string | number;
  readonly agreedOn?: IsoDate;
  readonly dueOn?: IsoDate;
  readonly reviewOn?: IsoDate;
  readonly completedOn?: IsoDate;
}

/**
 * A plan, as far as grounds need it; one that `checkProviderActionPlan` takes will do. Its actions, in
 * a list or by area, and whether the Department agreed that none is required. An area's `addresses`
 * holds for those of its actions that have none.
 */
export interface PlanInput {
  readonly actions?: readonly RemedialAction[];
  readonly areas?: readonly {
    readonly addresses?: string | readonly string[];
    readonly actions?: readonly RemedialAction[];
  }[];
  readonly waiver?: PlanWaiver;
}

/** That no plan is required: who agreed, when, and the first day on which that no longer holds. */
export interface PlanWaiver {
  readonly agreedBy: string;
  readonly agreedOn: IsoDate;
  readonly endedOn?: IsoDate;
}

/** A recorded decision, in full. */
export interface Decision {
  readonly level: string;
  readonly title: string;
  readonly ledBy: readonly string[];
  readonly scope: PerformanceScope;
  readonly decidedBy: string;
  readonly decidedOn: IsoDate;
  readonly notifiedOn?: IsoDate;
  readonly reason?: string;
}
