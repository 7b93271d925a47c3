import { ProgrammeFault, shown } from "../fault.js";
import { ID_LISTS } from "./addresses.js";
import { canonicalJson } from "./canonical.js";
import type { Programme } from "./programme.js";
import type { Json } from "./reading.js";
import type { Requirement, Standard } from "./requirement.js";

const LISTS: readonly string[] = [...ID_LISTS, "events", "stays"];

/** The programme with items appended to its lists, or requirements to one of its standards. */
export function withAdded(
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
    const { id } = item as unknown as { readonly id: string };
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
