import { addMonths, epochDay, lastOfMonth } from "../date/index.js";
import { defined } from "../defined.js";
import { type GroundFacts, groundSentence, removalSentence } from "../explanation/index.js";
import type { Citation, GroundCode, Grounded, PerformanceScope, RegimeLevel } from "../rules/index.js";
import { type JudgedFigure, scopeKey } from "./figure.js";
import { grouped, isLongEnough, type Series } from "./figure-series.js";
import { subjectOf } from "./figure-subject.js";
import { aboutWords, type Standpoint } from "./grounds-standpoint.js";
import { isByPolicy } from "./judged-figures.js";

import { type DueAction, isMeantFor, mayRemedy, type PastRemedialAction } from "./remedial-plan.js";

/** In the order in which grounds are listed; `ranked` is decided and recorded, and never gathered. */
export const GROUND_CODES = [
  "baseline",
  "may-miss",
  "remedy-ineffective",
  "required-standard-failed",
  "ranked",
  "indicator-warning",
] as const satisfies readonly GroundForIntervention["code"][];
type GatheredCode = Exclude<GroundForIntervention["code"], "ranked">;

/** The stronger first. */
export const STRENGTHS = [
  "established",
  "projected",
  "needs-review",
] as const satisfies readonly GroundStrength[];

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
export interface GroundForIntervention {
  readonly code: GroundCode | "indicator-warning";
  readonly supports: readonly string[];
  readonly scope: PerformanceScope;
  readonly about?: string;
  readonly strength: GroundStrength;
  readonly basis: "text" | "policy";
  readonly evidence: readonly JudgedFigure[];
  readonly actions?: readonly PastRemedialAction[];
  readonly citation?: Citation;
  readonly sentence: string;
  readonly removedBy: string;
}

/** A ground by what makes it that ground, whatever the figures. */
export type GroundName = Pick<GroundForIntervention, "code" | "about" | "scope" | "strength" | "basis">;

export function nameOf({ code, about, scope, strength, basis }: GroundForIntervention): GroundName {
  return defined({ code, about, scope, strength, basis });
}

/** The stronger first: established before projected, by the text before by a policy. */
export function compareStrength(one: GroundForIntervention, other: GroundForIntervention): number {
  const rank = ({ strength, basis }: GroundForIntervention) =>
    2 * STRENGTHS.indexOf(strength) + (basis === "text" ? 0 : 1);
  return rank(one) - rank(other);
}

/** Every ground, in order of scope, code and what it is about. */
export function gatherGrounds(
  series: readonly Series[],
  actions: readonly DueAction[],
  standpoint: Standpoint,
): GroundForIntervention[] {
  const shortfalls = shortfallsOf(series, standpoint);
  const missed = shortfalls.filter(({ thing }) => thing.subject !== "indicator");
  const watched = shortfalls.filter(({ thing }) => thing.subject === "indicator");
  const found = [
    ...(standpoint.regime?.scopes ?? []).flatMap((scope) => baseline(scope, standpoint)),
    ...missed.flatMap((each) => ground("may-miss", each, standpoint)),
    ...missed.flatMap((each) => remedyIneffective(each, actions, standpoint)),
    ...missed
      .filter(({ strength }) => strength === "established")
      .flatMap((each) => ground("required-standard-failed", each, standpoint)),
    ...watched.flatMap((each) => ground("indicator-warning", each, standpoint)),
  ];
  return found.sort(compareGrounds);
}

function compareGrounds(one: GroundForIntervention, other: GroundForIntervention): number {
  const place = ({ code }: GroundForIntervention) => GROUND_CODES.indexOf(code);
  const [key, otherKey] = [scopeKey(one.scope), scopeKey(other.scope)];
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  if (place(one) !== place(other)) return place(one) - place(other);
  if (one.about !== other.about) return (one.about ?? "") < (other.about ?? "") ? -1 : 1;
  return compareStrength(one, other);
}

function baseline(scope: PerformanceScope, standpoint: Standpoint): GroundForIntervention[] {
  const levels = levelsFor("baseline", standpoint);
  if (levels.length === 0) return [];
  const facts = { ...NO_FACTS, code: "baseline", levels, ...citationOf("baseline", standpoint) };
  return [
    {
      code: "baseline",
      supports: levels.map(({ id }) => id),
      scope: scope.group === undefined ? { area: scope.area } : scope,
      strength: "established",
      basis: "text",
      evidence: [],
      ...citationOf("baseline", standpoint),
      sentence: groundSentence(facts),
      removedBy: removalSentence(facts),
    },
  ];
}

const NO_FACTS = { about: "", runs: [], actions: [], isMeantFor: true, threatens: [], levels: [] } as const;

/** A shortfall as a ground; none where the regime has no level, or no notice, that it speaks for. */
function ground(
  code: GatheredCode,
  shortfall: Shortfall,
  standpoint: Standpoint,
  remedies?: { readonly actions: readonly DueAction[]; readonly isMeantFor: boolean },
): GroundForIntervention[] {
  const { thing, basis, series } = shortfall;
  const levels = levelsFor(code, standpoint);
  const cited = citationOf(code, standpoint);
  if (levels.length === 0 && cited === undefined) return [];
  const { actions, isMeantFor } = remedies ?? { actions: [], isMeantFor: true };
  const { id = "", indexBelow: index, probabilityBelow: probability } = standpoint.policy ?? {};
  const facts: GroundFacts = {
    code,
    levels,
    about: aboutWords(thing, standpoint),
    runs: series.map(({ run }) => ({ newest: run[0]!, months: run.length })),
    ...(basis === "text" ? {} : { policy: defined({ id, index, probability }) }),
    actions,
    isMeantFor,
    threatens: subjectOf(standpoint.programme, thing).threatens,
    ...cited,
  };
  return [
    {
      code,
      supports: levels.map(({ id }) => id),
      scope: thing.scope,
      about: thing.id,
      strength: isMeantFor ? shortfall.strength : "needs-review",
      basis,
      evidence: series.flatMap(({ run }) => run),
      ...defined({
        actions: remedies?.actions.map(({ number, dueOn, completedOn }) =>
          defined({ number, dueOn, completedOn, isMeantFor }),
        ),
      }),
      ...cited,
      sentence: groundSentence(facts),
      removedBy: removalSentence(facts),
    },
  ];
}

/**
 * Agreed remedies that fell due, and the shortfall was seen again after that. By the text that is
 * enough for what was observed; a projected shortfall must have stood for the policy's months.
 */
function remedyIneffective(
  shortfall: Shortfall,
  all: readonly DueAction[],
  standpoint: Standpoint,
): GroundForIntervention[] {
  const { regime, policy, asAt } = standpoint;
  const [level] = levelsFor("remedy-ineffective", standpoint);
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
  if (past.length === 0) return [];
  const meant = past.filter((action) => isMeantFor(action, shortfall.thing.id));
  const isMeant = meant.length > 0;
  return ground("remedy-ineffective", shortfall, standpoint, {
    actions: isMeant ? meant : past,
    isMeantFor: isMeant,
  });
}

function levelsFor(code: GatheredCode, { regime }: Standpoint): RegimeLevel[] {
  if (code === "indicator-warning") return [];
  return (regime?.levels ?? []).filter(({ grounds }) => grounds.includes(code));
}

/** Where the regime says it: the level it speaks for, or the notice; `undefined` where it says nothing. */
function citationOf(code: GatheredCode, { regime }: Standpoint): Pick<Grounded, "citation"> | undefined {
  const from =
    code === "indicator-warning"
      ? regime?.notices.find((each) => each.ground === code)
      : regime?.levels.find(({ grounds }) => grounds.includes(code));
  return from && defined({ citation: from.citation ?? regime?.citation });
}

/** Series of one thing in one scope that are short alike: together they make one ground. */
interface Shortfall {
  readonly thing: JudgedFigure;
  readonly strength: Exclude<GroundStrength, "needs-review">;
  readonly basis: "text" | "policy";
  readonly series: readonly Series[];
}

/** What falls short: by the text in its latest figure, by a policy in so many review months running. */
function shortfallsOf(series: readonly Series[], { policy }: Standpoint): Shortfall[] {
  const short = series.filter((each) => isLongEnough(each, policy?.reviewMonths ?? 1));
  return grouped(short, shortfallKey).map((alike) => {
    const thing = alike[0]!.run[0]!;
    return { thing, ...shortfallKind(thing), series: alike };
  });
}

function shortfallKey({ run }: Series): string {
  const { scope, subject, id } = run[0]!;
  const { strength, basis } = shortfallKind(run[0]!);
  return [scopeKey(scope), subject, id, strength, basis].join(" ");
}

function shortfallKind(figure: JudgedFigure): Pick<Shortfall, "strength" | "basis"> {
  const byPolicy = isByPolicy(figure);
  return {
    strength: byPolicy || figure.projected ? "projected" : "established",
    basis: byPolicy ? "policy" : "text",
  };
}
