import { describe, expect, test } from "vitest";
import { type CalendarName, calendarChanges, workingCalendar } from "../../src/calendar/index.js";
import { messageOf } from "../oracle/message.js";

const known = (name: CalendarName, on: string) => workingCalendar(name).asKnownOn(on);

describe("what was known", () => {
  test.each<[string, CalendarName, string, string, boolean]>([
    [
      "before 7 June 2019 the early May holiday of 2020 was the Monday",
      "england-and-wales",
      "2019-06-06",
      "2020-05-04",
      false,
    ],
    ["and the Friday was worked", "england-and-wales", "2019-06-06", "2020-05-08", true],
    ["from then on it is the other way", "england-and-wales", "2019-06-07", "2020-05-04", true],
    ["and the Friday is the holiday", "england-and-wales", "2019-06-07", "2020-05-08", false],
    [
      "before 12 November 2020 the spring holiday of 2022 was 30 May",
      "scotland",
      "2020-11-11",
      "2022-05-30",
      false,
    ],
    ["2 June was worked", "scotland", "2020-11-11", "2022-06-02", true],
    ["and 3 June", "scotland", "2020-11-11", "2022-06-03", true],
    ["from then on 2 June is the holiday", "scotland", "2020-11-12", "2022-06-02", false],
    ["and 3 June too", "scotland", "2020-11-12", "2022-06-03", false],
    [
      "the State Funeral was not known on 9 September 2022",
      "northern-ireland",
      "2022-09-09",
      "2022-09-19",
      true,
    ],
    ["but on the 10th it was", "northern-ireland", "2022-09-10", "2022-09-19", false],
    [
      "the Coronation was not known on 5 November 2022",
      "england-and-wales",
      "2022-11-05",
      "2023-05-08",
      true,
    ],
    ["but on the 6th it was", "england-and-wales", "2022-11-06", "2023-05-08", false],
    [
      "Scotland's summer holiday of 2027 was first listed as 30 August",
      "scotland",
      "2025-01-08",
      "2027-08-30",
      false,
    ],
    ["and 2 August as worked", "scotland", "2025-01-08", "2027-08-02", true],
    ["until it was corrected", "scotland", "2025-01-09", "2027-08-02", false],
    ["to 2 August", "scotland", "2025-01-09", "2027-08-30", true],
    ["the World Cup holiday was not known on 3 February 2026", "scotland", "2026-02-03", "2026-06-15", true],
    ["but on the 4th it was", "scotland", "2026-02-04", "2026-06-15", false],
    [
      "in the United Kingdom a day taken from one nation may be left to another",
      "united-kingdom",
      "2025-01-08",
      "2027-08-30",
      false,
    ],
    ["and 2 August 2027 was no holiday of any", "united-kingdom", "2025-01-08", "2027-08-02", true],
  ])("%s", (_, name, on, day, worked) => {
    expect(known(name, on).isWorkingDay(day)).toBe(worked);
  });

  test("a holiday back on its usual day is an ordinary one", () => {
    expect(known("england-and-wales", "2019-01-01").holidayOn("2020-05-04")).toEqual({
      on: "2020-05-04",
      title: "Early May bank holiday",
      kind: "ordinary",
    });
    expect(known("united-kingdom", "2025-01-08").holidayOn("2027-08-30")?.nations).toEqual([
      "england-and-wales",
      "scotland",
      "northern-ireland",
    ]);
  });

  test("moves and jubilees announced before the lists begin are always known", () => {
    const early = known("england-and-wales", "2011-01-01");
    expect(["2011-04-29", "2012-06-04", "2012-06-05"].map((date) => early.isWorkingDay(date))).toEqual([
      false,
      false,
      false,
    ]);
    expect(early.isWorkingDay("2012-05-28")).toBe(true);
  });
});

describe("the calendar says what it leaves out", () => {
  test("in the order it was announced", () => {
    const later = known("england-and-wales", "2022-09-09").laterChanges;
    expect(later.map(({ title, to }) => [title, to])).toEqual([
      ["Bank holiday for the State Funeral of Queen Elizabeth II", "2022-09-19"],
      ["Bank holiday for the coronation of King Charles III", "2023-05-08"],
    ]);
    expect(Object.isFrozen(later)).toBe(true);
  });

  test("for its own nations only", () => {
    expect(known("england-and-wales", "2024-01-01").laterChanges).toEqual([]);
    expect(known("scotland", "2024-01-01").laterChanges.map(({ kind }) => kind)).toEqual([
      "corrected",
      "extra",
    ]);
    expect(known("united-kingdom", "2024-01-01").laterChanges).toHaveLength(2);
  });

  test("nothing on a calendar of today's knowledge", () => {
    expect(workingCalendar("scotland").laterChanges).toEqual([]);
  });

  test("a later question replaces an earlier one", () => {
    const then = known("england-and-wales", "2019-01-01").asKnownOn("2023-01-01");
    expect(then.laterChanges).toEqual([]);
    expect(then.isWorkingDay("2020-05-08")).toBe(false);
  });

  test("the option and the method are the same", () => {
    const option = workingCalendar("scotland", { asKnownOn: "2022-09-09" });
    expect(option.laterChanges).toEqual(known("scotland", "2022-09-09").laterChanges);
    expect(option.isWorkingDay("2022-09-19")).toBe(true);
    expect(messageOf(() => workingCalendar("scotland", { asKnownOn: "2022-9-9" })).code).toBe("date/form");
  });

  test("keeps the other options", () => {
    const closed = workingCalendar("scotland", { closures: ["2022-09-20"] }).asKnownOn("2022-09-09");
    expect(closed.addWorkingDays("2022-09-16", 2)).toBe("2022-09-21");
  });
});

describe("the changes", () => {
  test("are frozen, ten in number, oldest announcement first", () => {
    expect(calendarChanges).toHaveLength(10);
    expect(Object.isFrozen(calendarChanges) && calendarChanges.every(Object.isFrozen)).toBe(true);
    const announced = calendarChanges.map(({ knownOn }) => knownOn ?? "");
    expect(announced).toEqual([...announced].sort());
  });
});
