import type { ReportLine } from "../compliance/index.js";
import { shareWords, verdictWords } from "../explanation/index.js";
import { lineTargetWords } from "../rules/index.js";
import { type Column, table } from "./table.js";
import { indented, type Terminal, wrapped } from "./terminal.js";
import { verdictStyle } from "./words.js";

/** The lines of a report, a row a requirement: wide where the terminal is, else three lines each. */
export function linesTable(lines: readonly ReportLine[], terminal: Terminal): string {
  const rows = lines.map((line) => cells(line, terminal));
  return table(COLUMNS, rows, terminal.columns) ?? narrow(lines, terminal);
}

const COLUMNS: readonly Column[] = [
  { heading: "Requirement" },
  { heading: "What it asks", shrinks: true, optional: true },
  { heading: "Counted", align: "right" },
  { heading: "Met", align: "right" },
  { heading: "Not met", align: "right" },
  { heading: "Pending", align: "right" },
  { heading: "Undet.", align: "right" },
  { heading: "Worst–best", align: "right" },
  { heading: "Target" },
  { heading: "Verdict" },
  { heading: "Headroom", align: "right" },
];

function cells(line: ReportLine, terminal: Terminal) {
  return [
    line.requirement,
    line.title,
    String(line.counted),
    String(line.met),
    String(line.notMet),
    String(line.pending),
    String(line.undetermined),
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

function narrow(lines: readonly ReportLine[], terminal: Terminal): string {
  return lines
    .map((line) => {
      const verdict = verdictStyle(terminal, line.verdict)(verdictWords(line.verdict));
      const counts = [
        `${shareWords(line)} of ${line.counted}`,
        `target ${lineTargetWords(line)}`,
        ...(line.notMet > 0 ? [`${line.notMet} not met`] : []),
        ...(line.pending > 0 ? [`${line.pending} pending`] : []),
        ...(line.undetermined > 0 ? [`${line.undetermined} undetermined`] : []),
        ...(headroomWords(line) === "" ? [] : [`headroom ${headroomWords(line)}`]),
      ];
      return [
        `${line.requirement}  ${verdict}`,
        wrapped(line.title, terminal.columns, indented),
        wrapped(counts.join(", "), terminal.columns, indented),
      ].join("\n");
    })
    .join("\n");
}
