import type { MaximumStay } from "../rules/index.js";
import { type BetweenState, betweenState } from "./between-state.js";
import { NEVER } from "./day-codes.js";
import type { DerivedDay, Names } from "./event-matches.js";
import type { Facts } from "./facts.js";

/** The longest time that somebody may be in a state, after which somebody must have recorded that they left it. */
export class Stay {
  readonly state: BetweenState;
  readonly #days: number;
  readonly #longer: { readonly state: BetweenState; readonly days: number } | undefined;

  constructor({ state, atMost, longer }: MaximumStay, names: Names) {
    this.state = betweenState(state, names);
    this.#days = atMost.days;
    this.#longer = longer && { state: betweenState(longer.while, names), days: longer.atMost.days };
  }

  /** The last day of a stay that is over as at the date, when no leaving is recorded; `NEVER` otherwise. */
  overdueSince(facts: Facts): number {
    const last = this.lastDay(facts);
    return facts.asAt > last ? last : NEVER;
  }

  /** The last day of a stay that has begun and not ended, as far as is known; `NEVER` when there is none. */
  lastDay(facts: Facts): number {
    const { state } = this;
    if (state.isUnreadable(facts) || !state.isInside(facts, facts.asAt)) return NEVER;
    const begun = facts.on[state.since(facts, facts.asAt)]!;
    const last = begun + this.#days;
    return facts.asAt <= last ? last : this.#lastFrom(begun, facts);
  }

  /** The last day of the first stay, once it has come, whoever left before. */
  readonly ended: DerivedDay = (facts) => {
    this.state.measure(facts);
    const [begun] = this.state.days;
    if (begun === undefined) return undefined;
    const last = this.#lastFrom(begun, facts);
    return last <= facts.asAt ? last : undefined;
  };

  /** Whether nobody can tell when the first stay ends: a leaving matters only where the stay may be longer. */
  isUnreadable(facts: Facts): boolean {
    if (this.state.isEntryUnreadable(facts)) return true;
    const longer = this.#longer;
    return longer !== undefined && (this.state.isUnreadable(facts) || longer.state.isUnreadable(facts));
  }

  isNotRecorded(facts: Facts): boolean {
    return this.state.isNotRecorded(facts);
  }

  /** The last day of a stay that began on a day, by what is known of the day on which it may become a longer one. */
  #lastFrom(begun: number, facts: Facts): number {
    const last = begun + this.#days;
    const longer = this.#longer;
    const isLonger = longer?.state.isInside(facts, last) === true && this.state.isInside(facts, last);
    return isLonger ? Math.min(begun + longer.days, longer.state.leftAfter(facts, last)) : last;
  }
}
