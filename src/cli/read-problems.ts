import type { Problem } from "../journey/index.js";

/** So many problems of one code in one column are listed; the rest are counted. */
const LISTED = 1000;

/**
 * The problems of a file, in bounded memory: a file read with the wrong date form has one in every
 * cell. What is not listed is counted, in one problem more, when the list is closed.
 */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly #counts = new Map<string, { readonly like: Problem; count: number }>();

  readonly add = (problem: Problem): void => {
    const key = JSON.stringify([problem.code, problem.file, problem.column]);
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { like: problem, count: 1 });
    else known.count++;
    if ((known?.count ?? 1) <= LISTED) this.problems.push(problem);
  };

  close(): void {
    for (const { like, count } of this.#counts.values())
      if (count > LISTED) this.problems.push(rest(like, count - LISTED));
  }
}

function rest({ code, file, column }: Problem, count: number): Problem {
  const where = column === undefined ? "" : `${column}: `;
  return {
    code: "csv/more-of-the-same",
    message: `${where}${count} more of the problems ${code}. The first ${LISTED} are listed.`,
    ...(file === undefined ? {} : { file }),
    ...(column === undefined ? {} : { column }),
  };
}
