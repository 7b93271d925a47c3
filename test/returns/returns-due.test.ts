import {
  amend,
  type Programme,
  type ProgrammeFault,
  whpCore,
  whpCoreCv04,
  whpJets,
  whpJetsCv06,
  withInForce,
  withReadings,
} from "programme-rules";
import { workProgramme, workProgrammeFramework, workProgrammeRegimeV2 } from "programme-rules/programmes";
import { returnsDue } from "programme-rules/returns";
import { describe, expect, test } from "vitest";

const of2021 = { from: "2021-01-01", to: "2021-12-31" };
const dueDates = (rows: readonly { return: string; dueOn: string }[], name: string) =>
  rows.filter((row) => row.return === name).map(({ dueOn }) => dueOn);

/** Read off a wall calendar of 2021: only 15 May (Saturday) and 15 August (Sunday) are no working days. */
const FIFTEENTHS_2021 =
  "2021-01-15 2021-02-15 2021-03-15 2021-04-15 2021-05-17 2021-06-15 2021-07-15 2021-08-16 2021-09-15 2021-10-15 2021-11-15 2021-12-15".split(
    " ",
  );
/** Counted on a wall calendar with 1 Jan, 2 and 5 Apr, 3 and 31 May, 30 Aug, 27 and 28 Dec crossed out. */
const FIFTEENTH_WORKING_DAYS_2021 =
  "2021-01-22 2021-02-19 2021-03-19 2021-04-23 2021-05-24 2021-06-21 2021-07-21 2021-08-20 2021-09-21 2021-10-21 2021-11-19 2021-12-21".split(
    " ",
  );
/** Counted with 1 Jan, 18 and 21 Apr, 5 and 26 May, 25 Aug 2014; 1 Jan, 3 and 6 Apr, 4 and 25 May, 31 Aug 2015 crossed out. */
const FIFTH_WORKING_DAYS_2014_15 =
  "2014-01-08 2014-02-07 2014-03-07 2014-04-07 2014-05-08 2014-06-06 2014-07-07 2014-08-07 2014-09-05 2014-10-07 2014-11-07 2014-12-05 2015-01-08 2015-02-06 2015-03-06 2015-04-09 2015-05-08 2015-06-05 2015-07-07 2015-08-07 2015-09-07 2015-10-07 2015-11-06 2015-12-07".split(
    " ",
  );
/** Scotland's own: 2 January, the first Monday of August, St Andrew's Day (1 Dec 2014 in its place); no Easter Monday. */
const SCOTLAND_DIFFERS = {
  "2014-01": "2014-01-09",
  "2014-08": "2014-08-08",
  "2014-12": "2014-12-08",
  "2015-01": "2015-01-09",
  "2015-04": "2015-04-08",
  "2015-08": "2015-08-10",
};

describe("JETS in 2021", () => {
  const rows = returnsDue(whpJetsCv06, of2021);

  test("the templates of the standards on the 15th day, rolled", () => {
    expect(dueDates(rows, "css-template")).toEqual(FIFTEENTHS_2021);
    expect(rows.find(({ dueOn }) => dueOn === "2021-05-17")).toMatchObject({
      return: "css-template",
      forMonth: "2021-04",
      standards: ["css-13", "css-14"],
      requirements: ["css-13/template-a", "css-14/template-b"],
      rolledFrom: "2021-05-15",
      reason: "The 15th is Sat 15 May 2021, not a working day; the next is Mon 17 May 2021.",
      citations: [
        { source: "001", paragraph: "38", item: "13" },
        { source: "001", paragraph: "38", item: "14" },
      ],
    });
  });

  test("the performance return on the 15th working day: the two are different returns", () => {
    expect(dueDates(rows, "performance-return")).toEqual(FIFTEENTH_WORKING_DAYS_2021);
    const april = rows.find((row) => row.return === "performance-return" && row.inMonth === "2021-04");
    expect(april).toMatchObject({
      forMonth: "2021-03",
      dueOn: "2021-04-23",
      standards: [],
      reason:
        "The 15th working day of April 2021 is Fri 23 Apr 2021 (Good Friday and Easter Monday do not count).",
      citations: [{ source: "001", paragraph: "22" }],
    });
    expect(april).not.toHaveProperty("rolledFrom");
  });

  test("once a month, by its end: the review and the breakdown", () => {
    expect(dueDates(rows, "breakdown")).toHaveLength(12);
    expect(dueDates(rows, "performance-review")[1]).toBe("2021-02-28");
  });

  test("in order of date, each once", () => {
    const dates = rows.map(({ dueOn }) => dueOn);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(rows.map((row) => `${row.return} ${row.forMonth}`)).size).toBe(rows.length);
  });
});

describe("the Work Programme in 2014 and 2015", () => {
  const span = { from: "2014-01-01", to: "2015-12-31" };

  test("the pipeline file by the 5th working day, whichever edition is asked", () => {
    for (const rules of [workProgramme, workProgrammeRegimeV2]) {
      const rows = returnsDue(rules, { ...span, nation: "england" });
      expect(dueDates(rows, "pipeline-file")).toEqual(FIFTH_WORKING_DAYS_2014_15);
    }
  });

  test("the edition is the one in force on the day it is due", () => {
    const rows = returnsDue(workProgramme, { ...span, nation: "wales" });
    const editionIn = (month: string) => rows.find(({ inMonth }) => inMonth === month)?.edition;
    expect(["2014-03", "2014-04", "2014-07", "2014-08"].map(editionIn)).toEqual([
      "regime-v1",
      "regime-v2",
      "regime-v2",
      "regime-v3",
    ]);
  });

  test("Scotland keeps other holidays", () => {
    const rows = returnsDue(workProgramme, { ...span, nation: "scotland" });
    const expected = FIFTH_WORKING_DAYS_2014_15.map(
      (day) => (SCOTLAND_DIFFERS as Record<string, string>)[day.slice(0, 7)] ?? day,
    );
    expect(dueDates(rows, "pipeline-file")).toEqual(expected);
    expect(rows[0]?.calendar).toBe("scotland");
  });

  test("without a nation the first calendar is used, and where another differs the row says so", () => {
    const rows = returnsDue(workProgramme, span);
    expect(dueDates(rows, "pipeline-file")).toEqual(FIFTH_WORKING_DAYS_2014_15);
    const elsewhere = rows.flatMap(({ inMonth, elsewhere = [] }) =>
      elsewhere.map(({ calendar, dueOn }) => [calendar, inMonth, dueOn]),
    );
    expect(elsewhere).toEqual(
      Object.entries(SCOTLAND_DIFFERS).map(([month, dueOn]) => ["scotland", month, dueOn]),
    );
  });
});

describe("awkward days", () => {
  const one = (from: string, to: string, name: string, rules = whpCoreCv04) =>
    returnsDue(rules, { from, to }).filter((row) => row.return === name);

  test("the 15th is Good Friday", () => {
    expect(one("2022-04-01", "2022-04-30", "css-template")).toMatchObject([
      {
        dueOn: "2022-04-19",
        forMonth: "2022-03",
        rolledFrom: "2022-04-15",
        reason: "The 15th is Fri 15 Apr 2022 (Good Friday), not a working day; the next is Tue 19 Apr 2022.",
        standards: ["css-15", "css-16"],
      },
    ]);
  });

  test("the 15th is a working day", () => {
    const [row] = one("2022-09-01", "2022-09-30", "css-template");
    expect(row).toMatchObject({
      dueOn: "2022-09-15",
      forMonth: "2022-08",
      reason: "The 15th is Thu 15 Sep 2022, a working day.",
    });
    expect(row).not.toHaveProperty("rolledFrom");
  });

  test("an extra bank holiday moves the 15th working day", () => {
    expect(one("2022-09-01", "2022-09-30", "performance-return")[0]?.dueOn).toBe("2022-09-22");
  });

  test("both ends of the span are in it", () => {
    expect(one("2021-05-17", "2021-05-17", "css-template")).toHaveLength(1);
    expect(one("2021-05-15", "2021-05-16", "css-template")).toEqual([]);
  });
});

describe("the reading of the template day", () => {
  test("on the day: the one it concerns opens that day; the other is a row of its own", () => {
    const on = withReadings(whpJetsCv06, { "template-day": "on" });
    const rows = returnsDue(on, { from: "2021-05-01", to: "2021-05-31" }).filter(
      (row) => row.return === "css-template",
    );
    expect(rows.map(({ standards, opensOn, dueOn }) => [standards, opensOn, dueOn])).toEqual([
      [["css-13"], undefined, "2021-05-17"],
      [["css-14"], "2021-05-17", "2021-05-17"],
    ]);
  });
});

describe("reviews", () => {
  // Tue 20 April 2021: 19, 16, 15, 14, 13 April are the five working days before it.
  // Thu 8 April 2021: 7 and 6 April, 1 April, 31 and 30 March.
  const april = { from: "2021-03-25", to: "2021-04-30" };

  test("management information is due five working days before each", () => {
    const rows = returnsDue(whpJetsCv06, { ...april, reviewsOn: ["2021-04-20", "2021-04-08"] });
    expect(rows.filter((row) => row.return === "management-information")).toMatchObject([
      { dueOn: "2021-03-30", reviewOn: "2021-04-08" },
      {
        dueOn: "2021-04-13",
        reviewOn: "2021-04-20",
        reason: "Five working days before the review of Tue 20 Apr 2021 is Tue 13 Apr 2021.",
      },
    ]);
    expect(dueDates(rows, "action-plan-reviewed")).toEqual(["2021-04-08", "2021-04-20"]);
    expect(dueDates(rows, "performance-review")).toEqual(["2021-03-31", "2021-04-08", "2021-04-20"]);
  });

  test("from a contract's log, with what was done", () => {
    const contractLog = {
      id: "jets-east",
      attributes: { nation: "england" },
      events: [
        { kind: "contract-started", on: "2021-03-01" },
        { kind: "review-held", on: "2021-04-20" },
        { kind: "management-information-sent", on: "2021-04-13" },
        { kind: "template-a-sent", on: "2021-04-14", forMonth: "2021-03" },
        { kind: "performance-return-sent", on: "2021-04-26" },
        { kind: "breakdown-updated", on: "2021-04-30" },
      ],
    };
    const rows = returnsDue(whpJetsCv06, { from: "2021-04-01", to: "2021-04-30", contractLog });
    expect(rows.map((row) => [row.return, row.dueOn, row.doneOn])).toEqual([
      ["management-information", "2021-04-13", "2021-04-13"],
      ["css-template", "2021-04-15", undefined],
      ["action-plan-reviewed", "2021-04-20", undefined],
      ["performance-review", "2021-04-20", "2021-04-20"],
      ["performance-return", "2021-04-23", "2021-04-26"],
      ["breakdown", "2021-04-30", "2021-04-30"],
    ]);
    expect(rows.find((row) => row.return === "css-template")?.outstanding).toEqual(["css-14/template-b"]);
  });

  test("information sent for one review is not information for the next", () => {
    const events = [
      { kind: "contract-started", on: "2021-03-01" },
      { kind: "review-held", on: "2021-04-20" },
      { kind: "review-held", on: "2021-05-20" },
      { kind: "management-information-sent", on: "2021-04-13" },
    ];
    const contractLog = { id: "two", events };
    const rows = returnsDue(whpJetsCv06, { from: "2021-04-01", to: "2021-05-31", contractLog });
    const information = rows.filter((row) => row.return === "management-information");
    expect(information.map(({ reviewOn, doneOn }) => [reviewOn, doneOn])).toEqual([
      ["2021-04-20", "2021-04-13"],
      ["2021-05-20", undefined],
    ]);
  });

  test("a contract owes nothing for months before it began or after it ended", () => {
    const events = [
      { kind: "contract-started", on: "2021-03-10" },
      { kind: "contract-ended", on: "2021-05-20" },
    ];
    const rows = returnsDue(whpJetsCv06, { ...of2021, contractLog: { id: "short", events } });
    expect(dueDates(rows, "css-template")).toEqual(["2021-04-15", "2021-05-17", "2021-06-15"]);
    expect(dueDates(rows, "breakdown")).toEqual(["2021-03-31", "2021-04-30"]);
  });

  test("reviews follow the frequency that the Department set, from its day (source 001, paragraph 28)", () => {
    const reviewsOf = (each: string, ...held: string[]) => {
      const events = [
        { kind: "contract-started", on: "2021-03-01" },
        { kind: "review-frequency-varied", on: "2021-04-12", each },
        ...held.map((on) => ({ kind: "review-held", on })),
      ];
      const rows = returnsDue(whpJetsCv06, {
        from: "2021-03-01",
        to: "2021-09-30",
        contractLog: { id: "varied", events },
      });
      return rows.filter((row) => row.return === "performance-review");
    };
    expect(reviewsOf("quarter").map(({ dueOn }) => dueOn)).toEqual([
      "2021-03-31",
      "2021-06-30",
      "2021-09-30",
    ]);
    expect(reviewsOf("quarter")[1]?.reason).toBe(
      "Once in the quarter to Wed 30 Jun 2021, so by its last day.",
    );
    expect(reviewsOf("month").map(({ dueOn }) => dueOn)).toHaveLength(7);
    expect(reviewsOf("quarter", "2021-05-19").map(({ dueOn }) => dueOn)).toEqual([
      "2021-03-31",
      "2021-05-19",
      "2021-09-30",
    ]);
    // Weeks end on Sundays: 18 and 25 April, 2 May and so on.
    expect(
      reviewsOf("week")
        .slice(0, 4)
        .map(({ dueOn }) => dueOn),
    ).toEqual(["2021-03-31", "2021-04-18", "2021-04-25", "2021-05-02"]);
  });

  test("a waived plan is not gone through, and its annex not brought up to date", () => {
    const events = [
      { kind: "contract-started", on: "2021-03-01" },
      { kind: "plan-waiver-agreed", on: "2021-03-20", by: "Provision Lead" },
    ];
    const contractLog = { id: "waived", events };
    const rows = returnsDue(whpJetsCv06, { ...april, reviewsOn: ["2021-04-20"], contractLog });
    expect(dueDates(rows, "action-plan-reviewed")).toEqual([]);
    expect(dueDates(rows, "breakdown")).toEqual([]);
    expect(dueDates(rows, "management-information")).toEqual(["2021-04-13"]);
    const other = events.map((event) => ({ ...event, by: "Performance Manager" }));
    const owed = returnsDue(whpJetsCv06, {
      ...april,
      reviewsOn: ["2021-04-20"],
      contractLog: { id: "not waived", events: other },
    });
    expect(dueDates(owed, "action-plan-reviewed")).toEqual(["2021-04-20"]);
    expect(dueDates(owed, "breakdown")).toEqual(["2021-03-31", "2021-04-30"]);
  });
});

describe("what cannot be answered", () => {
  const fault = (ask: () => unknown): ProgrammeFault => {
    try {
      ask();
    } catch (error) {
      return error as ProgrammeFault;
    }
    throw new Error("nothing was thrown");
  };

  test("a span past the published bank holidays", () => {
    const beyond = { from: "2028-12-01", to: "2029-01-31" };
    expect(fault(() => returnsDue(whpJetsCv06, beyond)).message).toBe(
      'Not accepted: 2029-01-31. Expected 2011-01-01 to 2028-12-31, the last day the holidays of england-and-wales are known to. Install a newer version of programme-rules, or pass { beyondPublished: "project" } to use the days the statutory rules expect.',
    );
    const rows = returnsDue(whpJetsCv06, { ...beyond, beyondPublished: "project" });
    expect(rows.at(-1)).toMatchObject({ projected: true });
    expect(rows[0]).not.toHaveProperty("projected");
  });

  test("a span that ends before it begins", () =>
    expect(fault(() => returnsDue(whpJetsCv06, { from: "2021-02-01", to: "2021-01-31" })).code).toBe(
      "date/span-reversed",
    ));

  test("a nation the programme does not run in", () =>
    expect(fault(() => returnsDue(whpJetsCv06, { ...of2021, nation: "scotland" })).message).toBe(
      'Not accepted: the nation "scotland". Expected england, wales. Name the nation whose bank holidays the contract follows.',
    ));

  test("a history of which several editions could be in force; with the bounds supplied it answers", () => {
    expect(fault(() => returnsDue(whpCore, of2021)).code).toBe("rules/unknown-bounds");
    const mine = withInForce(whpCore, { cv04: { from: "2020-10-01", until: "2021-12-31" } });
    expect(dueDates(returnsDue(mine, of2021), "css-template")).toEqual(FIFTEENTHS_2021);
    expect(fault(() => returnsDue(mine, { from: "2021-12-01", to: "2022-01-31" })).code).toBe(
      "rules/unknown-bounds",
    );
  });

  test("a history of which only one can be answers without bounds", () =>
    expect(dueDates(returnsDue(whpJets, of2021), "css-template")).toEqual(FIFTEENTHS_2021));

  test("a programme without returns has none", () =>
    expect(returnsDue(workProgrammeFramework, { from: "2014-01-01", to: "2014-12-31" })).toEqual([]));
});

describe("how a due date was found follows what a variation says", () => {
  const varied = (set: Record<string, object>, settles: string[] = []) =>
    amend(whpJetsCv06, { id: "v", title: "V", basis: "assumed", changes: { set, settles } as never });
  const reasons = (programme: Programme, name: string) =>
    returnsDue(programme, { from: "2021-04-01", to: "2021-05-31" })
      .filter((row) => row.return === name)
      .map(({ dueOn, forMonth, reason }) => [dueOn, forMonth, reason]);

  test("once in each week, and in each quarter", () => {
    const weekly = reasons(varied({ "returns/breakdown": { every: { each: "week" } } }), "breakdown");
    expect(weekly.slice(0, 2)).toEqual([
      ["2021-04-04", undefined, "Once in the week to Sun 4 Apr 2021, so by its last day."],
      ["2021-04-11", undefined, "Once in the week to Sun 11 Apr 2021, so by its last day."],
    ]);
    const quarterly = varied({ "returns/breakdown": { every: { each: "quarter" } } });
    expect(
      returnsDue(quarterly, { from: "2021-06-01", to: "2021-06-30" }).find(
        (row) => row.return === "breakdown",
      )?.reason,
    ).toBe("Once in the quarter to Wed 30 Jun 2021, so by its last day.");
  });

  // From Wed 31 March 2021 as the first: 1, 6, 7, 8, 9, 12, 13, 14 and 15 April are the second to the tenth.
  test("counting the day itself as the first", () => {
    const within = { workingDays: 10 };
    const set = { "returns/performance-return": { within } };
    const read = withReadings(varied(set), { "counting-day": "day-1" });
    expect(reasons(read, "performance-return")[0]).toEqual([
      "2021-04-15",
      "2021-03",
      expect.stringContaining(
        "Counting Wed 31 Mar 2021 as the first, the 10th working day is Thu 15 Apr 2021",
      ),
    ]);
  });

  // Fifteen days after Fri 30 April 2021 is a Saturday.
  test("moved to the next working day", () => {
    const within = { days: 15, roll: "next-working-day" };
    const rows = reasons(varied({ "returns/performance-return": { within } }), "performance-return");
    expect(rows.at(-1)).toEqual([
      "2021-05-17",
      "2021-04",
      "15 days after Fri 30 Apr 2021 is Sat 15 May 2021, not a working day; the next is Mon 17 May 2021.",
    ]);
  });
});
