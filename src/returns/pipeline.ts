import { workingCalendar } from "../calendar/index.js";
import type { Reason, Verdict } from "../compliance/index.js";
import {
  DATE,
  type DateInput,
  epochDay,
  type IsoDate,
  type IsoMonth,
  isoDate,
  lastOfMonth,
  MONTH,
  nextMonth,
} from "../date/index.js";
import { defined } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import { FLAG, listOf, nested, type OptionKinds, optionsOf, TEXT, wholeNumber } from "../options.js";
import {
  type Citation,
  type History,
  type PipelineFile,
  type Programme,
  programmeOn,
} from "../rules/index.js";

/**
 * A monthly pipeline file and what is known of its return.
 *
 * - `inMonth`: the month in which it is due, which is the month after the one it reports on.
 * - `lastMonth`: the file before it; left out when there was none.
 * - `returnedOn`: left out while it has not been sent. `markedPrivate`: whether its covering e-mail is.
 * - `nation`: whose bank holidays count, where they differ between the programme's nations.
 */
export interface PipelineReturn {
  readonly inMonth: IsoMonth;
  readonly thisMonth: readonly PipelineRow[];
  readonly lastMonth?: readonly PipelineRow[];
  readonly returnedOn?: DateInput;
  readonly markedPrivate?: boolean;
  readonly nation?: string;
}

const ROWS = listOf(
  nested<PipelineRow>(
    { group: TEXT, cohort: MONTH, count: wholeNumber(0) },
    { group: '"pg1"', cohort: '"2014-02"', count: "120" },
  ),
);
const PIPELINE_RETURN = nested<PipelineReturn>(
  {
    inMonth: MONTH,
    thisMonth: ROWS,
    lastMonth: ROWS,
    returnedOn: DATE,
    markedPrivate: FLAG,
    nation: TEXT,
  },
  { inMonth: '"2014-05"', thisMonth: "[ … ]" },
);

/** One thing that was checked. `basis` is `assumed` where the source does not say so in words. */
export interface PipelineFinding {
  readonly check: "totals" | "returned" | "not-private";
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly citation?: Citation;
  readonly basis?: "assumed";
}

/**
 * The check of a pipeline file.
 *
 * - `dueOn`: null when the nations of the programme differ and none is given.
 * - `newCohort`: the month after the last cohort of the earlier file. Its people are new; they are in
 *   `exempt`, not in `differences`, where the programme leaves them out.
 * - `differences`: every other total that is not last month's.
 * - `checkErrors`: whether there are any; null without an earlier file. It is the field of the event
 *   `pipeline-file-returned` in a contract log.
 */
export interface PipelineChecked {
  readonly inMonth: IsoMonth;
  readonly dueOn: IsoDate | null;
  readonly newCohort: IsoMonth | null;
  readonly newCohortBasis: "assumed" | "cited";
  readonly checks: readonly PipelineFinding[];
  readonly differences: readonly PipelineDifference[];
  readonly exempt: readonly PipelineDifference[];
  readonly checkErrors: boolean | null;
}

const PIPELINE_OPTIONS: OptionKinds<{ readonly asAt?: DateInput }> = { asAt: DATE };

/**
 * Checks this month's pipeline file against last month's: the total of every payment group and cohort
 * stays what it was (a new cohort apart), the file is returned by its working day, and its covering
 * message is not marked private (source 002, management information).
 *
 * @param options - `asAt`: the day to judge by; what was returned later is not known yet. Without it a file
 * that has not been returned is undetermined.
 * @throws ProgrammeFault `regime/no-pipeline` for a programme without rules for the file, `regime/nation` for a
 * nation the programme has no calendar for, `date/…` for a cohort that is no month.
 *
 * @example
 * ```ts
 * import { workProgrammeRegimeV2 } from "programme-rules/programmes";
 * import { checkPipeline } from "programme-rules/returns";
 *
 * const lastMonth = [{ group: "pg1", cohort: "2014-02", count: 120 }];
 * const thisMonth = [
 *   { group: "pg1", cohort: "2014-02", count: 119 },
 *   { group: "pg1", cohort: "2014-03", count: 98 },
 * ];
 * const file = { inMonth: "2014-05", thisMonth, lastMonth, returnedOn: "2014-05-08", markedPrivate: false };
 * const { dueOn, checks, differences, exempt } = checkPipeline(workProgrammeRegimeV2, file);
 * dueOn; // => "2014-05-08"
 * checks.map(({ check, verdict }) => `${check}: ${verdict}`);
 * // => ["totals: not-met", "returned: met", "not-private: met"]
 * differences; // => [{ group: "pg1", cohort: "2014-02", lastMonth: 120, thisMonth: 119, change: -1 }]
 * exempt[0]?.cohort; // => "2014-03"
 * ```
 */
export function checkPipeline(
  rules: Programme | History,
  file: PipelineReturn,
  options: { readonly asAt?: DateInput } = {},
): PipelineChecked {
  PIPELINE_RETURN(file, "file");
  optionsOf(options, PIPELINE_OPTIONS);
  const programme = programmeOn(rules, lastOfMonth(file.inMonth));
  const { pipeline } = programme;
  if (pipeline === undefined)
    throw new ProgrammeFault({
      code: "regime/no-pipeline",
      given: `the programme ${programme.id} ${programme.edition}, which asks for no pipeline file`,
      allowed: "a programme whose `pipeline` says what the file must satisfy",
      todo: "Take another edition, or add the rules with amend.",
    });
  const { inMonth, thisMonth } = file;
  const lastMonth = file.lastMonth ?? [];
  const { newestCohort, citation, basis } = pipeline;
  const { differences, exempt, newCohort } = compareTotals(thisMonth, lastMonth, newestCohort.rule);
  const dueOn = dueDateOf(programme, pipeline, file);
  const isChecked = lastMonth.length > 0;
  const checks = [
    { check: "totals" as const, ...totalsVerdict(isChecked, differences) },
    { check: "returned" as const, ...returnVerdict(dueOn, file.returnedOn, options.asAt) },
    { check: "not-private" as const, ...privateVerdict(pipeline, file.markedPrivate) },
  ];
  return {
    inMonth,
    dueOn,
    newCohort,
    newCohortBasis: newestCohort.basis === "assumed" ? "assumed" : "cited",
    checks: checks.map((each) => ({ ...each, ...defined({ citation, basis }) })),
    differences: isChecked ? differences : [],
    exempt,
    checkErrors: isChecked ? differences.length > 0 : null,
  };
}

type VerdictWithReason = Pick<PipelineFinding, "verdict" | "reason">;

const MET: VerdictWithReason = { verdict: "met" };
const UNKNOWN: VerdictWithReason = { verdict: "undetermined", reason: "missing-data" };

function totalsVerdict(isChecked: boolean, differences: readonly PipelineDifference[]): VerdictWithReason {
  if (!isChecked) return UNKNOWN;
  return differences.length === 0 ? MET : { verdict: "not-met", reason: "part-missing" };
}

function returnVerdict(dueOn: IsoDate | null, returnedOn?: DateInput, asAt?: DateInput): VerdictWithReason {
  if (dueOn === null) return UNKNOWN;
  const due = epochDay(dueOn);
  const today = asAt === undefined ? undefined : epochDay(asAt);
  const returned = returnedOn === undefined ? undefined : epochDay(returnedOn);
  if (returned !== undefined && returned <= (today ?? returned))
    return returned <= due ? MET : { verdict: "not-met", reason: "late" };
  if (today === undefined) return UNKNOWN;
  return today > due
    ? { verdict: "not-met", reason: "not-done" }
    : { verdict: "pending", reason: "not-yet-due" };
}

function privateVerdict(rules: PipelineFile, markedPrivate: boolean | undefined): VerdictWithReason {
  if (markedPrivate === undefined) return UNKNOWN;
  return markedPrivate && !rules.markedPrivate ? { verdict: "not-met", reason: "part-missing" } : MET;
}

function dueDateOf(
  programme: Programme,
  rules: PipelineFile,
  { inMonth, nation }: PipelineReturn,
): IsoDate | null {
  const timed = programme.returns?.find(({ id }) => id === rules.return);
  const within = timed?.kind === "deadline" ? timed.within : undefined;
  const nth = typeof within === "object" && "workingDayOfNextMonth" in within && within.workingDayOfNextMonth;
  if (typeof nth !== "number") return null;
  const { calendars } = programme;
  if (nation !== undefined && !Object.hasOwn(calendars, nation))
    throw new ProgrammeFault({
      code: "regime/nation",
      given: `the nation ${shown(nation)}`,
      allowed: Object.keys(calendars).join(", "),
      todo: "Name the nation of the contract as the programme does.",
    });
  const names = nation === undefined ? Object.values(calendars) : [calendars[nation]!];
  const dates = new Set(names.map((name) => workingCalendar(name).nthWorkingDayOfMonth(inMonth, nth)));
  return dates.size === 1 ? isoDate(epochDay([...dates][0]!)) : null;
}

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

/** Compares the totals of two files, group by group and cohort by cohort. */
function compareTotals(
  thisMonth: readonly PipelineRow[],
  lastMonth: readonly PipelineRow[],
  rule: PipelineFile["newestCohort"]["rule"],
) {
  const [now, before] = [totalsOf(thisMonth), totalsOf(lastMonth)];
  const cohorts = [...before.values()].map(({ cohort }) => cohort).sort();
  const newCohort = cohorts.length === 0 ? null : nextMonth(cohorts.at(-1)!);
  const changed = [...new Map([...before, ...now])]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { group, cohort }]): PipelineDifference => {
      const [lastMonth, thisMonth] = [before.get(key)?.count ?? null, now.get(key)?.count ?? null];
      return { group, cohort, lastMonth, thisMonth, change: (thisMonth ?? 0) - (lastMonth ?? 0) };
    })
    .filter(({ change }) => change !== 0);
  const isExempt = ({ cohort }: PipelineDifference) => rule === "exempt" && cohort === newCohort;
  return {
    newCohort,
    exempt: changed.filter(isExempt),
    differences: changed.filter((difference) => !isExempt(difference)),
  };
}

function totalsOf(rows: readonly PipelineRow[]): Map<string, PipelineRow> {
  const totals = new Map<string, PipelineRow>();
  for (const { group, cohort, count } of rows) {
    const key = JSON.stringify([cohort, group]);
    totals.set(key, { group, cohort, count: count + (totals.get(key)?.count ?? 0) });
  }
  return totals;
}
