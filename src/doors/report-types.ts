/** No door, but what stands behind each door that takes or makes a report: its type, and the types which that names. */

export type {
  CasesByReason,
  DailyShares,
  LineVerdict,
  Reason,
  Receipt,
  Report,
  ReportLine,
  ReportPeriod,
  TotalSeries,
  Verdict,
  VerdictUnderReading,
  WorstDays,
} from "../compliance/index.js";
export type { DateInput, IsoDate, IsoMonth, PlainDateLike } from "../date/index.js";
export type { LeftOut, Problem, ProblemCount } from "../journey/index.js";
export type { Share } from "../quantity/index.js";
export type { History } from "../rules/index.js";
export type * from "./programme-types.js";
