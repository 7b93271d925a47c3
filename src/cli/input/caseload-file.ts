import type { Report } from "../../compliance/index.js";
import { defined, filled } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import {
  type DataProblems,
  type EventRow,
  type Journey,
  joinEvents,
  type LeftOut,
  oneOf,
  type Problem,
  ProblemList,
  type RowMapping,
  type RowReader,
  rowReader,
  rowsLeftOut,
  withoutPeople,
} from "../../journey/index.js";
import type { Programme } from "../../rules/index.js";
import { hanging, ProgressBar, type Terminal, wrapped } from "../output/terminal.js";
import { STANDARD_INPUT } from "./byte-source.js";
import { type FileCommandOptions, fileWords, type TableFlags } from "./command-options.js";
import type { TableRow } from "./csv-file.js";
import { type EventSource, isInOrder, MergedEvents, SortedEvents } from "./event-source.js";
import { readJson } from "./json-file.js";
import { columnsKnown } from "./mapping-draft.js";
import { openTable, type TableFile } from "./table-file.js";

/** The files of a command, opened: referrals, and events where there are any. */
export interface OpenFiles {
  readonly referrals: readonly TableFile[];
  readonly events: readonly TableFile[];
  readonly progress: ProgressBar;
}

type FileFlags = TableFlags & Pick<FileCommandOptions, "events" | "mapping">;

/**
 * Opens the files of a command, with a bar on long ones.
 *
 * @throws ProgrammeFault `csv/file-twice`, `csv/read-once` where events come with what can be read only once, and those
 * of `openTable`.
 */
export async function openFiles(
  files: readonly string[],
  { events, ...flags }: Pick<FileFlags, keyof TableFlags | "events">,
  terminal: Terminal,
): Promise<OpenFiles> {
  const all = [...files, ...events];
  const twice = all.find((file, at) => all.indexOf(file) !== at);
  if (twice !== undefined) throw fileTwice(twice);
  const progress = new ProgressBar(terminal);
  let read = 0;
  let total = 0;
  const watch = {
    onBytes: (count: number) => {
      read += count;
      if (total > 0) progress.update(read, total);
    },
    onNotice: noteTo(terminal),
  };
  const opened: TableFile[] = [];
  const { headerRow: _headerRow, sheet: _sheet, ...shared } = flags;
  for (const [at, file] of all.entries()) {
    opened.push(await openTable(file, at < files.length ? flags : shared, watch));
  }
  const once = opened.find(({ isReadOnce }) => isReadOnce);
  if (once !== undefined && events.length > 0) throw readOnce(once.file);
  const size = opened.reduce((sum, each) => sum + each.size, 0);
  total = once === undefined ? 2 * size : size;
  return { referrals: opened.slice(0, files.length), events: opened.slice(files.length), progress };
}

/** Where something to know about a file goes. */
export function noteTo(terminal: Terminal): (text: string) => void {
  return (text) => terminal.note(`${wrapped(`Note: ${text}`, terminal.columns, hanging)}\n`);
}

/**
 * The journeys of files, as they are read. What is wrong with the files goes to `data`, where the command adds what is
 * wrong with the journeys.
 *
 * @throws ProgrammeFault `csv/no-referral` at the end of journeys of which there are none, and those of `openFiles` and
 * `readCaseload`.
 */
export async function openCaseload(
  files: readonly string[] | OpenFiles,
  options: FileFlags,
  programme: Programme,
  terminal: Terminal,
  data: ProblemList,
): Promise<CaseloadReading> {
  const mapping = options.mapping === undefined ? {} : readMapping(options.mapping);
  const open = "referrals" in files ? files : await openFiles(files, options, terminal);
  const source: CaseloadSource = {
    ...open,
    mapping: { ...mapping, programme },
    onNotice: noteTo(terminal),
  };
  const reading = readCaseload(source, data);
  return {
    batches: cleared(someOf(reading.batches, open.referrals, data), open.progress),
    get leftOut() {
      return reading.leftOut;
    },
  };
}

/** As {@link openCaseload}, for commands that need all of it at once. */
export async function readWholeCaseload(
  files: readonly string[] | OpenFiles,
  options: FileFlags,
  programme: Programme,
  terminal: Terminal,
  data: ProblemList,
): Promise<WholeCaseload> {
  const caseload = await openCaseload(files, options, programme, terminal, data);
  const journeys: Journey[] = [];
  await eachJourney(caseload, (journey) => journeys.push(journey));
  return { journeys, leftOut: caseload.leftOut };
}

/** Does something with each journey of a caseload, one after the other, as they are read. */
export async function eachJourney(
  { batches }: Pick<CaseloadReading, "batches">,
  visit: (journey: Journey) => void,
): Promise<void> {
  for await (const journeys of batches) for (const journey of journeys) visit(journey);
}

/** A report with what is wrong with the files it was made from, and left out of them. */
export function withFile(
  { receipt, period, by, journeys, leftOut, ...report }: Report,
  caseload: Pick<CaseloadReading, "leftOut">,
  data: DataProblems,
): Report {
  const all = { ...leftOut, ...caseload.leftOut };
  const { problems, problemCounts } = report.suppressed === undefined ? data : withoutPeople(data);
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
  batches: Batches,
  tables: readonly TableFile[],
  data: DataProblems,
): AsyncGenerator<readonly Journey[]> {
  let isEmpty = true;
  for await (const journeys of batches) {
    if (journeys.length > 0) isEmpty = false;
    yield journeys;
  }
  if (!isEmpty) return;
  const files = tables.map(({ file }) => file);
  throw noReferral(files, data.problems.find(({ file = "" }) => files.includes(file))?.message);
}

/** Files that were read to their end without a referral in them. */
function noReferral(files: readonly string[], problem: string | undefined): ProgrammeFault {
  const [what, todo] =
    problem === undefined
      ? ["no rows below the header", "Check that the export was finished."]
      : ["no row can be used", problem];
  const words = fileWords(files);
  return new ProgrammeFault(
    {
      code: "csv/no-referral",
      given: `${words}, without a referral: ${what}`,
      allowed: "at least one referral in a row below the header",
      todo,
    },
    `No referral in ${words}: ${what}. ${todo}`,
  );
}

async function* cleared<T>(items: AsyncIterable<T>, progress: ProgressBar): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    progress.clear();
  }
}

/** What to read, and who is told of it. */
export interface CaseloadSource {
  /** Referrals, a row each. */
  readonly referrals: readonly TableFile[];
  /** Events, a row each. */
  readonly events: readonly TableFile[];
  readonly mapping?: RowMapping;
  /** Something to know about the files, one line. */
  readonly onNotice?: (text: string) => void;
}

const NO_COLUMN = "that is not recorded, and what rests on it is undetermined.";
const REPEATED =
  "What happens again and again (contacts, missed meetings, earnings …) comes with --events: without that file it is not recorded either.";

/** Journeys, many at a time: to hand them on one by one takes as long as to read them. */
type Batches = AsyncIterable<readonly Journey[]>;

/** A caseload as it comes from its files. What is left out is whole at the end of its journeys. */
export interface CaseloadReading {
  readonly batches: Batches;
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
 * any other order it is sorted first, and `onNotice` says so. What can be read only once, such as standard input,
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
    batches: journeysOf(source, report, repeated),
    get leftOut() {
      return { ...rowsLeftOut(rows.problemCounts), ...repeated.leftOut };
    },
  };
}

async function* journeysOf(
  source: CaseloadSource,
  report: (problem: Problem) => void,
  repeated: RepeatedIds,
): AsyncGenerator<readonly Journey[]> {
  const { referrals, events, mapping = {} } = source;
  const columns = referrals.flatMap(({ header }) => header.names);
  const reader = rowReader(mapping, report, defined({ events: events[0]?.file, columns }));
  const from1904 = [...referrals, ...events].find(({ countsFrom1904 }) => countsFrom1904);
  if (mapping.excelSerials === true && from1904 !== undefined) throw otherEpoch(from1904.file);
  const onHeader = (table: TableFile) => noteMissing(table, source, reader);
  if (referrals.every(({ isReadOnce }) => !isReadOnce)) {
    for await (const rows of referralRows(source, reader, onHeader)) {
      for (const { cells, line } of rows) if (reader.note(cells, line)) repeated.note(reader.idOf(cells));
    }
    yield* joined(source, reader, repeated);
    return;
  }
  for await (const rows of referralRows(source, reader, onHeader)) {
    yield rows.flatMap(({ cells, line }) => reader.journey(cells, line) ?? []);
  }
}

/** So many journeys are handed on together: of more, those that wait are moved about in memory. */
const TOGETHER = 64;

/** The journeys of rows whose ids are known, with their events. */
async function* joined(
  source: CaseloadSource,
  reader: RowReader,
  repeated: RepeatedIds,
): AsyncGenerator<readonly Journey[]> {
  const orphan = (event: EventRow) => reader.orphan(event);
  const events = await eventsOf(source, reader);
  try {
    let journeys: Journey[] = [];
    for await (const rows of referralRows(source, reader)) {
      for (const { cells, line } of rows) {
        const journey = reader.journey(cells, line);
        const id = journey?.id ?? reader.idOf(cells);
        const own = events === undefined ? [] : await events.of(reader.placeOf(id));
        if (repeated.takes(id, journey, own)) continue;
        if (journey !== undefined) journeys.push(joinEvents(journey, own));
        else own.forEach(orphan);
        if (journeys.length < TOGETHER) continue;
        yield journeys;
        journeys = [];
      }
    }
    yield [...journeys, ...repeated.journeys(orphan)];
    await events?.finish();
  } finally {
    await events?.close();
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
      yield one.leftOut === undefined ? joinEvents(one, events) : one;
    }
  }

  get leftOut(): LeftOut {
    return this.#differing === 0 ? {} : { "id-twice": this.#differing };
  }
}

/** The rows of all referrals, each file's header taken before its rows. */
async function* referralRows(
  { referrals, mapping }: CaseloadSource,
  reader: RowReader,
  onHeader?: (table: TableFile) => void,
): AsyncGenerator<readonly TableRow[]> {
  for (const table of referrals) {
    await takeHeader(table, "header", reader, mapping);
    onHeader?.(table);
    yield* table.rows();
  }
}

/** Takes a file's header; where names are missing, says what to do about it. */
async function takeHeader(
  table: TableFile,
  take: "header" | "eventHeader",
  reader: RowReader,
  mapping: RowMapping = {},
): Promise<void> {
  const { names, line } = table.header;
  try {
    reader[take](names, line, table.file);
  } catch (error) {
    if (!(error instanceof ProgrammeFault && error.code === "journey/column-missing")) throw error;
    const below = await table.rows().next();
    const rows: readonly TableRow[] = below.value ?? [];
    const isHeader = (cells: readonly string[]) => {
      try {
        rowReader(mapping, () => {})[take](cells);
        return true;
      } catch {
        return false;
      }
    };
    const found = headerBelow(rows, isHeader) ?? headerBelow(rows, (cells) => columnsKnown(cells, take) > 2);
    throw found === undefined ? unmapped(error, table, take) : headerFault(table.file, line, found);
  }
}

/** Where a header may still stand that has titles or notes above it. */
const LAST_HEADER = 50;

function headerBelow(
  rows: readonly TableRow[],
  isHeader: (cells: readonly string[]) => boolean,
): number | undefined {
  return rows.find(({ line, cells }) => line <= LAST_HEADER && isHeader(cells.map(String)))?.line;
}

function headerFault(file: string, line: number, found: number): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/header-row",
      given: `${shown(file)}, whose column names are not on line ${line} but on line ${found}`,
      allowed: "column names on the first line that has anything in it",
      todo: `Add --header-row ${found}.`,
    },
    `The column names of ${file} are on line ${found}, not on line ${line}. Add --header-row ${found}.`,
  );
}

/** The fault of missing columns, with what may be the matter, and the command that finds out what a file calls them. */
function unmapped(
  fault: ProgrammeFault,
  { file, header: { names } }: TableFile,
  take: "header" | "eventHeader",
): ProgrammeFault {
  const isCut = names.some((name) => /[,;|\t].*[,;|\t]/.test(name));
  const separated = isCut ? " If its columns are separated otherwise, say so with --delimiter." : "";
  const command = take === "header" ? `map ${file}` : `map REFERRALS --events ${file}`;
  return new ProgrammeFault(
    fault,
    `${fault.message}${separated} \`programme-rules ${command}\` writes a first mapping.`,
  );
}

function otherEpoch(file: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/date-system",
      given: `${shown(file)}, a workbook that counts days from 1904, and excelSerials in the mapping`,
      allowed: "numbers as days in workbooks that count from 1900",
      todo: "Format its dates as dates, and remove excelSerials.",
    },
    `${file} counts days from 1904, so its numbers are not the days that excelSerials reads. Format its dates as dates, and remove excelSerials from the mapping.`,
  );
}

/** Says which columns a file does not have, so that nobody takes them for "did not happen". */
function noteMissing({ file }: TableFile, { events, onNotice }: CaseloadSource, reader: RowReader): void {
  // When the end of a job became known is no event of its own: without it, it is the day itself.
  const missing = reader.missing.filter((column) => column.endsWith("_on") && column !== "job_end_known_on");
  const from = fileWords(events.map((each) => each.file));
  const instead =
    events.length === 0
      ? NO_COLUMN
      : `read from ${from} alone, where none means that it did not happen, unless the mapping lists it as notRecorded.`;
  const said = missing.length === 0 ? [] : [`${file} has no ${missing.join(", ")}: ${instead}`];
  if (events.length === 0) said.push(REPEATED);
  if (said.length > 0) onNotice?.(said.join(" "));
}

async function eventsOf(
  { referrals, events, mapping, onNotice }: CaseloadSource,
  reader: RowReader,
): Promise<EventSource | undefined> {
  if (events.length === 0) return undefined;
  const rows = () => eventRows(events, reader, mapping);
  if (await isInOrder(rows(), reader)) return new MergedEvents(rows(), reader);
  const [these, those] = [events, referrals].map((tables) => fileWords(tables.map(({ file }) => file)));
  onNotice?.(
    `${these} is not in the order of ${those}, and is sorted first; many rows are sorted in a temporary file. Sort both by id to avoid that.`,
  );
  return SortedEvents.of(rows(), reader);
}

/** The rows of all events, each file's header taken before its rows. */
async function* eventRows(
  tables: readonly TableFile[],
  reader: RowReader,
  mapping?: RowMapping,
): AsyncGenerator<readonly TableRow[]> {
  for (const table of tables) {
    await takeHeader(table, "eventHeader", reader, mapping);
    yield* table.rows();
  }
}

/**
 * A mapping from a JSON file. What it may say is checked when rows are read with it.
 *
 * @throws ProgrammeFault `cli/no-file`, `cli/json`, `csv/mapping-json`.
 */
export function readMapping(file: string): RowMapping {
  const read = readJson(file);
  if (typeof read === "object" && read !== null && !Array.isArray(read)) return read;
  throw new ProgrammeFault({
    code: "csv/mapping-json",
    given: `${shown(file)}, which is not a JSON object`,
    allowed: 'a JSON object such as { "columns": { "received_on": "Date received" }, "dates": "uk" }',
    todo: "Write the mapping between { and }.",
  });
}

/** Something that can be read only once, where two readings are needed. */
function readOnce(file: string): ProgrammeFault {
  const words = fileWords([file]);
  return new ProgrammeFault(
    {
      code: "csv/read-once",
      given: `${words}, which can be read only once`,
      allowed: "files on disk, when referrals and events come from two of them",
      todo: "Save it to a file first.",
    },
    `${headWords(file)} can be read only once, and with --events it must be read twice. Save it to a file first.`,
  );
}

/** A file at the head of a sentence: its name stays as it is. */
function headWords(file: string): string {
  return file === STANDARD_INPUT ? "Standard input" : file;
}

function fileTwice(file: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/file-twice",
      given: `${fileWords([file])} named twice`,
      allowed: "each file once",
      todo: "Remove one of the two.",
    },
    `${headWords(file)} is named twice. Remove one of the two.`,
  );
}
