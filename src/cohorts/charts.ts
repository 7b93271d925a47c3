import type { Conversion } from "./conversion.js";
import { type Funnel, limitsAround } from "./funnel.js";
import { cohortCells } from "./rows.js";
import type { CohortTable } from "./table.js";

/** A Vega-Lite specification as plain JSON, its data within; any Vega-Lite 5 renderer draws it. */
export interface ChartSpecification {
  readonly $schema: string;
  readonly title: string | { readonly text: string; readonly subtitle: string };
  readonly data?: { readonly values: readonly object[] };
  readonly [field: string]: unknown;
}

/** The language that a chart specification is written in. */
export const VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json";
const percentAxis = { axis: { format: ".0%" } } as const;

/**
 * The Kaplan–Meier curve of a conversion with its band, by months since the start.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, conversion, conversionChart } from "programme-rules";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * const { data } = conversionChart(conversion(table));
 * data?.values[0]; // => { age: 0, atRisk: 200, rate: 0, lower: null, upper: null }
 * ```
 */
export function conversionChart({ kaplanMeier }: Conversion): ChartSpecification {
  const values = kaplanMeier.map(({ time, atRisk, rate, interval }) => ({
    age: time,
    atRisk,
    rate,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  }));
  const x = { field: "age", type: "quantitative", title: "Months since the start" };
  const y = (field: string) => ({ field, type: "quantitative", title: "Converted", ...percentAxis });
  return {
    $schema: VEGA_LITE,
    title: "Conversion by months since the start",
    data: { values },
    layer: [
      {
        mark: { type: "area", opacity: 0.2, interpolate: "step-after" },
        encoding: { x, y: y("lower"), y2: { field: "upper" } },
      },
      { mark: { type: "line", interpolate: "step-after" }, encoding: { x, y: y("rate") } },
    ],
  };
}

/**
 * The triangle of a cohort table as a heat map. Cells that are not over yet are left out, not drawn as 0.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, triangleChart } from "programme-rules";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-04-30", window: { days: 238, lagDays: 61 } });
 * triangleChart(table).data?.values.length; // => 2
 * ```
 */
export function triangleChart(table: CohortTable): ChartSpecification {
  const values = cohortCells(table).filter(({ converted }) => converted !== null);
  const ordinal = (field: string, title: string) => ({ field, type: "ordinal", title });
  const rows = table.by === null ? {} : { row: { field: "group", type: "nominal", title: table.by } };
  return {
    $schema: VEGA_LITE,
    title: `Converted by month of start and age, as at ${table.asAt}`,
    data: { values },
    mark: "rect",
    encoding: {
      x: ordinal("age", "Months since the start"),
      y: ordinal("month", "Month of start"),
      color: { field: "rate", type: "quantitative", title: "Converted", legend: { format: ".0%" } },
      ...rows,
    },
  };
}

/**
 * A funnel: each performer by how many people and what rate, with the limits around the centre.
 *
 * @example
 * ```ts
 * import { funnel, funnelChart } from "programme-rules";
 *
 * const chart = funnelChart(funnel([{ id: "north", share: { count: 5, of: 100 } }], "22%"));
 * chart.title; // => "Performers around 22%"
 * ```
 */
export function funnelChart({ centre, performers }: Funnel): ChartSpecification {
  const points = performers
    .filter(({ rate }) => rate !== null)
    .map(({ id, share, rate, position }) => ({ id, people: share.of, rate, position }));
  const most = Math.max(1, ...points.map(({ people }) => people));
  const steps = Array.from({ length: 60 }, (_, at) => Math.max(1, Math.round((most * (at + 1)) / 60)));
  const limits = steps.map((people) => ({ people, ...limitsAround(centre, people) }));
  const x = { field: "people", type: "quantitative", title: "People" };
  const y = (field: string) => ({ field, type: "quantitative", title: "Rate", ...percentAxis });
  const line = (field: string, dash: readonly number[]) => ({
    data: { values: limits },
    mark: { type: "line", strokeDash: dash, color: "grey" },
    encoding: { x, y: y(field) },
  });
  return {
    $schema: VEGA_LITE,
    title: `Performers around ${Number((centre * 100).toFixed(2))}%`,
    layer: [
      ...(["lower95", "upper95"] as const).map((field) => line(field, [4, 4])),
      ...(["lower998", "upper998"] as const).map((field) => line(field, [1, 0])),
      { mark: { type: "rule" }, encoding: { y: { datum: centre } } },
      {
        data: { values: points },
        mark: { type: "point", filled: true, tooltip: true },
        encoding: { x, y: y("rate"), color: { field: "position", type: "nominal" }, detail: { field: "id" } },
      },
    ],
  };
}
