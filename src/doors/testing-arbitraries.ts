export type {
  CalendarChange,
  CalendarDays,
  Holiday,
  HolidayKind,
  NotCounted,
  Reckoning,
  WorkingCalendar,
} from "../calendar/index.js";
export type { CohortRow, CohortTable, CohortWindow } from "../cohorts/index.js";
export type { DateInput, DateSpan, EpochDay, IsoMonth, PlainDateLike } from "../date/index.js";
export type { Journey, JourneyEvent } from "../journey/index.js";
export type { Share } from "../quantity/index.js";
export type { RequirementId } from "../rules/index.js";
export type {
  Assumptions,
  CapacityPlan,
  Estimate,
  EstimateRange,
  Offer,
  OfferTerms,
  OutcomePlan,
  PriceTable,
  ReferralChance,
  ReferralPlan,
  StartPlan,
  ValueByGroup,
} from "../tender/index.js";
export * from "../testing/arbitraries/index.js";
export type * from "./programme-types.js";
