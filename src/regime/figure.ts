import { isObject } from "../argument.js";
import {
  type ConfidenceInterval,
  PERFORMANCE_BASES,
  PERFORMANCE_WINDOWS,
  type PerformanceBasis,
  type PerformanceByWindow,
  type PerformanceWindowName,
  type ProfileComparison,
} from "../cohorts/index.js";
import type { LineVerdict, Report } from "../compliance/index.js";
import type { IsoDate, IsoMonth } from "../date/index.js";
import { defined } from "../defined.js";
import { nested, type OptionKind, oneOf, TEXT } from "../options.js";
import type { Share } from "../quantity/index.js";
import type { PerformanceScope } from "../rules/index.js";

/** A scope as it may be given: in full, or the area alone: `"contract"`. */
export type ScopeInput = PerformanceScope | PerformanceScope["area"];

export const AREAS = ["contract", "deal-area"] as const satisfies readonly PerformanceScope["area"][];

const AREA = oneOf(AREAS);
const IN_FULL = nested<PerformanceScope>({ area: AREA, group: TEXT }, { area: '"contract"' });

/** A scope, as options are looked at. */
export const SCOPE: OptionKind = (value, name) => (isObject(value) ? IN_FULL : AREA)(value, name);

/** The whole contract package area. */
export const CONTRACT: PerformanceScope = { area: "contract" };

/** A scope in full; `otherwise` where none is given. */
export function scopeOf(
  given: ScopeInput | undefined,
  otherwise: PerformanceScope = CONTRACT,
): PerformanceScope {
  const { area, group } =
    typeof given === "string" ? { area: given, group: undefined } : (given ?? otherwise);
  return group === undefined ? { area } : { area, group };
}

/** One text for each scope; in its order the contract stands before the deal area, an area before its groups. */
export function scopeKey({ area, group = "" }: PerformanceScope): string {
  return `${area}/${group}`;
}

export function sameScope(one: PerformanceScope, other: PerformanceScope): boolean {
  return scopeKey(one) === scopeKey(other);
}

/**
 * What a figure is looked at over: the month, three or twelve months up to it, everything since day
 * one, cohort by cohort, or against other contracts.
 */
export type ReviewBasis = PerformanceWindowName | "cohort" | "relative";

/** A review basis by any of its names, or what the figure measures where that is all there is to say. */
export type BasisInput = ReviewBasis | "rolling-three" | "rolling-twelve" | "cumulative" | PerformanceBasis;

export const REVIEW_BASES = [
  ...PERFORMANCE_WINDOWS,
  "cohort",
  "relative",
] as const satisfies readonly ReviewBasis[];

const ALSO_CALLED = {
  "rolling-three": "rolling-3",
  "rolling-twelve": "rolling-12",
  cumulative: "since-day-one",
} as const satisfies Readonly<Record<string, ReviewBasis>>;

const OTHER_NAMES = Object.keys(ALSO_CALLED) as (keyof typeof ALSO_CALLED)[];

/** Every word that a basis may be given as. */
export const BASIS_WORDS = [...REVIEW_BASES, ...OTHER_NAMES, ...PERFORMANCE_BASES];

/** What a figure is looked at over, and what it measures, as far as that was said; a basis may also name a measure. */
export function basisOf(
  given: Pick<PerformanceFigure, "basis" | "window" | "measure">,
): Pick<JudgedFigure, "basis" | "measure"> {
  const names = [given.basis, given.window].filter((name) => name !== undefined);
  const measure = given.measure ?? names.find(isMeasure);
  const name = names.find((each) => !isMeasure(each));
  const basis =
    name !== undefined && Object.hasOwn(ALSO_CALLED, name)
      ? ALSO_CALLED[name as keyof typeof ALSO_CALLED]
      : name;
  return defined({ basis: basis as ReviewBasis | undefined, measure });
}

function isMeasure(name: string): name is PerformanceBasis {
  return PERFORMANCE_BASES.some((each) => each === name);
}

/**
 * One figure of a minimum performance level, a progress indicator, a standard or a requirement, for
 * one review month. At least one of `verdict`, `share`, `index`, `probability` and `rank`; each is
 * judged by itself, but a share beside a verdict only shows what the verdict is on.
 *
 * - `id`: of the level, indicator, standard or requirement in the programme.
 * - `scope`: where it was measured; the level's own, the indicator's first, else the whole contract.
 *   A level counts in its own scope only: elsewhere its figures are watched, as an indicator's are.
 * - `month`: the review month, `"2021-04"`. `knownOn`: from when on it counts, that day included: the
 *   month's last day unless given. Without either it is of the last month over, known at the as-at date.
 * - `basis` (or `window`) and `measure`: what it is looked at over, and what it measures. Figures of
 *   the same basis and measure make one series.
 * - `verdict`: met or not met; `pending`, `undetermined`, `not-scored` and `not-applicable` establish nothing.
 * - `share`: of people **whose whole window is over**, how many reached the outcome; of a requirement,
 *   what its target counts. Or percent text, `"21.9%"`, with `starts` people. Compared as whole numbers.
 *   A share of people still in their window is `measure: "naive-flow"`, and feeds no ground.
 * - `index`: outcomes over those the profile expects by now (1 is on profile), or `actual` and `expected`.
 * - `probability`: of reaching the level in the end, from 0 to 1.
 * - `starts`: the people behind the figure, at least. `target`: percent text, where the programme leaves the level open.
 * - `projected`: the share or verdict is a forecast. A share then counts as an index, of the level.
 * - `interval`: which shares, or indexes, so few people are compatible with; worked out unless given.
 * - `rank`: the place among `of` contracts; shown, and feeds no ground.
 */
export interface PerformanceFigure {
  readonly id: string;
  readonly scope?: ScopeInput;
  readonly month?: IsoMonth;
  readonly knownOn?: IsoDate;
  readonly basis?: BasisInput;
  readonly window?: BasisInput;
  readonly measure?: PerformanceBasis;
  readonly verdict?: LineVerdict;
  readonly share?: Share | string;
  readonly index?: number;
  readonly actual?: number;
  readonly expected?: number;
  readonly probability?: number;
  readonly starts?: number;
  readonly target?: string;
  readonly projected?: boolean;
  readonly interval?: ConfidenceInterval;
  readonly rank?: { readonly place: number; readonly of: number };
}

/** Where a result of the package belongs, when it is given instead of a figure. */
export type FigurePlace = Pick<PerformanceFigure, "scope" | "month" | "knownOn" | "basis">;

/** What `performanceOver` or `compareWithProfile` gave, and of which level or indicator. */
export interface PerformanceSource extends FigurePlace {
  readonly id?: string;
  readonly starts?: number;
  readonly performance: PerformanceByWindow | ProfileComparison;
}

/** What `report` gave, and over which basis. It must be of the whole contract, not split by an attribute. */
export interface ReportSource extends FigurePlace {
  readonly report: Report;
}

/** A figure, or a result of `performanceOver` or `compareWithProfile` with the `id` it is of. */
export type IndicatorInput = PerformanceFigure | PerformanceSource | PerformanceByWindow | ProfileComparison;

/** A figure, or a result of `report`. */
export type StandardInput = PerformanceFigure | ReportSource | Report;

/** What a figure is about: a level counts, a standard counts, an indicator is watched. */
export type FigureSubject = "level" | "standard" | "indicator";

/** In the order in which figures are listed. */
export const SUBJECTS = ["level", "standard", "indicator"] as const satisfies readonly FigureSubject[];

/**
 * One figure as it was judged: evidence of a ground.
 *
 * - `kind`: what is judged: a verdict, a share against `target`, an index, a probability, or a place.
 * - `stands`: `short`, `reached`, `cannot-tell` (with `reason`), or `not-judged`: naive flow, a rank,
 *   or a projection that no policy judges.
 * - `interval`: which shares, or indexes, so few people are compatible with.
 */
export interface JudgedFigure {
  readonly kind: "verdict" | "share" | "index" | "probability" | "rank";
  readonly subject: FigureSubject;
  readonly id: string;
  readonly title: string;
  readonly scope: PerformanceScope;
  readonly month: IsoMonth;
  readonly knownOn: IsoDate;
  readonly basis?: ReviewBasis;
  readonly measure?: PerformanceBasis;
  readonly projected: boolean;
  readonly verdict?: LineVerdict;
  readonly share?: Share;
  readonly percent?: string;
  readonly index?: number;
  readonly actual?: number;
  readonly expected?: number;
  readonly probability?: number;
  readonly starts?: number;
  readonly rank?: { readonly place: number; readonly of: number };
  readonly target?: FigureTarget;
  readonly interval?: ConfidenceInterval;
  readonly stands: FigureStanding;
  readonly reason?: FigureReason;
}

/** What a share is held to, as percent text: a target whose value is known. */
export type FigureTarget =
  | { readonly every: true }
  | { readonly atLeast: string }
  | { readonly atMost: string }
  | { readonly below: string };

/** How a figure stands. */
export type FigureStanding = "short" | "reached" | "cannot-tell" | "not-judged";

/** Why a figure settles nothing. */
export type FigureReason =
  | "too-few"
  | "missing-parameter"
  | "nothing-to-count"
  | "not-settled"
  | "naive-flow"
  | "relative"
  | "no-policy";
