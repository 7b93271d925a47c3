import { type Kind, refuseOther } from "../argument.js";
import { COLOURS, chart, percentText, percentY, type TitledChart } from "./chart.js";
import type { Forecast } from "./forecast.js";
import type { CohortTable } from "./table.js";
import { TABLE } from "./table.js";

const FORECAST: Kind = {
  name: "a forecast of cohorts",
  from: "forecast",
  has: { prior: 0, rows: [{ month: "", starts: 0, conditional: 0 }] },
};

/**
 * Each cohort as far as it has come, and where the conditional forecast takes it; a line at the level.
 *
 * @example
 * ```ts
 * import { cohortForecastChart } from "programme-rules/charts";
 * import { cohortTableFromCounts, forecast } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 6] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * cohortForecastChart(table, forecast(table, profile)).data?.values[0];
 * // => { cohort: "2021-03", part: "converted so far", share: 0.03, people: 6, order: 0 }
 * ```
 */
export function cohortForecastChart(table: CohortTable, forecast: Forecast): TitledChart {
  refuseOther(table, TABLE);
  refuseOther(forecast, FORECAST);
  const { rows, prior, rate } = forecast;
  const values = valuesOf(rows, table.by);
  const highest = Math.max(
    prior,
    ...rows.map(({ conditional, starts }) => (starts === 0 ? 0 : conditional / starts)),
  );
  const top = Math.min(1, highest * 1.15);
  const end = rate === null ? "Nobody has started" : `${percentText(rate)} in the end, all cohorts together`;
  const title = {
    text: `${end}; the line is at ${percentText(prior)}`,
    subtitle: "Each month's starters: converted so far, and what the conditional forecast adds",
  };
  return chart(title, {
    data: { values },
    layer: [
      barLayer(top),
      {
        data: { values: [{ level: prior }] },
        mark: { type: "rule", color: COLOURS.level, strokeDash: [5, 4], strokeWidth: 1.5 },
        encoding: { y: { field: "level", type: "quantitative" } },
      },
    ],
  });
}

function barLayer(top: number): object {
  const color = {
    field: "part",
    type: "nominal",
    title: null,
    scale: { domain: PARTS, range: [COLOURS.main, COLOURS.band] },
    legend: { orient: "bottom" },
  };
  return {
    mark: "bar",
    encoding: {
      x: {
        field: "cohort",
        type: "ordinal",
        title: "Month of start",
        axis: { labelAngle: -45, labelOverlap: true },
      },
      y: { ...percentY("share", "Share of starts"), stack: "zero", scale: { domainMax: top } },
      color,
      order: { field: "order" },
      tooltip: TOOLTIP,
    },
  };
}

const TOOLTIP = [
  { field: "cohort", title: "Month of start" },
  { field: "part", title: "Part" },
  { field: "people", title: "People", format: ",.1f" },
  { field: "share", title: "Share of starts", format: ".1%" },
];

const PARTS = ["converted so far", "still expected"] as const;

function valuesOf(rows: Forecast["rows"], by: string | null): object[] {
  return rows
    .filter(({ starts }) => starts > 0)
    .flatMap(({ month, group, starts, converted, conditional }) =>
      [converted, conditional - converted].map((people, order) => ({
        cohort: by === null ? month : `${month} ${group ?? "(none)"}`,
        part: PARTS[order],
        share: people / starts,
        people,
        order,
      })),
    );
}
