import { argumentFault, described, isObject } from "../argument.js";
import { type ProgrammeFault, shown } from "../fault.js";
import { unknownWord } from "../unknown-word.js";
import { requirementsOf } from "./addresses.js";
import { type Conventions, type History, isHistory, type Programme } from "./programme.js";

/** What is worked with before any rule is: a value without these is no programme at all. */
const LISTS = ["groups", "events", "states", "readings", "standards", "outcomes", "stays"];
const OBJECTS = ["inForce", "calendars", "conventions", "sources"];

const programmes = new WeakSet<object>();
const histories = new WeakSet<object>();

/**
 * Refuses what is not one edition of a programme; looked at once a programme.
 *
 * @throws ProgrammeFault `argument/edition` for a history, `argument/programme` for anything else.
 */
export function refuseNotProgramme(value: unknown): void {
  if (programmes.has(value as object)) return;
  if (isHistory(value)) throw onlyAnEdition(value.id);
  if (!isObject(value) || !isWhole(value)) throw notProgramme(value);
  programmes.add(value);
}

/** Refuses what is not a list of programmes. */
export function refuseNotProgrammes(values: unknown): void {
  if (!Array.isArray(values))
    throw argumentFault("kind", described(values), "a list of programmes", "Put it in a list: [ … ].");
  for (const value of values) refuseNotProgramme(value);
}

function isWhole(value: Readonly<Record<string, unknown>>): boolean {
  return (
    LISTS.every((list) => Array.isArray(value[list]) && value[list].every(isObject)) &&
    OBJECTS.every((field) => isObject(value[field])) &&
    Array.isArray((value.conventions as Partial<Conventions>).receipts) &&
    (value.standards as readonly { requirements?: unknown }[]).every(
      ({ requirements }) => Array.isArray(requirements) && requirements.every(isRequirement),
    )
  );
}

/** What a verdict rests on, so that none is given on a requirement that has lost it; `defineProgramme` looks at all. */
function isRequirement(value: unknown): boolean {
  if (!isObject(value) || typeof value.kind !== "string" || !isObject(value.target)) return false;
  const { kind, before, after, within, atLeast } = value;
  return (
    kind !== "deadline" || Array.isArray(before) || (Array.isArray(after) && isObject(within ?? atLeast))
  );
}

/**
 * Refuses what is not the history of a programme; looked at once a history.
 *
 * @throws ProgrammeFault `argument/history`, and as `refuseNotProgramme` for what is wrong with an edition.
 */
export function refuseNotHistory(value: unknown): void {
  if (histories.has(value as object)) return;
  if (!isHistory(value) || value.editions.length === 0) {
    throw argumentFault("history", described(value), "a history such as whpJets", "Correct it.");
  }
  for (const edition of value.editions) refuseNotProgramme(edition);
  histories.add(value);
}

/** Refuses what is neither a programme nor a history. */
export function refuseNotRules(value: unknown): void {
  if (isHistory(value)) refuseNotHistory(value);
  else refuseNotProgramme(value);
}

/**
 * Refuses ids of requirements that no edition has: of a misspelt one nothing would be found, and so nothing wrong.
 *
 * @throws ProgrammeFault `argument/requirement`, with the id that may have been meant.
 */
export function refuseUnknownRequirements(rules: Programme | History, ids: readonly string[] = []): void {
  const editions = isHistory(rules) ? rules.editions : [rules];
  const isThere = (id: string) =>
    editions.some(({ standards }) =>
      standards.some((each) => each.requirements.some((one) => one.id === id)),
    );
  const unknown = ids.find((id) => !isThere(id));
  if (unknown === undefined) return;
  const name = isHistory(rules) ? rules.id : `${rules.id} ${rules.edition}`;
  throw unknownWord({
    code: "argument/requirement",
    given: `the requirement ${shown(unknown)}, which ${name} does not have`,
    allowed: [...new Set(editions.flatMap(requirementsOf).map(({ id }) => id))],
    written: unknown,
    todo: "Correct the id; it is the standard's and a word.",
  });
}

function onlyAnEdition(id: string): ProgrammeFault {
  return argumentFault(
    "edition",
    `the history ${id}`,
    "one edition of a programme",
    "Choose it with editionOn(history, date), or name the edition itself.",
  );
}

function notProgramme(value: unknown): ProgrammeFault {
  const { programme, standards } = (value ?? {}) as { programme?: unknown; standards?: unknown };
  const todo = isObject(programme)
    ? "Give its `programme`."
    : standards
      ? "Check it with defineProgramme."
      : "Check the import's name and the order of the arguments.";
  const allowed = "a programme such as whpJetsCv06, or one made with defineProgramme";
  return argumentFault("programme", described(value), allowed, todo);
}
