import { ProgrammeFault, shown } from "../fault.js";
import type { ContractLog } from "../journey/index.js";
import { readJson } from "./choose-programme.js";

/**
 * The log of a contract in a JSON file.
 *
 * @throws {@link ProgrammeFault} `cli/contract-log` for anything but `{ id, events }`, each event with a kind and a
 * date; `cli/no-file`, `cli/json`.
 */
export function readContractLog(path: string): ContractLog {
  const { id, events } = fieldsOf(readJson(path));
  if (typeof id !== "string") throw fault(path, "without an id");
  if (!Array.isArray(events)) throw fault(path, "without a list of events");
  const bad = events.findIndex((event) => {
    const { kind, on } = fieldsOf(event);
    return typeof kind !== "string" || typeof on !== "string";
  });
  if (bad >= 0) throw fault(path, `whose event ${bad + 1} has no kind or no date`);
  return { id, events: events as ContractLog["events"] };
}

/** The fields of a value out of JSON; none where it is not an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function fault(path: string, what: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cli/contract-log",
    given: `the contract log in ${shown(path)}, ${what}`,
    allowed: '{ "id": "jets-east", "events": [{ "kind": "contract-started", "on": "2021-03-01" }, …] }',
    todo: "Correct the file.",
  });
}
