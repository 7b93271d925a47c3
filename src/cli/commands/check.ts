import type { Command } from "commander";
import {
  leftOutSentence,
  type Report,
  ReportBuilder,
  type ReportLine,
  WORST_LINES_FIRST,
} from "../../compliance/index.js";
import { defined } from "../../defined.js";
import { countsByVerdict } from "../../explanation/index.js";
import { ProblemList } from "../../journey/index.js";
import { isScored, joined, numbered, type Programme, readingSets } from "../../rules/index.js";
import { eachJourney, openCaseload, withFile } from "../input/caseload-file.js";
import {
  CONTRACT_LOG,
  chosen,
  commandAgain,
  type FileCommandOptions,
  fileCommand,
  fileWords,
  REFERRALS,
} from "../input/command-options.js";
import { readContractLog } from "../input/json-file.js";
import { checkEnd, NOTHING_IN_FORCE } from "../output/check-end.js";
import { type DestinationOptions, put } from "../output/destination.js";
import { formatOf, jsonPieces, type ValueOptions, WITH_VALUES, withFormat } from "../output/formats.js";
import { CheckViews, type CheckWords } from "../output/page/check-page.js";
import { chartDrawer } from "../output/page/drawn-chart.js";
import {
  leftOutLines,
  nothingAsked,
  notRecordedNotes,
  PRECEDENCE,
  problemLines,
  rulesWords,
} from "../output/remarks.js";
import { scorecardTable } from "../output/scorecard-table.js";
import { headed, type Terminal, wrapped } from "../output/terminal.js";
import { dateWords } from "../output/value-text.js";

const FORMATS = ["text", "json", "html"] as const;

interface CheckOptions extends FileCommandOptions, ValueOptions, DestinationOptions {
  readonly format: (typeof FORMATS)[number];
  readonly allProblems?: true;
  readonly contractLog?: string;
  readonly strict?: true;
}

/** `check`: a caseload against a programme, one row per requirement. */
export function checkCommand(terminal: Terminal, exit: (code: number) => void): Command {
  const command = fileCommand(
    "check",
    "Assess a file of referrals and print a scorecard, one row per requirement",
    terminal,
  );
  return withFormat(command, FORMATS)
    .argument(...REFERRALS)
    .option(...CONTRACT_LOG)
    .option(...WITH_VALUES)
    .option("--all-problems", "list every problem in the data, not only the first ten")
    .option("--strict", "end with 3 when nothing failed, but not everything could be judged")
    .addHelpText(
      "after",
      `
Exit codes:
  0  judged, and no line is not met
  1  a line is not met
  2  the input cannot be used, or nothing could be judged
  3  with --strict: no line is not met, but one is undetermined or something is left out

Examples:
  programme-rules check --programme whp-jets --as-at 2021-06-30 referrals.csv
  programme-rules check --as-at 2021-06-30 --events contacts.csv referrals.csv --json
  programme-rules check --reading backlog-test=any-work-undone referrals.csv
  programme-rules check --as-at 2021-06-30 --format html referrals.csv > scorecard.html`,
    )
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { programme, asAt } = chosen(options);
      const contractLog = readContractLog(options.contractLog);
      const data = new ProblemList(options.allProblems === true ? Number.POSITIVE_INFINITY : undefined);
      const logged = { ...asAt, ...defined({ contractLog }) };
      const builder = new ReportBuilder(programme, { ...logged, onProblem: data.add });
      const caseload = await openCaseload(files, options, programme, terminal, data);
      const format = formatOf(options);
      const views = format === "html" ? new CheckViews(programme, logged) : undefined;
      await eachJourney(caseload, (journey) => {
        builder.add(journey);
        views?.add(journey);
      });
      const report = withFile(builder.result(), caseload, data);
      const shown = async () => {
        if (format === "json") return jsonPieces("check", report, options);
        if (views === undefined) return scorecard(report, programme, files, options, terminal);
        return await views.page(report, words(report, programme, files, options), await chartDrawer());
      };
      await put(await shown(), options, terminal);
      const { code, why } = checkEnd(report, programme, fileWords(files), options.strict === true);
      if (why !== undefined) terminal.note(`${wrapped(why, terminal.columns)}\n`);
      exit(code);
    });
}

/** The scorecard in sentences, those that its text has. */
function words(
  report: Report,
  programme: Programme,
  files: readonly string[],
  options: CheckOptions,
): CheckWords {
  const { lines } = report;
  const leftOut = leftOutSentence(report.leftOut);
  return {
    facts: factsOf(report, files),
    notices: leftOut === undefined ? [] : [leftOut],
    summary: lines.length === 0 ? (nothingAsked(programme) ?? NOTHING_IN_FORCE) : summary(lines),
    notes: notesOf(report, programme),
    foot: footer(report, programme),
    more: `To see one of them, by its id: \`${commandAgain(["explain", "ID"], files, options)}\``,
  };
}

/** As at when, of how many, out of which files. */
function factsOf({ receipt, journeys }: Report, files: readonly string[]): string[] {
  return [`As at ${dateWords(receipt.asAt)}`, numbered(journeys, "referral"), fileWords(files)];
}

/** What is to be said below the lines. */
function notesOf(report: Report, programme: Programme): string[] {
  const { lines } = report;
  return [
    ...notRecordedNotes(report, programme),
    ...unscored(lines, programme),
    ...unlogged(lines, programme),
  ];
}

/** The scorecard as text, wide where the terminal is, else two lines a requirement. */
function scorecard(
  report: Report,
  programme: Programme,
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): string {
  const { lines } = report;
  const head = headed(terminal, programme.title, factsOf(report, files).join(" · "));
  const fitted = (text: string) =>
    text
      .split("\n")
      .map((each) => wrapped(each, terminal.columns))
      .join("\n");
  const parts = [
    [...head, ...leftOutLines(report, terminal)].join("\n"),
    ...(lines.length === 0
      ? [fitted(nothingAsked(programme) ?? NOTHING_IN_FORCE)]
      : [
          scorecardTable(lines, terminal),
          fitted([summary(lines), ...notesOf(report, programme)].join("\n")),
        ]),
    problemLines(report, options.allProblems === true, terminal),
    fitted(`${footer(report, programme)}\n${PRECEDENCE}`),
    ...(lines.length === 0 ? [] : [nextSteps(lines, files, options, terminal)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function summary(lines: readonly ReportLine[]): string {
  return `${numbered(lines.length, "requirement")}: ${countsByVerdict(lines, WORST_LINES_FIRST).join(", ")}.`;
}

/** Why a line has no verdict, and which points of interpretation would give it one. */
function unscored(lines: readonly ReportLine[], programme: Programme): string[] {
  return lines.flatMap(({ requirement, target }) => {
    if (isScored(target)) return [];
    const readings = programme.readings
      .filter((reading) => readingSets(reading).includes(`${requirement}.target`))
      .map(({ id }) => id);
    const unless = readings.length === 0 ? "" : ` (point of interpretation: ${joined(readings)})`;
    return [`${requirement}: ${target.notScored}${unless}.`];
  });
}

/** What to run next on the same files, each a command to copy. */
function nextSteps(
  lines: readonly ReportLine[],
  files: readonly string[],
  options: FileCommandOptions,
  terminal: Terminal,
): string {
  const [missed] = lines.flatMap(({ verdict, misses = [] }) => (verdict === "not-met" ? misses : []));
  const step = (what: string, ...words: readonly string[]) => [
    `  ${what}:`,
    toCopy(commandAgain(words, files, options), terminal),
  ];
  return [
    "Next:",
    ...(missed === undefined ? [] : step(`what ${missed} did not meet, and why`, "explain", missed)),
    ...step("what is overdue, or due soon", "due"),
    ...step("what depends on interpretation", "readings"),
  ].join("\n");
}

/** A command that is wider than the terminal goes on behind a backslash, so that it can still be copied. */
function toCopy(command: string, { columns }: Terminal): string {
  return wrapped(command, columns - 2, { first: "    ", rest: "      " }).replaceAll("\n", " \\\n");
}

/** The contract's own duties, of which nothing is known without its log. */
function unlogged(lines: readonly ReportLine[], { standards }: Programme): string[] {
  const stages = new Map(standards.map(({ id, stage }) => [id, stage]));
  const unknown = lines.filter(
    ({ standard, verdict, counted }) =>
      stages.get(standard) === "contract" && verdict === "undetermined" && counted === 0,
  );
  if (unknown.length === 0) return [];
  const names = joined(unknown.map(({ requirement }) => requirement));
  return [`${names}: duties of the contract itself; --contract-log <file> has them judged.`];
}

function footer(report: Report, programme: Programme): string {
  const chosenReadings = Object.entries(programme.chosen ?? {}).map(([id, answer]) => `${id}=${answer}`);
  const readings =
    chosenReadings.length === 0
      ? `${numbered(programme.readings.length, "point")} of interpretation: default answers used (see \`programme-rules readings\`).`
      : `Readings chosen: ${chosenReadings.join(", ")}; default answers for the other ${programme.readings.length}.`;
  return `${readings}\n${rulesWords(report)}`;
}
