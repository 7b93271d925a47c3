import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { byteSource, peeked } from "./byte-source.js";
import { csvRows, type TableRow } from "./csv-file.js";
import { delimiterWords, headerPlace } from "./delimiter.js";
import { isZip, refuseBinary, refuseOtherArchives, refuseOtherKinds } from "./file-kind.js";
import { readSheet } from "./sheet.js";
import { decoded, type Encoding, encodingOf, looksLikeUtf8 } from "./text-decoding.js";

/** What is said of a file where it does not say it itself. */
export interface TableOptions {
  /** The character between two columns. */
  readonly delimiter?: string;
  /** How bytes stand for letters, by a name such as `windows-1252`. */
  readonly encoding?: string;
  /** The line that names the columns, the first being 1. */
  readonly headerRow?: number;
  /** The name of a workbook's sheet. */
  readonly sheet?: string;
}

/** A file of rows and columns, opened. */
export interface TableFile {
  readonly file: string;
  /** Whether its rows come once, as those of standard input do. */
  readonly isReadOnce: boolean;
  /** Bytes on disk; 0 where that is not known. */
  readonly size: number;
  /** Whether it is a workbook whose days are counted from 1904. */
  readonly countsFrom1904: boolean;
  /** The names of its columns, and the line they stand on. */
  readonly header: { readonly names: readonly string[]; readonly line: number };
  /** Its rows below the header, many at a time; the file is read again each time but the first. */
  readonly rows: () => AsyncGenerator<readonly TableRow[]>;
}

/** Who is told how reading goes. */
export interface TableWatch {
  /** How many bytes more have been read, as they lie on disk. */
  readonly onBytes?: (count: number) => void;
  /** Something to know about the file, one line. */
  readonly onNotice?: (text: string) => void;
}

/** So much of a file is looked at to find out what it is. */
const HEAD = 65_536;

/** As many columns as a workbook can have. */
const MOST_COLUMNS = 16_384;

/**
 * Opens a table: CSV with any of four delimiters, in UTF-8, UTF-16 or the encoding asked for, zipped with gzip or not;
 * or an .xlsx workbook. What a file is, its content says, not its name.
 *
 * @throws ProgrammeFault `csv/…` for what cannot be read, `csv/not-a-table` for what is something else.
 */
export async function openTable(
  file: string,
  options: TableOptions = {},
  { onBytes, onNotice = () => {} }: TableWatch = {},
): Promise<TableFile> {
  const source = await byteSource(file);
  const { first: start, all } = await peeked(source.bytes(onBytes), HEAD);
  const head = Buffer.concat(start);
  refuseOtherKinds(file, head);
  const { open, countsFrom1904 } = isZip(head)
    ? await openWorkbook(file, all, options, onNotice)
    : await openText(file, { head, all, again: () => source.bytes(onBytes) }, options, onNotice);
  const first = open();
  const { value: rows } = await first.next();
  const header = rows?.[0];
  if (header === undefined) throw empty(file);
  const names = header.cells.map((name: unknown) => String(name));
  if (names.length > MOST_COLUMNS) throw tooWide(file, names.length);
  let next: AsyncGenerator<readonly TableRow[]> | undefined = below(first, rows.slice(1));
  const { isReadOnce, size } = source;
  return {
    file,
    isReadOnce,
    size,
    countsFrom1904,
    header: { names, line: header.line },
    rows: () => {
      const found = next ?? belowHeader(open());
      next = undefined;
      return found;
    },
  };
}

async function* below(
  rest: AsyncGenerator<readonly TableRow[]>,
  rows: readonly TableRow[],
): AsyncGenerator<readonly TableRow[]> {
  try {
    yield rows;
    yield* rest;
  } finally {
    // Whoever stops at the first rows has not begun the rest, which holds a file open.
    await rest.return(undefined);
  }
}

async function* belowHeader(all: AsyncGenerator<readonly TableRow[]>): AsyncGenerator<readonly TableRow[]> {
  const { value: rows = [] } = await all.next();
  yield* below(all, rows.slice(1));
}

interface Opened {
  readonly open: () => AsyncGenerator<readonly TableRow[]>;
  readonly countsFrom1904: boolean;
}

async function openWorkbook(
  file: string,
  chunks: AsyncIterable<Buffer>,
  { sheet, headerRow, delimiter, encoding }: TableOptions,
  onNotice: (text: string) => void,
): Promise<Opened> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  const workbook = Buffer.concat(all);
  refuseOtherArchives(file, workbook);
  for (const [option, value] of Object.entries({ delimiter, encoding })) {
    if (value !== undefined) onNotice(`${file} is a workbook, so --${option} does not matter for it.`);
  }
  const { rows, countsFrom1904 } = await readSheet(file, workbook, defined({ sheet, headerRow }), onNotice);
  return {
    countsFrom1904,
    open: async function* () {
      yield rows;
    },
  };
}

interface TextSource {
  readonly head: Buffer;
  readonly all: AsyncGenerator<Buffer>;
  readonly again: () => AsyncGenerator<Buffer>;
}

async function openText(
  file: string,
  { head, all, again }: TextSource,
  { delimiter, encoding: asked, headerRow, sheet }: TableOptions,
  onNotice: (text: string) => void,
): Promise<Opened> {
  const encoding = encodingOf(head, asked);
  noteEncoding(file, head, encoding, asked, onNotice);
  const { first, all: pieces } = await peeked(decoded(file, all, encoding, onNotice), HEAD);
  const text = first.join("");
  refuseBinary(file, text);
  if (sheet !== undefined) onNotice(`${file} is not a workbook, so --sheet does not matter for it.`);
  const place = headerPlace(file, text, defined({ delimiter, headerRow }));
  if (place === undefined) throw empty(file);
  if (place.delimiter !== "," && place.delimiter !== delimiter) {
    onNotice(`The columns of ${file} are separated by ${delimiterWords(place.delimiter)}.`);
  }
  let opened: AsyncGenerator<string> | undefined = pieces;
  const open = () => {
    const found = opened ?? decoded(file, again(), encoding);
    opened = undefined;
    return csvRows(file, beyond(found, place.start), place);
  };
  return { open, countsFrom1904: false };
}

/** Says where what was asked for does not matter, or is not likely. */
function noteEncoding(
  file: string,
  head: Buffer,
  { name, isMarked }: Encoding,
  asked: string | undefined,
  onNotice: (text: string) => void,
): void {
  if (asked === undefined) return;
  if (isMarked) {
    if (new TextDecoder(asked).encoding !== name)
      onNotice(`${file} is ${name} by its byte order mark, so --encoding does not matter for it.`);
  } else if (name !== "utf-8" && looksLikeUtf8(head)) {
    onNotice(`${file} looks like UTF-8, and is read as ${asked}: compare its letters with accents.`);
  }
}

/** The text after so many characters. */
async function* beyond(pieces: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count;
  for await (const piece of pieces) {
    if (left < piece.length) yield left === 0 ? piece : piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

/** The rows of a small table as texts by the names of their columns; rows with nothing in them are passed over. */
export async function* records(
  table: TableFile,
): AsyncGenerator<{ readonly line: number; readonly cells: Readonly<Record<string, string>> }> {
  const names = table.header.names.map((name) => name.trim());
  for await (const rows of table.rows()) {
    for (const { cells, line } of rows) {
      const texts = cells.map((cell) => String(cell).trim());
      if (texts.every((text) => text === "")) continue;
      yield { line, cells: Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ""])) };
    }
  }
}

function empty(file: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/empty",
      given: `${shown(file)}, which is empty`,
      allowed: "a table that names its columns, and rows below",
      todo: "Check that the export was finished.",
    },
    `The file is empty: ${file}. Check that the export was finished.`,
  );
}

function tooWide(file: string, count: number): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/too-many-columns",
      given: `${shown(file)}, with ${count} columns`,
      allowed: `at most ${MOST_COLUMNS} columns`,
      todo: "Leave out what is not read.",
    },
    `${file} has ${count} columns; at most ${MOST_COLUMNS} are read. Check that this is the right file.`,
  );
}
