import type { Programme } from "../rules/index.js";
import type { FileOptions } from "./options.js";
import { Progress } from "./progress.js";
import { type CaseloadReading, readCaseload } from "./read-caseload.js";
import { readMapping } from "./read-mapping.js";
import { type Terminal, wrapped } from "./terminal.js";

const indentedLater = { first: "", rest: "  " };

/** Opens the files that the options name; journeys come as they are read, with a bar on long files. */
export async function openCaseload(
  file: string,
  options: Pick<FileOptions, "events" | "mapping">,
  programme: Programme,
  terminal: Terminal,
): Promise<CaseloadReading> {
  const progress = new Progress(terminal);
  const mapping = options.mapping === undefined ? {} : await readMapping(options.mapping);
  const reading = readCaseload({
    file,
    ...(options.events === undefined ? {} : { eventsFile: options.events }),
    mapping: { ...mapping, programme },
    onProgress: progress.update,
    onNotice: (text) => terminal.note(`${wrapped(`Note: ${text}`, terminal.columns, indentedLater)}\n`),
  });
  return { journeys: cleared(reading.journeys, progress), problems: reading.problems };
}

async function* cleared<T>(items: AsyncIterable<T>, progress: Progress): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    progress.clear();
  }
}
