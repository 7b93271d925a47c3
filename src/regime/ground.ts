import { addMonths, epochDay, lastOfMonth } from "../date/index.js";
import { type GroundFacts, groundSentence, removalSentence } from "../explanation/index.js";
import type { Citation, GroundCode, RegimeLevel, Scope } from "../rules/index.js";
import type { Figure } from "./figure.js";
import { isByPolicy } from "./judgement.js";
import { type DueAction, isMeantFor, mayRemedy, type PastAction } from "./remedial-plan.js";
import { scopeKey } from "./scope.js";
import { grouped, isLongEnough, type Series } from "./series.js";
import { aboutWords, type Setting } from "./standpoint.js";
import { threatenedBy } from "./subject.js";

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
  readonly scope: Scope;
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

function baseline(scope: Scope, setting: Setting): Ground[] {
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

/** Series of one thing in one scope that are short alike: together they make one ground. */
interface Shortfall {
  readonly thing: Pick<Figure, "id" | "title" | "scope" | "subject">;
  readonly strength: Exclude<GroundStrength, "needs-review">;
  readonly basis: "text" | "policy";
  readonly series: readonly Series[];
}

/** What falls short: by the text in its latest figure, by a policy in so many review months running. */
function shortfallsOf(series: readonly Series[], { policy }: Setting): Shortfall[] {
  const short = series.filter((each) => isLongEnough(each, policy?.reviewMonths ?? 1));
  return grouped(short, shortfallKey).map((alike) => {
    const [newest] = alike[0]!.run;
    const { id, title, scope, subject } = newest!;
    return { thing: { id, title, scope, subject }, ...shortfallKind(newest!), series: alike };
  });
}

function shortfallKey({ run }: Series): string {
  const [newest] = run;
  const { strength, basis } = shortfallKind(newest!);
  return [scopeKey(newest!.scope), newest!.subject, newest!.id, strength, basis].join(" ");
}

function shortfallKind(figure: Figure): Pick<Shortfall, "strength" | "basis"> {
  const byPolicy = isByPolicy(figure);
  return {
    strength: byPolicy || figure.projected ? "projected" : "established",
    basis: byPolicy ? "policy" : "text",
  };
}
