import { argumentFault } from "../argument.js";
import { shown } from "../fault.js";
import { NEVER, NO, UNKNOWN, YES } from "./day-codes.js";
import type { CompiledState, DerivedDay, Matches, Moment, Names, Test } from "./event-matches.js";
import type { Facts } from "./facts.js";

/**
 * A state between events. `days` and `at` are its turns on the journey last measured, each with the event at
 * which it happens: into the state at an even place, out of it at an odd one. A day holds one turn at the
 * most, or one into the state and one out of it again.
 */
export abstract class BetweenState implements CompiledState {
  readonly days: number[] = [];
  readonly at: number[] = [];
  #measured = 0;

  /** After the longest stay without a leaving nobody knows, nor where what began it may be of another kind. */
  readonly holds: Test = (facts, day) => {
    if (this.isUnreadable(facts) || this.isNotRecorded(facts)) return UNKNOWN;
    if (!this.isInside(facts, day)) return this.mayBeInside(facts, day) ? UNKNOWN : NO;
    return day > this.overdueSince(facts) ? UNKNOWN : YES;
  };
  readonly entering: Moment;
  readonly leaving: Moment;
  /** The day it was first left. */
  readonly done: DerivedDay = (facts) => {
    this.measure(facts);
    return this.days[1];
  };

  constructor(
    readonly id: string,
    /** The kinds of event at which it can turn. */
    readonly kinds: readonly number[],
  ) {
    this.entering = {
      kinds,
      accepts: (facts, at) => this.#turnsAt(facts, at, 0),
      isUnreadable: (facts) => this.isEntryUnreadable(facts),
      isNotRecorded: (facts) => this.isNotRecorded(facts),
    };
    this.leaving = {
      kinds,
      accepts: (facts, at) => this.#turnsAt(facts, at, 1),
      isUnreadable: (facts) => this.isUnreadable(facts),
      isNotRecorded: (facts) => this.isNotRecorded(facts) || this.isEndNotRecorded(facts),
    };
  }

  abstract isUnreadable(facts: Facts): boolean;

  /** Whether the data leaves out what begins it. Where it leaves out what ends it, it is taken to go on. */
  abstract isNotRecorded(facts: Facts): boolean;

  abstract isEndNotRecorded(facts: Facts): boolean;

  /** The last day of the longest stay in it, when that is over and no leaving is recorded; `NEVER` otherwise. */
  abstract overdueSince(facts: Facts): number;

  /** Whether nobody can tell when it was entered: what began it cannot be read, or what ended it, and it began again. */
  abstract isEntryUnreadable(facts: Facts): boolean;

  /** Whether a journey is in it, or would be if a record said the rest of what is asked of it. */
  abstract mayBeInside(facts: Facts, day: number): boolean;

  /** Writes the turns of a journey, in order, with `turn`. */
  protected abstract find(facts: Facts): void;

  measure(facts: Facts): void {
    if (this.#measured === facts.generation) return;
    this.#measured = facts.generation;
    empty(this.days);
    empty(this.at);
    this.find(facts);
  }

  protected turn(day: number, at: number): void {
    this.days.push(day);
    this.at.push(at);
  }

  /** The position of the event that put a journey where it is on a day, into the state or out of it; -1 when nothing has. */
  since(facts: Facts, day: number): number {
    const turns = this.#turnsBy(facts, day);
    return turns === 0 ? -1 : this.at[turns - 1]!;
  }

  /** Whether the records show a journey in it at the close of a day. */
  isInside(facts: Facts, day: number): boolean {
    return this.#turnsBy(facts, day) % 2 === 1;
  }

  /** The first day after a day on which it is left; `NEVER` when it is not. */
  leftAfter(facts: Facts, day: number): number {
    const turns = this.#turnsBy(facts, day);
    return this.days[turns % 2 === 1 ? turns : turns + 1] ?? NEVER;
  }

  /** How many turns there are by the close of a day. */
  #turnsBy(facts: Facts, day: number): number {
    this.measure(facts);
    let turns = 0;
    while (turns < this.days.length && this.days[turns]! <= day) turns++;
    return turns;
  }

  #turnsAt(facts: Facts, at: number, first: 0 | 1): boolean {
    this.measure(facts);
    for (let turn = first; turn < this.at.length; turn += 2) if (this.at[turn] === at) return true;
    return false;
  }
}

/** One that begins with a `from` and ends with an `until`; several of them at once where each has a name. */
export class EventState extends BetweenState {
  readonly #from: Matches;
  readonly #until: Matches;
  readonly #each: string | undefined;
  /** The events that began what runs, of a state of which several can; else whether it runs. */
  readonly #running: number[] = [];
  /** Of what began, by its event: the day it was ended, of a state of which several can run. */
  readonly #endedOn = new Map<number, number>();
  readonly #begins: number[] = [];
  readonly #ends: number[] = [];
  /** The positions of ends of which nobody can tell what they end. */
  readonly unclear: number[] = [];

  constructor(
    id: string,
    from: Matches,
    until: Matches,
    each: string | undefined,
    /** The last day of the longest stay, as `overdueSince` says it. */
    readonly overdueSince: (facts: Facts) => number,
    /** The same state, were everything true that its records leave out; undefined where they can leave out nothing. */
    readonly atMost?: EventState,
  ) {
    super(id, [...from.kinds, ...until.kinds]);
    this.#from = from;
    this.#until = until;
    this.#each = each;
  }

  isUnreadable(facts: Facts): boolean {
    return this.#from.isUnreadable(facts) || this.#until.isUnreadable(facts);
  }

  isNotRecorded(facts: Facts): boolean {
    return this.#from.isNotRecorded(facts);
  }

  isEndNotRecorded(facts: Facts): boolean {
    return this.#until.isNotRecorded(facts);
  }

  isEntryUnreadable(facts: Facts): boolean {
    if (this.#from.isUnreadable(facts)) return true;
    if (!this.#until.isUnreadable(facts)) return false;
    return this.#from.next(facts, this.#from.next(facts, -1)) >= 0;
  }

  /** The events that began what runs on some day of a span, its first and its last day in it; of a state of which several can. */
  runningBetween(facts: Facts, first: number, last: number): number[] {
    this.measure(facts);
    const began = [...this.#endedOn].filter(([at, end]) => facts.on[at]! <= last && first <= end);
    return began.map(([at]) => at);
  }

  mayBeInside(facts: Facts, day: number): boolean {
    return (this.atMost ?? this).isInside(facts, day);
  }

  protected find(facts: Facts): void {
    empty(this.#running);
    empty(this.unclear);
    if (this.#endedOn.size > 0) this.#endedOn.clear();
    for (let at = 0; at < facts.count; ) {
      const day = facts.on[at]!;
      empty(this.#begins);
      empty(this.#ends);
      for (; at < facts.count && facts.on[at] === day; at++) {
        if (this.#until.accepts(facts, at)) this.#ends.push(at);
        else if (this.#from.accepts(facts, at)) this.#begins.push(at);
      }
      if (this.#begins.length + this.#ends.length > 0) this.#pass(facts, day);
    }
  }

  #pass(facts: Facts, day: number): void {
    const ran = this.#running.length > 0;
    const began = this.#begins[0];
    const ended = this.#ends.at(-1);
    if (this.#each === undefined) this.#passOne();
    else this.#passEach(facts);
    const runs = this.#running.length > 0;
    if (!ran && began !== undefined) this.turn(day, began);
    if ((ran || began !== undefined) && !runs) this.turn(day, ended!);
  }

  #passOne(): void {
    const ran = this.#running.length > 0;
    const begins = this.#begins.length > 0;
    const runs = this.#ends.length === 0 ? ran || begins : ran && begins;
    if (!runs) empty(this.#running);
    else if (!ran) this.#running.push(this.#begins[0]!);
  }

  /** What ran before the day is ended first, then what began on it. */
  #passEach(facts: Facts): void {
    const running = this.#running;
    for (const at of this.#begins) this.#endedOn.set(at, NEVER);
    const later = this.#endAmong(facts, running, this.#ends);
    const begins = [...this.#begins];
    const left = this.#endAmong(facts, begins, later);
    for (const at of left) this.unclear.push(at);
    for (const at of begins) running.push(at);
  }

  /** Takes off what the ends name, then one for each that names none; gives back the ends that found nothing. */
  #endAmong(facts: Facts, running: number[], ends: readonly number[]): number[] {
    const named = ends.filter((at) => this.#nameAt(facts, at) !== undefined);
    const left = named.filter((at) => {
      const name = this.#nameAt(facts, at);
      const place = running.findIndex((began) => facts.event(began).id === name);
      for (const began of place < 0 ? [] : running.splice(place, 1)) this.#endedOn.set(began, facts.on[at]!);
      return place < 0;
    });
    for (const at of ends) {
      if (named.includes(at)) continue;
      if (running.length > 1) this.unclear.push(at);
      const began = running.pop();
      if (began === undefined) left.push(at);
      else this.#endedOn.set(began, facts.on[at]!);
    }
    return left;
  }

  #nameAt(facts: Facts, at: number): unknown {
    return facts.event(at)[this.#each!];
  }
}

/** In several states between events at once. */
export class JointState extends BetweenState {
  readonly members: readonly BetweenState[];
  /** How many turns of each member have been passed. */
  readonly #passed: number[] = [];

  constructor(id: string, members: readonly BetweenState[]) {
    super(id, [...new Set(members.flatMap(({ kinds }) => kinds))]);
    this.members = members;
  }

  isUnreadable(facts: Facts): boolean {
    return this.members.some((member) => member.isUnreadable(facts));
  }

  isNotRecorded(facts: Facts): boolean {
    return this.members.some((member) => member.isNotRecorded(facts));
  }

  isEndNotRecorded(facts: Facts): boolean {
    return this.members.some((member) => member.isEndNotRecorded(facts));
  }

  overdueSince(facts: Facts): number {
    return Math.min(NEVER, ...this.members.map((member) => member.overdueSince(facts)));
  }

  isEntryUnreadable(facts: Facts): boolean {
    return this.members.some((member) => member.isEntryUnreadable(facts));
  }

  mayBeInside(facts: Facts, day: number): boolean {
    return this.members.every((member) => member.mayBeInside(facts, day));
  }

  protected find(facts: Facts): void {
    const passed = this.#passed;
    for (const [i, member] of this.members.entries()) {
      member.measure(facts);
      passed[i] = 0;
    }
    let inside = false;
    // A member turns at most twice on a day; what several do at once is done before anybody looks.
    for (let day = this.#nextDay(); day < Number.POSITIVE_INFINITY; day = this.#nextDay()) {
      const at = this.#pass(day, inside);
      const isIn = passed.every((turns) => turns % 2 === 1);
      if (isIn !== inside) this.turn(day, at);
      inside = isIn;
    }
  }

  #nextDay(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const [i, { days }] of this.members.entries()) next = Math.min(next, days[this.#passed[i]!] ?? next);
    return next;
  }

  /** Passes the next turn of each member on a day; the event of the first that leaves, or of the last that enters. */
  #pass(day: number, inside: boolean): number {
    let turned = -1;
    for (const [i, { days, at }] of this.members.entries()) {
      const turn = this.#passed[i]!;
      if (days[turn] !== day) continue;
      this.#passed[i] = turn + 1;
      if (!inside || turned < 0) turned = at[turn]!;
    }
    return turned;
  }
}

/** Empties a short list that is used again; to set its length takes longer. */
function empty(list: unknown[]): void {
  while (list.length > 0) list.pop();
}

/** A state that must be one between events; only an unchecked programme names another here. */
export function betweenState(id: string, names: Names): BetweenState {
  const state = names.state(id);
  if (state instanceof BetweenState) return state;
  throw argumentFault(
    "programme",
    `the programme ${names.programme.id}, whose ${shown(id)} is a state of work left`,
    "a state between events, with `from` and `until` or `allOf`, wherever contacts are owed or stop, or a stay ends",
    "Check it with defineProgramme.",
  );
}
