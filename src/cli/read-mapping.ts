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
  try {
    return JSON.parse(text.replace(/^\ufeff/, "")) as RowMapping;
  } catch {
    throw new ProgrammeFault({
      code: "csv/mapping-json",
      given: `${shown(file)}, which is not JSON`,
      allowed: 'a JSON object such as { "columns": { "received_on": "Date received" }, "dates": "uk" }',
      todo: "Check its commas, quotes and brackets.",
    });
  }
}
