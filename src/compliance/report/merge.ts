import { REPORT, refuseOther } from "../../argument.js";
import { epochDay, type IsoDate, isoDate } from "../../date/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault } from "../../fault.js";
import type { Problem } from "../../journey/index.js";
import { totalLine } from "../kinds/total.js";
import { addedDailyShares, dailyLine } from "./daily-share.js";
import { lineOf, type ReportLine, type TotalSeries } from "./line.js";
import { compareProblems, type Report } from "./report.js";
import { compareSplits } from "./split.js";

/**
 * The report of a whole caseload from the reports of its parts, in any order and any grouping, or of a year from
 * those of its months: what `report` would have said of all of it at once. Parts must have been made with the same programme,
 * readings, as-at date and split; give the contract's log to one of them only. Whether an id stands in
 * two parts is not known any more.
 *
 * @throws ProgrammeFault `compliance/no-reports` for none at all, `compliance/other-receipt` for reports
 * that do not belong together, `compliance/suppressed` for one whose small cells are withheld.
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
  return {
    receipt: first.receipt,
    ...defined({ period: mergedPeriod(reports) }),
    journeys: journeysOf(reports),
    lines: mergedLines(reports, epochDay(first.receipt.asAt)),
    openValues: first.openValues,
    problems: problemsOf(reports).sort(compareProblems),
  };
}

/** From the first day of any to the last. */
function mergedPeriod(reports: readonly Report[]): Report["period"] {
  const periods = reports.flatMap(({ period }) => period ?? []);
  if (periods.length === 0) return undefined;
  const last = (days: readonly IsoDate[]) => [...days].sort().at(-1);
  return defined({
    from: periods.map(({ from }) => from).sort()[0]!,
    until: last(periods.map(({ until }) => until))!,
    closedUntil: last(periods.flatMap(({ closedUntil }) => closedUntil ?? [])),
  });
}

/** Parts of one period add up; of several periods they are taken to be the same people. */
function journeysOf(reports: readonly Report[]): number {
  const sums = new Map<string, number>();
  for (const { period, journeys } of reports) {
    const key = JSON.stringify(period);
    sums.set(key, (sums.get(key) ?? 0) + journeys);
  }
  return [...sums.values()].reduce((most, sum) => Math.max(most, sum), 0);
}

/** What is wrong with the same people is wrong in each of several periods. */
function problemsOf(reports: readonly Report[]): Problem[] {
  const all = reports.flatMap(({ problems }) => problems);
  const periods = new Set(reports.map(({ period }) => JSON.stringify(period)));
  return periods.size < 2 ? all : [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function mergedLines(reports: readonly Report[], asAt: number): ReportLine[] {
  const key = ({ edition, requirement }: ReportLine) => `${edition ?? ""} ${requirement}`;
  const order = [...new Set(reports[0]!.lines.map(key))];
  return order.flatMap((wanted) => {
    const own = reports.flatMap(({ lines }) => lines.filter((line) => key(line) === wanted));
    const split = own.filter(({ by }) => by !== undefined);
    if (split.length === 0) return [mergedLine(own, asAt)];
    const splits = new Map<string, ReportLine[]>();
    for (const line of split) {
      const name = JSON.stringify(line.by);
      splits.set(name, [...(splits.get(name) ?? []), line]);
    }
    return [...splits.values()]
      .sort(([one], [other]) => compareSplits(one!.by, other!.by))
      .map((lines) => mergedLine(lines, asAt));
  });
}

function mergedLine(lines: readonly ReportLine[], asAt: number): ReportLine {
  const [first] = lines as [ReportLine, ...ReportLine[]];
  if (lines.some(({ series }) => series !== undefined)) return totalLine(first, addedSeries(lines), asAt);
  const daily = lines.flatMap((line) => line.daily ?? []);
  if (daily.length > 0) return dailyLine(first, addedDailyShares(daily));
  // A part without the contract's log says nothing; any other part knows better.
  const told = lines.filter(({ counted, verdict }) => counted > 0 || verdict !== "undetermined");
  if (told.length === 0) return first;
  const sum = (field: "met" | "notMet" | "pending") => told.reduce((total, line) => total + line[field], 0);
  const merged = lineOf(first, {
    met: sum("met"),
    notMet: sum("notMet"),
    pending: sum("pending"),
    undeterminedBy: added(told.map(({ undeterminedBy }) => undeterminedBy)),
    excluded: added(told.map(({ excluded }) => excluded)),
    misses: told.flatMap(({ misses }) => misses),
  });
  return first.measuredOn === undefined ? merged : { ...merged, measuredOn: first.measuredOn };
}

function addedSeries(lines: readonly ReportLine[]): TotalSeries {
  const all = lines.flatMap(({ series }) => series ?? []);
  const from = all.flatMap((series) => series.from ?? []).sort()[0];
  return defined({ counts: added(all.map(({ counts }) => counts)), planned: all[0]!.planned, from });
}

/** The sums of counts, name by name: of cases by reason, of events by month. */
function added(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const each of counts) {
    for (const [name, count] of Object.entries(each)) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
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
  const attribute = ({ lines }: Report) =>
    lines
      .map(({ by, subject }) =>
        by !== undefined && subject === undefined ? Object.keys(by).join() : undefined,
      )
      .find((names) => names !== undefined);
  const one = attribute(first);
  const other = attribute(report);
  const isSplitAlike = one === undefined || other === undefined || one === other;
  const made = ({ receipt, period }: Report) => JSON.stringify([receipt, period !== undefined]);
  if (isSplitAlike && made(first) === made(report)) return;
  throw new ProgrammeFault({
    code: "compliance/other-receipt",
    given: `reports on ${title(first)} and on ${title(report)} with different receipts or splits, or one of a period and one of none`,
    allowed:
      "reports made with the same programme, versions, readings, as-at date and `by`, all of a period or none",
    todo: "Make the parts again with the same options.",
  });
}

function title({ receipt }: Report): string {
  return `${receipt.programme} ${receipt.edition} as at ${isoDate(epochDay(receipt.asAt))}`;
}
