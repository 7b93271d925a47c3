export type {
  CalendarChange,
  CalendarDays,
  CalendarInput,
  DayOffInput,
  Holiday,
  HolidayKind,
  NotCounted,
  OwnCalendar,
  Reckoning,
  WorkingCalendar,
} from "../calendar/index.js";
export type {
  CasesByReason,
  LineVerdict,
  Reason,
  Receipt,
  Report,
  ReportLine,
  TotalSeries,
  Verdict,
  VerdictUnderReading,
} from "../compliance/index.js";
export type { DateInput, DateSpan, EpochDay, IsoMonth, PlainDateLike } from "../date/index.js";
export type { AsAt } from "../deadlines/index.js";
export type { Caseload, ContractLog, Journey, JourneyEvent, Problem } from "../journey/index.js";
export type { OutcomeReason } from "../outcomes/index.js";
export type { Share } from "../quantity/index.js";
export type { History, RequirementId } from "../rules/index.js";
export {
  type AllowedReason,
  type AllowOptions,
  type AssertionOptions,
  type AssertionSubject,
  type Assertions,
  assertConverts,
  assertDueOn,
  assertionsFor,
  assertMeets,
  assertMeetsEveryStandard,
  assertNoProblems,
  assertVerdict,
  assertWithinBacklog,
  type BuilderOptions,
  type CaseloadPart,
  type CaseOptions,
  type CheckableOptions,
  ComplianceError,
  type ConvertOptions,
  caseload,
  checkable,
  type DateOrDistance,
  type EventFields,
  type EventWords,
  type EventWordValues,
  type EveryStandardOptions,
  type JourneyBuilder,
  type JourneyRecipe,
  journey,
  type MatcherFunctions,
  type MatcherResult,
  matchers,
  type ProgrammeMatchers,
  type ProgrammeRegister,
  type RegisteredProgramme,
  rulesFor,
  type VerdictOptions,
} from "../testing/index.js";
export type * from "./programme-types.js";
