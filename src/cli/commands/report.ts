import type { Command } from "commander";
import { leftOutSentence, type Report, ReportBuilder, type ReportLine } from "../../compliance/index.js";
import { defined } from "../../defined.js";
import { lineNotes, markdownLine, shareWords, verdictWords } from "../../explanation/index.js";
import { ProblemList } from "../../journey/index.js";
import {
  counted,
  isScored,
  joined,
  lineTargetWords,
  numbered,
  type Programme,
  targetWords,
} from "../../rules/index.js";
import { named } from "../../visible.js";
import { eachJourney, openCaseload, withFile } from "../input/caseload-file.js";
import {
  attributeBy,
  CONTRACT_LOG,
  chosen,
  collected,
  type FileCommandOptions,
  fileCommand,
  type PeriodOptions,
  periodOf,
  periodWords,
  REFERRALS,
  REPORT_SPLITS,
  refuseAbsent,
  requirementsNamed,
  wholeNumber,
  withPeriod,
} from "../input/command-options.js";
import { readContractLog } from "../input/json-file.js";
import { type DestinationOptions, type Printable, put } from "../output/destination.js";
import {
  type Format,
  formatOf,
  jsonPieces,
  markdown,
  printedTable,
  type ValueOptions,
  WITH_VALUES,
  withFormats,
} from "../output/formats.js";
import { chartDrawer } from "../output/page/drawn-chart.js";
import { type ReportWords, reportPage } from "../output/page/report-page.js";
import { leftOutLines, nothingAsked, notRecordedNotes, problemCount } from "../output/remarks.js";
import { countsOf, scorecardTable, splitScorecardTable, valueWords } from "../output/scorecard-table.js";
import { styled, type Terminal, wrapped } from "../output/terminal.js";
import { dateWords } from "../output/value-text.js";
import type { Table } from "../output/workbook.js";

interface SplitOptions extends FileCommandOptions, PeriodOptions, ValueOptions, DestinationOptions {
  readonly format: Format | "html";
  readonly by?: string;
  readonly requirement: readonly string[];
  readonly contractLog?: string;
  readonly suppressBelow?: number;
}

/** `report`: the lines of a scorecard by provider, site, adviser or group, for a period, in several forms. */
export function reportCommand(terminal: Terminal): Command {
  const command = fileCommand(
    "report",
    "The scorecard by provider, site, adviser or group, for a period",
    terminal,
  );
  return withFormats(withPeriod(command), ["html"])
    .argument(...REFERRALS)
    .option(
      "--by <attributes>",
      "provider, site, area, adviser, nation, provision, group or month; several with commas",
    )
    .option("--requirement <id>", "only this one, or those of a standard; may be given again", collected, [])
    .option(...CONTRACT_LOG)
    .option(
      "--suppress-below <number>",
      "withhold what fewer people or cases stand behind, and what would give it away",
      wholeNumber,
    )
    .option(...WITH_VALUES)
    .addHelpText(
      "after",
      `
Examples:
  programme-rules report --by provider --as-at 2021-06-30 referrals.csv
  programme-rules report --month 2021-05 --by provider,month --as-at 2021-06-30 referrals.csv
  programme-rules report --by adviser --requirement css-8/contact --format markdown referrals.csv`,
    )
    .action(async (files: readonly string[], options: SplitOptions) => {
      const { programme, asAt } = chosen(options);
      const data = new ProblemList();
      const builder = new ReportBuilder(programme, {
        ...asAt,
        ...scope(options, programme),
        onProblem: data.add,
      });
      const caseload = await openCaseload(files, options, programme, terminal, data);
      await eachJourney(caseload, builder.add);
      const report = withFile(builder.result(), caseload, data);
      refuseAbsent(report, files, REPORT_SPLITS);
      await put(await printed(report, programme, options, terminal), options, terminal);
    });
}

function scope({ by, requirement, contractLog, suppressBelow, ...span }: SplitOptions, programme: Programme) {
  return defined({
    by: by === undefined ? undefined : by.split(",").map((name) => attributeBy(name.trim(), REPORT_SPLITS)),
    period: periodOf(span),
    requirements: requirement.length === 0 ? undefined : requirementsNamed(requirement, programme),
    contractLog: readContractLog(contractLog),
    suppressBelow,
  });
}

async function printed(
  report: Report,
  programme: Programme,
  options: SplitOptions,
  terminal: Terminal,
): Promise<Printable> {
  const format = formatOf(options);
  if (format === "html")
    return reportPage(report, programme, words(report, programme, options), await chartDrawer());
  if (format === "json") return jsonPieces("report", report, options);
  if (format === "csv" || format === "xlsx") {
    return printedTable(format, { ...tableOf(report), sheet: "report" });
  }
  if (format === "markdown") return markdownTable(report, programme, options);
  return text(report, programme, options, terminal);
}

/** A report as a table to compute with; each row says what it is of, so that it may be put with those of others. */
function tableOf({ lines, suppressed = [], receipt, leftOut = {}, by: names = [] }: Report): Table {
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  const made = [receipt.asAt, receipt.programme, receipt.edition];
  return {
    headings: ["requirement", ...names, ...FIELDS, "left_out", "as_at", "programme", "edition"],
    rows: [
      ...lines.map((line) => [
        ...fieldsOf(line, names),
        line.subject === undefined ? left : undefined,
        ...made,
      ]),
      ...suppressed.map(({ requirement, by }) => [
        requirement,
        ...names.map((name) => by?.[name]),
        ...FIELDS.map((field) => (field === "verdict" ? "withheld" : undefined)),
        undefined,
        ...made,
      ]),
    ],
    dates: ["measured_on", "as_at"],
    rates: ["worst_share", "best_share"],
  };
}

const FIELDS =
  "counted,met,not_met,people_missed,pending,undetermined,worst_count,of,best_count,best_of,worst_share,best_share,headroom,target,verdict,reason,measured_on,days_over,days_over_at_most,days,last_close_count,last_close_of".split(
    ",",
  );

function fieldsOf(line: ReportLine, names: readonly string[]) {
  return [
    line.requirement,
    ...names.map((name) => line.by?.[name]),
    line.counted,
    line.met,
    line.notMet,
    line.misses?.length,
    line.pending,
    line.undetermined,
    line.worst.count,
    line.worst.of,
    line.best.count,
    line.best.of,
    rateOf(line.worst),
    rateOf(line.best),
    line.headroom,
    isScored(line.target) ? targetWords(line.target) : "",
    line.verdict,
    line.reason,
    line.measuredOn,
    line.days?.over.lowest,
    line.days?.over.highest,
    line.days?.closed,
    line.days?.last.lowest.count,
    line.days?.last.lowest.of,
  ];
}

function rateOf({ count, of }: ReportLine["worst"]): number | undefined {
  return of === 0 ? undefined : count / of;
}

const HEADINGS = "Requirement,Counted,Met,Not met,Pending,Unknown,Lowest–highest,Target,Verdict".split(",");

function markdownTable(report: Report, programme: Programme, options: SplitOptions): string {
  const { lines, by: names = [] } = report;
  const [requirement, ...others] = HEADINGS as [string, ...string[]];
  const headings = [requirement, ...names, ...others];
  const rows = lines.map((line) => [
    line.requirement,
    ...names.map((name) => named(line.by?.[name] ?? null, "(none)")),
    ...countsOf(line),
    shareWords(line),
    lineTargetWords(line),
    verdictWords(line.verdict),
  ]);
  const notes = [
    ...notRecordedNotes(report, programme),
    ...lineNotes(lines),
    ...withheldWords(report, options),
  ].map((note) => `\n${markdownLine(note)}\n`);
  const leftOut = leftOutSentence(report.leftOut);
  return `${leftOut === undefined ? "" : `${markdownLine(leftOut)}\n\n`}${markdown(headings, rows)}${notes.join("")}`;
}

/** Which cases a period counts. */
const CASES = { due: "due", received: "received", anchor: "begun" } as const;

/** The cases and days that were asked for, as people say them: `due in May 2021`. */
function casesWords(options: PeriodOptions, { conventions }: Programme): string[] {
  const days = periodWords(options);
  return days === undefined ? [] : [`${CASES[conventions.periodCases]} ${days}`];
}

/** That the last day asked for is not over, so that what the period comes to may still change. */
function openPeriodWords({ period }: Report, { month, until }: SplitOptions): string[] {
  if ((month ?? until) === undefined || period === undefined || period.closedUntil === period.until)
    return [];
  const { closedUntil } = period;
  return closedUntil === undefined
    ? ["The period is not over: none of its days has closed yet."]
    : [`The period is not over: the last of its days that has closed is ${dateWords(closedUntil)}.`];
}

/** What a report says besides its lines, in every form for people. */
function words(report: Report, programme: Programme, options: SplitOptions): ReportWords {
  const { receipt, journeys, lines, suppressed = [], by = [] } = report;
  const leftOut = leftOutSentence(report.leftOut);
  return {
    facts: [
      `As at ${dateWords(receipt.asAt)}`,
      `${counted(journeys, "referral")}${suppressed.length === 0 ? "" : " in what is shown"}`,
      ...casesWords(options, programme),
      ...(by.length === 0 ? [] : [`by ${joined(by)}`]),
    ],
    notices: [...(leftOut === undefined ? [] : [leftOut]), ...openPeriodWords(report, options)],
    none: nothingAsked(programme),
    notes: [...notRecordedNotes(report, programme), ...lineNotes(lines), ...withheldWords(report, options)],
  };
}

/** That some lines are withheld, and why: not which of them are small, for that would narrow them down. */
function withheldWords({ suppressed = [], by }: Report, { suppressBelow }: SplitOptions): string[] {
  if (suppressed.length === 0) return [];
  const valuesOf = new Map<string, string[]>();
  for (const line of suppressed) {
    const values = valuesOf.get(line.requirement) ?? [];
    valuesOf.set(line.requirement, line.by === undefined ? values : [...values, valueWords(line)]);
  }
  const requirementsOf = new Map<string, string[]>();
  for (const [requirement, values] of valuesOf) {
    const of = joined(values) || (by === undefined ? "" : "values that are not named");
    requirementsOf.set(of, [...(requirementsOf.get(of) ?? []), requirement]);
  }
  return [
    `What fewer than ${suppressBelow} people or cases stand behind is withheld, and what would give it away: ${numbered(suppressed.length, "line")}.`,
    ...[...requirementsOf].map(
      ([of, requirements]) => `Withheld${of === "" ? "" : `, of ${of}`}: ${joined(requirements)}.`,
    ),
  ];
}

function text(report: Report, programme: Programme, options: SplitOptions, terminal: Terminal): string {
  const { receipt, lines, by = [] } = report;
  const { facts, none, notes } = words(report, programme, options);
  const head = `${receipt.programme} ${receipt.edition} ${facts.join(", ").replace(/^As/, "as")}`;
  const table = () =>
    by.length === 0 ? scorecardTable(lines, terminal) : splitScorecardTable(lines, by, terminal);
  const body = none === undefined ? table() : wrapped(none, terminal.columns);
  const parts = [
    styled(terminal, "bold", wrapped(head, terminal.columns)),
    ...leftOutLines(report, terminal),
    ...openPeriodWords(report, options).map((line) => wrapped(line, terminal.columns)),
    "",
    body,
    "",
    ...notes.map((note) => wrapped(note, terminal.columns)),
    problemCount(report),
  ];
  return `${parts.join("\n")}\n`;
}
