import { cohortTableFromCounts, forecast } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { binomialProbabilities } from "../../oracle/binomial.js";
import { endOf, JETS_WINDOW, onProfileCounts, PROFILE } from "../../oracle/cohorts.js";

const tableOf = (starts: number, months: number) =>
  cohortTableFromCounts(onProfileCounts(months, starts), { asAt: endOf(months - 1), window: JETS_WINDOW });

/** The probability of at least `least` successes in n. */
function tail(n: number, p: number, least: number): number {
  return binomialProbabilities(n, p)
    .slice(least)
    .reduce((sum, each) => sum + each, 0);
}

/** Nothing is in doubt but chance: one contract, all months alike, on the profile. */
const KNOWN = { spread: 1e-9, cohortSpread: 0, timingSpread: 0 };

describe("one cohort of a known rate is a plain binomial", () => {
  test.each([
    [100, "20%", 20],
    [400, "24%", 96],
    [1000, "22%", 220],
  ])("of %i people, at least %s", (starts, passAt, least) => {
    const table = tableOf(starts, 1);
    const uncertainty = { seed: 11, runs: 8000, passAt };
    const { band } = forecast(table, PROFILE, { ...KNOWN, uncertainty });
    const { probability, standardError } = band!.pass!;
    expect(Math.abs(probability - tail(starts, 0.22, least))).toBeLessThan(4 * standardError);
  });
});

test("independent cohorts give a far narrower band than a common shock", () => {
  const width = (shock: number) => {
    const uncertainty = { seed: 3, runs: 2000, shock };
    const { band } = forecast(tableOf(1000, 24), PROFILE, { ...KNOWN, uncertainty });
    return band!.upper - band!.lower;
  };
  expect(width(0.2) / width(0)).toBeGreaterThan(2);
});

test("a contract of which nothing is known has a far wider band than one that is known", () => {
  const width = (more: object) => {
    const { band } = forecast(tableOf(1000, 1), PROFILE, { uncertainty: { seed: 3, runs: 2000 }, ...more });
    return band!.upper - band!.lower;
  };
  expect(width({}) / width(KNOWN)).toBeGreaterThan(2);
});

test("a band says everything it rests on", () => {
  const { band } = forecast(tableOf(100, 3), PROFILE, { uncertainty: { seed: 3, runs: 10 } });
  expect(band).toMatchObject({ seed: 3, runs: 10, shock: 0, level: "95%" });
});

describe("a band", () => {
  const bandOf = (starts: number, uncertainty: object) =>
    forecast(tableOf(starts, 1), PROFILE, {
      ...KNOWN,
      uncertainty: { seed: 5, runs: 4000, ...uncertainty },
    }).band!;

  test("ends where the binomial distribution has left as much out", () => {
    const { lower, median, upper, level } = bandOf(100, { level: "80%" });
    expect(level).toBe("80%");
    // A share drawn 4,000 times is within four standard errors: 0.019 at a tenth, 0.032 at a half.
    const upTo = (most: number) => 1 - tail(100, 0.22, most + 1);
    for (const [value, part, error] of [
      [lower, 0.1, 0.019],
      [median, 0.5, 0.032],
      [upper, 0.9, 0.019],
    ] as const) {
      expect(upTo(value)).toBeGreaterThan(part - error);
      expect(upTo(value - 1)).toBeLessThan(part + error);
    }
  });

  test("under a shock ends where the log-odds are moved by 1.96 of it", () => {
    // The odds 0.22 ÷ 0.78 = 0.282051, times and by e^(0.2 × 1.959964) = 1.479927: shares of 29.449% and 16.008%.
    const { lower, median, upper } = bandOf(1_000_000, { shock: 0.2 });
    for (const [value, share] of [
      [lower, 0.16008],
      [median, 0.22],
      [upper, 0.29449],
    ] as const)
      expect(Math.abs(value / 1_000_000 - share)).toBeLessThan(0.007);
  });

  test("drawn in parts is made of the same runs, and says where a part begins", () => {
    const runs = [0, 1, 2, 3, 4].map((firstRun) => bandOf(400, { runs: 1, firstRun }).median);
    const sorted = [...runs].sort((one, other) => one - other);
    const whole = bandOf(400, { runs: 5 });
    expect(new Set(runs).size).toBeGreaterThan(1);
    expect([whole.lower, whole.median, whole.upper]).toEqual([sorted[0], sorted[2], sorted[4]]);
    expect(whole).not.toHaveProperty("firstRun");
    expect(bandOf(400, { runs: 1, firstRun: 3 })).toMatchObject({ firstRun: 3 });
  });

  test("gives the probability of passing with its standard error, and none of nobody", () => {
    const { probability, standardError } = bandOf(400, { passAt: "22%" }).pass!;
    expect(standardError).toBeCloseTo(Math.sqrt((probability * (1 - probability)) / 4000), 12);
    expect(bandOf(0, { passAt: "22%" })).not.toHaveProperty("pass");
  });

  test.each([-0.1, Number.NaN])("refuses a shock of %d", (shock) =>
    expect(() => bandOf(100, { shock })).toThrow("Expected a number from 0, such as 0.2."),
  );

  test.each([0, 1.5])("refuses %d runs", (runs) =>
    expect(() => bandOf(100, { runs })).toThrow("Expected a whole number from 1."),
  );
});
