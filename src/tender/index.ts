export { backlogChart, capacityChart, waitingChart } from "./backlog-charts.js";
export { type BacklogLimits, backlogLimits } from "./backlog-limits.js";
export type { WarmUp } from "./backlog-model.js";
export { backlogPlan } from "./backlog-offer.js";
export type { Absence, BacklogPlan, Referrals } from "./backlog-plan.js";
export type { BacklogDayForecast } from "./backlog-rows.js";
export {
  type BacklogSimulation,
  type BacklogSimulationOptions,
  type Passing,
  simulateBacklog,
} from "./backlog-simulation.js";
export { type RequiredCapacity, requiredCapacity } from "./capacity.js";
export { type CapacityLoad, capacityLoad, type MonthLoad } from "./capacity-load.js";
export type { RequiredCapacityOptions, TriedCapacity } from "./capacity-trial.js";
export {
  type Flightpath,
  type FlightpathMonth,
  type FlightpathOptions,
  flightpath,
} from "./flightpath.js";
export { flightpathChart } from "./flightpath-chart.js";
export type { PlannedStarts } from "./flightpath-need.js";
export { forecastOffer } from "./forecast.js";
export { forecastChart, type LevelChartOptions, levelChart } from "./forecast-charts.js";
export type { ForecastMeasure } from "./forecast-expected.js";
export type { UndeterminedLevel } from "./forecast-levels.js";
export type { MissingValue } from "./forecast-plan.js";
export type { LevelBasis } from "./forecast-promise.js";
export type { RunBand } from "./forecast-quantiles.js";
export type {
  LevelBand,
  LevelForecast,
  MonthBand,
  MonthForecast,
  OfferForecast,
  OfferForecastOptions,
  PlannedCohort,
} from "./forecast-result.js";
export { type Impact, type ImpactRow, type ImpactVerdict, impactOfChange } from "./impact.js";
export type {
  Assumptions,
  ByGroup,
  CapacityPlan,
  Estimate,
  EstimateRange,
  Offer,
  OfferTerms,
  OutcomePlan,
  PriceTable,
  ReferralPlan,
  StartPlan,
} from "./offer.js";
export { defineOffer } from "./offer-define.js";
export { offerSchema } from "./offer-schema.js";
export {
  type Sensitivity,
  type SensitivityOptions,
  type SensitivityRow,
  sensitivity,
} from "./sensitivity.js";
export { sensitivityChart } from "./sensitivity-chart.js";
export { type AffordableMisses, affordableMisses, type SmallNumbers } from "./small-numbers.js";
