import { Command } from "commander";
import { conversionChart } from "../charts/index.js";
import { conversion } from "../cohorts/index.js";
import { intervalWords, people, percentWords, printed } from "./cohort-print.js";
import { type CohortOptions, readCohorts } from "./cohort-source.js";
import type { Terminal } from "./terminal.js";
import { dateWords } from "./words.js";

/** `cohorts conversion`: what share has converted by each age, with intervals. */
export function cohortsConversionCommand(terminal: Terminal): Command {
  return new Command("conversion")
    .description("What share has converted by the end of each month of age, from everybody, with intervals")
    .argument("<file>", "as for cohorts")
    .action(async (file: string, _options: object, command: Command) => {
      const options = command.optsWithGlobals<CohortOptions>();
      const { table, trouble } = await readCohorts(file, command, terminal);
      const found = conversion(table);
      const right = (heading: string) => ({ heading, align: "right" as const });
      const rows = found.kaplanMeier.map(({ time, atRisk, events, rate, interval }) => [
        `${time}`,
        people(atRisk),
        people(events),
        percentWords(rate),
        intervalWords(interval),
      ]);
      const given = {
        command: "cohorts conversion",
        result: found,
        title: `Conversion by month of age, as at ${dateWords(table.asAt)} (Kaplan–Meier)`,
        columns: [
          right("Age"),
          right("Not yet converted"),
          right("Then did"),
          right("Converted by its end"),
          right("95% interval"),
        ],
        rows,
        notes: ["Leavers stay in: only months that are not over yet are left out."],
        csv: {
          headings: ["age", "at_risk", "events", "rate", "lower", "upper"],
          rows: found.kaplanMeier.map(({ time, atRisk, events, rate, interval }) =>
            [time, atRisk, events, rate, interval?.lower ?? "", interval?.upper ?? ""].map(String),
          ),
        },
        chart: conversionChart(found),
        trouble,
      };
      terminal.print(printed(given, options.json === true ? "json" : options.format, terminal));
    });
}
