import { REPORT, refuseOther } from "../../argument.js";
import { type EpochDay, epochDay, isoDate } from "../../date/index.js";
import { defined, filled } from "../../defined.js";
import { ProgrammeFault } from "../../fault.js";
import {
  absentInAll,
  compareTexts,
  type DataProblems,
  isNoAttribute,
  joinedProblems,
  ProblemList,
  sameProblems,
} from "../../journey/index.js";
import { numbered } from "../../rules/index.js";
import { totalLine } from "../kinds/total.js";
import type { Reason } from "../verdict.js";
import { mergedDailyLine, type ReportPeriod, whileOpen } from "./daily-share.js";
import {
  type CasesByReason,
  inDoubt,
  inNameOrder,
  lineOf,
  type ReportLine,
  type TotalSeries,
} from "./line.js";
import type { Report } from "./report.js";
import { compareSplits } from "./split.js";

/**
 * The report of a whole caseload from the reports of its parts, in any order and any grouping, or of a year from
 * those of its months: what `report` would have said of all of it at once. Parts must have been made with the same programme,
 * readings, as-at date, requirements and split, and of several periods each from the same people; give the
 * contract's log to one part of each period. Whether an id stands in two parts is not known any more.
 *
 * @throws ProgrammeFault `compliance/no-reports` for none at all, `compliance/other-receipt` for reports
 * that do not belong together, `compliance/periods` for periods that overlap or leave a gap, `compliance/people`
 * for periods of different people, `compliance/suppressed` for a report whose small cells are withheld.
 *
 * @throws ProgrammeFault `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { mergeReports, report, whpJetsCv06 } from "programme-rules";
 *
 * const received = { kind: "referral-received", on: "2021-04-01" };
 * const part = (id: string) => report(whpJetsCv06, [{ id, events: [received] }], { asAt: "2021-04-30" });
 * mergeReports([part("R1"), part("R2")]).lines[0]?.misses; // => ["R1", "R2"]
 * mergeReports([]); // throws at least one report
 * ```
 */
export function mergeReports(reports: readonly Report[]): Report {
  refuseOther(reports, { name: "a list of reports", has: [REPORT.has] });
  const [first] = reports;
  if (first === undefined) {
    throw new ProgrammeFault({
      code: "compliance/no-reports",
      given: "no reports",
      allowed: "at least one report",
      todo: "Begin with the report of an empty caseload.",
    });
  }
  for (const report of reports) refuseStranger(first, report);
  const periods = byPeriod(reports);
  const period = wholePeriod(periods.flatMap(([report]) => report!.period ?? []));
  return {
    receipt: first.receipt,
    ...defined({ period, by: first.by }),
    journeys: journeysOf(periods),
    ...defined({ leftOut: leftOutOf(periods), notRecorded: kindsOf(reports) }),
    lines: mergedLines(periods, period),
    openValues: first.openValues,
    ...problemsOf(periods),
  };
}

/**
 * Parts of one period add up, and several are of the same people. That no journey has an attribute is true of the whole
 * only where it is true of each part, and what they have instead is what any of them has.
 */
function problemsOf(periods: readonly Report[][]): DataProblems {
  const others = periods.map((alike) =>
    joinedProblems(
      alike.map(({ problems, problemCounts }) => ({
        problems: problems.filter((each) => !isNoAttribute(each)),
        problemCounts: problemCounts.filter((each) => !isNoAttribute(each)),
      })),
    ),
  );
  const absent = new ProblemList();
  const counted = periods.flat().filter(({ journeys }) => journeys > 0);
  for (const problem of absentInAll(counted.map(({ problems }) => problems))) absent.add(problem);
  return joinedProblems([sameProblems(others), absent]);
}

/** Parts of one period add up; in several periods the same are left out. */
function leftOutOf([alike = []]: readonly Report[][]): Report["leftOut"] {
  return filled(added(alike.map((report) => ({ ...report.leftOut }))));
}

/** The kinds that the data of some part leaves out. */
function kindsOf(reports: readonly Report[]): Report["notRecorded"] {
  const kinds = new Set(reports.flatMap(({ notRecorded = [] }) => notRecorded));
  return kinds.size === 0 ? undefined : [...kinds].sort();
}

/** The reports of each period, in order of time; without periods all of them. */
function byPeriod(reports: readonly Report[]): Report[][] {
  const found = grouped(reports, ({ period }) =>
    period === undefined ? "" : `${period.from} ${period.until}`,
  );
  return [...found].sort(([one], [other]) => compareTexts(one, other)).map(([, alike]) => alike);
}

/** Parts of one period add up; of several periods they are the same people, so that none is short of a part. */
function journeysOf(periods: readonly Report[][]): number {
  const [first, ...others] = periods.map((alike) => alike.reduce((sum, { journeys }) => sum + journeys, 0));
  const other = others.find((sum) => sum !== first);
  if (other === undefined) return first!;
  throw new ProgrammeFault({
    code: "compliance/people",
    given: `reports of ${numbered(first!, "journey")} in one period and of ${other} in another`,
    allowed: "for each period the reports of the same people",
    todo: "Give the part that is missing, or make each period's reports from the same caseload.",
  });
}

/**
 * The days from the first period to the last, which must follow each other: of two that overlap some cases would be
 * counted twice, and nobody would know of those in a gap.
 */
function wholePeriod(periods: readonly ReportPeriod[]): ReportPeriod | undefined {
  const [first] = periods;
  if (first === undefined) return undefined;
  return periods.slice(1).reduce((whole, next) => {
    if (epochDay(next.from) !== epochDay(whole.until) + 1) throw apart(whole, next);
    const closedUntil = next.closedUntil ?? whole.closedUntil;
    return { from: whole.from, until: next.until, ...defined({ closedUntil }) };
  }, first);
}

function apart(one: ReportPeriod, other: ReportPeriod): ProgrammeFault {
  const days = ({ from, until }: ReportPeriod) => `${from} until ${until}`;
  return new ProgrammeFault({
    code: "compliance/periods",
    given: `reports of ${days(one)} and of ${days(other)}`,
    allowed: "reports of the same period, or of periods that follow each other without a day between",
    todo: other.from <= one.until ? "Leave one of them out." : "Give the report of the days between, too.",
  });
}

/** A line with the place of its period among several. */
interface Placed {
  readonly line: ReportLine;
  readonly at: number;
}

function mergedLines(periods: readonly Report[][], period: Report["period"]): ReportLine[] {
  const placed = periods.flatMap((alike, at) =>
    alike.flatMap(({ lines }) => lines.map((line): Placed => ({ line, at }))),
  );
  const [first] = periods[0]!;
  const asAt = epochDay(first!.receipt.asAt);
  const last = periods.length - 1;
  const ofRequirement = grouped(placed, ({ line }) => `${line.edition ?? ""} ${line.requirement}`);
  return [...ofRequirement.values()].flatMap((own) => {
    const split = own.filter(({ line }) => line.by !== undefined);
    const parts = split.length === 0 ? [own] : grouped(split, ({ line }) => JSON.stringify(line.by)).values();
    return [...parts]
      .map((alike) => whileOpen(mergedLine(alike, last, asAt, period), period))
      .sort((one, other) => compareSplits(one.by, other.by));
  });
}

/** Where ids came again in a part, its counts may be of the wrong one of two. */
function mergedLine(
  placed: readonly Placed[],
  ...rest: [last: number, asAt: EpochDay, period: Report["period"]]
): ReportLine {
  const line = addedUp(placed, ...rest);
  return placed.some((part) => part.line.reason === "id-twice") ? inDoubt(line) : line;
}

function addedUp(
  placed: readonly Placed[],
  last: number,
  asAt: EpochDay,
  period: Report["period"],
): ReportLine {
  const lines = placed.map(({ line }) => line);
  const [first] = lines as [ReportLine, ...ReportLine[]];
  if (lines.some(({ series }) => series !== undefined))
    return totalLine(first, addedSeries(latestOf(placed)), asAt, period);
  const daily = lines.flatMap((line) => line.daily ?? []);
  if (daily.length > 0) return mergedDailyLine(first, daily, period!);
  const measured = latestOf(placed.filter(({ line }) => line.measuredOn !== undefined));
  const [close] = measured;
  if (close !== undefined) return { ...addedLine(measured, last), measuredOn: close.line.measuredOn! };
  // A part without the contract's log says nothing; any other part of its period knows better.
  const told = placed.filter(
    ({ line: { counted, verdict, reason } }) =>
      counted > 0 || verdict !== "undetermined" || reason === "id-twice",
  );
  if (told.length === 0) return first;
  const line = addedLine(told, last);
  const isTold = new Set(told.map(({ at }) => at)).size === new Set(placed.map(({ at }) => at)).size;
  return isTold ? line : { ...line, verdict: "undetermined", reason: "missing-data" };
}

/** Those of the latest period: what is counted at one moment does not add up over several. */
function latestOf(placed: readonly Placed[]): Placed[] {
  const latest = placed.reduce((most, { at }) => Math.max(most, at), 0);
  return placed.filter(({ at }) => at === latest);
}

/** The sum of lines. Cases without a day are in every period, so that those of the last are all of them. */
function addedLine(placed: readonly Placed[], last: number): ReportLine {
  const lines = placed.map(({ line }) => line);
  const sum = (field: "met" | "notMet" | "pending") => lines.reduce((total, line) => total + line[field], 0);
  const once = (field: "undeterminedBy" | "excluded") =>
    added(
      placed.map(({ line, at }) => (at === last ? (line[field] ?? {}) : dated(line[field], line.undated))),
    );
  return lineOf(lines[0]!, {
    met: sum("met"),
    notMet: sum("notMet"),
    pending: sum("pending"),
    undeterminedBy: once("undeterminedBy"),
    excluded: once("excluded"),
    undated: added(placed.map(({ line, at }) => (at === last ? (line.undated ?? {}) : {}))),
    misses: lines.flatMap(({ misses = [] }) => misses),
  });
}

/** The cases that have a day. */
function dated(counts: CasesByReason = {}, undated: CasesByReason = {}): Record<string, number> {
  const left = Object.entries(counts).map(
    ([reason, count]) => [reason, count - (undated[reason as Reason] ?? 0)] as const,
  );
  return Object.fromEntries(left.filter(([, count]) => count > 0));
}

/** Items with the same key together, keys and items in the order in which they first came. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, [item]);
    else alike.push(item);
  }
  return found;
}

function addedSeries(placed: readonly Placed[]): TotalSeries {
  const all = placed.flatMap(({ line }) => line.series ?? []);
  const from = all.flatMap((series) => series.from ?? []).sort()[0];
  return defined({
    counts: added(all.map(({ counts }) => counts)),
    undeterminedBy: filled(added(all.map((series) => series.undeterminedBy ?? {}))),
    planned: all[0]!.planned,
    from,
  });
}

/** The sums of counts, name by name: of cases by reason, of events by month. */
function added(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const each of counts) {
    for (const [name, count] of Object.entries(each)) sum[name] = (sum[name] ?? 0) + count;
  }
  return inNameOrder(sum);
}

function refuseStranger(first: Report, report: Report): void {
  if (report.suppressed !== undefined) {
    throw new ProgrammeFault({
      code: "compliance/suppressed",
      given: "a report whose small lines are withheld",
      allowed: "reports with every line",
      todo: "Merge first, and withhold small lines from the whole.",
    });
  }
  const made = ({ receipt, period, by, lines }: Report) => {
    const asked = [...new Set(lines.map(({ edition, requirement }) => `${edition ?? ""} ${requirement}`))];
    return JSON.stringify([receipt, by, period !== undefined, asked]);
  };
  if (made(first) === made(report)) return;
  throw new ProgrammeFault({
    code: "compliance/other-receipt",
    given: `reports on ${title(first)} and on ${title(report)} with different receipts, splits or requirements, or one of a period and one of none`,
    allowed:
      "reports made with the same programme, versions, readings, as-at date, `requirements` and `by`, all of a period or none",
    todo: "Make the parts again with the same options.",
  });
}

function title({ receipt }: Report): string {
  return `${receipt.programme} ${receipt.edition} as at ${isoDate(epochDay(receipt.asAt))}`;
}
