import type { Condition, EventMatch } from "./match.js";
import { type MaximumStay, type State, workIn } from "./state.js";

/**
 * The names a part of a programme uses. `statesBetween`: those of its states that must be states between events;
 * `stays`: those whose longest stay it is counted from; `requirements`: the others whose cases it looks at.
 */
export interface Uses {
  readonly kinds: readonly string[];
  readonly states: readonly string[];
  readonly statesBetween: readonly string[];
  readonly stays: readonly string[];
  readonly groups: readonly string[];
  readonly requirements: readonly string[];
}

/** What is used by several parts together. */
export function allUses(...parts: readonly Partial<Uses>[]): Uses {
  const names = (list: keyof Uses) => parts.flatMap((part) => part[list] ?? []);
  return {
    kinds: names("kinds"),
    states: names("states"),
    statesBetween: names("statesBetween"),
    stays: names("stays"),
    groups: names("groups"),
    requirements: names("requirements"),
  };
}

/** The states that a part looks at, with those that lengthen a stay it is counted from. */
export function statesUsed(
  { states, stays }: Uses,
  programme: { readonly stays: readonly MaximumStay[] },
): readonly string[] {
  const counted = programme.stays.filter(({ state }) => stays.includes(state));
  return [...states, ...counted.flatMap(({ longer }) => longer?.while ?? [])];
}

export function stateUses(state: State): Uses {
  if ("from" in state) return matchUses([...state.from, ...state.until]);
  if ("allOf" in state) return allUses({ states: state.allOf, statesBetween: state.allOf });
  const ends = matchUses(state.work.flatMap(({ endedBy = [] }) => endedBy));
  return allUses(ends, { requirements: workIn(state).map(({ requirement }) => requirement) });
}

export function matchUses(matches: readonly EventMatch[]): Uses {
  return allUses(...matches.map(oneMatchUses));
}

function oneMatchUses(match: EventMatch): Partial<Uses> {
  if (typeof match === "string") return { kinds: [match] };
  if ("event" in match) return allUses({ kinds: [match.event] }, conditionUses(match.when ?? []));
  if ("entering" in match) return { states: [match.entering] };
  if ("stayEnds" in match) return { states: [match.stayEnds], stays: [match.stayEnds] };
  return { states: ["leaving" in match ? match.leaving : match.workDone] };
}

export function conditionUses(conditions: readonly Condition[]): Uses {
  return allUses(...conditions.map(oneConditionUses));
}

function oneConditionUses(condition: Condition): Partial<Uses> {
  if ("in" in condition) return { states: [condition.in] };
  if ("notIn" in condition) return { states: [condition.notIn] };
  if ("group" in condition) return { groups: condition.group };
  if ("notGroup" in condition) return { groups: condition.notGroup };
  if ("happened" in condition) {
    const { happened, unless = [], until = [] } = condition;
    return matchUses([...happened, ...unless, ...until]);
  }
  return "before" in condition ? matchUses(condition.of ?? []) : {};
}
