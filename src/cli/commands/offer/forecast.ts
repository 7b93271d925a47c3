import { Command } from "commander";
import type { PerformanceBasis, PerformanceWindowName } from "../../../cohorts/index.js";
import { defined } from "../../../defined.js";
import { numbered } from "../../../rules/index.js";
import {
  forecastOffer,
  type JointChance,
  type LevelForecast,
  type MissingValue,
  type OfferForecast,
} from "../../../tender/index.js";
import { wholeNumber } from "../../input/command-options.js";
import { type OfferFileOptions, readOffer } from "../../input/offer-file.js";
import { jsonText } from "../../output/formats.js";
import { headed, listed, ProgressBar, styled, type Terminal, wrapped } from "../../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../../output/text-table.js";
import { amountWords, chanceText, countWords, percentWords } from "../../output/value-text.js";

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
  const { offer, runs } = forecast;
  const drawn = runs === 0 ? "nothing drawn" : drawnWords(forecast);
  const head = headed(terminal, offer.title, `A variation of ${offer.programme} ${offer.edition} · ${drawn}`);
  const levels = [...new Set(forecast.levels.map(({ level }) => level))];
  return [
    ...head,
    ...inAll(forecast, terminal),
    ...levels.flatMap((level) => levelText(forecast, level, isMonthly, terminal)),
    ...togetherText(forecast, terminal),
    ...missingLines(forecast, terminal),
    "",
    wrapped(
      "Expected values are means over the ranges of the plan, not the plan at its likely values; what is assumed in the plan is assumed here.",
      terminal.columns,
    ),
  ].join("\n");
}

/** What is left to chance, as it was drawn. */
function drawnWords({ runs, seed, chance, monthToMonth, shock, cohortSpread }: OfferForecast): string {
  return [
    `${countWords(runs)} runs`,
    `seed ${seed}`,
    chance === "poisson" ? "Poisson referrals" : "referrals as planned",
    ...(Number.parseFloat(monthToMonth) === 0 ? [] : [`${monthToMonth} from month to month`]),
    `common shock ${shock}`,
    ...(cohortSpread === 0 ? [] : [`cohort spread ${cohortSpread}`]),
  ].join(", ");
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

function levelText(forecast: OfferForecast, level: string, isMonthly: boolean, terminal: Terminal): string[] {
  const { levels, levelBands, joint, runs } = forecast;
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
    ...jointTable(
      joint.filter((row) => row.levels.length === 1 && row.levels[0] === level),
      runs,
      terminal,
    ),
  ];
}

const WINDOWS: Readonly<Record<PerformanceWindowName, string>> = {
  "in-month": "In the month",
  "rolling-3": "Last 3 months",
  "rolling-12": "Last 12 months",
  "since-day-one": "Since day one",
};

/** How likely one and the same levels are to be met in all of some months; a row per window. */
function jointTable(joint: readonly JointChance[], runs: number, terminal: Terminal): string[] {
  const end = joint.find(({ at }) => at === "end");
  if (end === undefined) return [];
  const last = joint.find(({ at }) => at === "every-month");
  const windows = [...new Set(joint.map(({ window }) => window))];
  const rows = windows.map((window) => {
    const of = (at: JointChance["at"]) => joint.find((row) => row.window === window && row.at === at);
    const chances = [of("every-month"), of("each-year-end"), of("end")].map((row) => chanceWords(row, runs));
    return [WINDOWS[window], of("every-month")?.from ?? "", ...chances];
  });
  const columns: Column[] = [
    "Chance of meeting it",
    { heading: "From", optional: true },
    rightColumn(last === undefined ? "Every month" : `Every month to ${last.until}`),
    { ...rightColumn("Each year end"), optional: true },
    rightColumn(`In ${end.until}`),
  ];
  return ["", tableOrList(columns, rows, terminal.columns)];
}

/** The chances of levels that are to be met together. */
function togetherText({ joint, runs }: OfferForecast, terminal: Terminal): string[] {
  const several = joint.filter(({ levels }) => levels.length > 1);
  const sets = [...new Set(several.map(({ levels }) => levels.join(", ")))];
  return sets.flatMap((set) => [
    "",
    styled(terminal, "bold", wrapped(`At once: ${set}`, terminal.columns)),
    ...jointTable(
      several.filter(({ levels }) => levels.join(", ") === set),
      runs,
      terminal,
    ).slice(1),
  ]);
}

/** So many runs give a standard error worth printing. */
const ENOUGH_RUNS = 100;

/** Probability with its standard error, `61.4% ±0.5`; of a few runs of those asked for, how many: `66.7% of 3 runs`. */
function chanceWords(
  row: Pick<LevelForecast, "probability" | "standardError" | "runsCounted"> | undefined,
  runs: number,
): string {
  if (row === undefined || row.probability === null) return "";
  const counted = row.runsCounted!;
  if (counted < Math.min(ENOUGH_RUNS, runs))
    return `${percentWords(row.probability)} of ${numbered(counted, "run")}`;
  return chanceText(row.probability, row.standardError!);
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
