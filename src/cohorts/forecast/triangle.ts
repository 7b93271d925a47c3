import { ProgrammeFault, shown } from "../../fault.js";

/**
 * A plain triangle: one row a cohort, oldest first, and in it what had accumulated by the end of age
 * 0, 1, 2 …; what is not observed yet is null or left off. Any amount, not only people.
 */
export type Triangle = readonly (readonly (number | null)[])[];

/** One row of a triangle in the end. Everything but `latest` and `age` is null where nothing tells how it grows. */
export interface LadderRow {
  readonly latest: number;
  /** The last age seen; -1 for a row of which nothing is. */
  readonly age: number;
  /** What the latest is multiplied by. */
  readonly factor: number | null;
  readonly ultimate: number | null;
  /** The ultimate less the latest. */
  readonly outstanding: number | null;
}

/** How each age grows to the next, in whole columns: null where the column before sums to 0 or nothing is seen. */
export function ageToAgeFactors(triangle: Triangle): (number | null)[] {
  const ages = widthOf(triangle);
  return Array.from({ length: Math.max(0, ages - 1) }, (_, age) => {
    let [before, after] = [0, 0];
    for (const row of triangle) {
      const [from, to] = [row[age] ?? null, row[age + 1] ?? null];
      if (from === null || to === null) continue;
      before += from;
      after += to;
    }
    return before === 0 ? null : after / before;
  });
}

/** What each age is multiplied by to come to its end; one more than there are age-to-age factors, the last 1. */
export function factorsToTheEnd(factors: readonly (number | null)[]): (number | null)[] {
  const toEnd = new Array<number | null>(factors.length + 1).fill(1);
  for (let age = factors.length - 1; age >= 0; age--) {
    const [own, later] = [factors[age]!, toEnd[age + 1]!];
    toEnd[age] = own === null || later === null ? null : own * later;
  }
  return toEnd;
}

/** The greatest number of ages of any row. */
export function widthOf(triangle: Triangle): number {
  return triangle.reduce((most, row) => Math.max(most, row.length), 0);
}

/** The last age that is seen in a row; -1 when none is. */
export function lastAgeOf(row: Triangle[number]): number {
  let age = row.length - 1;
  while (age >= 0 && (row[age] ?? null) === null) age--;
  return age;
}

/** Refuses what is no triangle: amounts that are no numbers, or a gap in a row. */
export function checkTriangle(triangle: Triangle): void {
  if (!Array.isArray(triangle)) throw triangleFault(shown(triangle));
  const other = triangle.findIndex((row) => !Array.isArray(row));
  if (other >= 0) throw triangleFault(`row ${other + 1} that is ${shown(triangle[other])}`);
  triangle.forEach((row: Triangle[number], at) => {
    const seen = row.slice(0, lastAgeOf(row) + 1);
    const wrong = seen.findIndex((amount) => typeof amount !== "number" || !Number.isFinite(amount));
    if (wrong >= 0) throw triangleFault(`row ${at + 1} with ${shown(seen[wrong])} at age ${wrong}`);
  });
}

function triangleFault(given: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/triangle",
    given,
    allowed: "rows of finite numbers from age 0 without a gap; null only after the last one observed",
    todo: "Give each cohort a row of cumulative amounts, oldest cohort first.",
  });
}
