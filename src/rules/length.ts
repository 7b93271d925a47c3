/**
 * A length of time. Working days are those of the journey's calendar; `weeks` are seven days each;
 * `roll` moves a last day that is not a working day to the next one.
 */
export type Length =
  | { readonly workingDays: number }
  | { readonly days: number; readonly roll?: "next-working-day" }
  | { readonly weeks: number; readonly roll?: "next-working-day" }
  | { readonly months: number };

/** A due date counted from a month: a day of the next month, or a working day of this or the next. */
export type MonthDay =
  | { readonly dayOfNextMonth: number; readonly roll?: "next-working-day" }
  | { readonly workingDayOfMonth: number }
  | { readonly workingDayOfNextMonth: number };

export const PERIODS = ["day", "working-day", "week", "month", "quarter"] as const;
/** How often: a longest gap, or once in each calendar day, working day, week, month or quarter. */
export type Frequency = Length | { readonly each: (typeof PERIODS)[number] };

/** Whether a length is a day counted from a month. */
export function isMonthDay(length: Frequency | MonthDay): length is MonthDay {
  return "dayOfNextMonth" in length || "workingDayOfMonth" in length || "workingDayOfNextMonth" in length;
}
