import { refuseOther } from "../argument.js";
import { ProgrammeFault } from "../fault.js";
import { type CohortRow, type CohortTable, compareRows, TABLE } from "./table.js";

/**
 * The table of a whole from the tables of its parts, cell by cell, in any order and any grouping.
 *
 * @throws {@link ProgrammeFault} `cohorts/no-tables` for none at all, `cohorts/other-grain` for tables
 * as at different dates, of different windows or ages, or split by different things.
 *
 * @throws {@link ProgrammeFault} `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, mergeCohortTables } from "programme-rules/cohorts";
 *
 * const options = { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } };
 * const part = cohortTableFromCounts([{ month: "2021-03", starts: 100, converted: [0, 2] }], options);
 * mergeCohortTables([part, part]).rows[0]?.converted.slice(0, 3); // => [0, 4, null]
 * ```
 */
export function mergeCohortTables(tables: readonly CohortTable[]): CohortTable {
  refuseOther(tables, { name: "a list of cohort tables", has: [TABLE.has] });
  const [first] = tables;
  if (first === undefined) throw noTables();
  for (const table of tables) if (grainOf(table) !== grainOf(first)) throw otherGrain(first, table);
  const merged = new Map<string, CohortRow>();
  for (const row of tables.flatMap(({ rows }) => rows)) {
    const key = JSON.stringify([row.month, row.group]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : addRows(known, row));
  }
  const unplaced = { notStarted: 0, undetermined: 0, notApplicable: 0 };
  for (const { unplaced: part } of tables) {
    unplaced.notStarted += part.notStarted;
    unplaced.undetermined += part.undetermined;
    unplaced.notApplicable += part.notApplicable;
  }
  return { ...first, rows: [...merged.values()].sort(compareRows), unplaced };
}

/** Two rows of the same cohort as one. */
export function addRows(one: CohortRow, other: CohortRow): CohortRow {
  const known = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    month: one.month,
    group: one.group,
    starts: one.starts + other.starts,
    converted: one.converted.map((count, age) => known(count, other.converted[age]!)),
    outcomes: one.outcomes + other.outcomes,
    open: known(one.open, other.open),
    closed: known(one.closed, other.closed),
    undetermined: one.undetermined + other.undetermined,
    mature: { count: one.mature.count + other.mature.count, of: one.mature.of + other.mature.of },
  };
}

function grainOf({ asAt, window, lastAge, by }: CohortTable): string {
  const split = by === null ? "not split" : `split by ${by}`;
  return `as at ${asAt}, ${window.days} days and ${window.lagDays} of lag, ages to ${lastAge}, ${split}`;
}

function otherGrain(one: CohortTable, other: CohortTable): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/other-grain",
    given: `tables ${grainOf(one)}; and ${grainOf(other)}`,
    allowed: "tables of the same as-at date, window, ages and split",
    todo: "Make the tables again with the same options.",
  });
}

function noTables(): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/no-tables",
    given: "no tables",
    allowed: "at least one table",
    todo: "Begin with the table of an empty caseload.",
  });
}
