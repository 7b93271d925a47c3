import { describe, expect, test } from "vitest";
import {
  calendarDataVersion,
  calendarNames,
  type Holiday,
  workingCalendar,
} from "../../src/calendar/index.js";
import { bankHolidays } from "../oracle/bank-holidays.js";

const whole = { from: "2011-01-01", until: "2028-12-31" };

describe("the published lists", () => {
  // The counts of www.gov.uk/bank-holidays for 2011 to 2028.
  test.each([
    ["england-and-wales", 149],
    ["scotland", 168],
    ["northern-ireland", 185],
  ] as const)("%s has %d days, with the titles of the list", (name, count) => {
    const holidays = workingCalendar(name).holidays(whole);
    expect(holidays).toHaveLength(count);
    expect(holidays.map(({ on, title }) => ({ on, title }))).toEqual(bankHolidays(name));
  });

  test("the United Kingdom has every day that any nation has, and says which", () => {
    const holidays = workingCalendar("united-kingdom").holidays(whole);
    expect(holidays.map(({ on }) => on)).toEqual(bankHolidays("united-kingdom").map(({ on }) => on));
    const nations = ["england-and-wales", "scotland", "northern-ireland"] as const;
    for (const { on, nations: named } of holidays) {
      expect(named).toEqual(
        nations.filter((nation) => bankHolidays(nation).some((holiday) => holiday.on === on)),
      );
    }
  });

  test("no day of the lists is a Saturday or a Sunday", () => {
    for (const name of calendarNames) {
      for (const { on } of workingCalendar(name).holidays(whole)) {
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${on}T00:00:00Z`).getUTCDay());
      }
    }
  });

  test("they are known from 2011 to 2028, and say when they were last compared", () => {
    for (const name of calendarNames) {
      const calendar = workingCalendar(name);
      expect([calendar.name, calendar.knownFrom, calendar.knownUntil, calendar.answersUntil]).toEqual([
        name,
        "2011-01-01",
        "2028-12-31",
        "2028-12-31",
      ]);
    }
    expect(calendarDataVersion).toBe("2026-11-22");
  });

  test("there are four of them", () => {
    expect(calendarNames).toEqual(["england-and-wales", "scotland", "northern-ireland", "united-kingdom"]);
  });
});

describe("what kind of day", () => {
  const holiday = (on: string, name = "england-and-wales" as const) => workingCalendar(name).holidayOn(on);

  test.each<[string, Holiday]>([
    ["2021-04-02", { on: "2021-04-02", title: "Good Friday", kind: "ordinary" }],
    ["2021-12-27", { on: "2021-12-27", title: "Christmas Day", kind: "substitute" }],
    ["2011-04-29", { on: "2011-04-29", title: "Royal wedding", kind: "extra" }],
    ["2012-06-04", { on: "2012-06-04", title: "Spring bank holiday", kind: "moved" }],
    ["2012-06-05", { on: "2012-06-05", title: "Queen’s Diamond Jubilee", kind: "extra" }],
    [
      "2020-05-08",
      { on: "2020-05-08", title: "Early May bank holiday (VE day)", kind: "moved", knownOn: "2019-06-07" },
    ],
    ["2022-06-02", { on: "2022-06-02", title: "Spring bank holiday", kind: "moved", knownOn: "2020-11-12" }],
    [
      "2022-06-03",
      { on: "2022-06-03", title: "Platinum Jubilee bank holiday", kind: "extra", knownOn: "2020-11-12" },
    ],
    [
      "2022-09-19",
      {
        on: "2022-09-19",
        title: "Bank holiday for the State Funeral of Queen Elizabeth II",
        kind: "extra",
        knownOn: "2022-09-10",
      },
    ],
    [
      "2023-05-08",
      {
        on: "2023-05-08",
        title: "Bank holiday for the coronation of King Charles III",
        kind: "extra",
        knownOn: "2022-11-06",
      },
    ],
  ])("%s", (on, expected) => {
    expect(holiday(on)).toStrictEqual(expected);
  });

  test("Scotland's own days", () => {
    const scotland = workingCalendar("scotland");
    expect(scotland.holidayOn("2026-06-15")).toEqual({
      on: "2026-06-15",
      title: "World Cup bank holiday",
      kind: "extra",
      knownOn: "2026-02-04",
    });
    expect(scotland.holidayOn("2027-08-02")?.knownOn).toBe("2025-01-09");
    expect(scotland.holidayOn("2021-04-05")).toBeUndefined();
  });

  test("in the United Kingdom a day keeps the title of the first nation that has it", () => {
    const kingdom = workingCalendar("united-kingdom");
    // 2 January 2012 was New Year's Day's substitute in England and Wales, and 2nd January in Scotland.
    expect(kingdom.holidayOn("2012-01-02")).toEqual({
      on: "2012-01-02",
      title: "New Year’s Day",
      kind: "substitute",
      nations: ["england-and-wales", "scotland", "northern-ireland"],
    });
    expect(kingdom.holidayOn("2021-07-12")?.nations).toEqual(["northern-ireland"]);
  });

  test("a plain day and a plain weekend have none", () => {
    expect(holiday("2021-04-01")).toBeUndefined();
    expect(holiday("2021-04-03")).toBeUndefined();
  });

  test("every substitute, and no other day, stands for a day that fell on a weekend", () => {
    // Christmas Day 2021 was a Saturday and Boxing Day a Sunday: Monday and Tuesday stand for them.
    const kinds = workingCalendar("england-and-wales")
      .holidays(2021)
      .map(({ kind }) => kind);
    expect(kinds).toEqual([...Array(6).fill("ordinary"), "substitute", "substitute"]);
  });
});
