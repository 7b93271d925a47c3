import fc from "fast-check";
import { isoDate } from "../../date/index.js";
import type { JourneyEvent, Scalar } from "../../journey/index.js";
import type { Vocabulary } from "./journey-vocabulary.js";

/** An event before it has its date: the day it falls on, as a whole number, and what it carries. */
export interface Happening {
  readonly kind: string;
  readonly day: number;
  readonly knownLater?: number;
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
  /** Put there on purpose: never left out. */
  readonly planted?: true;
}

/**
 * The happenings that can be true together, in order: one of what happens once, nothing before what it
 * must follow, no state left that was not entered or entered twice.
 */
export function orderly(happenings: readonly Happening[], vocabulary: Vocabulary): Happening[] {
  const kept: Happening[] = [];
  const inside = new Set<string>();
  for (const happening of [...happenings].sort((one, other) => one.day - other.day)) {
    if (happening.planted !== true && !isPossible(happening.kind, kept, inside, vocabulary)) continue;
    // One alike in everything would be taken for the same.
    if (kept.some((each) => each.day === happening.day && isAlike(each, happening))) continue;
    kept.push(happening);
    for (const { id, from, until } of vocabulary.spans) {
      if (until.includes(happening.kind)) inside.delete(id);
      else if (from.includes(happening.kind)) inside.add(id);
    }
  }
  return kept;
}

/** What an event implies of another kind (a status `started`) agrees with what else happened. */
export function agreeing(happened: readonly Happening[], { kinds }: Vocabulary): readonly Happening[] {
  const seen = new Set(happened.map(({ kind }) => kind));
  return happened.map((each) => {
    const { implies = [], values = {} } = kinds.get(each.kind) ?? {};
    const [field] = implies.flatMap(({ where }) => Object.keys(where));
    if (field === undefined || each.fields === undefined) return each;
    const said = (value: unknown) => implies.filter(({ where }) => where[field] === value);
    const isTrue = ({ event, happened: did }: (typeof implies)[number]) => seen.has(event) === did;
    const possible = values[field]?.filter((value) => said(value).every(isTrue)) ?? [];
    const confirmed = possible.filter((value) => said(value).some(({ happened: did }) => did));
    const fitting = confirmed.length > 0 && each.planted !== true ? confirmed : possible;
    return fitting.length === 0 || fitting.includes(each.fields[field]!)
      ? each
      : { ...each, fields: { ...each.fields, [field]: fitting[each.day % fitting.length]! } };
  });
}

function isAlike(one: Happening, other: Happening): boolean {
  return (
    one.kind === other.kind &&
    one.knownLater === other.knownLater &&
    JSON.stringify(one.fields ?? {}) === JSON.stringify(other.fields ?? {})
  );
}

function isPossible(
  kind: string,
  before: readonly Happening[],
  inside: ReadonlySet<string>,
  { kinds, spans }: Vocabulary,
): boolean {
  const { once, notBefore = [] } = kinds.get(kind) ?? {};
  const happened = (other: string) => before.some((each) => each.kind === other);
  if ((once === true && happened(kind)) || !notBefore.every(happened)) return false;
  const begins = spans.filter(({ from }) => from.includes(kind));
  const ends = spans.filter(({ until }) => until.includes(kind));
  if (begins.length === 0 && ends.length > 0) return ends.some(({ id }) => inside.has(id));
  return !begins.some(({ id }) => inside.has(id));
}

/** What may happen, within so many days of the beginning; the kinds are the vocabulary's. */
export function happenings(
  vocabulary: Vocabulary,
  kinds: readonly string[],
  days: { readonly min: number; readonly max: number },
): fc.Arbitrary<Happening> {
  if (kinds.length === 0) return fc.constant({ kind: vocabulary.first, day: 0 });
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      day: fc.integer(days),
      knownLater: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined, freq: 4 }),
      choice: fc.nat({ max: 999 }),
    })
    .map(({ kind, day, knownLater, choice }) => ({
      kind,
      day,
      ...(knownLater === undefined ? {} : { knownLater }),
      fields: fieldsOf(vocabulary, kind, choice),
    }));
}

export function fieldsOf(vocabulary: Vocabulary, kind: string, choice: number): Record<string, Scalar> {
  const described = vocabulary.kinds.get(kind);
  if (kind === "attested") {
    const parts = vocabulary.attestable;
    return { ...parts[choice % parts.length]!, holds: choice % 2 === 0, by: "reviewer" };
  }
  const fields = (described?.fields ?? []).filter((field) => !vocabulary.naming.has(field));
  return Object.fromEntries(
    fields.map((field) => {
      const values = vocabulary.values(described!, field);
      return [field, values[choice % values.length]!];
    }),
  );
}

/** The event of a happening, so many days after the day a journey begins. */
export function eventOf({ kind, day, knownLater, fields }: Happening, begins: number): JourneyEvent {
  const on = isoDate(begins + day);
  return {
    kind,
    on,
    ...(knownLater === undefined ? {} : { knownOn: isoDate(begins + day + knownLater) }),
    ...fields,
  };
}
