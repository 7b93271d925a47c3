import { funnelChart } from "programme-rules/charts";
import { type FunnelOptions, funnel } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

interface Limits {
  readonly people: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}
interface Layer {
  readonly data: { readonly values: readonly object[] };
}

/** Ten who differ by more than chance, of so many people that each has a point of the drawn lines. */
const performers = [8, 12, 15, 18, 20, 22, 25, 28, 31, 60].map((count, at) => ({
  id: `p${at}`,
  share: { count: count + at, of: 100 + at },
}));

const drawn = (options: FunnelOptions) => {
  const found = funnel(performers, "22%", options);
  const chart = funnelChart(found);
  const layers = chart.layer as readonly Layer[];
  return { found, chart, lines: layers[0]!.data.values as readonly Limits[], points: layers[5]!.data.values };
};

describe.each<[FunnelOptions, string]>([
  [{ overdispersion: "none" }, "more than chance explains"],
  [{ overdispersion: "estimated" }, "more than chance and the usual spread explain"],
])("the chart of a funnel with %o", (options, words) => {
  const { found, chart, lines, points } = drawn(options);
  test("draws the limits that its performers are held against", () => {
    for (const { share, limits, rate, position } of found.performers) {
      const { people, ...line } = lines.find(({ people }) => people === share.of)!;
      expect(line).toEqual(limits);
      const isBeyond = (lower: number, upper: number) => rate! <= lower || rate! >= upper;
      expect([isBeyond(line.lower95, line.upper95), isBeyond(line.lower998, line.upper998)]).toEqual([
        position !== "inside",
        position === "beyond-998",
      ]);
    }
  });
  test("says what those beyond differ by", () => {
    const beyond = found.performers.filter(({ position }) => position === "beyond-998");
    expect(beyond.length).toBeGreaterThan(0);
    expect(points.filter((point) => "place" in point && point.place === words).length).toBe(beyond.length);
    expect(chart.title.text).toMatch(new RegExp(`^${beyond.length} of 10 differs? from 22% by ${words}$`));
  });
});

test("the usual spread stands below the title of a funnel that allows for it", () => {
  const { found, chart } = drawn({});
  const deviation = (100 * found.overdispersion!.betweenPerformers).toFixed(1);
  expect(chart.title.subtitle).toContain(
    `The usual spread: a standard deviation of ${deviation} percentage points`,
  );
});
