import { VERDICTS, type Verdict } from "../verdict.js";

/** What a line comes to: a verdict, or `not-scored` when the requirement has no target. */
export type LineVerdict = Verdict | "not-scored";

export const LINE_VERDICTS = [...VERDICTS, "not-scored"] as const satisfies readonly LineVerdict[];

/** As the verdicts of many lines are listed and counted. */
export const WORST_LINES_FIRST: readonly LineVerdict[] = [
  "not-met",
  "pending",
  "undetermined",
  "met",
  "not-scored",
  "not-applicable",
];
