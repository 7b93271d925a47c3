import { ProgrammeFault, shown } from "../fault.js";
import { addresses, ID_LISTS, type IdList, PLAIN_FIELDS, RECORDS } from "./addresses.js";
import { withAdded } from "./changes-add.js";
import { withoutIds } from "./changes-remove.js";
import type { Programme } from "./programme.js";
import type { Changes, Json } from "./reading.js";
import type { Requirement, Standard } from "./requirement.js";

type Fields = Readonly<Record<string, Json>>;
type Sets = Readonly<Record<string, Fields>>;
type Identified = { readonly id: string };

/**
 * Applies changes and gives a new programme; the given one stays as it was.
 *
 * @throws {@link ProgrammeFault} `rules/unknown-id`, `rules/unknown-field`, `rules/unknown-list` or
 * `rules/id-taken` when the changes address something that is not there, or add what is.
 */
export function applyChanges(programme: Programme, changes: Changes): Programme {
  const known = new Set(addresses(programme));
  const { set = {}, add = {}, remove = [], settles = [] } = changes;
  for (const id of [...Object.keys(set), ...remove]) if (!known.has(id)) throw unknownId(id, known);
  const kept = withoutIds(programme, remove, settles);
  return withAdded(withSet(kept, set), add, known);
}

/** The fields that changes set, as `css-7/finalised.within`; a whole field covers its dotted parts. */
export function fieldsSet(changes: Changes): string[] {
  return Object.entries(changes.set ?? {}).flatMap(([id, fields]) =>
    Object.keys(fields).map((field) => `${id}.${field}`),
  );
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
  return { ...others, [field]: withField({ ...(old as object) }, rest, value) };
}

function refuseUnknownField(field: string): void {
  if ((PLAIN_FIELDS as readonly string[]).includes(field.split(".")[0]!)) return;
  throw new ProgrammeFault({
    code: "rules/unknown-field",
    given: `changes that set ${shown(field)} of the programme`,
    allowed: PLAIN_FIELDS.join(", "),
    todo: "Lists are changed with `add` and `remove`; a thing in a list is set under its own id.",
  });
}

function unknownId(id: string, known: ReadonlySet<string>): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/unknown-id",
    given: `changes to ${shown(id)}`,
    allowed: `ids of this programme: ${[...known].join(", ")}`,
    todo: "Check the id against the rule book.",
  });
}
