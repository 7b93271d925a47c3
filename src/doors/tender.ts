export type { CalendarInput, DayOffInput, OwnCalendar } from "../calendar/index.js";
export type {
  CohortRow,
  CohortTable,
  CohortWindow,
  ConfidenceInterval,
  ConversionProfile,
  Learned,
  LearnedIndex,
  LearningOptions,
  PerformanceBasis,
  PerformanceWindowName,
  RateInput,
  SeededRuns,
} from "../cohorts/index.js";
export type { AssessOptions, Verdict } from "../compliance/index.js";
export type { DateInput, IsoMonth, PlainDateLike } from "../date/index.js";
export type { AsAt } from "../deadlines/index.js";
export type { Caseload, Journey, JourneyEvent, Problem } from "../journey/index.js";
export type { Share } from "../quantity/index.js";
export type { History, Variation } from "../rules/index.js";
export * from "../tender/index.js";
export type * from "./programme-types.js";
