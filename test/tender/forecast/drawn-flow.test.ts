import { describe, expect, test } from "vitest";
import { whpCoreCv04, whpJetsCv06 } from "../../../src/programmes/index.js";
import { RunDrawer, shockOf } from "../../../src/tender/forecast/drawn-flow.js";
import { expectedFlows, type Flow, monthsOf } from "../../../src/tender/forecast/expected-flow.js";
import { type ForecastPlan, readPlan } from "../../../src/tender/forecast/forecast-plan.js";
import { defineOffer } from "../../../src/tender/index.js";
import { jetsTerms, offerOf } from "../offers.js";

const sketch = { referrals: [40, 300, 0, 7], rate: 70, soon: 60, profile: [0, 2, 9, 22], promise: [22] };
const groups = defineOffer(whpCoreCv04, {
  id: "core",
  title: "Core",
  assumptions: {
    referrals: {
      byMonth: {
        disability: { "2027-01": 400, "2027-02": 300 },
        "early-access": { "2027-01": 50, "2027-02": 2000 },
      },
      volume: { likely: "90%", low: "50%", high: "100%" },
    },
    starts: { rate: { disability: "55%", "early-access": { likely: "80%", low: "60%", high: "82%" } } },
    outcomes: { profile: { disability: ["1%", "4%", "90%"], "early-access": ["0%", "40%"] }, shock: 0.6 },
  },
});
const plans: Record<string, ForecastPlan> = {
  "the example offer, with ranges everywhere": readPlan(defineOffer(whpJetsCv06, jetsTerms)).plan!,
  "an offer without a range or shock": readPlan(
    offerOf(sketch, { outcomes: { profile: ["0%", "2%", "9%", "22%"], shock: 0 } }),
  ).plan!,
  "two groups under a heavy shock, ranges to one side": readPlan(groups).plan!,
};

const months = (plan: ForecastPlan) => monthsOf(plan, plan.groups[0]!.profile!.length - 1);
const MEASURES = ["referrals", "starts", "outcomes", "income"] as const;
const total = (numbers: Float64Array) => numbers.reduce((sum, number) => sum + number, 0);

describe.each(Object.entries(plans))("%s", (_, plan) => {
  const RUNS = 2000;

  test("the closed form lies within four standard errors of the mean of the runs, in every month", () => {
    const expected = expectedFlows(plan, months(plan));
    const drawer = new RunDrawer(plan, months(plan));
    const sums = expected.map(() => new Map<string, { sum: number; squares: number }>());
    const note = (place: number, name: string, value: number) => {
      const found = sums[place]!.get(name) ?? { sum: 0, squares: 0 };
      sums[place]!.set(name, { sum: found.sum + value, squares: found.squares + value ** 2 });
    };
    const everyNumber = (flow: Flow, see: (name: string, value: number) => void) => {
      for (const measure of [...MEASURES, "converted"] as const) {
        for (const [month, value] of flow[measure].entries()) see(`${measure} ${month}`, value);
        see(`${measure} in all`, total(flow[measure]));
      }
    };
    for (let run = 0; run < RUNS; run++) {
      drawer.draw(2021, run);
      for (const [place, flow] of drawer.groups.entries())
        everyNumber(flow, (name, value) => note(place, name, value));
    }
    for (const [place, flow] of expected.entries())
      everyNumber(flow, (name, value) => {
        const { sum, squares } = sums[place]!.get(name)!;
        const mean = sum / RUNS;
        const error = Math.sqrt(Math.max(0, squares / RUNS - mean ** 2) / RUNS);
        expect(Math.abs(mean - value), name).toBeLessThanOrEqual(4 * error + 0.002 + 1e-9 * value);
      });
  });

  test("every run conserves people, and sums alike by cohort and by month", () => {
    const drawer = new RunDrawer(plan, months(plan));
    for (let run = 0; run < 200; run++) {
      drawer.draw(5, run);
      for (const flow of [...drawer.groups, drawer.all]) {
        expect(total(flow.starts)).toBeLessThanOrEqual(total(flow.referrals));
        for (const [cohort, people] of flow.converted.entries())
          expect(people).toBeLessThanOrEqual(flow.starts[cohort]!);
        expect(total(flow.outcomes)).toBe(total(flow.converted));
      }
    }
  });

  test("a part of the runs is the same part of the whole, in whatever order they are drawn", () => {
    const runs = [9, 3, 7];
    const [one, other] = [new RunDrawer(plan, months(plan)), new RunDrawer(plan, months(plan))];
    for (let run = 0; run < 10; run++) {
      one.draw(4, run);
      if (!runs.includes(run)) continue;
      other.draw(4, run);
      expect(other.all).toEqual(one.all);
    }
    other.draw(4, 9);
    expect(other.all).toEqual(one.all);
  });
});

describe("a common shock", () => {
  test.each([0.01, 0.22, 0.5, 0.97])("leaves the mean of a conversion of %d as it is", (top) => {
    const shock = shockOf(top, 0.8);
    let [sum, weights] = [0, 0];
    for (let normal = -9; normal <= 9; normal += 0.01) {
      const weight = Math.exp(-(normal ** 2) / 2);
      sum += weight * shock(normal);
      weights += weight;
      expect(shock(normal) * top).toBeLessThanOrEqual(1);
    }
    expect(sum / weights).toBeCloseTo(1, 9);
  });

  test("moves nothing that is certain, and nothing when it is 0", () => {
    expect(shockOf(0, 1)(2)).toBe(1);
    expect(shockOf(1, 1)(2)).toBe(1);
    expect(shockOf(0.3, 0)(2)).toBe(1);
  });
});
