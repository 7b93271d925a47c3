import { type LadderRow, lastAgeOf, type Triangle } from "./triangle.js";

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
export function mackErrors(
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
