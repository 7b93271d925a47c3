/** The forms a table can be printed in beside text and JSON. */
export const FORMATS = ["text", "json", "markdown", "csv"] as const;
export type Format = (typeof FORMATS)[number];

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

function quoted(cell: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(cell);
  const safe = !isNumber && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
