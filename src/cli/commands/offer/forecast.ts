import { Command } from "commander";
import type { PerformanceBasis } from "../../../cohorts/index.js";
import { defined } from "../../../defined.js";
import { numbered } from "../../../rules/index.js";
import {
  forecastOffer,
  type LevelForecast,
  type MissingValue,
  type OfferForecast,
} from "../../../tender/index.js";
import { wholeNumber } from "../../input/command-options.js";
import { type OfferFileOptions, readOffer } from "../../input/offer-file.js";
import { jsonText } from "../../output/formats.js";
import { headed, listed, ProgressBar, styled, type Terminal, wrapped } from "../../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../../output/text-table.js";
import { amountWords, countWords, percentWords } from "../../output/value-text.js";

interface ForecastFlags extends OfferFileOptions {
  readonly runs: number;
  readonly seed: number;
  readonly basis: PerformanceBasis;
  readonly asAt?: string;
  readonly monthly?: true;
}

/** `offer forecast`: referrals, starts, outcomes and income, and how likely each level is to be met. */
export function offerForecastCommand(terminal: Terminal): Command {
  return new Command("forecast")
    .description("Referrals, starts, outcomes and income, and how likely each level is to be met")
    .argument("<file>", "an offer written in JSON")
    .option("--programme <name>", "the programme bid for; the file's `base` unless given")
    .option("--runs <number>", "how often chance is drawn", wholeNumber, 10_000)
    .option("--seed <number>", "what fixes chance", wholeNumber, 1)
    .option("--basis <basis>", "profile-flow, maturing-cohort or naive-flow", "profile-flow")
    .option("--as-at <date>", "stop with the last month that is over by this date")
    .option("--monthly", "every month instead of every quarter")
    .option("--json", "print JSON instead of text")
    .action((file: string, options: ForecastFlags) => {
      const { offer } = readOffer(file, options);
      const progress = new ProgressBar(terminal);
      const { runs, seed, basis, asAt } = options;
      const asked = defined({ runs, seed, bases: [basis], onProgress: progress.update, asAt });
      const forecast = forecastOffer(offer, asked);
      progress.clear();
      if (options.json) terminal.print(jsonText("offer forecast", forecast));
      else terminal.print(`${forecastText(forecast, options.monthly === true, terminal)}\n`);
    });
}

function forecastText(forecast: OfferForecast, isMonthly: boolean, terminal: Terminal): string {
  const { offer, runs, seed, shock } = forecast;
  const drawn =
    runs === 0 ? "nothing drawn" : `${countWords(runs)} runs, seed ${seed}, common shock ${shock}`;
  const head = headed(terminal, offer.title, `A variation of ${offer.programme} ${offer.edition} · ${drawn}`);
  const levels = [...new Set(forecast.levels.map(({ level }) => level))];
  return [
    ...head,
    ...inAll(forecast, terminal),
    ...levels.flatMap((level) => levelText(forecast, level, isMonthly, terminal)),
    ...missingLines(forecast, terminal),
    "",
    wrapped(
      "Expected values are means of the plan; what is assumed in the plan is assumed here.",
      terminal.columns,
    ),
  ].join("\n");
}

function inAll({ months, bands }: OfferForecast, terminal: Terminal): string[] {
  const measures = [...new Set(months.map(({ measure }) => measure))];
  if (measures.length === 0) return [];
  const last = months.at(-1)!.month;
  const rows = measures.map((measure) => {
    const sum = months.find((row) => row.month === last && row.measure === measure && row.group === null)!;
    const ends = ["80%", "95%"].map((band) => {
      const found = bands.find(
        (row) => row.month === last && row.measure === measure && row.of === "to-date" && row.band === band,
      );
      return found === undefined
        ? ""
        : `${amountWords(measure, found.lower)} to ${amountWords(measure, found.upper)}`;
    });
    return [measure, amountWords(measure, sum.toDate), ...ends];
  });
  const columns: Column[] = [
    `By the end of ${last}`,
    ...["Expected", "80% of futures", "95% of futures"].map(rightColumn),
  ];
  return ["", tableOrList(columns, rows, terminal.columns)];
}

function levelText(
  { levels, levelBands, runs }: OfferForecast,
  level: string,
  isMonthly: boolean,
  terminal: Terminal,
): string[] {
  const own = levels.filter((row) => row.level === level);
  const since = own.filter(({ window, rate }) => window === "since-day-one" && rate !== null);
  const shown = since.filter(
    ({ month }, at) => isMonthly || /-(03|06|09|12)$/.test(month) || at === since.length - 1,
  );
  if (shown.length === 0) return [];
  const bands = levelBands.filter(
    (each) => each.level === level && each.window === "since-day-one" && each.band === "80%",
  );
  const { target, basis } = since[0]!;
  const percent = (rate: number | null) => percentWords(rate, target);
  const rows = shown.map((row) => {
    const { month, rate } = row;
    const band = bands.find((each) => each.month === month);
    const year = own.find((each) => each.month === month && each.window === "rolling-12");
    return [
      month,
      percent(rate),
      band === undefined ? "" : `${percent(band.lower)} to ${percent(band.upper)}`,
      chanceWords(row, runs),
      year === undefined ? "" : percent(year.rate),
      chanceWords(year, runs),
    ];
  });
  const columns: Column[] = [
    "Month",
    rightColumn("Since day one"),
    { ...rightColumn("80% of futures"), optional: true },
    rightColumn("Chance of meeting it"),
    { ...rightColumn("Last 12 months"), optional: true },
    { ...rightColumn("Chance"), optional: true },
  ];
  return [
    "",
    styled(terminal, "bold", `${level}: at least ${target}, on the basis ${basis}`),
    tableOrList(columns, rows, terminal.columns),
  ];
}

/** So many runs give a standard error worth printing. */
const ENOUGH_RUNS = 100;

/** Probability with its standard error, `61.4% ±0.5`; of a few runs of those asked for, how many: `66.7% of 3 runs`. */
function chanceWords(row: LevelForecast | undefined, runs: number): string {
  if (row === undefined || row.probability === null) return "";
  const [counted, rate] = [row.runsCounted!, percentWords(row.probability)];
  if (counted < Math.min(ENOUGH_RUNS, runs)) return `${rate} of ${numbered(counted, "run")}`;
  return `${rate} ±${(row.standardError! * 100).toFixed(1)}`;
}

/** What an offer does not say, and what cannot be told for want of it; empty when nothing is missing. */
function missingLines({ missing, undetermined }: OfferForecast, terminal: Terminal): string[] {
  const values = missing.map((value) => wrapped(missingWords(value), terminal.columns, listed));
  const levels = undetermined.map(({ level, title, basis, missing: lacks }) =>
    wrapped(`${level}, ${title} (${basis}): needs ${lacks.join(", ")}`, terminal.columns, listed),
  );
  const under = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", styled(terminal, "yellow", heading), ...lines];
  return [
    ...under("Values the offer does not have:", values),
    ...under("Undetermined for want of them:", levels),
  ];
}

function missingWords({ address, open, neededFor }: MissingValue): string {
  return `${address}: ${open.replaceAll("-", " ")}, needed for ${neededFor === "level" ? "its level" : neededFor}`;
}
