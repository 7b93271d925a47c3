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
import type { Programme } from "../rules/index.js";
import { basisOf } from "./basis.js";
import type { Figure, PerformanceFigure } from "./figure.js";
import { closedTarget, subjectOf } from "./subject.js";

/** A figure that is not judged yet. */
export type RawFigure = Omit<Figure, "stands" | "reason">;

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
