export {
  type AcrossReadings,
  acrossReadings,
  type OtherReading,
  reportAcrossReadings,
} from "./across-readings.js";
export { ASSESS_OPTIONS, type AssessOptions, assess, type Finding } from "./assessment.js";
export { explain, explainedFindings } from "./finding-explanation.js";
export { ReportBuilder, report, reportStream, type StreamOptions } from "./report/builder.js";
export type { ReportPeriod } from "./report/daily-share.js";
export {
  type CasesByReason,
  type DailyShares,
  lineName,
  type ReportLine,
  type TotalSeries,
  type VerdictUnderReading,
  type WorstDays,
} from "./report/line.js";
export {
  type ExplainedLine,
  type ExplainedReport,
  type ExplainedStandard,
  explainReport,
  leftOutSentence,
  problemsIn,
} from "./report/line-explanation.js";
export { mergeReports } from "./report/merge.js";
export type { Receipt, Report, ReportOptions } from "./report/report.js";
export { splitWords } from "./report/split.js";
export type { StoredFinding } from "./stored-finding.js";
export {
  GRAVEST_FIRST,
  LINE_VERDICTS,
  type LineVerdict,
  REASONS,
  type Reason,
  VERDICTS,
  type Verdict,
  WORST_LINES_FIRST,
} from "./verdict.js";
