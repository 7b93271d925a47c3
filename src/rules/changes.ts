import { ProgrammeFault, shown } from "../fault.js";
import type { Programme } from "./programme.js";
import type { Changes, Json } from "./reading.js";
import type { Requirement, Standard } from "./requirement.js";

type Fields = Readonly<Record<string, Json>>;
type Identified = { readonly id: string };

const LISTS = ["standards", "states", "readings", "outcomes", "groups", "events", "stays"] as const;
type ListName = (typeof LISTS)[number];

/**
 * Applies changes and gives a new programme; the given one stays as it was.
 *
 * @throws {@link ProgrammeFault} `rules/unknown-id`, `rules/unknown-list` or `rules/id-taken` when
 * the changes address something that is not there, or add what is.
 */
export function applyChanges(programme: Programme, changes: Changes): Programme {
  const known = new Set(addresses(programme));
  for (const id of [...Object.keys(changes.set ?? {}), ...(changes.remove ?? [])]) {
    if (!known.has(id)) throw unknownId(id, known);
  }
  const kept = removeIds(programme, [...(changes.remove ?? []), ...(changes.settles ?? [])]);
  const set = changes.set ?? {};
  return addItems(
    {
      ...kept,
      conventions: replaced(kept.conventions, set),
      standards: kept.standards.map((standard) => replacedStandard(standard, set)),
      states: kept.states.map((state) => replaced(state, set)),
      readings: kept.readings.map((reading) => replaced(reading, set)),
      outcomes: kept.outcomes.map((outcome) => replaced(outcome, set)),
    },
    changes.add ?? {},
    known,
  );
}

/** Every id that changes may address: conventions, standards, requirements, states, readings, outcomes, groups. */
export function addresses(programme: Programme): string[] {
  return [
    "conventions",
    ...programme.standards.flatMap(({ id, requirements }) => [id, ...requirements.map((part) => part.id)]),
    ...[...programme.states, ...programme.readings, ...programme.outcomes, ...programme.groups].map(
      ({ id }) => id,
    ),
  ];
}

/** The fields that changes set, as `css-7/finalised.within`; a whole field covers its dotted parts. */
export function fieldsSet(changes: Changes): string[] {
  return Object.entries(changes.set ?? {}).flatMap(([id, fields]) =>
    Object.keys(fields).map((field) => `${id}.${field}`),
  );
}

function replacedStandard(standard: Standard, set: Readonly<Record<string, Fields>>): Standard {
  const requirements = standard.requirements.map((part) => replaced<Requirement>(part, set));
  return { ...replaced(standard, set), requirements };
}

function replaced<T extends Identified>(thing: T, set: Readonly<Record<string, Fields>>): T {
  const fields = Object.hasOwn(set, thing.id) ? set[thing.id] : undefined;
  if (fields === undefined) return thing;
  let result: Record<string, unknown> = { ...thing };
  for (const [path, value] of Object.entries(fields)) result = withField(result, path, value);
  return result as T;
}

function withField(thing: Record<string, unknown>, path: string, value: Json): Record<string, unknown> {
  const [field, ...rest] = path.split(".") as [string, ...string[]];
  const { [field]: old, ...others } = thing;
  if (rest.length === 0) return value === null ? others : { ...thing, [field]: value };
  const record = withField({ ...(old as object) }, rest.join("."), value);
  return { ...others, [field]: record };
}

function removeIds(programme: Programme, ids: readonly string[]): Programme {
  if (ids.length === 0) return programme;
  const gone = new Set(ids);
  const stays = <T extends Identified>(items: readonly T[]) => items.filter(({ id }) => !gone.has(id));
  return {
    ...programme,
    standards: stays(programme.standards).map((standard) => ({
      ...standard,
      requirements: stays(standard.requirements),
    })),
    states: stays(programme.states),
    readings: stays(programme.readings),
    outcomes: stays(programme.outcomes),
    groups: stays(programme.groups),
  };
}

function addItems(
  programme: Programme,
  add: Readonly<Record<string, readonly Json[]>>,
  known: ReadonlySet<string>,
): Programme {
  let result = programme;
  for (const [name, items] of Object.entries(add)) {
    for (const item of items) refuseTaken(item, known, name);
    if ((LISTS as readonly string[]).includes(name)) {
      result = { ...result, [name]: [...result[name as ListName], ...items] };
    } else {
      result = { ...result, standards: withRequirements(result.standards, name, items) };
    }
  }
  return result;
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
  if (list === "events" || typeof id !== "string" || !known.has(id)) return;
  throw new ProgrammeFault({
    code: "rules/id-taken",
    given: `an addition to ${list} with the id ${shown(id)}`,
    allowed: "an id that nothing else in the programme has",
    todo: "Choose another id, or use `set` to change what is there.",
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
