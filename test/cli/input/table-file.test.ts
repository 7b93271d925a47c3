import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { write } from "@e965/xlsx";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { readMapping } from "../../../src/cli/input/caseload-file.js";
import type { TableRow } from "../../../src/cli/input/csv-file.js";
import { openTable, type TableOptions } from "../../../src/cli/input/table-file.js";
import { DateCell } from "../../../src/journey/index.js";

const folder = mkdtempSync(join(tmpdir(), "csv-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileWith(content: string | Buffer): string {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, content);
  return file;
}

/** The rows of a file, its header first, read twice over: both readings must be the same. */
async function rowsOf(content: string | Buffer, options: TableOptions = {}): Promise<TableRow[]> {
  const table = await openTable(fileWith(content), options);
  const readings: TableRow[][] = [];
  for (let times = 0; times < 2; times++) {
    const rows: TableRow[] = [{ line: table.header.line, cells: table.header.names }];
    for await (const batch of table.rows()) rows.push(...batch);
    readings.push(rows);
  }
  expect(readings[0]).toEqual(readings[1]);
  return readings[0]!;
}

/** What opening and reading a file comes to: its fault, word for word, without the folder. */
async function refusal(file: string, options: TableOptions = {}): Promise<string> {
  try {
    const table = await openTable(file, options);
    for await (const rows of table.rows()) for (const row of rows) expect(row.cells).not.toEqual([]);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message.replaceAll(folder, "…")}`;
  }
  return "accepted";
}

async function refusalOf(content: string | Buffer, options: TableOptions = {}): Promise<string> {
  const file = fileWith(content);
  return (await refusal(file, options)).replaceAll(file.replace(folder, "…"), "FILE");
}

async function noticesOf(content: string | Buffer, options: TableOptions = {}): Promise<string[]> {
  const file = fileWith(content);
  const notices: string[] = [];
  const table = await openTable(file, options, { onNotice: (text) => notices.push(text) });
  for (let times = 0; times < 2; times++)
    for await (const rows of table.rows()) expect(rows.every(({ line }) => line > 0)).toBe(true);
  return notices.map((text) => text.replaceAll(file, "FILE"));
}

describe("rows come with the line they begin on", () => {
  const plain = [
    { line: 1, cells: ["id", "site"] },
    { line: 2, cells: ["R1", "x"] },
  ];

  test.each<[string, string | Buffer, TableRow[]]>([
    ["plain", "id,site\nR1,x\n", plain],
    ["without a last line end", "id,site\nR1,x", plain],
    ["after a byte order mark", "\ufeffid,site\nR1,x\n", plain],
    ["in UTF-16", Buffer.from("\ufeffid,site\nR1,x\n", "utf16le"), plain],
    ["with Windows line ends", "id,site\r\nR1,x\r\n", plain],
    ["with old Mac line ends", "id,site\rR1,x\r", plain],
    ["with line ends of each sort", "id,site\r\nR1,x\nR2,y\r", [...plain, { line: 3, cells: ["R2", "y"] }]],
    [
      "after lines with nothing in them",
      "\n,,\nid,site\n\n,\n  \nR1,x\n",
      [
        { line: 3, cells: ["id", "site"] },
        { line: 5, cells: ["", ""] },
        { line: 7, cells: ["R1", "x"] },
      ],
    ],
    [
      "after line breaks inside quotes",
      'id,site\nR1,"Mill\nLane"\r\nR2,"a\r\nb\r\nc"\nR3,"d\re"\nR4,f\n',
      [
        { line: 1, cells: ["id", "site"] },
        { line: 2, cells: ["R1", "Mill\nLane"] },
        { line: 4, cells: ["R2", "a\r\nb\r\nc"] },
        { line: 7, cells: ["R3", "d\re"] },
        { line: 9, cells: ["R4", "f"] },
      ],
    ],
    [
      "with commas and quotes inside quotes",
      'id,site\n"R,1","say ""x"""\n',
      [plain[0]!, { line: 2, cells: ["R,1", 'say "x"'] }],
    ],
    [
      "with a quote inside a word",
      'id,site\nR1,5" pipe\n',
      [plain[0]!, { line: 2, cells: ["R1", '5" pipe'] }],
    ],
    [
      "with more and fewer cells than the header",
      "id,site\nR1\nR2,y,z\n",
      [plain[0]!, { line: 2, cells: ["R1"] }, { line: 3, cells: ["R2", "y", "z"] }],
    ],
  ])("%s", async (_, content, rows) => expect(await rowsOf(content)).toEqual(rows));

  test("however the file is cut into pieces", async () => {
    const count = 5000;
    const content = `id,site\n${Array.from({ length: count }, (_, at) => `R${at},"a\r\nb"`).join("\n")}\n`;
    const rows = await rowsOf(content);
    expect(rows).toHaveLength(count + 1);
    expect(rows.findIndex(({ line }, at) => at > 0 && line !== 2 * at)).toBe(-1);
  });
});

describe("a file that cannot be used is refused, word for word", () => {
  test("no such file", async () => {
    expect(await refusal(join(folder, "none.csv"))).toBe(
      "csv/no-file: File not found: …/none.csv. Check the spelling, and the folder you are in.",
    );
  });

  test("a folder", async () => {
    expect(await refusal(folder)).toBe("csv/unreadable-file: … is a folder. Name a file in it.");
  });

  test.each<[string, string | Buffer, string]>([
    ["nothing in it", "", "csv/empty: The file is empty: FILE. Check that the export was finished."],
    [
      "nothing but line ends in it",
      "\n\r\n",
      "csv/empty: The file is empty: FILE. Check that the export was finished.",
    ],
    [
      "two delimiters that are as frequent",
      "id;received_on,site\n",
      "csv/delimiter: The columns of FILE may be separated by commas or semicolons. Say which with --delimiter, such as --delimiter comma.",
    ],
    [
      "a quote that is never closed",
      'id,site\nR1,"a\nb"\n\nR2,"Mill Lane\nR3,x\n',
      'csv/quote-not-closed: Not accepted: "FILE", where the row on line 5 opens a double quote and never closes it. Expected double quotes in pairs, and doubled inside a quoted cell. Close the quote, or double it.',
    ],
    [
      "a quote that is not closed for a million characters",
      `id,site\nR1,"${"Mill Lane, Eastmere\n".repeat(60_000)}"\n`,
      'csv/row-too-long: Not accepted: "FILE", where the row on line 2 is longer than a million characters. Expected rows of at most a million characters. Close the double quote that was left open in it, or leave out the column that holds so much.',
    ],
    [
      "a cell of two million characters",
      `id,site\nR1,${"x".repeat(2_000_000)}\n`,
      'csv/row-too-long: Not accepted: "FILE", where the row on line 2 is longer than a million characters. Expected rows of at most a million characters. Close the double quote that was left open in it, or leave out the column that holds so much.',
    ],
    [
      "two hundred thousand columns",
      `${Array.from({ length: 200_000 }, (_, at) => (at % 100).toString(36)).join(",")}\n`,
      "csv/too-many-columns: FILE has 200000 columns; at most 16384 are read. Check that this is the right file.",
    ],
    [
      "gzip that is cut off",
      gzipSync("id,site\nR1,x\n").subarray(0, 20),
      "csv/gzip: FILE is a gzip file that is damaged or cut off. Copy it again.",
    ],
    [
      "letters of Windows-1252",
      Buffer.from("id,site\nR1,x\nR2,Caf\xe9\n", "latin1"),
      'csv/encoding: FILE is not UTF-8: line 3 has a letter in another encoding. Add --encoding windows-1252 if Excel or an older Windows system wrote it, or save it as "CSV UTF-8".',
    ],
    [
      "letters of Windows-1252 at its very end",
      Buffer.from("id,site\nR1,x\nR2,Caf\xe9", "latin1"),
      'csv/encoding: FILE is not UTF-8: line 3 has a letter in another encoding. Add --encoding windows-1252 if Excel or an older Windows system wrote it, or save it as "CSV UTF-8".',
    ],
    [
      "half a letter of UTF-16",
      Buffer.concat([Buffer.from("\ufeffid,site\nR1,x\n", "utf16le"), Buffer.from([0x41])]),
      "csv/encoding: FILE is not utf-16le: bytes after line 3 stand for nothing in it. Check --encoding, and that the file was copied whole.",
    ],
  ])("%s", async (_, content, message) => expect(await refusalOf(content)).toBe(message));
});

describe("a file of another kind is told what it is", () => {
  test.each<[string, string | Buffer, string]>([
    [
      "an old workbook",
      Buffer.from("d0cf11e0a1b11ae10000", "hex"),
      "an old Excel workbook (.xls), or a workbook with a password",
    ],
    ["a PDF", "%PDF-1.7\n", "a PDF"],
    ["a zip archive", Buffer.from("PK\x03\x04\x14\0\0\0notes.txt", "latin1"), "a zip archive"],
    [
      "a binary workbook",
      Buffer.from("PK\x03\x04\x14\0\0\0xl/workbook.bin", "latin1"),
      "a binary Excel workbook (.xlsb)",
    ],
    [
      "an OpenDocument spreadsheet",
      Buffer.from("PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "latin1"),
      "an OpenDocument spreadsheet (.ods)",
    ],
    ["a web page", "<html><table><tr><td>id</td></tr></table></html>", "a web page"],
    ["XML", '<?xml version="1.0"?><rows/>', "XML"],
    ["JSON", '{ "columns": {} }', "JSON"],
    ["a list in JSON", '[\n  { "id": "R1" }\n]', "JSON"],
    ["gzip in gzip", gzipSync(gzipSync("id,received_on\n")), "a gzip file inside a gzip file"],
    ["a database", "SQLite format 3\0", "an SQLite database"],
    [
      "bytes that are no text",
      Buffer.from([1, 2, 3, 0, 0, 7, 0, 9]),
      "binary data (line 1 has a zero byte), not a table. Open it",
    ],
    [
      "text with one byte that is none",
      "id,received_on\nR1,2021-04-01\nR\x002,2021-04-01\n",
      "binary data (line 3 has a zero byte)",
    ],
  ])("%s", async (_, content, what) => {
    expect(await refusalOf(content)).toContain(`csv/not-a-table: FILE is ${what}`);
  });

  test("a column whose name begins as another kind of file does is a column all the same", async () => {
    for (const name of ["PARITY", "BZhours", "[id]", "{id}"]) {
      expect((await rowsOf(`${name},site\nR1,x\n`))[0]!.cells).toEqual([name, "site"]);
    }
  });
});

describe("delimiters", () => {
  test("are found in the header, whatever stands in the rows, and said once", async () => {
    for (const [delimiter, words] of [
      [";", "semicolons"],
      ["\t", "tabs"],
      ["|", "pipes"],
    ]) {
      const content = ["id", '"a,b,c,d"', "site"]
        .join(delimiter!)
        .concat("\n", ["R1", "x,y", "z"].join(delimiter!), "\n");
      expect(await rowsOf(content)).toEqual([
        { line: 1, cells: ["id", "a,b,c,d", "site"] },
        { line: 2, cells: ["R1", "x,y", "z"] },
      ]);
      expect(await noticesOf(content)).toEqual([`The columns of FILE are separated by ${words}.`]);
    }
    expect(await noticesOf("id,site\nR1,x\n")).toEqual([]);
  });

  test("are what the first line says, in Excel's way", async () => {
    for (const first of ["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n', "sep=;;;\n"]) {
      expect(await rowsOf(`${first}id;a,b,c\nR1;x\n`)).toEqual([
        { line: 2, cells: ["id", "a,b,c"] },
        { line: 3, cells: ["R1", "x"] },
      ]);
    }
  });

  test("are what the caller says", async () => {
    expect(await rowsOf("id;a,b,c\nR1;x\n", { delimiter: ";" })).toEqual([
      { line: 1, cells: ["id", "a,b,c"] },
      { line: 2, cells: ["R1", "x"] },
    ]);
    expect((await rowsOf("sep=;\nid~site\nR1~x\n", { delimiter: "~" }))[1]!.cells).toEqual(["R1", "x"]);
    expect(await noticesOf("id;site\n", { delimiter: ";" })).toEqual([]);
  });

  test("do not matter where there is one column", async () => {
    expect(await rowsOf("id\nR1\n\nR2\n")).toEqual([
      { line: 1, cells: ["id"] },
      { line: 2, cells: ["R1"] },
      { line: 4, cells: ["R2"] },
    ]);
  });
});

describe("a header on another line", () => {
  const content = 'Referrals; "April\n2021"\n\nid,site\nR1,x\n';

  test("is read from there", async () => {
    expect(await rowsOf(content, { headerRow: 4 })).toEqual([
      { line: 4, cells: ["id", "site"] },
      { line: 5, cells: ["R1", "x"] },
    ]);
    expect((await rowsOf('A title with a " in it\nid,site\nR1,x\n', { headerRow: 2 }))[1]).toEqual({
      line: 3,
      cells: ["R1", "x"],
    });
  });

  test.each([3, 6, 7, 1000])("is refused where nothing stands on line %i", async (headerRow) => {
    expect(await refusalOf(content, { headerRow })).toBe(
      `csv/header-row: FILE has no column names on line ${headerRow}. Correct --header-row: the first line is 1.`,
    );
  });
});

describe("encodings", () => {
  const text = "id,site\nR1,Caf\u00e9\n";
  const rows = [
    { line: 1, cells: ["id", "site"] },
    { line: 2, cells: ["R1", "Caf\u00e9"] },
  ];
  const utf16be = (letters: string) => Buffer.from(letters, "utf16le").swap16();

  test("are told by the byte order mark, or by the zero bytes of UTF-16", async () => {
    expect(await rowsOf(`\ufeff${text}`)).toEqual(rows);
    expect(await rowsOf(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(rows);
    expect(await rowsOf(utf16be(`\ufeff${text}`))).toEqual(rows);
    expect(await rowsOf(Buffer.from(text, "utf16le"))).toEqual(rows);
    expect(await rowsOf(utf16be(text))).toEqual(rows);
    expect(await rowsOf(gzipSync(utf16be(`\ufeff${text}`)))).toEqual(rows);
  });

  test("are what the caller says", async () => {
    expect(await rowsOf(Buffer.from(text, "latin1"), { encoding: "windows-1252" })).toEqual(rows);
    expect((await rowsOf(Buffer.from([0x80, 0x2c, 0x93]), { encoding: "cp1252" }))[0]!.cells).toEqual([
      "\u20ac",
      "\u201c",
    ]);
    expect(await refusalOf(text, { encoding: "ansi" })).toBe(
      "csv/encoding: Unknown encoding: ansi. Choose one of utf-8, windows-1252, utf-16le, utf-16be, iso-8859-15; windows-1252 is what Excel writes as plain CSV.",
    );
  });

  test("that cannot be right are said", async () => {
    expect(await noticesOf(text, { encoding: "windows-1252" })).toEqual([
      "FILE looks like UTF-8, and is read as windows-1252: compare its letters with accents.",
    ]);
    expect(await noticesOf(`\ufeff${text}`, { encoding: "windows-1252" })).toEqual([
      "FILE is utf-8 by its byte order mark, so --encoding does not matter for it.",
    ]);
    expect(await noticesOf("id,site\nR1,Caf\ufffd\n")).toEqual([
      "FILE, line 2: letters with accents were lost before it was written (they are \ufffd).",
    ]);
  });

  test("hold however the file is cut into pieces", async () => {
    const long = `id,site\n${"R1,\u00e9\u20ac\u{1f600}\n".repeat(30_000)}`;
    for (const shift of ["", "x", "xx", "xxx"]) {
      const found = await rowsOf(`${shift}${long}`);
      expect(found).toHaveLength(30_001);
      expect(found.every(({ cells }, at) => at === 0 || cells[1] === "\u00e9\u20ac\u{1f600}")).toBe(true);
    }
    const bad = Buffer.concat([Buffer.from(long), Buffer.from("R2,Caf\xe9\nR3,x\n", "latin1")]);
    expect(await refusalOf(bad)).toContain("line 30002 has a letter in another encoding");
  });
});

describe("a workbook", () => {
  const day = (text: string) => new Date(`${text}Z`);
  const format = "dd/mm/yyyy";
  const workbook = (rows: unknown[][], sheet = "Sheet1"): Promise<Buffer> =>
    writeWorkbook([
      {
        sheet,
        data: rows.map((row) => row.map((value) => (value instanceof Date ? { value, format } : { value }))),
      },
    ] as never).toBuffer();

  test("is read by its rows, dates as dates and numbers as numbers", async () => {
    const file = await workbook([
      ["id", "received_on", "n"],
      ["R1", day("2021-04-01T00:00:00"), 44_287],
      [],
      ["R2", day("2021-04-12T09:30:00"), true],
    ]);
    expect(await rowsOf(file)).toMatchObject([
      { line: 1, cells: ["id", "received_on", "n"] },
      { line: 2, cells: ["R1", new DateCell("2021-04-01"), 44_287] },
      { line: 3, cells: ["", "", ""] },
      { line: 4, cells: ["R2", new DateCell("2021-04-12", "09:30:00.000"), true] },
    ]);
    expect(await rowsOf(gzipSync(file))).toHaveLength(4);
  });

  test("has its names in the row that is asked for, and a sheet of the name that is asked for", async () => {
    const file = await workbook([["Referrals"], [], ["id", "site"], ["R1", "x"]], "Case list");
    expect(await rowsOf(file, { headerRow: 3, sheet: "Case list" })).toEqual([
      { line: 3, cells: ["id", "site"] },
      { line: 4, cells: ["R1", "x"] },
    ]);
    expect(await refusalOf(file, { headerRow: 2 })).toBe(
      "csv/header-row: FILE has no column names on line 2. Correct --header-row: the first line is 1.",
    );
    expect(await refusalOf(file, { sheet: "Caselist" })).toContain("csv/sheet: ");
    expect(await refusalOf(file, { sheet: "Caselist" })).toContain("Did you mean Case list?");
  });

  const ofCells = (cells: object, more: object = {}): Buffer =>
    write(
      {
        SheetNames: ["A"],
        Sheets: { A: { "!ref": "A1:C3", A1: { t: "s", v: "id" }, ...cells } },
        ...more,
      } as never,
      { type: "buffer", bookType: "xlsx" },
    );
  const date = (v: number, z = "dd/mm/yyyy") => ({ t: "n", v, z });

  test.each([
    ["an error", { B2: { t: "e", v: 0x17, w: "#REF!" } }, "#REF!"],
    ["a formula that was never worked out", { B2: { t: "z", f: "DATE(2021,4,7)" } }, "=DATE(2021,4,7)"],
    [
      "the last moment of a day",
      { B2: date(44_293.999_999_965_28, "dd/mm/yyyy hh:mm") },
      new DateCell("2021-04-07", "23:59:59.997"),
    ],
    ["a date beyond all calendars", { B2: date(7_700_900_123) }, 7_700_900_123],
    ["a day of the February that never was", { B2: date(60) }, 60],
    ["the first day after it", { B2: date(61) }, new DateCell("1900-03-01")],
  ])("keeps what %s says, and takes none for an empty cell", async (_, cells, expected) => {
    const [, row] = await rowsOf(ofCells({ A2: { t: "s", v: "R1" }, ...cells }));
    expect(row!.cells[1]).toEqual(expected);
  });

  test("that counts from 1904 has its own days", async () => {
    const file = ofCells(
      { A2: { t: "s", v: "R1" }, B2: date(42_825) },
      { Workbook: { WBProps: { date1904: true } } },
    );
    expect((await rowsOf(file))[1]!.cells[1]).toEqual(new DateCell("2021-04-01"));
    expect((await openTable(fileWith(file))).countsFrom1904).toBe(true);
  });

  test("with cells merged over several rows says it once, and leaves the others open", async () => {
    const merges = [{ s: { c: 1, r: 1 }, e: { c: 1, r: 2 } }];
    const cells = { A2: { t: "s", v: "R1" }, A3: { t: "s", v: "R2" }, B2: date(44_287), "!merges": merges };
    const rows = await rowsOf(ofCells(cells));
    expect(rows.map(({ cells: [, second] }) => second)).toEqual([
      "",
      new DateCell("2021-04-01"),
      { merged: true },
    ]);
  });

  test("with several sheets says which is read: the first that is not hidden", async () => {
    const sheet = (id: string) => ({ "!ref": "A1:A2", A1: { t: "s", v: "id" }, A2: { t: "s", v: id } });
    const file = write(
      {
        SheetNames: ["Old", "April", "May"],
        Sheets: { Old: sheet("R0"), April: sheet("R1"), May: sheet("R2") },
        Workbook: { Sheets: [{ Hidden: 1 }, {}, {}] },
      } as never,
      { type: "buffer", bookType: "xlsx" },
    );
    expect((await rowsOf(file))[1]!.cells).toEqual(["R1"]);
    expect(await noticesOf(file)).toEqual([
      'Of FILE the sheet "April" is read; --sheet reads another: "Old" or "May".',
    ]);
  });

  test("that is cut off is refused", async () => {
    const file = await workbook([["id", "site"]]);
    expect(await refusalOf(file.subarray(0, file.length - 200))).toContain("csv/");
  });

  test("is not read otherwise for the options of text, and that is said", async () => {
    const file = await workbook([["id"], ["R1"]]);
    expect(await noticesOf(file, { encoding: "windows-1252", delimiter: ";" })).toEqual([
      "FILE is a workbook, so --delimiter does not matter for it.",
      "FILE is a workbook, so --encoding does not matter for it.",
    ]);
    expect(await noticesOf("id\nR1\n", { sheet: "Sheet1" })).toEqual([
      "FILE is not a workbook, so --sheet does not matter for it.",
    ]);
  });
});

/** Cells that a table may hold, written by nobody's rules but those of CSV. */
const cell = fc.oneof(
  fc.string({ maxLength: 8, unit: fc.constantFrom(...'ab \u00e9\u20ac,;|\t"\n') }),
  fc.constantFrom("", "2021-04-01", "x"),
);

test("the same cells come back, whatever the delimiter, the encoding, the line ends and the wrapping", async () => {
  const tables = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("utf-8", "utf-8 with a mark", "utf-16le", "utf-16be", "windows-1252"),
      fc.boolean(),
      async (rows, delimiter, lineEnd, encoding, isZipped) => {
        const header = rows[0]!.map((_, at) => `column ${at}`);
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = `${[header, ...rows].map((row) => row.map(quoted).join(delimiter)).join(lineEnd)}${lineEnd}`;
        const bytes = encoded(text, encoding);
        const options = encoding === "windows-1252" ? { encoding } : {};
        const found = await rowsOf(isZipped ? gzipSync(bytes) : bytes, options);
        expect(found.map(({ cells }) => cells)).toEqual([header, ...rows]);
      },
    ),
    { numRuns: 60 },
  );
});

/** Written byte by byte: what a letter is in each encoding stands here, not in the code that is tested. */
function encoded(text: string, encoding: string): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8 with a mark") return Buffer.from(`\ufeff${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return Buffer.from([...text].map((letter) => (letter === "\u20ac" ? 0x80 : letter.codePointAt(0)!)));
}

test("every byte is counted, once for each reading", async () => {
  const content = `id,site\n${"R,x\n".repeat(50_000)}`;
  let bytes = 0;
  const table = await openTable(fileWith(content), {}, { onBytes: (more) => (bytes += more) });
  for (let times = 1; times <= 2; times++) {
    let rows = 0;
    for await (const batch of table.rows()) rows += batch.length;
    expect([bytes, rows]).toEqual([times * content.length, 50_000]);
  }
});

test("whoever stops early leaves nothing open", async () => {
  const file = fileWith(`id,site\n${"R,x\n".repeat(50_000)}`);
  const table = await openTable(file);
  for await (const rows of table.rows()) if (rows.length > 3) break;
  rmSync(file);
});

describe("a mapping file", () => {
  test("is JSON, with or without a byte order mark", () => {
    expect(readMapping(fileWith('\ufeff{ "dates": "uk" }'))).toEqual({ dates: "uk" });
  });

  test("is refused when it is not", () => {
    expect(() => readMapping(fileWith("dates: uk"))).toThrow("which is not JSON.");
    expect(() => readMapping(fileWith('["uk"]'))).toThrow("Write the mapping between { and }.");
    expect(() => readMapping(join(folder, "none.json"))).toThrow("File not found: ");
  });
});
