import { argumentFault } from "../argument.js";
import type { EpochCalendar } from "../calendar/index.js";
import { shown } from "../fault.js";
import type { Conventions, DeadlineRequirement, EventMatch, Programme, State } from "../rules/index.js";
import { BetweenState } from "./between-state.js";
import { DeadlineClock } from "./deadline-clock.js";
import { type CompiledState, Matches, type Names } from "./event-matches.js";
import { type Facts, KindCodes } from "./facts.js";
import { WorkState } from "./work-state.js";

/** Turns the names in a programme into numbers and tests, each once. */
export class Compiler implements Names {
  readonly codes: KindCodes;
  readonly conventions: Conventions;
  readonly #states = new Map<string, CompiledState>();
  readonly #receipts: readonly number[];
  readonly #leavings: readonly number[];

  constructor(readonly programme: Programme) {
    this.codes = new KindCodes(programme.events);
    this.conventions = programme.conventions;
    this.#receipts = this.conventions.receipts.map((kind) => this.kind(kind));
    this.#leavings = this.conventions.leaving.map((kind) => this.kind(kind));
  }

  kind(id: string): number {
    return this.codes.codeOf(id) ?? this.#absent("event kind", id);
  }

  matches(matches: readonly EventMatch[]): Matches {
    return new Matches(matches, this);
  }

  state(id: string): CompiledState {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const state = this.programme.states.find((each) => each.id === id) ?? this.#absent("state", id);
    const compiled = this.#compiled(state);
    this.#states.set(id, compiled);
    return compiled;
  }

  /** What besides its own event ends the work of a requirement, in any state of work left. */
  endersOf(requirement: string): Matches {
    const work = this.programme.states.flatMap((state) => ("work" in state ? state.work : []));
    const own = work.filter((each) => each.requirement === requirement);
    return this.matches(own.flatMap(({ endedBy = [] }) => endedBy));
  }

  #compiled(state: State): CompiledState {
    return "from" in state
      ? new BetweenState(state.id, this.matches(state.from), this.matches(state.until))
      : new WorkState(state, this, (id) => this.#clockOf(id));
  }

  #clockOf(id: string): DeadlineClock {
    const rule = this.programme.standards
      .flatMap(({ requirements }) => requirements)
      .find((each) => each.id === id && each.kind === "deadline");
    return new DeadlineClock((rule ?? this.#absent("deadline requirement", id)) as DeadlineRequirement, this);
  }

  receiptDay(facts: Facts, at: number, day: number, calendar: EpochCalendar): number {
    if (this.conventions.receiptOnNonWorkingDay === "as-is" || at < 0) return day;
    return this.#receipts.includes(facts.kind[at]!) ? calendar.rollForward(day) : day;
  }

  leftAt(facts: Facts): number {
    if (!this.conventions.leavingExcuses) return -1;
    let first = -1;
    const leavings = this.#leavings;
    for (let i = 0; i < leavings.length; i++) {
      const at = facts.nextOf(leavings[i]!, -1);
      if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    return first;
  }

  isLeaving(facts: Facts, at: number): boolean {
    return at >= 0 && this.#leavings.includes(facts.kind[at]!);
  }

  leavingIsUnreadable(facts: Facts): boolean {
    return this.conventions.leavingExcuses && this.#leavings.some((code) => facts.isUnreadable(code));
  }

  /** Only an unchecked programme gets here. */
  #absent(what: string, id: string): never {
    throw argumentFault(
      "programme",
      `the programme ${this.programme.id} without its ${what} ${shown(id)}`,
      "a programme that has what it names",
      "Check it with defineProgramme.",
    );
  }
}
