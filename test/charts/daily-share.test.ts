import { report, whpCoreCv04 } from "programme-rules";
import { dailyShareChart } from "programme-rules/charts";
import { expect, test } from "vitest";
import { charts } from "./drawn.js";

test("the share of each day, with the target and the worst day marked", () => {
  // Received on Maundy Thursday; the one that is late waits from the close of Wednesday 7 April to Sunday 11.
  const { title, data, layer } = charts["share by day"] as unknown as {
    readonly title: object;
    readonly data: { readonly values: readonly object[] };
    readonly layer: readonly {
      readonly data?: { readonly values: readonly object[] };
      readonly encoding: object;
    }[];
  };
  expect(title).toEqual({
    text: "Referrals in backlog at the close of each day: ≤ 4%",
    subtitle:
      "Point: the worst day, Wed 7 Apr 2021. Band: up to the share with those of whom the data does not say.",
  });
  expect(data.values).toHaveLength(19);
  const worst = { on: "2021-04-07", count: 1, of: 2, lowest: 0.5, highest: 0.5 };
  expect(data.values[5]).toMatchObject({ on: "2021-04-06", lowest: 0 });
  expect(data.values[6]).toEqual(worst);
  expect(layer.map((each) => each.data?.values)).toContainEqual([worst]);
  expect(layer.map(({ encoding }) => encoding)).toContainEqual({ y: { datum: 0.04 } });
});

test("a line without its days is refused", () => {
  const [line] = report(whpCoreCv04, [], { asAt: "2021-04-20", requirements: ["css-4/backlog-share"] }).lines;
  expect(() => dailyShareChart(line!)).toThrow("a line of a report with a period that has its days");
});
