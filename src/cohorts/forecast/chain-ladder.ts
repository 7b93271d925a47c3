import { ProgrammeFault, shown } from "../../fault.js";
import { NUMBER, type OptionKinds, optionsOf } from "../../options.js";

/**
 * A plain triangle: one row per cohort, oldest first, and in it what had accumulated by the end of age
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
  const width = triangle.reduce((most, row) => Math.max(most, row.length), 1);
  return Array.from({ length: width - 1 }, (_, age) => {
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

/** The last age that is seen in a row; -1 when none is. */
function lastAgeOf(row: Triangle[number]): number {
  let age = row.length - 1;
  while (age >= 0 && (row[age] ?? null) === null) age--;
  return age;
}

/** Refuses what is no triangle: amounts that are no numbers, or a gap in a row. */
function checkTriangle(triangle: Triangle): void {
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

const TAIL_OPTION: OptionKinds<{ readonly tail?: number }> = { tail: NUMBER };

/** A row by the chain ladder, with Mack's standard error of its ultimate; null where it is not defined. */
export interface ChainLadderRow extends LadderRow {
  readonly standardError: number | null;
}

/**
 * A triangle in the end. `factors`: from each age to the next. The totals are null when any row's is.
 * `standardError` is Mack's (1993) of the whole, rows being moved by the same factors.
 */
export interface ChainLadder {
  readonly factors: readonly (number | null)[];
  readonly rows: readonly ChainLadderRow[];
  readonly latest: number;
  readonly ultimate: number | null;
  readonly outstanding: number | null;
  readonly standardError: number | null;
}

/**
 * The chain ladder on a plain triangle of cumulative amounts: each row grows from its latest age as
 * the rows before it did, column sum by column sum. For people use {@link forecast}, which never
 * exceeds those there are.
 *
 * @param options - `tail`: what the last age still grows by; 1 unless given.
 * @throws ProgrammeFault `cohorts/triangle` for a row with a gap or an amount that is no finite number.
 *
 * @example
 * ```ts
 * import { chainLadder } from "programme-rules/cohorts";
 *
 * const { factors, rows, outstanding } = chainLadder([[100, 150, 165], [110, 165], [120]]);
 * factors; // => [1.5, 1.1]
 * rows.map(({ ultimate }) => ultimate?.toFixed(1)); // => ["165.0", "181.5", "198.0"]
 * outstanding?.toFixed(1); // => "94.5"
 * ```
 */
export function chainLadder(triangle: Triangle, options: { readonly tail?: number } = {}): ChainLadder {
  const { tail = 1 } = optionsOf(options, TAIL_OPTION);
  checkTriangle(triangle);
  const factors = ageToAgeFactors(triangle);
  const toEnd = factorsToTheEnd(factors).map((factor) => (factor === null ? null : factor * tail));
  const rows = triangle.map((row) => grown(row, toEnd));
  const errors = mackErrors(triangle, factors, rows);
  return {
    factors,
    rows: rows.map((row, at) => ({ ...row, standardError: errors.rows[at]! })),
    ...totalsOf(rows),
    standardError: errors.total,
  };
}

/**
 * Bornhuetter–Ferguson on a plain triangle: to what has accumulated is added what was expected from
 * now on. How much of the expected is still to come is read from the triangle itself.
 *
 * @param expected - what each row was expected to come to in the end, before anything was seen.
 * @throws ProgrammeFault `cohorts/triangle`, `cohorts/expected` when there is not one number for each row.
 *
 * @example
 * ```ts
 * import { bornhuetterFerguson } from "programme-rules/cohorts";
 *
 * const { rows, outstanding } = bornhuetterFerguson([[100, 150], [90]], [150, 180]);
 * rows[1]?.ultimate?.toFixed(1); // => "150.0"
 * outstanding?.toFixed(1); // => "60.0"
 * ```
 */
export function bornhuetterFerguson(
  triangle: Triangle,
  expected: readonly number[],
  options: { readonly tail?: number } = {},
): Omit<ChainLadder, "rows" | "standardError"> & { readonly rows: readonly LadderRow[] } {
  const { tail = 1 } = optionsOf(options, TAIL_OPTION);
  checkTriangle(triangle);
  if (!Array.isArray(expected) || expected.length !== triangle.length || !expected.every(Number.isFinite))
    throw new ProgrammeFault({
      code: "cohorts/expected",
      given: `expected amounts that do not fit ${triangle.length} rows`,
      allowed: "one finite number for each row of the triangle",
      todo: "Say what each row was expected to come to in the end.",
    });
  const factors = ageToAgeFactors(triangle);
  const toEnd = factorsToTheEnd(factors).map((factor) => (factor === null ? null : factor * tail));
  const rows = triangle.map((row, at) => {
    const { latest, age, factor } = grown(row, toEnd);
    const outstanding = age < 0 ? expected[at]! : factor === null ? null : expected[at]! * (1 - 1 / factor);
    return { latest, age, factor, ultimate: outstanding === null ? null : latest + outstanding, outstanding };
  });
  return { factors, rows, ...totalsOf(rows) };
}

function grown(row: Triangle[number], toEnd: readonly (number | null)[]): LadderRow {
  const age = lastAgeOf(row);
  const latest = age < 0 ? 0 : row[age]!;
  const factor = age < 0 ? null : toEnd[age]!;
  if (factor === null) return { latest, age, factor, ultimate: null, outstanding: null };
  return { latest, age, factor, ultimate: latest * factor, outstanding: latest * factor - latest };
}

function totalsOf(rows: readonly LadderRow[]) {
  const sum = (field: "ultimate" | "outstanding") =>
    rows.reduce<number | null>((total, { [field]: own }) => {
      return total === null || own === null ? null : total + own;
    }, 0);
  const latest = rows.reduce((total, row) => total + row.latest, 0);
  return { latest, ultimate: sum("ultimate"), outstanding: sum("outstanding") };
}

/** One column of a triangle, as the growth out of it is measured. */
interface Column {
  readonly factor: number;
  /** The sum of what the factor was measured on. */
  readonly sum: number;
  readonly variance: number;
}

/**
 * The standard errors of a chain ladder that assumes no distribution (Mack, ASTIN Bulletin 23, 1993):
 * of each row and of all together. Null where a factor is missing or two rows are too few to measure by.
 */
function mackErrors(
  triangle: Triangle,
  factors: readonly (number | null)[],
  rows: readonly LadderRow[],
): { readonly rows: readonly (number | null)[]; readonly total: number | null } {
  const columns = columnsOf(triangle, factors);
  if (columns === undefined) return { rows: rows.map(() => null), total: null };
  const parts = rows.map((row) => partsOf(row, columns));
  const total = parts.reduce<number | null>((sum, part, at) => {
    if (sum === null || part === undefined) return null;
    const later = rows.slice(at + 1).reduce((all, { ultimate }) => all + (ultimate ?? 0), 0);
    return sum + part.own + 2 * rows[at]!.ultimate! * later * part.common;
  }, 0);
  return {
    rows: parts.map((part) => (part === undefined ? null : Math.sqrt(part.own))),
    total: total === null ? null : Math.sqrt(total),
  };
}

/** The mean squared error of a row, and the part of it that all later rows share, over its ultimate squared. */
function partsOf({ age, latest, ultimate }: LadderRow, columns: readonly Column[]) {
  if (age < 0 || ultimate === null) return undefined;
  let [amount, own, common] = [latest, 0, 0];
  for (const { factor, sum, variance } of columns.slice(age)) {
    if (amount <= 0) return undefined;
    const relative = variance / factor ** 2;
    own += relative / amount + relative / sum;
    common += relative / sum;
    amount *= factor;
  }
  return { own: ultimate ** 2 * own, common };
}

function columnsOf(triangle: Triangle, factors: readonly (number | null)[]): Column[] | undefined {
  const columns: Column[] = [];
  for (const [age, factor] of factors.entries()) {
    const seen = triangle.filter((row) => lastAgeOf(row) > age);
    if (factor === null || factor === 0 || seen.some((row) => row[age]! <= 0)) return undefined;
    const sum = seen.reduce((total, row) => total + row[age]!, 0);
    const squares = seen.reduce(
      (total, row) => total + row[age]! * (row[age + 1]! / row[age]! - factor) ** 2,
      0,
    );
    const variance = seen.length > 1 ? squares / (seen.length - 1) : lastVariance(columns);
    if (variance === undefined) return undefined;
    columns.push({ factor, sum, variance });
  }
  return columns;
}

/** Mack's choice for the last column, of which there is one row only. */
function lastVariance(columns: readonly Column[]): number | undefined {
  const [before, last] = [columns.at(-2)?.variance, columns.at(-1)?.variance];
  if (before === undefined || last === undefined) return undefined;
  return before === 0 ? 0 : Math.min(last ** 2 / before, before, last);
}
