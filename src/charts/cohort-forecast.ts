import { type Kind, refuseOther } from "../argument.js";
import { COHORT_TABLE, type CohortTable, type Forecast } from "../cohorts/index.js";
import { named } from "../visible.js";
import {
  type ChartSpecification,
  COLOURS,
  chart,
  colours,
  composed,
  eachMonth,
  limitLine,
  namedLimit,
  percentages,
  percentText,
  rowsOf,
  WIDTH,
} from "./style.js";

const FORECAST: Kind = {
  name: "a forecast of cohorts",
  from: "forecast",
  has: { prior: 0, rows: [{ month: "", starts: 0, learned: 0 }] },
};

/**
 * Each cohort as far as it has come, and where it is expected to end; a line at the level.
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
export function cohortForecastChart(table: CohortTable, forecast: Forecast): ChartSpecification {
  refuseOther(table, COHORT_TABLE);
  refuseOther(forecast, FORECAST);
  const { rows, prior, rate } = forecast;
  const values = valuesOf(rows, table.by !== null);
  const highest = Math.max(
    prior,
    ...rows.map(({ learned, starts }) => (starts === 0 ? 0 : learned / starts)),
  );
  const top = Math.min(1, highest * 1.15);
  const end = rate === null ? "Nobody has started" : `${percentText(rate)} in the end, all cohorts together`;
  const title = {
    text: `${end}; the line is at ${percentText(prior)}`,
    subtitle: "Each month's starters: converted so far, and what is still expected of them",
  };
  if (table.by === null) {
    const layer = [bars(top), ...namedLimit(prior, percentText(prior), "above")];
    return chart(title, { data: { values }, layer });
  }
  return composed(title, {
    data: { values },
    facet: rowsOf("group", table.by),
    spec: { width: WIDTH, height: 160, layer: [bars(top), limitLine(prior)] },
  });
}

function bars(top: number): object {
  return {
    mark: "bar",
    encoding: {
      x: eachMonth("cohort", "Month of start"),
      y: { ...percentages("share", "Share of starts"), stack: "zero", scale: { domainMax: top } },
      color: { field: "part", ...colours({ [PARTS[0]]: COLOURS.main, [PARTS[1]]: COLOURS.pale }) },
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

function valuesOf(rows: Forecast["rows"], isSplit: boolean): object[] {
  return rows
    .filter(({ starts }) => starts > 0)
    .flatMap(({ month, group, starts, converted, learned }) =>
      [converted, learned - converted].map((people, order) => ({
        cohort: month,
        ...(isSplit ? { group: named(group, "(none)") } : {}),
        part: PARTS[order],
        share: people / starts,
        people,
        order,
      })),
    );
}
