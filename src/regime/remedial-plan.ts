import { type EpochDay, epochDay, type IsoDate } from "../date/index.js";
import type { PerformanceScope } from "../rules/index.js";
import { type ScopeInput, sameScope, scopeOf } from "./figure.js";
import { subjectOf } from "./figure-subject.js";
import { levelOf, type Standpoint } from "./grounds-standpoint.js";

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
export interface RemedialPlan {
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
  const { actions = [], areas = [] } = plan ?? {};
  const inAreas = areas.flatMap((area) =>
    (area.actions ?? []).map((each) => ({ addresses: area.addresses ?? [], ...each })),
  );
  const isPast = ({ agreedOn, dueOn }: DatedAction) =>
    epochDay(agreedOn ?? dueOn) <= standpoint.asAt && epochDay(dueOn) < standpoint.asAt;
  return [...actions, ...inAreas]
    .flatMap(dated)
    .filter(isPast)
    .map((each) => dueAction(each, standpoint))
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

type DatedAction = RemedialAction & { readonly dueOn: IsoDate };

/** An action with the day it is due, or is looked at; none where the plan gives neither. */
function dated(action: RemedialAction): DatedAction[] {
  const dueOn = action.dueOn ?? action.reviewOn;
  return dueOn === undefined ? [] : [{ ...action, dueOn }];
}

function dueAction(action: DatedAction, { programme, regime, asAt }: Standpoint): DueAction {
  const { number, addresses = [], scope, level, dueOn, completedOn } = action;
  const ids = typeof addresses === "string" ? [addresses] : addresses;
  for (const id of ids) subjectOf(programme, { id });
  const place = level === undefined ? 0 : regime!.levels.indexOf(levelOf(regime, level));
  return {
    dueOn,
    ...(number === undefined ? {} : { number: String(number) }),
    ...(completedOn !== undefined && epochDay(completedOn) <= asAt ? { completedOn } : {}),
    addresses: ids,
    ...(scope === undefined ? {} : { scope: scopeOf(scope) }),
    level: place,
  };
}

/** Whether an action was to remedy something: it or its standard is named, or nothing is. */
export function mayRemedy(
  action: DueAction,
  { id, scope }: { readonly id: string; readonly scope: PerformanceScope },
): boolean {
  if (action.scope !== undefined && !sameScope(action.scope, scope)) return false;
  return action.addresses.length === 0 || isMeantFor(action, id);
}

export function isMeantFor({ addresses }: DueAction, id: string): boolean {
  return addresses.some((each) => each === id || each.startsWith(`${id}/`) || id.startsWith(`${each}/`));
}
