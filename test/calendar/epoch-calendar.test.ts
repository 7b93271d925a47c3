import { describe, expect, test } from "vitest";
import { BEYOND, epochDay, workingCalendar } from "../../src/calendar/index.js";

const calendar = workingCalendar("england-and-wales");
const { days } = calendar;
const first = epochDay("2011-01-01");
const last = epochDay("2028-12-31");

describe("the integer form", () => {
  test("knows its own ends", () => {
    expect([days.knownFrom, days.knownUntil, days.answersUntil]).toEqual([first, last, last]);
    expect(BEYOND).toBe(2 ** 30);
  });

  test("answers BEYOND past the end and −BEYOND before the beginning, and throws nothing", () => {
    for (const [day, answer] of [
      [last + 1, BEYOND],
      [84_005, BEYOND],
      [BEYOND, BEYOND],
      [first - 1, -BEYOND],
      [-BEYOND, -BEYOND],
    ] as const) {
      expect(days.add(day, 1)).toBe(answer);
      expect(days.subtract(day, 1)).toBe(answer);
      expect(days.rollForward(day)).toBe(answer);
      expect(days.rollBack(day)).toBe(answer);
      expect(days.count(day, first)).toBe(answer);
      expect(days.count(last, day)).toBe(answer);
      expect(days.isWorkingDay(day)).toBe(false);
      expect(days.holidayOn(day)).toBeUndefined();
      expect(days.isProjected(day)).toBe(false);
    }
  });

  test("with one end before the beginning and the other past the end, the beginning is named", () => {
    expect(days.count(first - 1, last + 1)).toBe(-BEYOND);
    expect(days.count(last + 1, first - 1)).toBe(-BEYOND);
  });

  test("answers −BEYOND for what is no number at all, and looks no further", () => {
    expect(days.add(Number.NaN, 1)).toBe(-BEYOND);
    expect(days.subtract(Number.NaN, 1)).toBe(-BEYOND);
    expect(days.count(Number.NaN, first)).toBe(-BEYOND);
    expect(days.count(first, Number.NaN)).toBe(-BEYOND);
    expect(days.rollForward(Number.NaN)).toBe(-BEYOND);
    expect(days.rollBack(Number.NaN)).toBe(-BEYOND);
    expect(days.isWorkingDay(Number.NaN)).toBe(false);
  });

  test("answers BEYOND for an answer past the end, −BEYOND for one before the beginning", () => {
    // The last working day of 2028 is Friday 29 December; the first of 2011 Tuesday 4 January.
    expect(days.add(last - 2, 1)).toBe(BEYOND);
    expect(days.add(last - 3, 1)).toBe(last - 2);
    expect(days.subtract(first + 3, 1)).toBe(-BEYOND);
    expect(days.subtract(first + 4, 1)).toBe(first + 3);
    expect(days.rollForward(last)).toBe(BEYOND);
    expect(days.rollBack(first)).toBe(-BEYOND);
  });

  test("says which days are holidays", () => {
    expect(days.holidayOn(epochDay("2021-04-02"))?.title).toBe("Good Friday");
    expect(days.holidayOn(epochDay("2021-04-01"))).toBeUndefined();
  });

  test("finds the nth working day of a month", () => {
    expect(days.nthOfMonth("2021-05", 1)).toBe(epochDay("2021-05-04"));
    // May 2021 has 19 working days: 21 weekdays less the holidays on the 3rd and the 31st.
    expect(days.nthOfMonth("2021-05", 19)).toBe(epochDay("2021-05-28"));
    expect(days.nthOfMonth("2021-05", 20)).toBe(BEYOND);
    // June 2021 has 22 working days, and its last day, a Wednesday, is one of them.
    expect(days.nthOfMonth("2021-06", 22)).toBe(epochDay("2021-06-30"));
    expect(days.nthOfMonth("2029-01", 1)).toBe(BEYOND);
    expect(days.nthOfMonth("2010-12", 1)).toBe(-BEYOND);
    expect(days.nthOfMonth("2010-12", 2)).toBe(-BEYOND);
  });

  test("a month the list does not begin with has no nth day, one it does not end with has those it knows", () => {
    const own = workingCalendar({ holidays: [], knownFrom: "2021-04-15", knownUntil: "2021-05-14" }).days;
    expect(own.nthOfMonth("2021-04", 1)).toBe(-BEYOND);
    expect(own.nthOfMonth("2021-05", 1)).toBe(epochDay("2021-05-03"));
    expect(own.nthOfMonth("2021-05", 10)).toBe(epochDay("2021-05-14"));
    expect(own.nthOfMonth("2021-05", 11)).toBe(BEYOND);
  });

  test("a month without a working day has no nth", () => {
    const shut = Array.from({ length: 30 }, (_, index) => `2021-06-${String(index + 1).padStart(2, "0")}`);
    const own = workingCalendar({ holidays: shut, knownFrom: "2021-05-01", knownUntil: "2021-08-31" }).days;
    expect(own.nthOfMonth("2021-06", 1)).toBe(BEYOND);
    const end = workingCalendar({ holidays: shut, knownFrom: "2021-05-01", knownUntil: "2021-06-30" }).days;
    expect(end.nthOfMonth("2021-06", 1)).toBe(BEYOND);
    expect(end.nthOfMonth("2021-06", 2)).toBe(BEYOND);
  });

  test("is frozen", () => {
    expect(Object.isFrozen(days)).toBe(true);
  });
});
