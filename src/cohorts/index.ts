export {
  type Funnel,
  type FunnelLimitOptions,
  type FunnelLimits,
  type FunnelOptions,
  type FunnelPerformer,
  funnel,
  funnelLimits,
  limitsAround,
} from "./compare/funnel.js";
export type { Overdispersion } from "./compare/overdispersion.js";
export {
  MONTHS_IN_WINDOW,
  PERFORMANCE_BASES,
  PERFORMANCE_WINDOWS,
  type PerformanceBasis,
  type PerformanceByWindow,
  type PerformanceOptions,
  type PerformanceWindowName,
  performanceOver,
  type WindowPerformance,
} from "./compare/performance-windows.js";
export {
  type CohortOnProfile,
  checkedMonth,
  compareWithProfile,
  type ProfileComparison,
  type ProfileComparisonOptions,
  type ProfileIndex,
  soFarOnProfile,
} from "./compare/profile-comparison.js";
export {
  type ComparedProvider,
  compareProviders,
  type ProviderComparison,
  type ProviderComparisonOptions,
} from "./compare/provider-comparison.js";
export {
  type Performer,
  placesOf,
  type RankedPerformer,
  type RankedPlace,
  type RankOptions,
  rank,
} from "./compare/ranking.js";
export { type ConfidenceInterval, normalQuantile, wilson } from "./confidence-interval.js";
export { type ConversionProfile, type ReadProfile, readProfile } from "./conversion-profile.js";
export {
  type Backtest,
  type BacktestOptions,
  type BacktestRow,
  backtest,
  type StatedChances,
} from "./forecast/backtest.js";
export {
  bornhuetterFerguson,
  type ChainLadder,
  type ChainLadderRow,
  chainLadder,
  type LadderRow,
  type Triangle,
} from "./forecast/chain-ladder.js";
export {
  type CappedForecast,
  type CohortForecast,
  forecastCohort,
  type ImmatureCohort,
} from "./forecast/cohort-forecast.js";
export {
  type Assumed,
  type ForecastRemark,
  LEARNING,
  type Learned,
  type LearnedIndex,
  Learning,
  type LearningOptions,
} from "./forecast/learning.js";
export type { ForecastBand, Uncertainty } from "./forecast/simulation.js";
export {
  type Forecast,
  type ForecastOptions,
  type ForecastRow,
  forecast,
} from "./forecast/table-forecast.js";

export { printedInterval, printedLearned } from "./published-shapes.js";
export {
  binomial,
  CHANCE,
  checkedRuns,
  geometric,
  normal,
  poisson,
  probabilityOf,
  SEEDED_RUNS,
  type SeededRuns,
  type Uniform,
  uniformsOf,
} from "./random.js";
export { fractionOf, RATE, type RateInput } from "./rate-input.js";
export { type Conversion, type ConversionAtAge, conversion } from "./survival/conversion.js";
export {
  type KaplanMeierOptions,
  type KaplanMeierScale,
  type KaplanMeierStep,
  kaplanMeier,
  type ObservedLife,
  type RiskSet,
  reachedBy,
} from "./survival/kaplan-meier.js";
export {
  type CohortExchange,
  cohortExchange,
  type ExchangedCohort,
  type ExchangeOptions,
  type ExchangeSplit,
  exchangeTable,
} from "./tables/cohort-exchange.js";
export {
  COHORT_TABLE,
  type CohortCell,
  type CohortRow,
  type CohortTable,
  type CohortWindow,
  cohortCells,
  convertedBy,
  lastAgeWithin,
  mergeCohortTables,
  monthsFrom,
  WINDOW,
} from "./tables/cohort-table.js";

export { type CohortCount, type CountOptions, cohortTableFromCounts } from "./tables/count-table.js";
export {
  cohortTableFromDays,
  type DayColumns,
  type DaysOptions,
  type PersonDays,
} from "./tables/day-table.js";
export { parseExchange } from "./tables/exchange-json.js";
export {
  type ExchangeDefaults,
  type ExchangeRead,
  type ExchangeRow,
  exchangeRows,
  readExchange,
} from "./tables/exchange-rows.js";
export { type CohortOptions, cohortTable } from "./tables/journey-table.js";
