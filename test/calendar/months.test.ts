import { describe, expect, test } from "vitest";
import { workingCalendar } from "../../src/calendar/index.js";
import { messageOf } from "../oracle/message.js";

const calendar = workingCalendar("england-and-wales");
const known = "2011-01-01 to 2028-12-31, the last day the holidays of england-and-wales are known to";

describe("the nth working day of a month", () => {
  test.each([
    // September 2022: Thu 1, Fri 2, Mon 5, Tue 6, Wed 7.
    ["2022-09", 5, "2022-09-07"],
    // September 2022 goes on: Thu 8, Fri 9, 12 to 16, the State Funeral on the 19th left out, Tue 20, Wed 21, Thu 22.
    ["2022-09", 15, "2022-09-22"],
    // May 2021: the 3rd is a holiday, so Tuesday the 4th is the first.
    ["2021-05", 1, "2021-05-04"],
  ])("%s: %d is %s", (month, n, date) => {
    expect(calendar.nthWorkingDayOfMonth(month, n)).toBe(date);
  });

  test("a month with fewer is a fault that says how many", () => {
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2021-05", 20))).toEqual({
      code: "calendar/no-such-working-day",
      message:
        "Given working day 20 of 2021-05. Allowed: its 19 working days. Use lastWorkingDayOfMonth for the last one.",
    });
    // The first of June 2021 is worked, and counts among its 22.
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2021-06", 23)).message).toBe(
      "Given working day 23 of 2021-06. Allowed: its 22 working days. Use lastWorkingDayOfMonth for the last one.",
    );
  });

  test.each([0, -1, 1.5, Number.NaN])("%d is no number of a working day", (n) => {
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2021-05", n))).toEqual({
      code: "calendar/working-days",
      message: `Given ${n} (number) as the number of a working day. Allowed: a whole number, 1 or more. Count from 1; lastWorkingDayOfMonth gives the last.`,
    });
  });

  test("a month that is none, or not known, is a fault", () => {
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2021-5", 1)).code).toBe("date/month-form");
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2029-01", 1))).toEqual({
      code: "calendar/beyond-known",
      message: `Given 2029-01-01. Allowed: ${known}. Install a newer version of programme-rules, or pass { beyondPublished: "project" } to use the days the statutory rules expect.`,
    });
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2010-12", 1)).code).toBe("calendar/before-known");
  });
});

describe("the last working day of a month", () => {
  test.each([
    ["2021-05", "2021-05-28"],
    ["2021-06", "2021-06-30"],
    ["2022-12", "2022-12-30"],
    ["2011-01", "2011-01-31"],
    ["2028-12", "2028-12-29"],
  ])("%s: %s", (month, date) => {
    expect(calendar.lastWorkingDayOfMonth(month)).toBe(date);
  });

  test("is not guessed where the end of the month is not known", () => {
    const own = workingCalendar({ holidays: [], knownFrom: "2021-04-15", knownUntil: "2021-05-14" });
    expect(own.lastWorkingDayOfMonth("2021-04")).toBe("2021-04-30");
    expect(messageOf(() => own.lastWorkingDayOfMonth("2021-05"))).toEqual({
      code: "calendar/beyond-known",
      message:
        "Given 2021-05-31. Allowed: 2021-04-15 to 2021-05-14, the last day the holidays of your own list are known to. Extend the list, and its knownUntil.",
    });
    expect(messageOf(() => own.nthWorkingDayOfMonth("2021-05", 11)).message).toContain("Given 2021-05-31.");
  });

  test("may be the first", () => {
    // Tuesday 1 June 2021, and then the offices are shut.
    const shut = Array.from({ length: 29 }, (_, index) => `2021-06-${String(index + 2).padStart(2, "0")}`);
    const calendarOfJune = workingCalendar("england-and-wales", { closures: shut });
    expect(calendarOfJune.lastWorkingDayOfMonth("2021-06")).toBe("2021-06-01");
  });

  test("a month shut throughout has none", () => {
    const june = Array.from({ length: 30 }, (_, index) => `2021-06-${String(index + 1).padStart(2, "0")}`);
    const shut = workingCalendar("england-and-wales", { closures: june });
    expect(messageOf(() => shut.lastWorkingDayOfMonth("2021-06"))).toEqual({
      code: "calendar/no-such-working-day",
      message:
        "Given working day 1 of 2021-06. Allowed: its 0 working days. Use lastWorkingDayOfMonth for the last one.",
    });
    const middle = workingCalendar({
      holidays: june.slice(9),
      knownFrom: "2021-06-10",
      knownUntil: "2021-07-31",
    });
    expect(messageOf(() => middle.lastWorkingDayOfMonth("2021-06")).message).toContain("Given 2021-06-01.");
  });
});

describe("a day of the month, rolled", () => {
  test.each([
    // 15 May 2021 is a Saturday.
    ["2021-05", 15, "forward", "2021-05-17"],
    ["2021-05", 15, "back", "2021-05-14"],
    ["2021-06", 15, "forward", "2021-06-15"],
    ["2021-06", 15, "back", "2021-06-15"],
    // 31 July 2021 is a Saturday; Monday is 2 August.
    ["2021-07", 31, "forward", "2021-08-02"],
    ["2021-05", 1, "back", "2021-04-30"],
  ] as const)("%s-%d, %s: %s", (month, day, direction, date) => {
    expect(calendar.rolledDayOfMonth(month, day, direction)).toBe(date);
  });

  test("rolls forward unless told", () => {
    expect(calendar.rolledDayOfMonth("2021-05", 15)).toBe("2021-05-17");
  });

  test.each([0, 32, 1.5, Number.NaN])("day %d of May is a fault", (day) => {
    expect(messageOf(() => calendar.rolledDayOfMonth("2021-05", day))).toEqual({
      code: "calendar/day-of-month",
      message: `Given day ${day} (number) of 2021-05. Allowed: its days 1 to 31. Decide what a shorter month means: its last working day is lastWorkingDayOfMonth.`,
    });
  });

  test("February has no 29th in 2021", () => {
    expect(messageOf(() => calendar.rolledDayOfMonth("2021-02", 29)).message).toContain("its days 1 to 28");
    expect(calendar.rolledDayOfMonth("2024-02", 29)).toBe("2024-02-29");
  });

  test("a roll past the last day known is a fault", () => {
    expect(messageOf(() => calendar.rolledDayOfMonth("2028-12", 31)).message).toContain(
      "Given rolling forward from 2028-12-31.",
    );
    expect(messageOf(() => calendar.rolledDayOfMonth("2011-01", 1, "back")).message).toContain(
      "Given rolling back from 2011-01-01.",
    );
    expect(messageOf(() => calendar.rolledDayOfMonth("2029-01", 1)).message).toContain("Given 2029-01-01.");
  });
});
