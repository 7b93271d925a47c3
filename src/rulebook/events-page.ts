import { blocks, table } from "../explanation/index.js";
import { FIELD_TYPES, NEEDED_FIELDS } from "../journey/index.js";
import { type EventKind, notBeforeOf, type Programme, refuseNotProgrammes } from "../rules/index.js";
import { page } from "./page.js";

/**
 * The page of events: every kind of event of some programmes, with the fields that it may carry, what each may hold, and
 * what it cannot come before. Programmes with the same kinds share a section.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { eventsPage } from "programme-rules/rulebook";
 *
 * eventsPage([whpJetsCv06]).includes("| `prap-updated` | PRaP updated |"); // => true
 * ```
 */
export function eventsPage(programmes: readonly Programme[]): string {
  refuseNotProgrammes(programmes);
  const alike = new Map<string, Programme[]>();
  for (const programme of programmes) {
    const key = JSON.stringify(programme.events);
    alike.set(key, [...(alike.get(key) ?? []), programme]);
  }
  return page("Events", EVERY, ...[...alike.values()].map(section));
}

const EVERY = `A journey is a list of events. Each has a \`kind\` from its programme's list and the day it happened, \`on\`; besides, every event may have \`knownOn\`, the day it became known where that is later, and an \`id\`, which a withdrawal needs. A field in **bold** is needed. Every programme also has \`retracted\`: \`{ kind: "retracted", on: "2021-04-08", of: "e1" }\` withdraws the event with the id \`e1\` from that day on.

In TypeScript, \`EventOf<typeof whpJetsCv06>\` is the union of all these. A kind, field or value that is not on the list is a problem of the data, and what depends on it is undetermined. In an events file each field is a column of the same name.`;

function section(programmes: readonly Programme[]): string {
  const [first] = programmes as [Programme, ...Programme[]];
  const names = programmes.map(({ id, edition }) => `${id} ${edition}`).join(", ");
  const rows = first.events.map((kind) => [
    `\`${kind.id}\``,
    kind.title,
    (kind.fields ?? []).map((field) => fieldWords(kind, field)).join("; "),
    kind.once === true ? "yes" : "",
    notBeforeOf(kind, first)
      .map((id) => `\`${id}\``)
      .join(", "),
  ]);
  return blocks(`## ${names}`, table(["Kind", "Meaning", "Fields", "Once", "Not before"], rows));
}

function fieldWords({ id, values = {} }: EventKind, field: string): string {
  const name = NEEDED_FIELDS.get(id)?.includes(field) ? `**\`${field}\`**` : `\`${field}\``;
  return `${name} (${values[field]?.join(", ") ?? WRITTEN[FIELD_TYPES.get(field) ?? "any"]})`;
}

const WRITTEN = {
  text: "text",
  count: "a whole number from 1",
  whole: "a whole number from 0",
  "yes-or-no": "true or false",
  month: "a month such as 2021-04",
  any: "text, a number, or true or false",
} as const;
