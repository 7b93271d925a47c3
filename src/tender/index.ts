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
