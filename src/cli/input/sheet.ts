import { isoDate } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { DateCell } from "../../journey/index.js";
import { joined } from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import type { TableRow } from "./csv-file.js";
import { noHeaderRow } from "./delimiter.js";

/** A sheet of a workbook, read. */
export interface Sheet {
  /** Its rows from the one that names the columns: the one asked for, else the first with anything in it. */
  readonly rows: readonly TableRow[];
  /** Whether days are counted from 1904, so that a number is no day as Excel usually counts. */
  readonly countsFrom1904: boolean;
}

interface SheetChoice {
  readonly sheet?: string;
  readonly headerRow?: number;
}

/**
 * Reads the sheet that is named, else the first that is not hidden. Cells that are dates come as dates, whatever they look
 * like; a formula is what it last came to, and one that was never worked out comes as its text, as errors do, so that it
 * is not taken for an empty cell. The package that reads workbooks is loaded when there is one.
 *
 * @throws ProgrammeFault `csv/sheet`, `csv/header-row`, `csv/workbook`.
 */
export async function readSheet(
  file: string,
  content: Buffer,
  { sheet, headerRow }: SheetChoice,
  onNotice: (text: string) => void,
): Promise<Sheet> {
  const { read, SSF } = await import("@e965/xlsx");
  const book = opened(file, () => read(content, READING));
  const name = sheetName(file, book, sheet, onNotice);
  const { "!data": data = [], "!merges": merges = [] } = book.Sheets[
    name
  ] as import("@e965/xlsx").DenseWorkSheet;
  const countsFrom1904 = book.Workbook?.WBProps?.date1904 === true;
  const epoch = countsFrom1904 ? DAY_0_OF_1904 : DAY_0_OF_1900;
  const width = data.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  const rows = Array.from(data, (cells = [], at) => ({
    line: at + 1,
    cells: Array.from({ length: width }, (_, place) => cellOf(cells[place], epoch, SSF.is_date)),
  }));
  for (const { s: start, e: end } of merges) {
    for (let row = start.r; row <= Math.min(end.r, rows.length - 1); row++)
      for (let place = start.c; place <= end.c; place++)
        if (end.r > start.r && (row > start.r || place > start.c)) rows[row]!.cells[place] = MERGED;
  }
  return { rows: rows.slice(headerAt(file, rows, headerRow)), countsFrom1904 };
}

const READING = {
  type: "buffer",
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellText: false,
  sheetStubs: true,
} as const;

/** What stands in a cell that is part of another one: nobody knows whether it says the same, so it is no text. */
const MERGED = { merged: true };

/** What a cell in error shows, by the number of the error. */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

type Cell = import("@e965/xlsx").CellObject;

/** Days since 1970 of the day before the first that each system of dates counts. */
const DAY_0_OF_1900 = -25_569;
const DAY_0_OF_1904 = -24_107;
/** Before, days are those of a calendar that never was: it has a 29 February 1900. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 109_574;
const MILLISECONDS = 86_400_000;

function cellOf(cell: Cell | undefined, epoch: number, isDate: (format: string) => boolean): unknown {
  if (cell === undefined || cell === null) return "";
  const { t: type, v: value, f: formula, z: format } = cell;
  if (type === "e") return ERRORS.get(value) ?? "#ERROR!";
  if (type === "z" || (formula !== undefined && value === undefined))
    return formula === undefined ? "" : `=${formula}`;
  if (type !== "n" || typeof value !== "number" || format === undefined || !isDate(String(format)))
    return value ?? "";
  const whole = Math.floor(value + 0.5 / MILLISECONDS);
  if (value < FIRST_SERIAL || whole > LAST_SERIAL) return value;
  const rest = Math.max(0, Math.round((value - whole) * MILLISECONDS));
  const time = rest === 0 ? undefined : new Date(rest).toISOString().slice("1970-01-01T".length, -1);
  return new DateCell(isoDate(whole + epoch), time);
}

function opened(file: string, read: () => import("@e965/xlsx").WorkBook): import("@e965/xlsx").WorkBook {
  try {
    return read();
  } catch {
    throw new ProgrammeFault(
      {
        code: "csv/workbook",
        given: `${shown(file)}, a workbook that cannot be read`,
        allowed: "an .xlsx workbook without a password",
        todo: "Open it in Excel, and save it again as .xlsx or CSV.",
      },
      `${file} is a workbook that cannot be read. Open it in Excel, and save it again as .xlsx or CSV.`,
    );
  }
}

/** The sheet to read. Where there are others, says which it is. */
function sheetName(
  file: string,
  { SheetNames: names, Workbook }: import("@e965/xlsx").WorkBook,
  asked: string | undefined,
  onNotice: (text: string) => void,
): string {
  if (asked !== undefined) {
    if (names.includes(asked)) return asked;
    throw unknownWord({
      code: "csv/sheet",
      given: `--sheet ${shown(asked)}, which ${file} does not have`,
      allowed: names,
      written: asked,
      todo: "Choose one of its sheets.",
    });
  }
  const isShown = (at: number) => !Workbook?.Sheets?.[at]?.Hidden;
  const name =
    names[
      Math.max(
        0,
        names.findIndex((_, at) => isShown(at)),
      )
    ]!;
  const others = names.filter((each) => each !== name);
  if (others.length > 0)
    onNotice(
      `Of ${file} the sheet ${shown(name)} is read; --sheet reads another: ${joined(others.map(shown), "or")}.`,
    );
  return name;
}

function headerAt(file: string, rows: readonly TableRow[], headerRow: number | undefined): number {
  const isFilled = ({ cells }: TableRow) => cells.some((cell) => cell !== "");
  if (headerRow === undefined) return Math.max(0, rows.findIndex(isFilled));
  const row = rows[headerRow - 1];
  if (row !== undefined && isFilled(row)) return headerRow - 1;
  throw noHeaderRow(file, headerRow);
}
