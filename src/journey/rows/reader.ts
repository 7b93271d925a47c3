import { type Kind, refuseNotJourney, refuseOther } from "../../argument.js";
import { defined, filled } from "../../defined.js";
import { CALLBACK, kind, listOf, type OptionKinds, optionsOf, TEXT, wholeNumber } from "../../options.js";
import type { Journey } from "../journey.js";
import { distinct, type LeftOut, rowsLeftOut } from "../same-id.js";
import { type EventRow, LongRows } from "./long-rows.js";
import { checkRows, type Row, type RowMapping, readyMapping } from "./mapping.js";
import type { NotRecorded } from "./not-recorded.js";
import type { Problem } from "./problem.js";
import type { RowFiles, Table, Tables } from "./row-table.js";
import { WideRows } from "./wide-rows.js";

/**
 * What rows held: the journeys, in the order of their rows, and everything that could not be read. `leftOut`: how many
 * rows are no journey, by reason; absent for none.
 */
export interface JourneysRead {
  readonly journeys: readonly Journey[];
  readonly problems: readonly Problem[];
  readonly leftOut?: LeftOut;
}

/**
 * Reads rows, one a referral, as any CSV reader gives them: objects with a text for each column.
 * Give long rows, one an event, as `events` in the mapping.
 *
 * Every row becomes a journey, or a problem says why it does not: it has no id, one that is too long, or another
 * programme. Rows of one id that are alike are one journey; where they differ, it is one of which nothing can be judged
 * (`leftOut`). Every cell that cannot be read is a problem with line, column, what is wrong and
 * what is allowed, the cell's text in `value` alone; the kind of event it would have been goes into
 * the journey's `unreadable`, so that what depends on it is undetermined, never "not done". Cells are
 * trimmed; an empty one means that nothing happened. A kind of event without a column is in the journey's
 * `notRecorded` instead, unless `events` come with the rows. The first row is line 2, as below a header. A row with nothing
 * in it and a row of totals (one of its cells says "Total" or the like, and none of its date columns holds what may be a date) are problems
 * and no referrals, and do not count as left out. Dates are text, or numbers where the mapping says so: a `Date` object is
 * an instant, and a problem.
 *
 * @throws ProgrammeFault `journey/rows` for what is no list of rows, `journey/mapping…` for a mapping
 * that cannot be followed, `journey/column-missing` when no row has a required column (`id`,
 * `received_on`; `id`, `kind`, `on` of events), `journey/mapped-column-missing` when none has one that
 * the mapping names.
 *
 * @example
 * ```ts
 * import { readJourneys, whpJetsCv06 } from "programme-rules";
 *
 * const rows = [
 *   { id: "R1", received_on: "2021-04-01", started_on: "2021-04-12", outcome_on: "2021-06-18" },
 *   { id: "R2", received_on: "2021-04-01", started_on: "12/04/2021" },
 * ];
 * const { journeys, problems } = readJourneys(rows, { programme: whpJetsCv06 });
 * journeys[0]?.events.at(-1); // => { kind: "milestone-reached", on: "2021-06-18", milestone: "1000" }
 * journeys[1]?.unreadable; // => ["started"]
 * problems[0]?.value; // => "12/04/2021"
 *
 * const exported = [{ Ref: "R1", "Received On": "01-Apr-21", Provider: "Total" }, { Ref: "Total" }];
 * const read = readJourneys(exported, { columns: { id: "ref" }, dates: ["dd-MMM-yy", "uk"] });
 * read.journeys[0]?.events; // => [{ kind: "referral-received", on: "2021-04-01" }]
 * read.problems[0]?.code; // => "journey/total-row"
 * readJourneys(exported, { dates: ["dd/MM/yy", "yy/MM/dd"] }); // throws 02/01/01 would be 2001-01-02 and 2002-01-01
 * readJourneys("id,received_on\nR1,2021-04-01" as never); // throws Read the file with a CSV reader first
 * ```
 */
export function readJourneys(rows: Iterable<Row>, mapping: RowMapping = {}): JourneysRead {
  checkRows("rows", rows);
  const ready = readyMapping(mapping);
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const wide = new WideRows(ready, report);
  const read = readAll(wide.table, rows, (cells, line) => wide.read(cells, line));
  // Rows need not have the same keys: which columns there are is known at their end.
  const notRecorded = wide.notRecorded(mapping.events !== undefined);
  const journeys = read.map((journey) => withNotRecorded(journey, notRecorded));
  const rest = { problems, ...defined({ leftOut: filled(rowsLeftOut(problems)) }) };
  if (mapping.events === undefined) return { journeys: [...distinct(journeys)], ...rest };
  const long = new LongRows(ready, report);
  const events = readAll(long.table, mapping.events, (cells, line) => long.read(cells, line));
  return { journeys: [...distinct(joined(journeys, events, long))], ...rest };
}

function joined(journeys: readonly Journey[], events: readonly EventRow[], long: LongRows): Journey[] {
  const byJourney = new Map<string, EventRow[]>(journeys.map(({ id }) => [id, []]));
  for (const row of events) {
    const rows = byJourney.get(row.journey);
    if (rows === undefined) long.orphan(row);
    else rows.push(row);
  }
  return journeys.map((journey) => joinEvents(journey, byJourney.get(journey.id)!));
}

function withNotRecorded(journey: Journey, known: NotRecorded): Journey {
  const notRecorded = known.of(journey.events);
  return notRecorded === undefined ? journey : { ...journey, notRecorded };
}

type ReadRow<Result> = (cells: readonly unknown[], line: number) => Result | undefined;

/** Reads each row in the order of the columns met so far: rows need not have the same keys. */
function readAll<Result>({ header }: Table, rows: Iterable<Row>, read: ReadRow<Result>): Result[] {
  const places = new Map<string, number>();
  const results: Result[] = [];
  let line = 1;
  for (const row of rows) {
    line++;
    const cells = cellsOf(row, places, (name) => header.add(name));
    const result = read(cells, line);
    if (result !== undefined) results.push(result);
  }
  if (line > 1) header.requireAll();
  return results;
}

/** Where some CSV readers put the cells beyond the header's. */
const EXTRA = "__parsed_extra";

function cellsOf(row: unknown, places: Map<string, number>, add: (name: string) => void): unknown[] {
  const given = (typeof row === "object" && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  const names = Object.keys(given).filter((name) => name !== EXTRA);
  for (const name of names) {
    if (places.has(name)) continue;
    places.set(name, places.size);
    add(name);
  }
  const cells = new Array<unknown>(places.size).fill("");
  for (const name of names) cells[places.get(name)!] = given[name];
  return Object.hasOwn(given, EXTRA) ? cells.concat(given[EXTRA]) : cells;
}

const EVENT_ROW: Kind = { name: "a row as `event` of a reader gives it", has: { journey: "", line: 0 } };
const EVENT_ROWS: Kind = { name: "a list of rows as `event` of a reader gives them", has: [EVENT_ROW.has] };

const ID = kind((id) => typeof id === "string", "text");
const NAMES = listOf(ID);
const ROW_FILES: OptionKinds<RowFiles> = { referrals: TEXT, events: TEXT, columns: NAMES };
/** What stands in a cell is data: what is no text is a problem, as in `readJourneys`. */
const CELLS = kind(Array.isArray, "a list of cells");
const LINE = wholeNumber(1);

/** Reads rows one at a time, for streams: nothing of a row is kept but its id. */
export interface RowReader {
  /** Standard columns that the referrals do not have. */
  readonly missing: readonly string[];
  /**
   * Takes the column names of the referrals before their first row; `line` is the one they stand on. Referrals in
   * several files have a header each, taken with the `file`'s name before its rows; a file may be read again.
   */
  header(names: readonly string[], line?: number, file?: string): void;
  /**
   * Takes the id of a wide row before it is read, for whoever reads rows twice; whether an earlier row has it. Later rows
   * of an id are problems, and journeys all the same: what comes of several is for the caller to say, with
   * `ReportBuilder` or from a list.
   */
  note(cells: readonly unknown[], line: number): boolean;
  /** Where the first row of an id stands among all referrals; later rows have greater numbers. Undefined for an id not met. */
  placeOf(id: string): number | undefined;
  /**
   * A wide row as a journey; undefined when it is none, and then a problem has said so. Where long rows are to come,
   * take their header or name their file first: else what has no column is not recorded.
   */
  journey(cells: readonly unknown[], line: number): Journey | undefined;
  /** The id of a wide row without reading the rest; `""` when it has none. */
  idOf(cells: readonly unknown[]): string;
  /** Takes the column names of the events, as `header` does. */
  eventHeader(names: readonly string[], line?: number, file?: string): void;
  /**
   * A long row as an event of a journey, or undefined likewise. What could not be read has the kind in
   * `unreadable` instead of an event.
   */
  event(cells: readonly unknown[], line: number): EventRow | undefined;
  /** The id of a long row without reading the rest; `""` when it has none. */
  eventIdOf(cells: readonly unknown[]): string;
  /** Says that a long row's journey was not read. */
  orphan(row: EventRow): void;
}

/**
 * A reader of rows that arrive one at a time, as `readJourneys` reads those of a list. Each problem
 * is handed to `report` when it is met; lines are counted by the caller.
 *
 * @throws ProgrammeFault `journey/mapping…` for a mapping that cannot be followed; from `header` and
 * `eventHeader`, `journey/column-missing`, `journey/mapped-column-missing` and `journey/column-twice`.
 *
 * @example
 * ```ts
 * import { rowReader, type Problem } from "programme-rules";
 *
 * const problems: Problem[] = [];
 * const reader = rowReader({ dates: "uk" }, (problem) => problems.push(problem));
 * reader.header(["id", "received_on", "left_on"]);
 * reader.journey(["R1", "01/04/2021", ""], 2)?.events; // => [{ kind: "referral-received", on: "2021-04-01" }]
 * reader.journey(["R2", "02/04/2021", "soon"], 3)?.unreadable; // => ["left"]
 * problems[0]?.line; // => 3
 * rowReader({}, () => {}).header(["Reference"]); // throws referrals without a column "id" and "received_on"
 * ```
 */
export function rowReader(
  mapping: RowMapping,
  report: (problem: Problem) => void,
  files: RowFiles = {},
): RowReader {
  const ready = readyMapping(mapping);
  CALLBACK(report, "report");
  optionsOf(files, ROW_FILES);
  const wide = new WideRows(ready, report, files);
  const long = new LongRows(ready, report, files.events);
  let hasLongRows = files.events !== undefined;
  /** Whether the columns are known of which the rows to come are. */
  let isKnown = false;
  return {
    get missing() {
      return [...ready.wide.keys()].filter((column) => wide.table.header.place(column) === undefined);
    },
    header: (names, line = 1, file = files.referrals) => {
      takeHeader(wide.tables, names, line, file);
      isKnown = false;
    },
    note: (cells, line) => {
      CELLS(cells, "cells");
      LINE(line, "line");
      return wide.note(cells, line);
    },
    placeOf: (id) => {
      ID(id, "id");
      return wide.ids.placeOf(id);
    },
    journey: (cells, line) => {
      CELLS(cells, "cells");
      LINE(line, "line");
      if (!isKnown) wide.knowColumns(hasLongRows);
      isKnown = true;
      return wide.read(cells, line);
    },
    idOf: (cells) => {
      CELLS(cells, "cells");
      return wide.table.peek(cells, "id");
    },
    eventHeader: (names, line = 1, file = files.events) => {
      takeHeader(long.tables, names, line, file);
      hasLongRows = true;
      isKnown = false;
    },
    event: (cells, line) => {
      CELLS(cells, "cells");
      LINE(line, "line");
      return long.read(cells, line);
    },
    eventIdOf: (cells) => {
      CELLS(cells, "cells");
      return long.table.peek(cells, "id");
    },
    orphan: (row) => {
      refuseOther(row, EVENT_ROW);
      long.orphan(row);
    },
  };
}

function takeHeader(tables: Tables, names: readonly string[], line: number, file: string | undefined): void {
  NAMES(names, "names");
  LINE(line, "line");
  if (file !== undefined) TEXT(file, "file");
  tables.take(names, line, file);
}

/**
 * A journey with the events of its long rows after its own, and their unreadable kinds with its own.
 *
 * @example
 * ```ts
 * import { withEvents } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * const row = { journey: "R1", line: 2, event: { kind: "contacted", on: "2021-04-06" } };
 * withEvents(journey, [row]).events.length; // => 2
 * ```
 */
export function withEvents(journey: Journey, rows: readonly EventRow[]): Journey {
  refuseNotJourney(journey);
  refuseOther(rows, EVENT_ROWS);
  return joinEvents(journey, rows);
}

/** As {@link withEvents}, of what a reader of rows has made itself. */
export function joinEvents(journey: Journey, rows: readonly EventRow[]): Journey {
  if (rows.length === 0) return journey;
  const events = journey.events.slice();
  let unreadable: Set<string> | undefined;
  for (const { event, unreadable: untold } of rows) {
    if (event !== undefined) events.push(event);
    if (untold === undefined) continue;
    unreadable ??= new Set(journey.unreadable);
    for (const each of [untold].flat()) unreadable.add(each);
  }
  return unreadable === undefined
    ? { ...journey, events }
    : { ...journey, events, unreadable: [...unreadable] };
}
