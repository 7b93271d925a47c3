export { BEYOND, type CalendarDays, type EpochCalendar } from "./epoch-calendar.js";
export type { NotCounted, Reckoning } from "./listing.js";
export type { CalendarOptions, DayOffInput } from "./options.js";
export type { OwnCalendar } from "./own-calendar.js";
export {
  type CalendarChange,
  type CalendarName,
  calendarChanges,
  calendarDataVersion,
  type Holiday,
  type HolidayKind,
  type Nation,
} from "./published.js";

export {
  type CalendarInput,
  calendarNames,
  epochCalendar,
  type WorkingCalendar,
  workingCalendar,
} from "./working-calendar.js";
