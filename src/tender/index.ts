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
