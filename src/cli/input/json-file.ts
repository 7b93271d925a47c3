import { readFileSync } from "node:fs";
import { ProgrammeFault, shown } from "../../fault.js";
import type { ContractLog } from "../../journey/index.js";
import { encodingOf } from "./text-decoding.js";

/**
 * The value in a JSON file.
 *
 * @throws ProgrammeFault `cli/no-file` or `cli/json`.
 */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new ProgrammeFault({
      code: "cli/json",
      given: `the file ${shown(path)}, which is not JSON`,
      allowed: "a file that is JSON",
      todo: "Check quotes, commas and brackets.",
    });
  }
}

/** What a JSON file holds; nothing where no file is named. The library checks it. */
export function fileOf<T>(path: string | undefined): T | undefined {
  return path === undefined ? undefined : (readJson(path) as T);
}

/** A JSON file that holds a list; nothing where no file is named. */
export function listOf<T>(path: string | undefined, option: string): readonly T[] | undefined {
  const found = fileOf<unknown>(path);
  if (found === undefined || Array.isArray(found)) return found;
  throw new ProgrammeFault({
    code: "cli/list",
    given: `${option} ${shown(path)}, which holds no list`,
    allowed: "a JSON file with a list in it: [ … ]",
    todo: "Put even a single one between [ and ].",
  });
}

/** The fields of a value out of JSON; none where it is not an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * The log of a contract in a JSON file; nothing where no file is named.
 *
 * @throws ProgrammeFault `cli/contract-log` for anything but `{ id, events }`, each event with a kind and a
 * date; `cli/no-file`, `cli/json`.
 */
export function readContractLog(path: string | undefined): ContractLog | undefined {
  if (path === undefined) return undefined;
  const { id, events, ...rest } = fieldsOf(readJson(path));
  if (typeof id !== "string") throw logFault(path, "without an id");
  if (!Array.isArray(events)) throw logFault(path, "without a list of events");
  const bad = events.findIndex((event) => {
    const { kind, on } = fieldsOf(event);
    return typeof kind !== "string" || typeof on !== "string";
  });
  if (bad >= 0) throw logFault(path, `whose event ${bad + 1} has no kind or no date`);
  return { ...rest, id, events: events as ContractLog["events"] };
}

function logFault(path: string, what: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/contract-log",
    given: `the contract log in ${shown(path)}, ${what}`,
    allowed: '{ "id": "jets-east", "events": [{ "kind": "contract-started", "on": "2021-03-01" }, …] }',
    todo: "Correct the file.",
  });
}

/**
 * The text of a file.
 *
 * @throws ProgrammeFault `cli/no-file`, `cli/encoding`.
 */
export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new ProgrammeFault(
      {
        code: "cli/no-file",
        given: `the file ${shown(path)}`,
        allowed: "a file that is there and can be read",
        todo: "Check the path.",
      },
      `File not found: ${path}. Check the path.`,
    );
  }
  try {
    return new TextDecoder(encodingOf(bytes, undefined).name, { fatal: true }).decode(bytes);
  } catch {
    throw new ProgrammeFault(
      {
        code: "cli/encoding",
        given: `the file ${shown(path)}, which is neither UTF-8 nor UTF-16`,
        allowed: "a file in UTF-8, or in UTF-16 with a byte order mark",
        todo: "Save it as UTF-8.",
      },
      `${path} is not UTF-8. Save it as UTF-8.`,
    );
  }
}
