import { Command } from "commander";
import type { PerformanceBasis } from "../cohorts/index.js";
import { forecastOffer, type OfferForecast } from "../tender/index.js";
import { type OfferFileOptions, readOffer } from "./offer-file.js";
import { amountWords, chanceWords, missingLines, rateWords, thousands } from "./offer-words.js";
import { wholeNumber } from "./options.js";
import { Progress } from "./progress.js";
import { tableOrList } from "./table.js";
import { styled, type Terminal, wrapped } from "./terminal.js";

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
      const progress = new Progress(terminal);
      const { runs, seed, basis, asAt } = options;
      const forecast = forecastOffer(offer, {
        runs,
        seed,
        bases: [basis],
        onProgress: progress.update,
        ...(asAt === undefined ? {} : { asAt }),
      });
      progress.clear();
      if (options.json)
        terminal.print(`${JSON.stringify({ command: "offer forecast", ...forecast }, null, 2)}\n`);
      else terminal.print(`${forecastText(forecast, options.monthly === true, terminal)}\n`);
    });
}

function forecastText(forecast: OfferForecast, isMonthly: boolean, terminal: Terminal): string {
  const { offer, runs, seed, shock } = forecast;
  const drawn = runs === 0 ? "nothing drawn" : `${thousands(runs)} runs, seed ${seed}, common shock ${shock}`;
  const head = [
    styled(terminal, "bold", offer.title),
    `A variation of ${offer.programme} ${offer.edition} · ${drawn}`,
  ].map((line) => wrapped(line, terminal.columns));
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
  const right = { align: "right" as const };
  const columns = [
    { heading: `By the end of ${last}` },
    { heading: "Expected", ...right },
    { heading: "80% of futures", ...right },
    { heading: "95% of futures", ...right },
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
  const rows = shown.map((row) => {
    const { month, rate } = row;
    const band = bands.find((each) => each.month === month);
    const year = own.find((each) => each.month === month && each.window === "rolling-12");
    return [
      month,
      rateWords(rate),
      band === undefined ? "" : `${rateWords(band.lower)} to ${rateWords(band.upper)}`,
      chanceWords(row, runs),
      year === undefined ? "" : rateWords(year.rate),
      chanceWords(year, runs),
    ];
  });
  const right = { align: "right" as const };
  const columns = [
    { heading: "Month" },
    { heading: "Since day one", ...right },
    { heading: "80% of futures", ...right, optional: true as const },
    { heading: "Chance of meeting it", ...right },
    { heading: "Last 12 months", ...right, optional: true as const },
    { heading: "Chance", ...right, optional: true as const },
  ];
  const { target, basis } = since[0]!;
  return [
    "",
    styled(terminal, "bold", `${level}: at least ${target}, on the basis ${basis}`),
    tableOrList(columns, rows, terminal.columns),
  ];
}
