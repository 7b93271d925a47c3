import { describe, expect, test } from "vitest";
import { epochDay, isIsoDate, isoDate, readEpochDay } from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

describe("epochDay", () => {
  test("counts days from 1970-01-01", () => {
    expect(epochDay("1970-01-01")).toBe(0);
    expect(epochDay("1970-02-01")).toBe(31);
    expect(epochDay("1969-12-31")).toBe(-1);
    // 51 years to 2021-01-01, 13 of them leap years (1972 to 2020): 51 × 365 + 13; then January to March: 90.
    expect(epochDay("2021-04-01")).toBe(51 * 365 + 13 + 90);
  });

  test("reaches from 1900-01-01 to 2199-12-31", () => {
    expect(epochDay("1900-01-01")).toBe(-25_567);
    expect(epochDay("2199-12-31")).toBe(84_005);
  });

  test("reads anything shaped like Temporal.PlainDate", () => {
    expect(epochDay({ year: 2024, month: 2, day: 29 })).toBe(epochDay("2024-02-29"));
    expect(epochDay({ year: 1900, month: 1, day: 1 })).toBe(-25_567);
    expect(epochDay({ year: 2199, month: 12, day: 31 })).toBe(84_005);
    class PlainDate {
      get year() {
        return 2021;
      }
      get month() {
        return 4;
      }
      get day() {
        return 1;
      }
    }
    expect(epochDay(new PlainDate())).toBe(epochDay("2021-04-01"));
  });

  test("knows which century years are leap years", () => {
    expect(isIsoDate("1900-02-29")).toBe(false);
    expect(isIsoDate("2000-02-29")).toBe(true);
    expect(isIsoDate("2100-02-29")).toBe(false);
    expect(isIsoDate("2024-02-29")).toBe(true);
  });
});

const EXAMPLE = 'a date as text, year first, such as "2021-04-01"';
const LONDON = "Turn the instant into a date with londonDate(instant), which knows British Summer Time.";

describe("a date that is none is refused in words", () => {
  test.each<[unknown, string, string]>([
    [
      "2021-02-29",
      "date/day",
      'Not accepted: "2021-02-29". Expected a day that exists: February 2021 has 28 days. Use a day from 1 to 28, or the first of the next month.',
    ],
    [
      "2024-02-30",
      "date/day",
      'Not accepted: "2024-02-30". Expected a day that exists: February 2024 has 29 days. Use a day from 1 to 29, or the first of the next month.',
    ],
    [
      "2021-12-00",
      "date/day",
      'Not accepted: "2021-12-00". Expected a day that exists: December 2021 has 31 days. Use a day from 1 to 31.',
    ],
    [
      "1900-02-29",
      "date/day",
      'Not accepted: "1900-02-29". Expected a day that exists: February 1900 has 28 days. Use a day from 1 to 28, or the first of the next month.',
    ],
    [
      "2199-01-32",
      "date/day",
      'Not accepted: "2199-01-32". Expected a day that exists: January 2199 has 31 days. Use a day from 1 to 31, or the first of the next month.',
    ],
    [
      "2021-13-01",
      "date/month",
      'Not accepted: "2021-13-01". Expected months 1 to 12. Check the order: year, month, day.',
    ],
    [
      "2021-00-01",
      "date/month",
      'Not accepted: "2021-00-01". Expected months 1 to 12. Check the order: year, month, day.',
    ],
    ["1899-12-31", "date/year", 'Not accepted: "1899-12-31". Expected years 1900 to 2199. Check the year.'],
    ["2200-01-01", "date/year", 'Not accepted: "2200-01-01". Expected years 1900 to 2199. Check the year.'],
    ["2021-2-3", "date/form", `Not accepted: "2021-2-3". Expected ${EXAMPLE}. Write "2021-02-03".`],
    [" 2021-02-03", "date/form", `Not accepted: " 2021-02-03". Expected ${EXAMPLE}. Write "2021-02-03".`],
    ["20210203", "date/form", `Not accepted: "20210203". Expected ${EXAMPLE}. Write "2021-02-03".`],
    ["2021/02/03", "date/form", `Not accepted: "2021/02/03". Expected ${EXAMPLE}. Write "2021-02-03".`],
    [
      "03/02/2021",
      "date/form",
      `Not accepted: "03/02/2021". Expected ${EXAMPLE}. Write "2021-02-03" if the day comes first in it.`,
    ],
    [
      "x2021-02-03T10:30",
      "date/form",
      `Not accepted: "x2021-02-03T10:30". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "2021-2-3 or so",
      "date/form",
      `Not accepted: "2021-2-3 or so". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "x03/02/2021",
      "date/form",
      `Not accepted: "x03/02/2021". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "03/02/20211",
      "date/form",
      `Not accepted: "03/02/20211". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "on 3/2/2021",
      "date/form",
      `Not accepted: "on 3/2/2021". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      " 3/2/2021",
      "date/form",
      `Not accepted: " 3/2/2021". Expected ${EXAMPLE}. Write "2021-02-03" if the day comes first in it.`,
    ],
    [
      "2021-2-30",
      "date/form",
      `Not accepted: "2021-2-30". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "31/04/2021",
      "date/form",
      `Not accepted: "31/04/2021". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "1 April",
      "date/form",
      `Not accepted: "1 April". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "+002021-02-03",
      "date/form",
      `Not accepted: "+002021-02-03". Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      "2021-02-03T10:30:00Z",
      "date/instant",
      `Not accepted: "2021-02-03T10:30:00Z". Expected ${EXAMPLE}. ${LONDON}`,
    ],
    ["2021-02-03 10:30", "date/instant", `Not accepted: "2021-02-03 10:30". Expected ${EXAMPLE}. ${LONDON}`],
    [
      "",
      "date/empty",
      `Not accepted: "" (empty text). Expected ${EXAMPLE}. Where the date is not known, leave the record out.`,
    ],
    [
      "  ",
      "date/empty",
      `Not accepted: "  " (empty text). Expected ${EXAMPLE}. Where the date is not known, leave the record out.`,
    ],
    [20210203, "date/form", `Not accepted: 20210203 (number). Expected ${EXAMPLE}. Write "2021-02-03".`],
    [
      44230,
      "date/form",
      `Not accepted: 44230 (number). Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [
      99_999_999,
      "date/form",
      `Not accepted: 99999999 (number). Expected ${EXAMPLE}. Write "YYYY-MM-DD", with every zero.`,
    ],
    [1612348200000, "date/instant", `Not accepted: 1612348200000 (number). Expected ${EXAMPLE}. ${LONDON}`],
    [100_000_000, "date/instant", `Not accepted: 100000000 (number). Expected ${EXAMPLE}. ${LONDON}`],
    [
      Number.NaN,
      "date/number",
      `Not accepted: NaN (number). Expected ${EXAMPLE}. Find the calculation that gave NaN, and give the date as text.`,
    ],
    [new Date(0), "date/instant", `Not accepted: a Date object. Expected ${EXAMPLE}. ${LONDON}`],
    [
      undefined,
      "date/missing",
      `Not accepted: undefined. Expected ${EXAMPLE}. Give the date as text; where it is not known, leave the record out.`,
    ],
    [
      null,
      "date/missing",
      `Not accepted: null. Expected ${EXAMPLE}. Give the date as text; where it is not known, leave the record out.`,
    ],
    [
      {},
      "date/missing",
      `Not accepted: an object. Expected ${EXAMPLE}. Give the date as text; where it is not known, leave the record out.`,
    ],
    [
      true,
      "date/missing",
      `Not accepted: true (boolean). Expected ${EXAMPLE}. Give the date as text; where it is not known, leave the record out.`,
    ],
    [
      { year: 2021, month: 2, day: 29 },
      "date/day",
      "Not accepted: { year: 2021, month: 2, day: 29 }. Expected a day that exists: February 2021 has 28 days. Use a day from 1 to 28, or the first of the next month.",
    ],
    [
      { year: 2021, month: 13, day: 1 },
      "date/month",
      "Not accepted: { year: 2021, month: 13, day: 1 }. Expected months 1 to 12. Check the order: year, month, day.",
    ],
    [
      { year: "2021", month: 4, day: 1 },
      "date/parts",
      'Not accepted: { year: "2021", month: 4, day: 1 }. Expected year, month and day as whole numbers, such as { year: 2021, month: 4, day: 1 }. Give a Temporal.PlainDate, or the three numbers.',
    ],
    [
      { year: 2021, month: 4, day: 1.5 },
      "date/parts",
      "Not accepted: { year: 2021, month: 4, day: 1.5 }. Expected year, month and day as whole numbers, such as { year: 2021, month: 4, day: 1 }. Give a Temporal.PlainDate, or the three numbers.",
    ],
    [
      { year: 2021, month: 4.5, day: 1 },
      "date/parts",
      "Not accepted: { year: 2021, month: 4.5, day: 1 }. Expected year, month and day as whole numbers, such as { year: 2021, month: 4, day: 1 }. Give a Temporal.PlainDate, or the three numbers.",
    ],
    [
      { year: 2021 },
      "date/parts",
      "Not accepted: { year: 2021, month: undefined, day: undefined }. Expected year, month and day as whole numbers, such as { year: 2021, month: 4, day: 1 }. Give a Temporal.PlainDate, or the three numbers.",
    ],
  ])("%o", (given, code, message) => {
    expect(messageOf(() => epochDay(given as string))).toEqual({ code, message });
    expect(readEpochDay(given)).toBeNaN();
    expect(isIsoDate(given)).toBe(false);
  });
});

describe("isoDate", () => {
  test("writes the same text again", () => {
    expect(isoDate(18_718)).toBe("2021-04-01");
    expect(isoDate(18_718)).toBe("2021-04-01");
  });

  test.each([0.5, Number.NaN, -25_568, 84_006, 2 ** 30, -(2 ** 30), 2 ** 32 + 18_718])(
    "refuses %d",
    (day) => {
      expect(messageOf(() => isoDate(day))).toEqual({
        code: "date/epoch-day",
        message: `Not accepted: ${day} (number). Expected a whole number of days since 1970-01-01, from -25567 (1900-01-01) to 84005 (2199-12-31). Make the number with epochDay, and test an answer for undefined before writing it as text.`,
      });
    },
  );
});
