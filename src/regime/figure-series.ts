import { type JudgedFigure, SUBJECTS, scopeKey } from "./figure.js";
import { isByPolicy } from "./judged-figures.js";

/**
 * The figures of one thing on one basis, by month: for each month the one that counts.
 *
 * `run`: the figures at the end that are short, newest first. A figure that settles nothing, or of too
 * few people, neither lengthens nor ends it; one that reaches what is asked ends it, however few.
 */
export interface Series {
  readonly latest: JudgedFigure;
  readonly run: readonly JudgedFigure[];
}

/** All series, in an order that does not depend on the order of the figures. */
export function seriesOf(figures: readonly JudgedFigure[]): Series[] {
  return grouped(figures, seriesKey).map(oneSeries);
}

/** Items with the same key together, in the order of the keys. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

function seriesKey({ subject, scope, id, kind, basis, measure, projected }: JudgedFigure): string {
  return [SUBJECTS.indexOf(subject), scopeKey(scope), id, kind, basis, measure, projected].join(" ");
}

function oneSeries(figures: readonly JudgedFigure[]): Series {
  const months = [...new Set(figures.map(({ month }) => month))].sort().reverse();
  const chosen = months.map(
    (month) => figures.filter((each) => each.month === month).sort(compareFigures)[0]!,
  );
  const settled = chosen.filter(({ stands }) => stands === "short" || stands === "reached");
  const end = settled.findIndex(({ stands }) => stands === "reached");
  return { latest: chosen[0]!, run: end < 0 ? settled : settled.slice(0, end) };
}

const RANK = { short: 0, reached: 1, "cannot-tell": 2, "not-judged": 3 } as const;
const isSettled = ({ stands }: JudgedFigure) => RANK[stands] < 2;

/** Of a month's figures the one that settles something, then the one known last, then the short one. */
function compareFigures(one: JudgedFigure, other: JudgedFigure): number {
  if (isSettled(one) !== isSettled(other)) return isSettled(one) ? -1 : 1;
  if (one.knownOn !== other.knownOn) return one.knownOn > other.knownOn ? -1 : 1;
  if (one.stands !== other.stands) return RANK[one.stands] - RANK[other.stands];
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** Whether the series is long enough to speak: one figure by the text, so many by a policy. */
export function isLongEnough({ run }: Series, reviewMonths: number): boolean {
  const [newest] = run;
  return newest !== undefined && run.length >= (isByPolicy(newest) ? reviewMonths : 1);
}
