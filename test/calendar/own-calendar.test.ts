import { describe, expect, test } from "vitest";
import { workingCalendar } from "../../src/calendar/index.js";
import { epochDay, isoDate } from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

describe("a list of one's own", () => {
  test("is known for the whole years from its first day to its last, unless told", () => {
    const calendar = workingCalendar(["2022-05-02", "2021-12-24"]);
    expect([calendar.name, calendar.knownFrom, calendar.knownUntil]).toEqual([
      "your own list",
      "2021-01-01",
      "2022-12-31",
    ]);
    // Thursday 23 December 2021, the 24th off, the weekend; bank holidays are no part of the list.
    expect(calendar.addWorkingDays("2021-12-23", 1)).toBe("2021-12-27");
    expect(calendar.holidayOn("2021-12-24")).toEqual({
      on: "2021-12-24",
      title: "Holiday",
      kind: "ordinary",
    });
  });

  test("may say its name, its days and the days it is complete for", () => {
    const calendar = workingCalendar({
      name: "our offices",
      holidays: [{ on: { year: 2021, month: 12, day: 24 }, title: "Founder's day", knownOn: "2021-06-01" }],
      knownFrom: "2021-10-01",
      knownUntil: { year: 2022, month: 3, day: 31 },
    });
    expect([calendar.name, calendar.knownFrom, calendar.knownUntil]).toEqual([
      "our offices",
      "2021-10-01",
      "2022-03-31",
    ]);
    expect(calendar.holidays({ from: "2021-12-01", until: "2021-12-31" })).toEqual([
      { on: "2021-12-24", title: "Founder's day", kind: "ordinary", knownOn: "2021-06-01" },
    ]);
    expect(calendar.asKnownOn("2021-05-31").isWorkingDay("2021-12-24")).toBe(true);
    expect(calendar.asKnownOn("2021-06-01").isWorkingDay("2021-12-24")).toBe(false);
    expect(calendar.asKnownOn("2021-05-31").laterChanges).toEqual([]);
    expect(messageOf(() => calendar.addWorkingDays("2022-03-31", 1))).toEqual({
      code: "calendar/beyond-known",
      message:
        "Not accepted: 1 working day after 2022-03-31. Expected 2021-10-01 to 2022-03-31, the last day the holidays of our offices are known to. Extend the list, and its knownUntil.",
    });
  });

  test("may hold weekends, the same day twice, and closures besides", () => {
    const calendar = workingCalendar(["2021-04-03", "2021-04-06", "2021-04-06"], {
      closures: ["2021-04-07"],
    });
    expect(calendar.addWorkingDays("2021-04-02", 2)).toBe("2021-04-08");
    expect(calendar.holidayOn("2021-04-03")?.title).toBe("Holiday");
  });

  test("may be empty when it says what it is complete for", () => {
    const calendar = workingCalendar({ holidays: [], knownFrom: "2021-01-01", knownUntil: "2021-01-31" });
    expect(calendar.countWorkingDays("2021-01-01", "2021-01-31")).toBe(20);
    const oneDay = workingCalendar({ holidays: [], knownFrom: "2021-01-01", knownUntil: "2021-01-01" });
    expect(oneDay.isWorkingDay("2021-01-01")).toBe(true);
  });

  test("is not kept: asking twice makes two calendars", () => {
    const list = ["2021-12-24"];
    expect(workingCalendar(list)).not.toBe(workingCalendar(list));
  });
});

describe("a list that cannot be a calendar is refused", () => {
  const empty = {
    code: "calendar/own-list",
    message:
      "Not accepted: an empty list of holidays. Expected a list of at least one day. Give knownFrom and knownUntil, the days the list is complete for, where it may be empty.",
  };

  test("empty and silent about its days", () => {
    expect(messageOf(() => workingCalendar([]))).toEqual(empty);
    expect(messageOf(() => workingCalendar({ holidays: [], knownFrom: "2021-01-01" }))).toEqual(empty);
    expect(messageOf(() => workingCalendar({ holidays: [], knownUntil: "2021-01-01" }))).toEqual(empty);
  });

  test("ending before it begins, or longer than 179 years", () => {
    const span = (knownFrom: string, knownUntil: string) =>
      workingCalendar({ holidays: [], knownFrom, knownUntil });
    const rest =
      "Expected an end on or after the beginning, and at most 179 years after it. Check knownFrom, knownUntil and the years of the list.";
    expect(messageOf(() => span("2021-01-02", "2021-01-01"))).toEqual({
      code: "calendar/own-list",
      message: `Not accepted: a calendar known from 2021-01-02 until 2021-01-01. ${rest}`,
    });
    const last = epochDay("1900-01-01") + 65_534;
    expect(messageOf(() => span("1900-01-01", isoDate(last + 1))).message).toContain(rest);
    const longest = span("1900-01-01", isoDate(last));
    // With no holidays, the last weekday of the span is in the tables too: 65,535 days are 9,362 weeks and a day.
    expect(longest.countWorkingDays("1900-01-01", isoDate(last))).toBe(9362 * 5);
    expect(longest.rollBack(isoDate(last))).toBe(isoDate(last));
  });

  test("with a day outside its own days", () => {
    const stray = {
      holidays: ["2022-01-01"],
      knownFrom: "2021-01-01",
      knownUntil: "2021-12-31",
      name: "our offices",
    };
    expect(messageOf(() => workingCalendar(stray))).toEqual({
      code: "calendar/stray-day",
      message:
        "Not accepted: 2022-01-01 as a day off. Expected 2021-01-01 to 2021-12-31, the days our offices answers for. Check its year, or leave it out.",
    });
  });

  test("projected, for it has no rules", () => {
    expect(messageOf(() => workingCalendar(["2021-12-24"], { beyondPublished: "project" }))).toEqual({
      code: "calendar/beyond-published",
      message:
        "Not accepted: a list of your own with beyondPublished. Expected projection of the published lists. List the days, and say with knownUntil how far the list is complete.",
    });
  });
});
