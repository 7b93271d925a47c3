import * as door from "programme-rules/charts";
import { describe, expect, test } from "vitest";
import { COLOURS } from "../../src/charts/style.js";
import { charts } from "./drawn.js";

const each = Object.entries(charts);

test("every chart of the door is among these", () => {
  const split = Object.keys(charts).filter((name) => name.endsWith("by group"));
  expect(each.length - split.length).toBe(Object.keys(door).length);
});

describe("all charts are of one style", () => {
  const { $schema, config } = charts.curve!;

  test.each(each)("%s", (_, chart) => {
    expect(chart).toMatchObject({ $schema, config });
    expect(chart.title.text).not.toBe("");
    expect([chart.title.subtitle].flat().join("")).not.toBe("");
  });

  test.each(each)("%s has no other colours than those of the style", (_, chart) => {
    const { config: _config, ...own } = chart;
    const used = new Set(JSON.stringify(own).match(/#[0-9a-f]{3,6}/g));
    const known: readonly string[] = Object.values(COLOURS);
    expect([...used].filter((colour) => !known.includes(colour))).toEqual([]);
  });
});

test.each(each)("%s survives JSON", (_, chart) => expect(JSON.parse(JSON.stringify(chart))).toEqual(chart));
