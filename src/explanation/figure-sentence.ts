import { firstOfMonth, longDate } from "../date/index.js";
import { formatFraction, formatShare, type Share } from "../quantity/index.js";
import {
  counted,
  headroomOf,
  isCeiling,
  isOpen,
  numberWord,
  percentAsked,
  type ScoredTarget,
} from "../rules/index.js";

/** One figure of performance, as sentences need it. */
export interface FigureFacts {
  readonly kind: "verdict" | "share" | "index" | "probability" | "rank";
  readonly month: string;
  readonly basis?: string;
  readonly projected: boolean;
  readonly verdict?: string;
  readonly share?: Share;
  readonly percent?: string;
  readonly index?: number;
  readonly actual?: number;
  readonly expected?: number;
  readonly probability?: number;
  readonly starts?: number;
  readonly rank?: { readonly place: number; readonly of: number };
  readonly target?: ScoredTarget;
  readonly interval?: { readonly lower: number; readonly upper: number; readonly level: string };
  readonly stands: string;
  readonly reason?: string;
}

/** The counting of a figure: `219 of 1000 (21.9%) from day one to May 2021, one too few for at least 22%`. */
export function figureClause(figure: FigureFacts, probabilityBelow?: string): string {
  return CLAUSES[figure.kind](figure, probabilityBelow);
}

const CLAUSES: Readonly<
  Record<FigureFacts["kind"], (figure: FigureFacts, probabilityBelow?: string) => string>
> = {
  verdict: (figure) => {
    const verdict = (figure.verdict ?? "").replace("-", " ");
    const stated = figure.projected ? `expected to be ${verdict}` : verdict;
    const on = figure.share === undefined ? "" : ` (${shareWords(figure)}${askedWords(figure)})`;
    return `${stated} ${over(figure)}${on}`;
  },
  share: (figure) =>
    `${figure.projected ? "a forecast of " : ""}${shareWords(figure)} ${over(figure)}${askedWords(figure)}`,
  index: (figure) => {
    const { actual, expected } = figure;
    const index = `an index of ${cut(figure.index ?? 0, 3)}`;
    if (actual === undefined || expected === undefined) return `${index} ${over(figure)}`;
    return `${cut(actual, 0)} where the profile expects ${cut(expected, 1)} ${over(figure)}, ${index}`;
  },
  probability: (figure, below) =>
    `a probability of ${formatFraction(figure.probability ?? 0, below)} of reaching the level, as seen ${over(figure)}`,
  rank: ({ rank, ...figure }) => `place ${rank?.place} of ${rank?.of} ${over(figure)}`,
};

function shareWords({ share, percent, target }: FigureFacts): string {
  if (percent !== undefined) return percent;
  if (share === undefined) return "nothing counted";
  const beside = target === undefined ? undefined : percentAsked(target);
  return `${share.count} of ${share.of} (${formatShare(share, beside)})`;
}

function askedWords({ target, share, percent, stands }: FigureFacts): string {
  if (target === undefined || stands === "not-judged") return "";
  const missing = share === undefined || percent !== undefined ? 0 : missingOf(target, share);
  const far = missing <= 0 ? "" : `, ${numberWord(missing)} too ${isFloor(target) ? "few" : "many"}`;
  return `${far}, where ${boundWords(target)} is ${isFloor(target) ? "asked for" : "allowed"}`;
}

/** By how many a share misses its target; negative by as many as it could lose. */
function missingOf(target: ScoredTarget, { count, of }: Share): number {
  return of === 0 ? 0 : -headroomOf(target, isFloor(target) ? of - count : count, of);
}

function isFloor(target: ScoredTarget): boolean {
  return !isCeiling(target);
}

function boundWords(target: ScoredTarget): string {
  if ("every" in target) return "every case";
  const [words, bound] =
    "atLeast" in target
      ? ["at least", target.atLeast]
      : "atMost" in target
        ? ["at most", target.atMost]
        : ["less than", target.below];
  return isOpen(bound) ? "what is not given" : `${words} ${bound}`;
}

/** The span that a figure looks over, in words. */
function over({ basis, month }: Pick<FigureFacts, "basis" | "month">): string {
  const name = monthWords(month);
  if (basis === "rolling-3") return `over the three months to ${name}`;
  if (basis === "rolling-12") return `over the twelve months to ${name}`;
  if (basis === "since-day-one") return `from day one to ${name}`;
  return basis === "cohort" ? `by cohort as at the end of ${name}` : `in ${name}`;
}

function monthWords(month: string): string {
  return longDate(firstOfMonth(month)).split(" ").slice(2).join(" ");
}

/** A number cut, never rounded up, so that what is below a threshold is not shown at it. */
function cut(value: number, places: number): string {
  const unit = 10 ** places;
  return (Math.floor(value * unit + 1e-6) / unit).toFixed(places);
}

/** How a figure stands, in one sentence, with its counting. */
export function figureSentence(
  figure: FigureFacts,
  {
    about,
    run,
    asked,
    probabilityBelow,
  }: {
    readonly about: string;
    readonly run: number;
    readonly asked: number;
    readonly probabilityBelow?: string | undefined;
  },
): string {
  const stands =
    figure.stands === "short" && run < asked
      ? `short in ${counted(run, "review month")} of the ${numberWord(asked)} that the policy asks for`
      : STANDS[figure.stands];
  const why = figure.reason === undefined ? undefined : REASONS[figure.reason]?.(figure);
  return `${about}: ${figureClause(figure, probabilityBelow)}${why === undefined ? "" : `; ${why}`}: ${stands}.`;
}

const STANDS: Readonly<Record<string, string>> = {
  short: "short",
  reached: "no shortfall",
  "cannot-tell": "cannot tell yet",
  "not-judged": "not judged",
};

const REASONS: Readonly<Record<string, (figure: FigureFacts) => string>> = {
  "too-few": (figure) => `${people(figure)} say too little${intervalWords(figure)}`,
  "missing-parameter": () => "the programme does not give what is asked for",
  "nothing-to-count": () => "there is nothing to count",
  "not-settled": () => "it is not settled",
  "naive-flow": () => "outcomes over starts mislead while people are still in their window",
  relative: () => "a place among others is no level",
  "no-policy": () => "no policy in use says from when on this is short",
};

function people({ starts, share }: FigureFacts): string {
  const count = starts ?? share?.of ?? 0;
  return count === 1 ? "one person" : `${numberWord(count)} people`;
}

/** `, which is compatible with 1.9% to 43.5%`, an index as such. */
function intervalWords({ interval, kind, target }: FigureFacts): string {
  if (interval === undefined) return "";
  const beside = target === undefined ? undefined : percentAsked(target);
  const end = (value: number) =>
    kind === "index" ? `an index of ${value.toFixed(2)}` : formatFraction(value, beside);
  return ` (the ${interval.level} interval runs from ${end(interval.lower)} to ${end(interval.upper)})`;
}

/** What a later figure would have to show for the shortfall to be gone. */
export function recoveryClause(
  figure: FigureFacts,
  bounds: { readonly index?: string; readonly probability?: string },
): string {
  const { kind, target, share, percent, expected } = figure;
  if (kind === "verdict" || (target === undefined && kind === "share"))
    return "a later report in which it is met";
  if (kind === "probability") return `a later probability of ${bounds.probability} or more`;
  if (kind === "index" || figure.projected) {
    const least =
      expected === undefined || bounds.index === undefined ? "" : ` (${leastOf(expected, bounds.index)})`;
    return `a review month at ${bounds.index} of the profile or more ${spanWords(figure)}${least}`;
  }
  return `a later figure of ${boundWords(target!)}${enoughOf(target!, percent === undefined ? share : undefined)}`;
}

function leastOf(expected: number, bound: string): string {
  return `${Math.ceil((expected * Number.parseFloat(bound)) / 100 - 1e-9)} where ${cut(expected, 1)} are expected`;
}

/** How many of as many people would do. */
function enoughOf(target: ScoredTarget, share: Share | undefined): string {
  if (share === undefined) return "";
  const missing = missingOf(target, share);
  return isFloor(target)
    ? ` (of ${share.of}, ${share.count + missing})`
    : ` (of ${share.of}, ${share.count - missing} or fewer)`;
}

function spanWords({ basis }: FigureFacts): string {
  if (basis === "rolling-3") return "over three months";
  if (basis === "rolling-12") return "over twelve months";
  return basis === "since-day-one" ? "since day one" : basis === "cohort" ? "by cohort" : "in the month";
}
