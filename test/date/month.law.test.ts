import { UTCDate } from "@date-fns/utc";
import { addMonths as addMonthsOfDateFns } from "date-fns/addMonths";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMonths,
  dayOfWeek,
  firstOfMonth,
  isoDate,
  lastOfMonth,
  monthOf,
  nextMonth,
  yearOf,
} from "../../src/date/index.js";
import { textOf } from "../oracle/day-by-day.js";

const days = fc.integer({ min: -25_567, max: 84_005 });
const everyDay = Array.from({ length: 84_005 + 25_567 + 1 }, (_, index) => index - 25_567);

test("addMonths agrees with date-fns in UTC", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const expected = addMonthsOfDateFns(new UTCDate(day * 86_400_000), months);
      fc.pre(expected.getUTCFullYear() >= 1900 && expected.getUTCFullYear() <= 2199);
      expect(isoDate(addMonths(day, months))).toBe(expected.toISOString().slice(0, 10));
    }),
    { numRuns: 5000 },
  );
});

test("the month and the year of every day are those of its text", () => {
  const wrong = everyDay.filter(
    (day) => monthOf(day) !== textOf(day).slice(0, 7) || yearOf(day) !== Number(textOf(day).slice(0, 4)),
  );
  expect(wrong).toEqual([]);
});

test("every day lies between the first and the last of its month", () => {
  const wrong = everyDay.filter((day) => firstOfMonth(monthOf(day)) > day || lastOfMonth(monthOf(day)) < day);
  expect(wrong).toEqual([]);
});

test("the day after the last of a month is the first of the next", () => {
  for (let month = "1900-01"; month !== "2199-12"; month = nextMonth(month)) {
    expect(lastOfMonth(month) + 1).toBe(firstOfMonth(nextMonth(month)));
  }
});

test("months on and months back meet again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 1200 }), (start, months) => {
      const month = nextMonth("1900-01", start);
      expect(nextMonth(nextMonth(month, months), -months)).toBe(month);
    }),
  );
});

test("the day of the week is the platform's in UTC, Sunday as 7, on every day", () => {
  const wrong = everyDay.filter((day) => dayOfWeek(day) !== (new Date(day * 86_400_000).getUTCDay() || 7));
  expect(wrong).toEqual([]);
});
