import type { EpochCalendar } from "../calendar/index.js";
import { monthOf } from "../date/index.js";
import { isGiven } from "../defined.js";
import { type DeadlineRequirement, isOpen, type Length, type MonthDay } from "../rules/index.js";
import { type Holds, NEVER, NO, UNKNOWN, YES } from "./day-codes.js";
import { type Distance, distanceAfter, distanceBefore, windowBefore } from "./distance.js";
import {
  compileConditions,
  compileNotRecorded,
  type Matches,
  type Names,
  type Test,
} from "./event-matches.js";
import type { Facts } from "./facts.js";

/**
 * The clock of one deadline requirement. It is wound to one anchor at a time with `first` and
 * `next`, and then holds that case: anchor, window, what was done. Days are whole, bounds inclusive;
 * `NEVER` stands for a day that has not come, `-NEVER` for no lower bound.
 */
export class DeadlineClock {
  readonly id: string;
  readonly isBefore: boolean;
  /** Whether the text withholds the length, so that nothing can be told. */
  readonly isWithheld: boolean;
  /** Which of the journey's cases this is: 1 for the first. */
  number = 0;
  anchorAt = -1;
  anchorDay = 0;
  /** Where it runs from a leaving that nobody recorded: the last day of the longest stay; or `NEVER`. */
  stayEnd = NEVER;
  /** The day the count runs from: the anchor's, the day it became known, the next working day, or that of `laterAt`. */
  countFrom = 0;
  /** The event it runs from in place of its anchor, because that came later; or -1. */
  laterAt = -1;
  holds: Holds = YES;
  opens = -NEVER;
  due = NEVER;
  done = NEVER;
  doneAt = -1;
  /** The length that decided the window: the rule's own, or that of an exception. */
  length: Length | MonthDay | undefined;
  /** Which of the rule's exceptions decided the window, or -1. */
  exceptionAt = -1;
  /** An event that came before the window opened, when nothing came within it. */
  tooEarlyAt = -1;

  /** Events that may be anchors, though they leave out what would tell; and those that are. */
  readonly #anchors: Matches;
  readonly #toldAnchors: Matches;
  readonly #owedOnce: Matches;
  readonly #events: readonly Matches[];
  readonly #excusers: Matches | undefined;
  readonly #conditions: Test;
  /** Whether what the conditions ask about, those of exceptions too, is left out of the data. */
  readonly isConditionNotRecorded: (facts: Facts) => boolean;
  readonly #exceptions: readonly { readonly when: Test; readonly due: Distance; readonly length: Length }[];
  readonly #dueOf: Distance | undefined;
  readonly #opensOf: Distance | undefined;
  readonly #ruleLength: Length | MonthDay | undefined;
  readonly #monthly: boolean;
  readonly #fromKnown: boolean;
  readonly #laterOf: Matches | undefined;
  readonly #early: boolean;
  readonly #boundedByLast: boolean;
  /** How many days before its anchor the window of a `before` ends. */
  readonly #endsBefore: 0 | 1;
  readonly #names: Names;
  readonly #leavable: boolean;
  /** The position of what excuses each case, of the journey last paired; -1 for none. */
  #excuserOfCase: readonly number[] = [];
  #paired = 0;
  /** The due day by an exception of which nobody knows whether it holds. */
  #otherDue: number | undefined;
  #derivedNext = 0;
  /** The first day on which the wound case may have been done. */
  #doneFrom = -NEVER;
  #lastAnchorDay = -NEVER;

  constructor(rule: DeadlineRequirement, names: Names) {
    this.id = rule.id;
    this.#names = names;
    this.isBefore = rule.before !== undefined;
    const anchors = rule.before ?? rule.after ?? [];
    this.#anchors = names.matches(anchors, "may-be");
    this.#toldAnchors = names.matches(anchors);
    this.#owedOnce = names.matches(rule.owedOnce ?? []);
    this.#endsBefore = rule.endsOn === "day-before" ? 1 : 0;
    this.#events = rule.all ? rule.event.map((each) => names.matches([each])) : [names.matches(rule.event)];
    this.#excusers = rule.excusedBy === undefined ? undefined : names.matches(rule.excusedBy);
    this.#conditions = compileConditions(rule.when, names);
    const exceptions = (rule.exceptions ?? []).flatMap(({ when }) => when);
    this.isConditionNotRecorded = compileNotRecorded([...(rule.when ?? []), ...exceptions], names);
    this.#monthly = names.programme.events.some(
      ({ id, fields }) =>
        fields?.includes("forMonth") && this.#events.some((each) => each.hasKind(names.kind(id))),
    );
    this.#fromKnown = rule.anchorDate === "knownOn";
    this.#laterOf = rule.laterOf === undefined ? undefined : names.matches(rule.laterOf);
    this.#early = rule.early === true;
    this.#boundedByLast = this.isBefore && rule.within === undefined;
    this.#leavable = !this.isBefore && rule.owedAfterLeaving !== true;
    this.isWithheld = isOpen(rule.within);
    const { countingDay } = names.conventions;
    this.#exceptions = (rule.exceptions ?? []).map(({ when, within }) => ({
      when: compileConditions(when, names),
      due: this.isBefore ? windowBefore(within) : distanceAfter(within, countingDay),
      length: within,
    }));
    const { within, atLeast } = rule;
    const far = isOpen(within) ? undefined : within;
    this.#ruleLength = far ?? atLeast;
    if (this.isBefore) {
      this.#opensOf = far === undefined ? undefined : windowBefore(far);
      this.#dueOf = atLeast === undefined ? undefined : distanceBefore(atLeast);
    } else {
      this.#opensOf = atLeast === undefined ? undefined : distanceAfter(atLeast, countingDay);
      this.#dueOf = far === undefined ? undefined : distanceAfter(far, countingDay);
    }
  }

  /** Winds to the first anchor; false when the clock never started. */
  first(facts: Facts): boolean {
    this.number = 0;
    this.anchorAt = -1;
    this.#doneFrom = -NEVER;
    this.#derivedNext = 0;
    this.#lastAnchorDay = -NEVER;
    return this.next(facts);
  }

  /** Winds to the next anchor; false when there is none. */
  next(facts: Facts): boolean {
    if (this.#derivedNext === 0) {
      const at = this.#anchors.next(facts, this.anchorAt);
      if (at >= 0) {
        this.#wind(facts, at, facts.on[at]!, this.#fromKnown ? facts.known[at]! : facts.on[at]!);
        return true;
      }
    }
    while (this.#derivedNext < this.#anchors.derived.length) {
      const day = this.#anchors.derived[this.#derivedNext++]!(facts);
      if (day === undefined) continue;
      this.#wind(facts, -1, day, day);
      return true;
    }
    return false;
  }

  /** Whether its window has an end, known or withheld. */
  get hasEnd(): boolean {
    return this.isBefore || this.isWithheld || this.#dueOf !== undefined;
  }

  /** Whether a record that decides this requirement exists and could not be read. */
  isUnreadable(facts: Facts): boolean {
    if (this.#anchors.isUnreadable(facts)) return true;
    return (
      this.isDoneUnreadable(facts) ||
      this.#laterOf?.isUnreadable(facts) === true ||
      this.#excusers?.isUnreadable(facts) === true ||
      (this.#leavable && this.#names.leavingIsUnreadable(facts))
    );
  }

  /** Whether what would do it is recorded and cannot be read. */
  isDoneUnreadable(facts: Facts): boolean {
    for (const each of this.#events) if (each.isUnreadable(facts)) return true;
    return false;
  }

  /** Whether what starts the clock is recorded and cannot be read, so that no day counted from it is known. */
  isAnchorUnreadable(facts: Facts): boolean {
    return this.#anchors.isUnreadable(facts);
  }

  /** A stay whose end starts the clock, of which nobody can tell whether it has begun. */
  stayInDoubt(facts: Facts): ReturnType<Names["stayInDoubt"]> {
    return this.#names.stayInDoubt(this.#anchors.kinds, facts);
  }

  /** Whether what else its days may be counted from is recorded and cannot be read. */
  isDueUnreadable(facts: Facts): boolean {
    return this.#laterOf?.isUnreadable(facts) === true;
  }

  /** Whether the data leaves out what starts the clock. */
  isAnchorNotRecorded(facts: Facts): boolean {
    return this.#anchors.isNotRecorded(facts);
  }

  /** Whether the data leaves out what may have done the wound case, or moved the day it is counted from. */
  isDoneNotRecorded(facts: Facts): boolean {
    if (!facts.anyNotRecorded) return false;
    for (const each of this.#events) if (each.isNotRecorded(facts, this.#doneFrom)) return true;
    return this.#laterOf?.isNotRecorded(facts, this.anchorDay) === true;
  }

  /** Whether the data leaves out something that the requirement hangs on. */
  isNotRecorded(facts: Facts): boolean {
    return (
      this.isAnchorNotRecorded(facts) || this.isDoneNotRecorded(facts) || this.isConditionNotRecorded(facts)
    );
  }

  /** Whether the wound case falls due after the longest stay, of which nobody recorded the end. */
  isPastStay(facts: Facts): boolean {
    if (!this.#leavable || !this.#names.conventions.leavingExcuses) return false;
    const last = this.#names.overdueSince(facts);
    return last < NEVER && this.due > last;
  }

  /** Whether the wound case began after the longest stay, of which nobody recorded the end. */
  isAnchoredPastStay(facts: Facts): boolean {
    return this.anchorDay > this.#names.overdueSince(facts);
  }

  /**
   * Whether the clock runs from a leaving that nobody recorded, now that the longest stay is over. It is then wound
   * as if somebody had left on the last day of it, which is when it falls due at the latest; `holds` says whether it
   * is owed by who left that day. What was done for it cannot be told.
   */
  isLeavingUnrecorded(facts: Facts): boolean {
    const last = this.#names.unrecordedLeaving(this.#anchors.kinds, facts);
    if (last === NEVER) return false;
    this.#wind(facts, -1, last, last);
    this.#forgetDone();
    this.anchorDay = NEVER;
    this.stayEnd = last;
    this.length = undefined;
    return true;
  }

  /** Whether the wound case was done by its due day, which may lie further off than any calendar knows. */
  get isDoneInTime(): boolean {
    return this.done < NEVER && this.done <= this.due;
  }

  /** Whether a case is owed whose anchor is not recorded: then the clock holds it by the event that tells. */
  isOwedUnanchored(facts: Facts): boolean {
    const at = this.#owedOnce.next(facts, -1);
    if (at < 0) return false;
    this.#wind(facts, at, facts.on[at]!, facts.on[at]!);
    this.#forgetDone();
    this.due = NEVER;
    if (this.holds !== NO) this.holds = UNKNOWN;
    return true;
  }

  #forgetDone(): void {
    this.opens = -NEVER;
    this.done = NEVER;
    this.doneAt = this.tooEarlyAt = -1;
  }

  /** The day on which the wound case was excused, while still open; `NEVER` when it was not. */
  excusedOn(facts: Facts): number {
    const at = this.excusedAt(facts);
    return at < 0 ? NEVER : facts.on[at]!;
  }

  /** The position of the event that excused the wound case while it was still open, or -1. */
  excusedAt(facts: Facts): number {
    const excuser = this.#excuserOf(facts);
    if (excuser >= 0 && facts.known[excuser]! <= this.due) return excuser;
    if (!this.#leavable || this.#names.isLeaving(facts, this.anchorAt)) return -1;
    if (this.#names.leavingIsUnreadable(facts)) return -1;
    const left = this.#names.leftAt(facts);
    return left >= 0 && facts.on[left]! < this.due ? left : -1;
  }

  /** The position of the event that excuses the wound case, known in time or not, or -1. */
  #excuserOf(facts: Facts): number {
    if (this.#excusers === undefined) return -1;
    if (this.#paired !== facts.generation) this.#pair(facts, this.#excusers);
    return this.#excuserOfCase[this.number - 1] ?? -1;
  }

  /**
   * Gives each event that excuses its one case, in order of date: the latest not yet excused on or before its
   * day, or else the next one.
   */
  #pair(facts: Facts, excusers: Matches): void {
    this.#paired = facts.generation;
    const days = this.#anchorDays(facts);
    const excuserOf = new Array<number>(days.length).fill(-1);
    for (let at = excusers.next(facts, -1); at >= 0; at = excusers.next(facts, at)) {
      if (facts.isUnreadable(facts.kind[at]!)) continue;
      const on = facts.on[at]!;
      let best = -1;
      for (let i = 0; i < days.length; i++) {
        if (excuserOf[i]! >= 0) continue;
        const day = days[i]!;
        if (best < 0 || (day <= on ? days[best]! > on || day >= days[best]! : day < days[best]!)) best = i;
      }
      if (best >= 0) excuserOf[best] = at;
    }
    this.#excuserOfCase = excuserOf;
  }

  /** The day of each case, in the order in which the clock is wound to them. */
  #anchorDays(facts: Facts): number[] {
    const days: number[] = [];
    for (let at = this.#anchors.next(facts, -1); at >= 0; at = this.#anchors.next(facts, at))
      days.push(facts.on[at]!);
    return [...days, ...this.#anchors.derived.flatMap((day) => day(facts) ?? [])];
  }

  #wind(facts: Facts, at: number, day: number, from: number): void {
    this.number++;
    this.anchorAt = at;
    this.anchorDay = day;
    this.stayEnd = NEVER;
    const { calendar } = facts;
    this.countFrom = calendar === undefined ? from : this.#names.receiptDay(facts, at, from, calendar);
    const later = this.#laterOf?.firstFrom(facts, day) ?? -1;
    const isLater = later >= 0 && facts.on[later]! > this.countFrom;
    this.laterAt = isLater ? later : -1;
    if (isLater) this.countFrom = facts.on[later]!;
    this.holds = this.#conditions(facts, day);
    if (this.holds !== NO && at >= 0 && !this.#toldAnchors.accepts(facts, at)) this.holds = UNKNOWN;
    this.opens = -NEVER;
    this.length = this.#ruleLength;
    this.exceptionAt = -1;
    this.due = this.isBefore ? day - this.#endsBefore : NEVER;
    if (calendar !== undefined) {
      if (this.#opensOf !== undefined)
        this.opens = this.#opensOf(this.countFrom - this.#endsBefore, calendar);
      if (this.#dueOf !== undefined) this.due = this.#dueOf(this.countFrom, calendar);
      this.#applyException(facts, day, calendar);
    }
    this.#findDone(facts, this.#lowerBound());
    if (this.holds === YES && this.#hangsOnException(facts)) this.holds = UNKNOWN;
    this.#lastAnchorDay = day;
  }

  /** Whether it came, or is over, between the due day and another that may be the right one: nobody knows which is. */
  #hangsOnException(facts: Facts): boolean {
    const other = this.#otherDue;
    if (other === undefined) return false;
    const settled = Math.min(this.done, facts.asAt);
    return Math.min(this.due, other) < settled && settled <= Math.max(this.due, other);
  }

  #applyException(facts: Facts, day: number, calendar: EpochCalendar): void {
    const exceptions = this.#exceptions;
    this.#otherDue = undefined;
    for (let i = 0; i < exceptions.length; i++) {
      const { when, due, length } = exceptions[i]!;
      const holds = when(facts, day);
      if (holds === UNKNOWN && !this.isBefore) this.#otherDue = due(this.countFrom, calendar);
      if (holds !== YES) continue;
      this.exceptionAt = i;
      this.length = length;
      if (this.isBefore) this.opens = due(this.countFrom - this.#endsBefore, calendar);
      else this.due = due(this.countFrom, calendar);
      return;
    }
  }

  #lowerBound(): number {
    if (this.#boundedByLast) return this.#lastAnchorDay + 1;
    return this.#early || this.isBefore ? -NEVER : this.anchorDay;
  }

  /** Where several are needed, the last of them does it. Plain loops here and below: each case of each journey comes by. */
  #findDone(facts: Facts, lower: number): void {
    const from = Math.max(this.opens, lower);
    this.#doneFrom = from;
    this.tooEarlyAt = -1;
    this.done = -NEVER;
    const events = this.#events;
    for (let i = 0; i < events.length; i++) {
      const matches = events[i]!;
      const at = this.#firstFrom(from, lower, matches, facts);
      const day = firstMoment(from, matches, facts, at < 0 ? NEVER : facts.on[at]!);
      if (day <= this.done) continue;
      this.done = day;
      this.doneAt = at >= 0 && facts.on[at] === day ? at : -1;
    }
  }

  /** The position of the first event from a day on, or -1, having noted one that came before that day. */
  #firstFrom(from: number, lower: number, matches: Matches, facts: Facts): number {
    let early = -1;
    for (let at = matches.next(facts, -1); at >= 0; at = matches.next(facts, at)) {
      if (this.#isForAnotherMonth(facts, at) || facts.isDoubtful(at)) continue;
      if (facts.on[at]! >= from) return at;
      if (facts.on[at]! >= lower) early = at;
    }
    this.tooEarlyAt = Math.max(this.tooEarlyAt, early);
    return -1;
  }

  /** An event that says `forMonth` does it only for the month of its anchor. */
  #isForAnotherMonth(facts: Facts, at: number): boolean {
    if (!this.#monthly) return false;
    const { forMonth } = facts.event(at);
    return isGiven(forMonth) && forMonth !== monthOf(this.anchorDay);
  }
}

/** The earlier of a day and the moments derived from states, of those from a day on. */
function firstMoment(from: number, { derived }: Matches, facts: Facts, day: number): number {
  let first = day;
  for (let i = 0; i < derived.length; i++) {
    const on = derived[i]!(facts) ?? NEVER;
    if (on >= from) first = Math.min(first, on);
  }
  return first;
}
