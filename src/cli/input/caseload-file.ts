import { readFile, stat } from "node:fs/promises";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import {
  type EventRow,
  type Journey,
  type Problem,
  type RowMapping,
  type RowReader,
  rowReader,
  withEvents,
} from "../../journey/index.js";
import type { Programme } from "../../rules/index.js";
import { hanging, ProgressBar, type Terminal, wrapped } from "../output/terminal.js";
import type { FileCommandOptions } from "./command-options.js";
import { below, type CsvRow, type CsvWatch, csvFault, csvRows, readOnce } from "./csv-file.js";

/** Opens the files that the options name; journeys come as they are read, with a bar on long files. */
export async function openCaseload(
  file: string,
  options: Pick<FileCommandOptions, "events" | "mapping">,
  programme: Programme,
  terminal: Terminal,
): Promise<CaseloadReading> {
  const progress = new ProgressBar(terminal);
  const mapping = options.mapping === undefined ? {} : await readMapping(options.mapping);
  const source: CaseloadSource = defined({
    file,
    eventsFile: options.events,
    mapping: { ...mapping, programme },
    onProgress: progress.update,
    onNotice: (text: string) => terminal.note(`${wrapped(`Note: ${text}`, terminal.columns, hanging)}\n`),
  });
  const reading = readCaseload(source);
  return { journeys: cleared(reading.journeys, progress), problems: reading.problems };
}

/** As {@link openCaseload}, for commands that need all of it at once. */
export async function readWholeCaseload(
  file: string,
  options: Pick<FileCommandOptions, "events" | "mapping">,
  programme: Programme,
  terminal: Terminal,
): Promise<WholeCaseload> {
  const caseload = await openCaseload(file, options, programme, terminal);
  const journeys: Journey[] = [];
  for await (const journey of caseload.journeys) journeys.push(journey);
  return { journeys, problems: caseload.problems };
}

async function* cleared<T>(items: AsyncIterable<T>, progress: ProgressBar): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    progress.clear();
  }
}

/** What to read, and who is told how it goes. */
export interface CaseloadSource {
  /** Referrals, a row each. */
  readonly file: string;
  /** Events, a row each. */
  readonly eventsFile?: string;
  readonly mapping?: RowMapping;
  /** Bytes read so far, of all that will be read: with an events file each file is read twice. */
  readonly onProgress?: (bytesRead: number, bytesTotal: number) => void;
  /** Something to know about the files, one line. */
  readonly onNotice?: (text: string) => void;
}

const NO_COLUMN =
  "that is not recorded, and what rests on it undetermined (the mapping's absentMeansNo says where none means that it did not happen).";
const REPEATED =
  "What happens again and again (contacts, missed meetings, earnings …) comes with --events: without that file it is not recorded either.";

/** A caseload as it comes from its files. `problems` grows while journeys are read, and is whole at their end. */
interface CaseloadReading {
  readonly journeys: AsyncIterable<Journey>;
  readonly problems: readonly Problem[];
}

/** A caseload read to its end. */
export interface WholeCaseload {
  readonly journeys: readonly Journey[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a caseload from files as a stream: of the referrals only ids are kept. An events file in the
 * order of the referrals is read side by side with them; in any other order it is held in memory, and
 * `onNotice` says so.
 *
 * @throws ProgrammeFault while journeys are read, for input that cannot be used: `csv/…`, and those of
 * `rowReader` for mapping and headers.
 */
export function readCaseload(source: CaseloadSource): CaseloadReading {
  const list = new ProblemList();
  return { journeys: journeysOf(source, list), problems: list.problems };
}

async function* journeysOf(source: CaseloadSource, list: ProblemList): AsyncGenerator<Journey> {
  const { file, eventsFile, mapping = {} } = source;
  const reader = rowReader(mapping, list.add, defined({ referrals: file, events: eventsFile }));
  const watch = await watchOf(source);
  if (eventsFile === undefined) {
    for await (const { cells, line } of below(csvRows(file, watch), takeHeader(reader, source))) {
      const journey = reader.journey(cells, line);
      if (journey !== undefined) yield journey;
    }
  } else yield* joined(source, eventsFile, reader, watch);
  list.close();
}

async function* joined(
  source: CaseloadSource,
  eventsFile: string,
  reader: RowReader,
  watch: CsvWatch,
): AsyncGenerator<Journey> {
  const { file, onNotice } = source;
  await noteIds(csvRows(file, watch), reader, takeHeader(reader, source));
  const inOrder = await isInOrder(csvRows(eventsFile, watch), reader);
  if (!inOrder) {
    onNotice?.(
      `${eventsFile} is not in the order of ${file}: all of its rows are held in memory. Sort both by id to avoid that.`,
    );
  }
  const quiet = defined({ onBytes: watch.onBytes });
  const rows = below(csvRows(eventsFile, quiet));
  const events: EventSource = inOrder ? new MergedEvents(rows, reader) : await HeldEvents.of(rows, reader);
  try {
    for await (const { cells, line } of below(csvRows(file, quiet))) {
      const journey = reader.journey(cells, line);
      const own = await events.of(line);
      if (journey !== undefined) yield withEvents(journey, own);
      else for (const event of own) reader.orphan(event);
    }
    await events.finish();
  } finally {
    await rows.return(undefined);
  }
}

function takeHeader(
  reader: RowReader,
  { file, eventsFile, onNotice }: CaseloadSource,
): (names: readonly string[]) => void {
  return (names) => {
    reader.header(names);
    // When the end of a job became known is no event of its own: without it, it is the day itself.
    const missing = reader.missing.filter(
      (column) => column.endsWith("_on") && column !== "job_end_known_on",
    );
    const instead = eventsFile === undefined ? NO_COLUMN : `read from ${eventsFile} alone.`;
    const said = missing.length === 0 ? [] : [`${file} has no ${missing.join(", ")}: ${instead}`];
    if (eventsFile === undefined) said.push(REPEATED);
    if (said.length > 0) onNotice?.(said.join(" "));
  };
}

async function noteIds(
  rows: AsyncIterable<CsvRow>,
  reader: RowReader,
  header: (names: readonly string[]) => void,
): Promise<void> {
  for await (const { cells, line } of below(rows, header)) {
    const id = reader.idOf(cells);
    if (id !== "" && !reader.lines.has(id)) reader.lines.set(id, line);
  }
}

/** Whether events follow the order of their referrals; those of no referral do not matter. */
async function isInOrder(rows: AsyncIterable<CsvRow>, reader: RowReader): Promise<boolean> {
  let last = 0;
  let inOrder = true;
  for await (const { cells } of below(rows, (names) => reader.eventHeader(names))) {
    const line = reader.lines.get(reader.eventIdOf(cells)) ?? last;
    if (line < last) inOrder = false;
    last = line;
  }
  return inOrder;
}

async function watchOf({ file, eventsFile, onProgress, onNotice }: CaseloadSource): Promise<CsvWatch> {
  const referrals = await sizeOf(file, eventsFile !== undefined);
  const total = eventsFile === undefined ? referrals : 2 * (referrals + (await sizeOf(eventsFile, true)));
  let read = 0;
  const onBytes = (bytes: number) => {
    read += bytes;
    onProgress?.(read, total);
  };
  return defined({ onBytes, onNotice });
}

async function sizeOf(file: string, isReadTwice: boolean): Promise<number> {
  try {
    const found = await stat(file);
    if (isReadTwice && !found.isFile() && !found.isDirectory()) throw readOnce(file);
    return found.size;
  } catch (error) {
    throw csvFault(file, error, 1);
  }
}

/** So many problems of one code in one column are listed; the rest are counted. */
const LISTED = 1000;

/**
 * The problems of a file, in bounded memory: a file read with the wrong date form has one in every
 * cell. What is not listed is counted, in one problem more, when the list is closed.
 */
class ProblemList {
  readonly problems: Problem[] = [];
  readonly #counts = new Map<string, { readonly like: Problem; count: number }>();

  readonly add = (problem: Problem): void => {
    const key = JSON.stringify([problem.code, problem.file, problem.column]);
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { like: problem, count: 1 });
    else known.count++;
    if ((known?.count ?? 1) <= LISTED) this.problems.push(problem);
  };

  close(): void {
    for (const { like, count } of this.#counts.values())
      if (count > LISTED) this.problems.push(moreOfTheSame(like, count - LISTED));
  }
}

function moreOfTheSame({ code, file, column }: Problem, count: number): Problem {
  const where = column === undefined ? "" : `${column}: `;
  const message = `${where}${count} more of the problems ${code}. The first ${LISTED} are listed.`;
  return defined({ code: "csv/more-of-the-same", message, file, column });
}

/**
 * A mapping from a JSON file. What it may say is checked when rows are read with it.
 *
 * @throws ProgrammeFault `csv/no-file`, `csv/unreadable-file`, `csv/mapping-json`.
 */
export async function readMapping(file: string): Promise<RowMapping> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw csvFault(file, error, 1);
  });
  const read = parsed(text.replace(/^\ufeff/, ""));
  if (read === undefined) throw mappingFault(file, "not JSON", "Check its commas, quotes and brackets.");
  if (typeof read !== "object" || read === null || Array.isArray(read)) {
    throw mappingFault(file, "not a JSON object", "Write the mapping between { and }.");
  }
  return read;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mappingFault(file: string, what: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/mapping-json",
    given: `${shown(file)}, which is ${what}`,
    allowed: 'a JSON object such as { "columns": { "received_on": "Date received" }, "dates": "uk" }',
    todo,
  });
}

/** Where the events of each referral come from. */
interface EventSource {
  /** The events of the referral on a line; lines are asked for in order. Events of no referral are reported. */
  of(line: number): Promise<readonly EventRow[]>;
  /** Reports what is left when all referrals have been read. */
  finish(): Promise<void>;
}

/** Events in the order of the referrals, read side by side with them: one row is held at a time. */
class MergedEvents implements EventSource {
  #ahead: CsvRow | undefined;
  readonly #rows: AsyncIterator<CsvRow>;
  readonly #reader: RowReader;

  constructor(rows: AsyncIterator<CsvRow>, reader: RowReader) {
    this.#rows = rows;
    this.#reader = reader;
  }

  async of(line: number): Promise<readonly EventRow[]> {
    const reader = this.#reader;
    const found: EventRow[] = [];
    for (let row = await this.#next(); row !== undefined; row = await this.#next()) {
      const referral = reader.lines.get(reader.eventIdOf(row.cells));
      if (referral !== undefined && referral > line) {
        this.#ahead = row;
        break;
      }
      const event = reader.event(row.cells, row.line);
      if (event !== undefined && referral === line) found.push(event);
      else if (event !== undefined) reader.orphan(event);
    }
    return found;
  }

  async finish(): Promise<void> {
    await this.of(Number.POSITIVE_INFINITY);
  }

  async #next(): Promise<CsvRow | undefined> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead !== undefined) return ahead;
    const { done, value } = await this.#rows.next();
    return done === true ? undefined : value;
  }
}

/** Events in any order, all held in memory, by the line of their referral. */
class HeldEvents implements EventSource {
  readonly #byLine = new Map<number, EventRow[]>();
  readonly #reader: RowReader;

  private constructor(reader: RowReader) {
    this.#reader = reader;
  }

  static async of(rows: AsyncIterable<CsvRow>, reader: RowReader): Promise<HeldEvents> {
    const held = new HeldEvents(reader);
    for await (const { cells, line } of rows) {
      const event = reader.event(cells, line);
      if (event !== undefined) held.#hold(event);
    }
    return held;
  }

  async of(line: number): Promise<readonly EventRow[]> {
    const found = this.#byLine.get(line) ?? [];
    this.#byLine.delete(line);
    return found;
  }

  async finish(): Promise<void> {}

  #hold(event: EventRow): void {
    const line = this.#reader.lines.get(event.journey);
    const others = line === undefined ? undefined : this.#byLine.get(line);
    if (line === undefined) this.#reader.orphan(event);
    else if (others === undefined) this.#byLine.set(line, [event]);
    else others.push(event);
  }
}
