import type { JourneyEvent } from "../journey.js";
import { EVENT_COLUMNS, FIRST_ALONE, KIND_OF_COLUMN, RETRACTED, type WideColumn } from "./columns.js";
import type { ReadyMapping } from "./mapping.js";

/** The kinds of event that rows leave out: those without a column, unless long rows come with them. */
export class NotRecorded {
  /** Left out of every row. */
  readonly #kinds: readonly string[];
  /** Of these the columns hold the first alone, so that those after it are left out. */
  readonly #afterFirst: ReadonlySet<string>;
  /** The lists made so far, by what they add to that: nearly all rows share one. */
  readonly #made = new Map<string, readonly string[]>();

  constructor(mapping: ReadyMapping, has: (column: WideColumn) => boolean, hasLongRows: boolean) {
    const { programme, notRecorded, absentMeansNo } = mapping;
    const columns = EVENT_COLUMNS.filter(has);
    const held = new Set<string>(columns.map((column) => KIND_OF_COLUMN[column]));
    if (programme?.outcome !== undefined && has("outcome_on")) held.add(programme.outcome.kind);
    const all = [...(programme?.fieldsOf.keys() ?? Object.values(KIND_OF_COLUMN))];
    const leftOut = all.filter(
      (kind) => kind !== RETRACTED && (notRecorded.has(kind) || !(hasLongRows || absentMeansNo.has(kind))),
    );
    this.#kinds = leftOut.filter((kind) => !held.has(kind));
    const first = new Set<string>(
      columns.filter((column) => FIRST_ALONE.includes(column)).map((column) => KIND_OF_COLUMN[column]),
    );
    this.#afterFirst = new Set(
      leftOut.filter((kind) => held.has(kind) && (first.has(kind) || notRecorded.has(kind))),
    );
  }

  /** Those left out of a row that holds these events; undefined where there are none. */
  of(events: readonly JourneyEvent[]): readonly string[] | undefined {
    const more = this.#afterFirst.size === 0 ? [] : events.filter(({ kind }) => this.#afterFirst.has(kind));
    if (more.length === 0) return this.#kinds.length === 0 ? undefined : this.#kinds;
    const key = more.map(({ kind }) => kind).join();
    const made = this.#made.get(key) ?? [...this.#kinds, ...new Set(more.map(({ kind }) => kind))];
    this.#made.set(key, made);
    return made;
  }
}
