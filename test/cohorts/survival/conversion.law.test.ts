import fc from "fast-check";
import {
  cohortTableFromCounts,
  compareWithProfile,
  conversion,
  kaplanMeier,
  performanceOver,
} from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { endOf, JETS_WINDOW, lifeTable, month, outcomesByMonth, PROFILE } from "../../oracle/cohorts.js";
import { LAST, members, tableOf } from "../members.js";

test("Kaplan–Meier by month is the life table of the people one by one", () =>
  fc.assert(
    fc.property(members, (people) => {
      const rates = conversion(tableOf(people)).kaplanMeier.map(({ rate }) => rate);
      const wanted = lifeTable(people, LAST);
      expect(rates.length).toBe(wanted.length);
      for (const [age, rate] of rates.entries()) expect(rate).toBeCloseTo(wanted[age]!, 12);
    }),
  ));

test("with nobody cut short, Kaplan–Meier is the plain proportion", () =>
  fc.assert(
    fc.property(members, (people) => {
      fc.pre(people.length > 0);
      const { kaplanMeier: steps } = conversion(tableOf(people, LAST + 8));
      const share = people.filter(({ age }) => age !== undefined).length / people.length;
      expect(steps.at(-1)!.rate).toBeCloseTo(share, 12);
    }),
  ));

test("a Kaplan–Meier rate lies in its interval", () =>
  fc.assert(
    fc.property(members, (people) => {
      for (const { rate, interval } of conversion(tableOf(people)).kaplanMeier) {
        if (interval === null) continue;
        expect(interval.lower).toBeLessThanOrEqual(rate);
        expect(interval.upper).toBeGreaterThanOrEqual(rate);
      }
    }),
  ));

test("lives in any order give the same curve", () =>
  fc.assert(
    fc.property(fc.array(fc.record({ time: fc.nat({ max: 30 }), event: fc.boolean() })), (lives) => {
      expect(kaplanMeier([...lives].reverse())).toEqual(kaplanMeier(lives));
    }),
  ));

test("the mature conversion counts cohorts out of their whole window, on both sides", () =>
  fc.assert(
    fc.property(members, (people) => {
      // 238 and 61 days after the end of a month is before the end of the tenth after it, never the ninth.
      const own = people.filter(({ cohort }) => cohort + 10 <= LAST);
      const { share } = conversion(tableOf(people)).mature;
      expect(share).toEqual({ count: own.filter(({ age }) => age !== undefined).length, of: own.length });
    }),
  ));

test("in-month outcomes are those that happened in the month", () =>
  fc.assert(
    fc.property(members, fc.integer({ min: 0, max: LAST }), (people, at) => {
      const { windows } = performanceOver(tableOf(people), PROFILE, { month: month(at) });
      expect(windows[0]!.actual).toBe(outcomesByMonth(people, LAST)[at]);
    }),
  ));

const inMonths = (people: Parameters<typeof tableOf>[0], field: "actual" | "expected") =>
  Array.from({ length: LAST + 1 }, (_, at) => {
    const [window] = performanceOver(tableOf(people), PROFILE, { month: month(at) }).windows;
    return window![field]!;
  });
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

test("the months add up to since day one", () =>
  fc.assert(
    fc.property(members, (people) => {
      const whole = performanceOver(tableOf(people), PROFILE).windows[3]!;
      expect(sum(inMonths(people, "actual"))).toBe(whole.actual);
      expect(sum(inMonths(people, "expected"))).toBeCloseTo(whole.expected!, 9);
    }),
    { numRuns: 30 },
  ));

test("the last three months add up to rolling 3, the last twelve to rolling 12", () =>
  fc.assert(
    fc.property(members, (people) => {
      const { windows } = performanceOver(tableOf(people), PROFILE);
      expect(sum(inMonths(people, "actual").slice(-3))).toBe(windows[1]!.actual);
      expect(sum(inMonths(people, "actual").slice(-12))).toBe(windows[2]!.actual);
    }),
    { numRuns: 30 },
  ));

test("since day one is the whole table on its profile", () =>
  fc.assert(
    fc.property(members, (people) => {
      const table = tableOf(people);
      const { actual, expected, index } = compareWithProfile(table, PROFILE);
      expect(performanceOver(table, PROFILE).windows[3]).toMatchObject({ actual, expected, index });
    }),
  ));

const risingProfile = fc
  .array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 9 })
  .map((steps) => steps.map((_, age) => steps.slice(0, age + 1).reduce((sum, step) => sum + step, 0)))
  .filter((profile) => profile.at(-1)! > 0);

test("a contract exactly on its profile, whatever it is and however it grows, has index 1", () =>
  fc.assert(
    fc.property(
      risingProfile,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
      (profile, hundreds) => {
        const last = hundreds.length - 1;
        // In hundreds of starters each percent is a whole person.
        const counts = hundreds.map((hundred, cohort) => ({
          month: month(cohort),
          starts: hundred * 100,
          converted: Array.from(
            { length: Math.min(9, last - cohort + 1) },
            (_, age) => hundred * profile[Math.min(age, profile.length - 1)]!,
          ),
        }));
        const table = cohortTableFromCounts(counts, { asAt: endOf(last), window: JETS_WINDOW });
        const expected = profile.map((percent) => `${percent}%`);
        const indexes = [
          compareWithProfile(table, expected).index,
          ...performanceOver(table, expected).windows.map(({ index }) => index),
        ];
        for (const index of indexes) expect(index === null || Math.abs(index - 1) < 1e-12).toBe(true);
      },
    ),
  ));
