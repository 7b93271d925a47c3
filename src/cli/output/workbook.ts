import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import { ProgrammeFault } from "../../fault.js";
import { visible } from "../../visible.js";

/** A cell as it is; empty where there is none. */
export type Value = string | number | null | undefined;

/** A table for a spreadsheet: its columns that are dates, and those that are fractions to be read as percentages. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly dates?: readonly string[];
  readonly rates?: readonly string[];
}

/** So many rows and so long a text a spreadsheet takes. */
const MOST_ROWS = 1_048_576;
const LONGEST = 32_767;
/** So wide a column is, in letters, at most. */
const WIDEST = 60;
/** From so many rows it is told how wide a column is. */
const LOOKED_AT = 1000;

/**
 * A table as a workbook: numbers are numbers, dates are dates, fractions of the columns that are rates show as
 * percentages, everything else is text, and nothing is a formula. The headings stay in sight.
 */
export async function workbook(
  { headings, rows, dates = [], rates = [] }: Table,
  sheet: string,
): Promise<Uint8Array> {
  if (rows.length >= MOST_ROWS) throw tooManyRows(rows.length);
  const head = headings.map((heading): Cell => ({ ...textCell(heading), fontWeight: "bold" }));
  const body = rows.map((row) =>
    row.map((value, at) => {
      const heading = headings[at]!;
      if (dates.includes(heading)) return dateCell(value);
      return rates.includes(heading) ? rateCell(value) : cellOf(value);
    }),
  );
  const data: SheetData = [head, ...body];
  const columns = headings.map((heading, at) => ({
    width: rows
      .slice(0, LOOKED_AT)
      .reduce(
        (width, row) => Math.max(width, Math.min(WIDEST, `${row[at] ?? ""}`.length + 2)),
        heading.length + 2,
      ),
  }));
  return writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}

function cellOf(value: Value): Cell {
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "number" ? { value, type: Number } : textCell(value);
}

function rateCell(value: Value): Cell {
  return typeof value === "number" ? { value, type: Number, format: "0.0%" } : cellOf(value);
}

function dateCell(value: Value): Cell {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)
    ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
    : cellOf(value);
}

/** What no XML file may hold. */
const NO_CHARACTER = /[\ufffe\uffff]/g;

function textCell(text: string) {
  const shown = visible(text).replace(NO_CHARACTER, (found) => `\\u${found.charCodeAt(0).toString(16)}`);
  return { value: shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown, type: String } as const;
}

function tooManyRows(count: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/too-many-rows",
    given: `a table of ${count.toLocaleString("en-GB")} rows`,
    allowed: `fewer than ${MOST_ROWS.toLocaleString("en-GB")} in a workbook`,
    todo: "Print it with --format csv.",
  });
}
