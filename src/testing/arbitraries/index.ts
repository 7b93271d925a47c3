export { calendars, dates, instants, type LondonInstant, workingDates } from "./calendars.js";
export { caseloadsAt } from "./caseloads-at.js";
export type { JourneyChances } from "./chances.js";
export { type CohortTableOptions, cohortTables } from "./cohort-tables.js";
export { caseloads, type JourneyOptions, journeys } from "./journeys.js";
export { journeysMeeting, journeysMissing, type MadeToOrderOptions } from "./journeys-to-order.js";
export {
  type CaseloadLaw,
  type CaseloadPipeline,
  type KeyedVerdict,
  type LawSubjects,
  type MergeLaws,
  type MergingPipeline,
  mergeLaws,
  noLookAhead,
  permutationLaw,
  settledLaw,
} from "./laws.js";
export { offers } from "./offers.js";
