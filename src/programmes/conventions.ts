import type { Conventions } from "../rules/index.js";

/** How days are counted unless a reading says otherwise; assumed where the documents are silent. */
export const usualConventions = {
  id: "conventions",
  countingDay: "day-0",
  receipts: ["referral-received"],
  receiptOnNonWorkingDay: "as-is",
  leaving: ["left"],
  leavingExcuses: true,
  outcomeDay: "day-0",
} as const satisfies Conventions;
