import { report } from "programme-rules";
import { describe, expect, test } from "vitest";
import { datesOf, findingsOf, journeyOf, programmeOf, type Rule, verdictsOf } from "./one-rule.js";

// England and Wales, 2021: Monday 1 February, Monday 1 March, Thursday 1 April, Saturday 1 May, Thursday 1 July.
// Bank holidays: Fri 2 April, Mon 5 April, Mon 3 May, Mon 31 May, Mon 30 August, Mon 27 and Tue 28 December.
const ASKED = "2021-12-01";
const windowOf = (rule: Rule, anchor: string, conventions = {}) =>
  datesOf(programmeOf(rule, { conventions }), anchor, ASKED)[0]?.replace(/^.*?: /, "");

describe("the last day within a length after its anchor", () => {
  test.each<[says: string, length: Rule, startedOn: string, dueOn: string]>([
    ["3 working days from Wed: Thu, Fri, Mon", { workingDays: 3 }, "2021-03-03", "2021-03-08"],
    ["1 working day from Sat: Mon", { workingDays: 1 }, "2021-03-06", "2021-03-08"],
    ["no day at all", { days: 0 }, "2021-03-03", "2021-03-03"],
    ["10 days from Wed 3: Sat 13, which is not moved", { days: 10 }, "2021-03-03", "2021-03-13"],
    ["10 days, moved", { days: 10, roll: "next-working-day" }, "2021-03-03", "2021-03-15"],
    [
      "9 days from Wed 3: Fri 12, which need not move",
      { days: 9, roll: "next-working-day" },
      "2021-03-03",
      "2021-03-12",
    ],
    ["2 weeks from Fri 19: Good Friday", { weeks: 2 }, "2021-03-19", "2021-04-02"],
    ["2 weeks, moved past Easter Monday", { weeks: 2, roll: "next-working-day" }, "2021-03-19", "2021-04-06"],
    ["1 month from the 3rd", { months: 1 }, "2021-03-03", "2021-04-03"],
    ["1 month from 31 January: the last of February", { months: 1 }, "2021-01-31", "2021-02-28"],
    ["the 15th of the next month, from its first day", { dayOfNextMonth: 15 }, "2021-03-01", "2021-04-15"],
    ["the 15th of the next month, from its last day", { dayOfNextMonth: 15 }, "2021-03-31", "2021-04-15"],
    ["Sat 15 May", { dayOfNextMonth: 15 }, "2021-04-30", "2021-05-15"],
    ["Sat 15 May, moved", { dayOfNextMonth: 15, roll: "next-working-day" }, "2021-04-30", "2021-05-17"],
    ["the 10th working day of March: 1 to 5, 8 to 12", { workingDayOfMonth: 10 }, "2021-03-03", "2021-03-12"],
    ["the 5th working day of April: 1, 6, 7, 8, 9", { workingDayOfNextMonth: 5 }, "2021-03-03", "2021-04-09"],
    ["a month with no such working day: April has 20", { workingDayOfNextMonth: 21 }, "2021-03-03", ""],
  ])("%s", (_says, within, startedOn, dueOn) =>
    expect(windowOf({ within }, `started ${startedOn}`)).toBe(` – ${dueOn}`.trimEnd().padEnd(3)),
  );

  test.each<[says: string, startedOn: string, dueOn: string]>([
    ["Wed, Thu, Fri", "2021-03-03", "2021-03-05"],
    ["from Sat: Mon, Tue, Wed", "2021-03-06", "2021-03-10"],
  ])("3 working days with the anchor's own as day 1: %s", (_says, startedOn, dueOn) =>
    expect(windowOf({ within: { workingDays: 3 } }, `started ${startedOn}`, { countingDay: "day-1" })).toBe(
      ` – ${dueOn}`,
    ),
  );

  test("day 1 is a matter of working days only", () =>
    expect(windowOf({ within: { days: 3 } }, "started 2021-03-03", { countingDay: "day-1" })).toBe(
      " – 2021-03-06",
    ));

  test("at least a length after: from that day on, without an end", () => {
    expect(windowOf({ atLeast: { workingDays: 3 } }, "started 2021-03-03")).toBe("2021-03-08 – ");
    expect(windowOf({ atLeast: { workingDays: 3 } }, "started 2021-03-03", { countingDay: "day-1" })).toBe(
      "2021-03-05 – ",
    );
  });

  test("a window is two distances", () =>
    expect(windowOf({ atLeast: { days: 7 }, within: { weeks: 2 } }, "started 2021-03-03")).toBe(
      "2021-03-10 – 2021-03-17",
    ));

  test("a length that is withheld opens and ends nothing", () => {
    const withheld = { within: { open: "redacted" } };
    expect(windowOf(withheld, "started 2021-03-03")).toBe(" – ");
    expect(verdictsOf(programmeOf(withheld), "started 2021-03-03", ASKED)).toEqual([
      "undetermined: missing-parameter",
    ]);
  });
});

describe("the first day of the last length up to an anchor, whose own day is day 1", () => {
  test.each<[says: string, length: Rule, leftOn: string, opensOn: string]>([
    ["5 working days: Fri 9, 8, 7, 6, Mon 5 July", { workingDays: 5 }, "2021-07-09", "2021-07-05"],
    ["5 working days up to a Sunday: Fri 9 to Mon 5", { workingDays: 5 }, "2021-07-11", "2021-07-05"],
    ["5 days: 9, 8, 7, 6, 5 July", { days: 5 }, "2021-07-09", "2021-07-05"],
    ["2 weeks: 14 days, 9 July to 26 June", { weeks: 2 }, "2021-07-09", "2021-06-26"],
    ["1 month: 9 July to 10 June", { months: 1 }, "2021-07-09", "2021-06-10"],
  ])("%s", (_says, within, leftOn, opensOn) =>
    expect(windowOf({ before: ["left"], within }, `left ${leftOn}`)).toBe(`${opensOn} – ${leftOn}`),
  );
});

describe("the last day at least a length before an anchor, whose own day is not counted", () => {
  test.each<[says: string, length: Rule, heldOn: string, dueOn: string]>([
    ["5 working days: 8, 7, 6, 5, Fri 2 July", { workingDays: 5 }, "2021-07-09", "2021-07-02"],
    ["5 days", { days: 5 }, "2021-07-09", "2021-07-04"],
    ["2 weeks", { weeks: 2 }, "2021-07-09", "2021-06-25"],
    ["1 month from 31 March: the last of February", { months: 1 }, "2021-03-31", "2021-02-28"],
    [
      "the 3rd working day of its month: 1, 2, Mon 5 July",
      { workingDayOfMonth: 3 },
      "2021-07-09",
      "2021-07-05",
    ],
  ])("%s", (_says, atLeast, heldOn, dueOn) =>
    expect(windowOf({ before: ["review-held"], atLeast }, `review-held ${heldOn}`)).toBe(` – ${dueOn}`),
  );

  test("from the first day of one length to the last of the other", () =>
    expect(
      windowOf(
        { before: ["review-held"], atLeast: { days: 2 }, within: { workingDays: 5 } },
        "review-held 2021-07-09",
      ),
    ).toBe("2021-07-05 – 2021-07-07"));
});

describe("a calendar that does not reach so far", () => {
  // The published lists run from 2011 to the end of 2028.
  const rule = { within: { workingDays: 10 } };
  test("gives no due date after its last day, and what is due is still to come", () => {
    expect(datesOf(programmeOf(rule), "started 2028-12-28", "2028-12-29")).toEqual(["2028-12-28:  – "]);
    expect(verdictsOf(programmeOf(rule), "started 2028-12-28", "2028-12-29")).toEqual([
      "pending: not-yet-due",
    ]);
  });
  test("is no reason to call done what is not, nor to owe it after an excuse", () => {
    const open = { atLeast: { workingDays: 3 } };
    expect(verdictsOf(programmeOf(open), "started 2021-03-03", ASKED)).toEqual(["pending: not-yet-due"]);
    expect(verdictsOf(programmeOf(open), "started 2021-03-03, plan-agreed 2021-03-08", ASKED)).toEqual([
      "met",
    ]);
    const excusable = programmeOf({ ...rule, excusedBy: ["absence-explained"] });
    expect(datesOf(excusable, "started 2028-12-27, absence-explained 2028-12-28", "2028-12-29")).toEqual([
      "2028-12-27:  – , excused",
    ]);
  });
  test("gives none before its first day, and what was due is not known", () => {
    expect(datesOf(programmeOf(rule), "started 2001-03-05", ASKED)).toEqual(["2001-03-05:  – "]);
    expect(verdictsOf(programmeOf(rule), "started 2001-03-05", ASKED)).toEqual([
      "undetermined: missing-data",
    ]);
  });
});

describe("cases due in a period", () => {
  const counted = (startedOn: string, more = {}) => {
    const programme = programmeOf({ within: { workingDays: 10 } });
    const period = { from: "2028-03-01", until: "2028-03-31" };
    const journey = journeyOf(`referral-received 2021-01-04, started ${startedOn}`);
    return report(programme, [journey], { asAt: "2028-12-29", period, ...more }).lines[0]?.counted;
  };
  test("are those due in it, and those that began in it where no due day is known", () => {
    // Ten working days from Wednesday 1 March 2028 end on Wednesday 15; from 1 February on the 15th.
    expect(counted("2028-03-01")).toBe(1);
    expect(counted("2028-02-01")).toBe(0);
    expect(counted("2028-12-20")).toBe(0);
    expect(counted("2028-12-20", { period: { from: "2028-12-01", until: "2028-12-31" } })).toBe(1);
    expect(counted("2001-03-05")).toBe(0);
  });
});

test("a finding says whether its due day rests on holidays that are only expected", () => {
  const programme = programmeOf({ within: { workingDays: 10 } });
  const project = { asAt: "2028-12-29", beyondPublished: "project" } as const;
  expect(findingsOf(programme, "started 2028-12-20", project)).toMatchObject([{ projected: true }]);
  expect(findingsOf(programme, "started 2028-12-01", project)[0]).not.toHaveProperty("projected");
  expect(findingsOf(programme, "started 2028-12-20", "2028-12-29")[0]).not.toHaveProperty("projected");
});
