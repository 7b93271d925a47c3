import { type Command, Option } from "commander";
import type { ChartSpecification } from "../../charts/index.js";
import { leftOutSentence } from "../../compliance/index.js";
import { defined } from "../../defined.js";
import { blocks, markdownLine, markdownText, textTable } from "../../explanation/index.js";
import type { Problem } from "../../journey/index.js";
import { visible } from "../../visible.js";
import { type DestinationOptions, type Printable, withDestination } from "./destination.js";
import { type FileProblems, leftOutLines, problemCount, problemLines } from "./remarks.js";
import { hanging, styled, type Terminal, wrapped } from "./terminal.js";
import { type Column, headingOf, tableOrList } from "./text-table.js";
import type { Table, Value } from "./workbook.js";

/** The forms that every command with rows prints. */
const FORMATS = ["text", "json", "markdown", "csv", "xlsx"] as const;

/** The forms a command's rows can be printed in. */
export type Format = (typeof FORMATS)[number];

/** The two options that choose a form: `--json` is short for `--format json`. */
export interface FormatOptions extends DestinationOptions {
  readonly json?: true;
  readonly format: Format;
}

/** A command whose rows can be printed in several forms, and more of its own. */
export function withFormats(command: Command, more: readonly string[] = []): Command {
  return withFormat(command, [...FORMATS, ...more]);
}

/** A command that prints in forms of its own; the first is what it prints unless asked. */
export function withFormat(command: Command, formats: readonly string[]): Command {
  const format = new Option("--format <format>", "how to print it").choices(formats).default(formats[0]);
  return withDestination(command.addOption(format));
}

/** The form that was asked for. */
export function formatOf<Other extends string>(asked: {
  readonly json?: true;
  readonly format: Format | Other;
}): Format | Other {
  return asked.json === true ? "json" : asked.format;
}

/** Whether what stands in cells that could not be read may be printed. */
export interface ValueOptions {
  readonly withValues?: true;
}

/** The option of every command whose JSON lists problems. */
export const WITH_VALUES = [
  "--with-values",
  "in JSON, print what stands in cells that could not be read; it may be anything",
] as const;

/** A result as JSON, under the words of its command; without what stands in cells unless that is asked for. */
export function jsonText(command: string, result: object, options?: ValueOptions): string {
  return [...jsonPieces(command, result, options)].join("");
}

/** As {@link jsonText}, value by value: that of a national caseload may be longer than a text can be. */
export function* jsonPieces(
  command: string,
  result: object,
  { withValues }: ValueOptions = {},
): Generator<string> {
  yield* valuePieces({ command, ...(withValues === true ? result : withoutValues(result)) }, "\n");
  yield "\n";
}

/** A value as `JSON.stringify` writes it, two spaces deeper in each list and object. */
function* valuePieces(value: unknown, lineEnd: string): Generator<string> {
  if (typeof value !== "object" || value === null) {
    yield JSON.stringify(value) ?? "null";
    return;
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? "[]" : "{}";
  const inside = `${lineEnd}  `;
  let before = open;
  for (const [name, field] of isList ? value.entries() : Object.entries(value)) {
    if (field === undefined && !isList) continue;
    yield before + inside;
    if (!isList) yield `${JSON.stringify(name)}: `;
    yield* valuePieces(field, inside);
    before = ",";
  }
  yield before === open ? `${open}${close}` : `${lineEnd}${close}`;
}

function withoutValues(result: object): object {
  const fields = Object.entries(result).map(([name, field]) => {
    const isProblems = (name === "problems" || name === "fileProblems") && Array.isArray(field);
    return [name, isProblems ? field.map(({ value: _, ...problem }: Problem) => problem) : field];
  });
  return Object.fromEntries(fields);
}

type Rows = Table["rows"];

/** A table in a form that holds nothing else. */
export function printedTable(
  format: "csv" | "markdown" | "xlsx",
  table: Table & { readonly sheet: string },
): Printable {
  if (format === "xlsx") return table;
  return (format === "csv" ? csv : markdown)(table.headings, table.rows);
}

/** A table in Markdown. */
export function markdown(headings: readonly string[], rows: Rows): string {
  return `${textTable(
    headings,
    rows.map((row) => row.map((cell) => String(cell ?? ""))),
  )}\n`;
}

/**
 * A table as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it, so
 * that opening the file runs nothing. What does not show is an escape that does.
 */
export function csv(headings: readonly string[], rows: Rows): string {
  return [headings, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** What a spreadsheet takes for a formula, or may. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell of such a file as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function quoted(value: Value): string {
  const cell = visible(String(value ?? ""));
  const isNumber = /^-?\d+(\.\d+)?$/.test(cell);
  const safe = !isNumber && FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A result in every form it can be printed in. */
export interface PrintableResult {
  readonly command: string;
  readonly result: object;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table, each a paragraph. */
  readonly notes: readonly string[];
  readonly warning?: string | undefined;
  /** For CSV, where figures are to be computed with: as they are, not as they read best. */
  readonly csv?: Table;
  readonly chart?: ChartSpecification;
  readonly trouble: FileProblems;
  readonly withValues?: true | undefined;
}

/** Prints a result in the form asked for. */
export function printedResult(
  given: PrintableResult,
  format: Format | "chart",
  terminal: Terminal,
): Printable {
  const { command, result, columns, rows } = given;
  const { areListed, ...data } = given.trouble;
  const leftOut = leftOutLines(data, terminal);
  const headings = columns.map(headingOf);
  if (format === "json")
    return jsonText(command, { ...result, ...data }, defined({ withValues: given.withValues }));
  if (format === "csv" || format === "xlsx")
    return printedTable(format, { ...(given.csv ?? { headings, rows }), sheet: command });
  if (format === "chart") return `${JSON.stringify(given.chart, null, 2)}\n`;
  if (format === "markdown") {
    const warning = given.warning === undefined ? [] : [`**Warning.** ${markdownText(given.warning)}`];
    const said = leftOutSentence(data.leftOut);
    return `${blocks(
      `## ${markdownText(given.title)}`,
      said && markdownLine(said),
      markdown(headings, rows).trimEnd(),
      ...warning,
      ...given.notes.map(markdownLine),
    )}\n`;
  }
  const body = tableOrList(columns, rows, terminal.columns);
  const warning =
    given.warning === undefined
      ? []
      : [styled(terminal, ["bold", "yellow"], wrapped(`Warning. ${given.warning}`, terminal.columns))];
  const notes = given.notes.map((note) => wrapped(note, terminal.columns, hanging));
  const told = areListed ? problemLines(data, true, terminal) : problemCount(data);
  const trouble = data.problems.length === 0 ? [] : ["", told];
  return `${[styled(terminal, "bold", given.title), ...leftOut, "", body, "", ...warning, ...notes, ...trouble].join("\n")}\n`;
}
