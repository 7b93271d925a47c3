import { journeysOf, placed, refuseNotJourney } from "../argument.js";
import type { Caseload, Journey } from "./journey.js";
import type { Problem } from "./rows/problem.js";
import { fieldTexts, textOf } from "./texts.js";

/** How many journeys, or rows that would have been some, cannot be judged, by reason. */
export interface LeftOut {
  readonly "id-twice"?: number;
  readonly "no-id"?: number;
  readonly "id-too-long"?: number;
  readonly "other-programme"?: number;
  readonly "no-edition"?: number;
}

/** Why one cannot be judged. */
export type LeftOutReason = keyof LeftOut;

/** What is wrong with a row that is no journey, and why it is left out. */
const LEFT_OUT_BY: ReadonlyMap<string, LeftOutReason> = new Map([
  ["journey/no-id", "no-id"],
  ["journey/id-too-long", "id-too-long"],
  ["journey/other-programme", "other-programme"],
]);

/** How many rows are no journey, told from what is wrong with them. */
export function rowsLeftOut(problems: Iterable<{ readonly code: string; readonly count?: number }>): LeftOut {
  const found: Partial<Record<LeftOutReason, number>> = {};
  for (const { code, count = 1 } of problems) {
    const reason = LEFT_OUT_BY.get(code);
    if (reason !== undefined) found[reason] = (found[reason] ?? 0) + count;
  }
  return found;
}

/** Who is told of a problem. */
type Tell = ((problem: Problem) => void) | undefined;

/**
 * Does something with each journey of a programme in a list, each id once; those of another programme are told of, and
 * left out.
 */
export function eachOwn(
  journeys: Caseload,
  programme: string,
  tell: Tell,
  visit: (journey: Journey) => void,
): void {
  placed(journeys, () => {
    for (const journey of distinct(journeys, programme, tell)) {
      if (isOwn(journey, programme)) visit(journey);
      else tell?.(ofOther(journey, programme));
    }
  });
}

/** That a journey is of another programme than the one that is asked about. */
export function ofOther({ id, programme }: Journey, asked: string): Problem {
  return {
    code: "journey/other-programme",
    message: `The journey is of another programme than ${asked}; it is not counted here.`,
    journey: id,
    value: textOf(programme),
  };
}

/** Whether a journey is of a programme: one that names none is of any. */
export function isOwn(journey: Journey | undefined, programme: string | undefined): boolean {
  return programme === undefined || (journey?.programme ?? programme) === programme;
}

/**
 * The journeys of a list with each id of the programme once: those that are alike in everything but order are one, and
 * of those that differ nobody knows which is right, so that they are one of which nothing can be judged. What comes
 * again comes last.
 * An iterable that can be gone through only once is held whole.
 */
export function distinct(journeys: Caseload, programme?: string, tell?: Tell): Iterable<Journey> {
  const given = journeysOf(journeys);
  const list = isOnce(given) ? [...given] : given;
  const again = idsAgain(list, programme);
  return again.size === 0 ? list : eachOnce(list, programme, again, tell);
}

/** Whether an iterable can be gone through only once, as what a generator gives. */
export function isOnce(journeys: Caseload): boolean {
  return (journeys[Symbol.iterator]() as unknown) === journeys;
}

/** The ids that come more than once. As long as they rise, as in a sorted list, none can have come before. */
function idsAgain(journeys: Iterable<Journey | undefined>, programme?: string): ReadonlySet<string> {
  const again = new Set<string>();
  let seen: Set<string> | undefined;
  let last: string | undefined;
  let count = 0;
  for (const journey of journeys) {
    const id = journey?.id;
    if (typeof id !== "string" || !isOwn(journey, programme)) continue;
    if (seen === undefined && last !== undefined && id <= last) seen = firstIds(journeys, programme, count);
    if (seen?.has(id)) again.add(id);
    seen?.add(id);
    last = id;
    count++;
  }
  return again;
}

function firstIds(
  journeys: Iterable<Journey | undefined>,
  programme: string | undefined,
  count: number,
): Set<string> {
  const ids = new Set<string>();
  for (const journey of journeys) {
    if (ids.size === count) break;
    if (typeof journey?.id === "string" && isOwn(journey, programme)) ids.add(journey.id);
  }
  return ids;
}

function* eachOnce(
  journeys: Iterable<Journey>,
  programme: string | undefined,
  again: ReadonlySet<string>,
  tell: Tell,
): Generator<Journey> {
  const held = new Map<string, Journey[]>();
  for (const journey of journeys) {
    const alike = held.get(journey?.id);
    if (!again.has(journey?.id) || !isOwn(journey, programme)) {
      yield journey;
      continue;
    }
    refuseNotJourney(journey);
    if (alike === undefined) held.set(journey.id, [journey]);
    else alike.push(journey);
  }
  for (const all of held.values()) {
    const one = oneOf(all);
    if (one.leftOut === undefined) tell?.(countedOnce(one.id));
    yield one;
  }
}

function countedOnce(journey: string): Problem {
  return {
    code: "journey/id-twice",
    message: "The same journey is there more than once, alike in everything. It counts once.",
    journey,
  };
}

/** Journeys of one id as one: the first of those alike, else what all have in common, of which nothing can be judged. */
export function oneOf(journeys: readonly Journey[]): Journey {
  const [first, ...others] = journeys as [Journey, ...Journey[]];
  const written = canonical(first);
  if (others.every((other) => canonical(other) === written)) return first;
  const { programme, group, attributes } = first;
  const isShared = (value: unknown, of: (journey: Journey) => unknown) =>
    value !== undefined && journeys.every((each) => of(each) === value);
  return {
    id: first.id,
    ...(isShared(programme, (each) => each.programme) ? { programme: programme! } : {}),
    ...(isShared(group, (each) => each.group) ? { group: group! } : {}),
    attributes: Object.fromEntries(
      Object.entries(attributes ?? {}).filter(([name, value]) =>
        isShared(value, (each) => each.attributes?.[name]),
      ),
    ),
    events: [],
    leftOut: "id-twice",
  };
}

/** A journey as text that is the same in whatever order its events, fields and lists come. */
function canonical({ id, programme, group, attributes, ...lists }: Journey): string {
  const { events, unreadable = [], notRecorded = [], leftOut } = lists;
  return JSON.stringify([
    fieldTexts({ id, programme, group, leftOut }),
    fieldTexts(attributes ?? {}),
    events.map((event) => fieldTexts(event).join("\n")).sort(),
    ...[unreadable, notRecorded].map((kinds) => kinds.map(textOf).sort()),
  ]);
}
