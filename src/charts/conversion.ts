import { type Kind, refuseOther } from "../argument.js";
import { type CohortTable, type Conversion, cohortCells } from "../cohorts/index.js";
import {
  amounts,
  BAND,
  type ChartSpecification,
  COLOURS,
  chart,
  composed,
  eachMonth,
  LINE,
  percentages,
  percentText,
  rowsOf,
} from "./style.js";

const CONVERSION: Kind = {
  name: "a conversion",
  from: "conversion",
  has: { kaplanMeier: [{ time: 0, rate: 0 }] },
};

const STEP_TOOLTIP = [
  { field: "age", title: "Month" },
  { field: "rate", title: "Converted", format: ".1%" },
  { field: "lower", title: "From", format: ".1%" },
  { field: "upper", title: "To", format: ".1%" },
];

/**
 * The Kaplan–Meier curve of a conversion with its band, by months since the start.
 *
 * @example
 * ```ts
 * import { conversionChart } from "programme-rules/charts";
 * import { cohortTableFromCounts, conversion } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * const { data } = conversionChart(conversion(table));
 * data?.values[0]; // => { age: 0, atRisk: 200, rate: 0, lower: null, upper: null }
 * ```
 */
export function conversionChart(conversion: Conversion): ChartSpecification {
  refuseOther(conversion, CONVERSION);
  const { kaplanMeier } = conversion;
  const values = kaplanMeier.map(({ time, atRisk, rate, interval }) => ({
    age: time,
    atRisk,
    rate,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  }));
  const level = kaplanMeier.find(({ interval }) => interval !== null)?.interval?.level;
  const last = kaplanMeier.at(-1);
  const band = level === undefined ? "" : `; the band is the ${level} interval`;
  const x = amounts("age", "Months since the start (0 is the month of the start)");
  const y = (field: string) => percentages(field, "Converted by the end of the month");
  const title = {
    text:
      last === undefined
        ? "Nobody has been observed yet"
        : `${percentText(last.rate)} have converted ${last.time} months after the month of the start`,
    subtitle: `From every cohort as far as it is observed (Kaplan–Meier)${band}`,
  };
  return chart(title, {
    data: { values },
    layer: [
      { mark: BAND, encoding: { x, y: y("lower"), y2: { field: "upper" } } },
      {
        mark: { ...LINE, point: { color: COLOURS.main } },
        encoding: { x, y: y("rate"), tooltip: STEP_TOOLTIP },
      },
    ],
  });
}

/**
 * The triangle of a cohort table as a heat map with its figures. Cells that are not over yet are left
 * out, not drawn as 0.
 *
 * @example
 * ```ts
 * import { triangleChart } from "programme-rules/charts";
 * import { cohortTableFromCounts } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * triangleChart(table).data?.values.length; // => 2
 * ```
 */
export function triangleChart(table: CohortTable): ChartSpecification {
  const values = cohortCells(table).filter(({ rate }) => rate !== null);
  const months = new Set(table.rows.map(({ month }) => month)).size;
  const layers = cellLayers(Math.max(0, ...values.map(({ rate }) => rate!)));
  const size = { width: 46 * (table.lastAge + 1), height: 22 * Math.max(1, months) };
  const title = {
    text: `Converted by the end of each month, as at ${table.asAt}`,
    subtitle: "One row a month of starts; months that are not over yet are blank",
  };
  if (table.by === null) return chart(title, { data: { values }, ...size, ...layers });
  return composed(title, {
    data: { values },
    facet: rowsOf("group", table.by),
    spec: { ...size, ...layers },
  });
}

function cellLayers(highest: number) {
  const color = {
    field: "rate",
    type: "quantitative",
    title: "Converted",
    scale: { scheme: "blues", domain: [0, highest] },
    legend: { format: ".0%" },
  };
  const ofFigures = {
    condition: { test: `datum.rate > ${highest * 0.6}`, value: "white" },
    value: "black",
  };
  return {
    layer: [
      { mark: { type: "rect", stroke: "white" }, encoding: { color, tooltip: CELL_TOOLTIP } },
      {
        mark: "text",
        encoding: { text: { field: "rate", type: "quantitative", format: ".1%" }, color: ofFigures },
      },
    ],
    encoding: {
      x: { field: "age", type: "ordinal", title: "Months since the start", axis: { orient: "top" } },
      y: eachMonth("month", "Month of start"),
    },
  };
}

const CELL_TOOLTIP = [
  { field: "month", title: "Month of start" },
  { field: "age", title: "Age in months" },
  { field: "starts", title: "Starts" },
  { field: "converted", title: "Converted" },
  { field: "rate", title: "Share", format: ".1%" },
];
