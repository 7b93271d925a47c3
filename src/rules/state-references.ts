import { requirementsOf } from "./addresses.js";
import type { Programme } from "./programme.js";
import { circularState, circularWork, refuseUnknown } from "./reference-faults.js";
import type { State } from "./state.js";
import { requirementUses, stateUses } from "./uses.js";

/** The work of a state is deadlines, and none that is counted from the state itself. */
export function checkWork(programme: Programme, state: State): void {
  if (!("work" in state)) return;
  const deadlines = new Set(
    requirementsOf(programme)
      .filter(({ kind }) => kind === "deadline")
      .map(({ id }) => id),
  );
  for (const { requirement } of state.work) {
    refuseUnknown(state.id, requirement, "deadline requirement", deadlines);
    if (statesOf(programme, requirement).includes(state.id)) throw circularWork(state.id, requirement);
  }
}

/** No state may depend on itself through others: it could never be told. */
export function refuseCircles(programme: Programme): void {
  const needs = new Map(programme.states.map((state) => [state.id, neededBy(programme, state)]));
  const told = new Set<string>();
  const tell = (state: string, path: readonly string[]): void => {
    if (path.includes(state)) throw circularState([...path.slice(path.indexOf(state)), state]);
    if (told.has(state)) return;
    for (const other of needs.get(state) ?? []) tell(other, [...path, state]);
    told.add(state);
  };
  for (const { id } of programme.states) tell(id, []);
}

function neededBy(programme: Programme, state: State): readonly string[] {
  const work =
    "work" in state ? state.work.flatMap(({ requirement }) => statesOf(programme, requirement)) : [];
  return [...stateUses(state).states, ...work];
}

function statesOf(programme: Programme, requirement: string): readonly string[] {
  const part = requirementsOf(programme).find(({ id }) => id === requirement);
  return part === undefined ? [] : requirementUses(part).states;
}
