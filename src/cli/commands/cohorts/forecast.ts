import { Command } from "commander";
import { cohortForecastChart } from "../../../charts/index.js";
import { type CappedForecast, type Forecast, forecast } from "../../../cohorts/index.js";
import { defined } from "../../../defined.js";
import { named } from "../../../visible.js";
import { type CohortOptions, profileOf, readCohorts } from "../../input/cohort-file.js";
import { wholeNumber } from "../../input/command-options.js";
import { type DestinationOptions, put } from "../../output/destination.js";
import { formatOf, printedResult, type ValueOptions } from "../../output/formats.js";
import type { Terminal } from "../../output/terminal.js";
import { type Column, rightColumn } from "../../output/text-table.js";
import { countWords, dateWords, percentWords } from "../../output/value-text.js";

interface ForecastOptions extends CohortOptions {
  readonly profile?: string;
  readonly prior?: string;
  readonly seed: number;
  readonly runs: number;
  readonly shock: number;
  readonly priorPeople?: number;
  readonly passAt?: string;
}

/** `cohorts forecast`: where each cohort will end by four methods, and how sure the whole is. */
export function cohortsForecastCommand(terminal: Terminal): Command {
  return new Command("forecast")
    .description(
      "How many of each cohort will have converted in the end, by four methods, and how sure that is",
    )
    .argument("<files...>", "as for cohorts")
    .option("--profile <profile>", 'percentages ("0%,1%,3%"), or a .csv or .json file')
    .option(
      "--prior <percent>",
      "the conversion expected in the end; what the profile ends with unless given",
    )
    .option("--pass-at <percent>", "the level to reach in the end; the level sought unless given")
    .option("--seed <number>", "fixes chance: the same seed, the same figures", wholeNumber, 1)
    .option("--runs <number>", "how many times chance is drawn", wholeNumber, 10_000)
    .option("--shock <number>", "what hits all cohorts alike, in log-odds", Number, 0.2)
    .option("--prior-people <number>", "how many people's worth of evidence the prior is", Number)
    .action(async (files: readonly string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<ForecastOptions & ValueOptions & DestinationOptions>();
      const { table, exchange, programme, trouble } = await readCohorts(files, command, terminal);
      const { seed, runs, shock, priorPeople } = options;
      const passAt = options.passAt ?? exchange.sought ?? undefined;
      const found = forecast(table, await profileOf(options.profile, programme), {
        ...defined({ prior: options.prior }),
        uncertainty: defined({ seed, runs, shock, priorPeople, passAt }),
      });
      const given = {
        command: "cohorts forecast",
        result: found,
        title: `In the end, by four methods, as at ${dateWords(table.asAt)}`,
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
    ...["Starts", "Age", "So far", "Conditional", "Bornhuetter–F.", "Chain ladder", "Kaplan–Meier"].map(
      rightColumn,
    ),
  ];
}

function rowOf(row: Forecast["rows"][number], by: string | null): string[] {
  return [
    row.month,
    ...(by === null ? [] : [named(row.group, "(none)")]),
    countWords(row.starts),
    row.age < 0 ? "–" : `${row.age}`,
    countWords(row.converted),
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

function notesOf({ starts, conditional, rate, band }: Forecast, passAt: string | undefined): string[] {
  const { lower, median, upper, level, seed, runs, shock, priorPeople, pass } = band!;
  const percent = (count: number) => percentWords(starts === 0 ? null : count / starts, passAt);
  const prior = priorPeople === null ? "the prior taken as known" : `a prior worth ${priorPeople} people`;
  const reaching =
    pass === undefined
      ? []
      : [
          `Chance of reaching ${passAt}: ${percentWords(pass.probability)}, give or take ${percentWords(pass.standardError)} for the drawing.`,
        ];
  return [
    `All together (conditional): ${countWords(conditional, 1)} of ${countWords(starts)} in the end, ${percentWords(rate, passAt)}.`,
    `${level} of draws lie from ${countWords(lower)} to ${countWords(upper)}, ${percent(lower)} to ${percent(upper)}; the middle one is ${countWords(median)}.`,
    ...reaching,
    `Drawn ${countWords(runs)} times from seed ${seed}, with a shock of ${shock} common to all cohorts, ${prior}.`,
    "Conditional is the one to quote. A figure in brackets is more people than there are, and was cut.",
  ];
}

function csvOf({ rows }: Forecast) {
  return {
    headings:
      "month,group,starts,age,converted,conditional,bornhuetter_ferguson,chain_ladder,kaplan_meier".split(
        ",",
      ),
    rows: rows.map((row) => [
      row.month,
      row.group,
      row.starts,
      row.age,
      row.converted,
      row.conditional,
      row.bornhuetterFerguson.uncapped,
      row.chainLadder?.uncapped,
      row.kaplanMeier,
    ]),
  };
}
