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
export type { DateSpan, EpochDay } from "../date/index.js";
export type { AsAt } from "../deadlines/index.js";
export type { Caseload, ContractLog, Journey, JourneyEvent, JourneysRead } from "../journey/index.js";
export type { OutcomeReason } from "../outcomes/index.js";
export type { RequirementId } from "../rules/index.js";
export * from "../testing/index.js";
export type * from "./report-types.js";
