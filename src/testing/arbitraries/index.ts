export { calendars } from "./calendars.js";
export { type CohortTableOptions, cohortTables } from "./cohort-tables.js";
export { dates, workingDates } from "./dates.js";
export { caseloads, type JourneyOptions, journeys } from "./journeys.js";
export {
  type CaseloadLaw,
  type KeyedVerdict,
  type LawSubjects,
  type MergeLaws,
  type MergingPipeline,
  mergeLaws,
  noLookAhead,
  type Pipeline,
  permutationLaw,
  settledLaw,
} from "./laws.js";
export { offers } from "./offers.js";
export { journeysMeeting, journeysMissing, type PlantOptions } from "./planted.js";
