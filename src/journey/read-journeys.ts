import { checkRows } from "./check-mapping.js";
import type { Journey, Problem } from "./journey.js";
import { type EventRow, LongRows } from "./long-row.js";
import type { Row, RowMapping } from "./mapping.js";
import { planOf } from "./plan.js";
import { withEvents } from "./row-reader.js";
import type { Table } from "./table.js";
import { WideRows } from "./wide-row.js";

/** What rows held: the journeys, in the order of their rows, and everything that could not be read. */
export interface JourneysRead {
  readonly journeys: readonly Journey[];
  readonly problems: readonly Problem[];
}

/**
 * Reads rows, one a referral, as any CSV reader gives them: objects with a text for each column.
 * Give long rows, one an event, as `events` in the mapping.
 *
 * Every row becomes a journey, or a problem says why it does not: it has no id, an id used before, or
 * another programme. Every cell that cannot be read is a problem with line, column, what is wrong and
 * what is allowed, the cell's text in `value` alone; the kind of event it would have been goes into
 * the journey's `unreadable`, so that what depends on it is undetermined, never "not done". Cells are
 * trimmed; an empty one means that nothing happened. The first row is line 2, as below a header.
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
 * readJourneys("id,received_on\nR1,2021-04-01" as never); // throws Read the file with a CSV reader first
 * ```
 */
export function readJourneys(rows: Iterable<Row>, mapping: RowMapping = {}): JourneysRead {
  checkRows("rows", rows);
  const plan = planOf(mapping);
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const wide = new WideRows(plan, report);
  const journeys = readAll(wide.table, rows, (cells, line) => wide.read(cells, line));
  if (mapping.events === undefined) return { journeys, problems };
  const long = new LongRows(plan, report);
  const events = readAll(long.table, mapping.events, (cells, line) => long.read(cells, line));
  return { journeys: joined(journeys, events, long), problems };
}

function joined(journeys: readonly Journey[], events: readonly EventRow[], long: LongRows): Journey[] {
  const byJourney = new Map<string, EventRow[]>(journeys.map(({ id }) => [id, []]));
  for (const row of events) {
    const rows = byJourney.get(row.journey);
    if (rows === undefined) long.orphan(row);
    else rows.push(row);
  }
  return journeys.map((journey) => withEvents(journey, byJourney.get(journey.id)!));
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
