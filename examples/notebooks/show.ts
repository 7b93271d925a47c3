import type { ChartSpecification } from "programme-rules/charts";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** A chart of the package, drawn: it is a Vega-Lite specification, which vega turns into a picture. */
export async function draw(chart: ChartSpecification) {
  const { spec } = compile(structuredClone(chart) as unknown as TopLevelSpec);
  const svg = await new View(parse(spec), { renderer: "none" }).toSVG();
  await show(`<figure>${svg}</figure>`);
}

/** Rows as a table, their fields as headings; what reads as a number leans to the right. */
export async function table(rows: readonly Readonly<Record<string, string | number>>[]) {
  const [first = {}] = rows;
  const sides = Object.values(first).map((value) =>
    /^[\d.,]+%?$/.test(`${value}`) ? ' class="number"' : "",
  );
  const line = (tag: string, values: readonly (string | number)[]) =>
    `<tr>${values.map((value, at) => `<${tag}${sides[at]}>${escaped(value)}</${tag}>`).join("")}</tr>`;
  const body = rows.map((row) => line("td", Object.values(row))).join("");
  await show(`<table><thead>${line("th", Object.keys(first))}</thead><tbody>${body}</tbody></table>`);
}

/** One sentence with its numbers in it, so that text and numbers cannot part. */
export async function say(sentence: string) {
  await show(`<p class="say">${escaped(sentence)}</p>`);
}

/** Sent before the cell ends: what a cell only returns may come too late for whoever executes the notebook. */
async function show(html: string) {
  await Deno.jupyter.broadcast("display_data", { data: { "text/html": html }, metadata: {}, transient: {} });
}

/** A fraction as a percentage, cut to one decimal so that a chance never looks better than it is. */
export function percent(fraction: number): string {
  return `${(Math.floor(fraction * 1000 + 1e-6) / 10).toFixed(1)}%`;
}

/** Pence as whole thousands of pounds. */
export function pounds(pence: number): string {
  return `£${Math.round(pence / 100_000).toLocaleString("en-GB")}k`;
}

function escaped(value: string | number): string {
  const text = typeof value === "number" ? value.toLocaleString("en-GB") : value;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
