import { dutiesOf } from "./addresses.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-kind.js";
import type { Requirement } from "./requirement.js";
import { requirementUses, stateUses } from "./uses.js";

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
  for (const kind of uses?.kinds ?? []) kinds.add(kind);
  if (part !== undefined && isLeavable(programme, part))
    for (const kind of programme.conventions.leaving) kinds.add(kind);
  if (part !== undefined && isAttested(programme, part)) kinds.add(ATTESTED);
  const work = state !== undefined && "work" in state ? state.work.map(({ requirement }) => requirement) : [];
  const shared = part?.kind === "proportion" && "met" in part.share ? [part.share.met] : [];
  for (const next of [...(uses?.states ?? []), ...work, ...shared]) visit(programme, next, seen, kinds);
}

const ATTESTED = "attested";

/** Whether people attest parts of its record. */
function isAttested({ events }: Programme, part: Requirement): boolean {
  return (
    part.kind === "content" &&
    part.parts.some(({ check }) => check === "human") &&
    events.some(({ id }) => id === ATTESTED)
  );
}

function isLeavable({ conventions }: Programme, part: Requirement): boolean {
  if (part.kind !== "deadline" || !conventions.leavingExcuses) return false;
  return part.after !== undefined && part.owedAfterLeaving !== true;
}
