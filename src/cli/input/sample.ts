import { DateCell, pageLine } from "../../journey/index.js";

/** The names of a table's columns, and as many of its rows as are looked at. */
export interface Sample {
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What a column of a sample holds: its different texts, and whether there are dates or numbers among its cells. */
export interface SampleColumn {
  readonly name: string;
  readonly texts: readonly string[];
  readonly hasDates: boolean;
  readonly hasNumbers: boolean;
}

/** A column of a file, and the standard one that it may be. */
export interface Match {
  readonly standard: string;
  readonly column: SampleColumn;
  readonly isSure: boolean;
}

/** The columns of tables that are read as one, each name once; lines of the page around them are passed over. */
export function columnsOf(samples: readonly Sample[]): SampleColumn[] {
  const cells = new Map<string, unknown[]>();
  for (const { names: given, rows } of samples) {
    const names = given.map((name) => name.trim());
    const data = rows.filter((row) => pageLine(row.map(textOf), names, undefined) === undefined);
    for (const [at, name] of names.entries()) {
      if (name === "") continue;
      const column = cells.get(name) ?? [];
      cells.set(name, column);
      for (const row of data) column.push(row[at]);
    }
  }
  return [...cells].map(([name, column]) => ({
    name,
    texts: [...new Set(column.flatMap((cell) => (typeof cell === "string" ? cell.trim() || [] : [])))],
    hasDates: column.some((cell) => cell instanceof DateCell),
    hasNumbers: column.some((cell) => typeof cell === "number"),
  }));
}

function textOf(cell: unknown): string {
  return cell === undefined || cell === null ? "" : String(cell).trim();
}

const BLANKS = new Set(["null", "n/a", "na", "#n/a", "-", "--", "none", "nil", "(blank)", "(null)", "."]);

/** Whether a text stands for an empty cell in most systems that write it; the last day of dates does, too. */
export function isBlank(text: string): boolean {
  return (
    BLANKS.has(text.toLowerCase()) ||
    /^(31[-/.]12[-/.]9999|9999-12-31|0000-00-00)([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(text)
  );
}

/** A number that is a day of this century as Excel counts. */
export function isSerial(text: string): boolean {
  return /^[34]\d{4}(\.\d+)?$/.test(text);
}
