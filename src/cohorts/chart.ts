/** A Vega-Lite specification as plain JSON, its data within; any Vega-Lite 5 or 6 renderer draws it. */
export interface ChartSpecification {
  readonly $schema: string;
  readonly title: string | ChartTitle;
  readonly data?: { readonly values: readonly object[] };
  readonly [field: string]: unknown;
}

/** A chart whose title says what is seen, and below it how to read it. */
export interface TitledChart extends ChartSpecification {
  readonly title: ChartTitle;
}

/** The language that a chart specification is written in. */
export const VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json";

/** What a chart shows, and below it how to read it. */
export interface ChartTitle {
  readonly text: string;
  readonly subtitle: string | readonly string[];
}

/** What all charts have in common: a white page, one size, a title at the left that says what is seen. */
export function chart(
  title: ChartTitle,
  body: Readonly<Record<string, unknown>>,
  { width = 640, height = 360 }: { readonly width?: number; readonly height?: number } = {},
): TitledChart {
  return {
    $schema: VEGA_LITE,
    title,
    width,
    height,
    config: {
      background: "white",
      font: "Helvetica, Arial, sans-serif",
      title: { anchor: "start", fontSize: 16, subtitleFontSize: 12, subtitleColor: "#444", offset: 14 },
      axis: { labelFontSize: 12, titleFontSize: 12, titlePadding: 8, gridColor: "#e5e5e5" },
      legend: { labelFontSize: 12, titleFontSize: 12 },
    },
    ...body,
  };
}

/** The colours, told apart by those who see red and green alike. */
export const COLOURS = {
  main: "#1f5a99",
  band: "#9cc3e6",
  level: "#444444",
  short: "#c8551b",
  over: "#1f7a5c",
};

/** An axis of fractions from 0 to 1, printed as percentages. */
export function percentY(field: string, title: string) {
  return { field, type: "quantitative", title, axis: { format: ".0%" } } as const;
}

/** A fraction as percent text for a title. */
export function percentText(fraction: number): string {
  return `${Number((fraction * 100).toFixed(1))}%`;
}
