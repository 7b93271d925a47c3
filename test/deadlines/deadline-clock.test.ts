import { dueDates, explain } from "programme-rules";
import { describe, expect, test } from "vitest";
import {
  datesOf,
  findingsOf,
  journeyOf,
  programmeOf,
  type Rule,
  type Setting,
  verdictsOf,
} from "./one-rule.js";

// 2021: Monday 1 March, Monday 5 April is Easter Monday. Ten working days from Monday 1 March: Monday 15 March.
const TEN = { within: { workingDays: 10 } };
const ASKED = "2021-06-30";
const verdicts = (rule: Rule, when: string, asAt = ASKED, setting: Setting = {}) =>
  verdictsOf(programmeOf(rule, setting), when, asAt);

describe("what does it", () => {
  test.each<[when: string, verdict: string]>([
    ["started 2021-03-01, plan-agreed 2021-03-01", "met"],
    ["started 2021-03-01, plan-agreed 2021-03-15", "met"],
    ["started 2021-03-01, plan-agreed 2021-03-16", "not-met: late"],
    ["started 2021-03-01, plan-agreed 2021-02-26", "not-met: not-done"],
    ["started 2021-03-01, plan-agreed 2021-02-26, plan-agreed 2021-03-03", "met"],
    ["started 2021-03-01", "not-met: not-done"],
  ])("%s: %s", (when, verdict) => expect(verdicts(TEN, when)).toEqual([verdict]));

  test("is the first that counts, and that is the evidence", () => {
    const when = "plan-agreed 2021-03-09, started 2021-03-01, plan-agreed 2021-03-03, plan-agreed 2021-02-26";
    expect(findingsOf(programmeOf(TEN), when, ASKED)).toMatchObject([
      { doneOn: "2021-03-03", evidence: [1, 2] },
    ]);
  });

  test("may have been done early where the rule says so", () => {
    const early = { ...TEN, early: true };
    expect(verdicts(early, "started 2021-03-01, plan-agreed 2021-01-04")).toEqual(["met"]);
  });
});

describe("a window that opens later", () => {
  // From Monday 8 March to Monday 15 March.
  const rule = { atLeast: { days: 7 }, within: { days: 14 } };
  test.each<[when: string, verdict: string]>([
    ["started 2021-03-01, plan-agreed 2021-03-01", "not-met: outside-window"],
    ["started 2021-03-01, plan-agreed 2021-03-07", "not-met: outside-window"],
    ["started 2021-03-01, plan-agreed 2021-02-28", "not-met: not-done"],
    ["started 2021-03-01, plan-agreed 2021-03-08", "met"],
    ["started 2021-03-01, plan-agreed 2021-03-07, plan-agreed 2021-03-08", "met"],
    ["started 2021-03-01, plan-agreed 2021-03-07, plan-agreed 2021-03-16", "not-met: late"],
  ])("%s: %s", (when, verdict) => expect(verdicts(rule, when)).toEqual([verdict]));

  test("names the event that came too early", () =>
    expect(findingsOf(programmeOf(rule), "plan-agreed 2021-03-07, started 2021-03-01", ASKED)).toMatchObject([
      { evidence: [1, 0] },
    ]));
});

describe("where all of several are needed", () => {
  const rule = { ...TEN, event: ["plan-agreed", "contacted"], all: true };
  test.each<[when: string, verdict: string]>([
    ["started 2021-03-01, plan-agreed 2021-03-02, contacted 2021-03-15", "met"],
    ["started 2021-03-01, contacted 2021-03-02, plan-agreed 2021-03-15", "met"],
    ["started 2021-03-01, plan-agreed 2021-03-02, contacted 2021-03-16", "not-met: late"],
    ["started 2021-03-01, contacted 2021-03-02, plan-agreed 2021-03-16", "not-met: late"],
    ["started 2021-03-01, plan-agreed 2021-03-02", "not-met: not-done"],
    ["started 2021-03-01, contacted 2021-03-02", "not-met: not-done"],
  ])("%s: %s", (when, verdict) => expect(verdicts(rule, when)).toEqual([verdict]));

  test("any of them does it where the rule does not say all", () =>
    expect(verdicts({ ...rule, all: false }, "started 2021-03-01, contacted 2021-03-02")).toEqual(["met"]));

  test("the last of them is the evidence, whichever it is", () => {
    const evidence = (when: string) => findingsOf(programmeOf(rule), when, ASKED)[0];
    expect(evidence("started 2021-03-01, plan-agreed 2021-03-04, contacted 2021-03-09")).toMatchObject({
      doneOn: "2021-03-09",
      evidence: [0, 2],
    });
    expect(evidence("started 2021-03-01, plan-agreed 2021-03-09, contacted 2021-03-04")).toMatchObject({
      doneOn: "2021-03-09",
      evidence: [0, 1],
    });
    expect(evidence("started 2021-03-01, contacted 2021-03-04")).toMatchObject({ evidence: [0] });
    expect(evidence("started 2021-03-01, contacted 2021-03-04")).not.toHaveProperty("doneOn");
  });

  test("one that is missing is not excused by another that came too early and again in time", () => {
    const late = { ...rule, atLeast: { workingDays: 2 } };
    const twice = "started 2021-03-01, contacted 2021-03-02, contacted 2021-03-04";
    expect(verdicts(late, twice)).toEqual(["not-met: not-done"]);
    expect(verdicts(late, "started 2021-03-01, plan-agreed 2021-03-02, contacted 2021-03-04")).toEqual([
      "not-met: outside-window",
    ]);
  });
});

describe("each anchor is a case", () => {
  test("of its own window", () =>
    expect(
      datesOf(
        programmeOf({ ...TEN, after: ["meeting-missed"] }),
        "meeting-missed 2021-03-01, meeting-missed 2021-03-02",
        ASKED,
      ),
    ).toEqual(["2021-03-01:  – 2021-03-15", "2021-03-02:  – 2021-03-16"]));

  test("numbered in order of date, those that do not apply included", () => {
    const rule = { ...TEN, when: [{ onOrAfter: "2021-03-02" }] };
    const dates = dueDates(programmeOf(rule), journeyOf("started 2021-03-03, started 2021-03-01"), {
      asAt: ASKED,
    });
    expect(dates).toMatchObject([{ case: 2, anchor: { kind: "started", on: "2021-03-03" } }]);
    const found = findingsOf(programmeOf(rule), "started 2021-03-03, started 2021-03-01", ASKED);
    expect(found).toMatchObject([
      { case: 1, reason: "condition" },
      { case: 2, reason: "not-done" },
    ]);
  });

  test("events and moments of a state together, none of them twice", () => {
    const states = [{ id: "paused-state", from: ["paused"], until: ["resumed"] }];
    const rule = { ...TEN, after: ["started", { entering: "paused-state" }, { leaving: "paused-state" }] };
    const when = "started 2021-03-01, started 2021-03-02, paused 2021-03-03, resumed 2021-03-04";
    expect(datesOf(programmeOf(rule, { states }), when, ASKED)).toEqual([
      "2021-03-01:  – 2021-03-15",
      "2021-03-02:  – 2021-03-16",
      "2021-03-03:  – 2021-03-17",
      "2021-03-04:  – 2021-03-18",
    ]);
    // The second moment has not come, or the first never does.
    expect(datesOf(programmeOf(rule, { states }), "paused 2021-03-03", ASKED)).toEqual([
      "2021-03-03:  – 2021-03-17",
    ]);
    expect(datesOf(programmeOf(rule, { states }), "resumed 2021-03-04", ASKED)).toEqual([
      "waits for started, paused, resumed",
    ]);
  });

  test("a journey read after another starts from its own first anchor", () => {
    const programme = programmeOf(TEN);
    expect(verdictsOf(programme, "started 2021-03-01, started 2021-03-02", ASKED)).toHaveLength(2);
    expect(verdictsOf(programme, "started 2021-03-01", ASKED)).toHaveLength(1);
  });
});

describe("before an anchor", () => {
  const upTo = (rule: Rule, when: string) => verdicts({ before: ["review-held"], ...rule }, when);

  test("within a length, its own day included; without a window nothing is too early", () => {
    const last = { within: { workingDays: 5 } };
    expect(upTo(last, "review-held 2021-07-09")).toEqual(["not-applicable: clock-never-started"]);
    expect(upTo(last, "plan-agreed 2021-06-25, review-held 2021-06-25")).toEqual(["met"]);
    expect(upTo(last, "plan-agreed 2021-06-21, review-held 2021-06-25")).toEqual(["met"]);
    expect(upTo(last, "plan-agreed 2021-06-18, review-held 2021-06-25")).toEqual(["not-met: outside-window"]);
    expect(upTo(last, "plan-agreed 2021-06-26, review-held 2021-06-25")).toEqual(["not-met: late"]);
    expect(upTo({}, "plan-agreed 2020-01-06, review-held 2021-06-25")).toEqual(["met"]);
  });

  test("one event within two windows does for both", () =>
    expect(
      upTo(
        { within: { workingDays: 5 } },
        "plan-agreed 2021-06-21, review-held 2021-06-22, review-held 2021-06-24",
      ),
    ).toEqual(["met", "met"]));

  test("without a window, each anchor wants one of its own since the last", () => {
    const two = "review-held 2021-05-04, review-held 2021-06-04";
    expect(upTo({}, `plan-agreed 2021-05-03, ${two}`)).toEqual(["met", "not-met: not-done"]);
    expect(upTo({}, `plan-agreed 2021-05-04, ${two}`)).toEqual(["met", "not-met: not-done"]);
    expect(upTo({}, `plan-agreed 2021-05-05, ${two}`)).toEqual(["not-met: late", "met"]);
    expect(upTo({}, `plan-agreed 2021-04-05, ${two}, plan-agreed 2021-05-05`)).toEqual(["met", "met"]);
  });

  test("at least a length before: later is late", () => {
    const ahead = { atLeast: { workingDays: 2 } };
    expect(upTo(ahead, "plan-agreed 2021-06-23, review-held 2021-06-25")).toEqual(["met"]);
    expect(upTo(ahead, "plan-agreed 2021-06-24, review-held 2021-06-25")).toEqual(["not-met: late"]);
  });
});

describe("exceptions", () => {
  const young = [{ group: ["young"] }];
  const of = (rule: Rule, when: string, group: string) =>
    datesOf(programmeOf(rule), journeyOf(when, { group }), ASKED);

  test("the first whose conditions hold decides when it is due", () => {
    const rule = {
      ...TEN,
      exceptions: [
        { when: young, within: { days: 3 } },
        { when: [{ onOrAfter: "2021-03-01" }], within: { days: 5 } },
      ],
    };
    expect(of(rule, "started 2021-03-01", "young")).toEqual(["2021-03-01:  – 2021-03-04"]);
    expect(of(rule, "started 2021-03-01", "older")).toEqual(["2021-03-01:  – 2021-03-06"]);
    expect(of(rule, "started 2021-02-26", "older")).toEqual(["2021-02-26:  – 2021-03-12"]);
  });

  test("before an anchor they decide from when it counts", () => {
    const rule = { ...TEN, before: ["review-held"], exceptions: [{ when: young, within: { days: 3 } }] };
    expect(of(rule, "review-held 2021-06-25", "young")).toEqual(["2021-06-25: 2021-06-23 – 2021-06-25"]);
    // Ten working days up to Friday 25 June: 25 to 21, 18 to 14.
    expect(of(rule, "review-held 2021-06-25", "older")).toEqual(["2021-06-25: 2021-06-14 – 2021-06-25"]);
  });

  test("of which nobody knows whether it holds leave open what lies between the two due days", () => {
    // Ten working days from Monday 1 March: Monday 15; fifteen: Monday 22.
    const rule = { ...TEN, exceptions: [{ when: [{ group: ["young"] }], within: { workingDays: 15 } }] };
    const on = (day: string) => verdicts(rule, `started 2021-03-01, plan-agreed ${day}`)[0];
    expect(on("2021-03-15")).toBe("met");
    expect(on("2021-03-16")).toBe("undetermined: missing-data");
    expect(on("2021-03-22")).toBe("undetermined: missing-data");
    expect(on("2021-03-23")).toBe("not-met: late");
    const undone = (asAt: string) => verdictsOf(programmeOf(rule), "started 2021-03-01", asAt)[0];
    expect(undone("2021-03-15")).toBe("pending: not-yet-due");
    expect(undone("2021-03-16")).toBe("undetermined: missing-data");
    expect(undone("2021-03-23")).toBe("not-met: not-done");
  });

  test("an exception of one case is not the next one's", () => {
    const rule = { ...TEN, exceptions: [{ when: [{ before: "2021-03-02" }], within: { days: 3 } }] };
    expect(datesOf(programmeOf(rule), "started 2021-03-01, started 2021-03-02", ASKED)).toEqual([
      "2021-03-01:  – 2021-03-04",
      "2021-03-02:  – 2021-03-16",
    ]);
  });
});

describe("excuses", () => {
  const rule = { ...TEN, after: ["meeting-missed"], excusedBy: ["absence-explained"] };
  test.each<[when: string, verdict: string]>([
    ["absence-explained 2021-03-01, meeting-missed 2021-03-01", "not-applicable: excused"],
    ["meeting-missed 2021-03-01, absence-explained 2021-03-15", "not-applicable: excused"],
    ["meeting-missed 2021-03-01, absence-explained 2021-03-16", "not-met: not-done"],
    ["meeting-missed 2021-03-01, absence-explained 2021-03-15 known=2021-03-16", "not-met: not-done"],
    ["absence-explained 2021-02-26, meeting-missed 2021-03-01", "not-applicable: excused"],
    [
      "absence-explained 2021-02-26, meeting-missed 2021-03-01, absence-explained 2021-03-02",
      "not-applicable: excused",
    ],
    ["meeting-missed 2021-03-01, absence-explained 2021-03-02, plan-agreed 2021-03-03", "met"],
  ])("%s: %s", (when, verdict) => expect(verdicts(rule, when)).toEqual([verdict]));

  test("the due date says that it was excused, and not where it was done in time", () => {
    const programme = programmeOf(rule);
    const excused = "meeting-missed 2021-03-01, absence-explained 2021-03-02";
    expect(datesOf(programme, excused, ASKED)).toEqual(["2021-03-01:  – 2021-03-15, excused"]);
    expect(datesOf(programme, `${excused}, plan-agreed 2021-03-15`, ASKED)).toEqual([
      "2021-03-01:  – 2021-03-15, 2021-03-15",
    ]);
    expect(datesOf(programme, `${excused}, plan-agreed 2021-03-16`, ASKED)).toEqual([
      "2021-03-01:  – 2021-03-15, 2021-03-16, excused",
    ]);
    expect(datesOf(programme, "meeting-missed 2021-03-01", ASKED)).toEqual(["2021-03-01:  – 2021-03-15"]);
  });
});

describe("leaving", () => {
  const started = "started 2021-03-01, left";
  test.each<[rule: Rule, when: string, verdict: string]>([
    [TEN, `${started} 2021-03-12`, "not-applicable: excused"],
    [TEN, `${started} 2021-03-15`, "not-met: not-done"],
    [TEN, "left 2021-02-26, started 2021-03-01", "not-applicable: excused"],
    [TEN, `${started} 2021-03-16, left 2021-03-12`, "not-applicable: excused"],
    [{ ...TEN, owedAfterLeaving: true }, `${started} 2021-03-12`, "not-met: not-done"],
    [{ ...TEN, after: ["left"] }, "left 2021-03-01, left 2021-03-02", "not-met: not-done"],
    [{ ...TEN, before: ["review-held"] }, "left 2021-03-01, review-held 2021-03-15", "not-met: not-done"],
  ])("%j, %s: %s", (rule, when, verdict) => expect(verdicts(rule, when)[0]).toBe(verdict));

  test("excuses nothing where the programme says so", () =>
    expect(verdicts(TEN, `${started} 2021-03-12`, ASKED, { conventions: { leavingExcuses: false } })).toEqual(
      ["not-met: not-done"],
    ));

  test("may be several kinds of event: the first of any is the leaving", () => {
    const conventions = { leaving: ["left", "paused"] };
    const dates = (when: string) => findingsOf(programmeOf(TEN, { conventions }), when, ASKED);
    const when = "started 2021-03-01, paused 2021-03-10, left 2021-03-12";
    expect(dates(when)).toMatchObject([{ reason: "excused", evidence: [0, 1] }]);
    expect(dates("started 2021-03-01, left 2021-03-10, paused 2021-03-12")).toMatchObject([
      { reason: "excused", evidence: [0, 1] },
    ]);
    for (const kind of ["paused", "left"])
      expect(dates(`started 2021-03-01, ${kind} 2021-03-12`)).toMatchObject([
        { reason: "excused", evidence: [0, 1] },
      ]);
    expect(dates("left 2021-02-26, started 2021-03-01, paused 2021-03-10")).toMatchObject([
      { evidence: [1, 0] },
    ]);
    // What begins with a leaving is owed for all that.
    expect(
      verdicts({ ...TEN, after: ["paused"] }, "paused 2021-03-01, left 2021-03-03", ASKED, { conventions }),
    ).toEqual(["not-met: not-done"]);
  });
});

describe("the day the count runs from", () => {
  const received = { ...TEN, after: ["referral-received"] };
  const dates = (rule: Rule, when: string, conventions = {}) =>
    datesOf(programmeOf(rule, { conventions }), when, ASKED);
  const next = { receiptOnNonWorkingDay: "next-working-day", countingDay: "day-1" };

  test("a receipt on a Saturday counts from itself, or from Monday where the programme says so", () => {
    // With day 1 the tenth day from Saturday 6 or Monday 8 March is Friday 19 March; two days on, with a later day 0, it differs.
    expect(dates(received, "referral-received 2021-03-06")).toEqual(["2021-03-06:  – 2021-03-19"]);
    expect(
      dates(received, "referral-received 2021-03-06", { receiptOnNonWorkingDay: "next-working-day" }),
    ).toEqual(["2021-03-06:  – 2021-03-22"]);
    expect(dates(received, "referral-received 2021-03-06", next)).toEqual(["2021-03-06:  – 2021-03-19"]);
  });

  test("only a receipt is moved, and only on a day that is not worked", () => {
    const moved = { receiptOnNonWorkingDay: "next-working-day" };
    expect(dates(TEN, "started 2021-03-06", moved)).toEqual(["2021-03-06:  – 2021-03-19"]);
    expect(dates(received, "referral-received 2021-03-05", moved)).toEqual(["2021-03-05:  – 2021-03-19"]);
    const states = [{ id: "here", from: ["started"], until: ["left"] }];
    const entering = programmeOf({ ...TEN, after: [{ entering: "here" }] }, { states, conventions: moved });
    expect(datesOf(entering, "referral-received 2021-03-01, started 2021-03-06", ASKED)).toEqual([
      "2021-03-06:  – 2021-03-19",
    ]);
  });

  test("is the day the anchor became known where the rule says so", () => {
    const when = "meeting-missed 2021-03-01 known=2021-03-03";
    expect(dates({ ...TEN, after: ["meeting-missed"] }, when)).toEqual(["2021-03-01:  – 2021-03-15"]);
    expect(dates({ ...TEN, after: ["meeting-missed"], anchorDate: "knownOn" }, when)).toEqual([
      "2021-03-01:  – 2021-03-17",
    ]);
  });
});

describe("an event that says which month it is for", () => {
  const rule = { after: ["month-ended"], event: ["report-sent"], within: { dayOfNextMonth: 15 } };
  const ends = "month-ended 2021-02-28, month-ended 2021-03-31";
  test.each<[sent: string, verdicts: string[]]>([
    ["report-sent 2021-03-15 forMonth=2021-02", ["met", "not-met: not-done"]],
    ["report-sent 2021-04-15 forMonth=2021-03", ["not-met: not-done", "met"]],
    ["report-sent 2021-04-15 forMonth=2021-02", ["not-met: late", "not-met: not-done"]],
    [
      "report-sent 2021-03-01 forMonth=2021-03, report-sent 2021-03-02 forMonth=2021-02",
      ["met", "not-met: not-done"],
    ],
    ["report-sent 2021-04-01", ["not-met: late", "met"]],
  ])("%s: %j", (sent, expected) => expect(verdicts(rule, `${ends}, ${sent}`)).toEqual(expected));

  test("also where another kind of event would do", () => {
    const either = { ...rule, event: ["plan-agreed", "report-sent"] };
    expect(verdicts(either, `${ends}, report-sent 2021-03-15 forMonth=2021-01`)).toEqual([
      "not-met: not-done",
      "not-met: not-done",
    ]);
    const both = { ...either, all: true };
    expect(
      verdicts(both, `${ends}, plan-agreed 2021-03-15, report-sent 2021-03-15 forMonth=2021-01`)[0],
    ).toBe("not-met: not-done");
  });
});

describe("moments of a state that do it", () => {
  // The pause begins on the day of `paused` and ends on that of `resumed`.
  const states = [{ id: "paused-state", from: ["paused"], until: ["resumed"] }];
  const entering = { ...TEN, event: [{ entering: "paused-state" }] };
  test.each<[rule: Rule, when: string, verdict: string]>([
    [entering, "started 2021-03-01, paused 2021-03-01", "met"],
    [entering, "started 2021-03-01, paused 2021-03-15", "met"],
    [entering, "started 2021-03-01, paused 2021-03-16", "not-met: late"],
    [entering, "started 2021-03-01, paused 2021-02-26", "not-met: not-done"],
    [entering, "started 2021-03-01", "not-met: not-done"],
    [
      { ...entering, event: [{ leaving: "paused-state" }] },
      "paused 2021-03-01, started 2021-03-01",
      "not-met: not-done",
    ],
    [{ ...entering, early: true }, "started 2021-03-01, paused 2021-02-26", "met"],
    [{ ...entering, early: true }, "started 2021-03-01", "not-met: not-done"],
  ])("%j, %s: %s", (rule, when, verdict) =>
    expect(verdicts(rule, when, ASKED, { states })).toEqual([verdict]),
  );

  test("the earlier of an event and a moment does it; what marks the moment is evidence", () => {
    const either = programmeOf({ ...TEN, event: ["plan-agreed", { entering: "paused-state" }] }, { states });
    const done = (when: string) => findingsOf(either, when, ASKED)[0];
    expect(done("started 2021-03-01, plan-agreed 2021-03-03, paused 2021-03-05")).toMatchObject({
      doneOn: "2021-03-03",
      evidence: [0, 1],
    });
    expect(done("started 2021-03-01, plan-agreed 2021-03-05, paused 2021-03-03")).toMatchObject({
      doneOn: "2021-03-03",
      evidence: [0, 2],
    });
  });
});

describe("a record that could not be read", () => {
  const of = (rule: Rule, unreadable: string[], when = "started 2021-03-01") =>
    verdictsOf(programmeOf(rule), journeyOf(when, { unreadable }), ASKED);
  const excusable = { ...TEN, excusedBy: ["absence-explained"] };
  const unknown = ["undetermined: missing-data"];
  const notDone = ["not-met: not-done"];

  test.each<[says: string, rule: Rule, unreadable: string[], verdict: string[]]>([
    ["of what would do it", TEN, ["plan-agreed"], unknown],
    ["of something else", TEN, ["contacted"], notDone],
    ["of an anchor: there may be more", TEN, ["started"], unknown],
    ["of an excuse", excusable, ["absence-explained"], unknown],
    ["of an excuse that this rule does not take", TEN, ["absence-explained"], notDone],
    ["of something else than its excuse", excusable, ["contacted"], notDone],
    ["of the leaving", TEN, ["left"], unknown],
    ["of the leaving, where it is owed all the same", { ...TEN, owedAfterLeaving: true }, ["left"], notDone],
    [
      "of one of all that are needed",
      { ...TEN, event: ["plan-agreed", "contacted"], all: true },
      ["contacted"],
      unknown,
    ],
  ])("%s", (_says, rule, unreadable, verdict) => expect(of(rule, unreadable)).toEqual(verdict));

  test("leaves the clock unknown where nothing else started it", () => {
    expect(of(TEN, ["started"], "")).toEqual(unknown);
    expect(of(TEN, ["contacted"], "")).toEqual(["not-applicable: clock-never-started"]);
  });

  test("of the leaving decides nothing where leaving excuses nothing", () => {
    const programme = programmeOf(TEN, { conventions: { leavingExcuses: false } });
    expect(verdictsOf(programme, journeyOf("started 2021-03-01", { unreadable: ["left"] }), ASKED)).toEqual(
      notDone,
    );
  });

  test("changes nothing about what was done in time", () =>
    expect(of(TEN, ["plan-agreed"], "started 2021-03-01, plan-agreed 2021-03-02")).toEqual(["met"]));
});

test("the length that decided is told with the due day", () => {
  const count = (rule: Rule, when: string, about = {}) => {
    const rules = programmeOf(rule);
    const journey = journeyOf(when, about);
    return explain(rules, journey, findingsOf(rules, journey, ASKED)[0]!, { asAt: ASKED }).count;
  };
  expect(count(TEN, "started 2021-03-01")).toMatchObject({ length: { workingDays: 10 }, to: "2021-03-15" });
  const exceptions = [{ when: [{ group: ["young"] }], within: { days: 3 } }];
  const rule = { ...TEN, atLeast: { days: 1 }, exceptions };
  expect(count(rule, "started 2021-03-01", { group: "young" })).toMatchObject({
    length: { days: 3 },
    to: "2021-03-04",
  });
  expect(count(rule, "started 2021-03-01", { group: "older" })).toMatchObject({
    length: { workingDays: 10 },
  });
  expect(count(rule, "started 2021-03-01", { group: "older" })).not.toHaveProperty("only");
  const ahead = { before: ["review-held"], atLeast: { days: 2 } };
  expect(count(ahead, "review-held 2021-06-25")).toMatchObject({ length: { days: 2 }, to: "2021-06-23" });
});

test("without a calendar nothing is counted, and what does not need one is there", () => {
  const calendars = { england: "england-and-wales", scotland: "scotland" };
  const conventions = { receipts: ["started"], receiptOnNonWorkingDay: "next-working-day" };
  const programme = programmeOf(TEN, { conventions, programme: { calendars } });
  expect(datesOf(programme, "started 2021-03-01, plan-agreed 2021-03-02", ASKED)).toEqual([
    "2021-03-01:  – , 2021-03-02",
  ]);
  expect(verdictsOf(programme, "started 2021-03-01, plan-agreed 2021-03-02", ASKED)).toEqual([
    "undetermined: missing-data",
  ]);
});
