import Papa from "papaparse";
import { ProgrammeFault, shown } from "../../fault.js";

/** One row of a table: its cells, and the line its first cell is on, the first line of the file being 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly unknown[];
}

/** A row is longer than this only when a quote was left open, or when it is no row. */
const LONGEST_ROW = 1_000_000;

/**
 * The rows of CSV, as a stream: nothing is kept. They come as many at a time as a piece of text has, because to hand
 * them on one by one takes longer than to read them. Lines with nothing in them are passed over; rows may have more or
 * fewer cells than others. Windows and old Mac line ends, and line breaks inside double quotes, are read as they are
 * meant. `line` is that of the first row.
 *
 * @throws ProgrammeFault `csv/quote-not-closed`, `csv/quote-inside`, `csv/row-too-long`.
 */
export async function* csvRows(
  file: string,
  pieces: AsyncIterable<string>,
  { delimiter, line: first }: { readonly delimiter: string; readonly line: number },
): AsyncGenerator<readonly TableRow[]> {
  let line = first;
  let rest = "";
  let parser: Papa.Parser | undefined;
  const rowsOf = (text: string, isLast: boolean): readonly TableRow[] => {
    parser ??= new Papa.Parser({ delimiter, newline: lineEndOf(text) });
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
    const rows: TableRow[] = [];
    const bad = errors[0];
    // A line ends inside a cell only where there are quotes.
    const hasQuotes = text.includes('"');
    for (let at = 0; at < data.length; at++) {
      const cells = data[at]!;
      if (bad !== undefined && bad.row === at) throw quoteFault(file, bad.code, line);
      const last = cells.length - 1;
      if (cells[last]!.endsWith("\r")) cells[last] = cells[last]!.slice(0, -1);
      if (cells.length > 1 || cells[0]!.trim() !== "") rows.push({ line, cells });
      line += hasQuotes ? 1 + breaksIn(cells) : 1;
    }
    if (bad !== undefined && isLast) throw quoteFault(file, bad.code, line);
    rest = text.slice(meta.cursor);
    if (rest.length > LONGEST_ROW) throw tooLong(file, line);
    return rows;
  };
  for await (const piece of pieces) {
    const rows = rowsOf(rest + piece, false);
    if (rows.length > 0) yield rows;
  }
  const rows = rest === "" ? [] : rowsOf(rest, true);
  if (rows.length > 0) yield rows;
}

/** A file without any line feed in its first piece is one of an old Mac. */
function lineEndOf(text: string): "\n" | "\r" {
  return text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.match(/\r\n|\n|\r/g)!.length;
  }
  return breaks;
}

function quoteFault(file: string, code: string, line: number): ProgrammeFault {
  return code === "MissingQuotes" ? openQuote(file, line) : quoteInside(file, line);
}

function openQuote(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/quote-not-closed",
    given: `${shown(file)}, where the row on line ${line} opens a double quote and never closes it`,
    allowed: "double quotes in pairs, and doubled inside a quoted cell",
    todo: "Close the quote, or double it.",
  });
}

function quoteInside(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/quote-inside",
    given: `${shown(file)}, where the row on line ${line} has a double quote inside a quoted cell`,
    allowed: 'double quotes that are doubled inside a quoted cell, such as "the ""old"" office"',
    todo: "Double it, or leave it out.",
  });
}

function tooLong(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/row-too-long",
    given: `${shown(file)}, where the row on line ${line} is longer than a million characters`,
    allowed: "rows of at most a million characters",
    todo: "Close the double quote that was left open in it, or leave out the column that holds so much.",
  });
}
