import { isGiven } from "../defined.js";
import {
  FIELD_TYPES,
  type FieldType,
  type JourneyEvent,
  NEEDED_FIELDS,
  type Problem,
} from "../journey/index.js";
import type { EventKind } from "../rules/index.js";
import { listed, nearest } from "../unknown-word.js";
import type { Facts } from "./facts.js";

/** The words an event has whatever its kind. */
const EVERY = ["kind", "on", "knownOn", "id"];

/** Fields that leave their event in no doubt, whatever they say: only outcomes look at them, and see for themselves. */
const SELF_EMPLOYED = "selfEmployed";
const PENCE = "pence";

/** What a field may hold: as a test, and in words that follow "not". */
interface ValueRule {
  readonly holds: (value: unknown) => boolean;
  readonly words: string;
}

/** What the events of one kind may say beside their dates. */
export class EventFields {
  readonly #kind: string;
  readonly #needed: readonly string[];
  readonly #allowed: ReadonlyMap<string, ValueRule>;

  constructor({ id, fields = [], values = {} }: EventKind) {
    this.#kind = id;
    this.#needed = (NEEDED_FIELDS.get(id) ?? []).filter((name) => fields.includes(name));
    this.#allowed = new Map(
      fields.map((name) => {
        const words = values[name];
        if (words === undefined) return [name, TYPES[FIELD_TYPES.get(name) ?? "any"]];
        return [
          name,
          { holds: (value) => words.includes(value as string), words: `one of ${listed(words)}` },
        ];
      }),
    );
  }

  /** Whether events of the kind are sums that add up. */
  get isOfSums(): boolean {
    return this.#needed.includes(PENCE);
  }

  /** Whether an event says nothing but what any may say, and leaves out nothing that it must. */
  isPlain(event: JourneyEvent): boolean {
    if (this.#needed.length > 0) return false;
    for (const name in event) if (!EVERY.includes(name)) return false;
    return true;
  }

  /** Tells what is wrong with the event at a position, whose kind is then in doubt: it may not be what it seems. */
  check(facts: Facts, at: number, add: (problem: Problem) => void): void {
    const event = facts.event(at);
    for (const name in event) {
      const value: unknown = event[name];
      if (EVERY.includes(name) || !isGiven(value)) continue;
      const field = this.#allowed.get(name);
      if (field === undefined) add(this.#unknown(name, facts, at));
      else if (!field.holds(value)) {
        if (name === SELF_EMPLOYED) facts.markUnreadableName("self_employed");
        else if (name !== PENCE) facts.doubt(at);
        add(this.#problem("field-value", `${name} of ${this.#kind}: not ${field.words}`, facts));
      }
    }
    for (const name of this.#needed) {
      if (isGiven(event[name])) continue;
      if (name !== PENCE) facts.doubt(at);
      add(this.#problem("field-missing", `${name} of ${this.#kind}: missing, and needed`, facts));
    }
  }

  #unknown(name: string, facts: Facts, at: number): Problem {
    const meant = nearest(name.replace(/[_ -]/g, ""), ["knownOn", ...this.#allowed.keys()]);
    if (meant !== undefined) facts.doubt(at);
    const wrong = `${this.#kind}: a field that it does not have`;
    const problem = this.#problem("unknown-field", `${wrong}; did you mean ${meant}?`, facts);
    // One that is near none of its fields says nothing that anything rests on.
    const message = meant === undefined ? `${wrong}. It is not used.` : problem.message;
    return { ...problem, message, value: name };
  }

  #problem(code: string, wrong: string, { journey }: Facts): Problem {
    const effect = wrong.endsWith("?") ? "" : ".";
    return {
      code: `journey/${code}`,
      message: `${wrong}${effect} What it decides is undetermined.`,
      journey: journey.id,
      kind: this.#kind,
    };
  }
}

const isWhole = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isScalar = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

const TYPES: Readonly<Record<FieldType | "any", ValueRule>> = {
  text: { holds: (value) => typeof value === "string", words: "text" },
  count: { holds: (value) => isWhole(value) && value !== 0, words: "a whole number from 1" },
  whole: { holds: isWhole, words: "a whole number from 0" },
  "yes-or-no": { holds: (value) => typeof value === "boolean", words: "true or false" },
  month: {
    holds: (value) => typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
    words: "a month such as 2021-04",
  },
  any: { holds: isScalar, words: "text, a number, or true or false" },
};
