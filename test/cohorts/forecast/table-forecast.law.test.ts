import fc from "fast-check";
import { forecast, forecastCohort } from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { PROFILE } from "../../oracle/cohorts.js";
import { members, tableOf } from "../members.js";

const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => `${tenths / 10}%`);
const cohort = fc
  .record({
    starts: fc.integer({ min: 1, max: 500 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    grown: percent,
    prior: fc.integer({ min: 1, max: 900 }).map((tenths) => `${tenths / 10}%`),
  })
  .map(({ part, ...rest }) => ({ ...rest, converted: Math.round(part * rest.starts) }));
const CLOSE = 1e-9;

test("no method forecasts more people than there are", () =>
  fc.assert(
    fc.property(cohort, (one) => {
      const { conditional, bornhuetterFerguson, chainLadder } = forecastCohort(one);
      const most = Math.max(conditional, bornhuetterFerguson.value, chainLadder?.value ?? 0);
      expect(most).toBeLessThanOrEqual(one.starts + CLOSE);
    }),
  ));

test("a complete cohort stays as it is", () =>
  fc.assert(
    fc.property(cohort, (one) => {
      const { conditional, bornhuetterFerguson, chainLadder } = forecastCohort({ ...one, grown: "100%" });
      expect([conditional, bornhuetterFerguson.value, chainLadder?.value]).toEqual(
        new Array(3).fill(one.converted),
      );
    }),
  ));

test("above its profile the methods rise from conditional to chain ladder, below it they fall", () =>
  fc.assert(
    fc.property(cohort, (one) => {
      const { conditional, bornhuetterFerguson, chainLadder } = forecastCohort(one);
      fc.pre(chainLadder !== null);
      const due = (one.starts * Number.parseFloat(one.prior) * Number.parseFloat(one.grown)) / 10_000;
      const rising = [conditional, bornhuetterFerguson.uncapped, chainLadder!.uncapped];
      const ordered = one.converted >= due ? rising : rising.reverse();
      expect(ordered[0]! - ordered[1]!).toBeLessThan(CLOSE);
      expect(ordered[1]! - ordered[2]!).toBeLessThan(CLOSE);
    }),
  ));

test("on its profile all methods agree", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (tenths, priorTenths) => {
      const one = { grown: `${tenths * 10}%`, prior: `${priorTenths * 10}%`, starts: 1000 };
      const { conditional, bornhuetterFerguson, chainLadder } = forecastCohort({
        ...one,
        converted: tenths * priorTenths * 10,
      });
      expect(bornhuetterFerguson.uncapped).toBeCloseTo(conditional, 9);
      expect(chainLadder!.uncapped).toBeCloseTo(conditional, 9);
    }),
  ));

test("the whole is the sum of its cohorts, and lies between those converted and those who started", () =>
  fc.assert(
    fc.property(members, (people) => {
      const found = forecast(tableOf(people), PROFILE);
      expect(found.conditional).toBeCloseTo(
        found.rows.reduce((sum, row) => sum + row.conditional, 0),
        9,
      );
      expect(found.conditional).toBeGreaterThanOrEqual(found.converted - CLOSE);
      expect(found.conditional).toBeLessThanOrEqual(found.starts + CLOSE);
    }),
  ));

test("the same seed gives the same band", () =>
  fc.assert(
    fc.property(members, fc.integer(), (people, seed) => {
      const draw = () =>
        forecast(tableOf(people), PROFILE, { uncertainty: { seed, runs: 20, passAt: "22%" } });
      expect(draw()).toEqual(draw());
    }),
    { numRuns: 30 },
  ));

test("a band lies between those converted and those who started, its ends in order", () =>
  fc.assert(
    fc.property(members, fc.integer(), (people, seed) => {
      const { band, converted, starts } = forecast(tableOf(people), PROFILE, {
        uncertainty: { seed, runs: 50 },
      });
      const ordered = [converted, band!.lower, band!.median, band!.upper, starts];
      expect(ordered).toEqual([...ordered].sort((one, other) => one - other));
    }),
    { numRuns: 30 },
  ));

test("runs drawn in parts are the runs drawn at once", () =>
  fc.assert(
    fc.property(members, fc.integer(), fc.integer({ min: 1, max: 19 }), (people, seed, cut) => {
      fc.pre(people.length > 0);
      const table = tableOf(people);
      const drawn = (runs: number, firstRun: number, count: number) => {
        const passAt = { count, of: people.length };
        const { band } = forecast(table, PROFILE, {
          uncertainty: { seed, runs, firstRun, passAt, shock: 1 },
        });
        return { median: band!.median, passes: band!.pass!.probability * runs };
      };
      // The median of the whole is a level that about half of the runs pass.
      const { median } = drawn(20, 0, 0);
      const parts = drawn(cut, 0, median).passes + drawn(20 - cut, cut, median).passes;
      expect(parts).toBeCloseTo(drawn(20, 0, median).passes, 9);
    }),
    { numRuns: 25 },
  ));
