import { defined } from "../defined.js";
import {
  type Citation,
  joined,
  type PerformanceScope,
  type RegimeLevel,
  scopeWords,
} from "../rules/index.js";
import { scopeKey } from "./figure.js";
import { grouped } from "./figure-series.js";
import { subjectOf } from "./figure-subject.js";
import { compareStrength, type GroundForIntervention, type GroundStrength } from "./ground.js";
import type { Standpoint } from "./grounds-standpoint.js";

/**
 * A level that there are grounds for; not a level that applies.
 *
 * - `strongest`: its strongest ground; `others`: how many more speak for it.
 * - `removedBy`: what would take all its grounds away.
 */
export interface IndicatedLevel {
  readonly level: string;
  readonly title: string;
  readonly ledBy: readonly string[];
  readonly strength: GroundStrength;
  readonly strongest: GroundForIntervention;
  readonly others: number;
  readonly sentence: string;
  readonly removedBy: readonly string[];
}

/** The set of levels that the grounds in one scope support: side by side, none above another. */
export interface IndicatedScope {
  readonly scope: PerformanceScope;
  readonly title: string;
  readonly levels: readonly IndicatedLevel[];
}

/** Per scope the levels that there are grounds for, in the regime's order. */
export function indicatedBy(
  grounds: readonly GroundForIntervention[],
  standpoint: Standpoint,
): IndicatedScope[] {
  const levels = standpoint.regime?.levels ?? [];
  const supporting = grounds.filter(({ supports }) => supports.length > 0);
  return grouped(supporting, ({ scope }) => scopeKey(scope)).map((own) => {
    const [{ scope }] = own as [GroundForIntervention, ...GroundForIntervention[]];
    return {
      scope,
      title: scopeWords(scope, standpoint.programme),
      levels: levels.flatMap((level) => indicatedLevel(level, own)),
    };
  });
}

function indicatedLevel(
  { id, title, ledBy }: RegimeLevel,
  grounds: readonly GroundForIntervention[],
): IndicatedLevel[] {
  const own = grounds.filter(({ supports }) => supports.includes(id)).sort(compareStrength);
  const [strongest] = own;
  if (strongest === undefined) return [];
  return [
    {
      level: id,
      title,
      ledBy,
      strength: strongest.strength,
      strongest,
      others: own.length - 1,
      sentence: levelSentence(`${title} (${id})`, own),
      removedBy: [...new Set(own.map(({ removedBy }) => removedBy))],
    },
  ];
}

/** Formal action is open once a required standard failed; that is no advice to take it. */
function levelSentence(level: string, grounds: readonly GroundForIntervention[]): string {
  const why = [...new Set(grounds.map(({ code }) => code))]
    .map((code) => codeWords(code, grounds))
    .join("; ");
  const [{ strength }] = grounds as [GroundForIntervention, ...GroundForIntervention[]];
  return grounds.every(({ code }) => code === "required-standard-failed")
    ? `${level} is open to the Department, and nothing here recommends it: ${why}; ${strength}.`
    : `There are grounds for ${level}: ${why}; ${strength}.`;
}

function codeWords(code: GroundForIntervention["code"], grounds: readonly GroundForIntervention[]): string {
  const about = grounds.flatMap((each) =>
    each.code === code && each.about !== undefined ? [each.about] : [],
  );
  return about.length === 0 ? code : `${code} on ${joined([...new Set(about)].sort())}`;
}

/** A notice that the Department may issue because of a warning; whether it does is its decision. */
export interface PossibleNotice {
  readonly notice: string;
  readonly title: string;
  readonly scope: PerformanceScope;
  readonly about: string;
  readonly strength: GroundForIntervention["strength"];
  readonly threatens: readonly string[];
  readonly asksFor: string;
  readonly citation?: Citation;
  readonly sentence: string;
}

/** The notices that warnings may lead to, one for each warning. */
export function possibleNotices(
  grounds: readonly GroundForIntervention[],
  { programme, regime }: Standpoint,
): PossibleNotice[] {
  const notices = regime?.notices ?? [];
  return grounds.flatMap(({ code, about, scope, strength }) =>
    notices
      .filter(({ ground }) => ground === code)
      .map(({ id, title, asksFor, citation }) => {
        const { threatens } = subjectOf(programme, { id: about!, scope });
        const why = threatens.length === 0 ? "" : `, because ${joined(threatens, "or")} may be missed`;
        return {
          notice: id,
          title,
          scope,
          about: about!,
          strength,
          threatens,
          asksFor,
          ...defined({ citation }),
          sentence: `The Department may issue a ${title} on ${about}${why}; it asks for ${asksFor}.`,
        };
      }),
  );
}
