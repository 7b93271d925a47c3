export {
  type Backlog,
  type BacklogDay,
  type BacklogSpan,
  backlog,
  backlogByDay,
  type Shares,
  type Waiting,
} from "./backlog/index.js";
export * from "./calendar/index.js";
export * from "./cohorts/index.js";
export * from "./compliance/index.js";
export {
  addMonths,
  dayOfWeek,
  firstOfMonth,
  isIsoDate,
  lastOfMonth,
  longDate,
  monthOf,
  nextMonth,
  readUkDate,
  yearOf,
} from "./date/index.js";
export {
  type AsAt,
  type DueDate,
  dueDates,
  type Period,
  type WorkItem,
  type WorklistOptions,
  worklist,
} from "./deadlines/index.js";
export type { Count, Explanation, Named, Skipped, Spare } from "./explanation/index.js";
export * from "./journey/index.js";
export {
  assessOutcome,
  type OutcomeAssessment,
  type OutcomeOptions,
  type OutcomeReason,
  type OutcomeStatus,
  type OutcomeWindow,
  type OutcomeWindowOptions,
  outcomeWindow,
} from "./outcomes/index.js";
export * from "./programmes/index.js";
export * from "./quantity/index.js";
export * from "./rulebook/index.js";
export * from "./rules/index.js";
