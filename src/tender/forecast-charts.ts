import { type Kind, optionsOf, refuseOther } from "../argument.js";
import {
  type ChartSpecification,
  type PerformanceBasis,
  type PerformanceWindowName,
  VEGA_LITE,
} from "../cohorts/index.js";
import type { ForecastMeasure } from "./forecast-expected.js";
import type { LevelForecast, OfferForecast } from "./forecast-result.js";
import { tenderFault } from "./tender-fault.js";

const FORECAST: Kind = {
  name: "the forecast of an offer",
  from: "forecastOffer",
  has: { offer: {}, months: [{}], bands: [{}], levels: [{}], levelBands: [{}] },
};

const [BLUE, RED] = ["#1d5fa8", "#c8102e"];
const LABELS: Readonly<Record<ForecastMeasure, string>> = {
  referrals: "Referrals",
  starts: "Starts",
  outcomes: "Outcomes",
  income: "Income (£)",
};

const byMonth = { field: "month", type: "temporal", timeUnit: "utcyearmonth", title: null } as const;
const x = { ...byMonth, axis: { format: "%b %Y", labelAngle: -45, grid: false } } as const;

/** Bands from the widest, drawn first and palest, to the narrowest. */
function fan(values: readonly object[], y: object): object[] {
  return [
    {
      data: { values },
      mark: { type: "area", opacity: 0.22, color: BLUE },
      encoding: { x, y: { ...y, field: "lower" }, y2: { field: "upper" }, detail: { field: "band" } },
    },
  ];
}

/**
 * What is expected of an offer over time, with its bands, as a Vega-Lite specification.
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
  const { measure = "outcomes", of = "to-date" } = optionsOf(options);
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
  const y = { type: "quantitative", title: LABELS[measure], axis: { format: ",.0f" } };
  return {
    $schema: VEGA_LITE,
    title: {
      text: `${forecast.offer.title}: ${measure} ${of === "to-date" ? "to date" : "by month"}`,
      subtitle: subtitleOf(forecast, "Line: expected."),
    },
    width: 640,
    height: 320,
    layer: [
      ...fan(bands, y),
      {
        data: { values: line },
        mark: { type: "line", color: BLUE, strokeWidth: 2.5 },
        encoding: { x, y: { ...y, field: "expected" } },
      },
    ],
  };
}

/** Which level a chart shows, over which window, on which basis; the first that was forecast unless given. */
export interface LevelChartOptions {
  readonly level?: string;
  readonly window?: PerformanceWindowName;
  readonly basis?: PerformanceBasis;
}

/**
 * Performance against a level over time, and below it how likely the level is to be met, as a Vega-Lite
 * specification.
 *
 * @throws {@link ProgrammeFault} `tender/chart` when nothing was forecast of the level.
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
  const { window = "since-day-one", level, basis } = optionsOf(options);
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
  return {
    $schema: VEGA_LITE,
    title: {
      text: `${forecast.offer.title}: ${first.level}, ${window.replaceAll("-", " ")}`,
      subtitle: subtitleOf(forecast, `Line: expected, on the basis ${first.basis}.`),
    },
    vconcat: [ratePanel(rows, bands, first.target), chancePanel(rows)],
  };
}

type Rows = readonly { readonly month: string }[];

function ratePanel(rows: Rows, bands: readonly object[], target: string): object {
  const at = Number.parseFloat(target) / 100;
  // The first months have few outcomes and bands beyond all bounds: they would flatten all that follows.
  const scale = { domain: [0, Math.min(1, 2 * at)], clamp: true };
  const y = { type: "quantitative", title: "Rate", axis: { format: ".0%" }, scale };
  const promise = { values: [{ at, month: rows.at(-1)?.month, label: `promised: ${target}` }] };
  return {
    width: 640,
    height: 260,
    layer: [
      ...fan(bands, y),
      {
        data: { values: rows },
        mark: { type: "line", color: BLUE, strokeWidth: 2.5 },
        encoding: { x, y: { ...y, field: "rate" } },
      },
      {
        data: promise,
        mark: { type: "rule", color: RED, strokeWidth: 2 },
        encoding: { y: { ...y, field: "at" } },
      },
      {
        data: promise,
        mark: { type: "text", align: "right", dy: 12, color: RED, fontWeight: "bold" },
        encoding: { x, y: { ...y, field: "at" }, text: { field: "label" } },
      },
    ],
  };
}

function chancePanel(rows: Rows): object {
  const y = { type: "quantitative", axis: { format: ".0%", tickCount: 5 }, scale: { domain: [0, 1] } };
  return {
    width: 640,
    height: 110,
    data: { values: rows },
    mark: { type: "area", color: BLUE, opacity: 0.5, line: { color: BLUE } },
    encoding: { x, y: { ...y, field: "probability", title: "Chance of meeting it" } },
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
  return tenderFault(
    "chart",
    asked === "" ? "a forecast without levels" : `a forecast without ${asked}`,
    known === "" ? "a forecast of at least one level" : known,
    "See `undetermined` and `missing` of the forecast for what it lacks.",
  );
}
