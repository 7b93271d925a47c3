import { describe, expect, test } from "vitest";
import { BEYOND, epochCalendar, workingCalendar } from "../../src/calendar/index.js";
import { epochDay } from "../../src/date/index.js";

const days = epochCalendar("england-and-wales");
const { days: answers } = workingCalendar("england-and-wales");
const first = epochDay("2011-01-01");
const last = epochDay("2028-12-31");

describe("the integer form that the rooms count with", () => {
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
    const own = epochCalendar({ holidays: [], knownFrom: "2021-04-15", knownUntil: "2021-05-14" });
    expect(own.nthOfMonth("2021-04", 1)).toBe(-BEYOND);
    expect(own.nthOfMonth("2021-05", 1)).toBe(epochDay("2021-05-03"));
    expect(own.nthOfMonth("2021-05", 10)).toBe(epochDay("2021-05-14"));
    expect(own.nthOfMonth("2021-05", 11)).toBe(BEYOND);
  });

  test("a month without a working day has no nth", () => {
    const shut = Array.from({ length: 30 }, (_, index) => `2021-06-${String(index + 1).padStart(2, "0")}`);
    const own = epochCalendar({ holidays: shut, knownFrom: "2021-05-01", knownUntil: "2021-08-31" });
    expect(own.nthOfMonth("2021-06", 1)).toBe(BEYOND);
    const end = epochCalendar({ holidays: shut, knownFrom: "2021-05-01", knownUntil: "2021-06-30" });
    expect(end.nthOfMonth("2021-06", 1)).toBe(BEYOND);
    expect(end.nthOfMonth("2021-06", 2)).toBe(BEYOND);
  });
});

describe("the public form, `days` of a calendar", () => {
  test("knows the same ends, and is frozen", () => {
    expect([answers.knownFrom, answers.knownUntil, answers.answersUntil]).toEqual([first, last, last]);
    expect(Object.isFrozen(answers)).toBe(true);
  });

  test.each([
    ["past the end", last + 1],
    ["far past the end", 84_005],
    ["at the inner sign for it", BEYOND],
    ["before the beginning", first - 1],
    ["at the inner sign for that", -BEYOND],
    ["that is no number", Number.NaN],
    ["that is no day at all", undefined as never],
  ])("answers undefined about a day %s", (_, day) => {
    expect(answers.add(day, 1)).toBeUndefined();
    expect(answers.subtract(day, 1)).toBeUndefined();
    expect(answers.rollForward(day)).toBeUndefined();
    expect(answers.rollBack(day)).toBeUndefined();
    expect(answers.count(day, first)).toBeUndefined();
    expect(answers.count(last, day)).toBeUndefined();
    expect(answers.isWorkingDay(day)).toBeUndefined();
    expect(answers.isProjected(day)).toBeUndefined();
    expect(answers.holidayOn(day)).toBeUndefined();
  });

  test("answers undefined where the answer would lie past the end, or before the beginning", () => {
    expect([answers.add(last - 2, 1), answers.add(last - 3, 1)]).toEqual([undefined, last - 2]);
    expect([answers.subtract(first + 3, 1), answers.subtract(first + 4, 1)]).toEqual([undefined, first + 3]);
    expect(answers.rollForward(last)).toBeUndefined();
    expect(answers.rollBack(first)).toBeUndefined();
    expect(answers.nthOfMonth("2021-05", 20)).toBeUndefined();
    expect(answers.nthOfMonth("2029-01", 1)).toBeUndefined();
    expect(answers.nthOfMonth("2010-12", 1)).toBeUndefined();
  });

  test("answers as the inner form does about every day it knows", () => {
    const { days: projected } = workingCalendar("scotland", { beyondPublished: "project" });
    const inner = epochCalendar("scotland", { beyondPublished: "project" });
    for (let day = last - 400; day <= last + 400; day += 1) {
      expect(projected.add(day, 3)).toBe(inner.add(day, 3));
      expect(projected.subtract(day, 3)).toBe(inner.subtract(day, 3));
      expect(projected.count(last, day)).toBe(inner.count(last, day));
      expect(projected.rollForward(day)).toBe(inner.rollForward(day));
      expect(projected.rollBack(day)).toBe(inner.rollBack(day));
      expect(projected.isWorkingDay(day)).toBe(inner.isWorkingDay(day));
      expect(projected.isProjected(day)).toBe(day > last);
      expect(projected.holidayOn(day)).toEqual(inner.holidayOn(day));
    }
    expect(projected.nthOfMonth("2029-01", 1)).toBe(inner.nthOfMonth("2029-01", 1));
  });

  test("its methods may be taken off", () => {
    const { add, isWorkingDay } = answers;
    expect([add(first, 1), isWorkingDay(first + 3)]).toEqual([first + 3, true]);
  });
});
