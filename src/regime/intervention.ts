import { type EpochDay, epochDay, type IsoDate, longDate } from "../date/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault } from "../fault.js";
import {
  type History,
  isHistory,
  type PerformanceScope,
  type Programme,
  programmeOn,
  scopeWords,
} from "../rules/index.js";
import { type ScopeInput, sameScope, scopeKey, scopeOf } from "./figure.js";
import { type GroundForIntervention, type GroundName, nameOf } from "./ground.js";
import { levelOf } from "./grounds-standpoint.js";

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
 * A decision that had not ended as at the date.
 *
 * - `level`, `title`, `ledBy`, `scope`, `decidedBy` … `reason`: what was recorded, in full.
 * - `grounds`: what speaks for its level in its scope now; none is needed for it to stand.
 * - `noLongerPresent`: what spoke for it as at the day of the decision and does so no more. That ends
 *   nothing: only another decision does.
 */
export interface OpenIntervention {
  readonly level: string;
  readonly title: string;
  readonly ledBy: readonly string[];
  readonly scope: PerformanceScope;
  readonly decidedBy: string;
  readonly decidedOn: IsoDate;
  readonly notifiedOn?: IsoDate;
  readonly reason?: string;
  readonly grounds: readonly GroundName[];
  readonly noLongerPresent: readonly GroundName[];
  readonly sentence: string;
}

/** A recorded decision, in full, before grounds are looked at. */
export type Decision = Omit<OpenIntervention, "grounds" | "noLongerPresent" | "sentence">;

/** The decisions made and not ended as at a day, in order of the day they were made. */
export function openDecisions(
  rules: Programme | History,
  given: readonly Intervention[],
  asAt: EpochDay,
): Decision[] {
  for (const each of given) checkOrder(each);
  const order = (decision: Decision) =>
    `${decision.decidedOn} ${scopeKey(decision.scope)} ${decision.level} ${JSON.stringify(decision)}`;
  return given
    .filter(({ decidedOn, endedOn }) => {
      const isOver = endedOn !== undefined && epochDay(endedOn) <= asAt;
      return epochDay(decidedOn) <= asAt && !isOver;
    })
    .map((each) => decisionOf(rules, each, asAt))
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

function decisionOf(rules: Programme | History, given: Intervention, asAt: EpochDay): Decision {
  const { decidedBy, decidedOn, reason } = given;
  const then = isHistory(rules) ? programmeOn(rules, epochDay(decidedOn)) : rules;
  const { id: level, title, ledBy } = levelOf(then.regime, given.level);
  const isNotified = given.notifiedOn !== undefined && epochDay(given.notifiedOn) <= asAt;
  const notifiedOn = isNotified ? given.notifiedOn : undefined;
  return defined({
    level,
    title,
    ledBy,
    scope: scopeOf(given.scope),
    decidedBy,
    decidedOn,
    notifiedOn,
    reason,
  });
}

function checkOrder({ decidedOn, endedOn }: Intervention): void {
  if (endedOn === undefined || epochDay(decidedOn) <= epochDay(endedOn)) return;
  throw new ProgrammeFault({
    code: "regime/decision-order",
    given: `a decision of ${decidedOn} that ended on ${endedOn}`,
    allowed: "a decision that ends on or after the day it was made",
    todo: "Exchange the two dates.",
  });
}

/** A decision beside the grounds as at the date and as at the day it was made. */
export function besideGrounds(
  decision: Decision,
  groundsNow: readonly GroundForIntervention[],
  groundsThen: readonly GroundForIntervention[],
  programme: Programme,
): OpenIntervention {
  const speaking = (found: readonly GroundForIntervention[]) =>
    found
      .filter(({ supports, scope }) => supports.includes(decision.level) && sameScope(scope, decision.scope))
      .map(nameOf);
  const grounds = speaking(groundsNow);
  const present = new Set(grounds.map(keyOf));
  const noLongerPresent = speaking(groundsThen).filter((each) => !present.has(keyOf(each)));
  const sentence = sentenceOf(decision, grounds, noLongerPresent, programme);
  return { ...decision, grounds, noLongerPresent, sentence };
}

function keyOf({ code, about, strength, basis }: GroundName): string {
  return [code, about, strength, basis].join(" ");
}

function sentenceOf(
  { title, level, scope, decidedBy, decidedOn, notifiedOn }: Decision,
  now: readonly GroundName[],
  gone: readonly GroundName[],
  programme: Programme,
): string {
  const on = (date: string) => longDate(epochDay(date));
  const told = notifiedOn === undefined ? "no written notice is recorded" : `notified ${on(notifiedOn)}`;
  const words = (names: readonly GroundName[]) =>
    names.map(({ code, about }) => (about === undefined ? code : `${code} (${about})`)).join(", ");
  const grounds =
    now.length === 0
      ? "No ground for it is found now, and none is needed"
      : `Grounds for it now: ${words(now)}`;
  const past = gone.length === 0 ? "" : ` No longer present: ${words(gone)}; that ends nothing by itself.`;
  return `${title} (${level}), ${scopeWords(scope, programme)}, was decided by ${decidedBy} on ${on(decidedOn)}; ${told}. ${grounds}.${past}`;
}
