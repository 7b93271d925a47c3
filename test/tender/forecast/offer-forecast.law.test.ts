import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecastOffer, type OfferForecast } from "../../../src/tender/index.js";
import { expectedOf } from "../../oracle/offer.js";
import { FIRST, offerOf, type Sketch, sketches } from "../offers.js";

const once = { runs: 0 } as const;

function totals({ months }: OfferForecast): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { measure, expected } of months) sums[measure] = (sums[measure] ?? 0) + expected;
  return sums;
}

const holds = (law: (sketch: Sketch) => void, numRuns = 60) =>
  fc.assert(fc.property(sketches, law), { numRuns });

describe("what is expected", () => {
  test("is what sending people from month to month gives", () => {
    holds((sketch) => {
      const { referrals, rate, soon, profile } = sketch;
      const steps = profile.map((value, at) => (value - (profile[at - 1] ?? 0)) / 100);
      const delay = [soon / 100, 1 - soon / 100];
      const slow = expectedOf({ first: FIRST, referrals, rate: rate / 100, delay, profile: steps });
      for (const { month, measure, expected } of forecastOffer(offerOf(sketch), once).months)
        expect(expected).toBeCloseTo(slow[measure as keyof typeof slow][month] ?? 0, 8);
    });
  });

  test("conserves people: starts are no more than referrals, outcomes no more than starts, at every date", () => {
    holds((sketch) => {
      const { months } = forecastOffer(offerOf(sketch), once);
      const toDate = (measure: string) =>
        months.filter((row) => row.measure === measure).map((row) => row.toDate);
      const [referrals, starts, outcomes] = ["referrals", "starts", "outcomes"].map(toDate);
      for (const [at, people] of starts!.entries()) {
        expect(people).toBeLessThanOrEqual(referrals![at]! + 1e-9);
        expect(outcomes![at]).toBeLessThanOrEqual(people + 1e-9);
      }
    });
  });

  test("is the same summed by cohort as by month", () => {
    holds((sketch) => {
      const forecast = forecastOffer(offerOf(sketch), once);
      const sum = (pick: (cohort: OfferForecast["cohorts"][number]) => number) =>
        forecast.cohorts.reduce((total, cohort) => total + pick(cohort), 0);
      const { starts = 0, outcomes = 0 } = totals(forecast);
      expect(sum((cohort) => cohort.starts)).toBeCloseTo(starts, 7);
      expect(sum((cohort) => cohort.outcomes)).toBeCloseTo(outcomes, 7);
      expect(sum(({ converted }) => converted.at(-1) ?? 0)).toBeCloseTo(outcomes, 7);
    });
  });

  test("grows in proportion to the referrals", () => {
    holds((sketch) => {
      const many = { ...sketch, referrals: sketch.referrals.map((people) => people * 3) };
      const [some, more] = [
        totals(forecastOffer(offerOf(sketch), once)),
        totals(forecastOffer(offerOf(many), once)),
      ];
      for (const measure of Object.keys(some)) expect(more[measure]).toBeCloseTo(3 * some[measure]!, 6);
    });
  });

  test("is nowhere lower under a better profile", () => {
    holds((sketch) => {
      const better = { ...sketch, profile: sketch.profile.map((value, at) => Math.min(100, value + at + 1)) };
      const [some, more] = [forecastOffer(offerOf(sketch), once), forecastOffer(offerOf(better), once)];
      for (const [at, { toDate }] of some.months.entries())
        expect(more.months[at]!.toDate).toBeGreaterThanOrEqual(toDate - 1e-9);
      for (const [at, { index }] of some.levels.entries())
        if (index !== null) expect(more.levels[at]!.index).toBeGreaterThanOrEqual(index - 1e-9);
    });
  });

  test("is exactly on course in every month and window when the plan is the promise", () => {
    holds((sketch) => {
      const { levels } = forecastOffer(offerOf({ ...sketch, profile: sketch.promise }), once);
      for (const { index } of levels) if (index !== null) expect(index).toBeCloseTo(1, 9);
    });
  });

  test("is, over each window, the sum of its months: outcomes over starts of the last 1, 3, 12 or all", () => {
    const spans = { "in-month": 1, "rolling-3": 3, "rolling-12": 12, "since-day-one": 999 };
    holds((sketch) => {
      const { months, levels } = forecastOffer(offerOf(sketch), { ...once, bases: ["naive-flow"] });
      const [starts, outcomes] = ["starts", "outcomes"].map((measure) =>
        months.filter((row) => row.measure === measure),
      );
      for (const { month, window, rate } of levels) {
        const at = starts!.findIndex((row) => row.month === month);
        const over = (rows: typeof months) =>
          rows.slice(Math.max(0, at + 1 - spans[window]), at + 1).reduce((sum, row) => sum + row.expected, 0);
        if (rate !== null) expect(rate).toBeCloseTo(over(outcomes!) / over(starts!), 7);
      }
    });
  });

  test("adds up over prices: the income of two fees is the sum of the income of each", () => {
    const income = (sketch: Sketch, prices: object) =>
      totals(forecastOffer(offerOf(sketch, { prices }), once)).income!;
    const fees = fc.record({ attachmentFee: fc.nat(100_000), outcomeFee: fc.nat(500_000) });
    fc.assert(
      fc.property(sketches, fees, (sketch, fee) => {
        const [attachmentFee, outcomeFee] = [{ pence: fee.attachmentFee }, { pence: fee.outcomeFee }];
        const both = income(sketch, { attachmentFee, outcomeFee });
        const one = income(sketch, { attachmentFee }) + income(sketch, { outcomeFee });
        expect(both).toBeCloseTo(one, 3);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is drawn", () => {
  const drawn = { runs: 300, seed: 11 };

  test("is the same for the same seed", () => {
    holds((sketch) => {
      expect(forecastOffer(offerOf(sketch), drawn)).toEqual(forecastOffer(offerOf(sketch), drawn));
    }, 10);
  });

  test("gives bands that lie within one another, around one middle", () => {
    holds((sketch) => {
      const { bands, levelBands } = forecastOffer(offerOf(sketch), drawn);
      for (const rows of [bands, levelBands])
        for (let at = 0; at < rows.length; at += 3) {
          const [half, most, nearlyAll] = rows.slice(at, at + 3);
          const ends = [nearlyAll, most, half].map((row) => row!.lower);
          const tops = [half, most, nearlyAll].map((row) => row!.upper);
          const inOrder = [...ends, half!.median, ...tops];
          expect(inOrder).toEqual([...inOrder].sort((one, other) => one - other));
          expect(new Set([half!.median, most!.median, nearlyAll!.median]).size).toBe(1);
        }
    }, 15);
  });

  test("does not look ahead: a forecast as at an earlier date is the beginning of the whole", () => {
    holds((sketch) => {
      const whole = forecastOffer(offerOf(sketch), drawn);
      const early = forecastOffer(offerOf(sketch), { ...drawn, asAt: "2027-12-31" });
      const months = ["2027-11", "2027-12"];
      const upTo = <T extends { month: string }>(rows: readonly T[]) =>
        rows.filter(({ month }) => months.includes(month));
      expect(early.months).toEqual(upTo(whole.months));
      expect(early.bands).toEqual(upTo(whole.bands));
      expect(early.levels).toEqual(upTo(whole.levels));
      expect(early.cohorts.map(({ starts }) => starts)).toEqual(
        upTo(whole.cohorts).map(({ starts }) => starts),
      );
    }, 10);
  });

  test("a better profile makes no level less likely to be met, within four standard errors", () => {
    holds((sketch) => {
      const better = { ...sketch, profile: sketch.profile.map((value, at) => Math.min(100, value + at + 1)) };
      const [some, more] = [forecastOffer(offerOf(sketch), drawn), forecastOffer(offerOf(better), drawn)];
      some.levels.forEach(({ probability, standardError, runsCounted }, at) => {
        const other = more.levels[at]!;
        if (probability === null || other.probability === null) return;
        const least = 1 / Math.min(runsCounted!, other.runsCounted!);
        const error = Math.hypot(standardError!, other.standardError!, least);
        expect(other.probability).toBeGreaterThanOrEqual(probability - 4 * error);
      });
    }, 10);
  });
});
