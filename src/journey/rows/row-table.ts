import type { IsoDate } from "../../date/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { listed, nearest } from "../../unknown-word.js";
import { Unreadable } from "./cell.js";
import { loose } from "./columns.js";
import { DateCell } from "./date-reader.js";
import type { ReadyMapping } from "./mapping.js";
import { isNumber, isTotals, pageLine } from "./page-line.js";
import { orNearest, type Problem, type ProblemCode, problemText, READ_COLUMNS } from "./problem.js";

/** The names that problems give to the files rows come from. */
export interface RowFiles {
  readonly referrals?: string;
  readonly events?: string;
  /**
   * Where referrals are in several files: the names of all of their columns. What the mapping names has to be in one of
   * them, not in each.
   */
  readonly columns?: readonly string[];
}

/** What sets one table apart from the other. */
interface TableRules extends Omit<HeaderRules, "ignored" | "fields" | "unknown"> {
  /** The columns of which a row of data has a date in at least one, the likeliest first. */
  readonly dates: readonly string[];
  /** How a problem's message begins: "Line" or "Events line". */
  readonly lineWord: string;
  readonly file: string | undefined;
  readonly report: (problem: Problem) => void;
}

/** More lines than a file has: what sets the rows of one file apart from those of the next. */
const MOST_LINES = 2 ** 40;

/** Tables of one sort, one for each file, and the one whose rows are being read. */
export class Tables {
  #number = 0;
  readonly #tables: Table[];
  readonly #make: (file: string | undefined) => Table;

  constructor(file: string | undefined, make: (file: string | undefined) => Table) {
    this.#make = make;
    this.#tables = [make(file)];
  }

  get current(): Table {
    return this.#tables[this.#number]!;
  }

  get count(): number {
    return this.#tables.length;
  }

  /** The table of a file; the one being read where there is none. */
  of(file: string | undefined): Table {
    return this.#tables.find((table) => table.file === file) ?? this.current;
  }

  /** Takes the header of a file, whose rows follow. A file that is read again goes on as it was. */
  take(names: readonly string[], line: number, file: string | undefined): void {
    const isFirst = this.#number === 0 && this.current.header.names.length === 0;
    const known = this.#tables.findIndex((table) => table.file === file && table.header.isOf(names));
    if (known >= 0) this.#number = known;
    else {
      this.#number = isFirst ? 0 : this.#tables.length;
      this.#tables[this.#number] = this.#make(file);
      this.current.header.addAll(names, line);
    }
  }

  /** Where a row of the file in hand stands among the rows of all files: later ones have greater places. */
  placeOf(line: number): number {
    return this.#number === 0 ? line : this.#number * MOST_LINES + line;
  }

  /** A place as people find it: its line, in another file with that. */
  placeWords(place: number): string {
    const number = Math.floor(place / MOST_LINES);
    const line = place - number * MOST_LINES;
    return number === this.#number
      ? String(line)
      : `${line} of ${this.#tables[number]!.file ?? "another file"}`;
  }
}

/** A table being read: its header, the row in hand, and where problems go. */
export class Table {
  readonly header: Header;
  line = 1;
  /** The id of the row in hand, once it is known. */
  journey: string | undefined;
  #cells: readonly unknown[] = [];
  readonly #mapping: ReadyMapping;
  readonly #rules: TableRules;

  constructor(mapping: ReadyMapping, rules: TableRules) {
    this.#mapping = mapping;
    this.#rules = rules;
    const unknown = (name: string) => {
      this.journey = undefined;
      const columns = [...rules.names.values()];
      this.#send("journey/unknown-column", orNearest(READ_COLUMNS, name, columns), this.header.line, name);
    };
    const { ignored, fields } = mapping;
    this.header = new Header({ ...rules, ignored, fields, unknown });
  }

  take(cells: readonly unknown[], line: number): void {
    this.#cells = cells;
    this.line = line;
    this.journey = undefined;
  }

  get file(): string | undefined {
    return this.#rules.file;
  }

  /**
   * The row's text in a column, trimmed and translated; `""` when empty, undefined when it is no text. `words` are those
   * that the column may hold where it alone does not tell.
   */
  text(column: string, words?: readonly string[]): string | undefined {
    const text = this.#textOf(this.#cell(column), column, words);
    return text ?? this.say("journey/not-text", column);
  }

  /** Whether the mapping says of the word in a column that it is not used: it stands for nothing, and is no blank. */
  isDropped(column: string): boolean {
    const cell = this.#cell(column);
    const text = typeof cell === "string" ? cell.trim() : "";
    const isWord = text !== "" && !this.#mapping.translations.blank.has(text.toLowerCase());
    return isWord && this.peek(this.#cells, column) === "";
  }

  /** The text of a column of any row, without taking it or reporting anything. */
  peek(cells: readonly unknown[], column: string): string {
    return this.#textOf(cells[this.header.place(column) ?? -1], column) ?? "";
  }

  /** The row's date in a column; `""` when empty, undefined when it cannot be read: then it is a problem. */
  date(column: string): IsoDate | "" | undefined {
    const cell = this.#cell(column);
    if (cell instanceof Date) return this.say("journey/date-object", column);
    const text = this.#textOf(cell, column);
    if (text === undefined) return this.say("journey/not-text", column);
    if (text === "") return text;
    const date = this.#dateOf(cell, text, column);
    return date instanceof Unreadable ? this.say(date.code, column, date.detail) : date;
  }

  /** Whether the row in hand is empty, one of totals or a line of the page around the table, and no data; says so. */
  isNoData(): boolean {
    // Nearly every row has a date, which says so at once.
    const { dates } = this.#rules;
    if (dates.some((column) => this.#hasDate(column))) return false;
    const { blank } = this.#mapping.translations;
    const texts = this.#cells.map((cell) => {
      const text = asText(cell);
      return blank.has(text.toLowerCase()) ? "" : text;
    });
    const id = asText(this.#cell("id"));
    const kind = pageLine(this.#hasMoved() && id !== "" ? [id] : texts, this.header.names, id);
    if (kind === undefined) return false;
    if (kind === "totals" && dates.some((column) => this.#mayHaveDate(column))) return false;
    this.say(PAGE_LINES[kind]);
    return true;
  }

  /** What a cell says, read by `reader`; `""` when empty, undefined when it cannot be read: then it is a problem. */
  read<Value>(
    column: string,
    reader: (text: string) => Value | Unreadable,
    words?: readonly string[],
  ): Value | "" | undefined {
    const text = this.text(column, words);
    if (text === undefined || text === "") return text;
    const value = reader(text);
    if (!(value instanceof Unreadable)) return value;
    this.say(value.code, column, value.detail);
    return undefined;
  }

  /** Reports a problem with the row in hand, or with one of its cells. */
  say(code: ProblemCode, column?: string, detail = ""): undefined {
    const cell = column === undefined ? undefined : this.#cell(column);
    this.#send(code, detail, this.line, column && this.header.nameOf(column), asText(cell));
  }

  /** Whether the row has as many cells as the header, those that are empty at the end aside; if not, says so. */
  isWhole(): boolean {
    const { length } = this.#cells;
    const { least, names } = this.header;
    if (length >= least && (length <= names.length || this.#cells.slice(names.length).every(isBlank)))
      return true;
    const isMore = length > names.length;
    const counts = `${length} ${length === 1 ? "cell" : "cells"} where the header has ${isMore ? names.length : least}`;
    this.say(isMore ? "journey/too-many-cells" : "journey/too-few-cells", undefined, counts);
    return false;
  }

  #cell(column: string): unknown {
    const place = this.header.place(column);
    return place === undefined ? undefined : this.#cells[place];
  }

  #textOf(cell: unknown, column: string, words?: readonly string[]): string | undefined {
    if (typeof cell === "string") return this.#mapping.translations.of(column, cell.trim(), words);
    if (cell === undefined || cell === null) return "";
    const isWritten = typeof cell === "number" || typeof cell === "boolean" || cell instanceof DateCell;
    return isWritten ? this.#mapping.translations.of(column, String(cell), words) : undefined;
  }

  #dateOf(cell: unknown, text: string, column: string): IsoDate | Unreadable {
    const reader = this.#mapping.dates.get(column)!;
    return cell instanceof DateCell && text === String(cell) ? reader.ofCell(cell) : reader.read(text);
  }

  /** Whether a column holds a date, or what is no text. */
  #hasDate(column: string): boolean {
    const cell = this.#cell(column);
    const text = this.#textOf(cell, column);
    if (text === undefined) return true;
    return text !== "" && !(this.#dateOf(cell, text, column) instanceof Unreadable);
  }

  /** Whether what stands in a column may be meant as a date: neither nothing, nor a number, nor a word of totals. */
  #mayHaveDate(column: string): boolean {
    const text = this.#textOf(this.#cell(column), column) ?? "";
    return !(text === "" || isNumber(text) || isTotals(text));
  }

  /** Whether cells may have moved, so that the id alone tells what the row is. */
  #hasMoved(): boolean {
    const columns = this.header.names.length;
    return this.#cells.length > columns && !this.#cells.slice(columns).every(isBlank);
  }

  #send(code: ProblemCode, detail: string, line: number, column: string | undefined, value = ""): void {
    const { lineWord, file, report } = this.#rules;
    const { journey } = this;
    const where = `${lineWord} ${line}${column === undefined ? "" : `, ${column}`}`;
    const message = `${where}: ${problemText(code, detail)}`;
    report(defined({ code, message, file, line, column, journey, value: value || undefined }));
  }
}

const PAGE_LINES = {
  empty: "journey/empty-row",
  totals: "journey/total-row",
  page: "journey/page-line",
} as const;

function isBlank(cell: unknown): boolean {
  return asText(cell) === "";
}

/** A cell as a problem's value shows it. */
function asText(cell: unknown): string {
  if (typeof cell === "string") return cell.trim();
  if (cell === undefined || cell === null) return "";
  if (cell instanceof DateCell) return String(cell);
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : shown(cell);
}

/** What a table's columns may be. */
interface HeaderRules {
  /** What the table is called in faults: "referrals", "events". */
  readonly table: string;
  /** The mapping's key that renames its columns. */
  readonly key: string;
  /** The file's own name of each column that can be read. */
  readonly names: ReadonlyMap<string, string>;
  readonly required: readonly string[];
  /** Columns that the mapping names; a table without one of them is not the one it was written for. */
  readonly named: readonly string[];
  /** The names of columns that other files have, which are read as one with this: there a named column may be, too. */
  readonly elsewhere: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
  /** Fields of events that are known by name. */
  readonly fields: readonly string[];
  /** Whether a column of that name is read although no list has it. */
  readonly isField: (name: string) => boolean;
  /** Told of each column that is neither read nor ignored. */
  readonly unknown: (name: string) => void;
}

/** Which place in a row each column has. Names are added as a header, or a row's keys, give them. */
class Header {
  readonly names: string[] = [];
  /** The line it is on. */
  line = 1;
  /** So many cells a row has at least: names that are empty at the end are nothing. */
  least = 0;
  readonly #places = new Map<string, number>();
  readonly #readAs = new Map<string, string[]>();
  /** The same by names of which letter case and the like do not matter; of none where several are meant. */
  readonly #looselyReadAs = new Map<string, readonly string[]>();
  readonly #fields: ReadonlySet<string>;
  readonly #looselyIgnored: ReadonlySet<string>;
  readonly #rules: HeaderRules;

  constructor(rules: HeaderRules) {
    this.#rules = rules;
    for (const [column, name] of rules.names) {
      const others = this.#readAs.get(name.trim());
      if (others === undefined) this.#readAs.set(name.trim(), [column]);
      else others.push(column);
    }
    this.#fields = new Set(rules.fields.filter((field) => rules.isField(field)));
    this.#looselyIgnored = new Set([...rules.ignored].map(loose));
    const exact = [...this.#readAs, ...[...this.#fields].map((field) => [field, [field]] as const)];
    for (const [name, columns] of exact) {
      const others = this.#looselyReadAs.get(loose(name)) ?? columns;
      this.#looselyReadAs.set(loose(name), others.join() === columns.join() ? columns : []);
    }
  }

  /** Whether it has these names, and no others. */
  isOf(names: readonly string[]): boolean {
    return names.length === this.names.length && names.every((name, at) => name.trim() === this.names[at]);
  }

  /** The place of a column in each row; undefined when the table has no such column. */
  place(column: string): number | undefined {
    return this.#places.get(column);
  }

  /** What the table itself calls a column. */
  nameOf(column: string): string {
    return this.names[this.#places.get(column) ?? -1] ?? this.#rules.names.get(column) ?? column;
  }

  /** The columns that are there, by their standard names. */
  get columns(): string[] {
    return [...this.#places.keys()];
  }

  /**
   * Takes the next column.
   *
   * @throws ProgrammeFault `journey/column-twice` when a column that is read is there twice.
   */
  add(given: string): void {
    const name = given.trim();
    const columns = this.#columnsOf(name);
    for (const column of columns ?? []) {
      const other = this.#places.get(column);
      if (other !== undefined) throw columnTwice(this.#rules.table, this.names[other]!, name);
      this.#places.set(column, this.names.length);
    }
    this.names.push(name);
    if (name !== "") this.least = this.names.length;
    if (columns?.length === 0 && name !== "") this.#rules.unknown(name);
  }

  /** Takes a whole header at once, as a line of a file gives it. */
  addAll(names: readonly string[], line: number): void {
    this.line = line;
    const given = names.map((name) => name.trim());
    const found = new Set(given.flatMap((name) => this.#columnsOf(name) ?? []));
    this.#require((column) => found.has(column), given);
    for (const name of given) this.add(name);
  }

  /**
   * Refuses a table without the columns that it must have.
   *
   * @throws ProgrammeFault `journey/column-missing`, `journey/mapped-column-missing`.
   */
  requireAll(): void {
    this.#require((column) => this.#places.has(column), this.names);
  }

  /** The columns that a name stands for: none where it is not known, undefined where it is ignored. */
  #columnsOf(name: string): readonly string[] | undefined {
    const { ignored, isField } = this.#rules;
    if (ignored.has(name)) return undefined;
    const exact = this.#readAs.get(name) ?? (this.#fields.has(name) ? [name] : undefined);
    if (exact !== undefined) return exact;
    const key = loose(name);
    if (key !== "" && this.#looselyIgnored.has(key)) return undefined;
    return this.#looselyReadAs.get(key) ?? (isField(name) ? [name] : []);
  }

  #require(has: (column: string) => boolean, names: readonly string[]): void {
    const { table, key, required, named, elsewhere } = this.#rules;
    const missing = required.filter((column) => !has(column)).map((column) => this.nameOf(column));
    const near = (wanted: readonly string[]) =>
      wanted.flatMap(
        (column) =>
          nearest(
            column,
            names.filter((name) => name !== "" && name !== column),
          ) ?? [],
      );
    const meant = (wanted: readonly string[]) => {
      const found = [...new Set(near(wanted))].map(shown);
      return found.length === 0 ? "" : `Did you mean ${found.join(" and ")}? `;
    };
    if (missing.length > 0) {
      throw new ProgrammeFault({
        code: "journey/column-missing",
        given: `${table} without a column ${missing.map(shown).join(" and ")}${foundIn(names, this.line)}`,
        allowed: `a first line of column names, ${required.map((column) => shown(this.nameOf(column))).join(", ")} among them`,
        todo: `${meant(missing)}Say in the mapping's \`${key}\` what the file calls it, or add what is missing.`,
      });
    }
    const absent = named.find((column) => !(has(column) || elsewhere.has(loose(this.nameOf(column)))));
    if (absent === undefined) return;
    throw new ProgrammeFault({
      code: "journey/mapped-column-missing",
      given: `a mapping with ${key}.${absent} as ${shown(this.nameOf(absent))}, and ${table} without that column${foundIn(names, this.line)}`,
      allowed: "names of columns that are there",
      todo: `${meant([this.nameOf(absent)])}Correct the name, or remove it from the mapping.`,
    });
  }
}

/** What depends on which columns a table has: found again only where there are others, as rows are still met. */
export class OfColumns<Found> {
  readonly #find: (header: Header) => Found;
  #found: { readonly header: Header; readonly count: number; readonly value: Found } | undefined;

  constructor(find: (header: Header) => Found) {
    this.#find = find;
  }

  in(header: Header): Found {
    const count = header.names.length;
    if (this.#found?.header !== header || this.#found.count !== count)
      this.#found = { header, count, value: this.#find(header) };
    return this.#found.value;
  }
}

function columnTwice(table: string, one: string, other: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "journey/column-twice",
    given: `${table} with two columns ${one === other ? shown(one) : `${shown(one)} and ${shown(other)}, which are read as the same`}`,
    allowed: "one column of each name that is read",
    todo: "Remove or rename the one that is not meant, or list it in the mapping's `ignore`.",
  });
}

/** A date, a number or a reference: such a cell is not the name of a column. */
const DATUM = /^[a-z]{0,4}[-/ ]?\d{3,20}[a-z]?$|^\d{1,20}$|^\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}/i;

/** The names that were found, for a fault; what may be a person's data is not repeated. */
function foundIn(names: readonly string[], line: number): string {
  const filled = names.filter((name) => name !== "");
  if (filled.length === 0) return "";
  if (filled.some((name) => DATUM.test(name))) return ` (line ${line} holds data, not names)`;
  return ` (found ${listed(filled.map(shown))})`;
}
