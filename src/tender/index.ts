export { backlogChart, capacityChart, waitingChart } from "./backlog-charts.js";
export { type BacklogLimits, backlogLimits } from "./backlog-limits.js";
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
export { forecastOffer } from "./forecast.js";
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
export { type AffordableMisses, affordableMisses, type SmallNumbers } from "./small-numbers.js";
