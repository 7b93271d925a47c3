export {
  type DateInput,
  type DateSpan,
  type DayOfWeek,
  type EpochDay,
  epochDay,
  type InstantInput,
  type IsoDate,
  type IsoMonth,
  isoDate,
  type LondonDateOptions,
  londonDate,
  type PlainDateLike,
  type Roller,
} from "../date/index.js";
export { type FaultDetail, ProgrammeFault } from "../fault.js";
export { type CalendarChange, calendarChanges } from "./changes.js";
export { type CalendarInput, calendarNames, workingCalendar } from "./create.js";
export { BEYOND, type EpochCalendar } from "./epoch-calendar.js";
export type { CalendarName, Holiday, HolidayKind, Nation } from "./holiday.js";
export type { CalendarOptions, DayOffInput, OwnCalendar } from "./options.js";
export { calendarDataVersion } from "./published.js";
export type { NotCounted, Reckoning, WorkingCalendar } from "./working-calendar.js";
