import type { Command } from "commander";
import { triangleChart } from "../../charts/index.js";
import { type CohortTable, cohortCells, conversion, exchangeRows } from "../../cohorts/index.js";
import { named } from "../../visible.js";
import { type CohortOptions, type CohortSource, readCohorts } from "../input/cohort-file.js";
import { fileCommand } from "../input/command-options.js";
import { type DestinationOptions, type Printable, put } from "../output/destination.js";
import {
  csv,
  formatOf,
  printedResult,
  type ValueOptions,
  WITH_VALUES,
  withFormats,
} from "../output/formats.js";
import type { Terminal } from "../output/terminal.js";
import { type Column, rightColumn, table } from "../output/text-table.js";
import { countWords, dateWords, intervalWords, percentWords } from "../output/value-text.js";
import { cohortsBacktestCommand } from "./cohorts/backtest.js";
import { cohortsCompareCommand } from "./cohorts/compare.js";
import { cohortsConversionCommand } from "./cohorts/conversion.js";
import { cohortsForecastCommand } from "./cohorts/forecast.js";
import { cohortsProvidersCommand } from "./cohorts/providers.js";

interface TableOptions extends Omit<CohortOptions, "format">, ValueOptions, DestinationOptions {
  readonly rates?: true;
  readonly format: CohortOptions["format"] | "exchange";
}

/** `cohorts`: the triangle of a caseload or of counts; below it what is made of the triangle. */
export function cohortsCommand(terminal: Terminal): Command {
  const command = fileCommand(
    "cohorts",
    "People by the month they started, and how many have converted since",
    terminal,
  );
  withFormats(command, ["chart", "exchange"])
    .argument(
      "[files...]",
      "CSV or .xlsx: one row per cohort (month, starts, converted_0 …), or referrals as for check; or an exchange in JSON",
    )
    .option("--outcome <id>", "which outcome, when the programme has several")
    .option("--by <attribute>", "provider, site, area, contractor or group")
    .option(...WITH_VALUES)
    .option("--rates", "percentages of the starts instead of people")
    .addHelpText(
      "after",
      `
A chart is a Vega-Lite specification in JSON. An exchange is CSV that anybody can compare.

Examples:
  programme-rules cohorts --as-at 2021-10-31 counts.csv
  programme-rules cohorts --as-at 2021-10-31 --format exchange referrals.csv > cohorts.csv
  programme-rules cohorts compare --profile profile.csv --as-at 2021-10-31 counts.csv
  programme-rules cohorts forecast --profile profile.csv --as-at 2021-10-31 counts.csv
  programme-rules cohorts backtest --profile profile.csv --as-at 2021-10-31 counts.csv
  programme-rules cohorts providers --as-at 2021-10-31 counts.csv`,
    )
    .action(async (files: readonly string[], options: TableOptions, command: Command) => {
      if (files.length === 0) return void command.help();
      const source = await readCohorts(files, command, terminal);
      const shown =
        options.format === "exchange" ? exchangeCsv(source) : tableText(source, options, terminal);
      await put(shown, options, terminal);
    })
    .addCommand(cohortsConversionCommand(terminal))
    .addCommand(cohortsCompareCommand(terminal))
    .addCommand(cohortsForecastCommand(terminal))
    .addCommand(cohortsBacktestCommand(terminal))
    .addCommand(cohortsProvidersCommand(terminal));
  for (const each of command.commands) each.addHelpText("after", INHERITED);
  return command;
}

const INHERITED = `
Also the options of programme-rules cohorts: --as-at, --by, --outcome, --programme, --format, --json …`;

function exchangeCsv({ exchange }: CohortSource): string {
  const rows = exchangeRows(exchange);
  const headings = Object.keys(rows[0] ?? {});
  return csv(
    headings,
    rows.map((row) => headings.map((heading) => row[heading]!)),
  );
}

function tableText(
  { table: cohorts, trouble }: CohortSource,
  options: TableOptions,
  terminal: Terminal,
): Printable {
  const isText = options.format === "text";
  const width = isText ? terminal.columns : Number.POSITIVE_INFINITY;
  const { columns, rows, name } = triangleOf(cohorts, options.rates === true, width);
  const given = {
    command: "cohorts",
    result: { ...cohorts, conversion: conversion(cohorts) },
    title: titleOf(cohorts),
    columns,
    rows,
    notes: [
      ...(isText && name !== "" ? [`Every ${name} age and the last; --format csv has all of them.`] : []),
      ...conversionNotes(cohorts),
    ],
    csv: cellsAsCsv(cohorts),
    chart: triangleChart(cohorts),
    trouble,
    withValues: options.withValues,
  };
  const format = options.format === "exchange" ? "csv" : options.format;
  return printedResult(given, formatOf({ ...options, format }), terminal);
}

function titleOf({ rows, asAt, window }: CohortTable): string {
  const sum = (pick: (row: CohortTable["rows"][number]) => number) =>
    countWords(rows.reduce((total, row) => total + pick(row), 0));
  return `As at ${dateWords(asAt)}: ${sum(({ starts }) => starts)} starts, ${sum(({ outcomes }) => outcomes)} converted; an outcome counts within ${window.days} days`;
}

const STEPS = [
  [1, ""],
  [2, "second"],
  [3, "third"],
  [4, "fourth"],
  [6, "sixth"],
  [12, "twelfth"],
] as const;

/** The triangle, of as many ages as fit: every one, every second … and always the last. */
function triangleOf(cohorts: CohortTable, isRates: boolean, width: number) {
  const tried = STEPS.map(([step, name]) => ({ ...agesShown(cohorts, isRates, step), name }));
  return tried.find(({ columns, rows }) => table(columns, rows, width) !== undefined) ?? tried.at(-1)!;
}

function agesShown(table: CohortTable, isRates: boolean, step: number) {
  const ages = Array.from({ length: table.lastAge + 1 }, (_, age) => age).filter(
    (age) => age % step === 0 || age === table.lastAge,
  );
  const columns: Column[] = [
    "Cohort",
    ...(table.by === null ? [] : [{ heading: table.by, shrinks: true as const }]),
    rightColumn("Starts"),
    ...ages.map((age) => rightColumn(age === 0 ? "Age 0" : `${age}`)),
  ];
  const rows = table.rows.map(({ month, group, starts, converted }) => [
    month,
    ...(table.by === null ? [] : [named(group, "(none)")]),
    countWords(starts),
    ...ages.map((age) => {
      const count = converted[age] ?? null;
      if (count === null) return "·";
      return isRates ? percentWords(starts === 0 ? null : count / starts) : countWords(count);
    }),
  ]);
  return { columns, rows };
}

function conversionNotes(table: CohortTable): string[] {
  const { mature, kaplanMeier } = conversion(table);
  const last = kaplanMeier.at(-1);
  const { count, of } = mature.share;
  const ofMature =
    of === 0
      ? "Mature conversion: nobody's window is over yet."
      : `Mature conversion, of those whose whole window is over: ${countWords(count)} of ${countWords(of)}, ${percentWords(count / of)} (95% interval ${intervalWords(mature.interval)}).`;
  const ofAll =
    last === undefined
      ? []
      : [
          `By the end of age ${last.time}, from everybody (Kaplan–Meier): ${percentWords(last.rate)} (95% interval ${intervalWords(last.interval)}).`,
        ];
  return ["· is not over yet.", ofMature, ...ofAll, ...untold(table), ...unplacedNote(table)];
}

function unplacedNote({ unplaced: { notStarted, undetermined, notApplicable } }: CohortTable): string[] {
  const parts = [
    [notStarted, "not started"],
    [undetermined, "whose records cannot be read"],
    [notApplicable, "for whom there is no outcome"],
  ] as const;
  const said = parts.filter(([count]) => count !== 0).map(([count, who]) => `${count} ${who}`);
  return said.length === 0 ? [] : [`In no cohort: ${said.join(", ")}.`];
}

/** Those who started and may have converted: the table has them as not converted. */
function untold({ rows }: CohortTable): string[] {
  const count = rows.reduce((sum, { undetermined }) => sum + undetermined, 0);
  if (count === 0) return [];
  const [who, they] = count === 1 ? ["person", "that person"] : ["people", "they"];
  return [
    `For ${countWords(count)} ${who} among the starts the records do not say; ${they} may have converted.`,
  ];
}

function cellsAsCsv(table: CohortTable) {
  const headings = ["month", "group", "starts", "age", "ends_in", "converted", "added", "rate"];
  const rows = cohortCells(table).map(({ month, group, starts, age, endsIn, converted, added, rate }) => [
    month,
    group,
    starts,
    age,
    endsIn,
    converted,
    added,
    rate,
  ]);
  return { headings, rows, rates: ["rate"] };
}
