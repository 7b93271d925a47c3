import type { EpochCalendar } from "../calendar/index.js";
import type { Conventions, EventMatch, Length, MonthDay, Programme } from "../rules/index.js";
import type { Facts } from "./facts.js";
import type { Holds, Test } from "./holds.js";

/** The day of a moment derived from a state; undefined when it has not come. */
export type DerivedDay = (facts: Facts) => number | undefined;

/** A compiled list of matches: any of them. Events are found by position, derived moments by day. */
export interface Matches {
  readonly derived: readonly DerivedDay[];
  /** Whether the event at a position is one of these. */
  accepts(facts: Facts, at: number): boolean;
  /** The first position after `from` whose event is one of these, or -1. */
  next(facts: Facts, from: number): number;
  /** The earliest day of any, or undefined. */
  firstDay(facts: Facts): number | undefined;
  /** Whether a record of one of these exists that could not be read. */
  isUnreadable(facts: Facts): boolean;
  /** Whether one of these is of that kind. */
  hasKind(code: number): boolean;
}

/** A compiled state: whether a journey is in it on a day, and the days it enters, leaves and is done. */
export interface CompiledState {
  readonly id: string;
  readonly holds: Test;
  readonly entered: DerivedDay;
  readonly left: DerivedDay;
  readonly done: DerivedDay;
  isUnreadable(facts: Facts): boolean;
}

/** What the counting to a due day needs of a clock that is wound to an anchor. */
export interface Counted {
  readonly anchorAt: number;
  readonly anchorDay: number;
  /** The day the count runs from: the anchor's, the day it became known, or the next working day. */
  readonly countFrom: number;
  readonly due: number;
  /** The length that decided the window: the rule's own, or that of an exception. */
  readonly length: Length | MonthDay | undefined;
}

/** What a piece of work needs of the clock of its requirement. */
export interface WorkClock extends Counted {
  readonly id: string;
  /** Whether the wound case applies. */
  readonly holds: Holds;
  readonly done: number;
  readonly doneAt: number;
  first(facts: Facts): boolean;
  excusedOn(facts: Facts): number;
  excusedAt(facts: Facts): number;
  isUnreadable(facts: Facts): boolean;
}

/** What the names in a programme stand for, once compiled. */
export interface Names {
  readonly programme: Programme;
  readonly conventions: Conventions;
  kind(id: string): number;
  matches(matches: readonly EventMatch[]): Matches;
  state(id: string): CompiledState;
  /** A clock of its own for a deadline requirement, so that nobody else winds it. */
  workClock(requirement: string): WorkClock;
  /** The day a count runs from: receipts on a day that is not a working day may start on the next. */
  receiptDay(facts: Facts, at: number, day: number, calendar: EpochCalendar): number;
  /** The position of the first leaving; -1 while there is none, or when leaving excuses nothing. */
  leftAt(facts: Facts): number;
  isLeaving(facts: Facts, at: number): boolean;
  leavingIsUnreadable(facts: Facts): boolean;
}
