import type { Vocabulary } from "./vocabulary.js";

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
    kept.push(happening);
    for (const { id, from, until } of vocabulary.spans) {
      if (until.includes(happening.kind)) inside.delete(id);
      else if (from.includes(happening.kind)) inside.add(id);
    }
  }
  return kept;
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
