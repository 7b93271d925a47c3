import { parsePercent } from "../quantity/index.js";
import { reaches } from "../rules/index.js";
import type { Figure, FigureReason } from "./figure.js";
import { intervalOf } from "./interval.js";
import type { InterventionPolicy } from "./policy.js";
import type { RawFigure } from "./read-figures.js";

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
