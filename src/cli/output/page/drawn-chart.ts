import type { ChartSpecification } from "../../../charts/index.js";
import { visible } from "../../../visible.js";
import { drawing, html, type Markup } from "./markup.js";

/** Draws a chart as SVG. */
export type Draw = (chart: ChartSpecification) => Promise<string>;

/** What draws charts, where vega and vega-lite are installed; nobody has to have them. */
export async function chartDrawer(): Promise<Draw | undefined> {
  try {
    const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
    return async (chart) => {
      const { spec } = vegaLite.compile(chart as never);
      const view = new vega.View(vega.parse(spec), { renderer: "none" });
      const svg = await view.toSVG();
      view.finalize();
      return svg;
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** The command that installs what draws charts. */
const INSTALL = "npm install vega vega-lite";

/** A chart as a figure, its title and how to read it as text above it; else which chart is missing and why. */
export async function chartFigure(chart: ChartSpecification, draw: Draw | undefined): Promise<Markup> {
  const { title } = chart;
  const lines = typeof title.subtitle === "string" ? [title.subtitle] : title.subtitle;
  const caption = html`<figcaption><strong>${title.text}</strong>${lines.map((line) => html`<br>${line}`)}</figcaption>`;
  if (draw === undefined)
    return html`<figure>${caption}<p class="missing">This chart is not drawn here, because vega is not installed. To get it, run <code>${INSTALL}</code> and make the page again.</p></figure>`;
  const svg = inPage(await draw(untitled(chart)));
  return html`<figure>${caption}<div class="scroll chart" tabindex="0" role="region" aria-label="${title.text}"><svg role="img" aria-label="${[title.text, ". ", ...lines]}" ${drawing(svg)}</div></figure>`;
}

/** The chart without its title, on no background; texts in it show what cannot be seen. */
function untitled({ title: _said, ...chart }: ChartSpecification): ChartSpecification {
  const config = { ...(chart.config as object), background: null, aria: false };
  return JSON.parse(JSON.stringify({ ...chart, config }), (_key, value) =>
    typeof value === "string" ? visible(value) : value,
  );
}

/** What a drawing says of itself from its size on: within a page it needs no names of the formats it is written in. */
function inPage(svg: string): string {
  return svg
    .replace(/^<svg\b[^>]*?(?=width=)/, "")
    .replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, "")
    .trim();
}
