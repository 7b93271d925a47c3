import type { Grounded } from "./citation.js";
import { type EventMatch, stateOf } from "./match.js";

/** One piece of work of a work state: a deadline requirement, and what else ends it. */
export interface StateWork {
  readonly requirement: string;
  /** Ends the work even when overdue; the deadline's own verdict stays as it is. */
  readonly endedBy?: readonly EventMatch[];
  /** `false`: it is named for what else ends it, and is no part of the state. */
  readonly counts?: false;
}

/**
 * Where a journey, or the work on it, is. A day belongs to the state that it closes in.
 *
 * - Between events: from the day of a `from` until the day of an `until`; events of one day may stand in any
 *   order, and going out and in again on one day is staying. `each`: several run at once (jobs), and one is in
 *   the state while any does. An `until` ends the one whose event id it gives in this field, or, without it,
 *   the only one that runs; of several nobody knows which.
 * - `allOf`: in all of these states between events at once, the one that gives it its name last.
 * - By work left: `overdue` from the close of the due day, `undone` from the anchor, until all of it is done.
 *   A piece whose own conditions do not hold is no work, and with `standards` neither is one of any other standard.
 */
export type State =
  | {
      readonly id: string;
      readonly title: string;
      readonly from: readonly EventMatch[];
      readonly until: readonly EventMatch[];
      readonly each?: string;
    }
  | { readonly id: string; readonly title: string; readonly allOf: readonly string[] }
  | {
      readonly id: string;
      readonly title: string;
      readonly work: readonly StateWork[];
      readonly standards?: readonly string[];
      readonly test: "overdue" | "undone";
    };

/** The pieces of work that a state of work left is about. */
export function workIn({ work, standards }: Extract<State, { work: unknown }>): readonly StateWork[] {
  return work.filter(({ requirement, counts }) => {
    const standard = requirement.split("/")[0]!;
    return counts !== false && (standards === undefined || standards.includes(standard));
  });
}

/**
 * How long someone may be in a state: `{ state: "on-programme", atMost: { days: 182 } }`, the day of entering it
 * being day 0 and the last day in. `longer`: who is in another state on that last day stays until that ends.
 * Once it is over and no leaving is recorded, nobody knows whether what would fall due later is owed.
 */
export interface MaximumStay extends Grounded {
  readonly state: string;
  readonly atMost: { readonly days: number };
  readonly longer?: { readonly while: string; readonly atMost: { readonly days: number } };
}

/**
 * The events that a match is of: its own, or those that can begin, or end, the state between events whose moment it
 * is. None for a moment of a state of work left, and for the end of a longest stay.
 */
export function eventsMarking(
  match: EventMatch,
  { states }: { readonly states: readonly State[] },
): readonly EventMatch[] {
  const id = stateOf(match);
  if (id === undefined) return [match];
  if (typeof match === "object" && "stayEnds" in match) return [];
  const state = states.find((each) => each.id === id);
  if (state === undefined || "work" in state) return [];
  const isEntering = typeof match === "object" && "entering" in match;
  if ("from" in state) return isEntering ? state.from : state.until;
  return state.allOf.flatMap((each) =>
    eventsMarking(isEntering ? { entering: each } : { leaving: each }, { states }),
  );
}
