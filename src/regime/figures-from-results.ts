import type { PerformanceByWindow, ProfileComparison, WindowPerformance } from "../cohorts/index.js";
import type { Report } from "../compliance/index.js";
import { epochDay, monthOf } from "../date/index.js";
import { defined } from "../defined.js";
import type { Programme } from "../rules/index.js";
import type {
  IndicatorInput,
  PerformanceFigure,
  PerformanceSource,
  ReportSource,
  StandardInput,
} from "./figure.js";
import { checkedInput, figureInput, inputFault } from "./grounds-input.js";

type OneOrMany<T> = readonly T[] | T | undefined;

/** Indicators as plain figures, whichever way they were given. */
export function indicatorFigures(
  programme: Programme,
  given: OneOrMany<IndicatorInput>,
): PerformanceFigure[] {
  return itemsOf(given).flatMap((item, at) => {
    if (isResult(item)) return performanceFigures(programme, { performance: item });
    if (has(item, "performance")) return performanceFigures(programme, item as PerformanceSource);
    return [checkedInput(figureInput, item, `indicators.${at}`)];
  });
}

/** Standards as plain figures, whichever way they were given. */
export function standardFigures(programme: Programme, given: OneOrMany<StandardInput>): PerformanceFigure[] {
  return itemsOf(given).flatMap((item, at) => {
    if (has(item, "lines")) return reportFigures(programme, { report: item as Report });
    if (has(item, "report")) return reportFigures(programme, item as ReportSource);
    return [checkedInput(figureInput, item, `standards.${at}`)];
  });
}

/** What may be given alone or in a list, as a list. */
export function itemsOf<T>(given: OneOrMany<T>): readonly T[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? given : [given as T];
}

function has(item: unknown, field: string): boolean {
  return typeof item === "object" && item !== null && field in item;
}

function isResult(item: IndicatorInput): item is PerformanceByWindow | ProfileComparison {
  return has(item, "windows") || has(item, "impliedBasis");
}

function performanceFigures(programme: Programme, placed: PerformanceSource): PerformanceFigure[] {
  const { performance: found, id = onlyLevel(programme), month = found.month, ...rest } = placed;
  const place = { ...rest, id, month };
  if ("impliedBasis" in found) return [comparisonFigure(found, place)];
  const { basis: measure, level, windows } = found;
  return windows.flatMap((window) => windowFigure(window, { ...place, measure }, level));
}

function comparisonFigure(
  { actual, expected, index, cohorts }: ProfileComparison,
  place: PerformanceFigure,
): PerformanceFigure {
  const starts = cohorts.reduce((sum, cohort) => sum + cohort.starts, 0);
  const stands = index === null ? { verdict: "undetermined" as const } : { index, actual, expected };
  return { starts, ...place, basis: "cohort", measure: "profile-flow", ...stands };
}

/** A window in which nothing could be divided has no figure: unobserved is not nought. */
function windowFigure(
  found: WindowPerformance,
  place: PerformanceFigure,
  level: number,
): PerformanceFigure[] {
  const { window: basis, actual, expected, share, index } = found;
  if (index === null) return [];
  if (share !== undefined) return [{ ...place, basis, share }];
  // Nobody counts for more than the level, so that so many starters at least are behind what is expected.
  const least = expected === undefined || level === 0 ? undefined : Math.round(expected / level);
  return [{ ...defined({ starts: least }), ...place, basis, index, actual, ...defined({ expected }) }];
}

/**
 * The id of a programme's only level.
 *
 * @throws ProgrammeFault `regime/input` where it has several, or none.
 */
export function onlyLevel({ minimumPerformanceLevels = [] }: Programme): string {
  if (minimumPerformanceLevels.length === 1) return minimumPerformanceLevels[0]!.id;
  const ids = minimumPerformanceLevels.map(({ id }) => id).join(", ");
  throw inputFault(
    "a performance without the id of its level",
    `the id of one of ${ids || "no levels"}`,
    "Give { id, performance }.",
  );
}

function reportFigures(programme: Programme, { report, ...place }: ReportSource): PerformanceFigure[] {
  const { asAt } = report.receipt;
  const isStandard = (id: string) => programme.standards.some((standard) => standard.id === id);
  const lines = report.lines.filter((line) => isStandard(line.standard));
  if (lines.some((line) => line.by !== undefined)) {
    throw inputFault("a report split by an attribute", "a report of the whole contract", "Leave out `by`.");
  }
  return lines.map(({ requirement, verdict, best }) => ({
    month: monthOf(epochDay(asAt)),
    knownOn: asAt,
    ...place,
    id: requirement,
    verdict,
    ...(best.of === 0 ? {} : { share: best }),
  }));
}
