import { visible } from "../../visible.js";
import { hanging, wrapped } from "./terminal.js";

/** A column: its heading alone, or with how it is laid out. */
export type Column = string | ColumnLayout;

/** Which side a column leans to, whether it may be cut or broken to fit, or left out. */
interface ColumnLayout {
  readonly heading: string;
  readonly align?: "right";
  /** Cut short where it does not fit. */
  readonly shrinks?: true;
  /** Broken into lines where it does not fit. */
  readonly wraps?: true;
  readonly optional?: true;
}

/** A column of figures, which lean to the right. */
export function rightColumn(heading: string): ColumnLayout {
  return { heading, align: "right" };
}

/** What stands above a column. */
export function headingOf(column: Column): string {
  return typeof column === "string" ? column : column.heading;
}

type Cell = string | { readonly text: string; readonly style: (text: string) => string };

type Rows = readonly (readonly Cell[])[];

/** A table in pieces: the lines of its heading, and the text of each row. */
export interface LaidOut {
  readonly heading: readonly string[];
  readonly rows: readonly string[];
}

const GAP = "  ";
const LEAST = 16;
/** Cut shorter than this, what can be left out is better left out. */
const LEAST_OPTIONAL = 36;
/** Narrower than this, text broken into lines is harder to read than the caller's other form. */
const LEAST_BROKEN = 24;

/**
 * Lays out rows under their headings; columns without any text are left out. What does not fit the
 * width is cut or broken, then gets its headings in two lines, then goes without its optional
 * columns; when even that does not fit, nothing is given back, and the caller prints another form.
 */
export function table(columns: readonly Column[], rows: Rows, width: number): string | undefined {
  const found = laidOut(columns, rows, width);
  return found === undefined ? undefined : [...found.heading, ...found.rows].join("\n");
}

/** As {@link table}; where that does not fit, what `narrow` says of each row: else each cell behind its heading. */
export function tableOrList<C extends Cell>(
  columns: readonly Column[],
  rows: readonly (readonly C[])[],
  width: number,
  narrow = (row: readonly C[], _at: number): string => {
    const words = columns.map(headingOf).flatMap((heading, i) => {
      const text = textOf(row[i]!);
      if (text === "") return [];
      return heading === "" ? [text] : [`${heading}: ${text}`];
    });
    return wrapped(words.join("; "), width, hanging);
  },
): string {
  return table(columns, rows, width) ?? rows.map(narrow).join("\n");
}

/** The pieces of {@link table}. */
export function laidOut(columns: readonly Column[], rows: Rows, width: number): LaidOut | undefined {
  const layouts = columns
    .map((column) => (typeof column === "string" ? { heading: column } : column))
    .map((layout) => ({ ...layout, heading: visible(layout.heading) }));
  const shown = rows.map((row) => row.map(shownCell));
  const used = layouts.map((_layout, i) => shown.some((row) => textOf(row[i]!) !== ""));
  const without = (isKept: (place: number) => boolean): LaidOut | undefined =>
    fitted(
      layouts.filter((_layout, i) => isKept(i)),
      shown.map((row) => row.filter((_cell, i) => isKept(i))),
      width,
    );
  return without((i) => used[i]!) ?? without((i) => used[i]! && layouts[i]!.optional !== true);
}

/** With its headings in one line, or where that does not fit, in two. */
function fitted(columns: readonly ColumnLayout[], rows: Rows, width: number): LaidOut | undefined {
  const under = (headings: readonly (readonly string[])[]): LaidOut | undefined => {
    const widths = fittedWidths(columns, widthsOf(headings, rows), width);
    if (widths === undefined) return undefined;
    const heading = headingLines(headings, columns, widths);
    return { heading, rows: rows.map((row) => rowText(row, columns, widths)) };
  };
  const inOne = under(columns.map(({ heading }) => [heading]));
  return inOne ?? under(columns.map(({ heading }) => inTwo(heading)));
}

function fittedWidths(
  columns: readonly ColumnLayout[],
  widths: readonly number[],
  width: number,
): readonly number[] | undefined {
  const excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1) - width;
  if (excess <= 0) return widths;
  const giving = columns.findIndex(({ shrinks, wraps }) => shrinks ?? wraps);
  const { wraps, optional } = columns[giving] ?? {};
  const least = wraps ? LEAST_BROKEN : optional ? LEAST_OPTIONAL : LEAST;
  if (giving < 0 || widths[giving]! - excess < least) return undefined;
  return widths.map((each, i) => (i === giving ? each - excess : each));
}

/** Headings of one line stand on the lower of two. */
function headingLines(
  headings: readonly (readonly string[])[],
  columns: readonly ColumnLayout[],
  widths: readonly number[],
): string[] {
  const height = Math.max(0, ...headings.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) =>
    joinedCells(
      headings.map((lines, i) => padded(lines[at + lines.length - height] ?? "", widths[i]!, columns[i]!)),
    ),
  );
}

function widthsOf(headings: readonly (readonly string[])[], rows: Rows): number[] {
  return headings.map((lines, i) =>
    [...lines, ...rows.map((row) => textOf(row[i]!))].reduce(
      (widest, { length }) => Math.max(widest, length),
      0,
    ),
  );
}

/** A heading broken where its longer line is shortest; one word stays whole. */
function inTwo(heading: string): string[] {
  const breaks = [...heading.matchAll(/ |(?<=–)(?=.)/g)].map(({ index, 0: { length } }) => [
    heading.slice(0, index),
    heading.slice(index + length),
  ]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  return breaks.reduce((best, each) => (longest(each) < longest(best) ? each : best), [heading]);
}

function rowText(row: readonly Cell[], columns: readonly ColumnLayout[], widths: readonly number[]): string {
  const lines = row.map((cell, i) =>
    columns[i]!.wraps === true
      ? wrapped(textOf(cell), widths[i]!).split("\n")
      : [cut(textOf(cell), widths[i]!)],
  );
  const height = Math.max(...lines.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) =>
    joinedCells(
      row.map((cell, i) => {
        const text = padded(lines[i]![at] ?? "", widths[i]!, columns[i]!);
        return typeof cell === "string" ? text : cell.style(text);
      }),
    ),
  ).join("\n");
}

function joinedCells(cells: readonly string[]): string {
  return cells.join(GAP).trimEnd();
}

function shownCell(cell: Cell): Cell {
  return typeof cell === "string" ? visible(cell) : { ...cell, text: visible(cell.text) };
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function padded(text: string, width: number, { align }: ColumnLayout): string {
  return align === "right" ? text.padStart(width) : text.padEnd(width);
}
