import {
  type EpochDay,
  firstOfMonth,
  type IsoMonth,
  lastOfMonth,
  monthOf,
  nextMonth,
} from "../../date/index.js";

/** How many months after the first the second is; negative when it is before. */
export function monthsFrom(first: IsoMonth, second: IsoMonth): number {
  return indexOf(second) - indexOf(first);
}

/** The last month that is over by the end of a day. */
export function lastCompleteMonth(day: EpochDay): IsoMonth {
  const month = monthOf(day);
  return lastOfMonth(month) === day ? month : nextMonth(month, -1);
}

/** The greatest age in months at which an outcome can fall within so many days of a start. */
export function lastAgeWithin(days: number): number {
  const [first, cycle] = ["2021-01", 48];
  const ages = Array.from({ length: cycle }, (_, at) => {
    const month = nextMonth(first, at);
    return monthsFrom(month, monthOf(lastOfMonth(month) + days));
  });
  return Math.max(...ages);
}

/** Whether a text is a month such as `2021-04`. */
export function isMonth(text: string): boolean {
  try {
    firstOfMonth(text);
    return true;
  } catch {
    return false;
  }
}

function indexOf(month: IsoMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
