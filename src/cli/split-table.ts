import type { ReportLine } from "../compliance/index.js";
import { shareWords, verdictWords } from "../explanation/index.js";
import { targetWords } from "../rules/index.js";
import { headroomWords } from "./lines-table.js";
import { type Column, laidOut } from "./table.js";
import { indented, listed, type Terminal, wrapped } from "./terminal.js";
import { verdictStyle } from "./words.js";

const INDENT = "  ";

/** The lines of a split report: under each requirement a row a value, all in the same columns. */
export function splitTable(lines: readonly ReportLine[], terminal: Terminal): string {
  const attribute = lines.find(({ by }) => by !== undefined)?.by?.attribute ?? "";
  const rows = lines.map((line) => cells(line, terminal));
  const found = laidOut(columns(attribute), rows, terminal.columns - INDENT.length);
  const parts = (found?.heading ?? []).map((line) => `${INDENT}${line}`);
  for (const [i, line] of lines.entries()) {
    if (line.requirement !== lines[i - 1]?.requirement) parts.push(...headOf(line, terminal));
    parts.push(found === undefined ? narrow(line, terminal) : `${INDENT}${found.rows[i]}`);
  }
  return parts.join("\n");
}

/** The value a line is of; a contract's own duties, and journeys without the attribute, have none. */
export function valueWords({ by }: ReportLine): string {
  return by?.value ?? "(none)";
}

function columns(attribute: string): Column[] {
  return [
    { heading: attribute, shrinks: true },
    { heading: "Counted", align: "right" },
    { heading: "Met", align: "right", optional: true },
    { heading: "Not met", align: "right" },
    { heading: "Pending", align: "right" },
    { heading: "Undet.", align: "right", optional: true },
    { heading: "Worst–best", align: "right" },
    { heading: "Verdict" },
    { heading: "Headroom", align: "right", optional: true },
  ];
}

function cells(line: ReportLine, terminal: Terminal) {
  return [
    valueWords(line),
    ...[line.counted, line.met, line.notMet, line.pending, line.undetermined].map(String),
    shareWords(line),
    { text: verdictWords(line.verdict), style: verdictStyle(terminal, line.verdict) },
    headroomWords(line),
  ];
}

function headOf({ requirement, title, target }: ReportLine, terminal: Terminal): string[] {
  const head = `${requirement}: ${title} (target ${targetWords(target)})`;
  return ["", wrapped(head, terminal.columns, { rest: INDENT })];
}

function narrow(line: ReportLine, terminal: Terminal): string {
  const { counted, notMet } = line;
  const verdict = verdictStyle(terminal, line.verdict)(verdictWords(line.verdict));
  const counts = `${shareWords(line)} of ${counted}, ${notMet} not met`;
  return [
    wrapped(`${valueWords(line)}: ${verdict}`, terminal.columns, indented),
    wrapped(counts, terminal.columns, { first: listed.rest }),
  ].join("\n");
}
