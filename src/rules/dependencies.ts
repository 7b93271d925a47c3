import { dutiesOf } from "./addresses.js";
import { statesUsed, stateUses, type Uses } from "./names-used.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-argument.js";
import type { Requirement } from "./requirement.js";
import { kindOf, requirementUses } from "./requirement-kinds.js";
import { overlaps, type Reading, readingSets } from "./variation.js";

/**
 * The open readings on which the result of a requirement can depend, in the programme's order. It is
 * told from what their answers change: the requirement itself, a state or other work it looks at, or
 * how its days are counted.
 */
export function readingsBehind(programme: Programme, requirement: string): Reading[] {
  refuseNotProgramme(programme);
  const part = dutiesOf(programme).find(({ id }) => id === requirement);
  if (part === undefined) return [];
  const touched = new Set<string>();
  touched.add(part.id);
  touchBehind(programme, part, touched);
  return programme.readings.filter((reading) =>
    readingSets(reading).some((field) => [...touched].some((address) => overlaps(field, address))),
  );
}

function touchBehind(programme: Programme, part: Requirement, touched: Set<string>): void {
  for (const field of kindOf(part).countedBy?.(part, programme) ?? []) touched.add(field);
  touchUsed(programme, requirementUses(part), touched);
}

function touchUsed(programme: Programme, uses: Uses, touched: Set<string>): void {
  if (uses.stays.length > 0) touched.add("programme.stays");
  for (const state of statesUsed(uses, programme)) touchState(programme, state, touched);
  for (const other of uses.requirements) touchPart(programme, other, touched);
}

function touchState(programme: Programme, id: string, touched: Set<string>): void {
  const state = programme.states.find((each) => each.id === id);
  if (state === undefined || touched.has(id)) return;
  touched.add(id);
  touchUsed(programme, stateUses(state), touched);
}

/** What decides whether another requirement's case is met, as against how cases are scored. */
const CLOCK_FIELDS = [
  "event",
  "all",
  "after",
  "before",
  "anchorDate",
  "laterOf",
  "within",
  "atLeast",
  "exceptions",
  "early",
  "excusedBy",
  "owedOnce",
  "endsOn",
  "owedAfterLeaving",
  "when",
] as const;

function touchPart(programme: Programme, id: string, touched: Set<string>): void {
  const part = dutiesOf(programme).find((each) => each.id === id);
  if (part === undefined) return;
  for (const field of CLOCK_FIELDS) touched.add(`${part.id}.${field}`);
  touchBehind(programme, part, touched);
}

/**
 * The kinds of event that can decide a requirement: its own, those of the states and of the other work it
 * looks at, and the leavings that excuse it. A source of data without them leaves it undetermined or undone.
 *
 * @returns ids in alphabetical order; none for a requirement the programme does not have.
 */
export function eventsBehind(programme: Programme, requirement: string): string[] {
  refuseNotProgramme(programme);
  const seen = new Set<string>();
  const kinds = new Set<string>();
  visit(programme, requirement, seen, kinds);
  return [...kinds].sort();
}

function visit(programme: Programme, id: string, seen: Set<string>, kinds: Set<string>): void {
  if (seen.has(id)) return;
  seen.add(id);
  const state = programme.states.find((each) => each.id === id);
  const part = dutiesOf(programme).find((each) => each.id === id);
  const uses = state === undefined ? part && requirementUses(part) : stateUses(state);
  if (uses === undefined) return;
  const besides = part === undefined ? [] : (kindOf(part).decidedBy?.(part, programme) ?? []);
  for (const kind of [...uses.kinds, ...besides]) kinds.add(kind);
  for (const next of [...statesUsed(uses, programme), ...uses.requirements])
    visit(programme, next, seen, kinds);
}
