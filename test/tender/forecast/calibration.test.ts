import { describe, expect, test } from "vitest";
import { whpJetsCv06 } from "../../../src/programmes/index.js";
import { defineOffer, forecastOffer } from "../../../src/tender/index.js";
import {
  assumptionsOf,
  coverage,
  MEASURES,
  type PercentPlan,
  plans,
} from "../../bench/calibration/offered-plans.mjs";

const [RUNS, FUTURES] = [1000, 400];

/** With the bands of a plan, or of another that takes its place. */
function held(
  plan: PercentPlan,
  { believed = plan, ...referrals }: { believed?: PercentPlan; chance?: string } = {},
) {
  const assumptions = assumptionsOf(believed);
  const terms = { ...assumptions, referrals: { ...assumptions.referrals, ...referrals } };
  const offer = defineOffer(whpJetsCv06, {
    id: "planned",
    title: "Planned",
    assumptions: terms as typeof assumptions,
  });
  return coverage(forecastOffer(offer, { runs: RUNS, bands: ["95%"] }), plan, FUTURES, 2027);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

describe("the 95% bands to date hold 92–98% of the futures of", () => {
  test.each(Object.entries(plans))("%s", (_, plan) => {
    const shares = held(plan);
    for (const measure of MEASURES) {
      // Few people make whole numbers coarse: a band may then hold more than it says.
      const most = plan.referrals[0]! < 100 ? 0.995 : 0.98;
      expect(mean(shares[measure]), measure).toBeGreaterThan(0.92);
      expect(mean(shares[measure]), measure).toBeLessThan(most);
    }
  });
});

describe("with referrals exactly as planned, the same check sees that bands are too narrow", () => {
  const [poisson, monthly] = Object.values(plans) as [PercentPlan, PercentPlan];

  test("they hold no referrals, and about 70% of starts", () => {
    const shares = held(poisson, { chance: "as-planned" });
    expect(mean(shares.referrals)).toBeLessThan(0.1);
    expect(mean(shares.starts)).toBeGreaterThan(0.62);
    expect(mean(shares.starts)).toBeLessThan(0.78);
  });

  test("and under half of the starts once the months vary by 15%", () => {
    const shares = held(monthly, { believed: poisson, chance: "as-planned" });
    expect(mean(shares.starts)).toBeGreaterThan(0.3);
    expect(mean(shares.starts)).toBeLessThan(0.5);
  });
});
