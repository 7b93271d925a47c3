import { ID_LISTS } from "./addresses.js";
import type { Programme } from "./programme.js";
import type { Answer, Reading } from "./reading.js";

type Identified = { readonly id: string };

/**
 * The programme without the things of these ids, and without settled readings. What a reading would
 * do to a thing that is gone goes too; a question with one answer left is none and goes as well.
 */
export function withoutIds(
  programme: Programme,
  remove: readonly string[],
  settles: readonly string[],
): Programme {
  if (remove.length === 0 && settles.length === 0) return programme;
  const gone = new Set([...remove, ...settles]);
  const result: Record<string, unknown> = { ...programme };
  for (const name of ID_LISTS) {
    if (programme[name] !== undefined) result[name] = stays(programme[name] as readonly Identified[], gone);
  }
  const withParts = stays(programme.standards, gone).map((standard) => ({
    ...standard,
    requirements: stays(standard.requirements, gone),
  }));
  const lost = new Set(remove.flatMap((id) => [id, ...partsOf(programme, id)]));
  return {
    ...(result as unknown as Programme),
    standards: withParts,
    readings: stays(programme.readings, gone).flatMap((reading) => withoutAnswersTo(reading, lost)),
  };
}

function stays<T extends Identified>(items: readonly T[], gone: ReadonlySet<string>): T[] {
  return items.filter(({ id }) => !gone.has(id));
}

function partsOf(programme: Programme, id: string): string[] {
  return (programme.standards.find((standard) => standard.id === id)?.requirements ?? []).map(
    (part) => part.id,
  );
}

function withoutAnswersTo(reading: Reading, lost: ReadonlySet<string>): Reading[] {
  if (lost.size === 0) return [reading];
  const [first, ...others] = reading.answers as [Answer, ...Answer[]];
  const left = others.map((answer) => withoutSets(answer, lost)).filter((answer) => answer !== undefined);
  return left.length === 0 ? [] : [{ ...reading, answers: [first, ...left] }];
}

/** The answer without what it sets on lost things; undefined when it did nothing else. */
function withoutSets(answer: Answer, lost: ReadonlySet<string>): Answer | undefined {
  const { set, ...others } = answer.changes;
  if (set === undefined || !Object.keys(set).some((id) => lost.has(id))) return answer;
  const kept = Object.entries(set).filter(([id]) => !lost.has(id));
  if (kept.length === 0 && Object.keys(others).length === 0) return undefined;
  return { ...answer, changes: kept.length === 0 ? others : { ...others, set: Object.fromEntries(kept) } };
}
