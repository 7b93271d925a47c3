import { cohortTableFromCounts, forecast } from "programme-rules";
import { describe, expect, test } from "vitest";
import { endOf, JETS_WINDOW, onProfileCounts, PROFILE } from "../oracle/cohorts.js";

const tableOf = (starts: number, months: number) =>
  cohortTableFromCounts(onProfileCounts(months, starts), { asAt: endOf(months - 1), window: JETS_WINDOW });

/** The probability of at least `least` successes in n, term by term. */
function tail(n: number, p: number, least: number): number {
  let [term, sum] = [(1 - p) ** n, 0];
  for (let k = 0; k <= n; k += 1) {
    if (k >= least) sum += term;
    term *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return sum;
}

describe("one cohort with no shock and a known prior is a plain binomial", () => {
  test.each([
    [100, "20%", 20],
    [400, "24%", 96],
    [1000, "22%", 220],
  ])("of %i people, at least %s", (starts, passAt, least) => {
    const table = tableOf(starts, 1);
    const { band } = forecast(table, PROFILE, { uncertainty: { seed: 11, runs: 8000, shock: 0, passAt } });
    const { probability, standardError } = band!.pass!;
    expect(Math.abs(probability - tail(starts, 0.22, least))).toBeLessThan(4 * standardError);
  });
});

test("independent cohorts give a far narrower band than a common shock", () => {
  const width = (shock: number) => {
    const { band } = forecast(tableOf(1000, 24), PROFILE, { uncertainty: { seed: 3, runs: 2000, shock } });
    return band!.upper - band!.lower;
  };
  expect(width(0.2) / width(0)).toBeGreaterThan(2);
});

test("an unknown prior widens the band", () => {
  const width = (more: object) => {
    const { band } = forecast(tableOf(1000, 1), PROFILE, {
      uncertainty: { seed: 3, runs: 2000, shock: 0, ...more },
    });
    return band!.upper - band!.lower;
  };
  expect(width({ priorPeople: 100 }) / width({})).toBeGreaterThan(2);
});

test("a band says everything it rests on", () => {
  const { band } = forecast(tableOf(100, 3), PROFILE, { uncertainty: { seed: 3, runs: 10 } });
  expect(band).toMatchObject({ seed: 3, runs: 10, shock: 0.2, priorPeople: null, level: "95%" });
});
