import type { EventMatch } from "../rules/index.js";
import type { DerivedDay, Matches, Names } from "./compiled.js";
import { compileConditions } from "./condition.js";
import type { Facts } from "./facts.js";
import { type Test, UNKNOWN, YES } from "./holds.js";

type FieldTest = (facts: Facts, at: number) => boolean;

/** A compiled list of matches: any of them. Event matches by position, derived ones by day. */
export class MatchList implements Matches {
  readonly #byKind: (readonly FieldTest[] | undefined)[] = [];
  readonly #kinds: number[] = [];

  /** Attributes that the matches' own conditions ask about. */
  readonly #attributes: string[] = [];

  /** The kind, where one kind without further tests is all there is: most lists; else -1. */
  readonly #only: number;
  readonly derived: readonly DerivedDay[];
  readonly #derivedStates: readonly { isUnreadable(facts: Facts): boolean }[];

  constructor(matches: readonly EventMatch[], names: Names) {
    const derived: DerivedDay[] = [];
    const states: { isUnreadable(facts: Facts): boolean }[] = [];
    for (const match of matches) {
      if (typeof match === "string") this.#accept(names.kind(match), []);
      else if ("event" in match) {
        this.#accept(names.kind(match.event), fieldTests(match, names));
        this.#attributes.push(
          ...(match.when ?? []).flatMap((each) => ("attribute" in each ? each.attribute : [])),
        );
      } else {
        const state = names.state(
          "entering" in match ? match.entering : "leaving" in match ? match.leaving : match.workDone,
        );
        derived.push("entering" in match ? state.entered : "leaving" in match ? state.left : state.done);
        states.push(state);
      }
    }
    this.derived = derived;
    this.#derivedStates = states;
    const [first = -1] = this.#kinds;
    this.#only = this.#kinds.length === 1 && this.#byKind[first]?.length === 0 ? first : -1;
  }

  accepts(facts: Facts, at: number): boolean {
    const alternatives = this.#byKind[facts.kind[at]!];
    if (alternatives === undefined) return false;
    if (alternatives.length === 0) return true;
    for (let i = 0; i < alternatives.length; i++) if (alternatives[i]!(facts, at)) return true;
    return false;
  }

  next(facts: Facts, from: number): number {
    if (this.#only >= 0) return facts.nextOf(this.#only, from);
    const { count } = facts;
    for (let at = from + 1; at < count; at++) if (this.accepts(facts, at)) return at;
    return -1;
  }

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

  isUnreadable(facts: Facts): boolean {
    if (facts.anyUnreadable && this.#namesUnreadable(facts)) return true;
    for (const state of this.#derivedStates) if (state.isUnreadable(facts)) return true;
    return false;
  }

  hasKind(code: number): boolean {
    return this.#byKind[code] !== undefined;
  }

  #namesUnreadable(facts: Facts): boolean {
    return (
      this.#kinds.some((code) => facts.isUnreadable(code)) ||
      this.#attributes.some((name) => facts.journey.unreadable?.includes(name))
    );
  }

  #accept(code: number, tests: readonly FieldTest[]): void {
    this.#kinds.push(code);
    const known = this.#byKind[code];
    if (known === undefined) this.#byKind[code] = tests.length === 0 ? [] : [all(tests)];
    else if (known.length > 0) this.#byKind[code] = tests.length === 0 ? [] : [...known, all(tests)];
  }
}

function all(tests: readonly FieldTest[]): FieldTest {
  return tests.length === 1 ? tests[0]! : (facts, at) => tests.every((test) => test(facts, at));
}

function fieldTests(match: Extract<EventMatch, { event: string }>, names: Names): FieldTest[] {
  const fields = Object.entries(match.where ?? {}).map(
    ([field, value]): FieldTest =>
      (facts, at) =>
        facts.event(at)[field] === value,
  );
  if (match.when === undefined) return fields;
  const conditions: Test = compileConditions(match.when, names);
  const holds: FieldTest = (facts, at) => {
    const result = conditions(facts, facts.on[at]!);
    return result === YES || result === UNKNOWN;
  };
  return [...fields, holds];
}
