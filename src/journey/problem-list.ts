import { defined } from "../defined.js";
import { isNoAttribute } from "./attributes.js";
import type { Problem } from "./rows/problem.js";
import { compareTexts } from "./texts.js";

/** How many problems there are of one code, about one kind of event or one column. */
export interface ProblemCount {
  readonly code: string;
  readonly kind?: string;
  readonly column?: string;
  readonly count: number;
}

/** What is wrong with some data: the first hundred problems of each code and kind, and how many there are of each. */
export interface DataProblems {
  readonly problems: readonly Problem[];
  readonly problemCounts: readonly ProblemCount[];
}

/** So many problems of one code and kind are kept. */
const KEPT = 100;

interface Alike {
  count: number;
  readonly first: Problem;
  kept: Problem[];
}

/**
 * Problems in bounded memory, whatever their number and order: of each code and kind those that stand first by line,
 * or by id where they are of no line.
 */
export class ProblemList implements DataProblems {
  readonly #alike = new Map<string, Alike>();
  readonly #most: number;

  /** Keeps so many problems of each code and kind. */
  constructor(most = KEPT) {
    this.#most = most;
  }

  readonly add = (problem: Problem): void => {
    const { code, file, kind, column } = problem;
    const key = JSON.stringify([code, file, kind, column]);
    const alike = this.#alike.get(key);
    if (alike === undefined) {
      this.#alike.set(key, { count: 1, first: problem, kept: [problem] });
      return;
    }
    alike.count++;
    alike.kept.push(problem);
    if (alike.kept.length >= 2 * this.#most) alike.kept = firstOf(alike.kept, this.#most);
  };

  get problems(): readonly Problem[] {
    return [...this.#alike.values()].flatMap(({ kept }) => firstOf(kept, this.#most)).sort(compareProblems);
  }

  get problemCounts(): readonly ProblemCount[] {
    return [...this.#alike.values()]
      .map(({ first: { code, kind, column }, count }) => defined({ code, kind, column, count }))
      .sort((one, other) => compareTexts(keyOf(one), keyOf(other)));
  }
}

/** What is wrong with several parts of some data: counts added up, and the problems that stand first in all of them. */
export function joinedProblems(lists: readonly DataProblems[]): DataProblems {
  const kept = new ProblemList();
  for (const { problems } of lists) for (const problem of problems) kept.add(problem);
  return { problems: kept.problems, problemCounts: countedBy(lists, (one, other) => one + other) };
}

/** What is wrong with the same data, as several looks at it found: as often as in the look that found it most often. */
export function sameProblems(lists: readonly DataProblems[]): DataProblems {
  const found = new Map<string, Problem>();
  for (const { problems } of lists) {
    const times = new Map<string, number>();
    for (const problem of problems) {
      const written = JSON.stringify(problem);
      const time = (times.get(written) ?? 0) + 1;
      times.set(written, time);
      found.set(`${time} ${written}`, problem);
    }
  }
  const all = new ProblemList();
  for (const problem of found.values()) all.add(problem);
  return { problems: all.problems, problemCounts: countedBy([all, ...lists], Math.max) };
}

function countedBy(
  lists: readonly DataProblems[],
  add: (one: number, other: number) => number,
): readonly ProblemCount[] {
  const counts = new Map<string, ProblemCount>();
  for (const each of lists.flatMap(({ problemCounts }) => problemCounts)) {
    const key = keyOf(each);
    counts.set(key, { ...each, count: add(counts.get(key)?.count ?? 0, each.count) });
  }
  return [...counts].sort(([one], [other]) => compareTexts(one, other)).map(([, each]) => each);
}

/** How often what is wrong with some data, without the problems that are of somebody: those name who, or where. */
export function withoutPeople({ problems, problemCounts }: DataProblems): DataProblems {
  return { problems: problems.filter(isNoAttribute), problemCounts };
}

/** How many problems there are, kept or not. */
export function howMany({ problemCounts }: Pick<DataProblems, "problemCounts">): number {
  return problemCounts.reduce((sum, { count }) => sum + count, 0);
}

function keyOf({ code, kind = "", column = "" }: ProblemCount): string {
  return `${code} ${kind} ${column}`;
}

function firstOf(problems: readonly Problem[], most: number): Problem[] {
  return [...problems].sort(compareProblems).slice(0, most);
}

const LAST = "\uffff";

/** Problems by line, else by journey, then by what is wrong, so that no order in which they were met shows. */
function compareProblems(one: Problem, other: Problem): number {
  return (
    compareTexts(one.file ?? LAST, other.file ?? LAST) ||
    (one.line ?? Number.MAX_SAFE_INTEGER) - (other.line ?? Number.MAX_SAFE_INTEGER) ||
    compareTexts(one.journey ?? "", other.journey ?? "") ||
    compareTexts(one.code, other.code) ||
    compareTexts(one.value ?? "", other.value ?? "") ||
    compareTexts(one.message, other.message)
  );
}
