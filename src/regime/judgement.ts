import { type Interval, wilson } from "../cohorts/index.js";
import {
  type EpochDay,
  epochDay,
  type IsoMonth,
  isoDate,
  lastOfMonth,
  monthOf,
  nextMonth,
} from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { parsePercent, type Share, share } from "../quantity/index.js";
import { type Programme, reaches } from "../rules/index.js";
import { basisOf } from "./basis.js";
import type { Figure, FigureReason, PerformanceFigure } from "./figure.js";
import type { InterventionPolicy } from "./policy.js";
import { closedTarget, subjectOf } from "./subject.js";

/** By what figures are judged; `minimumStarts` holds without a policy too, because it only withholds. */
export interface Measure {
  readonly policy: InterventionPolicy | null;
  readonly minimumStarts: number;
}

type Judged = Pick<Figure, "stands" | "reason">;

/** A figure with how it stands. */
export function judged(figure: RawFigure, measure: Measure): Figure {
  const { interval = intervalOf(figure) } = figure;
  return { ...figure, ...judge(figure, measure), ...(interval === undefined ? {} : { interval }) };
}

/** Whether a figure is judged by a policy's number, and not by the text alone. */
export function isByPolicy({ kind, projected }: Pick<Figure, "kind" | "projected">): boolean {
  return kind === "index" || kind === "probability" || (kind === "share" && projected);
}

function judge(figure: RawFigure, measure: Measure): Judged {
  const { kind, basis } = figure;
  if (figure.measure === "naive-flow") return unsettled("naive-flow");
  if (kind === "rank" || basis === "relative") return unsettled("relative");
  if (kind === "verdict") return byVerdict(figure);
  const isShort = isByPolicy(figure) ? shortByPolicy(figure, measure.policy) : shortByTarget(figure);
  if (typeof isShort !== "boolean") return isShort;
  if (!isShort) return { stands: "reached" };
  return isTooFew(figure, measure) ? { stands: "cannot-tell", reason: "too-few" } : { stands: "short" };
}

function byVerdict({ verdict }: RawFigure): Judged {
  if (verdict === "met") return { stands: "reached" };
  return verdict === "not-met" ? { stands: "short" } : { stands: "cannot-tell", reason: "not-settled" };
}

function unsettled(reason: FigureReason): Judged {
  return { stands: "not-judged", reason };
}

function shortByTarget({ share, target }: RawFigure): boolean | Judged {
  if (share === undefined || share.of === 0) return { stands: "cannot-tell", reason: "nothing-to-count" };
  if (target === undefined) return { stands: "cannot-tell", reason: "missing-parameter" };
  return !reaches(target, share);
}

// An index is a quotient: what is equal but for the last digit is no shortfall.
const LAST_DIGIT = 1e-9;

function shortByPolicy(figure: RawFigure, policy: InterventionPolicy | null): boolean | Judged {
  const { kind, basis, index, probability } = figure;
  const bound = kind === "probability" ? policy?.probabilityBelow : policy?.indexBelow;
  const isUsed = basis === undefined || (policy?.bases ?? [basis]).includes(basis);
  if (bound === undefined || !isUsed) return unsettled("no-policy");
  const { numerator, denominator } = parsePercent(bound);
  const found = kind === "probability" ? probability : (index ?? impliedIndex(figure));
  if (found === undefined) return { stands: "cannot-tell", reason: "missing-parameter" };
  return found < numerator / denominator - LAST_DIGIT;
}

/** A share that is forecast, over the level. */
function impliedIndex({ share, target }: RawFigure): number | undefined {
  if (share === undefined || share.of === 0 || target === undefined || !("atLeast" in target))
    return undefined;
  const { numerator, denominator } = parsePercent(target.atLeast as string);
  return numerator === 0 ? undefined : (share.count * denominator) / (share.of * numerator);
}

/** Few people raise no ground. A standard is a promise to everybody: for it nobody is too few. */
function isTooFew(figure: RawFigure, { minimumStarts }: Measure): boolean {
  const people = peopleBehind(figure);
  return figure.subject !== "standard" && people !== undefined && people < minimumStarts;
}

function peopleBehind({ starts, share, percent }: RawFigure): number | undefined {
  return starts ?? (percent === undefined ? share?.of : undefined);
}

/** A figure that is not judged yet. */
type RawFigure = Omit<Figure, "stands" | "reason">;

/** One raw figure for each thing that a given figure says. */
export function rawFigures(programme: Programme, given: PerformanceFigure, asAt: EpochDay): RawFigure[] {
  const subject = subjectOf(programme, given);
  const target = given.target === undefined ? closedTarget(subject.target) : { atLeast: given.target };
  const common = {
    subject: subject.subject,
    id: subject.id,
    title: subject.title,
    scope: subject.scope,
    ...datesOf(given, asAt),
    ...basisOf(given),
    projected: given.projected === true,
    ...(target === undefined ? {} : { target }),
    ...(given.interval === undefined ? {} : { interval: given.interval }),
    ...(given.starts === undefined ? {} : { starts: given.starts }),
  };
  const figures = said(given).map((each) => ({ ...common, ...each }));
  if (figures.length > 0) return figures;
  throw new ProgrammeFault({
    code: "regime/no-figure",
    given: `an entry of ${shown(given.id)} that says nothing of performance`,
    allowed: "at least one of verdict, share, index (or actual and expected), probability and rank",
    todo: "Give what is known; leave the entry out where nothing is.",
  });
}

type Said = Pick<RawFigure, "kind"> & Partial<RawFigure>;

function said(given: PerformanceFigure): Said[] {
  const { verdict, probability, rank } = given;
  const counts = given.share === undefined ? {} : shareOf(given.share);
  return [
    ...(verdict === undefined ? [] : [{ kind: "verdict", verdict, ...counts } as const]),
    ...(verdict !== undefined || given.share === undefined ? [] : [{ kind: "share", ...counts } as const]),
    ...indexOf(given),
    ...(probability === undefined ? [] : [{ kind: "probability", probability } as const]),
    ...(rank === undefined ? [] : [{ kind: "rank", rank } as const]),
  ];
}

/** Percent text is held as the whole numbers it stands for, and shown as it was written. */
function shareOf(given: Share | string): Pick<RawFigure, "share" | "percent"> {
  if (typeof given !== "string") return { share: share(given.count, given.of) };
  const { numerator, denominator } = parsePercent(given);
  return { share: { count: numerator, of: denominator }, percent: given };
}

function indexOf({ index, actual, expected }: PerformanceFigure): Said[] {
  const isCounted = actual !== undefined && expected !== undefined;
  const found = index ?? (isCounted && expected > 0 ? actual / expected : undefined);
  return found === undefined
    ? []
    : [{ kind: "index", index: found, ...(isCounted ? { actual, expected } : {}) }];
}

/** The month and the day from which it counts; without either, the last month over as at the date. */
function datesOf(
  { month, knownOn }: PerformanceFigure,
  asAt: EpochDay,
): Pick<RawFigure, "month" | "knownOn"> {
  const known = knownOn === undefined ? undefined : epochDay(knownOn);
  const of = month ?? lastMonthOver(known ?? asAt);
  return { month: of, knownOn: isoDate(known ?? (month === undefined ? asAt : lastOfMonth(month))) };
}

function lastMonthOver(day: EpochDay): IsoMonth {
  return nextMonth(monthOf(day + 1), -1);
}

/** What an interval is worked out from: a share, or what happened to so many people and was expected of them. */
type Counted = Pick<Figure, "measure" | "starts" | "actual" | "expected" | "percent"> & {
  readonly share?: Share;
};

/**
 * Which shares so few people are compatible with, or which indexes: the Wilson interval of those who
 * converted among the people behind the figure, over what was expected of them.
 */
export function intervalOf(figure: Counted): Interval | undefined {
  const { measure, share, percent, starts, actual, expected } = figure;
  if (measure === "naive-flow") return undefined;
  if (share !== undefined) return percent === undefined ? (wilson(share) ?? undefined) : undefined;
  if (starts === undefined || actual === undefined || !expected) return undefined;
  const found =
    Number.isSafeInteger(actual) && actual <= starts ? wilson({ count: actual, of: starts }) : null;
  if (found === null) return undefined;
  const scale = starts / expected;
  return { lower: found.lower * scale, upper: found.upper * scale, level: found.level };
}
