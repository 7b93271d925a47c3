import { describe, expect, test } from "vitest";
import { BEYOND, calendarNames, epochCalendar, workingCalendar } from "../../src/calendar/index.js";
import { FIRST, LAST, textOf, wallCalendar } from "../oracle/day-by-day.js";

const N = 60;

/** The next working days after a day, one finger step at a time, up to sixty of them. */
function walk(wall: ReturnType<typeof wallCalendar>, day: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let at = day + step; found.length < N && at >= FIRST && at <= LAST; at += step) {
    if (wall.isWorkingDay(at)) found.push(at);
  }
  return found;
}

describe.each(calendarNames)("%s, every day of 2011 to 2028", (name) => {
  const wall = wallCalendar(name);
  const calendar = workingCalendar(name);
  const days = epochCalendar(name);
  const everyDay = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);

  test("after and before, n from 1 to 60", () => {
    const wrong: string[] = [];
    for (const day of everyDay) {
      const [after, before] = [walk(wall, day, 1), walk(wall, day, -1)];
      for (let n = 1; n <= N; n += 1) {
        if (days.add(day, n) !== (after[n - 1] ?? BEYOND)) wrong.push(`${textOf(day)} + ${n}`);
        if (days.subtract(day, n) !== (before[n - 1] ?? -BEYOND)) wrong.push(`${textOf(day)} - ${n}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("count, to each of the ninety days that follow", () => {
    const wrong: string[] = [];
    for (const a of everyDay) {
      let count = 0;
      for (let b = a + 1; b <= Math.min(a + 90, LAST); b += 1) {
        if (wall.isWorkingDay(b)) count += 1;
        if (days.count(a, b) !== count || days.count(b, a) !== -count)
          wrong.push(`${textOf(a)} to ${textOf(b)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("rolls and working days", () => {
    const wrong = everyDay.filter(
      (day) =>
        days.isWorkingDay(day) !== wall.isWorkingDay(day) ||
        days.rollForward(day) !== (wall.rollForward(day) ?? BEYOND) ||
        days.rollBack(day) !== (wall.rollBack(day) ?? -BEYOND),
    );
    expect(wrong.map(textOf)).toEqual([]);
  });

  test("the nth working day of every month, and the last", () => {
    const months = new Map<string, number[]>();
    for (const day of everyDay.filter(wall.isWorkingDay)) {
      const month = textOf(day).slice(0, 7);
      months.set(month, [...(months.get(month) ?? []), day]);
    }
    expect(months.size).toBe(18 * 12);
    for (const [month, worked] of months) {
      const dates = worked.map(textOf);
      expect(dates.map((_, index) => calendar.nthWorkingDayOfMonth(month, index + 1))).toEqual(dates);
      expect(days.nthOfMonth(month, worked.length + 1)).toBe(BEYOND);
      expect(calendar.lastWorkingDayOfMonth(month)).toBe(dates.at(-1));
    }
  });
});
