/** A column: its heading, which side it leans to, whether it may be cut short to fit, or left out. */
export interface Column {
  readonly heading: string;
  readonly align?: "right";
  readonly shrinks?: true;
  readonly optional?: true;
}

type Cell = string | { readonly text: string; readonly style: (text: string) => string };

const GAP = "  ";
const LEAST = 16;

type Rows = readonly (readonly Cell[])[];

/**
 * Lays out rows under their headings; columns without any text are left out. What does not fit the
 * width is cut, then laid out without its optional columns; when even that does not fit, nothing is
 * given back, and the caller prints another form.
 */
export function table(columns: readonly Column[], rows: Rows, width: number): string | undefined {
  const used = columns.map((_column, i) => rows.some((row) => textOf(row[i]!) !== ""));
  const without = (isKept: (place: number) => boolean): string | undefined =>
    laidOut(
      columns.filter((_column, i) => isKept(i)),
      rows.map((row) => row.filter((_cell, i) => isKept(i))),
      width,
    );
  return without((i) => used[i]!) ?? without((i) => used[i]! && columns[i]!.optional !== true);
}

function laidOut(columns: readonly Column[], rows: Rows, width: number): string | undefined {
  const widths = columns.map(({ heading }, i) =>
    Math.max(heading.length, ...rows.map((row) => textOf(row[i]!).length)),
  );
  const shrinking = columns.findIndex(({ shrinks }) => shrinks);
  const excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (columns.length - 1) - width;
  if (excess > 0) {
    if (shrinking < 0 || widths[shrinking]! - excess < LEAST) return undefined;
    widths[shrinking] = widths[shrinking]! - excess;
  }
  const heading = columns.map((column, i) => padded(column.heading, widths[i]!, column));
  const body = rows.map((row) =>
    row.map((cell, i) => {
      const text = padded(cut(textOf(cell), widths[i]!), widths[i]!, columns[i]!);
      return typeof cell === "string" ? text : cell.style(text);
    }),
  );
  return [heading, ...body].map((cells) => cells.join(GAP).trimEnd()).join("\n");
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function padded(text: string, width: number, { align }: Column): string {
  return align === "right" ? text.padStart(width) : text.padEnd(width);
}
