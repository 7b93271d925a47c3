import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { nearest } from "../../unknown-word.js";
import { Unreadable } from "./cell.js";
import type { ReadyMapping } from "./mapping.js";
import { orNearest, type Problem, type ProblemCode, problemText, READ_COLUMNS } from "./problem.js";

/** What sets one table apart from the other. */
interface TableRules extends Omit<HeaderRules, "ignored" | "unknown"> {
  /** How a problem's message begins: "Line" or "Events line". */
  readonly lineWord: string;
  readonly file: string | undefined;
  readonly report: (problem: Problem) => void;
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
      this.#send("journey/unknown-column", orNearest(READ_COLUMNS, name, columns), 1, name);
    };
    this.header = new Header({ ...rules, ignored: mapping.ignored, unknown });
  }

  take(cells: readonly unknown[], line: number): void {
    this.#cells = cells;
    this.line = line;
    this.journey = undefined;
  }

  /** The row's text in a column, trimmed and translated; `""` when empty, undefined when it is no text. */
  text(column: string): string | undefined {
    const cell = this.#cell(column);
    if (typeof cell === "string") return this.#translated(column, cell.trim());
    if (cell === undefined || cell === null) return "";
    if (typeof cell === "number" || typeof cell === "boolean") return this.#translated(column, String(cell));
    this.say("journey/not-text", column);
    return undefined;
  }

  /** The text of a column of any row, without taking it or reporting anything. */
  peek(cells: readonly unknown[], column: string): string {
    const cell = cells[this.header.place(column) ?? -1];
    return typeof cell === "string" ? this.#translated(column, cell.trim()) : "";
  }

  /** What a cell says, read by `reader`; `""` when empty, undefined when it cannot be read: then it is a problem. */
  read<Value>(column: string, reader: (text: string) => Value | Unreadable): Value | "" | undefined {
    const text = this.text(column);
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

  /** Whether the row has as many cells as the header; if not, says so. */
  isWhole(): boolean {
    const { length } = this.#cells;
    const columns = this.header.names.length;
    if (length === columns) return true;
    const counts = `${length} ${length === 1 ? "cell" : "cells"} where the header has ${columns}`;
    this.say(length > columns ? "journey/too-many-cells" : "journey/too-few-cells", undefined, counts);
    return false;
  }

  #cell(column: string): unknown {
    const place = this.header.place(column);
    return place === undefined ? undefined : this.#cells[place];
  }

  #translated(column: string, text: string): string {
    const { values, blank } = this.#mapping;
    return values.get(column)?.get(text) ?? (blank.has(text) ? "" : text);
  }

  #send(code: ProblemCode, detail: string, line: number, column: string | undefined, value = ""): void {
    const { lineWord, file, report } = this.#rules;
    const { journey } = this;
    const where = `${lineWord} ${line}${column === undefined ? "" : `, ${column}`}`;
    const message = `${where}: ${problemText(code, detail)}`;
    report(defined({ code, message, file, line, column, journey, value: value || undefined }));
  }
}

/** A cell as a problem's value shows it. */
function asText(cell: unknown): string {
  if (typeof cell === "string") return cell.trim();
  if (cell === undefined || cell === null) return "";
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
  readonly ignored: ReadonlySet<string>;
  /** Whether a column of that name is read although no list has it. */
  readonly isField: (name: string) => boolean;
  /** Told of each column that is neither read nor ignored. */
  readonly unknown: (name: string) => void;
}

/** Which place in a row each column has. Names are added as a header, or a row's keys, give them. */
class Header {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #readAs = new Map<string, string[]>();
  readonly #rules: HeaderRules;

  constructor(rules: HeaderRules) {
    this.#rules = rules;
    for (const [column, name] of rules.names) {
      const others = this.#readAs.get(name);
      if (others === undefined) this.#readAs.set(name, [column]);
      else others.push(column);
    }
  }

  /** The place of a column in each row; undefined when the table has no such column. */
  place(column: string): number | undefined {
    return this.#places.get(column);
  }

  /** What the table itself calls a column. */
  nameOf(column: string): string {
    return this.#rules.names.get(column) ?? column;
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
    const isIgnored = this.#rules.ignored.has(name);
    const columns = isIgnored ? [] : (this.#readAs.get(name) ?? (this.#rules.isField(name) ? [name] : []));
    for (const column of columns) {
      if (this.#places.has(column)) {
        throw new ProgrammeFault({
          code: "journey/column-twice",
          given: `${this.#rules.table} with two columns ${shown(name)}`,
          allowed: "one column of each name that is read",
          todo: "Remove or rename the one that is not meant.",
        });
      }
      this.#places.set(column, this.names.length);
    }
    this.names.push(name);
    if (columns.length === 0 && name !== "" && !isIgnored) this.#rules.unknown(name);
  }

  /** Takes a whole header at once, as the first line of a file gives it. */
  addAll(names: readonly string[]): void {
    const given = new Set(names.map((name) => name.trim()).filter((name) => !this.#rules.ignored.has(name)));
    this.#require((column) => given.has(this.nameOf(column)));
    for (const name of names) this.add(name);
  }

  /**
   * Refuses a table without the columns that it must have.
   *
   * @throws ProgrammeFault `journey/column-missing`, `journey/mapped-column-missing`.
   */
  requireAll(): void {
    this.#require((column) => this.#places.has(column));
  }

  #require(has: (column: string) => boolean): void {
    const { table, key, required, named } = this.#rules;
    const missing = required.filter((column) => !has(column)).map((column) => this.nameOf(column));
    if (missing.length > 0) {
      const meant = missing
        .flatMap(
          (column) =>
            nearest(
              column,
              this.names.filter((name) => name !== column),
            ) ?? [],
        )
        .map(shown);
      throw new ProgrammeFault({
        code: "journey/column-missing",
        given: `${table} without a column ${missing.map(shown).join(" and ")}`,
        allowed: `a first line of column names, ${required.map((column) => shown(this.nameOf(column))).join(", ")} among them`,
        todo: `${meant.length === 0 ? "Add what is missing" : `Rename ${meant.join(" and ")} if that is meant`}, or say in the mapping's \`${key}\` what the file calls it.`,
      });
    }
    const absent = named.find((column) => !has(column));
    if (absent === undefined) return;
    throw new ProgrammeFault({
      code: "journey/mapped-column-missing",
      given: `a mapping with ${key}.${absent} as ${shown(this.nameOf(absent))}, and ${table} without that column`,
      allowed: "names of columns that are there",
      todo: "Correct the name, or remove it from the mapping.",
    });
  }
}
