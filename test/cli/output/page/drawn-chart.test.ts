import { expect, test } from "vitest";
import { chartDrawer, chartFigure } from "../../../../src/cli/output/page/drawn-chart.js";
import { charts } from "../../../charts/drawn.js";

const draw = await chartDrawer();

test.each(Object.entries(charts))("%s is drawn as text that needs nothing else", async (_name, chart) => {
  const { source } = await chartFigure(chart, draw);
  expect(source).toContain(`aria-label="${chart.title.text.replaceAll("'", "&#39;")}`);
  expect(source).toMatch(/<svg role="img" aria-label="[^"]+" width="/);
  expect(source).not.toMatch(/xmlns|href|https?:|@import|<style|<script|url\((?!#)/);
  expect(source.match(/ role="/g)).toHaveLength(2);
});

test("a hostile title is text", async () => {
  const chart = charts.curve!;
  const title = { text: "<script>\u202e", subtitle: "" };
  const { source } = await chartFigure({ ...chart, title }, draw);
  expect(source).toContain("&lt;script&gt;\\u202e");
  expect(source).not.toContain("<script");
});

test("without vega the page says which chart is missing, and how to get it", async () => {
  const { source } = await chartFigure(charts.curve!, undefined);
  expect(source).toContain(charts.curve!.title.text);
  expect(source).toContain("npm install vega vega-lite");
  expect(source).not.toContain("<svg");
});
