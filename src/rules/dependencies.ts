import { dutiesOf } from "./addresses.js";
import { allUses, statesUsed, stateUses, type Uses } from "./names-used.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-argument.js";
import type { Requirement } from "./requirement.js";
import { kindOf, requirementUses } from "./requirement-kinds.js";
import type { State } from "./state.js";
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
  return kindsBehind(programme, requirement, {
    ofState: stateUses,
    ofPart: (part) => {
      const besides = kindOf(part).decidedBy?.(part, programme) ?? [];
      return allUses(requirementUses(part), { kinds: besides });
    },
  });
}

/**
 * The kinds of event that can only excuse, stop or end a requirement, or set how often it is owed: where the data leaves
 * them out, they are taken as not having happened.
 *
 * @returns ids in alphabetical order; none for a requirement the programme does not have.
 */
export function kindsTakenAsNo(programme: Programme, requirement: string): string[] {
  const deciding = kindsBehind(programme, requirement, {
    ofState: (state) => stateUses("from" in state ? { ...state, until: [] } : state),
    ofPart: (part) => requirementUses({ ...part, ...EASED_BY }),
  });
  return eventsBehind(programme, requirement).filter((kind) => !deciding.includes(kind));
}

/** The fields of requirements that excuse, stop or set how often. */
const EASED_BY = { excusedBy: [], frequency: [], stops: {} };

/** How the uses of what a requirement rests on are told. */
interface UsesOf {
  ofState(state: State): Uses;
  ofPart(part: Requirement): Uses;
}

function kindsBehind(programme: Programme, requirement: string, { ofState, ofPart }: UsesOf): string[] {
  const seen = new Set<string>();
  const kinds = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const state = programme.states.find((each) => each.id === id);
    const part = dutiesOf(programme).find((each) => each.id === id);
    const uses = state === undefined ? part && ofPart(part) : ofState(state);
    if (uses === undefined) return;
    for (const kind of uses.kinds) kinds.add(kind);
    for (const next of [...statesUsed(uses, programme), ...uses.requirements]) visit(next);
  };
  visit(requirement);
  return [...kinds].sort();
}
