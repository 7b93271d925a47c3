import { stat } from "node:fs/promises";
import {
  type Journey,
  type Problem,
  type RowMapping,
  type RowReader,
  rowReader,
  withEvents,
} from "../journey/index.js";
import { type CsvRow, type CsvWatch, csvRows } from "./csv.js";
import { type EventSource, HeldEvents, MergedEvents } from "./csv-events.js";
import { csvFault, readOnce } from "./csv-fault.js";
import { ProblemList } from "./read-problems.js";

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

const REPEATED =
  "What happens again and again (contacts, missed meetings, earnings …) has no column and comes with --events: without that file it, too, is read as not having happened.";

/** A caseload as it comes from its files. `problems` grows while journeys are read, and is whole at their end. */
export interface CaseloadReading {
  readonly journeys: AsyncIterable<Journey>;
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
  const reader = rowReader(mapping, list.add, {
    referrals: file,
    ...(eventsFile === undefined ? {} : { events: eventsFile }),
  });
  const watch = await watchOf(source);
  if (eventsFile === undefined) {
    for await (const { cells, line } of body(csvRows(file, watch), takeHeader(reader, source))) {
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
  const quiet = { ...(watch.onBytes === undefined ? {} : { onBytes: watch.onBytes }) };
  const rows = body(csvRows(eventsFile, quiet));
  const events: EventSource = inOrder ? new MergedEvents(rows, reader) : await HeldEvents.of(rows, reader);
  try {
    for await (const { cells, line } of body(csvRows(file, quiet))) {
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

/** All rows but the header, which is handed over first. */
async function* body(
  rows: AsyncIterable<CsvRow>,
  header?: (names: readonly string[]) => void,
): AsyncGenerator<CsvRow> {
  let isHeader = true;
  for await (const row of rows) {
    if (!isHeader) yield row;
    else header?.(row.cells);
    isHeader = false;
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
    const said =
      missing.length === 0 ? [] : [`${file} has no ${missing.join(", ")}: read as not having happened.`];
    if (eventsFile === undefined) said.push(REPEATED);
    if (said.length > 0) onNotice?.(said.join(" "));
  };
}

async function noteIds(
  rows: AsyncIterable<CsvRow>,
  reader: RowReader,
  header: (names: readonly string[]) => void,
): Promise<void> {
  for await (const { cells, line } of body(rows, header)) {
    const id = reader.idOf(cells);
    if (id !== "" && !reader.lines.has(id)) reader.lines.set(id, line);
  }
}

/** Whether events follow the order of their referrals; those of no referral do not matter. */
async function isInOrder(rows: AsyncIterable<CsvRow>, reader: RowReader): Promise<boolean> {
  let last = 0;
  let inOrder = true;
  for await (const { cells } of body(rows, (names) => reader.eventHeader(names))) {
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
  return {
    onBytes: (bytes) => {
      read += bytes;
      onProgress?.(read, total);
    },
    ...(onNotice === undefined ? {} : { onNotice }),
  };
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
