import { optionsOf } from "../argument.js";
import { ProgrammeFault } from "../fault.js";
import { mackErrors } from "./mack.js";
import {
  ageToAgeFactors,
  checkTriangle,
  factorsToTheEnd,
  type LadderRow,
  lastAgeOf,
  type Triangle,
} from "./triangle.js";

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
 * @throws {@link ProgrammeFault} `cohorts/triangle` for a row with a gap or an amount that is no finite number.
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
  const { tail = 1 } = optionsOf(options);
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
 * @throws {@link ProgrammeFault} `cohorts/triangle`, `cohorts/expected` when there is not one number for each row.
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
  const { tail = 1 } = optionsOf(options);
  checkTriangle(triangle);
  if (!Array.isArray(expected) || expected.length !== triangle.length || !expected.every(Number.isFinite))
    throw expectedFault(triangle.length);
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
  const sum = (pick: (row: LadderRow) => number | null) =>
    rows.reduce<number | null>((total, row) => {
      const own = pick(row);
      return total === null || own === null ? null : total + own;
    }, 0);
  return {
    latest: rows.reduce((total, { latest }) => total + latest, 0),
    ultimate: sum(({ ultimate }) => ultimate),
    outstanding: sum(({ outstanding }) => outstanding),
  };
}

function expectedFault(rows: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/expected",
    given: `expected amounts that do not fit ${rows} rows`,
    allowed: "one finite number for each row of the triangle",
    todo: "Say what each row was expected to come to in the end.",
  });
}
