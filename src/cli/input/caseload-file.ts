import type { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Report, ReportBuilder } from "../../compliance/index.js";
import { defined, filled } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import {
  type DataProblems,
  type EventRow,
  type Journey,
  type LeftOut,
  oneOf,
  type Problem,
  ProblemList,
  type RowMapping,
  type RowReader,
  rowReader,
  rowsLeftOut,
  withEvents,
} from "../../journey/index.js";
import type { Programme } from "../../rules/index.js";
import { hanging, ProgressBar, type Terminal, wrapped } from "../output/terminal.js";
import type { FileCommandOptions } from "./command-options.js";
import { below, type CsvRow, type CsvWatch, csvFault, csvRows, readOnce } from "./csv-file.js";

/**
 * Opens the files that the options name; journeys come as they are read, with a bar on long files. What is wrong with
 * the files goes to `data`, where the command adds what is wrong with the journeys.
 *
 * @throws ProgrammeFault `csv/no-referral` at the end of journeys of which there are none, and those of `readCaseload`.
 */
export async function openCaseload(
  file: string,
  options: Pick<FileCommandOptions, "events" | "mapping">,
  programme: Programme,
  terminal: Terminal,
  data: ProblemList,
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
  const reading = readCaseload(source, data);
  return {
    journeys: cleared(someOf(reading.journeys, file, data), progress),
    get leftOut() {
      return reading.leftOut;
    },
  };
}

/** As {@link openCaseload}, for commands that need all of it at once. */
export async function readWholeCaseload(
  file: string,
  options: Pick<FileCommandOptions, "events" | "mapping">,
  programme: Programme,
  terminal: Terminal,
  data: ProblemList,
): Promise<WholeCaseload> {
  const caseload = await openCaseload(file, options, programme, terminal, data);
  const journeys: Journey[] = [];
  for await (const journey of caseload.journeys) journeys.push(journey);
  return { journeys, leftOut: caseload.leftOut };
}

/** The report of a caseload, with what is wrong with its files and left out of them. */
export async function reportOf(
  builder: ReportBuilder,
  caseload: CaseloadReading,
  data: ProblemList,
): Promise<Report> {
  for await (const journey of caseload.journeys) builder.add(journey);
  return withFile(builder.result(), caseload, data);
}

/** A report with what is wrong with the files it was made from, and left out of them. */
export function withFile(
  { receipt, period, by, journeys, leftOut, ...report }: Report,
  caseload: Pick<CaseloadReading, "leftOut">,
  { problems, problemCounts }: DataProblems,
): Report {
  const all = { ...leftOut, ...caseload.leftOut };
  return {
    receipt,
    ...defined({ period, by }),
    journeys,
    ...defined({ leftOut: filled(all) }),
    ...report,
    problems,
    problemCounts,
  };
}

async function* someOf(
  journeys: AsyncIterable<Journey>,
  file: string,
  data: DataProblems,
): AsyncGenerator<Journey> {
  let isEmpty = true;
  for await (const journey of journeys) {
    isEmpty = false;
    yield journey;
  }
  if (isEmpty) throw noReferral(file, data.problems.find((problem) => problem.file === file)?.message);
}

/** A file that was read to its end without a referral in it. */
function noReferral(file: string, problem: string | undefined): ProgrammeFault {
  const [what, todo] =
    problem === undefined
      ? ["it has no rows below its header", "Check that the export was finished."]
      : ["no row can be used", problem];
  return new ProgrammeFault(
    {
      code: "csv/no-referral",
      given: `${shown(file)}, which has no referral: ${what}`,
      allowed: "at least one referral in a row below the header",
      todo,
    },
    `No referral in ${file}: ${what}. ${todo}`,
  );
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

const NO_COLUMN = "that is not recorded, and what rests on it is undetermined.";
const REPEATED =
  "What happens again and again (contacts, missed meetings, earnings …) comes with --events: without that file it is not recorded either.";

/** A caseload as it comes from its files. What is left out is whole at the end of its journeys. */
export interface CaseloadReading {
  readonly journeys: AsyncIterable<Journey>;
  readonly leftOut: LeftOut;
}

/** A caseload read to its end. */
export interface WholeCaseload {
  readonly journeys: readonly Journey[];
  readonly leftOut: LeftOut;
}

/**
 * Reads a caseload from files as a stream: of the referrals only ids are kept, and the rows of an id that comes again,
 * which are one journey at the end. An events file in the order of the referrals is read side by side with them; in
 * any other order it is held in memory, and `onNotice` says so. What can be read only once, such as standard input,
 * is read as it comes, the same id twice too.
 *
 * @throws ProgrammeFault while journeys are read, for input that cannot be used: `csv/…`, and those of
 * `rowReader` for mapping and headers.
 */
export function readCaseload(source: CaseloadSource, data: ProblemList): CaseloadReading {
  const repeated = new RepeatedIds();
  const rows = new ProblemList();
  const report = (problem: Problem) => {
    data.add(problem);
    rows.add(problem);
  };
  return {
    journeys: journeysOf(source, report, repeated),
    get leftOut() {
      return { ...rowsLeftOut(rows.problemCounts), ...repeated.leftOut };
    },
  };
}

async function* journeysOf(
  source: CaseloadSource,
  report: (problem: Problem) => void,
  repeated: RepeatedIds,
): AsyncGenerator<Journey> {
  const { file, eventsFile, mapping = {} } = source;
  const reader = rowReader(mapping, report, defined({ referrals: file, events: eventsFile }));
  const [watch, isReadOnce] = await watchOf(source);
  if (!isReadOnce) {
    yield* joined(source, reader, watch, repeated);
    return;
  }
  for await (const { cells, line } of below(csvRows(file, watch), takeHeader(reader, source))) {
    const journey = reader.journey(cells, line);
    if (journey !== undefined) yield journey;
  }
}

async function* joined(
  source: CaseloadSource,
  reader: RowReader,
  watch: CsvWatch,
  repeated: RepeatedIds,
): AsyncGenerator<Journey> {
  const { file } = source;
  await noteIds(csvRows(file, watch), reader, takeHeader(reader, source), repeated);
  const quiet = defined({ onBytes: watch.onBytes });
  const events = await eventsOf(source, reader, watch);
  try {
    for await (const { cells, line } of below(csvRows(file, quiet))) {
      const journey = reader.journey(cells, line);
      const own = await events.of(line);
      if (repeated.takes(reader.idOf(cells), journey, own)) continue;
      if (journey !== undefined) yield withEvents(journey, own);
      else for (const event of own) reader.orphan(event);
    }
    yield* repeated.journeys((event) => reader.orphan(event));
    await events.finish();
  } finally {
    await events.close();
  }
}

/** The rows of ids that come again. */
class RepeatedIds {
  readonly #held = new Map<string, { readonly rows: Journey[]; readonly events: EventRow[] }>();
  #differing = 0;

  note(id: string): void {
    if (!this.#held.has(id)) this.#held.set(id, { rows: [], events: [] });
  }

  /** Holds a row whose id comes again; false for any other. */
  takes(id: string, journey: Journey | undefined, events: readonly EventRow[]): boolean {
    const held = this.#held.get(id);
    if (journey !== undefined) held?.rows.push(journey);
    held?.events.push(...events);
    return held !== undefined;
  }

  /** One journey for each id: of rows that are alike, or of which nothing can be judged. */
  *journeys(orphan: (event: EventRow) => void): Generator<Journey> {
    for (const { rows, events } of this.#held.values()) {
      if (rows.length === 0) {
        for (const event of events) orphan(event);
        continue;
      }
      const one = oneOf(rows);
      if (one.leftOut !== undefined) this.#differing++;
      yield one.leftOut === undefined ? withEvents(one, events) : one;
    }
  }

  get leftOut(): LeftOut {
    return this.#differing === 0 ? {} : { "id-twice": this.#differing };
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
    const instead =
      eventsFile === undefined
        ? NO_COLUMN
        : `read from ${eventsFile} alone, where none means that it did not happen, unless the mapping lists it as notRecorded.`;
    const said = missing.length === 0 ? [] : [`${file} has no ${missing.join(", ")}: ${instead}`];
    if (eventsFile === undefined) said.push(REPEATED);
    if (said.length > 0) onNotice?.(said.join(" "));
  };
}

async function noteIds(
  rows: AsyncIterable<CsvRow>,
  reader: RowReader,
  header: (names: readonly string[]) => void,
  repeated: RepeatedIds,
): Promise<void> {
  for await (const { cells, line } of below(rows, header)) {
    const id = reader.idOf(cells);
    if (reader.lines.has(id)) repeated.note(id);
    else if (id !== "") reader.lines.set(id, line);
  }
}

async function eventsOf(
  { file, eventsFile, onNotice }: CaseloadSource,
  reader: RowReader,
  watch: CsvWatch,
): Promise<EventSource> {
  if (eventsFile === undefined) return NO_EVENTS;
  const inOrder = await isInOrder(csvRows(eventsFile, watch), reader);
  const rows = below(csvRows(eventsFile, defined({ onBytes: watch.onBytes })));
  if (inOrder) return new MergedEvents(rows, reader);
  onNotice?.(
    `${eventsFile} is not in the order of ${file}: all of its rows are held in memory. Sort both by id to avoid that.`,
  );
  return HeldEvents.of(rows, reader);
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

/** How reading is watched; and whether the referrals can be read only once, so that nobody can look ahead. */
async function watchOf({
  file,
  eventsFile,
  onProgress,
  onNotice,
}: CaseloadSource): Promise<[CsvWatch, isReadOnce: boolean]> {
  const files = eventsFile === undefined ? [file] : [file, eventsFile];
  const found = await Promise.all(files.map(statOf));
  const once = found.findIndex((each) => !(each.isFile() || each.isDirectory()));
  const isReadOnce = once >= 0;
  if (isReadOnce && eventsFile !== undefined) throw readOnce(files[once]!);
  const total = (isReadOnce ? 1 : 2) * found.reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  const onBytes = (bytes: number) => {
    read += bytes;
    onProgress?.(read, total);
  };
  return [defined({ onBytes, onNotice }), isReadOnce];
}

async function statOf(file: string): Promise<Stats> {
  try {
    return await stat(file);
  } catch (error) {
    throw csvFault(file, error, 1);
  }
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
  close(): Promise<unknown>;
}

const NO_EVENTS: EventSource = {
  of: async () => [],
  finish: async () => {},
  close: async () => {},
};

/** Events in the order of the referrals, read side by side with them: one row is held at a time. */
class MergedEvents implements EventSource {
  #ahead: CsvRow | undefined;
  readonly #rows: AsyncGenerator<CsvRow>;
  readonly #reader: RowReader;

  constructor(rows: AsyncGenerator<CsvRow>, reader: RowReader) {
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

  close(): Promise<unknown> {
    return this.#rows.return(undefined);
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

  async close(): Promise<void> {}

  #hold(event: EventRow): void {
    const line = this.#reader.lines.get(event.journey);
    const others = line === undefined ? undefined : this.#byLine.get(line);
    if (line === undefined) this.#reader.orphan(event);
    else if (others === undefined) this.#byLine.set(line, [event]);
    else others.push(event);
  }
}
