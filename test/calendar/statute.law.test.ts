import { describe, expect, test } from "vitest";
import { calendarChanges, type Nation, workingCalendar } from "../../src/calendar/index.js";
import { titles } from "../../src/calendar/published.js";
import { statutoryDays } from "../../src/calendar/statute.js";
import { isoDate } from "../../src/date/index.js";
import { bankHolidays } from "../oracle/bank-holidays.js";
import { dayOf, textOf } from "../oracle/day-by-day.js";

const nations = ["england-and-wales", "scotland", "northern-ireland"] as const;
const years = Array.from({ length: 18 }, (_, index) => 2011 + index);

/**
 * Where the list gives the days the rules give, but names them the other way round: the rules leave a day
 * that falls on a weekday its own name, and in these years the list named the first day after the first holiday.
 */
const namedInOrder: Readonly<Record<string, string>> = {
  "2011 12-26": "Christmas Day",
  "2011 12-27": "Boxing Day",
  "2023 scotland 01-02": "New Year’s Day",
  "2023 scotland 01-03": "2nd January",
};

/** The rules for a year, with the declared exceptions of that year. */
function expectedOf(nation: Nation, year: number) {
  const found = new Map<string, string>(
    statutoryDays(nation, year).map(({ day, letter }) => [isoDate(day), titles[letter] as string]),
  );
  for (const { kind, nations: changed, from, to, title } of calendarChanges) {
    if (kind === "corrected" || !changed.includes(nation) || !to.startsWith(`${year}-`)) continue;
    if (from !== undefined) expect(found.delete(from)).toBe(true);
    found.set(to, title);
  }
  for (const [on] of found) {
    const day = on.slice(5);
    found.set(
      on,
      namedInOrder[`${year} ${day}`] ?? namedInOrder[`${year} ${nation} ${day}`] ?? found.get(on)!,
    );
  }
  return [...found].map(([on, title]) => ({ on, title })).sort((one, other) => (one.on < other.on ? -1 : 1));
}

describe("rules and declared exceptions are the published list", () => {
  for (const nation of nations) {
    test.each(years)(`${nation} in %d`, (year) => {
      const published = bankHolidays(nation)
        .filter(({ on }) => on.startsWith(`${year}-`))
        .map(({ on, title }) => ({ on, title: title.replace(" (VE day)", "") }));
      expect(expectedOf(nation, year)).toEqual(published);
    });
  }

  test("the substitutes of the rules are the substitutes of the list, names apart", () => {
    for (const nation of nations) {
      for (const year of years.filter((given) => given !== 2011 && given !== 2023)) {
        const listed = workingCalendar(nation)
          .holidays(year)
          .filter(({ kind }) => kind === "substitute");
        const ruled = statutoryDays(nation, year).filter(({ kind }) => kind === "substitute");
        expect(ruled.map(({ day }) => isoDate(day))).toEqual(listed.map(({ on }) => on));
      }
    }
  });
});

describe("years without a list", () => {
  test("2033 in Scotland", () => {
    // 1 January 2033 is a Saturday and 25 December a Sunday; Easter Sunday is 17 April.
    expect(
      statutoryDays("scotland", 2033).map(({ day, letter, kind }) => [isoDate(day), letter, kind]),
    ).toEqual([
      ["2033-01-03", "n", "substitute"],
      ["2033-01-04", "j", "substitute"],
      ["2033-04-15", "g", "ordinary"],
      ["2033-05-02", "m", "ordinary"],
      ["2033-05-30", "s", "ordinary"],
      ["2033-08-01", "a", "ordinary"],
      ["2033-11-30", "t", "ordinary"],
      ["2033-12-26", "b", "ordinary"],
      ["2033-12-27", "c", "substitute"],
    ]);
  });

  test("no year from 1900 to 2199 has a holiday on a weekend or two on one day", () => {
    for (const nation of nations) {
      const count = { "england-and-wales": 8, scotland: 9, "northern-ireland": 10 }[nation];
      for (let year = 1900; year <= 2199; year += 1) {
        const days = statutoryDays(nation, year).map(({ day }) => day);
        expect(new Set(days).size).toBe(count);
        for (const day of days) expect(new Date(textOf(day)).getUTCDay() % 6).not.toBe(0);
      }
    }
  });

  test("Good Friday lies two days before the Sunday after the paschal full moon, by the tables, every year", () => {
    for (let year = 1900; year <= 2199; year += 1) {
      const friday = statutoryDays("england-and-wales", year).find(({ letter }) => letter === "g")!;
      expect(isoDate(friday.day + 2)).toBe(easterByTables(year));
    }
  });

  test("Easter Sundays printed in almanacs", () => {
    // The earliest and the latest of two centuries, and the years around today.
    for (const easter of [
      "1913-03-23",
      "1943-04-25",
      "2008-03-23",
      "2038-04-25",
      "2024-03-31",
      "2025-04-20",
      "2100-03-28",
    ]) {
      const friday = statutoryDays("scotland", Number(easter.slice(0, 4))).find(
        ({ letter }) => letter === "g",
      )!;
      expect(isoDate(friday.day + 2)).toBe(easter);
    }
  });
});

/**
 * The tables of the Calendar (New Style) Act 1750 for 1900 to 2199, which share one row: the day of the
 * full moon for each Golden Number, and then the next Sunday, looked for a day at a time.
 */
function easterByTables(year: number): string {
  const fullMoons = [
    "04-14",
    "04-03",
    "03-23",
    "04-11",
    "03-31",
    "04-18",
    "04-08",
    "03-28",
    "04-16",
    "04-05",
    "03-25",
    "04-13",
    "04-02",
    "03-22",
    "04-10",
    "03-30",
    "04-17",
    "04-07",
    "03-27",
  ];
  let day = dayOf(`${year}-${fullMoons[year % 19]}`) + 1;
  while (new Date(textOf(day)).getUTCDay() !== 0) day += 1;
  return textOf(day);
}
