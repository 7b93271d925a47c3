import { REPORT, refuseOther } from "../../argument.js";
import { epochDay, type IsoDate, longDate } from "../../date/index.js";
import { defined } from "../../defined.js";
import { countsByVerdict, lineSentence } from "../../explanation/index.js";
import { howMany, type LeftOut, type LeftOutReason } from "../../journey/index.js";
import { capitalised, counted, joined } from "../../rules/index.js";
import { lineName, type ReportLine } from "./line.js";
import type { Report } from "./report.js";

/** A line in one sentence, and the journeys behind its misses, where the line has them. */
export interface ExplainedLine {
  readonly requirement: string;
  readonly title: string;
  readonly edition?: string;
  readonly by?: ReportLine["by"];
  readonly sentence: string;
  readonly misses?: readonly string[];
}

/** A standard in one sentence, over its requirements' lines. */
export interface ExplainedStandard {
  readonly standard: string;
  readonly sentence: string;
  readonly lines: readonly ExplainedLine[];
}

/** A report in one sentence, over its standards. */
export interface ExplainedReport {
  readonly sentence: string;
  readonly standards: readonly ExplainedStandard[];
}

/**
 * A report as a tree of sentences: the whole, each standard, each line with the journeys that were
 * missed. From a missed journey, `explain` goes on down to the day.
 *
 * @throws ProgrammeFault `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { explainReport, report, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "referral-received", on: "2021-04-01" },
 *     { kind: "referral-acknowledged", on: "2021-04-08" },
 *   ],
 * };
 * const [first] = explainReport(report(whpJetsCv06, [journey], { asAt: "2021-04-30" })).standards;
 * first?.lines[0]?.sentence;
 * // => "At least 99.5% are to be met: 0 of 1 are (0.0%), 1 not: not met; one case too many has failed."
 * first?.sentence; // => "css-1/acknowledged is not met."
 * ```
 */
export function explainReport(report: Report): ExplainedReport {
  refuseOther(report, REPORT);
  const ids = [...new Set(report.lines.map(({ standard }) => standard))];
  const standards = ids.map((standard): ExplainedStandard => {
    const lines = report.lines.filter((line) => line.standard === standard);
    return { standard, sentence: standardSentence(lines), lines: lines.map(explained) };
  });
  return { sentence: reportSentence(report), standards };
}

/** How many problems there are in the data of a report, listed or not. */
export const problemsIn = (report: Report): number => howMany(report);

const LEFT_OUT: Readonly<Record<LeftOutReason, (count: number) => string>> = {
  "id-twice": (count) => `${counted(count, "id")} whose journeys differ (counted as unknown)`,
  "no-id": (count) => `${counted(count, "row")} without an id`,
  "id-too-long": (count) => `${counted(count, "row")} with an id of more than 100 characters`,
  "other-programme": (count) => `${counted(count, "referral")} of another programme`,
  "no-edition": (count) => `${counted(count, "referral")} under no edition known to be in force`,
};

/** What could not be judged, in one sentence; undefined where there is nothing. */
export function leftOutSentence(leftOut: LeftOut = {}): string | undefined {
  const reasons = (Object.keys(LEFT_OUT) as LeftOutReason[]).filter((reason) => leftOut[reason]);
  if (reasons.length === 0) return undefined;
  return `Not judged: ${joined(reasons.map((reason) => LEFT_OUT[reason](leftOut[reason]!)))}.`;
}

function explained(line: ReportLine): ExplainedLine {
  const { requirement, title, edition, by, misses } = line;
  return defined({ requirement, title, edition, by, sentence: lineSentence(line), misses });
}

function standardSentence(lines: readonly ReportLine[]): string {
  return `${joined(lines.map((line) => `${lineName(line)} is ${line.verdict.replace("-", " ")}`))}.`;
}

function reportSentence(report: Report): string {
  const { receipt, period, journeys, leftOut, lines } = report;
  const count = problemsIn(report);
  const data = [
    leftOutSentence(leftOut) ?? [],
    count === 0 ? [] : `${capitalised(counted(count, "problem"))} in the data.`,
  ]
    .flat()
    .map((sentence) => ` ${sentence}`)
    .join("");
  const day = (date: IsoDate) => longDate(epochDay(date));
  const days = period === undefined ? "" : `, from ${day(period.from)} until ${day(period.until)}`;
  const of = `${counted(journeys, "journey")}${days}, as at ${day(receipt.asAt)}`;
  return `${capitalised(of)}: of ${counted(lines.length, "line")}, ${joined(countsByVerdict(lines))}.${data}`;
}
