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

/** Rows that are gone through twice: to see how wide they are, and to print them. */
type Rows<C extends Cell = Cell> = Iterable<readonly C[]>;

/** A table in pieces: the lines of its heading, and the text of each row, made as it is asked for. */
interface LaidOut {
  readonly heading: readonly string[];
  readonly rows: Iterable<string>;
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
  rows: Rows<C>,
  width: number,
  narrow?: (row: readonly C[], at: number) => string,
): string {
  return [...tableOrListLines(columns, rows, width, narrow)].join("\n");
}

/** As {@link tableOrList}, line by line: a table may be longer than a text can be. */
export function* tableOrListLines<C extends Cell>(
  columns: readonly Column[],
  rows: Rows<C>,
  width: number,
  narrow = (row: readonly C[], _at: number): string => {
    const words = columns.map(headingOf).flatMap((heading, i) => {
      const text = textOf(row[i]!);
      if (text === "") return [];
      return heading === "" ? [text] : [`${heading}: ${text}`];
    });
    return wrapped(words.join("; "), width, hanging);
  },
): Generator<string> {
  const found = laidOut(columns, rows, width);
  if (found !== undefined) {
    yield* found.heading;
    yield* found.rows;
    return;
  }
  let at = 0;
  for (const row of rows) yield narrow(row, at++);
}

/** The pieces of {@link table}. */
export function laidOut(columns: readonly Column[], rows: Rows, width: number): LaidOut | undefined {
  const layouts = columns
    .map((column) => (typeof column === "string" ? { heading: column } : column))
    .map((layout) => ({ ...layout, heading: visible(layout.heading) }));
  const longest = longestOf(rows, layouts.length);
  const without = (isKept: (place: number) => boolean): LaidOut | undefined => {
    const kept = layouts.flatMap((_layout, i) => (longest[i]! > 0 && isKept(i) ? [i] : []));
    const found = fitted(
      kept.map((i) => layouts[i]!),
      kept.map((i) => longest[i]!),
      width,
    );
    return found && { heading: found.heading, rows: rowTexts(rows, kept, found) };
  };
  return without(() => true) ?? without((i) => layouts[i]!.optional !== true);
}

/** The length of the longest text in each column. */
function longestOf(rows: Rows, columns: number): number[] {
  const longest = new Array<number>(columns).fill(0);
  for (const row of rows) {
    for (let i = 0; i < columns; i++) longest[i] = Math.max(longest[i]!, textOf(shownCell(row[i]!)).length);
  }
  return longest;
}

function* rowTexts(rows: Rows, kept: readonly number[], { columns, widths }: Fitted): Generator<string> {
  for (const row of rows) {
    yield rowText(
      kept.map((i) => shownCell(row[i]!)),
      columns,
      widths,
    );
  }
}

/** Columns as wide as they are printed, and the lines of their headings. */
interface Fitted {
  readonly columns: readonly ColumnLayout[];
  readonly widths: readonly number[];
  readonly heading: readonly string[];
}

/** With its headings in one line, or where that does not fit, in two. */
function fitted(
  columns: readonly ColumnLayout[],
  longest: readonly number[],
  width: number,
): Fitted | undefined {
  const under = (headings: readonly (readonly string[])[]): Fitted | undefined => {
    const widths = fittedWidths(columns, widthsOf(headings, longest), width);
    return widths && { columns, widths, heading: headingLines(headings, columns, widths) };
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

function widthsOf(headings: readonly (readonly string[])[], longest: readonly number[]): number[] {
  return headings.map((lines, i) => Math.max(longest[i]!, ...lines.map(({ length }) => length)));
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
