import type { Condition, Match } from "./match.js";
import type { Requirement } from "./requirement.js";
import type { State } from "./state.js";

/** The names a part of a programme uses. */
export interface Uses {
  readonly kinds: readonly string[];
  readonly states: readonly string[];
  readonly groups: readonly string[];
}

const NONE: Uses = { kinds: [], states: [], groups: [] };

export function requirementUses(part: Requirement): Uses {
  const axis = part.axis === undefined || part.axis === "anchor" ? [] : [part.axis];
  return all([kinds(axis), conditionUses(part.when ?? []), ownUses(part)]);
}

function ownUses(part: Requirement): Uses {
  switch (part.kind) {
    case "deadline": {
      const { event, after = [], before = [], excusedBy = [], exceptions = [] } = part;
      const conditions = exceptions.map(({ when }) => conditionUses(when));
      return all([matchUses([...event, ...after, ...before, ...excusedBy]), ...conditions]);
    }
    case "cadence": {
      const { event, frequency } = part;
      const names = { ...NONE, states: cadenceStates(part) };
      return all([matchUses(event), kinds(frequency === undefined ? [] : [frequency]), names]);
    }
    case "content":
      return matchUses([part.record, ...(part.owedAfter ?? [])]);
    case "total":
      return matchUses(part.count);
    case "proportion": {
      const { share } = part;
      const shared =
        "in" in share ? states([share.in]) : matchUses("reaching" in share ? share.reaching : []);
      return both(matchUses(part.among), shared);
    }
  }
}

/** The states in which a cadence runs and stops; they must be states between events. */
export function cadenceStates(part: Requirement): string[] {
  return part.kind === "cadence" ? [part.while, ...Object.keys(part.stops ?? {})] : [];
}

export function stateUses(state: State): Uses {
  if ("from" in state) return matchUses([...state.from, ...state.until]);
  return matchUses(state.work.flatMap(({ endedBy = [] }) => endedBy));
}

export function matchUses(matches: readonly Match[]): Uses {
  return all(matches.map(oneMatchUses));
}

function oneMatchUses(match: Match): Uses {
  if (typeof match === "string") return kinds([match]);
  if ("event" in match) return both(kinds([match.event]), conditionUses(match.when ?? []));
  if ("entering" in match) return states([match.entering]);
  return states(["leaving" in match ? match.leaving : match.workDone]);
}

export function conditionUses(conditions: readonly Condition[]): Uses {
  return all(
    conditions.map((each) => {
      if ("in" in each) return states([each.in]);
      if ("notIn" in each) return states([each.notIn]);
      if ("group" in each) return { ...NONE, groups: each.group };
      if ("notGroup" in each) return { ...NONE, groups: each.notGroup };
      return "happened" in each ? matchUses([...each.happened, ...(each.unless ?? [])]) : NONE;
    }),
  );
}

function kinds(names: readonly string[]): Uses {
  return { ...NONE, kinds: names };
}

function states(names: readonly string[]): Uses {
  return { ...NONE, states: names };
}

function both(one: Uses, other: Uses): Uses {
  return {
    kinds: [...one.kinds, ...other.kinds],
    states: [...one.states, ...other.states],
    groups: [...one.groups, ...other.groups],
  };
}

function all(uses: readonly Uses[]): Uses {
  return uses.reduce(both, NONE);
}
