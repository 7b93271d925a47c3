import { type ConfidenceInterval, wilson } from "../cohorts/index.js";
import { type EpochDay, epochDay, isoDate, lastOfMonth, monthOf, nextMonth } from "../date/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import { parsePercent, type Share, share } from "../quantity/index.js";
import { type Programme, reaches } from "../rules/index.js";
import { basisOf, type FigureReason, type JudgedFigure, type PerformanceFigure } from "./figure.js";
import { closedTarget, subjectOf } from "./figure-subject.js";
import type { InterventionPolicy, Standpoint } from "./grounds-standpoint.js";

/** Figures as they were given, judged: one for each thing that a given figure says. */
export function judgedFigures(given: readonly PerformanceFigure[], standpoint: Standpoint): JudgedFigure[] {
  const { programme, asAt } = standpoint;
  return given
    .flatMap((figure) => unjudgedFigures(programme, figure, asAt))
    .map((figure) => {
      const { interval = intervalOf(figure) } = figure;
      return { ...figure, ...judgement(figure, standpoint), ...defined({ interval }) };
    });
}

/** Whether a figure is judged by a policy's number, and not by the text alone. */
export function isByPolicy({ kind, projected }: Pick<JudgedFigure, "kind" | "projected">): boolean {
  return kind === "index" || kind === "probability" || (kind === "share" && projected);
}

/**
 * Which shares so few people are compatible with, or which indexes: the Wilson interval of those who
 * converted among the people behind the figure, over what was expected of them.
 */
export function intervalOf(
  figure: Pick<JudgedFigure, "measure" | "share" | "percent" | "starts" | "actual" | "expected">,
): ConfidenceInterval | undefined {
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

type UnjudgedFigure = Omit<JudgedFigure, "stands" | "reason">;

function unjudgedFigures(programme: Programme, given: PerformanceFigure, asAt: EpochDay): UnjudgedFigure[] {
  const { subject, id, title, scope, target: own } = subjectOf(programme, given);
  const target = given.target === undefined ? closedTarget(own) : { atLeast: given.target };
  const { interval, starts } = given;
  const common = {
    subject,
    id,
    title,
    scope,
    ...datesOf(given, asAt),
    ...basisOf(given),
    projected: given.projected === true,
    ...defined({ target, interval, starts }),
  };
  const figures = said(given);
  if (figures.length > 0) return figures.map((each) => ({ ...common, ...each }));
  throw new ProgrammeFault({
    code: "regime/no-figure",
    given: `an entry of ${shown(given.id)} that says nothing of performance`,
    allowed: "at least one of verdict, share, index (or actual and expected), probability and rank",
    todo: "Give what is known; leave the entry out where nothing is.",
  });
}

type Said = Pick<UnjudgedFigure, "kind"> & Partial<UnjudgedFigure>;

function said(given: PerformanceFigure): Said[] {
  const { verdict, index, actual, expected, probability, rank } = given;
  const counts = given.share === undefined ? {} : shareOf(given.share);
  const found: Said[] = [];
  if (verdict !== undefined) found.push({ kind: "verdict", verdict, ...counts });
  else if (given.share !== undefined) found.push({ kind: "share", ...counts });
  const counted = actual === undefined || expected === undefined ? undefined : { actual, expected };
  const quotient = counted && counted.expected > 0 ? counted.actual / counted.expected : undefined;
  if ((index ?? quotient) !== undefined)
    found.push({ kind: "index", index: (index ?? quotient)!, ...counted });
  if (probability !== undefined) found.push({ kind: "probability", probability });
  if (rank !== undefined) found.push({ kind: "rank", rank });
  return found;
}

/** Percent text is held as the whole numbers it stands for, and shown as it was written. */
function shareOf(given: Share | string): Pick<JudgedFigure, "share" | "percent"> {
  if (typeof given !== "string") return { share: share(given.count, given.of) };
  const { numerator, denominator } = parsePercent(given);
  return { share: { count: numerator, of: denominator }, percent: given };
}

/** The month and the day from which it counts; without either, the last month over as at the date. */
function datesOf({ month, knownOn }: PerformanceFigure, asAt: EpochDay) {
  const ofMonth = month === undefined ? asAt : lastOfMonth(month);
  const known = knownOn === undefined ? ofMonth : epochDay(knownOn);
  return { month: month ?? nextMonth(monthOf(known + 1), -1), knownOn: isoDate(known) };
}

type Judgement = Pick<JudgedFigure, "stands" | "reason">;

function judgement(figure: UnjudgedFigure, standpoint: Standpoint): Judgement {
  const { kind, basis } = figure;
  if (figure.measure === "naive-flow") return notJudged("naive-flow");
  if (kind === "rank" || basis === "relative") return notJudged("relative");
  if (kind === "verdict") return byVerdict(figure);
  const isShort = isByPolicy(figure) ? shortByPolicy(figure, standpoint.policy) : shortByTarget(figure);
  if (typeof isShort !== "boolean") return isShort;
  if (!isShort) return { stands: "reached" };
  return isTooFew(figure, standpoint) ? cannotTell("too-few") : { stands: "short" };
}

function byVerdict({ verdict }: UnjudgedFigure): Judgement {
  if (verdict === "met") return { stands: "reached" };
  return verdict === "not-met" ? { stands: "short" } : cannotTell("not-settled");
}

const notJudged = (reason: FigureReason): Judgement => ({ stands: "not-judged", reason });
const cannotTell = (reason: FigureReason): Judgement => ({ stands: "cannot-tell", reason });

function shortByTarget({ share, target }: UnjudgedFigure): boolean | Judgement {
  if (share === undefined || share.of === 0) return cannotTell("nothing-to-count");
  if (target === undefined) return cannotTell("missing-parameter");
  return !reaches(target, share);
}

// An index is a quotient: what is equal but for the last digit is no shortfall.
const LAST_DIGIT = 1e-9;

function shortByPolicy(figure: UnjudgedFigure, policy: InterventionPolicy | null): boolean | Judgement {
  const { kind, basis, index, probability } = figure;
  const bound = kind === "probability" ? policy?.probabilityBelow : policy?.indexBelow;
  const isUsed = basis === undefined || (policy?.bases ?? [basis]).includes(basis);
  if (bound === undefined || !isUsed) return notJudged("no-policy");
  const { numerator, denominator } = parsePercent(bound);
  const found = kind === "probability" ? probability : (index ?? impliedIndex(figure));
  if (found === undefined) return cannotTell("missing-parameter");
  return found < numerator / denominator - LAST_DIGIT;
}

/** A share that is forecast, over the level. */
function impliedIndex({ share, target }: UnjudgedFigure): number | undefined {
  if (share === undefined || share.of === 0 || target === undefined || !("atLeast" in target))
    return undefined;
  const { numerator, denominator } = parsePercent(target.atLeast);
  return numerator === 0 ? undefined : (share.count * denominator) / (share.of * numerator);
}

/** Few people raise no ground. A standard is a promise to everybody: for it nobody is too few. */
function isTooFew(figure: UnjudgedFigure, { minimumStarts }: Standpoint): boolean {
  const { subject, starts, share, percent } = figure;
  const people = starts ?? (percent === undefined ? share?.of : undefined);
  return subject !== "standard" && people !== undefined && people < minimumStarts;
}
