export { type DayOfWeek, dayOfWeek, yearOf } from "./day.js";
export type { EpochDay } from "./gregorian.js";
export {
  type DateInput,
  epochDay,
  type IsoDate,
  isIsoDate,
  isoDate,
  type PlainDateLike,
  readEpochDay,
} from "./iso-date.js";
export { type InstantInput, type LondonDateOptions, londonDate, type Roller } from "./london.js";
export { longDate, longMonth } from "./long-date.js";
export { addMonths, firstOfMonth, type IsoMonth, lastOfMonth, monthOf, nextMonth } from "./month.js";
export { type DateSpan, type DaySpan, daySpan } from "./span.js";
export { readUkDate } from "./uk-date.js";
