import { type Kind, optionsOf, refuseNotJourney, refuseOther } from "../argument.js";
import type { Journey, Problem } from "./journey.js";
import { type EventRow, LongRows } from "./long-row.js";
import type { RowMapping } from "./mapping.js";
import { planOf } from "./plan.js";
import { WideRows } from "./wide-row.js";

const EVENT_ROWS: Kind = { name: "a list of rows as `event` of a reader gives them", has: [{}] };

/** The names that problems give to the files rows come from. */
export interface RowFiles {
  readonly referrals?: string;
  readonly events?: string;
}

/** Reads rows one at a time, for streams: nothing of a row is kept but its id. */
export interface RowReader {
  /**
   * The line of the first row of each id; later rows of that id are problems. Whoever reads the ids
   * beforehand may fill it.
   */
  readonly lines: Map<string, number>;
  /** Standard columns that the referrals do not have. */
  readonly missing: readonly string[];
  /** Takes the column names of the referrals, once, before their first row. */
  header(names: readonly string[]): void;
  /** A wide row as a journey; undefined when it is none, and then a problem has said so. */
  journey(cells: readonly string[], line: number): Journey | undefined;
  /** The id of a wide row without reading the rest; `""` when it has none. */
  idOf(cells: readonly string[]): string;
  /** Takes the column names of the events, once, before their first row. */
  eventHeader(names: readonly string[]): void;
  /**
   * A long row as an event of a journey, or undefined likewise. What could not be read has the kind in
   * `unreadable` instead of an event.
   */
  event(cells: readonly string[], line: number): EventRow | undefined;
  /** The id of a long row without reading the rest; `""` when it has none. */
  eventIdOf(cells: readonly string[]): string;
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
  const plan = planOf(mapping);
  optionsOf(files);
  const wide = new WideRows(plan, report, files.referrals);
  const long = new LongRows(plan, report, files.events);
  return {
    lines: wide.lines,
    get missing() {
      return [...plan.wide.keys()].filter((column) => wide.table.header.place(column) === undefined);
    },
    header: (names) => wide.table.header.addAll(names),
    journey: (cells, line) => wide.read(cells, line),
    idOf: (cells) => wide.table.peek(cells, "id"),
    eventHeader: (names) => long.table.header.addAll(names),
    event: (cells, line) => long.read(cells, line),
    eventIdOf: (cells) => long.table.peek(cells, "id"),
    orphan: (row) => long.orphan(row),
  };
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
  if (rows.length === 0) return journey;
  const events = rows.flatMap(({ event }) => event ?? []);
  const unreadable = new Set([...(journey.unreadable ?? []), ...rows.flatMap((row) => row.unreadable ?? [])]);
  return {
    ...journey,
    events: [...journey.events, ...events],
    ...(unreadable.size === 0 ? {} : { unreadable: [...unreadable] }),
  };
}
