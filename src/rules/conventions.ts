/** What cuts across requirements. Each field may be set by a reading. */
export interface Conventions {
  readonly id: "conventions";
  /** When counting working days after an anchor, whether its day is day 0 or day 1. */
  readonly countingDay: "day-0" | "day-1";
  /** The events that are receipts; one on a non-working day counts from itself or from the next working day. */
  readonly receipts: readonly string[];
  readonly receiptOnNonWorkingDay: "as-is" | "next-working-day";
  /** The events by which someone leaves; whether leaving before an open due date ends the duty. */
  readonly leaving: readonly string[];
  readonly leavingExcuses: boolean;
  /** Whether the start is day 0 or day 1 of an outcome window. */
  readonly outcomeDay: "day-0" | "day-1";
}
