import type { IsoDate } from "../../date/index.js";
import type { Writable } from "../../defined.js";
import type { Journey, JourneyEvent, Scalar } from "../journey.js";
import { readWord, readYesOrNo } from "./cell.js";
import {
  EVENT_COLUMNS,
  type EventColumn,
  KIND_OF_COLUMN,
  LONGEST_ID,
  loose,
  PRAP_STATUSES,
  PROVISIONS,
  TEXT_ATTRIBUTES,
  type WideColumn,
} from "./columns.js";
import { DATE_COLUMNS } from "./date-reader.js";
import type { ReadyMapping } from "./mapping.js";
import { NotRecorded } from "./not-recorded.js";
import type { Problem, ProblemCode } from "./problem.js";
import { RowIds } from "./row-ids.js";
import { OfColumns, type RowFiles, Table, Tables } from "./row-table.js";

/** What is read together with a date. */
const BESIDE: Partial<Record<EventColumn, readonly WideColumn[]>> = {
  received_on: ["id"],
  prap_updated_on: ["prap_status"],
  job_ended_on: ["job_end_known_on"],
};

/**
 * Reads wide rows, one at a time: each a referral with the dates of what followed. An event is read whole, or
 * its kind is unreadable.
 */
export class WideRows {
  readonly tables: Tables;
  readonly ids = new RowIds();
  /** Of the row in hand: its events, and the kinds and attributes that could not be read. */
  #events: JourneyEvent[] = [];
  #unreadable = new Set<string>();
  /** What the rows leave out, where that is known before they are read. */
  #known: NotRecorded | undefined;
  /** The columns of events that are there, or of which there is what belongs to them. */
  readonly #eventColumns = new OfColumns((header) =>
    EVENT_COLUMNS.filter((column) =>
      [column, ...(BESIDE[column] ?? [])].some((each) => header.place(each) !== undefined),
    ),
  );
  readonly #mapping: ReadyMapping;

  constructor(
    mapping: ReadyMapping,
    report: (problem: Problem) => void,
    { referrals: file, columns = [] }: RowFiles = {},
  ) {
    this.#mapping = mapping;
    const rules = {
      table: "referrals",
      key: "columns",
      names: mapping.wide,
      required: ["id", "received_on"],
      named: mapping.named.wide,
      elsewhere: new Set(columns.map(loose)),
      isField: () => false,
      dates: DATE_COLUMNS,
      lineWord: "Line",
      report,
    };
    this.tables = new Tables(file, (each) => new Table(mapping, { ...rules, file: each }));
  }

  get table(): Table {
    return this.tables.current;
  }

  /** Takes the id of a row beforehand; whether an earlier row has it. */
  note(cells: readonly unknown[], line: number): boolean {
    const id = this.table.peek(cells, "id");
    if (id === "") return false;
    const place = this.tables.placeOf(line);
    return this.ids.placeAt(this.ids.take(id, place)) !== place;
  }

  /** A row as a journey; undefined when it is none, and then that is a problem. */
  read(cells: readonly unknown[], line: number): Journey | undefined {
    const { table } = this;
    const mapping = this.#mapping;
    table.take(cells, line);
    if (table.isNoData()) return undefined;
    const id = this.#identify();
    if (id === undefined) return undefined;
    if (!table.isWhole()) return this.#finished({ id, events: [], unreadable: this.#everyKind() });
    const programme = table.text("programme") ?? "";
    if (programme === "" || mapping.programme === undefined || programme === mapping.programme.id) {
      return this.#journey(id, programme);
    }
    return table.say("journey/other-programme", "programme", mapping.programme.id);
  }

  /** Has what the rows leave out said of each from now on: all their columns are known. */
  knowColumns(hasLongRows: boolean): void {
    this.#known = this.notRecorded(hasLongRows);
  }

  /** What the rows leave out, once all their columns are known. */
  notRecorded(hasLongRows: boolean): NotRecorded {
    const { header } = this.table;
    return new NotRecorded(this.#mapping, (column) => header.place(column) !== undefined, hasLongRows);
  }

  #identify(): string | undefined {
    const { table } = this;
    const id = table.text("id");
    if (id === undefined) return undefined;
    if (id === "") return table.say("journey/no-id", "id");
    if (id.length > LONGEST_ID) return table.say("journey/id-too-long", "id");
    table.journey = id;
    const place = this.tables.placeOf(table.line);
    const position = this.ids.take(id, place);
    const first = this.ids.placeAt(position);
    if (first !== place) table.say("journey/id-used-before", "id", this.tables.placeWords(first));
    return this.ids.idAt(position);
  }

  #journey(id: string, programme: string): Journey {
    this.#events = [];
    this.#unreadable = new Set();
    const group = this.#word("group", this.#mapping.programme?.groups, "journey/unknown-group");
    const attributes = this.#attributes();
    for (const column of this.#eventColumns.in(this.table.header))
      this.#readColumn(column, attributes.self_employed);
    this.#readOutcome();
    // Field by field: spread out, this would take as long as reading the cells.
    const journey: Writable<Journey> = { id, attributes, events: this.#events };
    if (programme !== "") journey.programme = programme;
    if (group !== undefined) journey.group = group;
    if (this.#unreadable.size > 0) journey.unreadable = [...this.#unreadable];
    return this.#finished(journey);
  }

  #finished(journey: Writable<Journey>): Journey {
    const notRecorded = this.#known?.of(journey.events);
    if (notRecorded !== undefined) journey.notRecorded = notRecorded;
    return journey;
  }

  #attributes(): Record<string, Scalar> {
    const attributes: Record<string, Scalar> = {};
    for (const column of TEXT_ATTRIBUTES) {
      const text = this.table.text(column) ?? "";
      if (text !== "") attributes[column] = text;
    }
    const nation = this.#word("nation", this.#mapping.nations, "journey/unknown-nation");
    const provision = this.#word("provision", PROVISIONS, "journey/unknown-provision");
    const selfEmployed = this.table.read("self_employed", readYesOrNo);
    if (nation !== undefined) attributes.nation = nation;
    if (provision !== undefined) attributes.provision = provision;
    if (selfEmployed === undefined) this.#unreadable.add("self_employed");
    else if (selfEmployed !== "") attributes.self_employed = selfEmployed;
    return attributes;
  }

  /** One of the words allowed, or any when there is no list; another marks its column unreadable. */
  #word(column: WideColumn, words: readonly string[] | undefined, code: ProblemCode): string | undefined {
    if (this.table.header.place(column) === undefined) return undefined;
    const word = this.table.read(column, (text) =>
      words === undefined ? text : readWord(text, words, code),
    );
    if (word === undefined) this.#unreadable.add(column);
    return word === "" ? undefined : word;
  }

  /** Every kind of event that a row can hold. */
  #everyKind(): string[] {
    const outcome = this.#mapping.programme?.outcome;
    return [...Object.values(KIND_OF_COLUMN), ...(outcome === undefined ? [] : [outcome.kind])];
  }

  #readColumn(column: EventColumn, selfEmployed: Scalar | undefined): void {
    const kind = KIND_OF_COLUMN[column];
    if (column === "prap_updated_on") this.#readPrap(kind);
    else if (column === "job_ended_on") this.#readJobEnd(kind);
    else if (column === "received_on") this.#readReceipt(kind);
    else if (column === "job_started_on" && selfEmployed !== undefined) {
      this.#push(column, kind, this.#date(column, kind), { selfEmployed });
    } else this.#push(column, kind, this.#date(column, kind));
  }

  #readReceipt(kind: string): void {
    const on = this.#date("received_on", kind);
    if (on === "") this.#fail(kind, "journey/no-receipt", "received_on");
    this.#push("received_on", kind, on);
  }

  /** An update of PRaP is its date and its status: with one of the two alone, it cannot be told. */
  #readPrap(kind: string): void {
    const on = this.#date("prap_updated_on", kind);
    const status = this.table.read("prap_status", (text) =>
      readWord(text, PRAP_STATUSES, "journey/unknown-status"),
    );
    if (status === undefined) this.#unreadable.add(kind);
    else if (on === "" && status !== "") {
      this.#fail(kind, "journey/status-without-date", "prap_status", "prap_updated_on");
    } else if (on !== "" && status === "") {
      this.#fail(kind, "journey/date-without-status", "prap_updated_on", "prap_status");
    } else this.#push("prap_updated_on", kind, on, { status });
  }

  #readJobEnd(kind: string): void {
    const on = this.#date("job_ended_on", kind);
    const knownOn = this.#date("job_end_known_on", kind);
    if (knownOn === "") this.#push("job_ended_on", kind, on);
    else if (on === "" && knownOn !== undefined) {
      this.#fail(kind, "journey/known-without-end", "job_end_known_on", "job_ended_on");
    } else if (knownOn !== undefined) this.#push("job_ended_on", kind, on, { knownOn });
  }

  #readOutcome(): void {
    const outcome = this.#mapping.programme?.outcome;
    if (outcome !== undefined) {
      this.#push("outcome_on", outcome.kind, this.#date("outcome_on", outcome.kind), outcome.fields);
    } else if (this.table.text("outcome_on")) {
      const hasProgramme = this.#mapping.programme !== undefined;
      const code = hasProgramme ? "journey/programme-without-outcome" : "journey/outcome-without-programme";
      this.table.say(code, "outcome_on");
    }
  }

  #date(column: WideColumn, kind: string): IsoDate | "" | undefined {
    const on = this.table.date(column);
    if (on === undefined) this.#unreadable.add(kind);
    return on;
  }

  #fail(kind: string, code: ProblemCode, column: WideColumn, other?: WideColumn): void {
    this.table.say(code, column, other === undefined ? "" : this.table.header.nameOf(other));
    this.#unreadable.add(kind);
  }

  #push(
    column: WideColumn,
    kind: string,
    on: IsoDate | "" | undefined,
    fields?: Readonly<Record<string, Scalar>>,
  ): void {
    if (on === "" || on === undefined) return;
    const kinds = this.#mapping.programme?.fieldsOf;
    if (kinds === undefined || kinds.has(kind))
      this.#events.push(fields === undefined ? { kind, on } : { kind, on, ...fields });
    else this.table.say("journey/not-in-programme", column, kind);
  }
}
