import { type EpochDay, type IsoMonth, isoDate, lastOfMonth, monthOf, nextMonth } from "../../date/index.js";
import type { Compiler, Facts, Matches } from "../../deadlines/index.js";
import { defined, filled } from "../../defined.js";
import {
  isCeiling,
  isOpen,
  openTarget,
  reaches,
  type ScoredTarget,
  type Standard,
  type TotalRequirement,
} from "../../rules/index.js";
import type { ReportPeriod } from "../report/daily-share.js";
import { inNameOrder, lineOf, type ReportLine, type TotalSeries } from "../report/line.js";
import {
  type Assess,
  type Code,
  IS_MET,
  MISSING_DATA,
  MISSING_PARAMETER,
  NOT_DONE,
  NOT_RECORDED,
  NOTHING_TO_COUNT,
  noCase,
} from "../verdict.js";

/** The events of one total, counted by month over a caseload. */
export class Totals {
  readonly #events: Matches;
  readonly #counts: Record<IsoMonth, number> = {};
  readonly #undeterminedBy: { "missing-data"?: number; "not-recorded"?: number } = {};

  constructor(
    readonly rule: TotalRequirement,
    readonly standard: Standard,
    compiler: Compiler,
  ) {
    this.#events = compiler.matches(rule.count);
  }

  add(facts: Facts): void {
    const day = this.#events.firstDay(facts);
    const isUnreadable = this.#events.isUnreadable(facts);
    if (isUnreadable || this.#events.isNotRecorded(facts)) {
      const reason = isUnreadable ? "missing-data" : "not-recorded";
      this.#undeterminedBy[reason] = (this.#undeterminedBy[reason] ?? 0) + 1;
    }
    if (day === undefined || isUnreadable) return;
    const month = monthOf(day);
    this.#counts[month] = (this.#counts[month] ?? 0) + 1;
  }

  /** The counts against the plan. */
  series(from: IsoMonth | undefined): TotalSeries {
    return defined({
      counts: inNameOrder(this.#counts),
      undeterminedBy: filled(this.#undeterminedBy),
      planned: this.rule.against,
      from,
    });
  }
}

/**
 * The line of a total from its series alone, so that parts of a caseload can be added up. Its target is a
 * share of the plan, not of the months: every month must reach it.
 */
export function totalLine(
  line: ReportLine,
  series: TotalSeries,
  asAt: EpochDay,
  period: ReportPeriod | undefined,
): ReportLine {
  const codes = totalCodes(line.target as ScoredTarget, series, asAt, period);
  const count = (code: Code) => codes.filter((each) => each === code).length;
  const undeterminedBy = defined({
    "missing-data": count(MISSING_DATA) || undefined,
    "not-recorded": count(NOT_RECORDED) || undefined,
    "missing-parameter": count(MISSING_PARAMETER) || undefined,
  });
  const counted = {
    met: count(IS_MET),
    notMet: count(NOT_DONE),
    pending: 0,
    undeterminedBy,
    excluded: {},
    misses: [],
  };
  return { ...lineOf(line, counted, { every: true }), series };
}

/**
 * The outcome of each month of a plan that is over, of those that end in the period where there is one: met when the
 * count by its end reaches the target's share of the plan. A cumulative count never falls, so a plan that holds at
 * each month's end holds on every day until the next. Undetermined when the plan, the target or the first month is not
 * known, and where those of whom the data does not say would make the difference.
 */
function totalCodes(
  target: ScoredTarget,
  series: TotalSeries,
  asAt: EpochDay,
  period: ReportPeriod | undefined,
): Code[] {
  const { counts, undeterminedBy = {}, planned, from } = series;
  if (isOpen(planned) || openTarget(target) !== undefined) return [MISSING_PARAMETER];
  if (from === undefined) return [MISSING_DATA];
  const codes: Code[] = [];
  const { "missing-data": unreadable = 0, "not-recorded": notRecorded = 0 } = undeterminedBy;
  const reason = notRecorded > unreadable ? NOT_RECORDED : MISSING_DATA;
  let month = from;
  let total = 0;
  for (const [each, count] of Object.entries(counts)) if (each < from) total += count;
  for (const expected of planned) {
    const last = lastOfMonth(month);
    if (last >= asAt) break;
    total += counts[month] ?? 0;
    const isIn = period === undefined || (isoDate(last) >= period.from && isoDate(last) <= period.until);
    const isMet = meets(target, total, expected);
    const isSure = isMet === meets(target, total + unreadable + notRecorded, expected);
    if (isIn) codes.push(!isSure ? reason : isMet ? IS_MET : NOT_DONE);
    month = nextMonth(month);
  }
  return codes;
}

/** Whether a count reaches the target's share of a plan, as whole numbers; more than planned is its whole. */
function meets(target: ScoredTarget, total: number, planned: number): boolean {
  if (!isCeiling(target)) return reaches(target, { count: Math.min(total, planned), of: planned });
  return planned === 0 ? total === 0 : reaches(target, { count: total, of: planned });
}

/** A total is a matter of the whole caseload: one journey has no verdict on it. */
export const onlyCounted: Assess = (facts, emit) => emit(NOTHING_TO_COUNT, nothing, facts);

const nothing = noCase(1);
