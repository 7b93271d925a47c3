export { assess, type Finding } from "./assess.js";
export { explain } from "./explain.js";
export type { ByReason, LineVerdict, ReportLine, Series } from "./line.js";
export { mergeReports } from "./merge.js";
export type { Receipt } from "./receipt.js";
export type { Report, ReportOptions } from "./report.js";
export { ReportBuilder, report } from "./report-builder.js";
export { reportStream, type StreamOptions } from "./report-stream.js";
export type { Reason, Verdict } from "./verdict.js";
