import { describe, expect, test } from "vitest";
import { type CalendarOptions, workingCalendar } from "../../src/calendar/index.js";
import { messageOf } from "../oracle/message.js";

describe("closures", () => {
  const closed = workingCalendar("england-and-wales", {
    closures: ["2021-12-29", { on: "2021-12-30", title: "Stocktaking" }, { year: 2021, month: 12, day: 31 }],
  });

  test("are not worked", () => {
    // Friday 24 December 2021, then holidays, then three days shut, the weekend and New Year's substitute: Tue 4 January.
    expect(closed.addWorkingDays("2021-12-24", 1)).toBe("2022-01-04");
    expect(workingCalendar("england-and-wales").addWorkingDays("2021-12-24", 1)).toBe("2021-12-29");
  });

  test("say what they are", () => {
    expect(closed.holidays({ from: "2021-12-27", until: "2021-12-31" })).toEqual([
      { on: "2021-12-27", title: "Christmas Day", kind: "substitute" },
      { on: "2021-12-28", title: "Boxing Day", kind: "substitute" },
      { on: "2021-12-29", title: "Closed", kind: "closure" },
      { on: "2021-12-30", title: "Stocktaking", kind: "closure" },
      { on: "2021-12-31", title: "Closed", kind: "closure" },
    ]);
  });

  test("on a holiday or a weekend change nothing", () => {
    const same = workingCalendar("england-and-wales", { closures: ["2021-04-02", "2021-04-03"] });
    expect(same.holidayOn("2021-04-02")?.title).toBe("Good Friday");
    expect(same.addWorkingDays("2021-04-01", 2)).toBe("2021-04-07");
  });

  test("may be known from a day on", () => {
    const options = { closures: [{ on: "2021-12-29", knownOn: "2021-12-01" }] };
    const announced = workingCalendar("england-and-wales", options);
    expect(announced.holidayOn("2021-12-29")?.knownOn).toBe("2021-12-01");
    expect(announced.isWorkingDay("2021-12-29")).toBe(false);
    expect(announced.asKnownOn("2021-11-30").isWorkingDay("2021-12-29")).toBe(true);
    expect(announced.asKnownOn("2021-12-01").isWorkingDay("2021-12-29")).toBe(false);
  });

  test.each(["2029-01-01", "2010-12-31"])("%s, outside the days answered for, is a slip of the pen", (on) => {
    expect(messageOf(() => workingCalendar("scotland", { closures: [on] }))).toEqual({
      code: "calendar/stray-day",
      message: `Not accepted: ${on} as a day off. Expected 2011-01-01 to 2028-12-31, the days scotland answers for. Check its year, or leave it out.`,
    });
  });

  test("at both ends of the days answered for are none", () => {
    const edges = workingCalendar("scotland", { closures: ["2011-01-01", "2028-12-31"] });
    expect(edges.holidays({ from: "2011-01-01", until: "2011-01-01" })).toHaveLength(1);
  });

  test("must be dates, and are read at once", () => {
    expect(messageOf(() => workingCalendar("scotland", { closures: ["2021-02-29"] })).code).toBe("date/day");
    expect(messageOf(() => workingCalendar("scotland", { closures: [null as never] })).code).toBe(
      "date/missing",
    );
    const badKnown = { closures: [{ on: "2021-12-29", knownOn: "soon" }] };
    expect(messageOf(() => workingCalendar("scotland", badKnown)).code).toBe("date/form");
  });
});

describe("a weekend of one's own", () => {
  test("is left out instead of Saturday and Sunday", () => {
    // Friday and Saturday off: Thursday 8 April 2021, then Sunday the 11th.
    const calendar = workingCalendar("england-and-wales", { weekend: [5, 6] });
    expect(calendar.addWorkingDays("2021-04-08", 1)).toBe("2021-04-11");
  });

  test("may be empty: every day but holidays is worked", () => {
    const calendar = workingCalendar("england-and-wales", { weekend: [] });
    expect(calendar.addWorkingDays("2021-04-01", 1)).toBe("2021-04-03");
  });

  test("may have six days", () => {
    // Mondays only, and 5 April 2021 is Easter Monday.
    const calendar = workingCalendar("england-and-wales", { weekend: [2, 3, 4, 5, 6, 7] });
    expect(calendar.addWorkingDays("2021-04-01", 1)).toBe("2021-04-12");
  });

  const rest =
    "Expected up to six days of the week, Monday 1 to Sunday 7. List the days not worked; [6, 7] is Saturday and Sunday.";
  test.each<[number[], string]>([
    [[0], "0 (number) as a day of the weekend"],
    [[6, 8], "8 (number) as a day of the weekend"],
    [[1.5], "1.5 (number) as a day of the weekend"],
    [[1, 2, 3, 4, 5, 6, 7], "a weekend of all seven days"],
  ])("%o is refused", (weekend, given) => {
    expect(messageOf(() => workingCalendar("scotland", { weekend: weekend as never }))).toEqual({
      code: "calendar/weekend",
      message: `Not accepted: ${given}. ${rest}`,
    });
  });
});

describe("beyond the published lists", () => {
  const calendar = workingCalendar("england-and-wales", { beyondPublished: "project" });

  test("the statutory rules answer, to the end of 2099", () => {
    // Good Friday 2029 is 30 March and Easter Monday 2 April: Thursday 29 March, then Tue 3, Wed 4.
    expect(calendar.addWorkingDays("2029-03-29", 2)).toBe("2029-04-04");
    expect(calendar.addWorkingDays("2028-12-29", 1)).toBe("2029-01-02");
    expect([calendar.knownUntil, calendar.answersUntil]).toEqual(["2028-12-31", "2099-12-31"]);
    // 25 December 2099 is a Friday and Boxing Day a Saturday; Thursday 31 December is worked.
    expect(calendar.rollBack("2099-12-31")).toBe("2099-12-31");
    expect(calendar.holidays({ from: "2099-12-25", until: "2099-12-31" }).map(({ on }) => on)).toEqual([
      "2099-12-25",
      "2099-12-28",
    ]);
  });

  test("and every day they give says so", () => {
    expect(calendar.isProjected("2029-01-01")).toBe(true);
    expect(calendar.isProjected("2099-12-31")).toBe(true);
    expect(calendar.isProjected("2028-12-31")).toBe(false);
    expect(calendar.holidayOn("2029-01-01")).toEqual({
      on: "2029-01-01",
      title: "New Year’s Day",
      kind: "ordinary",
      projected: true,
    });
    expect(calendar.holidayOn("2028-12-25")).toEqual({
      on: "2028-12-25",
      title: "Christmas Day",
      kind: "ordinary",
    });
    expect(calendar.holidays(2029).every(({ projected }) => projected)).toBe(true);
    expect(calendar.reckonWorkingDays("2028-12-29", 1).projected).toBe(true);
    expect(calendar.reckonWorkingDays("2029-01-02", -1).projected).toBe(true);
    expect(calendar.reckonWorkingDays("2028-12-28", 1).projected).toBe(false);
  });

  test("and the warning of a live system still looks at the published lists", () => {
    expect(calendar.daysKnownAfter("2028-12-01")).toBe(30);
    expect(calendar.days.knownUntil).toBeLessThan(calendar.days.answersUntil);
  });

  test("the United Kingdom projects every nation", () => {
    const kingdom = workingCalendar("united-kingdom", { beyondPublished: "project" });
    // 12 July 2029 is a Thursday, 30 November a Friday.
    expect(kingdom.holidayOn("2029-07-12")).toEqual({
      on: "2029-07-12",
      title: "Battle of the Boyne (Orangemen’s Day)",
      kind: "ordinary",
      projected: true,
      nations: ["northern-ireland"],
    });
    expect(kingdom.isWorkingDay("2029-11-30")).toBe(false);
  });

  test("past 2099 there is no answer", () => {
    expect(messageOf(() => calendar.addWorkingDays("2100-01-01", 1))).toEqual({
      code: "calendar/beyond-known",
      message:
        "Not accepted: 2100-01-01. Expected 2011-01-01 to 2099-12-31, the last day the holidays of england-and-wales are projected to (they are known to 2028-12-31). Ask about an earlier day: nothing later is projected.",
    });
  });

  test("closures may lie there", () => {
    const shut = workingCalendar("scotland", { beyondPublished: "project", closures: ["2031-12-29"] });
    expect(shut.isWorkingDay("2031-12-29")).toBe(false);
  });

  test("takes no other word", () => {
    expect(messageOf(() => workingCalendar("scotland", { beyondPublished: "yes" as never }))).toEqual({
      code: "argument/option",
      message: 'Not accepted: "yes" as beyondPublished. Expected "project". Correct it, or leave it out.',
    });
  });
});

describe("options by name", () => {
  test("a misspelt one is refused", () => {
    expect(messageOf(() => workingCalendar("scotland", { closure: [] } as CalendarOptions))).toEqual({
      code: "argument/unknown-option",
      message:
        "Not accepted: the option closure. Did you mean closures? Expected closures, weekend, beyondPublished, asKnownOn. Use one of these, or leave it out.",
    });
  });

  test("may be present and undefined", () => {
    const none = {
      closures: undefined,
      weekend: undefined,
      beyondPublished: undefined,
      asKnownOn: undefined,
    };
    const calendar = workingCalendar("scotland", none as unknown as CalendarOptions);
    expect(calendar.addWorkingDays("2021-04-01", 1)).toBe("2021-04-05");
    expect(calendar.laterChanges).toEqual([]);
  });
});

describe("names of calendars", () => {
  const names =
    '"england-and-wales", "scotland", "northern-ireland", "united-kingdom", or a list of your own';
  const follow = "Use the nation whose holidays the contract follows.";
  const shared = 'Use "england-and-wales": the two share one list.';
  const kingdom =
    'Use the nation whose holidays the contract follows, or "united-kingdom" for a holiday in any of them.';
  test.each<[unknown, string, string]>([
    ["england", '"england"', shared],
    ["Wales", '"Wales"', shared],
    ["uk", '"uk"', kingdom],
    ["GB", '"GB"', kingdom],
    ["Great Britain", '"Great Britain"', kingdom],
    ["britain", '"britain"', kingdom],
    ["United Kingdom", '"United Kingdom"', kingdom],
    ["ukraine", '"ukraine"', follow],
    ["rugby", '"rugby"', follow],
    ["Truk", '"Truk"', follow],
    ["Scotland", '"Scotland"', 'Did you mean "scotland"?'],
    [undefined, "undefined (undefined)", follow],
    [null, "null (object)", follow],
    ["constructor", '"constructor"', follow],
  ])("%o is none", (given, shown, todo) => {
    expect(messageOf(() => workingCalendar(given as never))).toEqual({
      code: "calendar/name",
      message: `Not accepted: ${shown}. Expected ${names}. ${todo}`,
    });
  });
});

describe("what stands in the place of a list is refused by name", () => {
  test.each([
    [{ closures: "2021-12-29" }, '"2021-12-29" as closures'],
    [{ weekend: 7 }, "7 (number) as weekend"],
  ])("%j", (options, given) =>
    expect(messageOf(() => workingCalendar("scotland", options as never))).toEqual({
      code: "argument/option",
      message: `Not accepted: ${given}. Expected a list. Put it in a list: [ … ], or leave it out.`,
    }),
  );

  test.each([
    [{}, "an object"],
    [{ holidays: "2021-12-25" }, '"2021-12-25"'],
  ])("a calendar of one's own: %j", (own, given) =>
    expect(messageOf(() => workingCalendar(own as never))).toEqual({
      code: "calendar/own-list",
      message: `Not accepted: ${given}. Expected a list of the days that are not worked. Give the days themselves, such as ["2021-12-25"], or { holidays: ["2021-12-25"] }.`,
    }),
  );
});
