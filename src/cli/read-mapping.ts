import { readFile } from "node:fs/promises";
import { ProgrammeFault, shown } from "../fault.js";
import type { RowMapping } from "../journey/index.js";
import { csvFault } from "./csv-fault.js";

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
  if (read === undefined) throw fault(file, "not JSON", "Check its commas, quotes and brackets.");
  if (typeof read !== "object" || read === null || Array.isArray(read)) {
    throw fault(file, "not a JSON object", "Write the mapping between { and }.");
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

function fault(file: string, what: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/mapping-json",
    given: `${shown(file)}, which is ${what}`,
    allowed: 'a JSON object such as { "columns": { "received_on": "Date received" }, "dates": "uk" }',
    todo,
  });
}
