import type { Changes, Conventions, Reading } from "../rules/index.js";

/** How days are counted unless a reading says otherwise; assumed where the documents are silent. */
export const usualConventions = {
  id: "conventions",
  countingDay: "day-0",
  receipts: ["referral-received"],
  receiptOnNonWorkingDay: "as-is",
  leaving: ["left"],
  leavingExcuses: true,
  periodCases: "due",
  outcomeDay: "day-0",
} as const satisfies Conventions;

/** What the first answer to a question changes: nothing. */
export const asWritten = {};

/** The same changes to the fields of each requirement. */
export const setEach = (ids: readonly string[], fields: object) =>
  ({ set: Object.fromEntries(ids.map((id) => [id, fields])) }) as Changes;

/** Questions about counting that every programme here leaves open. */
export const countingReadings = [
  {
    id: "counting-day",
    question: "When working days are counted from an event, is its own day day 0 or day 1?",
    basis: "assumed",
    answers: [
      { id: "day-0", says: "The day itself is not counted.", changes: asWritten },
      {
        id: "day-1",
        says: "The day itself is the first.",
        changes: { set: { conventions: { countingDay: "day-1" } } },
      },
    ],
  },
  {
    id: "receipt-on-non-working-day",
    question: "A referral arrives on a day that is not a working day: when does its clock start?",
    basis: "assumed",
    answers: [
      { id: "as-is", says: "On that day.", changes: asWritten },
      {
        id: "next-working-day",
        says: "On the next working day.",
        changes: { set: { conventions: { receiptOnNonWorkingDay: "next-working-day" } } },
      },
    ],
  },
  {
    id: "period-cases",
    question: "Which cases does the return of a month, or another period, count?",
    basis: "assumed",
    answers: [
      {
        id: "due",
        says: "Those that fell due in it: by the time of the return all are settled.",
        changes: asWritten,
      },
      {
        id: "received",
        says: "Those of referrals received in it, though some fall due later.",
        changes: { set: { conventions: { periodCases: "received" } } },
      },
      {
        id: "anchor",
        says: "Those whose time began to run in it.",
        changes: { set: { conventions: { periodCases: "anchor" } } },
      },
    ],
  },
] as const satisfies readonly Reading[];

/** What leaving does to work still owed. */
export const leavingExcuses = {
  id: "leaving-excuses",
  question: "Someone left before a due date that was still open: is the work still owed?",
  basis: "assumed",
  answers: [
    { id: "excused", says: "No, leaving excuses it.", changes: asWritten },
    {
      id: "still-owed",
      says: "Yes.",
      changes: { set: { conventions: { leavingExcuses: false } } },
    },
  ],
} as const satisfies Reading;
