import { type Kind, REPORT } from "../argument.js";
import {
  CHANCE,
  COHORT_TABLE,
  type CohortTable,
  type ConversionProfile,
  forecast,
  MONTHS_IN_WINDOW,
  type PerformanceByWindow,
  type PerformanceWindowName,
  type ProfileComparison,
  performanceOver,
  RATE,
  type RankedPerformer,
  type RateInput,
  type SeededRuns,
  soFarOnProfile,
  type WindowPerformance,
} from "../cohorts/index.js";
import type { Report } from "../compliance/index.js";
import { epochDay, type IsoMonth, isIsoDate, MONTH, monthOf, nextMonth } from "../date/index.js";
import { defined } from "../defined.js";
import {
  CHECKED,
  kind,
  listOf,
  nested,
  OBJECT,
  type OptionKind,
  type OptionKinds,
  ofKind,
  oneOf,
  oneOrMore,
  optionsOf,
  TEXT,
  wholeNumber,
} from "../options.js";
import { isOpen, type Programme, refuseNotProgramme } from "../rules/index.js";
import { listed } from "../unknown-word.js";
import {
  BASIS_WORDS,
  type IndicatorInput,
  type PerformanceFigure,
  type PerformanceSource,
  type ReportSource,
  SCOPE,
  type ScopeInput,
  type StandardInput,
} from "./figure.js";
import { checkedInput, figureInput, inputFault } from "./grounds-input.js";
import { intervalOf } from "./judged-figures.js";

/**
 * The cohorts of one level, or of one indicator, and the profile they are held to.
 *
 * - `id`: the level's; may be left out where the programme has one level only.
 * - `level`: the performance level; what the programme says, else what the profile ends with.
 */
export interface CohortSource {
  readonly id?: string;
  readonly scope?: ScopeInput;
  readonly table: CohortTable;
  readonly profile: ConversionProfile;
  readonly level?: RateInput;
}

/** A ranking of contracts as `rank` gave it, and which of its ids is this contract; of which month, of which level. */
export interface RankingSource {
  readonly id?: string;
  readonly contract: string;
  readonly ranked: readonly RankedPerformer[];
  readonly month: IsoMonth;
  readonly scope?: ScopeInput;
}

/** What figures are made from: reports of the whole contract, cohort tables, and rankings. */
export interface IndicatorSources {
  readonly reports?: Report | ReportSource | readonly (Report | ReportSource)[];
  readonly cohorts?: CohortSource | readonly CohortSource[];
  readonly rankings?: readonly RankingSource[];
}

/**
 * How many review months back figures are made for, up to the table's last: 12 unless given.
 * `chance`: draw the probability of reaching the level in the end, as at the table's last month.
 */
export interface IndicatorOptions {
  readonly months?: number;
  readonly chance?: SeededRuns;
}

const BY_WINDOW: Kind = {
  name: "performance over windows",
  from: "performanceOver",
  has: { month: "", basis: "", level: 0, windows: [{ window: "", actual: 0 }] },
};
const COMPARISON: Kind = {
  name: "a comparison with a profile",
  from: "soFarOnProfile",
  has: { month: "", actual: 0, expected: 0, cohorts: [{ starts: 0 }] },
};
const PLACE = {
  scope: SCOPE,
  month: MONTH,
  knownOn: kind(isIsoDate, 'an ISO date such as "2021-04-30"'),
  basis: oneOf(BASIS_WORDS),
};
const PERFORMANCE: OptionKind = (value, name) =>
  ofKind(has(value, "implied") ? COMPARISON : BY_WINDOW)(value, name);
const PERFORMANCE_SOURCE = nested<PerformanceSource>(
  { id: TEXT, starts: wholeNumber(0), performance: PERFORMANCE, ...PLACE },
  { performance: "…" },
);
const REPORT_SOURCE = nested<ReportSource>({ report: ofKind(REPORT), ...PLACE }, { report: "…" });
const REPORT_INPUT: OptionKind = (value, name) =>
  (has(value, "report") ? REPORT_SOURCE : ofKind(REPORT))(value, name);
const COHORT_SOURCE = nested<CohortSource>(
  { id: TEXT, scope: SCOPE, table: ofKind(COHORT_TABLE), profile: CHECKED, level: RATE },
  { table: "…", profile: "…" },
);
const RANKING_SOURCE = nested<RankingSource>(
  { id: TEXT, contract: TEXT, ranked: listOf(OBJECT), month: MONTH, scope: SCOPE },
  { contract: '"ours"', ranked: "…", month: '"2021-04"' },
);
const INDICATOR_SOURCES: OptionKinds<IndicatorSources> = {
  reports: oneOrMore(REPORT_INPUT),
  cohorts: oneOrMore(COHORT_SOURCE),
  rankings: listOf(RANKING_SOURCE),
};
const INDICATOR_OPTIONS: OptionKinds<IndicatorOptions> = {
  months: wholeNumber(1),
  chance: CHANCE,
};

/** The `indicators` and `standards` that {@link interventionGrounds} takes. */
export interface IndicatorFigures {
  readonly indicators: readonly PerformanceFigure[];
  readonly standards: readonly PerformanceFigure[];
}

/**
 * Turns reports, cohort tables and rankings into figures, month by month, with the people behind each and its
 * interval.
 *
 * - From a cohort table, for each review month: the index against the profile in the month, over three
 *   and twelve months and since day one (`profile-flow`), and what the cohorts truly reached that came to
 *   their end by then (`maturing-cohort`; those of the month itself are the basis `cohort`).
 * - From a ranking, the place among contracts, which is shown and feeds no ground.
 * - From a report, the verdict of each requirement of the standards, on the month of its as-at date.
 *
 * A month in which nothing was expected, or nobody's window ended, gives no figure. Naive flow is never used.
 *
 * @throws ProgrammeFault `regime/input` where a level must be named or a report is split, and
 * the faults of `performanceOver` for a profile that does not fit.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { cohortTableFromCounts } from "programme-rules/cohorts";
 * import { indicatorsOf, interventionGrounds } from "programme-rules/regime";
 *
 * const counts = [{ month: "2021-01", starts: 400, converted: [0, 3, 9, 18, 30] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * const { indicators } = indicatorsOf(whpJetsCv06, { cohorts: { table, profile } });
 * indicators.at(-1); // => { id: "tmpl-1", month: "2021-05", basis: "since-day-one", index: 0.75, starts: 400, … }
 * const { grounds } = interventionGrounds({ programme: whpJetsCv06, indicators }, { asAt: "2021-05-31" });
 * grounds.map(({ code, strength }) => `${code} ${strength}`); // => ["baseline established", "may-miss projected"]
 * ```
 */
export function indicatorsOf(
  programme: Programme,
  given: IndicatorSources,
  options: IndicatorOptions = {},
): IndicatorFigures {
  refuseNotProgramme(programme);
  optionsOf(options, INDICATOR_OPTIONS);
  const { reports, cohorts, rankings = [] } = optionsOf(given, INDICATOR_SOURCES);
  const indicators = [
    ...itemsOf(cohorts).flatMap((source) => cohortFigures(programme, source, options)),
    ...rankingFigures(programme, rankings),
  ];
  const standards = itemsOf(reports).map(sourceOf);
  return {
    indicators: indicators.map(withInterval),
    standards: standards.flatMap((source) => reportFigures(programme, source)),
  };
}

function withInterval(figure: PerformanceFigure): PerformanceFigure {
  const { share, ...rest } = figure;
  const interval = intervalOf(typeof share === "object" ? { ...rest, share } : rest);
  return { ...figure, ...defined({ interval }) };
}

/** The contract's place in each ranking; none where it was not ranked. */
function rankingFigures(programme: Programme, rankings: readonly RankingSource[]): PerformanceFigure[] {
  return rankings.flatMap(({ id = onlyLevel(programme), contract, ranked, ...place }) => {
    const rank = ranked.find((each) => each.id === contract)?.rank ?? null;
    const of = ranked.filter((each) => each.rank !== null).length;
    return rank === null ? [] : [{ ...place, id, basis: "relative" as const, rank: { place: rank, of } }];
  });
}

function cohortFigures(
  programme: Programme,
  source: CohortSource,
  options: IndicatorOptions,
): PerformanceFigure[] {
  const { id = onlyLevel(programme), scope, table } = source;
  const figures = chanceFigures(programme, { ...source, id }, options.chance);
  for (const month of monthsOf(table, options.months ?? 12)) figures.push(...monthFigures(source, month));
  return figures.map((figure) => ({ id, ...defined({ scope }), ...figure }));
}

function monthsOf({ rows, lastMonth }: CohortTable, most: number): IsoMonth[] {
  const [first] = rows;
  const back = Array.from({ length: most }, (_, at) => nextMonth(lastMonth, at + 1 - most));
  return first === undefined ? [] : back.filter((month) => month >= first.month);
}

type Unplaced = Omit<PerformanceFigure, "id">;

function monthFigures({ table, profile, level }: CohortSource, month: IsoMonth): Unplaced[] {
  const options = { month, ...defined({ level }) };
  const { cohorts } = soFarOnProfile(table, profile, month);
  const startsIn = (window: PerformanceWindowName) =>
    cohorts
      .filter(({ age }) => age - MONTHS_IN_WINDOW[window] < table.lastAge)
      .reduce((sum, { starts }) => sum + starts, 0);
  const truth = performanceOver(table, profile, { ...options, basis: "maturing-cohort" });
  const flow = performanceOver(table, profile, options);
  return [
    ...truth.windows.flatMap(({ window, share }): Unplaced[] => {
      const basis = window === "in-month" ? "cohort" : window;
      if (share === undefined || share.of === 0) return [];
      return [{ month, basis, measure: "maturing-cohort", share }];
    }),
    ...flow.windows.flatMap(({ window, index, actual, expected }): Unplaced[] => {
      if (index === null || expected === undefined) return [];
      const starts = startsIn(window);
      return [{ month, basis: window, measure: "profile-flow", index, actual, expected, starts }];
    }),
  ];
}

function chanceFigures(
  programme: Programme,
  { id, table, profile, level }: CohortSource & { readonly id: string },
  chance: SeededRuns | undefined,
): Unplaced[] {
  const said = programme.minimumPerformanceLevels?.find((each) => each.id === id)?.share;
  const last = Array.isArray(profile) ? (profile as readonly string[]).at(-1) : undefined;
  const passAt = level ?? (said === undefined || isOpen(said) ? last : said);
  if (chance === undefined || passAt === undefined) return [];
  const { band, starts } = forecast(table, profile, { uncertainty: { ...chance, passAt } });
  if (band?.pass === undefined) return [];
  const { probability } = band.pass;
  return [{ month: table.lastMonth, knownOn: table.asAt, basis: "since-day-one", probability, starts }];
}

type OneOrMany<T> = readonly T[] | T | undefined;

/** Indicators as plain figures, whichever way they were given. */
export function indicatorFigures(
  programme: Programme,
  given: OneOrMany<IndicatorInput>,
): PerformanceFigure[] {
  return itemsOf(given).flatMap((item, at) => {
    if (!isResult(item) && !has(item, "performance"))
      return [checkedInput(figureInput, item, `indicators.${at}`)];
    const source = isResult(item) ? { performance: item } : (item as PerformanceSource);
    PERFORMANCE_SOURCE(source, `indicators[${at}]`);
    return performanceFigures(programme, source);
  });
}

/** Standards as plain figures, whichever way they were given. */
export function standardFigures(programme: Programme, given: OneOrMany<StandardInput>): PerformanceFigure[] {
  return itemsOf(given).flatMap((item, at) => {
    if (!has(item, "lines") && !has(item, "report"))
      return [checkedInput(figureInput, item, `standards.${at}`)];
    REPORT_INPUT(item, `standards[${at}]`);
    return reportFigures(programme, sourceOf(item as Report | ReportSource));
  });
}

const sourceOf = (given: Report | ReportSource): ReportSource =>
  "report" in given ? given : { report: given };

/** What may be given alone or in a list, as a list. */
function itemsOf<T>(given: OneOrMany<T>): readonly T[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? given : [given as T];
}

function has(item: unknown, field: string): boolean {
  return typeof item === "object" && item !== null && field in item;
}

function isResult(item: IndicatorInput): item is PerformanceByWindow | ProfileComparison {
  return has(item, "windows") || has(item, "implied");
}

function performanceFigures(programme: Programme, placed: PerformanceSource): PerformanceFigure[] {
  const { performance: found, id = onlyLevel(programme), month = found.month, ...rest } = placed;
  const place = { ...rest, id, month };
  if ("implied" in found) return [comparisonFigure(found, place)];
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
  { window: basis, actual, expected, share, index }: WindowPerformance,
  place: PerformanceFigure,
  level: number,
): PerformanceFigure[] {
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
function onlyLevel({ minimumPerformanceLevels = [] }: Programme): string {
  if (minimumPerformanceLevels.length === 1) return minimumPerformanceLevels[0]!.id;
  const ids = listed(minimumPerformanceLevels.map(({ id }) => id));
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
