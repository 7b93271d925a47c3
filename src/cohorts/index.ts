export {
  bornhuetterFerguson,
  type ChainLadder,
  type ChainLadderRow,
  chainLadder,
} from "./chain-ladder.js";
export { type ChartSpecification, type ChartTitle, type TitledChart, VEGA_LITE } from "./chart.js";
export { conversionChart, triangleChart } from "./charts.js";
export {
  type CohortOnProfile,
  type CompareOptions,
  checkedMonth,
  compareWithProfile,
  type OnProfile,
  type ProfileComparison,
} from "./compare.js";
export { type Conversion, type ConversionAtAge, conversion } from "./conversion.js";
export {
  type CohortExchange,
  cohortExchange,
  type ExchangedCohort,
  type ExchangeOptions,
  type ExchangeSplit,
  exchangeTable,
} from "./exchange.js";
export type { ExchangeDefaults } from "./exchange-about.js";
export { type ExchangeRead, readExchange } from "./exchange-read.js";
export { type ExchangeRow, exchangeRows } from "./exchange-rows.js";
export { parseExchange } from "./exchange-schema.js";
export { type Forecast, type ForecastOptions, type ForecastRow, forecast } from "./forecast.js";
export { cohortForecastChart } from "./forecast-chart.js";
export {
  type CappedForecast,
  type CohortForecast,
  forecastCohort,
  type ImmatureCohort,
} from "./forecast-cohort.js";
export { type CohortCount, type CountOptions, cohortTableFromCounts } from "./from-counts.js";
export { cohortTableFromDays, type DayColumns, type DaysOptions, type PersonDays } from "./from-days.js";
export { type CohortOptions, cohortTable } from "./from-journeys.js";
export { type Funnel, type FunnelLimits, funnel, funnelLimits, type InFunnel } from "./funnel.js";
export { funnelChart } from "./funnel-chart.js";
export {
  type KaplanMeierOptions,
  type KaplanMeierScale,
  type KaplanMeierStep,
  kaplanMeier,
  type Life,
  type Risk,
  reachedBy,
} from "./kaplan-meier.js";
export { mergeCohortTables } from "./merge.js";
export { monthsFrom } from "./months.js";
export { normalQuantile } from "./normal.js";
export { type Profile, type ReadProfile, readProfile } from "./profile.js";
export { profileChart } from "./profile-chart.js";
export {
  type ComparedProvider,
  type ComparisonOptions,
  compareProviders,
  type ProviderComparison,
} from "./providers.js";
export {
  beta,
  binomial,
  type Chance,
  checkedChance,
  geometric,
  normal,
  poisson,
  probabilityOf,
  type Uniform,
  uniformsOf,
} from "./random.js";
export { type Performer, type Ranked, type RankOptions, rank } from "./rank.js";
export { fractionOf, type Rate } from "./rate.js";
export { type CohortCell, cohortCells } from "./rows.js";
export type { Band, Uncertainty } from "./simulate.js";
export { type CohortRow, type CohortTable, type CohortWindow, convertedBy } from "./table.js";
export type { LadderRow, Triangle } from "./triangle.js";
export { type Interval, wilson } from "./wilson.js";
export {
  type Performance,
  type PerformanceBasis,
  type PerformanceOptions,
  type PerformanceWindowName,
  performanceOver,
  type WindowPerformance,
} from "./windows.js";
