import { shown } from "../fault.js";
import { Unreadable } from "./cell.js";
import { Header, type HeaderRules } from "./header.js";
import type { Problem } from "./journey.js";
import type { Plan } from "./plan.js";
import { type ProblemCode, problemText } from "./problem-text.js";

/** What sets one table apart from the other. */
export interface TableRules extends Omit<HeaderRules, "ignored" | "unknown"> {
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
  readonly #plan: Plan;
  readonly #rules: TableRules;

  constructor(plan: Plan, rules: TableRules) {
    this.#plan = plan;
    this.#rules = rules;
    const unknown = (name: string) => {
      this.journey = undefined;
      this.#send("journey/unknown-column", "", { line: 1, column: name });
    };
    this.header = new Header({ ...rules, ignored: plan.ignored, unknown });
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
    const place = {
      line: this.line,
      ...(column === undefined ? {} : { column: this.header.nameOf(column) }),
    };
    const cell = column === undefined ? undefined : this.#cell(column);
    this.#send(code, detail, place, asText(cell));
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
    return this.#plan.values.get(column)?.get(text) ?? text;
  }

  #send(code: ProblemCode, detail: string, place: { line: number; column?: string }, value = ""): void {
    const { lineWord, file, report } = this.#rules;
    const { journey } = this;
    const where = `${lineWord} ${place.line}${place.column === undefined ? "" : `, ${place.column}`}`;
    report({
      code,
      message: `${where}: ${problemText(code, detail)}`,
      ...(file === undefined ? {} : { file }),
      ...place,
      ...(journey === undefined ? {} : { journey }),
      ...(value === "" ? {} : { value }),
    });
  }
}

/** A cell as a problem's value shows it. */
function asText(cell: unknown): string {
  if (typeof cell === "string") return cell.trim();
  if (cell === undefined || cell === null) return "";
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : shown(cell);
}
