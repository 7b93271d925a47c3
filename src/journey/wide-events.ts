import type { IsoDate } from "../date/index.js";
import { readDate, readWord } from "./cell.js";
import {
  EVENT_COLUMNS,
  type EventColumn,
  KIND_OF_COLUMN,
  PRAP_STATUSES,
  type WideColumn,
} from "./columns.js";
import type { JourneyEvent, Scalar } from "./event.js";
import type { Plan } from "./plan.js";
import type { ProblemCode } from "./problem-text.js";
import type { Table } from "./table.js";

type Fields = Readonly<Record<string, Scalar>>;

/** Reads the events of the wide row in hand. An event is read whole, or its kind is unreadable. */
export class WideEvents {
  #events: JourneyEvent[] = [];
  #unreadable = new Set<string>();
  readonly #table: Table;
  readonly #plan: Plan;

  constructor(table: Table, plan: Plan) {
    this.#table = table;
    this.#plan = plan;
  }

  /** The row's events, in the order of the columns; kinds that could not be read go into `unreadable`. */
  read(selfEmployed: Scalar | undefined, unreadable: Set<string>): JourneyEvent[] {
    this.#events = [];
    this.#unreadable = unreadable;
    for (const column of EVENT_COLUMNS) this.#readColumn(column, selfEmployed);
    this.#readOutcome();
    return this.#events;
  }

  /** Every kind of event that a row can hold. */
  everyKind(): string[] {
    const outcome = this.#plan.programme?.outcome;
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
    const status = this.#table.read("prap_status", (text) =>
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
    const outcome = this.#plan.programme?.outcome;
    if (outcome !== undefined) {
      this.#push("outcome_on", outcome.kind, this.#date("outcome_on", outcome.kind), outcome.fields);
    } else if (this.#table.text("outcome_on")) {
      const hasProgramme = this.#plan.programme !== undefined;
      const code = hasProgramme ? "journey/programme-without-outcome" : "journey/outcome-without-programme";
      this.#table.say(code, "outcome_on");
    }
  }

  #date(column: WideColumn, kind: string): IsoDate | "" | undefined {
    const on = this.#table.read(column, (text) => readDate(text, this.#plan.dates));
    if (on === undefined) this.#unreadable.add(kind);
    return on;
  }

  #fail(kind: string, code: ProblemCode, column: WideColumn, other?: WideColumn): void {
    this.#table.say(code, column, other === undefined ? "" : this.#table.header.nameOf(other));
    this.#unreadable.add(kind);
  }

  #push(column: WideColumn, kind: string, on: IsoDate | "" | undefined, fields: Fields = {}): void {
    if (on === "" || on === undefined) return;
    const kinds = this.#plan.programme?.fieldsOf;
    if (kinds === undefined || kinds.has(kind)) this.#events.push({ kind, on, ...fields });
    else this.#table.say("journey/not-in-programme", column, kind);
  }
}
