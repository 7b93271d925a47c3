export { longDate, longMonth, readUkDate } from "./british-date.js";
export { DATE, daySpan, MONTH, SPAN } from "./date-option.js";
export { type DayOfWeek, dayOfWeek, type EpochDay, yearOf } from "./gregorian.js";
export {
  type DateInput,
  type DateSpan,
  type DaySpan,
  epochDay,
  type IsoDate,
  isIsoDate,
  isoDate,
  type PlainDateLike,
  readEpochDay,
} from "./iso-date.js";
export { type InstantInput, type LondonDateOptions, londonDate, type Roller } from "./london.js";
export { addMonths, firstOfMonth, type IsoMonth, lastOfMonth, monthOf, nextMonth } from "./month.js";
