import { describe, expect, test } from "vitest";
import {
  addMonths,
  epochDay,
  firstOfMonth,
  isoDate,
  lastOfMonth,
  monthOf,
  nextMonth,
} from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

describe("addMonths", () => {
  test.each([
    ["2021-04-01", 1, "2021-05-01"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2021-03-31", 1, "2021-04-30"],
    ["2021-03-31", -1, "2021-02-28"],
    ["2021-12-15", 1, "2022-01-15"],
    ["2021-01-15", -1, "2020-12-15"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2021-04-01", 0, "2021-04-01"],
    ["1900-01-31", 3599, "2199-12-31"],
  ])("%s and %d months is %s", (from, months, to) => {
    expect(isoDate(addMonths(epochDay(from), months))).toBe(to);
  });

  test.each([
    ["2199-12-01", 1],
    ["1900-01-01", -1],
    ["2021-04-01", 1.5],
    ["2021-04-01", Number.NaN],
  ])("%s and %d months is refused", (from, months) => {
    expect(messageOf(() => addMonths(epochDay(from), months))).toEqual({
      code: "date/month-step",
      message: `Not accepted: ${from} and ${months} (number) of months. Expected a whole number of months that stays within 1900-01 to 2199-12. Check the number of months.`,
    });
  });

  test("a number that is no day is refused", () => {
    expect(messageOf(() => addMonths(84_006, 1)).code).toBe("date/epoch-day");
    expect(messageOf(() => monthOf(-25_568)).code).toBe("date/epoch-day");
    expect(messageOf(() => monthOf(Number.NaN)).code).toBe("date/epoch-day");
  });
});

describe("months as text", () => {
  test("have a first and a last day", () => {
    expect(isoDate(firstOfMonth("2021-02"))).toBe("2021-02-01");
    expect(isoDate(lastOfMonth("2021-02"))).toBe("2021-02-28");
    expect(isoDate(lastOfMonth("2199-12"))).toBe("2199-12-31");
  });

  test("follow each other", () => {
    expect(nextMonth("2021-12")).toBe("2022-01");
    expect(nextMonth("2022-01", -1)).toBe("2021-12");
    expect(nextMonth("2021-04", 0)).toBe("2021-04");
    expect(nextMonth("1900-01", 3599)).toBe("2199-12");
  });

  test("end with the days that have a name", () => {
    expect(monthOf(epochDay("1900-01-01"))).toBe("1900-01");
    expect(monthOf(epochDay("2199-12-31"))).toBe("2199-12");
  });

  test.each([
    ["2199-12", 1],
    ["1900-01", -1],
    ["2021-04", 0.5],
  ])("%s and %d more is refused", (month, months) => {
    expect(messageOf(() => nextMonth(month, months))).toEqual({
      code: "date/month-step",
      message: `Not accepted: ${month} and ${months} (number) of months. Expected a whole number of months that stays within 1900-01 to 2199-12. Check the number of months.`,
    });
  });

  test.each([
    ["2021-4", '"2021-4"'],
    ["2021-13", '"2021-13"'],
    ["2021-00", '"2021-00"'],
    ["1899-12", '"1899-12"'],
    ["2200-01", '"2200-01"'],
    ["2021-04-01", '"2021-04-01"'],
    ["x2021-04", '"x2021-04"'],
    [202104, "202104 (number)"],
    [["2021-04"], "a list"],
  ])("%s is no month", (given, shown) => {
    expect(messageOf(() => firstOfMonth(given as string))).toEqual({
      code: "date/month-form",
      message: `Not accepted: ${shown}. Expected a month as text, year first, such as "2021-04", from 1900-01 to 2199-12. Write the year with four digits and the month with two; monthOf gives the month of a day.`,
    });
  });
});
