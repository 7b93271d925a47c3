import { defined } from "../../defined.js";
import { withoutPeople } from "../../journey/index.js";
import { type GroupedCount, withheldCounts, withheldOfSum } from "../../quantity/index.js";
import type { DailyShares, ReportLine, TotalSeries } from "./line.js";
import type { Report } from "./report.js";
import { MONTH } from "./split.js";

/** How many journeys each value of a split has, whatever the month; of a report that is not split, all of them. */
export type PeopleByValue = ReadonlyMap<string, number>;

/** The value of a split that a journey or a line is of, as a key of {@link PeopleByValue}. */
export function valueKey(names: readonly string[], read: (name: string) => string | null): string {
  return JSON.stringify(names.filter((name) => name !== MONTH).map(read));
}

/**
 * A report without what few people stand behind, and without what would give that away.
 *
 * A value of the split that fewer journeys have is withheld with all of its lines: those that count nobody, too,
 * for what they leave out is how many there are. Of the other values each line that counts fewer cases is withheld.
 * What is withheld could be had back from the rest and a total, so the next smallest is withheld as well, until it
 * cannot, and the rest does not tell either that all of it met, or none of it: that is looked at for the values, for
 * each requirement, and for each requirement of one value by month.
 * Which of the withheld are small and which only hide them is not said, because that would narrow them down. Nor do the
 * lines that are shown break their cases down, or name people: who does not count for one is who counts for another.
 */
export function withSmallWithheld(report: Report, people: PeopleByValue, below: number): Report {
  const { by: names = [], lines } = report;
  const keyOf = ({ by, subject }: ReportLine) =>
    subject === undefined && (names.length === 0 || by !== undefined)
      ? valueKey(names, (name) => by?.[name] ?? null)
      : undefined;
  const values = withheldOfSum(people, below);
  const isOfWithheld = (line: ReportLine) => values.items.has(keyOf(line) ?? "");
  const found = withheldCounts(
    lines.map((line): GroupedCount<ReportLine> => {
      const { edition = "", requirement, counted: count, met, notMet } = line;
      const groups = [[requirement], [requirement, edition], [requirement, edition, keyOf(line)]];
      const isHidden = isOfWithheld(line);
      return {
        item: line,
        count,
        parts: [met, notMet],
        isSmall: isSmallLine(line, below),
        isHidden,
        // A total's cases are months, and those of nobody else add up with them.
        groups: line.series === undefined ? groups.map((group) => JSON.stringify(group)) : [],
      };
    }),
    below,
  );
  // A running count less that of a day before is what was received between them: another line's cases.
  const hasHidden = lines.some((line) => found.items.has(line));
  const isShown = (line: ReportLine) => !(found.items.has(line) || (hasHidden && isRunning(line)));
  const shown = lines.filter(isShown);
  const shownValues = new Set(shown.map(keyOf));
  return {
    ...report,
    journeys: [...people].reduce(
      (sum, [key, count]) => (shownValues.has(key) && !values.items.has(key) ? sum + count : sum),
      0,
    ),
    lines: shown.map((line) => countsAlone(line, below)),
    suppressed: namesOf(
      lines.filter((line) => !isShown(line)),
      (line) => values.openGroups.size > 0 || found.openGroups.has(JSON.stringify([line.requirement])),
    ),
    ...withoutPeople(report),
  };
}

/** By requirement and value; by requirement alone where even the number of withheld lines would give them away. */
function namesOf(
  withheld: readonly ReportLine[],
  isOpen: (line: ReportLine) => boolean,
): NonNullable<Report["suppressed"]> {
  const named = withheld.map((line) => {
    const { requirement, by } = line;
    return isOpen(line) ? { requirement } : defined({ requirement, by });
  });
  const once = new Map(named.map((name) => [JSON.stringify(name), name]));
  return [...once.values()];
}

const isSmall = (count: number, below: number) => count > 0 && count < below;

/** Whether a line counts all to date, so that its counts of two days differ by what came between them. */
const isRunning = ({ measuredOn, days }: ReportLine) => measuredOn !== undefined || days !== undefined;

/**
 * Whether few people stand behind some count of a line: its cases, those of a day it names, those that came from one day
 * to the next, those of a month of a total.
 */
function isSmallLine({ counted, days, series }: ReportLine, below: number): boolean {
  if (series !== undefined) return Object.values(series.counts).some((count) => isSmall(count, below));
  if (days !== undefined && isSmall(days.last.lowest.of - days.lowest.share.of, below)) return true;
  const ofDays = days === undefined ? [] : [days.lowest.share.of, days.highest.share.of, days.last.lowest.of];
  return [counted, ...ofDays].some((count) => isSmall(count, below));
}

/** A line without its breakdowns and ids, and without its days where some has few, or few more than the day before. */
function countsAlone(line: ReportLine, below: number): ReportLine {
  const { undeterminedBy: _why, excluded: _apart, undated: _dayless, misses: _who, ...rest } = line;
  const { daily, series, ...counts } = rest;
  const isFew = (count: number, at: number, all: readonly number[]) =>
    isSmall(count, below) || isSmall(Math.abs(count - (all[at - 1] ?? count)), below);
  return {
    ...counts,
    ...(series === undefined ? {} : { series: seriesAlone(series) }),
    ...(daily === undefined || daily.of.some(isFew) ? {} : { daily: daysAlone(daily) }),
  };
}

function seriesAlone({ undeterminedBy: _why, ...series }: TotalSeries): TotalSeries {
  return series;
}

function daysAlone({ waiting: _who, notRecorded: _why, ...daily }: DailyShares): DailyShares {
  return daily;
}
