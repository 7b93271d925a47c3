import { firstOfMonth, type IsoMonth, nextMonth } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";

/** A row of a pipeline file: so many people of one payment group and one cohort, a month. Rows of the same two add up. */
export interface PipelineRow {
  readonly group: string;
  readonly cohort: IsoMonth;
  readonly count: number;
}

/** A total that is not last month's. A cell that a file does not have counts as nobody, and is null here. */
export interface PipelineDifference {
  readonly group: string;
  readonly cohort: IsoMonth;
  readonly lastMonth: number | null;
  readonly thisMonth: number | null;
  readonly change: number;
}

/** What comparing two files comes to; `newCohort` is the month after the last one of the earlier file. */
export interface PipelineTotals {
  readonly newCohort: IsoMonth | null;
  readonly exempt: readonly PipelineDifference[];
  readonly differences: readonly PipelineDifference[];
}

/** Compares the totals of two files, group by group and cohort by cohort. */
export function compareTotals(
  thisMonth: readonly PipelineRow[],
  lastMonth: readonly PipelineRow[],
  rule: "exempt" | "checked",
): PipelineTotals {
  const [now, before] = [totalsOf(thisMonth, "this month's"), totalsOf(lastMonth, "last month's")];
  const cohorts = [...before.values()].map(({ cohort }) => cohort).sort();
  const newCohort = cohorts.length === 0 ? null : nextMonth(cohorts.at(-1)!);
  const cells = new Map([...before, ...now]);
  const changed = [...cells]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { group, cohort }]) => differenceOf(group, cohort, [before.get(key), now.get(key)]))
    .filter(({ change }) => change !== 0);
  const isExempt = ({ cohort }: PipelineDifference) => rule === "exempt" && cohort === newCohort;
  return {
    newCohort,
    exempt: changed.filter(isExempt),
    differences: changed.filter((difference) => !isExempt(difference)),
  };
}

type Pair = readonly [before: PipelineRow | undefined, now: PipelineRow | undefined];

function differenceOf(group: string, cohort: IsoMonth, [before, now]: Pair): PipelineDifference {
  const [lastMonth, thisMonth] = [before?.count ?? null, now?.count ?? null];
  return { group, cohort, lastMonth, thisMonth, change: (thisMonth ?? 0) - (lastMonth ?? 0) };
}

function totalsOf(rows: readonly PipelineRow[], file: string): Map<string, PipelineRow> {
  if (!Array.isArray(rows)) throw rowFault(`${shown(rows)} as ${file} file`, "a list of rows");
  const totals = new Map<string, PipelineRow>();
  rows.forEach((row, at) => {
    checkRow(row, `row ${at + 1} of ${file} file`);
    const key = JSON.stringify([row.cohort, row.group]);
    const { group, cohort, count } = row;
    totals.set(key, { group, cohort, count: count + (totals.get(key)?.count ?? 0) });
  });
  return totals;
}

function checkRow({ group, cohort, count }: PipelineRow, where: string): void {
  if (typeof group !== "string" || group === "")
    throw rowFault(`${where} without a group`, "the id or name of a payment group");
  firstOfMonth(cohort);
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw rowFault(`${where} with the count ${shown(count)}`, "a whole number of people from 0");
}

function rowFault(given: string, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "regime/pipeline-row",
    given,
    allowed,
    todo: "Give each row a group, a cohort such as 2013-06, and a count.",
  });
}
