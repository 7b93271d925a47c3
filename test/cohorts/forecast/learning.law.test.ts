import fc from "fast-check";
import { cohortTableFromCounts, forecast } from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { endOf, JETS_WINDOW, month, onProfileCounts, PROFILE } from "../../oracle/cohorts.js";

const options = (months: number) => ({ asAt: endOf(months - 1), window: JETS_WINDOW });

/** Cohorts of a contract, each with as many new conversions by age as may be. */
const cohorts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.array(fc.nat(6), { minLength: 9, maxLength: 9 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((all) =>
    all.map(([starts, added], at) => {
      let sum = 0;
      const seen = added.slice(0, all.length - at).map((people) => {
        sum = Math.min(starts, sum + people);
        return sum;
      });
      return { month: month(at), starts, converted: seen };
    }),
  );

const RUNS = { numRuns: 25 };

test("before anything could be seen the rate is that of the profile", () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 980 }), (starts, end) => {
      const table = cohortTableFromCounts([{ month: month(0), starts, converted: [0] }], options(1));
      const { learned, rows } = forecast(table, ["0%", `${end / 20}%`, `${end / 10}%`]);
      expect(learned.index).toBeCloseTo(1, 4);
      expect(learned.weight).toBeCloseTo(0, 4);
      expect(rows[0]!.learned).toBeCloseTo((starts * end) / 1000, 0);
    }),
    RUNS,
  ));

test("more data of the same share narrows the interval, and gives it more weight", () =>
  fc.assert(
    fc.property(cohorts, fc.integer({ min: 4, max: 50 }), (counts, times) => {
      fc.pre(counts.some(({ starts, converted }) => starts >= 20 && converted.length > 2));
      const more = counts.map(({ starts, converted, ...rest }) => ({
        ...rest,
        starts: starts * times,
        converted: converted.map((people) => people * times),
      }));
      const [one, other] = [counts, more].map(
        (each) =>
          forecast(cohortTableFromCounts(each, options(counts.length)), PROFILE, { cohortSpread: 0 }).learned,
      );
      expect(other!.upper / other!.lower).toBeLessThan(one!.upper / one!.lower);
      expect(other!.weight).toBeGreaterThan(one!.weight);
    }),
    RUNS,
  ));

// Of a few young months too slow and too few look alike, so that an index above 1 is possible there.
test("data on the profile, some of it complete, give an index of one", () =>
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 24 }), fc.integer({ min: 1, max: 20 }), (months, thousands) => {
      const table = cohortTableFromCounts(onProfileCounts(months, thousands * 1000), options(months));
      expect(Math.abs(forecast(table, PROFILE).learned.index - 1)).toBeLessThan(0.02);
    }),
    RUNS,
  ));

test("a month split into groups of one profile is learned from as before", () =>
  fc.assert(
    fc.property(cohorts, fc.double({ min: 0, max: 1, noNaN: true }), (counts, share) => {
      const part = (count: number, of: number) => Math.min(of, Math.floor(count * share));
      const split = counts.flatMap(({ month: start, starts, converted }) => {
        const some = part(starts, starts);
        let [before, last] = [0, 0];
        // As many of each month's conversions as there are people left in the first part.
        const own = converted.map((count) => {
          const more = Math.min(count - last, some - before);
          last = count;
          before += part(more, more);
          return before;
        });
        const rest = converted.map((count, age) => count - own[age]!);
        fc.pre(rest.every((count) => count <= starts - some));
        return [
          { month: start, group: "one", starts: some, converted: own },
          { month: start, group: "other", starts: starts - some, converted: rest },
        ];
      });
      const whole = forecast(cohortTableFromCounts(counts, options(counts.length)), PROFILE);
      const parts = forecast(cohortTableFromCounts(split, options(counts.length)), PROFILE);
      expect(parts.learned).toEqual(whole.learned);
      expect(parts.expected).toBeCloseTo(whole.expected, 6);
    }),
    RUNS,
  ));

test("the order of the rows changes nothing, nor does drawing again", () =>
  fc.assert(
    fc.property(cohorts, fc.integer(), (counts, seed) => {
      const table = cohortTableFromCounts(counts, options(counts.length));
      const asked = { uncertainty: { seed, runs: 50, passAt: "22%" } };
      const found = forecast(table, PROFILE, asked);
      const turned = forecast({ ...table, rows: [...table.rows].reverse() }, PROFILE, asked);
      expect(turned.learned).toEqual(found.learned);
      expect(turned.band).toEqual(found.band);
      expect(JSON.stringify(forecast(table, PROFILE, asked))).toBe(JSON.stringify(found));
    }),
    RUNS,
  ));

test("no more people are expected than there are, and no fewer than have converted", () =>
  fc.assert(
    fc.property(cohorts, fc.nat(3), (counts, reportingLagMonths) => {
      const table = cohortTableFromCounts(counts, options(counts.length));
      for (const { learned, converted, starts } of forecast(table, PROFILE, { reportingLagMonths }).rows) {
        expect(learned).toBeGreaterThanOrEqual(converted);
        expect(learned).toBeLessThanOrEqual(starts + 1e-6);
      }
    }),
    RUNS,
  ));
