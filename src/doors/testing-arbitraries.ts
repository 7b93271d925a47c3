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
  ReferralPlan,
  StartPlan,
  ValueByGroup,
} from "../tender/index.js";
export {
  type CaseloadLaw,
  type CaseloadPipeline,
  type CohortTableOptions,
  calendars,
  caseloads,
  cohortTables,
  dates,
  type JourneyOptions,
  journeys,
  journeysMeeting,
  journeysMissing,
  type KeyedVerdict,
  type LawSubjects,
  type MadeToOrderOptions,
  type MergeLaws,
  type MergingPipeline,
  mergeLaws,
  noLookAhead,
  offers,
  permutationLaw,
  settledLaw,
  workingDates,
} from "../testing/arbitraries/index.js";
export type * from "./programme-types.js";
