import { Command, Option } from "commander";
import { profileChart } from "../../../charts/index.js";
import {
  type CohortTable,
  type ConversionProfile,
  compareWithProfile,
  PERFORMANCE_BASES,
  type PerformanceBasis,
  type PerformanceOptions,
  type ProfileComparison,
  type ProfileComparisonOptions,
  performanceOver,
  type WindowPerformance,
} from "../../../cohorts/index.js";
import { defined } from "../../../defined.js";
import { type CohortOptions, profileOf, readCohorts } from "../../input/cohort-file.js";
import { type LearningFlags, learningOf, withLearning } from "../../input/command-options.js";
import { type DestinationOptions, put } from "../../output/destination.js";
import { formatOf, type PrintableResult, printedResult, type ValueOptions } from "../../output/formats.js";
import type { Terminal } from "../../output/terminal.js";
import { type Column, rightColumn } from "../../output/text-table.js";
import {
  countWords,
  dateWords,
  indexWords,
  learnedWords,
  levelWords,
  percentWords,
} from "../../output/value-text.js";

interface CompareOptions extends CohortOptions, LearningFlags {
  readonly profile?: string;
  readonly basis: PerformanceBasis;
  readonly month?: string;
  readonly level?: string;
}

/** `cohorts compare`: the contract on its profile, and performance over the four windows. */
export function cohortsCompareCommand(terminal: Terminal): Command {
  return withLearning(new Command("compare"))
    .description("Against the profile: in the month, over 3 and 12 months, and since day one")
    .argument("<files...>", "as for cohorts")
    .option("--profile <profile>", 'percentages ("0%,1%,3%"), or a .csv or .json file')
    .addOption(
      new Option("--basis <basis>", "what performance in a window means")
        .choices(PERFORMANCE_BASES)
        .default("profile-flow"),
    )
    .option("--month <month>", "a month that is over; the last one unless given")
    .option("--level <percent>", "the level; what the profile ends with unless given")
    .action(async (files: readonly string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<CompareOptions & ValueOptions & DestinationOptions>();
      const { table, programme, trouble } = await readCohorts(files, command, terminal);
      const profile = await profileOf(options.profile, programme);
      const { month, level, basis } = options;
      const asked = defined({ month, level, basis });
      const given = printableOf(table, profile, { ...asked, ...learningOf(options) }, trouble);
      await put(
        printedResult({ ...given, withValues: options.withValues }, formatOf(options), terminal),
        options,
        terminal,
      );
    });
}

function printableOf(
  table: CohortTable,
  profile: ConversionProfile,
  { month, level, basis, ...learning }: PerformanceOptions & ProfileComparisonOptions,
  trouble: PrintableResult["trouble"],
): PrintableResult {
  const asked = defined({ month, level });
  const comparison = compareWithProfile(table, profile, { ...asked, ...learning });
  const performance = performanceOver(table, profile, { ...asked, ...defined({ basis }) });
  return {
    command: "cohorts compare",
    result: { comparison, performance },
    title: `At the end of ${comparison.month}, as at ${dateWords(table.asAt)}, on the basis ${performance.basis}`,
    columns: COLUMNS,
    rows: performance.windows.map((window) => windowRow(window, levelWords(performance.level))),
    warning: performance.warning,
    notes: notesOf(comparison, performance.basis),
    csv: { headings: FIELDS, rows: performance.windows.map(fieldsOf), rates: ["rate"] },
    chart: profileChart(table, profile),
    trouble,
  };
}

const FIELDS = ["window", "from", "until", "outcomes", "expected", "starts", "rate", "index"];

function fieldsOf(window: WindowPerformance) {
  const { from, until, actual, expected, starts, share, rate, index } = window;
  return [window.window, from, until, actual, expected, starts ?? share?.of, rate, index];
}

const COLUMNS: readonly Column[] = [
  "Window",
  "Months",
  ...["Outcomes", "Expected", "Starts", "Rate", "Index"].map(rightColumn),
];

function windowRow(window: WindowPerformance, level: string): string[] {
  const { from, until, actual, expected, starts, share, rate, index } = window;
  return [
    window.window.replaceAll("-", " "),
    from === until ? from : `${from} to ${until}`,
    countWords(actual),
    expected === undefined ? "" : countWords(expected, 1),
    countWords(starts ?? share?.of ?? null).replace("–", ""),
    percentWords(rate, level),
    indexWords(index),
  ];
}

function notesOf(comparison: ProfileComparison, basis: string): string[] {
  const { actual, expected, index, level, implied, learned } = comparison;
  const levelText = levelWords(level);
  const whole =
    index === null
      ? "The profile expects nobody yet."
      : `Against the profile: ${countWords(actual)} converted where it expects ${countWords(expected, 1)} by now, a naive index of ${indexWords(index)}; 1.000 is on profile.`;
  const ahead = `${learnedWords(learned)} That is ${percentWords(implied, levelText)}, against a level of ${levelText}.`;
  const rate =
    basis === "profile-flow"
      ? ["Rate is the level times the index of that window alone: what happened in it, and no forecast."]
      : [];
  return [whole, ahead, ...rate];
}
