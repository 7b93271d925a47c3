import { type EpochDay, epochDay, type IsoDate } from "../date/index.js";
import type { PerformanceScope } from "../rules/index.js";
import type { PlanInput, RemedialAction } from "./decision.js";
import type { PastAction } from "./ground.js";
import { sameScope, scopeOf } from "./scope.js";
import { levelOf, type Setting } from "./setting.js";
import { subjectOf } from "./subject.js";

/** A remedial action that was known and past its due date; `at`: the place of its level. */
export interface DueAction extends Omit<PastAction, "isMeantFor"> {
  readonly addresses: readonly string[];
  readonly scope?: PerformanceScope;
  readonly level: number;
}

/** The actions that had fallen due before a day, as far as they were known then, in order of due date. */
export function actionsPastDue(plan: PlanInput | undefined, setting: Setting): DueAction[] {
  const { actions = [], areas = [] } = plan ?? {};
  const inAreas = areas.flatMap((area) =>
    (area.actions ?? []).map((each) => ({ addresses: area.addresses ?? [], ...each })),
  );
  const isPast = ({ agreedOn, dueOn }: DatedAction) =>
    isBy(agreedOn ?? dueOn, setting.asAt) && epochDay(dueOn) < setting.asAt;
  return [...actions, ...inAreas]
    .flatMap(dated)
    .filter(isPast)
    .map((each) => dueAction(each, setting))
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

type DatedAction = RemedialAction & { readonly dueOn: IsoDate };

/** An action with the day it is due, or is looked at; none where the plan gives neither. */
function dated(action: RemedialAction): DatedAction[] {
  const dueOn = action.dueOn ?? action.reviewOn;
  return dueOn === undefined ? [] : [{ ...action, dueOn }];
}

function dueAction(action: DatedAction, { programme, regime, asAt }: Setting): DueAction {
  const { number, addresses = [], scope, level, dueOn, completedOn } = action;
  const ids = typeof addresses === "string" ? [addresses] : addresses;
  for (const id of ids) subjectOf(programme, { id });
  const place = level === undefined ? 0 : regime!.levels.indexOf(levelOf(regime, level));
  return {
    dueOn,
    ...(number === undefined ? {} : { number: String(number) }),
    ...(completedOn !== undefined && isBy(completedOn, asAt) ? { completedOn } : {}),
    addresses: ids,
    ...(scope === undefined ? {} : { scope: scopeOf(scope) }),
    level: place,
  };
}

function isBy(on: IsoDate, day: EpochDay): boolean {
  return epochDay(on) <= day;
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
