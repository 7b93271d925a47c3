import { ID_LISTS, type IdList, PLAIN_FIELDS, RECORDS } from "./addresses.js";
import { isOpen } from "./citation.js";
import { describeRequirement } from "./description.js";
import { canonicalJson } from "./fingerprint.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-argument.js";
import type { Requirement } from "./requirement.js";
import { sayLength, sayOpen } from "./wording.js";

/**
 * One way in which a programme differs from another.
 *
 * - `id`: the thing in the second programme, or in the first when it was removed; `was`: its id in
 *   the first, when that is another.
 * - `field`, `from`, `to`: what changed, in words. `says`: the whole as one line.
 */
export interface Difference {
  readonly change: "added" | "removed" | "renumbered" | "changed";
  readonly about: string;
  readonly id: string;
  readonly was?: string;
  readonly field?: string;
  readonly from?: string;
  readonly to?: string;
  readonly says: string;
}

type Thing = { readonly id: string; readonly title?: string; readonly question?: string };
type Pair = readonly [Thing, Thing];

const ABOUT: Readonly<Record<IdList | "requirements" | "events", string>> = {
  groups: "group",
  states: "state",
  readings: "reading",
  standards: "standard",
  requirements: "requirement",
  returns: "return",
  outcomes: "outcome",
  minimumPerformanceLevels: "minimum performance level",
  indicators: "indicator",
  plans: "plan",
  ladders: "ladder",
  events: "event kind",
};
const SINGLES = ["id", "edition", "revision", ...PLAIN_FIELDS, ...RECORDS, "chosen", "decided"] as const;

/**
 * How the second programme differs from the first, in the words of the domain; empty when they say
 * the same. Between two programmes (not editions of one) a requirement is found again by its word:
 * `css-3/appointment` of WHP Core is `css-5/appointment` of WHP JETS.
 *
 * @example
 * ```ts
 * import { diff, whpCoreCv04, whpJetsCv06 } from "programme-rules";
 *
 * const found = diff(whpCoreCv04, whpJetsCv06).filter(({ id }) => id === "css-7/finalised");
 * found.map(({ says }) => says)[2]; // => "css-7/finalised, within: 20 working days → 10 working days"
 * diff(whpJetsCv06, whpJetsCv06); // => []
 * ```
 */
export function diff(first: Programme, second: Programme): Difference[] {
  refuseNotProgramme(first);
  refuseNotProgramme(second);
  const lists = [...ID_LISTS, "requirements", "events"] as const;
  return [
    ...SINGLES.flatMap((field) => fieldChanges("programme", [first, second], field, [first, second])),
    ...lists.flatMap((name) => listChanges(name, first, second)),
  ];
}

function listChanges(name: keyof typeof ABOUT, first: Programme, second: Programme): Difference[] {
  const old = thingsOf(first, name);
  const now = thingsOf(second, name);
  const same = sameness(old, now, name === "requirements" && first.id !== second.id);
  const partner = (thing: Thing, others: readonly Thing[]) =>
    others.find((other) => same(other) === same(thing));
  const about = ABOUT[name];
  const added = now
    .filter((thing) => partner(thing, old) === undefined)
    .map((thing) => whole("added", about, thing));
  const removed = old
    .filter((thing) => partner(thing, now) === undefined)
    .map((thing) => whole("removed", about, thing));
  const kept = now.flatMap((thing) => {
    const before = partner(thing, old);
    return before === undefined ? [] : thingChanges(about, [before, thing], [first, second]);
  });
  return [...kept, ...added, ...removed];
}

/** What a thing is known by: its id, or between programmes a requirement's word where that is unique. */
function sameness(old: readonly Thing[], now: readonly Thing[], byWord: boolean): (thing: Thing) => string {
  if (!byWord) return ({ id }) => id;
  const word = ({ id }: Thing) => id.slice(id.indexOf("/") + 1);
  const twice = (things: readonly Thing[], name: string) =>
    things.filter((thing) => word(thing) === name).length > 1;
  return (thing) => (twice(old, word(thing)) || twice(now, word(thing)) ? thing.id : word(thing));
}

function thingsOf(programme: Programme, name: keyof typeof ABOUT): readonly Thing[] {
  if (name === "requirements") return programme.standards.flatMap(({ requirements }) => [...requirements]);
  if (name === "standards") return programme.standards.map(({ requirements, ...standard }) => standard);
  return (programme[name] ?? []) as readonly Thing[];
}

function thingChanges(about: string, pair: Pair, programmes: readonly [Programme, Programme]): Difference[] {
  const [before, now] = pair;
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  fields.delete("id");
  const changes = [...fields].flatMap((field) => fieldChanges(about, pair, field, programmes));
  if (before.id === now.id) return changes;
  const says = `${before.id} is ${now.id}`;
  return [{ change: "renumbered", about, id: now.id, was: before.id, says }, ...changes];
}

function fieldChanges(
  about: string,
  [before, now]: readonly [object, object],
  field: string,
  [first, second]: readonly [Programme, Programme],
): Difference[] {
  const one = (before as Record<string, unknown>)[field];
  const other = (now as Record<string, unknown>)[field];
  if (canonicalJson(one ?? null) === canonicalJson(other ?? null)) return [];
  const from = sayField(first, before, field);
  const to = sayField(second, now, field);
  const id = about === "programme" ? "programme" : (now as Thing).id;
  const says = `${id}, ${from.label ?? to.label ?? field}: ${from.says} → ${to.says}`;
  return [{ change: "changed", about, id, field, from: from.says, to: to.says, says }];
}

function sayField(programme: Programme, thing: object, field: string): { label?: string; says: string } {
  const described = "kind" in thing ? describeRequirement(programme, thing as Requirement) : [];
  const found = described.find((each) => each.field === field);
  if (found !== undefined) return { label: found.label.toLowerCase(), says: found.says };
  return { says: sayValue((thing as Record<string, unknown>)[field]) };
}

function sayValue(value: unknown): string {
  if (value === undefined) return "none";
  if (isOpen(value)) return sayOpen(value);
  if (typeof value === "string") return value;
  if (isDays(value)) return sayLength(value);
  const text = canonicalJson(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function isDays(value: unknown): value is { readonly days: number } {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "days";
}

function whole(change: "added" | "removed", about: string, thing: Thing): Difference {
  const title = thing.title ?? thing.question;
  return {
    change,
    about,
    id: thing.id,
    says: `${about} ${thing.id} ${change}${title === undefined ? "" : `: ${title}`}`,
  };
}
