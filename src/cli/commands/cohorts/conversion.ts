import { Command } from "commander";
import { conversionChart } from "../../../charts/index.js";
import { conversion } from "../../../cohorts/index.js";
import { type CohortOptions, readCohorts } from "../../input/cohort-file.js";
import { type DestinationOptions, put } from "../../output/destination.js";
import { formatOf, printedResult, type ValueOptions } from "../../output/formats.js";
import type { Terminal } from "../../output/terminal.js";
import { rightColumn } from "../../output/text-table.js";
import { countWords, dateWords, intervalWords, percentWords } from "../../output/value-text.js";

/** `cohorts conversion`: what share has converted by each age, with intervals. */
export function cohortsConversionCommand(terminal: Terminal): Command {
  return new Command("conversion")
    .description("What share has converted by the end of each month of age, from everybody, with intervals")
    .argument("<files...>", "as for cohorts")
    .action(async (files: readonly string[], _options: object, command: Command) => {
      const options = command.optsWithGlobals<CohortOptions & ValueOptions & DestinationOptions>();
      const { table, trouble } = await readCohorts(files, command, terminal);
      const found = conversion(table);
      const rows = found.kaplanMeier.map(({ time, atRisk, events, rate, interval }) => [
        `${time}`,
        countWords(atRisk),
        countWords(events),
        percentWords(rate),
        intervalWords(interval),
      ]);
      const given = {
        command: "cohorts conversion",
        result: found,
        title: `Conversion by month of age, as at ${dateWords(table.asAt)} (Kaplan–Meier)`,
        columns: ["Age", "Not yet converted", "Then did", "Converted by its end", "95% interval"].map(
          rightColumn,
        ),
        rows,
        notes: ["Leavers stay in: only months that are not over yet are left out."],
        csv: {
          headings: ["age", "at_risk", "events", "rate", "lower", "upper"],
          rates: ["rate", "lower", "upper"],
          rows: found.kaplanMeier.map(({ time, atRisk, events, rate, interval }) => [
            time,
            atRisk,
            events,
            rate,
            interval?.lower,
            interval?.upper,
          ]),
        },
        chart: conversionChart(found),
        trouble,
      };
      await put(
        printedResult({ ...given, withValues: options.withValues }, formatOf(options), terminal),
        options,
        terminal,
      );
    });
}
