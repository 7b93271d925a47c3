import type { Compiler, Facts, Matches } from "../deadlines/index.js";
import type { Outcome } from "../rules/index.js";

/** So long in work as makes an outcome, jobs added up; made ready for reading journeys. */
export class InWork {
  readonly #started: Matches;
  readonly #ended: Matches;
  readonly #weeksOfGroup = new Map<string, number>();
  readonly #needed: NonNullable<Outcome["inWork"]>;

  constructor(needed: NonNullable<Outcome["inWork"]>, compiler: Compiler) {
    this.#needed = needed;
    this.#started = compiler.matches(["job-started"]);
    this.#ended = compiler.matches(["job-ended"]);
    for (const { id, outcomeAfter } of compiler.programme.groups)
      if (outcomeAfter !== undefined) this.#weeksOfGroup.set(id, outcomeAfter.weeks);
  }

  /**
   * The day by the end of which someone has been in work so long since a start; undefined while they
   * have not. The first and the last day of a job are days in work; a day in two jobs is one.
   */
  metOn(facts: Facts, start: number): number | undefined {
    const weeks = this.#weeks(facts);
    if (weeks === undefined) return undefined;
    let left = weeks * 7;
    for (const [from, until] of this.#spells(facts, start)) {
      if (until - from + 1 >= left) return from + left - 1;
      left -= until - from + 1;
    }
    return undefined;
  }

  /** Whether the records do not tell: of work, or of the group that says how long. */
  isUnreadable(facts: Facts): boolean {
    const tells = this.#weeks(facts) !== undefined;
    return !tells || this.#started.isUnreadable(facts) || this.#ended.isUnreadable(facts);
  }

  #weeks({ journey: { group = "" } }: Facts): number | undefined {
    return this.#needed === "by-group" ? this.#weeksOfGroup.get(group) : this.#needed.weeks;
  }

  /** First and last day of each time in work, since a start and as far as is known. */
  #spells(facts: Facts, start: number): [from: number, until: number][] {
    const spells: [from: number, until: number][] = [];
    let [jobs, from, counted] = [0, 0, start - 1];
    for (const [day, isStart] of this.#turns(facts)) {
      if (isStart) {
        if (jobs === 0) from = Math.max(day, counted + 1);
        jobs += 1;
      } else if (jobs > 0) {
        jobs -= 1;
        if (jobs > 0 || day < from) continue;
        spells.push([from, day]);
        counted = day;
      }
    }
    if (jobs > 0 && from <= facts.asAt) spells.push([from, facts.asAt]);
    return spells;
  }

  /** Jobs that start and end, by day; on the same day those that start come first. */
  #turns(facts: Facts): [day: number, isStart: boolean][] {
    const turns: [day: number, isStart: boolean][] = [];
    for (let at = 0; at < facts.count; at++) {
      const isStart = this.#started.accepts(facts, at);
      if (isStart || this.#ended.accepts(facts, at)) turns.push([facts.on[at]!, isStart]);
    }
    return turns.sort(([one, first], [other, second]) => one - other || Number(second) - Number(first));
  }
}
