import { addresses, dutiesOf, requirementsOf } from "./addresses.js";
import { checkGrounds } from "./grounds.js";
import type { Outcome } from "./outcome.js";
import type { Programme } from "./programme.js";
import { direction, eventTwice, idTwice, type Names, refuseUnknown } from "./reference-faults.js";
import { checkRegime } from "./regime-references.js";
import type { Requirement } from "./requirement.js";
import { checkWork, refuseCircles } from "./state-references.js";
import { cadenceStates, matchUses, requirementUses, stateUses, type Uses } from "./uses.js";

/** Every name a programme uses must be there: event kinds, states, groups, requirements, sources; ids once. */
export function checkReferences(programme: Programme): void {
  refuseTwice(addresses(programme), idTwice);
  refuseTwice(
    programme.events.map(({ id }) => id),
    eventTwice,
  );
  const names = {
    "event kind": new Set(programme.events.map(({ id }) => id)),
    state: new Set(programme.states.map(({ id }) => id)),
    group: new Set(programme.groups.map(({ id }) => id)),
  };
  for (const [address, { kinds, states, groups }] of uses(programme)) {
    for (const kind of kinds) refuseUnknown(address, kind, "event kind", names["event kind"]);
    for (const state of states) refuseUnknown(address, state, "state", names.state);
    for (const group of groups) refuseUnknown(address, group, "group", names.group);
  }
  for (const state of programme.states) checkWork(programme, state);
  refuseCircles(programme);
  checkParts(programme);
  checkRegime(programme, names);
  checkGrounds(programme);
}

function checkParts(programme: Programme): void {
  const between: Names = new Set(programme.states.filter((state) => "from" in state).map(({ id }) => id));
  const requirements: Names = new Set(requirementsOf(programme).map(({ id }) => id));
  for (const { state } of programme.stays)
    refuseUnknown("programme.stays", state, "state between events", between);
  for (const part of dutiesOf(programme)) {
    checkDirection(part);
    for (const state of cadenceStates(part)) refuseUnknown(part.id, state, "state between events", between);
    if (part.kind === "proportion" && "met" in part.share) {
      refuseUnknown(part.id, part.share.met, "requirement", requirements);
    }
  }
}

function uses(programme: Programme): [string, Uses][] {
  const { conventions, cohortBy, indicators = [] } = programme;
  return [
    ...dutiesOf(programme).map((part): [string, Uses] => [part.id, requirementUses(part)]),
    ...programme.states.map((state): [string, Uses] => [state.id, stateUses(state)]),
    ["conventions", matchUses([...conventions.receipts, ...conventions.leaving])],
    ["programme.cohortBy", matchUses(cohortBy === undefined ? [] : [cohortBy])],
    ...programme.outcomes.map((outcome): [string, Uses] => [outcome.id, outcomeUses(outcome)]),
    ...indicators.map((indicator): [string, Uses] => [indicator.id, matchUses([indicator.event])]),
    ...programme.events.map((kind): [string, Uses] => [
      `events.${kind.id}`,
      matchUses([...(kind.notBefore ?? []), ...(kind.expects === undefined ? [] : [kind.expects])]),
    ]),
  ];
}

function outcomeUses({ after, event, claim }: Outcome): Uses {
  return matchUses([after, event, ...(claim === undefined ? [] : [claim])]);
}

function checkDirection(part: Requirement): void {
  if (part.kind !== "deadline" || (part.after === undefined) !== (part.before === undefined)) return;
  throw direction(part.id, part.after !== undefined);
}

function refuseTwice(ids: readonly string[], fault: (id: string) => Error): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw fault(id);
    seen.add(id);
  }
}
