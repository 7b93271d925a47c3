export { type AffordableMisses, affordableMisses, type SmallNumbers } from "./affordable-misses.js";
export { type BacklogLimits, backlogLimits } from "./capacity/backlog-limits.js";
export type { BacklogPlan, DatedReferrals, PlannedAbsence } from "./capacity/backlog-plan.js";
export {
  type BacklogSimulation,
  type BacklogSimulationOptions,
  type PassProbability,
  simulateBacklog,
} from "./capacity/backlog-simulation.js";
export type { BacklogDayForecast } from "./capacity/day-forecast.js";
export { type CapacityLoad, capacityLoad, type MonthLoad } from "./capacity/load.js";
export { type BacklogPlanChanges, backlogPlan } from "./capacity/offered-plan.js";
export {
  type RequiredCapacity,
  type RequiredCapacityOptions,
  requiredCapacity,
  type TriedCapacity,
} from "./capacity/required-capacity.js";
export type { QueueRunOptions } from "./capacity/simulated-run.js";
export {
  type Flightpath,
  type FlightpathMonth,
  type FlightpathOptions,
  flightpath,
  type PlannedStarts,
} from "./flightpath.js";
export type { ForecastMeasure } from "./forecast/expected-flow.js";
export type { LeftToChance, MissingValue } from "./forecast/forecast-plan.js";
export type {
  LevelBand,
  LevelForecast,
  MonthBand,
  MonthForecast,
  PlannedCohort,
} from "./forecast/forecast-rows.js";
export type { FirstFullWindow, JointChance, JointMonths } from "./forecast/joint-chance.js";
export type { UndeterminedLevel } from "./forecast/level-reader.js";
export { forecastOffer, type OfferForecast, type OfferForecastOptions } from "./forecast/offer-forecast.js";
export type { LevelBasis } from "./forecast/promised-level.js";
export type { RunBand } from "./forecast/run-bands.js";
export {
  type Sensitivity,
  type SensitivityAnswer,
  type SensitivityOptions,
  type SensitivityRow,
  sensitivity,
} from "./forecast/sensitivity.js";
export { type ChangeImpact, type ImpactRow, type ImpactVerdict, impactOfChange } from "./impact.js";
export { defineOffer } from "./offer/definition.js";
export type { Estimate, EstimateRange, ValueByGroup } from "./offer/estimate.js";
export type {
  Assumptions,
  CapacityPlan,
  Offer,
  OfferTerms,
  OutcomePlan,
  PriceTable,
  ReferralChance,
  ReferralPlan,
  StartPlan,
} from "./offer/offer.js";
