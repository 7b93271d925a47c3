import { forecastCohort } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

describe("a cohort in the end", () => {
  // Half is still to come: 8 + 20 × 20% × ½ = 10 by what was expected, 8 ÷ ½ = 16 by what has been seen;
  // each of the twelve not converted still does at (20% × ½) ÷ (1 − 20% × ½) = 1/9.
  test("three ways, none of which comes to more than there are people", () => {
    const found = forecastCohort({ starts: 20, converted: 8, grown: "50%", prior: "20%" });
    expect(found.conditional).toBeCloseTo(8 + 12 / 9, 12);
    expect(found.bornhuetterFerguson).toEqual({ value: 10, uncapped: 10, capped: false });
    expect(found.chainLadder).toEqual({ value: 16, uncapped: 16, capped: false });
  });

  test("exactly everybody is not cut; more is", () => {
    const of = (starts: number) =>
      forecastCohort({ starts, converted: 8, grown: "50%", prior: "20%" }).chainLadder;
    expect(of(16)).toEqual({ value: 16, uncapped: 16, capped: false });
    expect(of(15)).toEqual({ value: 15, uncapped: 16, capped: true });
  });

  test("nothing comes to a cohort that is grown, even of one all of whom were to convert", () => {
    for (const prior of ["20%", "100%"])
      expect(forecastCohort({ starts: 20, converted: 8, grown: "100%", prior }).conditional).toBe(8);
  });
});
