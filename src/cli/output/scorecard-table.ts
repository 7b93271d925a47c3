import { type ReportLine, splitWords } from "../../compliance/index.js";
import { shareWords, verdictWords } from "../../explanation/index.js";
import { lineTargetWords, targetWords } from "../../rules/index.js";
import { indented, listed, type Terminal, wrapped } from "./terminal.js";
import { type Column, laidOut, rightColumn, tableOrList } from "./text-table.js";
import { verdictStyle } from "./value-text.js";

/** The lines of a report, one row per requirement: wide where the terminal is, else three lines each. */
export function scorecardTable(lines: readonly ReportLine[], terminal: Terminal): string {
  const rows = lines.map((line) => cells(line, terminal));
  return tableOrList<(typeof rows)[number][number]>(COLUMNS, rows, terminal.columns, (_row, at) =>
    narrow(lines[at]!, terminal),
  );
}

const COLUMNS: readonly Column[] = [
  "Requirement",
  { heading: "What it asks", shrinks: true, optional: true },
  ...["Counted", "Met", "Not met", "Pending", "Unknown", "Lowest–highest"].map(rightColumn),
  "Target",
  "Verdict",
  rightColumn("Headroom"),
];

/** How many cases were counted, and what became of them. */
export function countsOf({ counted, met, notMet, pending, undetermined }: ReportLine): string[] {
  return [counted, met, notMet, pending, undetermined].map(String);
}

function cells(line: ReportLine, terminal: Terminal) {
  return [
    line.requirement,
    line.title,
    ...countsOf(line),
    shareWords(line),
    lineTargetWords(line),
    { text: verdictWords(line.verdict), style: verdictStyle(terminal, line.verdict) },
    headroomWords(line),
  ];
}

/** How many more may fail; empty where nothing is asked for. */
export function headroomWords({ headroom, verdict }: ReportLine): string {
  return headroom === undefined || verdict === "not-applicable" ? "" : String(headroom);
}

function narrow(line: ReportLine, terminal: Terminal): string {
  const verdict = verdictStyle(terminal, line.verdict)(verdictWords(line.verdict));
  const counts = [
    `${shareWords(line)} of ${line.counted}`,
    `target ${lineTargetWords(line)}`,
    ...(line.notMet > 0 ? [`${line.notMet} not met`] : []),
    ...(line.pending > 0 ? [`${line.pending} pending`] : []),
    ...(line.undetermined > 0 ? [`${line.undetermined} unknown`] : []),
    ...(headroomWords(line) === "" ? [] : [`headroom ${headroomWords(line)}`]),
  ];
  return [
    `${line.requirement}  ${verdict}`,
    wrapped(line.title, terminal.columns, indented),
    wrapped(counts.join(", "), terminal.columns, indented),
  ].join("\n");
}

const INDENT = "  ";

/** The lines of a report split by attributes: under each requirement one row per value, all in the same columns. */
export function splitScorecardTable(
  lines: readonly ReportLine[],
  by: readonly string[],
  terminal: Terminal,
): string {
  const rows = lines.map((line) => splitCells(line, terminal));
  const found = laidOut(splitColumns(by), rows, terminal.columns - INDENT.length);
  const texts = [...(found?.rows ?? [])];
  const parts = (found?.heading ?? []).map((line) => `${INDENT}${line}`);
  for (const [i, line] of lines.entries()) {
    if (line.requirement !== lines[i - 1]?.requirement) parts.push(...headOf(line, terminal));
    parts.push(found === undefined ? splitNarrow(line, terminal) : `${INDENT}${texts[i]}`);
  }
  return parts.join("\n");
}

/** What a line is of; a contract's own duties, and journeys without the attribute, are of nothing. */
export function valueWords({ by }: Pick<ReportLine, "by">): string {
  // In brackets, so that it is not taken for a provider of that name.
  return splitWords(by, "(none)");
}

function splitColumns(by: readonly string[]): Column[] {
  return [
    // Cut short, values of several attributes could not be told apart.
    by.length > 1 ? { heading: by.join(", "), wraps: true } : { heading: by.join(), shrinks: true },
    rightColumn("Counted"),
    { ...rightColumn("Met"), optional: true },
    ...["Not met", "Pending"].map(rightColumn),
    { ...rightColumn("Unknown"), optional: true },
    rightColumn("Lowest–highest"),
    "Verdict",
    { ...rightColumn("Headroom"), optional: true },
  ];
}

function splitCells(line: ReportLine, terminal: Terminal) {
  return [
    valueWords(line),
    ...countsOf(line),
    shareWords(line),
    { text: verdictWords(line.verdict), style: verdictStyle(terminal, line.verdict) },
    headroomWords(line),
  ];
}

function headOf({ requirement, title, target }: ReportLine, terminal: Terminal): string[] {
  const head = `${requirement}: ${title} (target ${targetWords(target)})`;
  return ["", wrapped(head, terminal.columns, { rest: INDENT })];
}

function splitNarrow(line: ReportLine, terminal: Terminal): string {
  const { counted, notMet } = line;
  const verdict = verdictStyle(terminal, line.verdict)(verdictWords(line.verdict));
  const counts = `${shareWords(line)} of ${counted}, ${notMet} not met`;
  return [
    wrapped(`${valueWords(line)}: ${verdict}`, terminal.columns, indented),
    wrapped(counts, terminal.columns, { first: listed.rest }),
  ].join("\n");
}
