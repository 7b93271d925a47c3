import { ProgrammeFault, shown } from "../../fault.js";

const SAVE_AS = 'Open it in the program it is for, and save it as "CSV UTF-8" or .xlsx.';
const UNPACK = "Unpack it first, and name the file that was in it.";

/** What a file is by its first bytes, where that is no table of text, and what to do with it. */
const KINDS: readonly (readonly [begins: string | RegExp, what: string, todo: string])[] = [
  [
    "\xd0\xcf\x11\xe0",
    "an old Excel workbook (.xls), or a workbook with a password",
    "Open it in Excel, and save it as .xlsx without a password.",
  ],
  ["%PDF", "a PDF", "Ask for the table itself, as CSV or .xlsx."],
  ["SQLite format 3\0", "an SQLite database", "Write a query's result to CSV."],
  [/^PAR1[^\w,;|\t"]/, "a Parquet file", "Write it as CSV first."],
  ["7z\xbc\xaf", "a 7-Zip archive", UNPACK],
  ["Rar!", "a RAR archive", UNPACK],
  [/^BZh\d1AY&SY/, "a bzip2 file", UNPACK],
  ["\xfd7zXZ", "an xz file", UNPACK],
  ["\x28\xb5\x2f\xfd", "a Zstandard file", UNPACK],
  ["\x1f\x8b", "a gzip file inside a gzip file", "Unpack it once."],
  ["\x89PNG", "a picture", "Ask for the table itself, as CSV or .xlsx."],
  ["\xff\xd8\xff", "a picture", "Ask for the table itself, as CSV or .xlsx."],
  [
    /^\s*(<!doctype\s+html|<html|<table|<head|<body|<meta)/i,
    "a web page, which some systems write under a name that ends in .xls",
    SAVE_AS,
  ],
  [/^\s*<\?xml/i, "XML", SAVE_AS],
  [/^\s*(\{\s*["}]|\[\s*[[{\]])/, "JSON", "Name a CSV file here; a mapping goes with --mapping."],
  ["{\\rtf", "a text document (RTF)", SAVE_AS],
];

/**
 * Refuses what is no text in rows and columns, and says what it is.
 *
 * @throws ProgrammeFault `csv/not-a-table`.
 */
export function refuseOtherKinds(file: string, head: Buffer): void {
  const start = head.toString("latin1", 0, 1000);
  const text = start.replace(/^\xef\xbb\xbf/, "");
  for (const [begins, what, todo] of KINDS) {
    if (typeof begins === "string" ? start.startsWith(begins) : begins.test(text))
      throw notATable(file, what, todo);
  }
}

/** Refuses text with zero bytes in it, which no table has. */
export function refuseBinary(file: string, text: string): void {
  const [before = "", after] = text.split("\0", 2);
  if (after === undefined) return;
  const line = before.split(/\r\n|\n|\r/).length;
  throw notATable(file, `binary data (line ${line} has a zero byte)`, SAVE_AS);
}

/** Whether a file is an archive, as a workbook is. */
export const isZip = (head: Buffer): boolean => head.toString("latin1", 0, 4) === "PK\x03\x04";

/** Refuses an archive that is no workbook; its names stand in it as they are. */
export function refuseOtherArchives(file: string, archive: Buffer): void {
  if (archive.includes("xl/workbook.xml")) return;
  if (archive.includes("xl/workbook.bin"))
    throw notATable(file, "a binary Excel workbook (.xlsb)", "Open it in Excel, and save it as .xlsx.");
  if (archive.includes("vnd.oasis.opendocument.spreadsheet"))
    throw notATable(file, "an OpenDocument spreadsheet (.ods)", "Save it as .xlsx or CSV.");
  if (archive.includes("word/document.xml"))
    throw notATable(file, "a Word document", "Copy its table into a workbook.");
  throw notATable(file, "a zip archive", UNPACK);
}

function notATable(file: string, what: string, todo: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/not-a-table",
      given: `${shown(file)}, which is ${what}`,
      allowed: "CSV (also zipped with gzip), or an .xlsx workbook",
      todo,
    },
    `${file} is ${what}, not a table. ${todo}`,
  );
}
