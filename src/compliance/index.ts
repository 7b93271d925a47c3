export {
  type AcrossReadings,
  acrossReadings,
  type OtherReading,
  reportAcrossReadings,
} from "./across-readings.js";
export { assess } from "./assess.js";
export type { AssessOptions, Finding } from "./assessors.js";
export { explain } from "./explain.js";
export {
  type ExplainedLine,
  type ExplainedReport,
  type ExplainedStandard,
  explainReport,
} from "./explain-report.js";
export type { ByReason, DependsOn, LineVerdict, ReportLine, Series } from "./line.js";
export { mergeReports } from "./merge.js";
export type { Receipt } from "./receipt.js";
export type { Report, ReportOptions } from "./report.js";
export { ReportBuilder, report } from "./report-builder.js";
export { reportStream, type StreamOptions } from "./report-stream.js";
export type { Reason, Verdict } from "./verdict.js";
