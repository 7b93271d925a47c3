import { type Kind, refuseOther } from "../argument.js";
import {
  fractionOf,
  PERFORMANCE_BASES,
  PERFORMANCE_WINDOWS,
  type PerformanceBasis,
  type PerformanceWindowName,
} from "../cohorts/index.js";
import { ProgrammeFault } from "../fault.js";
import { type OptionKinds, oneOf, optionsOf, TEXT } from "../options.js";
import type { ForecastMeasure, LevelForecast, OfferForecast } from "../tender/index.js";
import {
  amounts,
  BAND,
  type ChartSpecification,
  COLOURS,
  chart,
  composed,
  LINE,
  months,
  namedLimit,
  percentages,
  WIDTH,
} from "./style.js";

const FORECAST: Kind = {
  name: "the forecast of an offer",
  from: "forecastOffer",
  has: { offer: {}, runs: 0, months: [{}], bands: [{}], levels: [{}], joint: [{}], levelBands: [{}] },
};

const LABELS: Readonly<Record<ForecastMeasure, string>> = {
  referrals: "Referrals",
  starts: "Starts",
  outcomes: "Outcomes",
  income: "Income (£)",
};

const x = months("month", null);

/** Bands from the widest, drawn first and palest, to the narrowest. */
function fan(values: readonly object[], y: object): object {
  return {
    data: { values },
    mark: BAND,
    encoding: { x, y: { ...y, field: "lower" }, y2: { field: "upper" }, detail: { field: "band" } },
  };
}

const FORECAST_CHART: OptionKinds<{
  readonly measure?: ForecastMeasure;
  readonly of?: "to-date" | "in-month";
}> = {
  measure: oneOf(Object.keys(LABELS)),
  of: oneOf(["to-date", "in-month"]),
};

/**
 * What is expected of an offer over time, with its bands.
 *
 * @param options - `measure`: `"outcomes"` unless given. `of`: `"to-date"`, or `"in-month"`.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { forecastChart } from "programme-rules/charts";
 * import { defineOffer, forecastOffer } from "programme-rules/tender";
 *
 * const offer = defineOffer(whpJetsCv06, {
 *   id: "our-offer",
 *   title: "Our offer",
 *   assumptions: { referrals: { byMonth: { "2027-01": 100 } }, starts: { rate: "70%" } },
 * });
 * forecastChart(forecastOffer(offer, { runs: 100 }), { measure: "starts" }).title;
 * // => { text: "Our offer: starts to date", subtitle: "Line: expected. Bands, dark to pale: 50%, 80% and 95% of 100 drawn futures." }
 * ```
 */
export function forecastChart(
  forecast: OfferForecast,
  options: { readonly measure?: ForecastMeasure; readonly of?: "to-date" | "in-month" } = {},
): ChartSpecification {
  refuseOther(forecast, FORECAST);
  const { measure = "outcomes", of = "to-date" } = optionsOf(options, FORECAST_CHART);
  const scale = measure === "income" ? 100 : 1;
  const bands = forecast.bands
    .filter((row) => row.measure === measure && row.of === of)
    .map(({ month, band, lower, upper }) => ({ month, band, lower: lower / scale, upper: upper / scale }));
  const line = forecast.months
    .filter((row) => row.measure === measure && row.group === null)
    .map(({ month, expected, toDate }) => ({
      month,
      expected: (of === "to-date" ? toDate : expected) / scale,
    }));
  const y = amounts("expected", LABELS[measure]);
  const title = {
    text: `${forecast.offer.title}: ${measure} ${of === "to-date" ? "to date" : "by month"}`,
    subtitle: subtitleOf(forecast, "Line: expected."),
  };
  return chart(title, {
    layer: [fan(bands, y), { data: { values: line }, mark: LINE, encoding: { x, y } }],
  });
}

/** Which level a chart shows, over which window, on which basis; the first that was forecast unless given. */
export interface LevelChartOptions {
  readonly level?: string;
  readonly window?: PerformanceWindowName;
  readonly basis?: PerformanceBasis;
}

const LEVEL_CHART: OptionKinds<LevelChartOptions> = {
  level: TEXT,
  window: oneOf(PERFORMANCE_WINDOWS),
  basis: oneOf(PERFORMANCE_BASES),
};

/**
 * Performance against a level over time, and below it how likely the level is to be met.
 *
 * @throws ProgrammeFault `tender/chart` when nothing was forecast of the level.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { levelChart } from "programme-rules/charts";
 * import { defineOffer, forecastOffer } from "programme-rules/tender";
 *
 * const offer = defineOffer(whpJetsCv06, { id: "empty", title: "Nothing said" });
 * levelChart(forecastOffer(offer)); // throws a forecast without levels
 * ```
 */
export function levelChart(forecast: OfferForecast, options: LevelChartOptions = {}): ChartSpecification {
  refuseOther(forecast, FORECAST);
  const { window = "since-day-one", level, basis } = optionsOf(options, LEVEL_CHART);
  const first = forecast.levels.find(
    (row) =>
      row.level === (level ?? row.level) && row.basis === (basis ?? row.basis) && row.window === window,
  );
  if (first === undefined) throw noLevel(forecast, options);
  const isShown = (row: Pick<LevelForecast, "level" | "basis" | "window">) =>
    row.level === first.level && row.basis === first.basis && row.window === window;
  const bands = forecast.levelBands
    .filter(isShown)
    .map(({ month, band, lower, upper }) => ({ month, band, lower, upper }));
  const rows = forecast.levels
    .filter((row) => isShown(row) && row.rate !== null)
    .map(({ month, rate, probability }) => ({ month, rate, probability }));
  const title = {
    text: `${forecast.offer.title}: ${first.level}, ${window.replaceAll("-", " ")}`,
    subtitle: `${subtitleOf(forecast, `Line: expected, on the basis ${first.basis}.`)}${jointWords(forecast, first)}`,
  };
  return composed(title, { vconcat: [ratePanel(rows, bands, first.target), chancePanel(rows)] });
}

/** How likely a level is to be met in every month, where that was drawn. */
function jointWords({ joint }: OfferForecast, { level, basis, window }: LevelForecast): string {
  const row = joint.find(
    (each) =>
      each.at === "every-month" &&
      each.levels.length === 1 &&
      each.levels[0] === level &&
      each.basis === basis &&
      each.window === window,
  );
  if (row === undefined || row.probability === null) return "";
  const [chance, error] = [row.probability, row.standardError!].map((part) => (part * 100).toFixed(1));
  return ` Chance of meeting it in every month from ${row.from} to ${row.until}: ${chance}% ±${error}.`;
}

function ratePanel(values: readonly object[], bands: readonly object[], target: string): object {
  const at = fractionOf(target, "the level");
  // The first months have few outcomes and bands beyond all bounds: they would flatten all that follows.
  const y = { ...percentages("rate", "Rate"), scale: { domain: [0, Math.min(1, 2 * at)], clamp: true } };
  return {
    width: WIDTH,
    height: 240,
    layer: [
      fan(bands, y),
      { data: { values }, mark: LINE, encoding: { x, y } },
      ...namedLimit(at, `promised: ${target}`, "below"),
    ],
  };
}

function chancePanel(values: readonly object[]): object {
  const y = { ...percentages("probability", ["Chance of", "meeting it"]), scale: { domain: [0, 1] } };
  return {
    width: WIDTH,
    height: 100,
    data: { values },
    mark: { ...BAND, line: { color: COLOURS.main } },
    encoding: { x, y },
  };
}

function subtitleOf({ bands, levelBands, runs }: OfferForecast, lead: string): string {
  const names = [...new Set([...bands, ...levelBands].map(({ band }) => band))];
  if (names.length === 0) return lead;
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${lead} Bands, dark to pale: ${list} of ${runs.toLocaleString("en-GB")} drawn futures.`;
}

function noLevel({ levels }: OfferForecast, { level, basis, window }: LevelChartOptions) {
  const asked = [level, basis, window].filter((each) => each !== undefined).join(", ");
  const known = [...new Set(levels.map((row) => `${row.level} on ${row.basis}`))].join(", ");
  return new ProgrammeFault({
    code: "tender/chart",
    given: asked === "" ? "a forecast without levels" : `a forecast without ${asked}`,
    allowed: known === "" ? "a forecast of at least one level" : known,
    todo: "See `undetermined` and `missing` of the forecast for what it lacks.",
  });
}
