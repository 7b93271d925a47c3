import type { Problem } from "../journey/index.js";
import type { Programme } from "../rules/index.js";
import { EventState } from "./between-state.js";
import type { Names } from "./event-matches.js";
import type { Facts } from "./facts.js";

interface Rule {
  readonly kind: string;
  readonly code: number;
  readonly once: boolean;
  readonly notBefore: readonly { readonly kind: string; readonly code: number }[];
}

/** Finds what cannot be true together, by the programme's own `once`, `notBefore` and states of which several run at once. */
export class Contradictions {
  readonly #rules: (Rule | undefined)[];
  readonly #states: readonly EventState[];

  constructor(programme: Programme, names: Names) {
    this.#rules = new Array<Rule | undefined>(programme.events.length).fill(undefined);
    for (const { id, once, notBefore } of programme.events) {
      if (once !== true && notBefore === undefined) continue;
      const earlier = (notBefore ?? []).map((kind) => ({ kind, code: names.kind(kind) }));
      const code = names.kind(id);
      this.#rules[code] = { kind: id, code, once: once === true, notBefore: earlier };
    }
    this.#states = programme.states
      .filter((state) => "from" in state && state.each !== undefined)
      .map(({ id }) => names.state(id))
      .filter((state) => state instanceof EventState);
  }

  /**
   * The contradictions of a loaded journey. A kind dated before what it must follow becomes
   * unreadable, so that what depends on it is undetermined; of two that should be one, the first is used.
   */
  find(facts: Facts): readonly Problem[] {
    let found = NONE;
    const { kind, count } = facts;
    for (let at = 0; at < count; at++) {
      const rule = this.#rules[kind[at]!];
      if (rule === undefined || !isBroken(facts, at, rule)) continue;
      found = [...found, problemOf(facts, at, rule)];
    }
    for (const state of this.#states) {
      state.measure(facts);
      for (const at of state.unclear) found = [...found, unclearEnd(facts, at)];
    }
    return found;
  }
}

/** What is wrong with an event: that it comes too early, which makes its kind unreadable, or else that it comes again. */
function problemOf(facts: Facts, at: number, { kind, notBefore }: Rule): Problem {
  const { id: journey } = facts.journey;
  for (const earlier of notBefore) {
    const first = facts.nextOf(earlier.code, -1);
    if (first < 0 || facts.on[first]! <= facts.on[at]!) continue;
    facts.markUnreadable(kind);
    return {
      code: "journey/impossible-order",
      message: `${kind} is dated before ${earlier.kind}, which it cannot come before. What depends on ${kind} is undetermined until one of the dates is corrected.`,
      journey,
    };
  }
  return {
    code: "journey/happened-twice",
    message: `${kind} is there more than once, and a journey has one. The first is used until the other is removed.`,
    journey,
  };
}

/** An end of which nobody can tell what it ends: its kind is unreadable. */
function unclearEnd(facts: Facts, at: number): Problem {
  const { kind } = facts.event(at);
  facts.markUnreadable(kind);
  return {
    code: "journey/unclear-end",
    message: `${kind} does not tell what it ends: several run that it could end, or none does. What depends on ${kind} is undetermined until it names the id of the one it ends.`,
    journey: facts.journey.id,
  };
}

const NONE: readonly Problem[] = [];

/** Whether something it must follow comes after it, or it is there twice: events stand in order of day. */
function isBroken(facts: Facts, at: number, { code, once, notBefore }: Rule): boolean {
  if (once && facts.nextOf(code, -1) !== at) return true;
  for (let i = 0; i < notBefore.length; i++) {
    const first = facts.nextOf(notBefore[i]!.code, -1);
    if (first > at && facts.on[first]! > facts.on[at]!) return true;
  }
  return false;
}
