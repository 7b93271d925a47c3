import type { Grounded } from "./citation.js";
import type { EventMatch } from "./match.js";

/** One piece of work of a work state: a deadline requirement, and what else ends it. */
export interface StateWork {
  readonly requirement: string;
  /** Ends the work even when overdue; the deadline's own verdict stays as it is. */
  readonly endedBy?: readonly EventMatch[];
  /** `false`: it is named for what else ends it, and is no part of the state. */
  readonly counts?: false;
}

/**
 * Where a journey, or the work on it, is. Between events: in it from the day of a `from` until the
 * day of an `until`. Or by work left: `overdue` from the close of the due day, `undone` from the
 * anchor, until all of it is done. A piece whose own conditions do not hold is no work, and with
 * `standards` neither is one of any other standard.
 */
export type State =
  | {
      readonly id: string;
      readonly title: string;
      readonly from: readonly EventMatch[];
      readonly until: readonly EventMatch[];
    }
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

/** How long someone may be in a state, for worklists: `{ state: "on-programme", atMost: { days: 182 } }`. */
export interface MaximumStay extends Grounded {
  readonly state: string;
  readonly atMost: { readonly days: number };
}
