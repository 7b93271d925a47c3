import { UTCDate } from "@date-fns/utc";
import { parse } from "date-fns/parse";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { epochDay, isoDate, longDate, readUkDate } from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

describe("longDate", () => {
  test.each([
    ["2021-04-01", "Thu 1 Apr 2021"],
    ["2022-09-19", "Mon 19 Sep 2022"],
    ["1969-12-31", "Wed 31 Dec 1969"],
    ["2024-02-29", "Thu 29 Feb 2024"],
  ])("%s is %s", (date, words) => {
    expect(longDate(epochDay(date))).toBe(words);
  });

  test("refuses a number that is no day", () => {
    expect(messageOf(() => longDate(2 ** 30)).code).toBe("date/epoch-day");
  });
});

describe("readUkDate", () => {
  test.each([
    ["01/04/2021", "2021-04-01"],
    ["1/4/2021", "2021-04-01"],
    ["31/12/2199", "2199-12-31"],
    ["29/02/2024", "2024-02-29"],
  ])("%s is %s", (text, date) => {
    expect(isoDate(readUkDate(text)!)).toBe(date);
  });

  test.each([
    "29/02/2021",
    "31/04/2021",
    "13/13/2021",
    "00/01/2021",
    "1/4/21",
    "1-4-2021",
    " 1/4/2021",
    "1/4/2021 ",
    "001/4/2021",
    "1/004/2021",
    "1/4/20211",
    "",
    "01/04/1899",
    "2021-04-01",
  ])("%s is no date", (text) => {
    expect(readUkDate(text)).toBeUndefined();
  });

  test("what is no text is no date", () => {
    expect(readUkDate(undefined as never)).toBeUndefined();
    expect(readUkDate(1042021 as never)).toBeUndefined();
    expect(readUkDate(["1/4/2021"] as never)).toBeUndefined();
  });

  test("agrees with date-fns on every day, month and year", () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(number(32), number(13), fc.integer({ min: 1900, max: 2199 }), (day, month, year) => {
        const text = `${day}/${month}/${year}`;
        const expected = parse(text, "d/M/y", new UTCDate(0)).getTime() / 86_400_000;
        expect(readUkDate(text)).toBe(Number.isNaN(expected) ? undefined : expected);
      }),
      { numRuns: 2000 },
    );
  });
});
