import { ProgrammeFault, shown } from "../fault.js";
import { LONG_COLUMNS, wideColumns } from "./columns.js";
import type { RowMapping } from "./mapping.js";

const KEYS = ["columns", "eventColumns", "ignore", "dates", "values", "programme", "events"] as const;

/**
 * Refuses what a mapping may not say. `isField` tells which names are fields of events.
 *
 * @throws ProgrammeFault `journey/mapping…`, naming the part that is wrong and what may stand there.
 */
export function checkMapping(mapping: RowMapping, isField: (name: string) => boolean): void {
  if (!isObject(mapping))
    throw fault("", shown(mapping), "an object", "Leave the mapping out to use the standard columns.");
  for (const key of Object.keys(mapping)) {
    if ((KEYS as readonly string[]).includes(key)) continue;
    throw fault("-key", `${shown(key)} in the mapping`, KEYS.join(", "), "Correct the key, or remove it.");
  }
  const isWide = (name: string) => (wideColumns as readonly string[]).includes(name);
  const isLong = (name: string) => (LONG_COLUMNS as readonly string[]).includes(name) || isField(name);
  checkNames("columns", mapping.columns, isWide, wideColumns.join(", "));
  checkNames(
    "eventColumns",
    mapping.eventColumns,
    isLong,
    `${LONG_COLUMNS.join(", ")}, or a field of an event`,
  );
  checkIgnored(mapping.ignore);
  checkDates(mapping.dates);
  checkValues(mapping.values, (name) => isWide(name) || isLong(name));
  checkProgramme(mapping.programme);
  if (mapping.events !== undefined) checkRows("events", mapping.events);
}

/** Refuses what is no list of rows: a file's text, above all. */
export function checkRows(name: string, rows: unknown): void {
  if (typeof rows === "object" && rows !== null && Symbol.iterator in rows) return;
  throw new ProgrammeFault({
    code: "journey/rows",
    given: `${name} that are ${typeof rows === "string" ? "text" : shown(rows)}`,
    allowed: 'a list of rows such as [{ id: "R1", received_on: "2021-04-01" }], or another iterable of them',
    todo: "Read the file with a CSV reader first, and give what it returns.",
  });
}

function fault(code: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: `journey/mapping${code}`, given, allowed, todo });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkNames(key: string, names: unknown, isColumn: (name: string) => boolean, allowed: string): void {
  if (names === undefined) return;
  if (!isObject(names))
    throw fault(
      "-names",
      `${key} as ${shown(names)}`,
      "an object: standard column to the file's own",
      'Write { id: "Reference" }.',
    );
  for (const [column, name] of Object.entries(names)) {
    if (!isColumn(column))
      throw fault(
        "-column",
        `${shown(column)} in the mapping's ${key}`,
        allowed,
        "Put the standard name on the left and the file's own on the right.",
      );
    if (typeof name !== "string" || name.trim() === "")
      throw fault(
        "-name",
        `${shown(name)} for ${key}.${column}`,
        "the file's own name of the column, as text",
        "Leave the column out where the file has none.",
      );
  }
}

function checkIgnored(ignored: unknown): void {
  if (ignored === undefined) return;
  if (Array.isArray(ignored) && ignored.every((name) => typeof name === "string")) return;
  throw fault(
    "-ignore",
    `ignore as ${shown(ignored)}`,
    "a list of the file's own column names",
    'Write ["Notes", "Owner"].',
  );
}

function checkDates(dates: unknown): void {
  if (dates === undefined || dates === "iso" || dates === "uk") return;
  throw fault(
    "-dates",
    `dates ${shown(dates)}`,
    '"iso" for 2021-04-01, "uk" for 01/04/2021',
    "Say which one the file uses; it is never guessed.",
  );
}

function checkValues(values: unknown, isColumn: (name: string) => boolean): void {
  if (values === undefined) return;
  if (!isObject(values))
    throw fault(
      "-values",
      `values as ${shown(values)}`,
      "an object: standard column to its words",
      'Write { prap_status: { DNA: "did-not-attend" } }.',
    );
  for (const [column, words] of Object.entries(values)) {
    if (!isColumn(column))
      throw fault(
        "-values-column",
        `${shown(column)} in the mapping's values`,
        "a standard column, or a field of an event",
        "Use the standard name, not the file's own.",
      );
    if (isObject(words) && Object.values(words).every((word) => typeof word === "string")) continue;
    throw fault(
      "-words",
      `values.${column} as ${shown(words)}`,
      "an object: the file's word to the standard one, both text",
      'Use "" for a word that stands for an empty cell.',
    );
  }
}

function checkProgramme(programme: unknown): void {
  if (programme === undefined) return;
  const { id, events, outcomes } = (programme ?? {}) as Record<string, unknown>;
  if (typeof id === "string" && Array.isArray(events) && Array.isArray(outcomes)) return;
  throw fault(
    "-programme",
    `programme as ${shown(programme)}`,
    "one edition of a programme, such as whpJetsCv06",
    "Give the programme itself, not its name or a list of editions.",
  );
}
