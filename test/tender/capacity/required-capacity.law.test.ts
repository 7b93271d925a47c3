import fc from "fast-check";
import { whpJetsCv06 } from "programme-rules";
import { backlogLimits, requiredCapacity, simulateBacklog } from "programme-rules/tender";
import { describe, expect, test } from "vitest";
import { leastEnough, leastHolding } from "../../../src/tender/capacity/required-capacity.js";
import { messageOf } from "../../oracle/message.js";

const few = { numRuns: 12 };
const chance = { seed: 3, runs: 120 };
const plan = fc
  .record({
    referrals: fc.integer({ min: 2, max: 9 }),
    noShowRate: fc.constantFrom("10%", "30%", "40%"),
    rebookAfter: fc.record({ workingDays: fc.integer({ min: 0, max: 2 }) }),
    closedUntil: fc.constantFrom("2026-12-22", "2026-12-31", "2027-01-08"),
  })
  .map(({ closedUntil, ...rest }) => ({
    ...rest,
    from: "2026-12-01",
    until: "2027-02-26",
    mostAttempts: 3,
    absences: [{ from: "2026-12-21", until: closedUntil }],
    limits: backlogLimits(whpJetsCv06),
  }));

test("what is needed is enough, one fewer is not, and both agree with the simulation", () =>
  fc.assert(
    fc.property(plan, (given) => {
      const { needed, tried, load } = requiredCapacity(given, { ...chance, confidence: "80%" });
      const [less, it] = [needed - 1, needed].map((units) => tried.find((each) => each.units === units));
      expect([it?.isEnough, less?.isEnough ?? false]).toEqual([true, false]);
      expect(load.steadyLoad).toBeLessThan(1);
      const { pass } = simulateBacklog({ ...given, slotsPerDay: needed }, chance);
      expect(pass.passed).toBe(it?.passed);
    }),
    few,
  ));

test("more confidence never needs less, and no load at or above 1 is ever enough", () =>
  fc.assert(
    fc.property(plan, (given) => {
      const of = (confidence: string) => requiredCapacity(given, { ...chance, confidence });
      const [sure, surer] = [of("60%"), of("90%")];
      expect(surer.needed).toBeGreaterThanOrEqual(sure.needed);
      expect(surer.tried.filter(({ isEnough, load }) => isEnough && load >= 1)).toEqual([]);
    }),
    few,
  ));

describe("the search finds the least", () => {
  test("of a condition that stays true", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (least, most) => {
        expect(leastHolding((units) => units >= least, most)).toBe(least <= most ? least : null);
      }),
    ));

  test("of what is enough with its neighbour, where more is once worse", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (from, more) => {
        const isEnough = (units: number) => units >= from + more;
        expect(leastEnough(from, 20 * from + 60, isEnough)).toBe(from + more);
        const dips = (units: number) => isEnough(units) && units !== from + more + 1;
        const found = leastEnough(from, 20 * from + 60, dips)!;
        expect([dips(found), dips(found + 1)]).toEqual([true, true]);
      }),
    ));

  test("and says when there is none", () => expect(leastEnough(3, 60, () => false)).toBe(null));
});

describe("what cannot be answered is refused", () => {
  const given = { from: "2027-01-01", until: "2027-06-30", referrals: 5, programme: whpJetsCv06 };
  const refused = (more: object, options: object = {}) =>
    messageOf(() => requiredCapacity({ ...given, noShowRate: "30%", ...more }, { ...chance, ...options }))
      .code;

  test("no capacity is enough when no-shows alone take people past the limit", () =>
    expect(refused({ rebookAfter: { workingDays: 12 } })).toBe("tender/no-capacity"));
  test("runs too few to show the confidence", () =>
    expect(refused({}, { confidence: "99%" })).toBe("tender/too-few-runs"));
  test("advisers without what each can hold", () => expect(refused({ advisers: 3 })).toBe("tender/plan"));
  test("no slots at all", () => expect(refused({ availability: "0%" })).toBe("tender/plan"));
  test("no neighbours", () => expect(refused({}, { around: 0 })).toBe("tender/around"));
});
