import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { parse } from "csv-parse";
import { ProgrammeFault, shown } from "../../fault.js";

/** One row of a file: its cells as text, and the line its first cell is on (the header is line 1). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Who is told how reading goes. */
export interface CsvWatch {
  /** How many bytes more have been read. */
  readonly onBytes?: (bytes: number) => void;
  /** Something to know about the file, one line. */
  readonly onNotice?: (text: string) => void;
}

/** A row is longer than this only when a quote was left open. */
const LONGEST_ROW = 1_000_000;

/**
 * The rows of a CSV file, the header first, as a stream: nothing is kept. Lines without anything in
 * them are passed over; rows may have more or fewer cells than the header. A byte order mark, Windows
 * and old Mac line ends, and line breaks inside double quotes are read as they are meant.
 *
 * @throws ProgrammeFault `csv/no-file`, `csv/unreadable-file`, `csv/empty`, `csv/separator` when columns are
 * separated by anything but commas, `csv/quote-not-closed`, `csv/malformed`.
 */
export async function* csvRows(file: string, { onBytes, onNotice }: CsvWatch = {}): AsyncGenerator<CsvRow> {
  const lines = new LineCount();
  const source = createReadStream(file);
  if (onBytes !== undefined) source.on("data", (chunk) => onBytes(chunk.length));
  const parser = parse({
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: LONGEST_ROW,
    // The parser's types know only rows that stay lists of cells.
    on_record: (cells: string[]) => lines.rowOf(cells) as string[] | null,
  });
  // Whatever goes wrong destroys the parser, and so comes out of the loop below.
  pipeline(source, parser, () => {});
  let isHeader = true;
  let isUtf8 = true;
  try {
    for await (const row of parser as AsyncIterable<CsvRow>) {
      if (isHeader) refuseOtherSeparators(file, row.cells);
      isHeader = false;
      if (isUtf8 && row.cells.some((cell) => cell.includes("\ufffd"))) {
        isUtf8 = false;
        onNotice?.(
          `${file}, line ${row.line}: not UTF-8, so letters with accents are lost. Save the file as CSV UTF-8.`,
        );
      }
      yield row;
    }
  } catch (error) {
    throw csvFault(file, error, lines.next);
  }
  if (!isHeader) return;
  throw new ProgrammeFault(
    {
      code: "csv/empty",
      given: `${shown(file)}, which is empty`,
      allowed: "a CSV file whose first line names its columns",
      todo: "Check that the export was finished.",
    },
    `The file is empty: ${file}. Check that the export was finished.`,
  );
}

/** All rows but the header, which is handed over first. */
export async function* below(
  rows: AsyncIterable<CsvRow>,
  header?: (names: readonly string[]) => void,
): AsyncGenerator<CsvRow> {
  let isHeader = true;
  for await (const row of rows) {
    if (!isHeader) yield row;
    else header?.(row.cells);
    isHeader = false;
  }
}

/** Counts lines while a file is parsed, so that a line is right even when a quote is left open after it. */
class LineCount {
  /** The line on which the next row begins. */
  next = 1;

  /** A row with its line; null when there is nothing in it. */
  rowOf(cells: string[]): unknown {
    const line = this.next;
    this.next += 1 + breaksIn(cells);
    return cells.some((cell) => cell !== "" && cell.trim() !== "") ? { line, cells } : null;
  }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.match(/\r\n|\n|\r/g)!.length;
  }
  return breaks;
}

const OTHERS = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "vertical bars"],
] as const;

/** A header with more of another separator than of commas is not a list of columns. */
function refuseOtherSeparators(file: string, names: readonly string[]): void {
  for (const [separator, called] of OTHERS) {
    const count = names.reduce((sum, name) => sum + name.split(separator).length - 1, 0);
    if (count < names.length) continue;
    throw new ProgrammeFault({
      code: "csv/separator",
      given: `${shown(file)}, whose columns are separated by ${called}`,
      allowed: "columns separated by commas",
      todo: `Save it again as "CSV UTF-8 (Comma delimited)"${called === "semicolons" ? REGIONAL : ""}.`,
    });
  }
}

/** Where a comma is the decimal sign, a spreadsheet writes semicolons whatever it calls the format. */
const REGIONAL = "; where that writes semicolons too, make the comma the list separator of the system";

/** What went wrong while a file was read, as a fault: the file and the line, never what stands there. */
export function csvFault(file: string, error: unknown, line: number): unknown {
  if (error instanceof ProgrammeFault) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === "ENOENT") return noFile(file);
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") return openQuote(file, line);
  if (typeof code === "string" && code.startsWith("CSV_")) return malformed(file, line);
  if (typeof code === "string" && /^E[A-Z]+$/.test(code)) return unreadable(file, code);
  return error;
}

/** Something that is there and cannot be read as a file. */
function unreadable(file: string, code: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/unreadable-file",
      given: `${shown(file)}, which cannot be read (${code})`,
      allowed: "a file that this account may read",
      todo: code === "EISDIR" ? "Name a file in that folder." : "Check the path and its permissions.",
    },
    ...(code === "EISDIR" ? [`${file} is a folder. Name a file in it.`] : []),
  );
}

/** Something that can be read only once, where two readings are needed. */
export function readOnce(file: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/read-once",
    given: `${shown(file)}, which can be read only once`,
    allowed: "files on disk, when referrals and events come from two of them",
    todo: "Save it to a file first.",
  });
}

function noFile(file: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/no-file",
      given: `${shown(file)}, and there is no such file`,
      allowed: "the path of a file that is there",
      todo: "Check the spelling, and the folder you are in.",
    },
    `File not found: ${file}. Check the spelling, and the folder you are in.`,
  );
}

function openQuote(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/quote-not-closed",
    given: `${shown(file)}, where the row on line ${line} opens a double quote and never closes it`,
    allowed: "double quotes in pairs, and doubled inside a quoted cell",
    todo: "Close the quote, or double it.",
  });
}

function malformed(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/malformed",
    given: `${shown(file)}, where the row on line ${line} is not CSV`,
    allowed: "cells separated by commas, in double quotes where they hold a comma, a quote or a line break",
    todo: "Correct that row.",
  });
}
