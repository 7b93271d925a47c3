import { CHECKED, eachOf, listOf, nested, OBJECT, type OptionKind, oneOf, TEXT } from "../options.js";
import { CITATION, type Grounded } from "./citation.js";

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way a programme is varied: by readings, contract variations, offers and filled-in values.
 *
 * - `set`: of the thing with that id, the named fields are replaced whole; `null` removes a field; a
 *   dotted name addresses one entry of a record (`"stops.disengaged"`), or of a list by its id
 *   (`"when.esf-forms-end"`). `{ sameAs: "css-3/prap-update.target" }` takes the value that this field of a
 *   requirement has.
 * - `add`: list name → items to append (`standards`, `states`, `events`, `readings` …).
 * - `remove`: ids of things that go.
 * - `settles`: readings that this text answers; they go.
 */
export interface Changes {
  readonly set?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly add?: Readonly<Record<string, readonly Json[]>>;
  readonly remove?: readonly string[];
  readonly settles?: readonly string[];
}

/** One answer to a question of reading, and what the data says under it. */
export interface Answer {
  readonly id: string;
  readonly says: string;
  readonly changes: Changes;
}

/**
 * A question the text leaves open. The first answer is what the data already says, so its changes
 * are empty; there are at least two, or it would be a fact.
 */
export interface Reading extends Grounded {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly Answer[];
}

/** A contract variation, an offer, or filled-in values: titled, cited changes to a base programme. */
export interface Variation extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly edition?: string;
  readonly changes: Changes;
}

const CHANGES: OptionKind = (value, name) =>
  nested<Changes>({
    set: eachOf(OBJECT),
    add: eachOf(listOf(CHECKED)),
    remove: listOf(TEXT),
    settles: listOf(TEXT),
  })(value, name);

/** A variation where it is only looked at; `amend` asks the programme as well. Made anew, so that who needs none has none. */
export const VARIATION: OptionKind = (value, name) =>
  nested<Variation>(
    {
      id: TEXT,
      title: TEXT,
      edition: TEXT,
      changes: CHANGES,
      citation: CITATION,
      basis: oneOf(["assumed"]),
    },
    { id: '"v1"', title: '"Variation 1"', changes: "{ set: { … } }" },
  )(value, name);

/** The fields that changes set, as `css-7/finalised.within`; a whole field covers its dotted parts. */
export function fieldsSet(changes: Changes): string[] {
  return Object.entries(changes.set ?? {}).flatMap(([id, fields]) =>
    Object.keys(fields).map((field) => `${id}.${field}`),
  );
}

/** Every field that some answer of a reading sets, as `css-7/finalised.within`. */
export function readingSets(reading: Reading): string[] {
  return reading.answers.flatMap(({ changes }) => fieldsSet(changes));
}

/** Whether two field addresses touch the same value: equal, or one within the other. */
export function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
