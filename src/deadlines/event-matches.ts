import type { EpochCalendar } from "../calendar/index.js";
import { epochDay } from "../date/index.js";
import { isGiven } from "../defined.js";
import {
  type Condition,
  type Conventions,
  conditionsOf,
  type EventMatch,
  type Programme,
  stateOf,
} from "../rules/index.js";
import { type Holds, NEVER, NO, OPEN, UNKNOWN, YES } from "./day-codes.js";
import type { Facts } from "./facts.js";

/**
 * A compiled list of matches: any of them. Events are found by position, and so are the turns of a state between
 * events; the moments of a state of work left by day.
 * A match may have conditions and a condition may ask for matches, so that both are made here.
 */
export class Matches {
  readonly #byKind: (readonly FieldTest[] | undefined)[] = [];
  /** The kinds of event that may be one of these. */
  readonly kinds: number[] = [];

  /** Attributes that the matches' own conditions ask about. */
  readonly #attributes: string[] = [];

  /** The kind, where one kind without further tests is all there is: most lists; else -1. */
  readonly #only: number;
  readonly derived: readonly DerivedDay[];
  readonly #derivedStates: readonly Certainty[];

  /** Where attributes ask for one kind rather than another: the test of each such match, by its kind. */
  readonly #asked: { readonly kind: number; readonly test: Test }[] = [];

  /** `untold`: whether an event that leaves out a field asked for is one of these; usually it is not. */
  constructor(matches: readonly EventMatch[], names: Names, untold: "is-none" | "may-be" = "is-none") {
    const derived: DerivedDay[] = [];
    const states: Certainty[] = [];
    for (const match of matches) {
      if (typeof match === "string") this.#accept(names.kind(match), []);
      else if ("event" in match) {
        const kind = names.kind(match.event);
        this.#accept(kind, fieldTests(match, names, untold));
        const asked = conditionsOf(match).filter((each) => "attribute" in each);
        this.#attributes.push(...asked.map(({ attribute }) => attribute));
        if (asked.length > 0) this.#asked.push({ kind, test: compileConditions(asked, names) });
      } else if ("stayEnds" in match) {
        const stay = names.stay(match.stayEnds);
        derived.push(stay.ended);
        states.push(stay);
      } else {
        const state = names.state(stateOf(match)!);
        const moment = "entering" in match ? state.entering : "leaving" in match ? state.leaving : state.done;
        if (typeof moment === "function") derived.push(moment);
        else for (const kind of moment.kinds) this.#accept(kind, [moment.accepts]);
        states.push(typeof moment === "function" ? state : moment);
      }
    }
    this.derived = derived;
    this.#derivedStates = states;
    const [first = -1] = this.kinds;
    this.#only = this.kinds.length === 1 && this.#byKind[first]?.length === 0 ? first : -1;
  }

  /** Whether the event at a position is one of these. */
  accepts(facts: Facts, at: number): boolean {
    const alternatives = this.#byKind[facts.kind[at]!];
    if (alternatives === undefined) return false;
    if (alternatives.length === 0) return true;
    for (let i = 0; i < alternatives.length; i++) if (alternatives[i]!(facts, at)) return true;
    return false;
  }

  /** The first position after `from` whose event is one of these, or -1. */
  next(facts: Facts, from: number): number {
    if (this.#only >= 0) return facts.nextOf(this.#only, from);
    const { count } = facts;
    for (let at = from + 1; at < count; at++) if (this.accepts(facts, at)) return at;
    return -1;
  }

  /** The first position whose event is one of these and not before a day, or -1. */
  firstFrom(facts: Facts, day: number): number {
    let at = this.next(facts, -1);
    while (at >= 0 && facts.on[at]! < day) at = this.next(facts, at);
    return at;
  }

  /** The earliest day of any, or undefined. */
  firstDay(facts: Facts): number | undefined {
    const at = this.next(facts, -1);
    let day = at < 0 ? undefined : facts.on[at]!;
    const { derived } = this;
    for (let i = 0; i < derived.length; i++) {
      const other = derived[i]!(facts);
      if (other !== undefined && (day === undefined || other < day)) day = other;
    }
    return day;
  }

  /** The earliest day, from a day on, of any that nothing contradicts. */
  firstSureDay(facts: Facts, from: number): number | undefined {
    let at = this.next(facts, -1);
    while (at >= 0 && (facts.on[at]! < from || facts.isDoubtful(at))) at = this.next(facts, at);
    let day = at < 0 ? undefined : facts.on[at]!;
    for (const moment of this.derived) {
      const other = moment(facts);
      if (other !== undefined && other >= from && (day === undefined || other < day)) day = other;
    }
    return day;
  }

  /** Whether a record of one of these exists that could not be read. */
  isUnreadable(facts: Facts): boolean {
    if (facts.anyUnreadable && this.#namesUnreadable(facts)) return true;
    for (const state of this.#derivedStates) if (state.isUnreadable(facts)) return true;
    return false;
  }

  /** Whether the data leaves out a kind that one of these could be of, so that none from a day on says nothing. */
  isNotRecorded(facts: Facts, from = -NEVER): boolean {
    if (!facts.anyNotRecorded) return false;
    for (const code of this.kinds)
      if (facts.isNotRecorded(code, from) && this.#mayBe(code, facts)) return true;
    for (const state of this.#derivedStates) if (state.isNotRecorded(facts)) return true;
    return false;
  }

  /** Whether nobody can tell that none of these happened: a record cannot be read, or nobody made one. */
  isUncertain(facts: Facts, from = -NEVER): boolean {
    return this.isUnreadable(facts) || this.isNotRecorded(facts, from);
  }

  /** Whether the attributes of a journey leave room for an event of a kind among these. */
  #mayBe(code: number, facts: Facts): boolean {
    const tests = this.#asked.filter(({ kind }) => kind === code);
    return tests.length === 0 || tests.some(({ test }) => test(facts, facts.asAt) !== NO);
  }

  /** Whether one of these is of that kind. */
  hasKind(code: number): boolean {
    return this.#byKind[code] !== undefined;
  }

  #namesUnreadable(facts: Facts): boolean {
    return (
      this.kinds.some((code) => facts.isUnreadable(code)) ||
      this.#attributes.some((name) => facts.isNameUnreadable(name))
    );
  }

  #accept(code: number, tests: readonly FieldTest[]): void {
    this.kinds.push(code);
    const known = this.#byKind[code];
    if (known === undefined) this.#byKind[code] = tests.length === 0 ? [] : [all(tests)];
    else if (known.length > 0) this.#byKind[code] = tests.length === 0 ? [] : [...known, all(tests)];
  }
}

/** A compiled condition, asked of a journey on the anchor's day. */
export type Test = (facts: Facts, day: number) => Holds;

/** All of the conditions as one test: the first NO decides, then UNKNOWN, then OPEN. */
export function compileConditions(conditions: readonly Condition[] | undefined, names: Names): Test {
  if (conditions === undefined || conditions.length === 0) return always;
  const tests = conditions.map((condition) => compileCondition(condition, names));
  if (tests.length === 1) return tests[0]!;
  return (facts, day) => {
    let result: Holds = YES;
    for (let i = 0; i < tests.length; i++) {
      const holds = tests[i]!(facts, day);
      if (holds === NO) return NO;
      if (holds > result) result = holds;
    }
    return result;
  };
}

function compileCondition(condition: Condition, names: Names): Test {
  if ("in" in condition) {
    const { holds } = names.state(condition.in);
    if (condition.lastDay === undefined) return holds;
    return (facts, day) => {
      const inside = holds(facts, day);
      return inside === NO ? holds(facts, day - 1) : inside;
    };
  }
  if ("notIn" in condition) {
    const inside = names.state(condition.notIn).holds;
    return (facts, day) => opposite(inside(facts, day));
  }
  if ("group" in condition) return (facts) => inGroup(facts, condition.group);
  if ("notGroup" in condition) return (facts) => opposite(inGroup(facts, condition.notGroup));
  if ("attribute" in condition) return attributeTest(condition);
  if ("happened" in condition) return happenedTest(condition, names);
  if ("onOrAfter" in condition) {
    const from = epochDay(condition.onOrAfter);
    return (_facts, day) => (day >= from ? YES : NO);
  }
  const end = epochDay(condition.before);
  if (condition.of === undefined) return (_facts, day) => (day < end ? YES : NO);
  const events = names.matches(condition.of);
  return (facts, day) => {
    if (events.isUncertain(facts)) return UNKNOWN;
    return (events.firstDay(facts) ?? day) < end ? YES : NO;
  };
}

function opposite(holds: Holds): Holds {
  return holds === YES ? NO : holds === NO ? YES : holds;
}

function inGroup(facts: Facts, groups: readonly string[]): Holds {
  const { journey } = facts;
  if (!isGiven(journey.group) || facts.isNameUnreadable("group")) return UNKNOWN;
  return groups.includes(journey.group!) ? YES : NO;
}

function attributeTest(condition: Extract<Condition, { attribute: string }>): Test {
  const { attribute, missing } = condition;
  const absent: Holds = missing === "yes" ? YES : missing === "no" ? NO : UNKNOWN;
  const wanted = "is" in condition ? condition.is : condition.isNot;
  const onMatch: Holds = "is" in condition ? YES : NO;
  return (facts) => {
    const value = facts.journey.attributes?.[attribute] ?? undefined;
    if (facts.isNameUnreadable(attribute)) return UNKNOWN;
    if (value === undefined || value === "") return absent;
    return wanted.includes(value) ? onMatch : opposite(onMatch);
  };
}

function happenedTest(condition: Extract<Condition, { happened: unknown }>, names: Names): Test {
  const happened = names.matches(condition.happened);
  const unless = condition.unless === undefined ? undefined : names.matches(condition.unless);
  const end = condition.before === undefined ? undefined : epochDay(condition.before);
  const isSinceAnchor = condition.since === "anchor";
  const until = names.matches(condition.until ?? []);
  return (facts, anchorDay) => {
    let day = happened.firstSureDay(facts, isSinceAnchor ? anchorDay : -NEVER);
    if (day !== undefined && day >= (until.firstSureDay(facts, anchorDay + 1) ?? NEVER)) day = undefined;
    if (day !== undefined && end === undefined) return YES;
    if (happened.isUncertain(facts, isSinceAnchor ? anchorDay : -NEVER)) return UNKNOWN;
    if (day !== undefined) return day < end! ? YES : NO;
    if (unless === undefined) return NO;
    if (unless.firstSureDay(facts, -NEVER) !== undefined) return NO;
    return unless.isUncertain(facts) ? UNKNOWN : OPEN;
  };
}

const always: Test = () => YES;

/** Whether conditions ask for something that the data leaves out. */
export function compileNotRecorded(
  conditions: readonly Condition[],
  names: Names,
): (facts: Facts) => boolean {
  const asked = conditions.flatMap((condition): Pick<Certainty, "isNotRecorded">[] => {
    if ("in" in condition) return [names.state(condition.in)];
    if ("notIn" in condition) return [names.state(condition.notIn)];
    if ("happened" in condition)
      return [condition.happened, condition.unless ?? []].map((each) => names.matches(each));
    return "before" in condition && condition.of !== undefined ? [names.matches(condition.of)] : [];
  });
  return (facts) => facts.anyNotRecorded && asked.some((each) => each.isNotRecorded(facts));
}

type FieldTest = (facts: Facts, at: number) => boolean;

function all(tests: readonly FieldTest[]): FieldTest {
  return tests.length === 1 ? tests[0]! : (facts, at) => tests.every((test) => test(facts, at));
}

function fieldTests(
  { where = {}, without = [], when }: Extract<EventMatch, { event: string }>,
  names: Names,
  untold: "is-none" | "may-be",
): FieldTest[] {
  const asked = Object.entries(where).map(
    ([field, value]): FieldTest =>
      (facts, at) => {
        const told = facts.event(at)[field] ?? undefined;
        return told === value || (told === undefined && untold === "may-be");
      },
  );
  const absent = without.map(
    (field): FieldTest =>
      (facts, at) =>
        !isGiven(facts.event(at)[field]),
  );
  const fields = [...asked, ...absent];
  if (when === undefined) return fields;
  const conditions: Test = compileConditions(when, names);
  const holds: FieldTest = (facts, at) => {
    const result = conditions(facts, facts.on[at]!);
    return result === YES || result === UNKNOWN;
  };
  return [...fields, holds];
}

/** The day of a moment derived from a state; undefined when it has not come. */
export type DerivedDay = (facts: Facts) => number | undefined;

/** Whether a record that decides something cannot be read, or the data leaves it out. */
interface Certainty {
  isUnreadable(facts: Facts): boolean;
  isNotRecorded(facts: Facts): boolean;
}

/** When a state is entered, or left: by day, or at which events, of kinds that can do it. */
export type Moment =
  | DerivedDay
  | (Certainty & {
      readonly kinds: readonly number[];
      readonly accepts: (facts: Facts, at: number) => boolean;
    });

/** A compiled state: whether a journey is in it on a day, and the moments it enters, leaves and is done. */
export interface CompiledState extends Certainty {
  readonly id: string;
  readonly holds: Test;
  readonly entering: Moment;
  readonly leaving: Moment;
  readonly done: DerivedDay;
}

/**
 * What the names in a programme stand for, once compiled. The one who knows is the `Compiler`; this is only what
 * it is asked for by what it makes, which cannot import it without a circle.
 */
export interface Names {
  readonly programme: Programme;
  readonly conventions: Conventions;
  kind(id: string): number;
  matches(matches: readonly EventMatch[], untold?: "may-be"): Matches;
  state(id: string): CompiledState;
  /** The last day of the longest stay in a state, once it has come, whoever left before. */
  stay(state: string): Certainty & { readonly ended: DerivedDay };
  /** The day a count runs from: receipts on a day that is not a working day may start on the next. */
  receiptDay(facts: Facts, at: number, day: number, calendar: EpochCalendar): number;
  /** The position of the first leaving; -1 while there is none, or when leaving excuses nothing. */
  leftAt(facts: Facts): number;
  isLeaving(facts: Facts, at: number): boolean;
  /** Whether a leaving is among these kinds. */
  hasLeaving(kinds: readonly number[]): boolean;
  /** The last day of the longest stay that has begun and no leaving ended, as far as is known; `NEVER` without one. */
  lastDay(facts: Facts): number;
  /** That day, when it is over; `NEVER` otherwise. */
  overdueSince(facts: Facts): number;
  /** That day, when it is over and a leaving is among these kinds; `NEVER` otherwise. */
  unrecordedLeaving(kinds: readonly number[], facts: Facts): number;
  leavingIsUnreadable(facts: Facts): boolean;
  /** A stay that a leaving among these kinds would end, of which nobody can tell whether it has begun. */
  stayInDoubt(kinds: readonly number[], facts: Facts): Certainty | undefined;
}
