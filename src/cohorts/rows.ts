import { refuseOther } from "../argument.js";
import type { IsoMonth } from "../date/index.js";
import { nextMonth } from "../date/index.js";
import type { CohortTable } from "./table.js";
import { TABLE } from "./table.js";

/**
 * One cell of a cohort table as a tidy row. `converted` is cumulative, `added` what the age itself
 * added, `rate` converted over starts as a fraction from 0 to 1; all null where `endsIn`, the month the
 * age ends with, is not over yet.
 */
export interface CohortCell {
  readonly month: IsoMonth;
  readonly group: string | null;
  readonly starts: number;
  readonly age: number;
  readonly endsIn: IsoMonth;
  readonly converted: number | null;
  readonly added: number | null;
  readonly rate: number | null;
}

/**
 * The triangle of a cohort table as tidy rows, one a cell: what Observable Plot, Arquero, Vega-Lite and
 * spreadsheets take.
 *
 * @example
 * ```ts
 * import { cohortCells, cohortTableFromCounts } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * cohortCells(table)[1]; // => { age: 1, endsIn: "2021-04", converted: 2, added: 2, rate: 0.01, … }
 * cohortCells(table)[2]?.converted; // => null
 * ```
 */
export function cohortCells(table: CohortTable): CohortCell[] {
  refuseOther(table, TABLE);
  return table.rows.flatMap(({ month, group, starts, converted }) =>
    converted.map((count, age) => ({
      month,
      group,
      starts,
      age,
      endsIn: nextMonth(month, age),
      converted: count,
      added: count === null ? null : count - (converted[age - 1] ?? 0),
      rate: count === null || starts === 0 ? null : count / starts,
    })),
  );
}
