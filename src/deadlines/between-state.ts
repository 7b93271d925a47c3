import { argumentFault } from "../argument.js";
import { shown } from "../fault.js";
import { type Holds, NO, UNKNOWN, YES } from "./day-codes.js";
import type { CompiledState, DerivedDay, Matches, Names, Test } from "./event-matches.js";
import type { Facts } from "./facts.js";

/** A state between events: from the day of a `from` until the day of an `until`. */
export class BetweenState implements CompiledState {
  readonly holds: Test = (facts, day) => this.#isIn(facts, day);
  readonly entered: DerivedDay = (facts) => this.from.firstDay(facts);
  readonly left: DerivedDay = (facts) => this.#leftAfter(facts);
  readonly done: DerivedDay = (facts) => this.#leftAfter(facts);

  constructor(
    readonly id: string,
    readonly from: Matches,
    readonly until: Matches,
  ) {}

  isUnreadable(facts: Facts): boolean {
    return this.from.isUnreadable(facts) || this.until.isUnreadable(facts);
  }

  /** The position of the event that put a journey where it is on a day, into the state or out of it; -1 when nothing has. */
  since(facts: Facts, day: number): number {
    let since = -1;
    let inside = false;
    for (let at = 0; at < facts.count && facts.on[at]! <= day; at++) {
      const ends = this.until.accepts(facts, at);
      if (ends === inside && (ends || this.from.accepts(facts, at))) {
        inside = !ends;
        since = at;
      }
    }
    return since;
  }

  #isIn(facts: Facts, day: number): Holds {
    if (this.isUnreadable(facts)) return UNKNOWN;
    let inside = false;
    for (let at = 0; at < facts.count && facts.on[at]! <= day; at++) {
      if (this.until.accepts(facts, at)) inside = false;
      else if (this.from.accepts(facts, at)) inside = true;
    }
    return inside ? YES : NO;
  }

  #leftAfter(facts: Facts): number | undefined {
    const start = this.from.next(facts, -1);
    const end = start < 0 ? -1 : this.until.next(facts, start);
    return end < 0 ? undefined : facts.on[end]!;
  }
}

/** A state that must be one between events; only an unchecked programme names another here. */
export function betweenState(id: string, names: Names): BetweenState {
  const state = names.state(id);
  if (state instanceof BetweenState) return state;
  throw argumentFault(
    "programme",
    `the programme ${names.programme.id}, whose ${shown(id)} is a state of work left`,
    "a state between events, with `from` and `until`, wherever contacts are owed or stop, or a stay ends",
    "Check it with defineProgramme.",
  );
}
