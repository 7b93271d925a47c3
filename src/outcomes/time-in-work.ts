import { type BetweenState, betweenState, type Compiler, type Facts } from "../deadlines/index.js";
import type { Outcome } from "../rules/index.js";

/** So long in work as makes an outcome, all times in work added up; made ready for reading journeys. */
export class InWork {
  readonly #state: BetweenState;
  readonly #weeksOfGroup = new Map<string, number>();
  readonly #needed: NonNullable<Outcome["inWork"]>["weeks"];

  constructor({ state, weeks }: NonNullable<Outcome["inWork"]>, compiler: Compiler) {
    this.#needed = weeks;
    this.#state = betweenState(state, compiler);
    for (const { id, outcomeAfter } of compiler.programme.groups)
      if (outcomeAfter !== undefined) this.#weeksOfGroup.set(id, outcomeAfter.weeks);
  }

  /**
   * The day by the end of which someone has been in work so long since a start; undefined while they
   * have not. The first and the last day in work are days in work.
   */
  metOn(facts: Facts, start: number): number | undefined {
    const weeks = this.#weeks(facts);
    if (weeks === undefined) return undefined;
    this.#state.measure(facts);
    const { days } = this.#state;
    let left = weeks * 7;
    for (let turn = 0; turn < days.length; turn += 2) {
      const from = Math.max(start, days[turn]!);
      const until = days[turn + 1] ?? facts.asAt;
      if (until - from + 1 >= left) return from + left - 1;
      left -= Math.max(0, until - from + 1);
    }
    return undefined;
  }

  /** Whether the records do not tell: of work, or of the group that says how long. */
  isUnreadable(facts: Facts): boolean {
    return this.#weeks(facts) === undefined || this.#state.isUnreadable(facts);
  }

  /** Whether the data leaves out when work began. */
  isNotRecorded(facts: Facts): boolean {
    return this.#state.isNotRecorded(facts);
  }

  #weeks({ journey: { group = "" } }: Facts): number | undefined {
    return this.#needed === "by-group" ? this.#weeksOfGroup.get(group) : this.#needed;
  }
}
