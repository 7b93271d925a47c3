export { BEYOND, type CalendarDays, type EpochCalendar } from "./epoch-calendar.js";
export type { CalendarName, Holiday, HolidayKind, Nation } from "./holiday.js";
export type { NotCounted, Reckoning } from "./listing.js";
export type { CalendarOptions, DayOffInput } from "./options.js";
export type { OwnCalendar } from "./own-calendar.js";
export { type CalendarChange, calendarChanges, calendarDataVersion } from "./published.js";
export {
  type CalendarInput,
  calendarNames,
  epochCalendar,
  type WorkingCalendar,
  workingCalendar,
} from "./working-calendar.js";
