import { BEYOND } from "../calendar/index.js";
import {
  conditionsOf,
  type DeadlineRequirement,
  type EventMatch,
  type State,
  workIn,
} from "../rules/index.js";
import { type Holds, NEVER, NO, OPEN, UNKNOWN, YES } from "./day-codes.js";
import type { DeadlineClock } from "./deadline-clock.js";
import type { CompiledState, DerivedDay, Matches, Names, Test } from "./event-matches.js";
import type { Facts } from "./facts.js";

/** A piece of work that is or was owed: its clock, wound to the first anchor, and the event that ended it, or -1. */
export interface WorkPiece {
  readonly clock: DeadlineClock;
  readonly isDone: boolean;
  readonly endedAt: number;
}

interface Item {
  readonly clock: DeadlineClock;
  readonly endedBy: Matches | undefined;
}

/**
 * A state of work left: each piece is in it from its due day (or from its anchor) until the day it
 * is done. Days are whole: a piece due on a day and done later is in the state at that day's close. The
 * as-at day is not over, so what is due on it is not overdue yet.
 */
export class WorkState implements CompiledState {
  readonly id: string;
  readonly overdueOnly: boolean;
  readonly #items: readonly Item[];

  /** Whether what counts as work depends on what has happened by the as-at date. */
  readonly hangsOnWhatHappened: boolean;
  /**
   * For each piece: the first day it is in the state, and the day it is done. `NEVER` where there is none;
   * what is not owed is in no way left, and done before all days.
   */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** The same of the days on which nobody knows whether a piece is left. */
  readonly #unknownFrom: Int32Array;
  readonly #unknownUntil: Int32Array;
  #measured = 0;
  #asAt = 0;
  #isOwed = false;
  #isUnknown = false;
  readonly holds: Test = (facts, day) => this.#isIn(facts, day);
  readonly entering: DerivedDay = (facts) => this.#enteredOn(facts);
  readonly leaving: DerivedDay = (facts) =>
    this.#enteredOn(facts) === undefined ? undefined : this.#doneOn(facts);
  readonly done: DerivedDay = (facts) => this.#doneOn(facts);

  /** `clockOf` gives each requirement a clock of its own, so that nobody else winds it. */
  constructor(
    state: Extract<State, { work: unknown }>,
    names: Names,
    clockOf: (requirement: string) => DeadlineClock,
  ) {
    this.id = state.id;
    this.overdueOnly = state.test === "overdue";
    const work = workIn(state);
    this.#items = work.map(({ requirement, endedBy }) => ({
      clock: clockOf(requirement),
      endedBy: endedBy === undefined ? undefined : names.matches(endedBy),
    }));
    const { standards } = names.programme;
    const rules = standards.flatMap(({ requirements }) => [...requirements]);
    this.hangsOnWhatHappened = work.some(({ requirement, endedBy }) =>
      hangsOnWhatHappened(rules.find(({ id }) => id === requirement) as DeadlineRequirement, endedBy),
    );
    this.from = new Int32Array(this.#items.length);
    this.until = new Int32Array(this.#items.length);
    this.#unknownFrom = new Int32Array(this.#items.length);
    this.#unknownUntil = new Int32Array(this.#items.length);
  }

  /** Whether any work was ever owed: the clock of a piece has started, and the piece applies. Fills `from` and `until`. */
  measure(facts: Facts): boolean {
    if (this.#measured === facts.generation) return this.#isOwed;
    this.#measured = facts.generation;
    this.#asAt = facts.asAt;
    this.#isOwed = false;
    this.#isUnknown = false;
    for (let i = 0; i < this.#items.length; i++) {
      const item = this.#items[i]!;
      const { clock } = item;
      const applies = clock.first(facts) ? this.#applies(clock) : OPEN;
      const owed = applies === YES;
      this.from[i] = owed ? Math.min(NEVER, this.overdueOnly ? clock.due : clock.anchorDay) : NEVER;
      this.until[i] = owed ? endOf(item, facts) : applies === NO ? -NEVER : NEVER;
      this.#isOwed ||= owed;
      this.#isUnknown ||= applies === UNKNOWN;
      this.#unknownFrom[i] = this.#unknownUntil[i] = NEVER;
      if (applies === UNKNOWN || facts.anyUnreadable || facts.anyNotRecorded) this.#doubt(i, applies, facts);
    }
    return this.#isOwed;
  }

  /** Whether a piece is owed; not known where it was due before the days that the calendar answers for. */
  #applies({ holds, due }: DeadlineClock): Holds {
    return holds === YES && this.overdueOnly && due <= -BEYOND ? UNKNOWN : holds;
  }

  /**
   * What cannot be read, or nobody wrote down, may have ended a piece before what can be: from its first day until
   * then nobody knows. Where even that day is unknown, it is any since the anchor, or any at all.
   */
  #doubt(i: number, applies: Holds, facts: Facts): void {
    const { clock, endedBy } = this.#items[i]!;
    if (applies === NO) return;
    const isAnchorless = clock.isAnchorUnreadable(facts) || clock.isAnchorNotRecorded(facts);
    const isDateless = applies === UNKNOWN || clock.isDueUnreadable(facts);
    const isEndless =
      clock.isUnreadable(facts) ||
      isEndNotRecorded(this.#items[i]!, facts) ||
      endedBy?.isUnreadable(facts) === true;
    if (!isAnchorless && (applies === OPEN || !(isDateless || isEndless))) return;
    this.#unknownFrom[i] = isAnchorless ? -NEVER : isDateless ? clock.anchorDay : this.from[i]!;
    this.#unknownUntil[i] = isAnchorless ? NEVER : endOf(this.#items[i]!, facts);
    this.from[i] = NEVER;
  }

  /** The first day of the unbroken stretch in the state that a day lies in; undefined when it is not. */
  waitingSince(facts: Facts, day: number): number | undefined {
    this.measure(facts);
    let since = NEVER;
    let earlier = this.#earliestThrough(day);
    while (earlier < since) {
      since = earlier;
      earlier = Math.min(since, this.#earliestThrough(since - 1));
    }
    return since === NEVER ? undefined : since;
  }

  /**
   * The stretches of days at whose close the state holds within a span, as last measured: each from its first
   * day up to and not including the day it ends, in order, none touching the next.
   */
  stretches(from: number, until: number): [number, number][] {
    return stretchesOf(this.from, this.until, from, until);
  }

  /** Those at whose close nobody knows whether it holds. */
  unknownStretches(from: number, until: number): [number, number][] {
    const unknown = stretchesOf(this.#unknownFrom, this.#unknownUntil, from, until);
    if (unknown.length === 0) return unknown;
    const known = this.stretches(from, until);
    return unknown.flatMap((stretch) => known.reduce(without, [stretch]));
  }

  /** The requirements with work left on a day, as last measured. */
  leftOn(day: number): string[] {
    const due = this.#lastDue(day);
    const left = this.#items.filter((_item, i) => this.from[i]! <= due && day < this.until[i]!);
    return left.map(({ clock }) => clock.id);
  }

  /** The pieces that were ever owed, and how each ended, if it did. */
  pieces(facts: Facts): WorkPiece[] {
    return this.#items
      .filter(({ clock }) => clock.first(facts) && clock.holds === YES)
      .map((item) => {
        const { clock } = item;
        const end = endOf(item, facts);
        if (clock.done === end) return { clock, isDone: end < NEVER, endedAt: clock.doneAt };
        const endedAt = clock.excusedOn(facts) === end ? clock.excusedAt(facts) : enderAt(item, facts);
        return { clock, isDone: false, endedAt };
      });
  }

  /** Whether a record that decides some of the work could not be read, or the data does not say whether it is owed. */
  isUnreadable(facts: Facts): boolean {
    this.measure(facts);
    if (this.#isUnknown) return true;
    for (const { clock, endedBy } of this.#items)
      if (clock.isUnreadable(facts) || endedBy?.isUnreadable(facts)) return true;
    return false;
  }

  isNotRecorded(facts: Facts): boolean {
    return this.#items.some((item) => item.clock.isNotRecorded(facts) || isEndNotRecorded(item, facts));
  }

  /** The earliest first day among the pieces that a day lies in; `NEVER` when it lies in none. */
  #earliestThrough(day: number): number {
    const due = this.#lastDue(day);
    let first = NEVER;
    for (let i = 0; i < this.from.length; i++) {
      if (this.from[i]! <= due && day < this.until[i]! && this.from[i]! < first) first = this.from[i]!;
    }
    return first;
  }

  /** The last first day of work that is left on a day: the as-at day is not over, so what is due on it is not left yet. */
  #lastDue(day: number): number {
    return this.overdueOnly && day >= this.#asAt ? this.#asAt - 1 : day;
  }

  #isIn(facts: Facts, day: number): Holds {
    if (facts.calendar === undefined) return UNKNOWN;
    this.measure(facts);
    if (this.#earliestThrough(day) < NEVER) return YES;
    const due = this.#lastDue(day);
    for (let i = 0; i < this.#unknownFrom.length; i++)
      if (this.#unknownFrom[i]! <= due && day < this.#unknownUntil[i]!) return UNKNOWN;
    return NO;
  }

  #enteredOn(facts: Facts): number | undefined {
    this.measure(facts);
    const due = this.#lastDue(facts.asAt);
    let day = NEVER;
    for (let i = 0; i < this.from.length; i++) {
      const from = this.from[i]!;
      if (from < this.until[i]! && from <= due && from < day) day = from;
    }
    return day === NEVER ? undefined : day;
  }

  #doneOn(facts: Facts): number | undefined {
    if (!this.measure(facts)) return undefined;
    let day = -NEVER;
    for (const until of this.until) if (until > day) day = until;
    return day >= NEVER ? undefined : day;
  }
}

/** The days of a span that lie in some of these stretches, as stretches of which none touches the next. */
function stretchesOf(starts: Int32Array, ends: Int32Array, from: number, until: number): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < starts.length; i++) {
    const first = Math.max(from, starts[i]!);
    if (first <= until && first < ends[i]!) found.push([first, ends[i]!]);
  }
  if (found.length < 2) return found;
  found.sort(([one], [other]) => one - other);
  return found.reduce<[number, number][]>((joined, [first, end]) => {
    const last = joined.at(-1);
    if (last === undefined || first > last[1]) joined.push([first, end]);
    else last[1] = Math.max(last[1], end);
    return joined;
  }, []);
}

/** What is left of some stretches without another. */
function without(
  stretches: [number, number][],
  [from, until]: readonly [number, number],
): [number, number][] {
  return stretches.flatMap(([first, end]): [number, number][] => {
    const parts: [number, number][] = [
      [first, Math.min(end, from)],
      [Math.max(first, until), end],
    ];
    return parts.filter(([begins, ends]) => begins < ends);
  });
}

/** The day a piece of work ends: done, ended otherwise, or excused by leaving in time. */
function endOf(item: Item, facts: Facts): number {
  const { clock } = item;
  const end = Math.min(clock.done, clock.excusedOn(facts));
  const at = enderAt(item, facts);
  return at < 0 ? end : Math.min(end, facts.on[at]!);
}

/** Whether the data leaves out what may have ended a piece. */
function isEndNotRecorded({ clock, endedBy }: Item, facts: Facts): boolean {
  return clock.isDoneNotRecorded(facts) || endedBy?.isNotRecorded(facts, clock.anchorDay) === true;
}

/** The position of the first event that ends a piece otherwise, or -1. */
function enderAt({ clock, endedBy }: Item, facts: Facts): number {
  return endedBy === undefined ? -1 : endedBy.firstFrom(facts, clock.anchorDay);
}

/** Whether a piece of work depends on what has happened by the as-at date, before or after its anchor. */
function hangsOnWhatHappened(rule: DeadlineRequirement, endedBy: readonly EventMatch[] = []): boolean {
  const { when = [], exceptions = [], event, after = [], before = [], excusedBy = [] } = rule;
  const matches = [...event, ...after, ...before, ...excusedBy, ...endedBy];
  const conditions = [...when, ...exceptions.flatMap((each) => each.when), ...matches.flatMap(conditionsOf)];
  return conditions.some((condition) => "happened" in condition);
}
