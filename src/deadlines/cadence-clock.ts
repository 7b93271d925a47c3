import { BEYOND } from "../calendar/index.js";
import type { JourneyEvent } from "../journey/index.js";
import { type CadenceRequirement, type Frequency, isOpen, PERIODS } from "../rules/index.js";
import { type BetweenState, betweenState } from "./between-state.js";
import { type Holds, NEVER, NO, UNKNOWN, YES } from "./day-codes.js";
import { type Distance, gapOf } from "./distance.js";
import {
  compileConditions,
  compileNotRecorded,
  type Matches,
  type Names,
  type Test,
} from "./event-matches.js";
import type { Facts } from "./facts.js";

/**
 * How a contact due ended: it is still open, came in time, was missed, its clock ended first, or it falls due after
 * the longest stay in the state, and nobody recorded the leaving.
 */
export type ContactEnd = "open" | "made" | "missed" | "state-ended" | "stopped" | "unrecorded";

/** One contact due: strictly after the anchor's day, at the latest on the due day. */
export interface ContactDue {
  anchorAt: number;
  anchorDay: number;
  holds: Holds;
  due: number;
  done: number;
  doneAt: number;
  /** The gap that decided the due day: the rule's own, or the working days agreed with the person. */
  every: Frequency | undefined;
  /** The event that agreed a gap of the person's own, or -1. */
  agreedAt: number;
  end: ContactEnd;
}

type Visit = (contact: ContactDue) => void;

/**
 * The clock of one cadence requirement. `run` walks a journey day by day with events and hands over
 * each contact due. From the last contact (or the start) the next is due a gap later; after a missed
 * one, a gap after the missed due day, until a contact restarts the clock.
 */
export class CadenceClock {
  readonly id: string;
  /** Whether the text withholds how often, so that nothing can be told. */
  readonly isWithheld: boolean;
  readonly contact: ContactDue = {
    anchorAt: -1,
    anchorDay: 0,
    holds: YES,
    due: 0,
    done: NEVER,
    doneAt: -1,
    every: undefined,
    agreedAt: -1,
    end: "open",
  };

  readonly #contacts: Matches;
  readonly #during: BetweenState;
  readonly #conditions: Test;
  /** Whether what the conditions ask about is left out of the data. */
  readonly isConditionNotRecorded: (facts: Facts) => boolean;
  readonly #agreed: Matches;
  readonly #countingDay: "day-0" | "day-1";
  readonly #usual: Distance;
  /** Whether due days follow each other whatever was done. */
  readonly isBlocks: boolean;
  readonly #byCalendar: boolean;
  #gap!: Distance;
  #every: Frequency | undefined;
  #agreedAt = -1;
  readonly #ruleEvery: Frequency | undefined;
  #running = false;
  #overdueSince = NEVER;
  #isSilent = false;
  /** The state that contacts are owed in, then those that stop them; and how many turns of each have been passed. */
  readonly #states: readonly BetweenState[];
  readonly #passed: number[] = [];

  constructor(rule: CadenceRequirement, names: Names) {
    this.id = rule.id;
    this.isWithheld = isOpen(rule.every);
    this.#contacts = names.matches(rule.event);
    this.#during = betweenState(rule.while, names);
    const stops = Object.keys(rule.stops ?? {}).map((state) => betweenState(state, names));
    this.#states = [this.#during, ...stops];
    this.#conditions = compileConditions(rule.when, names);
    this.isConditionNotRecorded = compileNotRecorded(rule.when ?? [], names);
    this.#agreed = names.matches(rule.frequency ?? []);
    this.#countingDay = names.conventions.countingDay;
    this.#byCalendar = !isOpen(rule.every) && "each" in rule.every;
    this.isBlocks = rule.gap === "blocks" || this.#byCalendar;
    this.#ruleEvery = isOpen(rule.every) ? undefined : rule.every;
    this.#usual = isOpen(rule.every) ? (day) => day : gapOf(rule.every, this.#countingDay);
  }

  /** Whether a record that decides this requirement exists and could not be read. */
  isUnreadable(facts: Facts): boolean {
    return (
      this.#contacts.isUnreadable(facts) || this.#agreed.isUnreadable(facts) || this.isStateUnreadable(facts)
    );
  }

  /** Whether a record of the state that contacts are owed in, or of one that stops them, cannot be read. */
  isStateUnreadable(facts: Facts): boolean {
    for (const state of this.#states) if (state.isUnreadable(facts)) return true;
    return false;
  }

  /** Whether a record leaves open that contacts were stopped on a day. */
  mayBeStopped(facts: Facts, day: number): boolean {
    return this.#states.some((state, i) => i > 0 && state.mayBeInside(facts, day));
  }

  /** Whether what the first contact is counted from is recorded and cannot be read. */
  isAnchorUnreadable(facts: Facts): boolean {
    return this.#during.isEntryUnreadable(facts);
  }

  /** Whether the data leaves out what begins the state that contacts are owed in. */
  isAnchorNotRecorded(facts: Facts): boolean {
    return this.#during.isNotRecorded(facts);
  }

  /** Whether the data leaves out contacts from a day on: all, or those after the last that is there. */
  isDoneNotRecorded(facts: Facts, from: number): boolean {
    return this.#contacts.isNotRecorded(facts, from);
  }

  /** Whether the data leaves out something that the requirement hangs on. */
  isNotRecorded(facts: Facts): boolean {
    return (
      this.isAnchorNotRecorded(facts) ||
      this.isDoneNotRecorded(facts, NEVER) ||
      this.isConditionNotRecorded(facts)
    );
  }

  /** Whether a contact is recorded and cannot be read. */
  isContactUnreadable(facts: Facts): boolean {
    return this.#contacts.isUnreadable(facts);
  }

  /** Whether how often contacts are owed is recorded and cannot be read. */
  isFrequencyUnreadable(facts: Facts): boolean {
    return this.#agreed.isUnreadable(facts);
  }

  /** Whether contacts were ever owed, by whatever calendar. */
  hasBegun(facts: Facts): boolean {
    this.#during.measure(facts);
    return this.#during.days.length > 0;
  }

  /**
   * Hands over each contact due of a journey that has a calendar, in order; the object handed over is used
   * again for the next.
   */
  run(facts: Facts, visit: Visit): void {
    this.#gap = this.#usual;
    this.#every = this.#ruleEvery;
    this.#agreedAt = -1;
    this.#running = this.#isSilent = false;
    this.#overdueSince = this.#during.overdueSince(facts);
    for (let i = 0; i < this.#states.length; i++) {
      this.#states[i]!.measure(facts);
      this.#passed[i] = 0;
    }
    let at = 0;
    while (at < facts.count) {
      let end = at;
      while (end < facts.count && facts.on[end] === facts.on[at]) end++;
      const wasRunning = this.#running;
      this.#contactsOf(facts, at, end, visit);
      this.#changeState(facts, facts.on[at]!, visit);
      // A calendar month begins with its first day: what is done on the day of the start counts for it.
      if (this.#byCalendar && !wasRunning) this.#contactsOf(facts, at, end, visit);
      at = end;
    }
    if (!this.#running) return;
    this.#miss(facts, facts.asAt, -1, visit);
    const begun = this.#byCalendar ? this.contact.anchorDay + 1 : this.contact.anchorDay;
    if (begun <= facts.asAt) this.#handUnmade("open", visit);
  }

  /**
   * Contacts and newly agreed gaps of one day come before what that day ends; contacts first, so that what is
   * agreed at one governs the gap that begins with it.
   */
  #contactsOf(facts: Facts, at: number, end: number, visit: Visit): void {
    for (let i = at; this.#running && i < end; i++) {
      if (!this.#contacts.accepts(facts, i) || facts.isDoubtful(i)) continue;
      this.#miss(facts, facts.on[i]!, i, visit);
      this.#make(facts, i, visit);
    }
    for (let i = at; i < end; i++) if (this.#agreed.accepts(facts, i)) this.#agree(facts, i, visit);
  }

  /** A newly agreed gap moves the open due day, never to before the day it was agreed. */
  #agree(facts: Facts, at: number, visit: Visit): void {
    const every = frequencyIn(facts.event(at));
    if (every === undefined) return;
    const day = facts.on[at]!;
    if (this.#running) this.#miss(facts, day, -1, visit);
    this.#every = every;
    this.#gap = gapOf(every, this.#countingDay);
    this.#agreedAt = at;
    if (!this.#running) return;
    this.contact.every = this.#every;
    this.contact.agreedAt = at;
    const from = countedFrom(every, this.contact.anchorDay, day);
    this.contact.due = Math.max(day, this.#gap(from, facts.calendar!));
  }

  #make(facts: Facts, at: number, visit: Visit): void {
    const { contact } = this;
    const day = facts.on[at]!;
    if (day <= contact.anchorDay) return;
    const { due } = contact;
    contact.done = day;
    contact.doneAt = at;
    this.#isSilent = false;
    this.#hand("made", visit);
    this.#open(facts, this.isBlocks ? due : day, this.isBlocks ? -1 : at);
  }

  /** Hands over what was due before a day and not made; the contact at `lateAt` came late for the last. */
  #miss(facts: Facts, day: number, lateAt: number, visit: Visit): void {
    const { contact } = this;
    while (contact.due < day) {
      const { due } = contact;
      const next = this.#gap(due, facts.calendar!);
      if (lateAt >= 0 && next >= day) {
        contact.done = facts.on[lateAt]!;
        contact.doneAt = lateAt;
      }
      this.#handUnmade("missed", visit);
      this.#open(facts, due, -1);
    }
  }

  /** What the turns of a day change: first all that come first, then what is ended on the day it began. */
  #changeState(facts: Facts, day: number, visit: Visit): void {
    const before = this.#passed[0]!;
    let at = this.#passTurns(day);
    while (at >= 0) {
      const inside = this.#isIn(0);
      const runs = inside && !this.#isStopped();
      if (runs !== this.#running) this.#run(runs, inside, at, facts, visit);
      else if (inside && !runs && this.#passed[0] !== before) this.#beginStopped(facts, day, visit);
      at = this.#passTurns(day);
    }
  }

  #isIn(state: number): boolean {
    return this.#passed[state]! % 2 === 1;
  }

  #isStopped(): boolean {
    for (let i = 1; i < this.#passed.length; i++) if (this.#isIn(i)) return true;
    return false;
  }

  /** A state whose clock is stopped from its first day on: nothing is owed until something ends the stop. */
  #beginStopped(facts: Facts, day: number, visit: Visit): void {
    this.#open(facts, day, this.#states[0]!.since(facts, day));
    this.contact.due = NEVER;
    const [, ...stops] = this.#states;
    this.contact.doneAt = stops.find((_stop, i) => this.#isIn(i + 1))!.since(facts, day);
    this.#hand("stopped", visit);
  }

  /** Passes the next turn that each state has on a day; the event of the one that decides, or -1 when none turns. */
  #passTurns(day: number): number {
    let decides = -1;
    for (let i = 0; i < this.#states.length; i++) {
      const { days, at } = this.#states[i]!;
      const turn = this.#passed[i]!;
      if (days[turn] !== day) continue;
      this.#passed[i] = turn + 1;
      if (decides < 0) decides = at[turn]!;
    }
    return decides;
  }

  /** Starts the clock afresh, or ends it. */
  #run(runs: boolean, inside: boolean, at: number, facts: Facts, visit: Visit): void {
    const day = facts.on[at]!;
    this.#running = runs;
    if (runs) {
      this.#open(facts, this.#byCalendar ? day - 1 : day, at);
      return;
    }
    this.#miss(facts, day, -1, visit);
    const owedToday = this.contact.due === day;
    if (!owedToday) this.contact.doneAt = at;
    const cutShort = inside ? "stopped" : "state-ended";
    this.#hand(owedToday ? (facts.asAt > day ? "missed" : "open") : cutShort, visit);
  }

  #open(facts: Facts, day: number, at: number): void {
    const { contact } = this;
    contact.anchorAt = at;
    contact.anchorDay = day;
    const due = this.#gap(day, facts.calendar!);
    contact.due = due > day ? due : BEYOND;
    contact.every = this.#every;
    contact.agreedAt = this.#agreedAt;
    contact.done = NEVER;
    contact.doneAt = -1;
    // Counted from before the calendar's first day, nobody knows when it is due.
    const holds = this.#conditions(facts, day);
    contact.holds = holds !== NO && due <= -BEYOND ? UNKNOWN : holds;
  }

  /** After the longest stay without a leaving one case says so, and none follows until a contact shows the person there. */
  #handUnmade(end: "open" | "missed", visit: Visit): void {
    const isPastStay = this.#overdueSince < NEVER && this.contact.due > this.#overdueSince;
    if (!isPastStay) this.#hand(end, visit);
    else if (!this.#isSilent) {
      this.#isSilent = true;
      this.#hand("unrecorded", visit);
    }
  }

  #hand(end: ContactEnd, visit: Visit): void {
    this.contact.end = end;
    visit(this.contact);
  }
}

/** How often, as an event carries it: a number of `workingDays`, or once in `each` span of the calendar. */
export function frequencyIn({ workingDays, each }: JourneyEvent): Frequency | undefined {
  const period = PERIODS.find((known) => known === each);
  if (period !== undefined) return { each: period };
  const isCount = typeof workingDays === "number" && Number.isInteger(workingDays) && workingDays >= 1;
  return isCount ? { workingDays } : undefined;
}

/** The day that a gap is counted from that changed on a day: the first span of the calendar is the one of that day. */
export function countedFrom(every: Frequency, anchorDay: number, changed: number): number {
  return "each" in every ? Math.max(anchorDay, changed - 1) : anchorDay;
}
