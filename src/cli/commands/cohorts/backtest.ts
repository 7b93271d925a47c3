import { Command } from "commander";
import { backtestChart } from "../../../charts/index.js";
import { type Backtest, backtest } from "../../../cohorts/index.js";
import { defined } from "../../../defined.js";
import { numbered } from "../../../rules/index.js";
import { type CohortOptions, profileOf, readCohorts } from "../../input/cohort-file.js";
import { type LearningFlags, learningOf, wholeNumber, withLearning } from "../../input/command-options.js";
import { type DestinationOptions, put } from "../../output/destination.js";
import { formatOf, printedResult, type ValueOptions } from "../../output/formats.js";
import type { Terminal } from "../../output/terminal.js";
import { rightColumn } from "../../output/text-table.js";
import { countWords, dateWords, percentWords } from "../../output/value-text.js";

interface BacktestOptions extends CohortOptions, LearningFlags {
  readonly profile?: string;
  readonly seed: number;
  readonly runs: number;
}

/** `cohorts backtest`: what the forecast would have said at earlier month ends, and what happened. */
export function cohortsBacktestCommand(terminal: Terminal): Command {
  return withLearning(new Command("backtest"))
    .description("What the forecast would have said at the end of every earlier month, and what happened")
    .argument("<files...>", "as for cohorts")
    .option("--profile <profile>", 'percentages ("0%,1%,3%"), or a .csv or .json file')
    .option("--seed <number>", "fixes chance: the same seed, the same figures", wholeNumber, 1)
    .option("--runs <number>", "how many times chance is drawn", wholeNumber, 10_000)
    .action(async (files: readonly string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<BacktestOptions & ValueOptions & DestinationOptions>();
      const { table, programme, trouble } = await readCohorts(files, command, terminal);
      const { seed, runs } = options;
      const profile = await profileOf(options.profile, programme);
      const found = backtest(table, profile, { seed, runs, ...learningOf(options) });
      const given = {
        command: "cohorts backtest",
        result: found,
        title: `Forecasts of the outcomes by the end of ${found.until}, as they would have been made`,
        columns: ["Made at the end of", ...HEADINGS.map(rightColumn)],
        rows: found.rows.map(rowOf),
        notes: notesOf(found, runs, seed),
        csv: {
          headings: ["as_at", "horizon_months", "expected", "lower", "upper", "level", "actual"],
          rows: found.rows.map(({ asAt, horizonMonths, expected, lower, upper, level, actual }) => [
            ...[asAt, horizonMonths, expected, lower, upper, level, actual],
          ]),
        },
        chart: backtestChart(found),
        trouble,
      };
      await put(
        printedResult(
          { ...given, ...defined({ withValues: options.withValues }) },
          formatOf(options),
          terminal,
        ),
        options,
        terminal,
      );
    });
}

const HEADINGS = ["Months ahead", "Expected", "Band", "Happened", "In the band"];

function rowOf({ asAt, horizonMonths, expected, lower, upper, actual }: Backtest["rows"][number]): string[] {
  return [
    dateWords(asAt),
    countWords(horizonMonths),
    countWords(expected, 1),
    `${countWords(lower)}–${countWords(upper)}`,
    countWords(actual),
    lower <= actual && actual <= upper ? "yes" : "no",
  ];
}

function notesOf(
  { rows, error, absoluteError, held, reliability }: Backtest,
  runs: number,
  seed: number,
): string[] {
  if (error === null || absoluteError === null)
    return ["The table has no earlier month to make a forecast at."];
  const [{ level } = { level: "" }] = rows;
  const side = error > 0 ? "above" : "below";
  const stated = reliability
    .filter(({ came }) => came.of > 0)
    .map(
      ({ stated, came }) =>
        `${percentWords(stated)} on average, ${countWords(came.count)} of ${countWords(came.of)} came true`,
    );
  return [
    `Of ${numbered(held.of, "band")} that are ${level} sure ${countWords(held.count)} held what happened. All of them share what befell this one contract, so that they are right or wrong together.`,
    `Forecasts were ${countWords(Math.abs(error), 1)} people ${side} what happened on average, and ${countWords(absoluteError, 1)} away from it.`,
    `Chances stated of reaching 90%, 100% and 110% of what the profile expects: ${stated.join("; ")}.`,
    `Drawn ${countWords(runs)} times from seed ${seed}. Only those who had started when a forecast was made are counted.`,
  ];
}
