import type { JourneyEvent, Scalar } from "../journey.js";
import { MeantWords } from "../meant-words.js";
import { readField, readWord, Unreadable } from "./cell.js";
import {
  FIELD_TYPES,
  KIND_OF_COLUMN,
  LONG_COLUMNS,
  LONGEST_ID,
  NEEDED_FIELDS,
  PRAP_STATUSES,
} from "./columns.js";
import type { ReadyMapping } from "./mapping.js";
import { orMeant, type Problem } from "./problem.js";
import { OfColumns, Table, Tables } from "./row-table.js";

/**
 * A long row: the journey it belongs to and its event; or, when it cannot be read, the kind it is of. With an event,
 * `unreadable` is the attribute that it would have said.
 */
export interface EventRow {
  readonly journey: string;
  readonly line: number;
  readonly file?: string;
  readonly event?: JourneyEvent;
  readonly unreadable?: string | readonly string[];
}

/** Reads long rows, one at a time: each an event of a journey. */
export class LongRows {
  readonly tables: Tables;
  readonly #mapping: ReadyMapping;
  readonly #kinds: MeantWords;
  /** Whether the row in hand does not tell whether a job is self-employment: it is a job all the same. */
  #isUntold = false;
  readonly #fieldColumns = new OfColumns(({ columns }) =>
    columns.filter((name) => !(LONG_COLUMNS as readonly string[]).includes(name)),
  );

  constructor(mapping: ReadyMapping, report: (problem: Problem) => void, file?: string) {
    this.#mapping = mapping;
    this.#kinds = new MeantWords([...(mapping.programme?.fieldsOf.keys() ?? [])]);
    const rules = {
      table: "events",
      key: "eventColumns",
      names: mapping.long,
      required: ["id", "kind", "on"],
      named: mapping.named.long,
      elsewhere: new Set<string>(),
      isField: mapping.isField,
      dates: ["on", "known_on"],
      lineWord: "Events line",
      report,
    };
    this.tables = new Tables(file, (each) => new Table(mapping, { ...rules, file: each }));
  }

  get table(): Table {
    return this.tables.current;
  }

  /** A row as an event of a journey; undefined when it is of none, and then that is a problem. */
  read(cells: readonly unknown[], line: number): EventRow | undefined {
    const { table } = this;
    table.take(cells, line);
    if (table.isNoData()) return undefined;
    const journey = table.text("id");
    if (journey === "") table.say("journey/event-without-id", "id");
    if (journey === undefined || journey === "") return undefined;
    table.journey = journey;
    if (!table.isWhole()) return this.#moved(journey, table.peek(cells, "kind"));
    if (table.isDropped("kind")) return undefined;
    const kind = this.#kind();
    if (kind === undefined) return this.#ofKind(journey, this.#meant(table.peek(cells, "kind")));
    const event = this.#event(kind);
    if (event === undefined) return this.#ofKind(journey, kind);
    const unreadable = this.#isUntold ? { unreadable: "self_employed" } : {};
    return { journey, line, event, ...unreadable, ...this.#inFile() };
  }

  /** Says that the row's journey was not read. The row need not be in hand any more. */
  orphan({ journey, line, file }: EventRow): void {
    const table = this.tables.of(file);
    const cells: string[] = [];
    cells[table.header.place("id")!] = journey;
    table.take(cells, line);
    table.journey = journey;
    table.say("journey/event-without-journey", "id");
  }

  /** A row whose cells may have moved: of the kind that it seems to be, or of any. */
  #moved(journey: string, kind: string): EventRow {
    const kinds = [...(this.#mapping.programme?.fieldsOf.keys() ?? Object.values(KIND_OF_COLUMN))];
    const unreadable = kinds.includes(kind) ? kind : kinds;
    return { journey, line: this.table.line, unreadable, ...this.#inFile() };
  }

  #ofKind(journey: string, kind: string): EventRow | undefined {
    const isKind = this.#mapping.programme === undefined || this.#mapping.programme.fieldsOf.has(kind);
    const unreadable = isKind ? kind : this.#meant(kind);
    return unreadable === "" ? undefined : { journey, line: this.table.line, unreadable, ...this.#inFile() };
  }

  #inFile(): Pick<EventRow, "file"> {
    const { file } = this.table;
    return file === undefined || this.tables.count < 2 ? {} : { file };
  }

  #kind(): string | undefined {
    const { programme } = this.#mapping;
    const kind = this.table.read("kind", (text) => {
      if (programme === undefined || programme.fieldsOf.has(text)) return text;
      const known = `one of the ${programme.fieldsOf.size} that ${programme.id} has`;
      return new Unreadable("journey/unknown-kind", orMeant(known, this.#meant(text)));
    });
    if (kind === "") this.table.say("journey/event-without-kind", "kind");
    return kind === "" ? undefined : kind;
  }

  /** The kind that may have been meant by a word that is none; empty where none is near. */
  #meant(word: string): string {
    return this.#kinds.of(word) ?? "";
  }

  #event(kind: string): JourneyEvent | undefined {
    const on = this.table.date("on");
    const knownOn = this.table.date("known_on");
    const id = this.table.read("event_id", (text) =>
      text.length > LONGEST_ID ? new Unreadable("journey/event-id-too-long") : text,
    );
    const fields = this.#fields(kind);
    if (on === "") this.table.say("journey/event-without-date", "on");
    if (!on || knownOn === undefined || id === undefined || fields === undefined) return undefined;
    return { kind, on, ...(knownOn === "" ? {} : { knownOn }), ...(id === "" ? {} : { id }), ...fields };
  }

  /** The row's fields; undefined when one that is filled cannot be read, or one that is needed is empty. */
  #fields(kind: string): Record<string, Scalar> | undefined {
    const fields: Record<string, Scalar> = {};
    let isReadable = true;
    this.#isUntold = false;
    for (const name of this.#fieldColumns.in(this.table.header)) {
      const value = this.#field(kind, name);
      if (value === undefined && name === "selfEmployed") this.#isUntold = true;
      else if (value === undefined) isReadable = false;
      else if (value !== "") fields[name] = value;
    }
    if (!isReadable) return undefined;
    const missing = NEEDED_FIELDS.get(kind)?.find((needed) => fields[needed] === undefined);
    return missing === undefined ? fields : this.table.say("journey/field-missing", missing, kind);
  }

  #field(kind: string, name: string): Scalar | undefined {
    const { table } = this;
    const mapping = this.#mapping;
    const allowed = mapping.programme?.fieldsOf.get(kind);
    if (allowed !== undefined && !allowed.has(name)) {
      if (table.text(name)) table.say("journey/field-not-of-kind", name, kind);
      return "";
    }
    if (kind === "prap-updated" && name === "status") {
      const status = (text: string) => readWord(text, PRAP_STATUSES, "journey/unknown-status");
      return table.read<Scalar>(name, status, PRAP_STATUSES);
    }
    return table.read<Scalar>(name, (text) => readField(text, FIELD_TYPES.get(name) ?? "text"));
  }
}
