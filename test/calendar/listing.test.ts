import { describe, expect, test } from "vitest";
import { workingCalendar } from "../../src/calendar/index.js";
import { messageOf } from "../oracle/message.js";

const calendar = workingCalendar("england-and-wales");

describe("workingDaysIn", () => {
  test("takes in both ends", () => {
    expect(calendar.workingDaysIn({ from: "2021-04-01", until: "2021-04-07" })).toEqual([
      "2021-04-01",
      "2021-04-06",
      "2021-04-07",
    ]);
    expect(calendar.workingDaysIn({ from: "2021-04-02", until: "2021-04-05" })).toEqual([]);
    expect(calendar.workingDaysIn({ from: "2028-12-29", until: "2028-12-31" })).toEqual(["2028-12-29"]);
  });

  test("refuses a span that is reversed or not known", () => {
    expect(messageOf(() => calendar.workingDaysIn({ from: "2021-04-07", until: "2021-04-01" })).code).toBe(
      "date/span-reversed",
    );
    expect(
      messageOf(() => calendar.workingDaysIn({ from: "2028-12-29", until: "2029-01-01" })).message,
    ).toContain("Not accepted: 2029-01-01.");
    expect(
      messageOf(() => calendar.workingDaysIn({ from: "2010-12-29", until: "2011-01-10" })).message,
    ).toContain("Not accepted: 2010-12-29.");
  });

  test("gives a frozen list", () => {
    expect(Object.isFrozen(calendar.workingDaysIn({ from: "2021-04-01", until: "2021-04-07" }))).toBe(true);
  });
});

describe("holidays", () => {
  test("of a year, in order", () => {
    expect(calendar.holidays(2021).map(({ on }) => on)).toEqual([
      "2021-01-01",
      "2021-04-02",
      "2021-04-05",
      "2021-05-03",
      "2021-05-31",
      "2021-08-30",
      "2021-12-27",
      "2021-12-28",
    ]);
  });

  test("of a span, both ends in it", () => {
    const titles = calendar.holidays({ from: "2022-06-02", until: "2022-06-03" }).map(({ title }) => title);
    expect(titles).toEqual(["Spring bank holiday", "Platinum Jubilee bank holiday"]);
  });

  test("are frozen, list and days", () => {
    const holidays = calendar.holidays(2021);
    expect(Object.isFrozen(holidays)).toBe(true);
    expect(holidays.every(Object.isFrozen)).toBe(true);
  });

  test.each<[unknown, string]>([
    ["2021", '"2021"'],
    [20.5, "20.5 (number)"],
    [1899, "1899 (number)"],
    [2200, "2200 (number)"],
    [null, "null (object)"],
  ])("%o is no year", (given, shown) => {
    expect(messageOf(() => calendar.holidays(given as number))).toEqual({
      code: "calendar/year",
      message: `Not accepted: ${shown}. Expected a year such as 2022, or { from, until }. Give the year as a number, or the span with both its dates.`,
    });
  });

  test("of a year not known are a fault, at either end", () => {
    expect(messageOf(() => calendar.holidays(2029)).code).toBe("calendar/beyond-known");
    expect(messageOf(() => calendar.holidays(2199)).code).toBe("calendar/beyond-known");
    expect(messageOf(() => calendar.holidays(2010)).code).toBe("calendar/before-known");
    expect(messageOf(() => calendar.holidays(1900)).code).toBe("calendar/before-known");
  });
});

describe("reckonWorkingDays", () => {
  test("shows what did not count", () => {
    expect(calendar.reckonWorkingDays("2021-04-01", 2)).toEqual({
      from: "2021-04-01",
      workingDays: 2,
      on: "2021-04-07",
      notCounted: [
        { on: "2021-04-02", holiday: { on: "2021-04-02", title: "Good Friday", kind: "ordinary" } },
        { on: "2021-04-03" },
        { on: "2021-04-04" },
        { on: "2021-04-05", holiday: { on: "2021-04-05", title: "Easter Monday", kind: "ordinary" } },
      ],
      projected: false,
    });
  });

  test("counts back with a negative number", () => {
    expect(calendar.reckonWorkingDays("2021-05-04", -1)).toEqual({
      from: "2021-05-04",
      workingDays: -1,
      on: "2021-04-30",
      notCounted: [
        { on: "2021-05-01" },
        { on: "2021-05-02" },
        {
          on: "2021-05-03",
          holiday: { on: "2021-05-03", title: "Early May bank holiday", kind: "ordinary" },
        },
      ],
      projected: false,
    });
  });

  test("leaves the first day out, worked or not", () => {
    expect(calendar.reckonWorkingDays("2021-04-03", 1).notCounted.map(({ on }) => on)).toEqual([
      "2021-04-04",
      "2021-04-05",
    ]);
    expect(calendar.reckonWorkingDays("2021-04-03", -1).notCounted.map(({ on }) => on)).toEqual([
      "2021-04-02",
    ]);
    expect(calendar.reckonWorkingDays("2021-04-06", 1).notCounted).toEqual([]);
    expect(calendar.reckonWorkingDays("2021-04-03", 1).on).toBe("2021-04-06");
    expect(calendar.reckonWorkingDays("2021-04-03", -1).on).toBe("2021-04-01");
  });

  test("is frozen throughout", () => {
    const reckoning = calendar.reckonWorkingDays("2021-04-01", 2);
    expect(Object.isFrozen(reckoning) && Object.isFrozen(reckoning.notCounted)).toBe(true);
    expect(reckoning.notCounted.every(Object.isFrozen)).toBe(true);
  });

  test.each([
    [
      0,
      "0 working days",
      "Use rollForward for the day itself or the first working day after it, rollBack for the last before it.",
    ],
    [0.5, "0.5 (number) of working days", "Round it as the contract says, or count in another unit."],
  ])("%d is refused", (n, given, todo) => {
    expect(messageOf(() => calendar.reckonWorkingDays("2021-04-01", n))).toEqual({
      code: n === 0 ? "calendar/zero-working-days" : "calendar/working-days",
      message: `Not accepted: ${given}. Expected a whole number of working days, negative to count back, and not 0. ${todo}`,
    });
  });

  test("an answer that is not known is refused", () => {
    expect(messageOf(() => calendar.reckonWorkingDays("2028-12-29", 1)).message).toContain(
      "Not accepted: 1 working day from 2028-12-29.",
    );
    expect(messageOf(() => calendar.reckonWorkingDays("2011-01-04", -1)).message).toContain(
      "Not accepted: -1 working day from 2011-01-04.",
    );
    expect(messageOf(() => calendar.reckonWorkingDays("2029-12-29", -1)).message).toContain(
      "Not accepted: 2029-12-29.",
    );
  });
});

describe("how long the calendar is known for", () => {
  test("counts the days that are left, and past the end those gone", () => {
    // From 1 to 31 December are 30 days.
    expect(calendar.daysKnownAfter("2028-12-01")).toBe(30);
    expect(calendar.daysKnownAfter("2028-12-31")).toBe(0);
    expect(calendar.daysKnownAfter("2029-01-01")).toBe(-1);
  });

  test("nothing is projected unless asked for", () => {
    expect(calendar.isProjected("2028-12-31")).toBe(false);
    expect(calendar.isProjected("2011-01-01")).toBe(false);
  });
});

/* The published lists end with 31 December 2028, a Sunday. */
const published = workingCalendar("england-and-wales");
const projecting = workingCalendar("england-and-wales", { beyondPublished: "project" });

test("says how many days ahead are known, for a check that warns in time", () => {
  expect(published.daysKnownAfter("2028-12-30")).toBe(1);
  expect(published.daysKnownAfter("2028-12-31")).toBe(0);
  // 2028 is a leap year: 366 days after its first eve.
  expect(published.daysKnownAfter("2027-12-31")).toBe(366);
});

test("says of a day whether it rests on rules instead of a list", () => {
  expect(projecting.isProjected("2028-12-31")).toBe(false);
  expect(projecting.isProjected("2029-01-01")).toBe(true);
  expect(published.isProjected("2028-12-31")).toBe(false);
});
