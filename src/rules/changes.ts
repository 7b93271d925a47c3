import { ProgrammeFault, shown } from "../fault.js";
import { unknownWord } from "../unknown-word.js";
import { addresses, dutiesOf, ID_LISTS, type IdList, PLAIN_FIELDS, RECORDS } from "./addresses.js";
import { canonicalJson } from "./fingerprint.js";
import type { Programme } from "./programme.js";
import type { Requirement, Standard } from "./requirement.js";
import type { Answer, Changes, Json, Reading } from "./variation.js";

type Fields = Readonly<Record<string, Json>>;
type Sets = Readonly<Record<string, Fields>>;
type Identified = { readonly id: string };

/**
 * Applies changes and gives a new programme; the given one stays as it was.
 *
 * @throws ProgrammeFault `rules/unknown-id`, `rules/unknown-field`, `rules/unknown-list` or
 * `rules/id-taken` when the changes address something that is not there, or add what is.
 */
export function applyChanges(programme: Programme, changes: Changes): Programme {
  const known = new Set(addresses(programme));
  const { set = {}, add = {}, remove = [], settles = [] } = changes;
  for (const id of [...Object.keys(set), ...remove]) if (!known.has(id)) throw unknownId(id, known);
  const kept = withoutIds(programme, remove, settles);
  return withAdded(withSet(kept, withValues(programme, set, known)), add, known);
}

/** What is set, with `{ sameAs: "css-3/prap-update.target" }` replaced by what stands in that field. */
function withValues(programme: Programme, set: Sets, known: ReadonlySet<string>): Sets {
  const standing = (value: Json): Json => {
    const source = sourceOf(value);
    if (source === undefined) return value;
    const part = dutiesOf(programme).find(({ id }) => id === source.requirement);
    if (part === undefined) throw unknownId(source.requirement, known);
    return ((part as unknown as Fields)[source.field] ?? null) as Json;
  };
  return mapValues(set, (fields) => mapValues(fields, standing));
}

/** The requirement and the field whose value a value stands for. */
function sourceOf(value: Json): { readonly requirement: string; readonly field: string } | undefined {
  const { sameAs } = (value ?? {}) as { readonly sameAs?: Json };
  if (typeof sameAs !== "string") return undefined;
  const [requirement, field] = sameAs.split(".") as [string, string];
  return { requirement, field };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}

function withSet(programme: Programme, set: Sets): Programme {
  if (Object.keys(set).length === 0) return programme;
  const result: Record<string, unknown> = { ...programme };
  for (const name of ID_LISTS)
    if (programme[name] !== undefined) result[name] = replacedList(programme, name, set);
  for (const name of RECORDS) {
    const fields = ownFields(set, name);
    if (fields !== undefined) result[name] = withFields({ ...programme[name] }, fields, name === "sources");
  }
  const plain = ownFields(set, "programme") ?? {};
  for (const field of Object.keys(plain)) refuseUnknownField(field);
  return withFields(result, plain) as unknown as Programme;
}

function replacedList(programme: Programme, name: IdList, set: Sets): readonly unknown[] {
  if (name === "standards") return programme.standards.map((standard) => replacedStandard(standard, set));
  return (programme[name] as readonly Identified[]).map((thing) => replaced(thing, set));
}

function replacedStandard(standard: Standard, set: Sets): Standard {
  const requirements = standard.requirements.map((part) => replaced<Requirement>(part, set));
  const same = requirements.every((part, at) => part === standard.requirements[at]);
  return replaced(same ? standard : { ...standard, requirements }, set);
}

function replaced<T extends Identified>(thing: T, set: Sets): T {
  const fields = ownFields(set, thing.id);
  return fields === undefined ? thing : (withFields({ ...thing }, fields) as T);
}

function ownFields(set: Sets, id: string): Fields | undefined {
  return Object.hasOwn(set, id) ? set[id] : undefined;
}

function withFields(thing: Record<string, unknown>, fields: Fields, whole = false): Record<string, unknown> {
  let result = thing;
  for (const [path, value] of Object.entries(fields)) {
    result = withField(result, whole ? [path] : path.split("."), value);
  }
  return result;
}

function withField(
  thing: Record<string, unknown>,
  path: readonly string[],
  value: Json,
): Record<string, unknown> {
  const [field, ...rest] = path as [string, ...string[]];
  const { [field]: old, ...others } = thing;
  if (rest.length === 0) return value === null ? others : { ...thing, [field]: value };
  const changed = Array.isArray(old)
    ? withEntry(old, rest, value)
    : withField({ ...(old as object) }, rest, value);
  return { ...others, [field]: changed };
}

/** A list with the entry of an id set, added at its end, or gone. */
function withEntry(
  entries: readonly Record<string, unknown>[],
  [id, ...rest]: readonly string[],
  value: Json,
): readonly Record<string, unknown>[] {
  if (rest.length === 0 && value === null) return entries.filter((entry) => entry.id !== id);
  const old = entries.find((entry) => entry.id === id);
  const entry = rest.length === 0 ? { id, ...(value as object) } : withField({ ...old, id }, rest, value);
  return old === undefined ? [...entries, entry] : entries.map((each) => (each === old ? entry : each));
}

function refuseUnknownField(field: string): void {
  if ((PLAIN_FIELDS as readonly string[]).includes(field.split(".")[0]!)) return;
  throw unknownWord({
    code: "rules/unknown-field",
    given: `changes that set ${shown(field)} of the programme`,
    allowed: PLAIN_FIELDS,
    written: field,
    todo: "Lists are changed with `add` and `remove`; a thing in a list is set under its own id.",
  });
}

function unknownId(id: string, known: ReadonlySet<string>): ProgrammeFault {
  return unknownWord({
    code: "rules/unknown-id",
    given: `changes to ${shown(id)}`,
    allowed: [...known],
    written: id,
    todo: "Check the id against the rule book.",
  });
}

const LISTS: readonly string[] = [...ID_LISTS, "events", "stays"];

/** The programme with items appended to its lists, or requirements to one of its standards. */
function withAdded(
  programme: Programme,
  add: Readonly<Record<string, readonly Json[]>>,
  known: ReadonlySet<string>,
): Programme {
  let result = programme;
  for (const [name, items] of Object.entries(add)) {
    if (name === "events") result = { ...result, events: withEvents(result.events, items) };
    else {
      for (const item of items) refuseTaken(item, known, name);
      result = LISTS.includes(name)
        ? { ...result, [name]: [...((result as unknown as Record<string, Json[]>)[name] ?? []), ...items] }
        : { ...result, standards: withRequirements(result.standards, name, items) };
    }
  }
  return result;
}

/** An event kind that is there already in the same words is no clash: two texts may need it. */
function withEvents(events: Programme["events"], items: readonly Json[]): Programme["events"] {
  const added = items.filter((item) => {
    const { id } = item as { readonly id: string };
    const there = events.find((event) => event.id === id);
    if (there === undefined) return true;
    if (canonicalJson(there) !== canonicalJson(item)) throw idTaken(id, "events");
    return false;
  });
  return [...events, ...(added as unknown as Programme["events"])];
}

function withRequirements(standards: readonly Standard[], id: string, items: readonly Json[]): Standard[] {
  if (!standards.some((standard) => standard.id === id)) {
    throw new ProgrammeFault({
      code: "rules/unknown-list",
      given: `changes that add to ${shown(id)}`,
      allowed: `${LISTS.join(", ")}, or a standard's id`,
      todo: "Name the list that the new items belong to.",
    });
  }
  const added = items as unknown as readonly Requirement[];
  return standards.map((standard) =>
    standard.id === id ? { ...standard, requirements: [...standard.requirements, ...added] } : standard,
  );
}

function refuseTaken(item: Json, known: ReadonlySet<string>, list: string): void {
  const id = (item as { id?: unknown } | null)?.id;
  if (typeof id === "string" && known.has(id)) throw idTaken(id, list);
}

function idTaken(id: string, list: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/id-taken",
    given: `an addition to ${list} with the id ${shown(id)}`,
    allowed: "an id that nothing else in the programme has",
    todo: "Choose another id, or use `set` to change what is there.",
  });
}

/**
 * The programme without the things of these ids, and without settled readings. What a reading would
 * do to a thing that is gone goes too; a question with one answer left is none and goes as well.
 */
function withoutIds(programme: Programme, remove: readonly string[], settles: readonly string[]): Programme {
  if (remove.length === 0 && settles.length === 0) return programme;
  const gone = new Set([...remove, ...settles]);
  const result: Record<string, unknown> = { ...programme };
  for (const name of ID_LISTS) {
    if (programme[name] !== undefined) result[name] = stays(programme[name] as readonly Identified[], gone);
  }
  const withParts = stays(programme.standards, gone).map((standard) => ({
    ...standard,
    requirements: stays(standard.requirements, gone),
  }));
  const lost = new Set(remove.flatMap((id) => [id, ...partsOf(programme, id)]));
  return {
    ...(result as unknown as Programme),
    standards: withParts,
    readings: stays(programme.readings, gone).flatMap((reading) => withoutAnswersTo(reading, lost)),
  };
}

function stays<T extends Identified>(items: readonly T[], gone: ReadonlySet<string>): T[] {
  return items.filter(({ id }) => !gone.has(id));
}

function partsOf(programme: Programme, id: string): string[] {
  return (programme.standards.find((standard) => standard.id === id)?.requirements ?? []).map(
    (part) => part.id,
  );
}

function withoutAnswersTo(reading: Reading, lost: ReadonlySet<string>): Reading[] {
  if (lost.size === 0) return [reading];
  const [first, ...others] = reading.answers as [Answer, ...Answer[]];
  const left = others.map((answer) => withoutSets(answer, lost)).filter((answer) => answer !== undefined);
  return left.length === 0 ? [] : [{ ...reading, answers: [first, ...left] }];
}

/** The answer without what it sets on lost things, or as they say; undefined when it did nothing else. */
function withoutSets(answer: Answer, lost: ReadonlySet<string>): Answer | undefined {
  const { set, ...others } = answer.changes;
  const isLost = ([id, fields]: [string, Fields]) =>
    lost.has(id) || Object.values(fields).some((value) => lost.has(sourceOf(value)?.requirement ?? ""));
  if (set === undefined || !Object.entries(set).some(isLost)) return answer;
  const kept = Object.entries(set).filter((each) => !isLost(each));
  if (kept.length === 0 && Object.keys(others).length === 0) return undefined;
  return { ...answer, changes: kept.length === 0 ? others : { ...others, set: Object.fromEntries(kept) } };
}
