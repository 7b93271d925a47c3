import type { DeadlineRequirement, Programme } from "../rules/index.js";
import { type BetweenState, betweenState } from "./between-state.js";
import type { Compiler } from "./compiler.js";
import { YES } from "./day-codes.js";
import { windowBefore } from "./distance.js";
import type { Facts } from "./facts.js";

interface Stay {
  readonly state: BetweenState;
  readonly days: number;
}

/**
 * The window of what is due before a leaving that has not happened: from an expected leaving date
 * when one is recorded, else from how long someone may stay at the most.
 */
export class ExpectedLeaving {
  readonly #stays: readonly Stay[];
  readonly #compiler: Compiler;

  constructor(programme: Programme, compiler: Compiler) {
    this.#compiler = compiler;
    this.#stays = programme.stays.map(({ state, atMost }) => ({
      state: betweenState(state, compiler),
      days: atMost.days,
    }));
  }

  /** Of a deadline before something. */
  window({ before, within }: DeadlineRequirement, facts: Facts): { opens: number; due: number } | undefined {
    const kinds = before!.flatMap((match) => (typeof match === "string" ? [match] : []));
    const due = this.#leavingDay(kinds, facts);
    if (due === undefined) return undefined;
    if (within === undefined || "open" in within) return { opens: due, due };
    return { opens: windowBefore(within)(due, facts.calendar!), due };
  }

  #leavingDay(kinds: readonly string[], facts: Facts): number | undefined {
    for (const kind of kinds) {
      const expected = facts.expected.get(this.#compiler.kind(kind));
      if (expected !== undefined) return expected;
    }
    for (const { state, days } of this.#stays) {
      if (!kinds.some((kind) => state.until.hasKind(this.#compiler.kind(kind)))) continue;
      if (state.holds(facts, facts.asAt) === YES) return state.entered(facts)! + days;
    }
    return undefined;
  }
}
