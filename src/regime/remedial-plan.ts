import { type EpochDay, epochDay, type IsoDate } from "../date/index.js";
import { defined } from "../defined.js";
import type { PerformanceScope } from "../rules/index.js";
import { type JudgedFigure, type ScopeInput, sameScope, scopeOf } from "./figure.js";
import { subjectOf } from "./figure-subject.js";
import { levelOf, type Standpoint } from "./grounds-standpoint.js";

/**
 * One action of a plan, as far as grounds need it; what else an action of a plan has is left alone.
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
 * holds for those of its actions that have none; both may have further parts of one's own form.
 */
export interface RemedialPlan {
  readonly actions?: readonly RemedialAction[];
  readonly areas?: readonly {
    readonly addresses?: string | readonly string[];
    readonly actions?: readonly (RemedialAction & { readonly [part: string]: unknown })[];
    readonly [part: string]: unknown;
  }[];
  readonly waiver?: PlanWaiver;
}

/** That no plan is required: who agreed, where that is recorded, when, and the first day on which that no longer holds. */
export interface PlanWaiver {
  readonly agreedBy?: string;
  readonly agreedOn: IsoDate;
  readonly endedOn?: IsoDate;
}

/** The agreement that no plan is required, while it holds. */
export function waiverOn(waiver: PlanWaiver | undefined, day: EpochDay): PlanWaiver | undefined {
  if (waiver === undefined || epochDay(waiver.agreedOn) > day) return undefined;
  return waiver.endedOn !== undefined && epochDay(waiver.endedOn) <= day ? undefined : waiver;
}

/** A remedial action as evidence. `isMeantFor`: whether the plan says that it was to remedy this. */
export interface PastRemedialAction {
  readonly number?: string;
  readonly dueOn: IsoDate;
  readonly completedOn?: IsoDate;
  readonly isMeantFor: boolean;
}

/** A remedial action that was known and past its due date; `level`: the place of its level. */
export interface DueAction extends Omit<PastRemedialAction, "isMeantFor"> {
  readonly addresses: readonly string[];
  readonly scope?: PerformanceScope;
  readonly level: number;
}

/** The actions that had fallen due before a day, as far as they were known then, in order of due date. */
export function actionsPastDue(plan: RemedialPlan | undefined, standpoint: Standpoint): DueAction[] {
  const { programme, regime, asAt } = standpoint;
  const { actions = [], areas = [] } = plan ?? {};
  const inAreas = areas.flatMap((area) =>
    (area.actions ?? []).map((each) => ({ addresses: area.addresses ?? [], ...each })),
  );
  const found: DueAction[] = [];
  for (const action of [...actions, ...inAreas]) {
    const { number, addresses = [], scope, level, reviewOn, dueOn = reviewOn, agreedOn = dueOn } = action;
    if (dueOn === undefined || epochDay(agreedOn!) > asAt || epochDay(dueOn) >= asAt) continue;
    const ids = typeof addresses === "string" ? [addresses] : addresses;
    for (const id of ids) subjectOf(programme, { id });
    const isDone = action.completedOn !== undefined && epochDay(action.completedOn) <= asAt;
    found.push({
      dueOn,
      ...defined({
        number: number === undefined ? undefined : String(number),
        completedOn: isDone ? action.completedOn : undefined,
      }),
      addresses: ids,
      ...(scope === undefined ? {} : { scope: scopeOf(scope) }),
      level: level === undefined ? 0 : regime!.levels.indexOf(levelOf(regime, level)),
    });
  }
  return found.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** Whether an action was to remedy something: it or its standard is named, or nothing is. */
export function mayRemedy(action: DueAction, { id, scope }: Pick<JudgedFigure, "id" | "scope">): boolean {
  if (action.scope !== undefined && !sameScope(action.scope, scope)) return false;
  return action.addresses.length === 0 || isMeantFor(action, id);
}

export function isMeantFor({ addresses }: DueAction, id: string): boolean {
  return addresses.some((each) => each === id || each.startsWith(`${id}/`) || id.startsWith(`${each}/`));
}
