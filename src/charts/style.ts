/**
 * A Vega-Lite specification as plain JSON, its data within; any Vega-Lite 5 or 6 renderer draws it. The
 * style of all charts is its `config`: replace that field for a style of your own.
 */
export interface ChartSpecification {
  readonly $schema: string;
  readonly title: ChartTitle;
  readonly data?: { readonly values: readonly object[] };
  readonly [field: string]: unknown;
}

/** What a chart shows, and below it how to read it. */
export interface ChartTitle {
  readonly text: string;
  readonly subtitle: string | readonly string[];
}

/** The colours, told apart by those who see red and green alike. */
export const COLOURS = {
  main: "#1f5a99",
  /** The part of a bar that is not what is looked at. */
  pale: "#9cc3e6",
  /** What is expected, where something is to be held against it. */
  expected: "#444444",
  /** What is promised, and who falls short of it. */
  limit: "#c8551b",
  edge: "#e0a000",
  note: "#6b6557",
  shade: "#eeebe3",
} as const;

const CONFIG = {
  background: "white",
  font: "Helvetica, Arial, sans-serif",
  title: { anchor: "start", fontSize: 16, subtitleFontSize: 12, subtitleColor: "#444444", offset: 14 },
  axis: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titlePadding: 8,
    gridColor: "#e5e5e5",
    domainColor: "#999999",
    tickColor: "#999999",
    labelOverlap: true,
  },
  axisX: { labelAngle: 0, grid: false },
  header: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" },
  legend: {
    orient: "bottom",
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titleOrient: "left",
    labelLimit: 400,
  },
  text: { fontSize: 12 },
  view: { stroke: null },
} as const;

export const WIDTH = 640;
const HEIGHT = 320;

/** A chart of one view, in the one size unless its data asks for another. */
export function chart(title: ChartTitle, view: Readonly<Record<string, unknown>>): ChartSpecification {
  return composed(title, { width: WIDTH, height: HEIGHT, ...view });
}

/** A chart of several views, each with a size of its own. */
export function composed(title: ChartTitle, views: Readonly<Record<string, unknown>>): ChartSpecification {
  return { $schema: "https://vega.github.io/schema/vega-lite/v5.json", title, config: CONFIG, ...views };
}

/** Views above each other, one for each value of a field, which stands over it. */
export function rowsOf(field: string, title: string) {
  const header = { labelOrient: "top", labelAnchor: "start", titleOrient: "top", titleAnchor: "start" };
  return { row: { field, type: "nominal", title, header } } as const;
}

export const LINE = { type: "line", color: COLOURS.main, strokeWidth: 2.5 } as const;
/** The area of a band; where one lies on another it darkens. */
export const BAND = { type: "area", color: COLOURS.main, opacity: 0.22 } as const;

/** A line across at what is promised. */
export function limitLine(limit: number): object {
  return {
    mark: { type: "rule", color: COLOURS.limit, strokeDash: [6, 4], strokeWidth: 1.5 },
    encoding: { y: { datum: limit } },
  };
}

/** That line with what it is at its right end, above it or below. */
export function namedLimit(limit: number, says: string, place: "above" | "below"): object[] {
  const dy = place === "above" ? -7 : 12;
  return [
    { data: { values: [{}] }, ...limitLine(limit) },
    {
      data: { values: [{ says }] },
      mark: {
        type: "text",
        align: "right",
        dy,
        x: { expr: "width - 5" },
        color: COLOURS.limit,
        fontWeight: "bold",
      },
      encoding: { y: { datum: limit }, text: { field: "says" } },
    },
  ];
}

/** Fractions from 0 to 1, printed as percentages. */
export function percentages(field: string, title: string | readonly string[]) {
  return { field, type: "quantitative", title, axis: { format: ".1~%" } } as const;
}

/** Whole people, pounds or months. */
export function amounts(field: string, title: string) {
  return { field, type: "quantitative", title, axis: { format: ",d", tickMinStep: 1 } } as const;
}

const MONTH = { timeUnit: "utcyearmonth", axis: { format: "%b %Y" } } as const;

/** Months along a line. */
export function months(field: string, title: string | null) {
  return { field, type: "temporal", title, ...MONTH } as const;
}

/** Months a bar or a cell each. */
export function eachMonth(field: string, title: string | null) {
  return { field, type: "ordinal", title, ...MONTH } as const;
}

/** Days, in the time zone in which an ISO date is read. */
export function days(field: string) {
  return {
    field,
    type: "temporal",
    title: null,
    scale: { type: "utc" },
    axis: { format: "%-d %b %Y", tickCount: 7 },
  } as const;
}

/** What colours stand for, in order; beside it stands the `field` that says which. */
export function colours(meaning: Readonly<Record<string, string>>) {
  return {
    type: "nominal",
    title: null,
    scale: { domain: Object.keys(meaning), range: Object.values(meaning) },
  } as const;
}

/** A fraction as percent text for a title. */
export function percentText(fraction: number): string {
  return `${Number((fraction * 100).toFixed(1))}%`;
}
