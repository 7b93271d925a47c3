import { Command } from "commander";
import { cohortForecastChart } from "../../../charts/index.js";
import { type CappedForecast, type Forecast, forecast } from "../../../cohorts/index.js";
import { defined } from "../../../defined.js";
import { numbered } from "../../../rules/index.js";
import { named, visible } from "../../../visible.js";
import { type CohortOptions, profileOf, readCohorts } from "../../input/cohort-file.js";
import { type LearningFlags, learningOf, wholeNumber, withLearning } from "../../input/command-options.js";
import { type DestinationOptions, put } from "../../output/destination.js";
import { formatOf, printedResult, type ValueOptions } from "../../output/formats.js";
import type { Terminal } from "../../output/terminal.js";
import { type Column, rightColumn } from "../../output/text-table.js";
import { countWords, dateWords, learnedWords, percentWords } from "../../output/value-text.js";

interface ForecastOptions extends CohortOptions, LearningFlags {
  readonly profile?: string;
  readonly seed: number;
  readonly runs: number;
  readonly shock: number;
  readonly passAt?: string;
}

/** `cohorts forecast`: where each cohort will end by what is learned, what other methods say, and how sure the whole is. */
export function cohortsForecastCommand(terminal: Terminal): Command {
  return withLearning(new Command("forecast"))
    .description(
      "How many of each cohort will have converted in the end, how sure that is, and what other methods say",
    )
    .argument("<files...>", "as for cohorts")
    .option("--profile <profile>", 'percentages ("0%,1%,3%"), or a .csv or .json file')
    .option("--pass-at <percent>", "the level to reach in the end; the level sought unless given")
    .option("--seed <number>", "fixes chance: the same seed, the same figures", wholeNumber, 1)
    .option("--runs <number>", "how many times chance is drawn", wholeNumber, 10_000)
    .option("--shock <number>", "what may hit everybody alike from now on, in log-odds", Number, 0)
    .action(async (files: readonly string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<ForecastOptions & ValueOptions & DestinationOptions>();
      const { table, exchange, programme, trouble } = await readCohorts(files, command, terminal);
      const { seed, runs, shock } = options;
      const passAt = options.passAt ?? exchange.sought ?? undefined;
      const found = forecast(table, await profileOf(options.profile, programme), {
        ...learningOf(options),
        uncertainty: defined({ seed, runs, shock, passAt }),
      });
      const given = {
        command: "cohorts forecast",
        result: found,
        title: `In the end, as at ${dateWords(table.asAt)}`,
        columns: columnsOf(table.by),
        rows: found.rows.map((row) => rowOf(row, table.by)),
        notes: notesOf(found, passAt),
        csv: csvOf(found),
        chart: cohortForecastChart(table, found),
        trouble,
      };
      await put(
        printedResult({ ...given, withValues: options.withValues }, formatOf(options), terminal),
        options,
        terminal,
      );
    });
}

function columnsOf(by: string | null): Column[] {
  return [
    "Cohort",
    ...(by === null ? [] : [{ heading: by, shrinks: true as const }]),
    ...[
      "Starts",
      "Age",
      "So far",
      "In the end",
      "Conditional",
      "Bornhuetter–F.",
      "Chain ladder",
      "Kaplan–Meier",
    ].map(rightColumn),
  ];
}

function rowOf(row: Forecast["rows"][number], by: string | null): string[] {
  return [
    row.month,
    ...(by === null ? [] : [named(row.group, "(none)")]),
    countWords(row.starts),
    row.age < 0 ? "–" : `${row.age}`,
    countWords(row.converted),
    countWords(row.learned, 1),
    countWords(row.conditional, 1),
    cappedWords(row.bornhuetterFerguson),
    cappedWords(row.chainLadder),
    countWords(row.kaplanMeier, 1),
  ];
}

/** A capped figure shows what it was cut from: `200 (433.3)`. */
function cappedWords(found: CappedForecast | null): string {
  if (found === null) return "–";
  return found.capped
    ? `${countWords(found.value)} (${countWords(found.uncapped, 1)})`
    : countWords(found.value, 1);
}

function notesOf(found: Forecast, passAt: string | undefined): string[] {
  const { starts, expected, rate, band, learned, assumed, remarks } = found;
  const { lower, median, upper, level, seed, runs, shock, pass } = band!;
  const percent = (count: number) => percentWords(starts === 0 ? null : count / starts, passAt);
  const { spread, cohortSpread, timingSpread, reportingLagMonths } = assumed;
  const lag =
    reportingLagMonths === 0
      ? ""
      : `; nothing is learned from the newest ${numbered(reportingLagMonths, "month")}`;
  const reaching =
    pass === undefined
      ? []
      : [
          `Chance of reaching ${passAt}: ${percentWords(pass.probability)}, give or take ${percentWords(pass.standardError)} for the drawing.`,
        ];
  return [
    `All together: ${countWords(expected, 1)} of ${countWords(starts)} in the end, ${percentWords(rate, passAt)}.`,
    learnedWords(learned),
    ...groupNotes(found),
    `${level} of draws lie from ${countWords(lower)} to ${countWords(upper)}, ${percent(lower)} to ${percent(upper)}; the middle one is ${countWords(median)}.`,
    ...reaching,
    ...remarks.map(({ message }) => message),
    `Drawn ${countWords(runs)} times from seed ${seed}${shock === 0 ? "" : `, with a shock of ${shock} to all alike from now on`}. Assumed, in log-odds: contracts ${spread} apart, their months ${cohortSpread}, their timing ${timingSpread}${lag}.`,
    "In the end is the one to quote; the columns after it are what other methods say. A figure in brackets is more people than there are, and was cut.",
  ];
}

function groupNotes({ learned: { byGroup = {} } }: Forecast): string[] {
  return Object.entries(byGroup).map(([group, own]) => `${visible(group)}: ${learnedWords(own)}`);
}

function csvOf({ rows }: Forecast) {
  return {
    headings:
      "month,group,starts,age,converted,expected,conditional,bornhuetter_ferguson,chain_ladder,kaplan_meier".split(
        ",",
      ),
    rows: rows.map((row) => [
      row.month,
      row.group,
      row.starts,
      row.age,
      row.converted,
      row.learned,
      row.conditional,
      row.bornhuetterFerguson.uncapped,
      row.chainLadder?.uncapped,
      row.kaplanMeier,
    ]),
  };
}
