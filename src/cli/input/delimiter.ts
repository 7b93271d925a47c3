import { ProgrammeFault, shown } from "../../fault.js";

/** What columns may be separated by, and what a person calls it. */
const DELIMITERS: ReadonlyMap<string, string> = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "pipe"],
]);

/** The name of a delimiter, in the plural: `semicolons`. */
export function delimiterWords(delimiter: string): string {
  const name = DELIMITERS.get(delimiter);
  return name === undefined ? shown(delimiter) : `${name}s`;
}

/**
 * The delimiter that `--delimiter` names: itself, or its name.
 *
 * @throws ProgrammeFault `csv/delimiter`.
 */
export function delimiterNamed(text: string): string {
  const named = [...DELIMITERS].find(([, name]) => name === text.toLowerCase())?.[0];
  const delimiter = named ?? (text === "\\t" ? "\t" : text);
  if (delimiter.length === 1 && !/[\s"]/.test(delimiter.replace("\t", ""))) return delimiter;
  const names = [...DELIMITERS.values()].join(", ");
  throw new ProgrammeFault(
    {
      code: "csv/delimiter",
      given: `--delimiter ${shown(text)}`,
      allowed: `${names}, or one character`,
      todo: "Name what stands between the columns.",
    },
    `--delimiter ${shown(text)} is not a delimiter. Write ${names}, or one character.`,
  );
}

/** Where the header of a file stands, and what its columns are separated by. */
export interface HeaderPlace {
  readonly delimiter: string;
  /** The header's line; line 1 is the first. */
  readonly line: number;
  /** How many characters stand before it. */
  readonly start: number;
}

/** Excel's own way of saying it, on the first line. */
const DECLARED = /^"?sep=([^\r\n"])"?[ \t,;|]*(\r\n|\n|\r)/i;

/**
 * Finds the header at the beginning of a file: the line asked for, else the first with anything in it. What separates
 * its columns is what was asked for, else what a first line `sep=;` says, else the most frequent of four delimiters
 * outside double quotes. Undefined where there is no such line.
 *
 * @throws ProgrammeFault `csv/delimiter` where two are as frequent, `csv/header-row` for a line that is not there.
 */
export function headerPlace(
  file: string,
  text: string,
  asked: { readonly delimiter?: string; readonly headerRow?: number },
): HeaderPlace | undefined {
  const declared = DECLARED.exec(text);
  const said = asked.delimiter ?? declared?.[1];
  let start = declared === null ? 0 : declared[0].length;
  let line = declared === null ? 1 : 2;
  const wanted = asked.headerRow;
  if (wanted !== undefined && wanted < line) throw noHeaderRow(file, wanted);
  while (start < text.length) {
    const end = lineEnd(text, start);
    const isWanted = wanted === undefined ? !/^[\s,;|"]*$/.test(text.slice(start, end)) : line === wanted;
    if (isWanted && /\S/.test(text.slice(start, end))) {
      const header = text.slice(start, rowEnd(text, start));
      return { line, start, delimiter: said ?? mostFrequent(file, header) };
    }
    if (isWanted) break;
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    line++;
  }
  if (wanted !== undefined) throw noHeaderRow(file, wanted);
  return undefined;
}

function lineEnd(text: string, start: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = start;
  return found.exec(text)?.index ?? text.length;
}

/** The end of a row, whose quoted cells may hold line breaks. */
function rowEnd(text: string, start: number): number {
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === "\n" || letter === "\r")) return at;
  }
  return text.length;
}

function mostFrequent(file: string, header: string): string {
  const plain = header.replace(/"[^"]*"/g, "");
  const counts = [...DELIMITERS.keys()].map((each) => plain.split(each).length - 1);
  const most = counts.reduce((one, other) => Math.max(one, other));
  if (most === 0) return ",";
  const found = [...DELIMITERS.keys()].filter((_, at) => counts[at] === most);
  if (found.length === 1) return found[0]!;
  const words = found.map(delimiterWords).join(" or ");
  throw new ProgrammeFault(
    {
      code: "csv/delimiter",
      given: `${shown(file)}, whose columns may be separated by ${words}`,
      allowed: "a header with one delimiter more frequent than the others",
      todo: `Say which with --delimiter, such as --delimiter ${DELIMITERS.get(found[0]!)}.`,
    },
    `The columns of ${file} may be separated by ${words}. Say which with --delimiter, such as --delimiter ${DELIMITERS.get(found[0]!)}.`,
  );
}

/** That a file has no column names where `--header-row` says, on a line or in a row of a sheet. */
export function noHeaderRow(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/header-row",
      given: `--header-row ${line}, and ${shown(file)} without column names on that line`,
      allowed: "the number of the line that names the columns, the first line being 1",
      todo: "Correct the number.",
    },
    `${file} has no column names on line ${line}. Correct --header-row: the first line is 1.`,
  );
}
