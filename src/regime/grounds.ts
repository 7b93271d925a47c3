import { addMonths, epochDay, lastOfMonth } from "../date/index.js";
import { type GroundFacts, groundSentence, removalSentence } from "../explanation/index.js";
import type { Citation, PerformanceScope, RegimeLevel } from "../rules/index.js";
import { type DueAction, isMeantFor, mayRemedy } from "./actions.js";
import { compareStrength, type Ground } from "./ground.js";
import { scopeKey } from "./scope.js";
import type { Series } from "./series.js";
import { aboutWords, type Setting } from "./setting.js";
import { type Shortfall, shortfallsOf } from "./shortfall.js";
import { threatenedBy } from "./subject.js";

const CODES = [
  "baseline",
  "may-miss",
  "remedy-ineffective",
  "required-standard-failed",
  "indicator-warning",
] as const;
type Code = (typeof CODES)[number];

/** Every ground, in order of scope, code and what it is about. */
export function gatherGrounds(
  series: readonly Series[],
  actions: readonly DueAction[],
  setting: Setting,
): Ground[] {
  const shortfalls = shortfallsOf(series, setting);
  const missed = shortfalls.filter(({ thing }) => thing.subject !== "indicator");
  const watched = shortfalls.filter(({ thing }) => thing.subject === "indicator");
  const found = [
    ...(setting.regime?.scopes ?? []).flatMap((scope) => baseline(scope, setting)),
    ...missed.flatMap((each) => ground("may-miss", each, setting)),
    ...missed.flatMap((each) => remedyIneffective(each, actions, setting)),
    ...missed
      .filter(({ strength }) => strength === "established")
      .flatMap((each) => ground("required-standard-failed", each, setting)),
    ...watched.flatMap((each) => ground("indicator-warning", each, setting)),
  ];
  return found.sort(compareGrounds);
}

function compareGrounds(one: Ground, other: Ground): number {
  const place = ({ code }: Ground) => CODES.indexOf(code as Code);
  const [key, otherKey] = [scopeKey(one.scope), scopeKey(other.scope)];
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  if (place(one) !== place(other)) return place(one) - place(other);
  if (one.about !== other.about) return (one.about ?? "") < (other.about ?? "") ? -1 : 1;
  return compareStrength(one, other);
}

function baseline(scope: PerformanceScope, setting: Setting): Ground[] {
  const levels = levelsFor("baseline", setting);
  if (levels.length === 0) return [];
  const facts = { ...NO_FACTS, code: "baseline", levels, ...citationOf("baseline", setting) };
  return [
    {
      code: "baseline",
      supports: levels.map(({ id }) => id),
      scope: scope.group === undefined ? { area: scope.area } : scope,
      strength: "established",
      basis: "text",
      evidence: [],
      ...citationOf("baseline", setting),
      sentence: groundSentence(facts),
      removedBy: removalSentence(facts),
    },
  ];
}

const NO_FACTS = { about: "", runs: [], actions: [], isMeantFor: true, threatens: [], levels: [] } as const;

/** A shortfall as a ground; none where the regime has no level, or no notice, that it speaks for. */
function ground(
  code: Code,
  shortfall: Shortfall,
  setting: Setting,
  remedies?: { readonly actions: readonly DueAction[]; readonly isMeantFor: boolean },
): Ground[] {
  const { thing, basis, series } = shortfall;
  const levels = levelsFor(code, setting);
  const cited = citationOf(code, setting);
  if (levels.length === 0 && cited === undefined) return [];
  const { actions = [], isMeantFor: isMeant = true } = remedies ?? {};
  const facts: GroundFacts = {
    code,
    levels,
    about: aboutWords(thing, setting),
    runs: series.map(({ run }) => ({ newest: run[0]!, months: run.length })),
    ...(basis === "text" ? {} : { policy: policyFacts(setting) }),
    actions,
    isMeantFor: isMeant,
    threatens: threatenedBy(setting.programme, thing),
    ...cited,
  };
  return [
    {
      code,
      supports: levels.map(({ id }) => id),
      scope: thing.scope,
      about: thing.id,
      strength: isMeant ? shortfall.strength : "needs-review",
      basis,
      evidence: series.flatMap(({ run }) => run),
      ...(remedies === undefined ? {} : { actions: actions.map((each) => pastAction(each, isMeant)) }),
      ...cited,
      sentence: groundSentence(facts),
      removedBy: removalSentence(facts),
    },
  ];
}

function policyFacts({ policy }: Setting) {
  const { id, indexBelow: index, probabilityBelow: probability } = policy!;
  return {
    id,
    ...(index === undefined ? {} : { index }),
    ...(probability === undefined ? {} : { probability }),
  };
}

function pastAction({ number, dueOn, completedOn }: DueAction, isMeant: boolean) {
  return {
    ...(number === undefined ? {} : { number }),
    dueOn,
    ...(completedOn === undefined ? {} : { completedOn }),
    isMeantFor: isMeant,
  };
}

/**
 * Agreed remedies that fell due, and the shortfall was seen again after that. By the text that is
 * enough for what was observed; a projected shortfall must have stood for the policy's months.
 */
function remedyIneffective(shortfall: Shortfall, all: readonly DueAction[], setting: Setting): Ground[] {
  const { regime, policy, asAt } = setting;
  const [level] = levelsFor("remedy-ineffective", setting);
  if (level === undefined) return [];
  const place = regime!.levels.indexOf(level);
  const seenUntil = Math.max(...shortfall.series.map(({ run }) => lastOfMonth(run[0]!.month)));
  const wait = shortfall.basis === "text" ? 0 : policy?.monthsAfterDue;
  if (wait === undefined) return [];
  const past = all.filter((action) => {
    const due = epochDay(action.dueOn);
    const isLower = action.level < place;
    return isLower && mayRemedy(action, shortfall.thing) && seenUntil > due && addMonths(due, wait) <= asAt;
  });
  const meant = past.filter((action) => isMeantFor(action, shortfall.thing.id));
  const remedies =
    meant.length > 0 ? { actions: meant, isMeantFor: true } : { actions: past, isMeantFor: false };
  return past.length === 0 ? [] : ground("remedy-ineffective", shortfall, setting, remedies);
}

function levelsFor(code: Code, { regime }: Setting): RegimeLevel[] {
  if (code === "indicator-warning") return [];
  return (regime?.levels ?? []).filter(({ grounds }) => grounds.includes(code));
}

/** Where the regime says it: the level it speaks for, or the notice; `undefined` where it says nothing. */
function citationOf(code: Code, setting: Setting): { readonly citation?: Citation } | undefined {
  const { regime } = setting;
  const notice = regime?.notices.find((each) => each.ground === code);
  const from = code === "indicator-warning" ? notice : levelsFor(code, setting)[0];
  if (from === undefined) return undefined;
  const citation = from.citation ?? regime?.citation;
  return citation === undefined ? {} : { citation };
}
