import { Option } from "commander";

const FORMATS = ["text", "json", "markdown", "csv"] as const;

/** The forms a command's rows can be printed in. */
export type Format = (typeof FORMATS)[number];

/** The two options that choose a form: `--json` is short for `--format json`. */
export interface FormatOptions {
  readonly json?: true;
  readonly format: Format;
}

/** The option of every command whose rows can be printed in several forms. */
export function formatOption(): Option {
  return new Option("--format <format>", "how to print it").choices(FORMATS).default("text");
}

/** The form that was asked for. */
export function formatOf({ json, format }: FormatOptions): Format {
  return json === true ? "json" : format;
}

type Rows = readonly (readonly string[])[];

/** A table in Markdown. */
export function markdown(headings: readonly string[], rows: Rows): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return `${[line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

/**
 * A table as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it, so
 * that opening the file runs nothing.
 */
export function csv(headings: readonly string[], rows: Rows): string {
  return [headings, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function escaped(cell: string): string {
  return cell.replace(/[\\|]/g, "\\$&").replace(/\s+/g, " ");
}

/** What a spreadsheet takes for a formula, or may. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell of such a file as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(cell);
  const safe = !isNumber && FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
