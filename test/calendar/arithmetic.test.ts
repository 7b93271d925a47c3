import { describe, expect, test } from "vitest";
import { type CalendarName, workingCalendar } from "../../src/calendar/index.js";
import { londonDate } from "../../src/date/index.js";
import { messageOf } from "../oracle/message.js";

const calendar = workingCalendar("england-and-wales");

describe("worked examples: so many working days after", () => {
  // Published tests and official guidance for England and Wales; day 0 is the date itself.
  test.each([
    // Monday 8 April 2013: Tue 9, Wed 10, Thu 11.
    ["2013-04-08", 3, "2013-04-11"],
    // Wednesday 1 May 2013: Thu 2, Fri 3, the early May holiday on the 6th left out, Tue 7, Wed 8.
    ["2013-05-01", 4, "2013-05-08"],
    // Saturday: Mon 8, Tue 9, Wed 10.
    ["2013-04-06", 3, "2013-04-10"],
    // Easter Monday: Tue 2, Wed 3, Thu 4.
    ["2013-04-01", 3, "2013-04-04"],
    // Thursday 23 May 2013: Fri 24, the spring holiday on the 27th left out, Tue 28.
    ["2013-05-23", 2, "2013-05-28"],
    // Maundy Thursday 2021: Good Friday, the weekend and Easter Monday left out, Tue 6, Wed 7.
    ["2021-04-01", 2, "2021-04-07"],
    // Saturday 1 May 2021: the holiday on the 3rd left out, Tue 4 to Fri 7, Mon 10 to Fri 14, Mon 17.
    ["2021-05-01", 10, "2021-05-17"],
  ])("%s and %d is %s", (from, n, to) => {
    expect(calendar.addWorkingDays(from, n)).toBe(to);
  });

  test("across the end of the year", () => {
    // Friday 24 December 2021: the 27th and 28th stand for Christmas and Boxing Day; Wed 29, Thu 30, Fri 31, Tue 4 January.
    expect(calendar.addWorkingDays("2021-12-24", 4)).toBe("2022-01-04");
  });
});

describe("worked examples: so many working days before", () => {
  test.each([
    // Wednesday 8 May 2013 back: Tue 7, the holiday on the 6th left out, Fri 3, Thu 2, Wed 1.
    ["2013-05-08", 4, "2013-05-01"],
    // Sunday 7 April 2013 back: Fri 5, Thu 4, Wed 3.
    ["2013-04-07", 3, "2013-04-03"],
    // Good Friday 2013 back: Thu 28, Wed 27, Tue 26.
    ["2013-03-29", 3, "2013-03-26"],
  ])("%s less %d is %s", (from, n, to) => {
    expect(calendar.subtractWorkingDays(from, n)).toBe(to);
  });
});

describe("worked examples: a holiday in any nation, as the Freedom of Information Act counts", () => {
  test.each([
    // St Andrew's Day 2014 fell on a Sunday, so Monday 1 December is left out besides Christmas and Boxing Day.
    ["2014-11-26", 20, "2014-12-29"],
    // 25 and 26 December, 1 January, and Scotland's 2 January are left out.
    ["2014-12-23", 20, "2015-01-26"],
  ])("%s and %d is %s", (from, n, to) => {
    expect(workingCalendar("united-kingdom").addWorkingDays(from, n)).toBe(to);
  });
});

/**
 * Twenty working days over the Christmas of 2014, from a ready reckoner for Freedom of Information officers
 * (foiman.com/archives/1345). Its two rows for a receipt on a bank holiday, which its readers disputed, are left out.
 */
const readyReckoner = `
  2014-11-17 2014-12-16  2014-11-18 2014-12-17  2014-11-19 2014-12-18  2014-11-20 2014-12-19  2014-11-21 2014-12-22
  2014-11-24 2014-12-23  2014-11-26 2014-12-29  2014-11-27 2014-12-30  2014-11-28 2014-12-31  2014-12-02 2015-01-05
  2014-12-03 2015-01-06  2014-12-04 2015-01-07  2014-12-05 2015-01-08  2014-12-08 2015-01-09  2014-12-09 2015-01-12
  2014-12-10 2015-01-13  2014-12-11 2015-01-14  2014-12-12 2015-01-15  2014-12-15 2015-01-16  2014-12-16 2015-01-19
  2014-12-17 2015-01-20  2014-12-18 2015-01-21  2014-12-19 2015-01-22  2014-12-22 2015-01-23  2014-12-23 2015-01-26
  2014-12-24 2015-01-27  2014-12-29 2015-01-28  2014-12-30 2015-01-29  2014-12-31 2015-01-30  2015-01-05 2015-02-02
  2015-01-06 2015-02-03  2015-01-07 2015-02-04  2015-01-08 2015-02-05  2015-01-09 2015-02-06`;

describe("a published ready reckoner", () => {
  const dates = readyReckoner.trim().split(/\s+/);
  const rows = dates.flatMap((date, at) => (at % 2 === 0 ? [[date, dates[at + 1] as string] as const] : []));
  test.each(rows)("received on %s, due on %s", (received, due) => {
    expect(workingCalendar("united-kingdom").addWorkingDays(received, 20)).toBe(due);
  });
});

describe("each nation has its own days", () => {
  // From Monday 12 July 2021 in Northern Ireland, 2 August 2021 and 30 November 2021 in Scotland.
  test.each<[CalendarName, string, boolean]>([
    ["northern-ireland", "2021-07-12", false],
    ["england-and-wales", "2021-07-12", true],
    ["scotland", "2021-08-02", false],
    ["england-and-wales", "2021-08-02", true],
    ["england-and-wales", "2021-08-30", false],
    ["scotland", "2021-08-30", true],
    ["scotland", "2021-11-30", false],
    ["united-kingdom", "2021-11-30", false],
    ["united-kingdom", "2021-07-12", false],
  ])("%s on %s", (name, date, worked) => {
    expect(workingCalendar(name).isWorkingDay(date)).toBe(worked);
  });
});

describe("countWorkingDays", () => {
  test("leaves out the first day and takes in the last", () => {
    // Tue 6 and Wed 7 April 2021.
    expect(calendar.countWorkingDays("2021-04-01", "2021-04-07")).toBe(2);
    expect(calendar.countWorkingDays("2021-04-07", "2021-04-01")).toBe(-2);
    expect(calendar.countWorkingDays("2021-04-01", "2021-04-01")).toBe(0);
    // From one day off to another: nothing but Tuesday to Friday.
    expect(calendar.countWorkingDays("2021-04-05", "2021-04-10")).toBe(4);
  });

  test("over the whole of the lists", () => {
    // Saturday 1 January 2011 to Sunday 31 December 2028 is 939 weeks and a weekend: 939 × 5 = 4,695 weekdays,
    // and none of the 149 holidays falls on a weekend. The first day, left out, is a Saturday.
    expect(calendar.countWorkingDays("2011-01-01", "2028-12-31")).toBe(4695 - 149);
  });
});

describe("rolling", () => {
  test("leaves a working day where it is", () => {
    expect(calendar.rollForward("2021-04-01")).toBe("2021-04-01");
    expect(calendar.rollBack("2021-04-01")).toBe("2021-04-01");
  });

  test("leads out of Easter on either side", () => {
    expect(calendar.rollForward("2021-04-02")).toBe("2021-04-06");
    expect(calendar.rollBack("2021-04-05")).toBe("2021-04-01");
  });

  test("an instant after closing time belongs to the next working day", () => {
    const received = londonDate("2021-04-01T16:30:00Z", { closesAt: "17:00", calendar });
    expect(received).toBe("2021-04-06");
    expect(londonDate("2021-04-01T15:30:00Z", { closesAt: "17:00", calendar })).toBe("2021-04-01");
  });
});

describe("dates in parts", () => {
  test("are read by every method", () => {
    const maundyThursday = { year: 2021, month: 4, day: 1 };
    expect(calendar.addWorkingDays(maundyThursday, 2)).toBe("2021-04-07");
    expect(calendar.countWorkingDays(maundyThursday, "2021-04-07")).toBe(2);
  });
});

const known = "2011-01-01 to 2028-12-31, the last day the holidays of england-and-wales are known to";
const update =
  'Install a newer version of programme-rules, or pass { beyondPublished: "project" } to use the days the statutory rules expect.';
const earlier = "Check the date: this calendar knows no day before 2011-01-01.";

describe("outside the published lists nothing is guessed", () => {
  test.each<[string, () => unknown, string]>([
    ["addWorkingDays", () => calendar.addWorkingDays("2031-01-01", 1), "2031-01-01"],
    ["subtractWorkingDays", () => calendar.subtractWorkingDays("2029-01-01", 1), "2029-01-01"],
    ["countWorkingDays, first", () => calendar.countWorkingDays("2029-01-01", "2028-12-01"), "2029-01-01"],
    ["countWorkingDays, second", () => calendar.countWorkingDays("2028-12-01", "2029-01-01"), "2029-01-01"],
    ["isWorkingDay", () => calendar.isWorkingDay("2029-01-01"), "2029-01-01"],
    ["rollForward", () => calendar.rollForward("2029-01-01"), "2029-01-01"],
    ["rollBack", () => calendar.rollBack("2029-01-01"), "2029-01-01"],
    ["holidayOn", () => calendar.holidayOn("2029-01-01"), "2029-01-01"],
    ["isProjected", () => calendar.isProjected("2029-01-01"), "2029-01-01"],
    ["the answer", () => calendar.addWorkingDays("2028-12-28", 2), "2 working days after 2028-12-28"],
    ["the day rolled to", () => calendar.rollForward("2028-12-30"), "the first working day from 2028-12-30"],
  ])("past the last day: %s", (_, call, given) => {
    expect(messageOf(call)).toEqual({
      code: "calendar/beyond-known",
      message: `Not accepted: ${given}. Expected ${known}. ${update}`,
    });
  });

  test.each<[string, () => unknown, string]>([
    ["addWorkingDays", () => calendar.addWorkingDays("2010-12-31", 1), "2010-12-31"],
    ["countWorkingDays", () => calendar.countWorkingDays("2011-06-01", "2010-12-31"), "2010-12-31"],
    ["countWorkingDays, both", () => calendar.countWorkingDays("2010-12-30", "2029-01-01"), "2010-12-30"],
    ["isWorkingDay", () => calendar.isWorkingDay("2010-12-31"), "2010-12-31"],
    ["the answer", () => calendar.subtractWorkingDays("2011-01-05", 2), "2 working days before 2011-01-05"],
    ["the day rolled to", () => calendar.rollBack("2011-01-03"), "the last working day up to 2011-01-03"],
  ])("before the first day: %s", (_, call, given) => {
    expect(messageOf(call)).toEqual({
      code: "calendar/before-known",
      message: `Not accepted: ${given}. Expected ${known}. ${earlier}`,
    });
  });

  test("the last and the first answers there are", () => {
    // The last working day of 2028 is Friday the 29th; the first of 2011 Tuesday 4 January.
    expect(calendar.addWorkingDays("2028-12-28", 1)).toBe("2028-12-29");
    expect(calendar.subtractWorkingDays("2011-01-05", 1)).toBe("2011-01-04");
    expect(calendar.rollBack("2028-12-31")).toBe("2028-12-29");
    expect(calendar.rollForward("2011-01-01")).toBe("2011-01-04");
    expect(calendar.isWorkingDay("2028-12-31")).toBe(false);
    expect(calendar.isWorkingDay("2011-01-01")).toBe(false);
  });
});

describe("numbers of working days that cannot be counted", () => {
  const allowed = "Expected a whole number of working days, 1 or more.";
  const roll =
    "Use rollForward for the day itself or the first working day after it, rollBack for the last before it.";
  const round = "Round it as the contract says, or count in another unit.";

  test.each<[string, (n: number) => unknown, string]>([
    ["addWorkingDays", (n) => calendar.addWorkingDays("2021-04-01", n), "subtractWorkingDays"],
    ["subtractWorkingDays", (n) => calendar.subtractWorkingDays("2021-04-01", n), "addWorkingDays"],
  ])("%s", (_, call, opposite) => {
    expect(messageOf(() => call(0))).toEqual({
      code: "calendar/zero-working-days",
      message: `Not accepted: 0 working days. ${allowed} ${roll}`,
    });
    expect(messageOf(() => call(-3))).toEqual({
      code: "calendar/working-days",
      message: `Not accepted: -3 (number) of working days. ${allowed} Use ${opposite} with 3.`,
    });
    expect(messageOf(() => call(1.5))).toEqual({
      code: "calendar/working-days",
      message: `Not accepted: 1.5 (number) of working days. ${allowed} ${round}`,
    });
    expect(messageOf(() => call(Number.NaN)).message).toBe(
      `Not accepted: NaN (number) of working days. ${allowed} ${round}`,
    );
    expect(messageOf(() => call("2" as never)).message).toBe(
      `Not accepted: "2" of working days. ${allowed} Give the date first, then the number, without quotes.`,
    );
  });
});

describe("the methods", () => {
  test("may be taken off the calendar", () => {
    const { addWorkingDays, countWorkingDays } = calendar;
    expect(addWorkingDays("2021-04-01", 2)).toBe("2021-04-07");
    expect(["2021-04-06", "2021-04-07"].map((date) => countWorkingDays("2021-04-01", date))).toEqual([1, 2]);
  });

  test("belong to a frozen value, the same one each time it is asked for", () => {
    expect(Object.isFrozen(calendar)).toBe(true);
    expect(workingCalendar("england-and-wales")).toBe(calendar);
    expect(workingCalendar("england-and-wales", {})).toBe(calendar);
    expect(workingCalendar("scotland")).not.toBe(calendar);
    expect(calendar.days).toBe(calendar.days);
  });

  test("a bad date is named before anything else is wrong", () => {
    expect(messageOf(() => calendar.addWorkingDays("2021-02-29", 0)).code).toBe("date/day");
    expect(messageOf(() => calendar.rollBack(new Date() as never)).code).toBe("date/instant");
  });
});

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
        "Not accepted: working day 20 of 2021-05. Expected its 19 working days. Use lastWorkingDayOfMonth for the last one.",
    });
    // The first of June 2021 is worked, and counts among its 22.
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2021-06", 23)).message).toBe(
      "Not accepted: working day 23 of 2021-06. Expected its 22 working days. Use lastWorkingDayOfMonth for the last one.",
    );
  });

  test.each([0, -1, 1.5, Number.NaN])("%d is no number of a working day", (n) => {
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2021-05", n))).toEqual({
      code: "calendar/working-days",
      message: `Not accepted: ${n} (number) as the number of a working day. Expected a whole number, 1 or more. Count from 1; lastWorkingDayOfMonth gives the last.`,
    });
  });

  test("a month that is none, or not known, is a fault", () => {
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2021-5", 1)).code).toBe("date/month-form");
    expect(messageOf(() => calendar.nthWorkingDayOfMonth("2029-01", 1))).toEqual({
      code: "calendar/beyond-known",
      message: `Not accepted: 2029-01-01. Expected ${known}. Install a newer version of programme-rules, or pass { beyondPublished: "project" } to use the days the statutory rules expect.`,
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
        "Not accepted: 2021-05-31. Expected 2021-04-15 to 2021-05-14, the last day the holidays of your own list are known to. Extend the list, and its knownUntil.",
    });
    expect(messageOf(() => own.nthWorkingDayOfMonth("2021-05", 11)).message).toContain(
      "Not accepted: 2021-05-31.",
    );
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
        "Not accepted: working day 1 of 2021-06. Expected its 0 working days. Use lastWorkingDayOfMonth for the last one.",
    });
    const middle = workingCalendar({
      holidays: june.slice(9),
      knownFrom: "2021-06-10",
      knownUntil: "2021-07-31",
    });
    expect(messageOf(() => middle.lastWorkingDayOfMonth("2021-06")).message).toContain(
      "Not accepted: 2021-06-01.",
    );
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
      message: `Not accepted: day ${day} (number) of 2021-05. Expected its days 1 to 31. Decide what a shorter month means: its last working day is lastWorkingDayOfMonth.`,
    });
  });

  test("February has no 29th in 2021", () => {
    expect(messageOf(() => calendar.rolledDayOfMonth("2021-02", 29)).message).toContain("its days 1 to 28");
    expect(calendar.rolledDayOfMonth("2024-02", 29)).toBe("2024-02-29");
  });

  test("a roll past the last day known is a fault", () => {
    expect(messageOf(() => calendar.rolledDayOfMonth("2028-12", 31)).message).toContain(
      "Not accepted: rolling forward from 2028-12-31.",
    );
    expect(messageOf(() => calendar.rolledDayOfMonth("2011-01", 1, "back")).message).toContain(
      "Not accepted: rolling back from 2011-01-01.",
    );
    expect(messageOf(() => calendar.rolledDayOfMonth("2029-01", 1)).message).toContain(
      "Not accepted: 2029-01-01.",
    );
  });
});
