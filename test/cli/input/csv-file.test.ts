import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readMapping } from "../../../src/cli/input/caseload-file.js";
import { type CsvRow, csvRows } from "../../../src/cli/input/csv-file.js";

const folder = mkdtempSync(join(tmpdir(), "csv-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileWith(content: string | Buffer): string {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, content);
  return file;
}

async function rowsOf(content: string | Buffer): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(fileWith(content))) rows.push(row);
  return rows;
}

describe("rows come with the line they begin on", () => {
  const plain = [
    { line: 1, cells: ["id", "site"] },
    { line: 2, cells: ["R1", "x"] },
  ];

  test.each<[string, string | Buffer, CsvRow[]]>([
    ["plain", "id,site\nR1,x\n", plain],
    ["without a last line end", "id,site\nR1,x", plain],
    ["after a byte order mark", "\ufeffid,site\nR1,x\n", plain],
    ["in UTF-16", Buffer.from("\ufeffid,site\nR1,x\n", "utf16le"), plain],
    ["with Windows line ends", "id,site\r\nR1,x\r\n", plain],
    ["with old Mac line ends", "id,site\rR1,x\r", plain],
    ["with line ends of each sort", "id,site\r\nR1,x\nR2,y\r", [...plain, { line: 3, cells: ["R2", "y"] }]],
    [
      "after lines with nothing in them",
      "\nid,site\n\n,\n  , \nR1,x\n",
      [
        { line: 2, cells: ["id", "site"] },
        { line: 6, cells: ["R1", "x"] },
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
  const refusal = async (file: string): Promise<string> => {
    try {
      for await (const row of csvRows(file)) expect(row.cells).not.toEqual([]);
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return `${code}: ${message.replace(folder, "…")}`;
    }
    return "accepted";
  };

  test("no such file", async () => {
    expect(await refusal(join(folder, "none.csv"))).toBe(
      "csv/no-file: File not found: …/none.csv. Check the spelling, and the folder you are in.",
    );
  });

  test("a folder", async () => {
    expect(await refusal(folder)).toBe("csv/unreadable-file: … is a folder. Name a file in it.");
  });

  test.each<[string, string, string]>([
    ["nothing in it", "", "csv/empty: The file is empty: PATH. Check that the export was finished."],
    [
      "nothing but line ends in it",
      "\n\r\n",
      "csv/empty: The file is empty: PATH. Check that the export was finished.",
    ],
    [
      "semicolons",
      "id;received_on;site\nR1;2021-04-01;x\n",
      'csv/separator: Not accepted: FILE, whose columns are separated by semicolons. Expected columns separated by commas. Save it again as "CSV UTF-8 (Comma delimited)"; where that writes semicolons too, make the comma the list separator of the system.',
    ],
    [
      "tabs",
      "id\treceived_on\n",
      'csv/separator: Not accepted: FILE, whose columns are separated by tabs. Expected columns separated by commas. Save it again as "CSV UTF-8 (Comma delimited)".',
    ],
    [
      "vertical bars",
      "id|received_on\n",
      'csv/separator: Not accepted: FILE, whose columns are separated by vertical bars. Expected columns separated by commas. Save it again as "CSV UTF-8 (Comma delimited)".',
    ],
    [
      "a quote that is never closed",
      'id,site\nR1,"a\nb"\n\nR2,"Mill Lane\nR3,x\n',
      "csv/quote-not-closed: Not accepted: FILE, where the row on line 5 opens a double quote and never closes it. Expected double quotes in pairs, and doubled inside a quoted cell. Close the quote, or double it.",
    ],
    [
      "a quote that is not closed for a million characters",
      `id,site\nR1,"${"Mill Lane, Eastmere\n".repeat(60_000)}"\n`,
      "csv/quote-not-closed: Not accepted: FILE, where the row on line 2 opens a double quote and never closes it. Expected double quotes in pairs, and doubled inside a quoted cell. Close the quote, or double it.",
    ],
  ])("%s", async (_, content, message) => {
    const file = fileWith(content);
    expect(await refusal(file)).toBe(
      message
        .replace("FILE", JSON.stringify(file.replace(folder, "…")))
        .replace("PATH", file.replace(folder, "…")),
    );
  });
});

test("a file in another encoding is read, and a notice says so once", async () => {
  const file = fileWith(Buffer.from("id,adviser\nR1,Ren\u00e9e\nR2,Zo\u00eb\n", "latin1"));
  const notices: string[] = [];
  for await (const row of csvRows(file, { onNotice: (text) => notices.push(text) }))
    expect(row.cells).toHaveLength(2);
  expect(notices).toEqual([
    `${file}, line 2: not UTF-8, so letters with accents are lost. Save the file as CSV UTF-8.`,
  ]);
});

test("every byte is counted", async () => {
  const content = `id,site\n${"R,x\n".repeat(50_000)}`;
  let bytes = 0;
  let rows = 0;
  for await (const row of csvRows(fileWith(content), { onBytes: (more) => (bytes += more) }))
    rows += row.cells.length / 2;
  expect([bytes, rows]).toEqual([content.length, 50_001]);
});

test("whoever stops early leaves nothing open", async () => {
  const file = fileWith(`id,site\n${"R,x\n".repeat(50_000)}`);
  for await (const { line } of csvRows(file)) if (line === 3) break;
  rmSync(file);
});

describe("a mapping file", () => {
  test("is JSON, with or without a byte order mark", async () => {
    expect(await readMapping(fileWith('\ufeff{ "dates": "uk" }'))).toEqual({ dates: "uk" });
  });

  test("is refused when it is not", async () => {
    const file = fileWith("dates: uk");
    await expect(readMapping(file)).rejects.toThrow(
      'which is not JSON. Expected a JSON object such as { "columns": { "received_on": "Date received" }, "dates": "uk" }. Check its commas, quotes and brackets.',
    );
    await expect(readMapping(join(folder, "none.json"))).rejects.toThrow("File not found: ");
  });
});
