import {
  dueDates,
  type History,
  type Journey,
  type JourneyEvent,
  type Problem,
  type Programme,
  report,
  whpJets,
  whpJetsCv06,
  withInForce,
  withReadings,
  worklist,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { journeyOf, programmeOf, type Rule } from "./one-rule.js";

const referral = (id: string, ...events: JourneyEvent[]): Journey => ({
  id,
  attributes: { adviser: "a1" },
  events: [{ kind: "referral-received", on: "2021-04-01" }, ...events],
});
const list = (asAt: string, within: number | undefined, ...journeys: Journey[]) =>
  worklist(whpJetsCv06, journeys, { asAt, ...(within === undefined ? {} : { withinWorkingDays: within }) });

describe("the worklist", () => {
  test("marks work of which a record cannot be read, and no other", () => {
    // The contact of css-4 cannot be read; whether css-1 was acknowledged can be.
    const marks = (...unreadable: string[]) =>
      list("2021-04-08", 0, { ...referral("R1"), unreadable }).map(({ requirement, overdue, unreadable }) => [
        requirement,
        overdue,
        unreadable,
      ]);
    expect(marks("contacted")).toEqual([
      ["css-1/acknowledged", true, undefined],
      ["css-4/contacted", true, true],
    ]);
    expect(marks()).toEqual([
      ["css-1/acknowledged", true, undefined],
      ["css-4/contacted", true, undefined],
    ]);
    const dates = (...unreadable: string[]) =>
      dueDates(whpJetsCv06, { ...referral("R1"), unreadable }, { asAt: "2021-04-08" })
        .filter((each) => each.unreadable)
        .map(({ requirement }) => requirement);
    expect(dates()).toEqual([]);
    expect(dates("contacted")).toEqual(["css-4/contacted", "css-8/contact", "css-9/follow-up"]);
    expect(dates("started")).toContain("css-6/standards-provided");
  });

  test("has what is overdue first, then by due date, with the working days left", () => {
    // As at Thu 8 April: acknowledging and contacting fell due Wed 7; 26 April is 12 working days on.
    const items = list("2021-04-08", 12, referral("R1"));
    expect(
      items.map(({ requirement, dueOn, overdue, workingDaysLeft }) => [
        requirement,
        dueOn,
        overdue,
        workingDaysLeft,
      ]),
    ).toEqual([
      ["css-1/acknowledged", "2021-04-07", true, -1],
      ["css-4/contacted", "2021-04-07", true, -1],
      ["css-5/appointment", "2021-04-26", false, 12],
      ["css-5/prap-update", "2021-04-26", false, 12],
    ]);
    expect(items[0]?.adviser).toBe("a1");
  });

  test("looks no further ahead than asked", () =>
    expect(list("2021-04-01", 2, referral("R1")).map(({ dueOn }) => dueOn)).toEqual([
      "2021-04-07",
      "2021-04-07",
    ]));

  test("what is due on the as-at date has 0 working days left and is not overdue", () =>
    expect(list("2021-04-07", 0, referral("R1"))[0]).toMatchObject({ overdue: false, workingDaysLeft: 0 }));

  test("leaves out what is done, even late, and what a recorded non-start has ended", () => {
    const done = referral(
      "R1",
      { kind: "referral-acknowledged", on: "2021-04-09" },
      { kind: "contacted", on: "2021-04-09" },
      { kind: "prap-updated", on: "2021-04-12", status: "did-not-start" },
    );
    expect(list("2021-04-13", undefined, done)).toEqual([]);
  });

  test("shows one contact a person: the first missed since the last one made, else the next one", () => {
    const started = referral("R1", { kind: "started", on: "2021-04-12" });
    const contact = (asAt: string, ...more: JourneyEvent[]) =>
      list(asAt, undefined, { ...started, events: [...started.events, ...more] }).filter(
        ({ requirement }) => requirement === "css-8/contact",
      );
    // From Mon 12 April ten working days on is Mon 26 April; ten more is Tue 11 May (Early May).
    expect(contact("2021-04-20")).toMatchObject([{ dueOn: "2021-04-26", overdue: false }]);
    expect(contact("2021-05-14")).toMatchObject([{ dueOn: "2021-04-26", overdue: true }]);
    // A contact on Thu 13 May restarts the clock: ten working days on is Thu 27 May.
    expect(contact("2021-05-14", { kind: "contacted", on: "2021-05-13" })).toMatchObject([
      { dueOn: "2021-05-27", overdue: false },
    ]);
  });

  test("expects the exit report before an expected leaving date, or the longest stay", () => {
    const started = referral("R1", { kind: "started", on: "2021-04-12" });
    const exit = (journey: Journey) =>
      list("2021-06-30", undefined, journey).find(
        ({ requirement }) => requirement === "css-10/before-leaving",
      );
    // 182 days from 12 April: 18 days of April, 31, 30, 31, 31, 30 make 171 to 30 September; 11 October.
    expect(exit(started)).toMatchObject({ dueOn: "2021-10-11", expected: true });
    // The last ten working days to Fri 9 July: 9 8 7 6 5 July, 2 1 July, 30 29 28 June.
    const expected = {
      ...started,
      events: [...started.events, { kind: "leaving-expected", on: "2021-07-09" }],
    };
    expect(exit(expected)).toMatchObject({ opensOn: "2021-06-28", dueOn: "2021-07-09", expected: true });
  });

  test.each([1.5, -1])("refuses a horizon of %d, which is not a whole number from 0", (within) =>
    expect(messageOf(() => list("2021-04-01", within, referral("R1")))).toEqual({
      code: "deadlines/horizon",
      message: `Not accepted: withinWorkingDays ${within} (number). Expected a whole number of working days from 0. Leave it out to list every open due date.`,
    }),
  );
});

describe("what is on the worklist", () => {
  const EXCUSABLE = { within: { workingDays: 10 }, excusedBy: ["absence-explained"] };
  const STATES = [
    { id: "here", from: ["started"], until: ["left"] },
    { id: "held-up", from: ["paused"], until: ["resumed"] },
  ];
  const on = (programme: Programme, when: string, asAt: string, about: Partial<Journey> = {}) =>
    worklist(programme, [journeyOf(when, about)], { asAt }).map(({ dueOn, opensOn, expected }) =>
      [opensOn, dueOn, expected && "expected"].filter(Boolean).join(" "),
    );

  test.each<[when: string, due: string[]]>([
    ["started 2021-03-01", ["2021-03-15"]],
    ["started 2021-03-01, plan-agreed 2021-03-16", []],
    ["started 2021-03-01, absence-explained 2021-03-02", []],
    ["started 2021-03-01, started 2021-03-02", ["2021-03-15", "2021-03-16"]],
    ["started 2021-03-01, started 2021-03-04, plan-agreed 2021-03-02", ["2021-03-18"]],
    ["", []],
  ])("each case still to be done: %s", (when, due) =>
    expect(on(programmeOf(EXCUSABLE), when, "2021-03-16")).toEqual(due),
  );

  test("not what does not apply, or may still turn out not to; what cannot be told is", () => {
    const rule = (when: unknown) => programmeOf({ ...EXCUSABLE, when: [when] });
    const young = rule({ group: ["young"] });
    expect(on(young, "started 2021-03-01", "2021-03-02", { group: "young" })).toEqual(["2021-03-15"]);
    expect(on(young, "started 2021-03-01", "2021-03-02", { group: "older" })).toEqual([]);
    expect(on(young, "started 2021-03-01", "2021-03-02")).toEqual(["2021-03-15"]);
    const open = rule({ happened: ["contacted"], unless: ["paused"] });
    expect(on(open, "started 2021-03-01", "2021-03-02")).toEqual([]);
    expect(on(open, "started 2021-03-01, contacted 2021-03-02", "2021-03-02")).toEqual(["2021-03-15"]);
  });

  test("not what something else has ended since, from the day it was owed", () => {
    const states = [
      { id: "late", work: [{ requirement: "rule/one", endedBy: ["plan-updated"] }], test: "overdue" },
    ];
    const programme = programmeOf(EXCUSABLE, { states });
    expect(on(programme, "started 2021-03-01, plan-updated 2021-02-26", "2021-03-02")).toEqual([
      "2021-03-15",
    ]);
    expect(on(programme, "started 2021-03-01, plan-updated 2021-03-01", "2021-03-02")).toEqual([]);
    expect(on(programme, "plan-updated 2021-03-01, started 2021-03-01", "2021-03-02")).toEqual([]);
    expect(
      on(programme, "plan-updated 2021-02-26, started 2021-03-01, plan-updated 2021-03-02", "2021-03-02"),
    ).toEqual([]);
    const other = programmeOf(EXCUSABLE, {
      rules: { "rule/two": { after: ["contacted"], event: ["review-held"], within: { days: 3 } } },
      states: [{ ...states[0], id: "other", work: [{ requirement: "rule/two", endedBy: ["plan-updated"] }] }],
    });
    expect(on(other, "started 2021-03-01, plan-updated 2021-03-02", "2021-03-02")).toEqual(["2021-03-15"]);
  });

  test("not what has no due day", () => {
    expect(on(programmeOf({ within: { open: "redacted" } }), "started 2021-03-01", "2021-03-02")).toEqual([]);
    expect(on(programmeOf({ within: { days: 3 } }), "started 2028-12-20", "2028-12-29")).toEqual([
      "2028-12-23",
    ]);
    expect(on(programmeOf(EXCUSABLE), "started 2028-12-20", "2028-12-29")).toEqual([]);
    expect(on(programmeOf(EXCUSABLE), "started 2001-03-05", "2021-03-02")).toEqual([]);
    const contact = programmeOf({ kind: "cadence", while: "here" }, { states: STATES });
    expect(on(contact, "started 2028-12-20", "2028-12-29")).toEqual([]);
  });

  test("the window, where it opens later", () =>
    expect(
      on(programmeOf({ atLeast: { days: 2 }, within: { days: 5 } }), "started 2021-03-01", "2021-03-01"),
    ).toEqual(["2021-03-03 2021-03-06"]));

  test("contacts while they go on, and none once the state has ended or the clock is stopped", () => {
    const contact = programmeOf(
      { kind: "cadence", while: "here", stops: { "held-up": true } },
      { states: STATES },
    );
    expect(on(contact, "started 2021-03-01", "2021-03-15")).toEqual(["2021-03-15"]);
    expect(on(contact, "started 2021-03-01", "2021-03-30")).toEqual(["2021-03-15"]);
    expect(on(contact, "started 2021-03-01, contacted 2021-03-16", "2021-03-17")).toEqual(["2021-03-30"]);
    expect(on(contact, "started 2021-03-01, contacted 2021-03-08", "2021-03-09")).toEqual(["2021-03-22"]);
    for (const end of ["left", "paused"]) {
      expect(on(contact, `started 2021-03-01, ${end} 2021-03-12`, "2021-03-30")).toEqual([]);
      expect(on(contact, `started 2021-03-01, ${end} 2021-03-15`, "2021-03-30")).toEqual([]);
      expect(on(contact, `started 2021-03-01, ${end} 2021-03-16`, "2021-03-30")).toEqual([]);
    }
    const again = "started 2021-03-01, paused 2021-03-16, resumed 2021-03-22";
    expect(on(contact, again, "2021-03-30")).toEqual(["2021-04-07"]);
  });

  test("nobody's for whom no working day can be counted", () => {
    const calendars = { england: "england-and-wales", scotland: "scotland" };
    const programme = programmeOf(EXCUSABLE, { programme: { calendars } });
    const contact = programmeOf(
      { kind: "cadence", while: "here" },
      { states: STATES, programme: { calendars } },
    );
    for (const each of [programme, contact]) expect(on(each, "started 2021-03-01", "2021-03-02")).toEqual([]);
    expect(on(programme, "started 2021-03-01", "2021-03-02", { attributes: { nation: "scotland" } })).toEqual(
      ["2021-03-15"],
    );
  });

  test("whatever other journeys of the caseload were like", () => {
    const contact = programmeOf(
      { kind: "cadence", while: "here", stops: { "held-up": true } },
      { states: STATES },
    );
    const journeys = ["started 2021-03-01, paused 2021-03-01", "started 2021-03-01"].map((when, i) =>
      journeyOf(when, { id: `R${i + 1}` }),
    );
    expect(worklist(contact, journeys, { asAt: "2021-03-02" }).map(({ journey }) => journey)).toEqual(["R2"]);
  });

  test("is in order of due date, then of journey, then of rule, and says whose it is", () => {
    const programme = programmeOf(EXCUSABLE, { rules: { "rule/a": EXCUSABLE, "rule/z": EXCUSABLE } });
    const journeys = [
      journeyOf("started 2021-03-01", { id: "R2" }),
      journeyOf("started 2021-03-01", { id: "R1", attributes: { adviser: 7 } }),
      journeyOf("started 2021-02-26", { id: "R3" }),
    ];
    const items = worklist(programme, journeys, { asAt: "2021-03-02" });
    expect(items.map(({ journey, requirement }) => `${journey} ${requirement}`)).toEqual(
      ["R3", "R1", "R2"].flatMap((id) => ["a", "one", "z"].map((rule) => `${id} rule/${rule}`)),
    );
    expect(items[3]).toEqual({
      journey: "R1",
      standard: "rule",
      requirement: "rule/a",
      title: "rule/a within 10 working days of “started”",
      dueOn: "2021-03-15",
      overdue: false,
      workingDaysLeft: 9,
      adviser: "7",
    });
    expect(items[0]).not.toHaveProperty("adviser");
  });
});

describe("what is due before a leaving that has not happened", () => {
  const STATES = [{ id: "here", from: ["started"], until: ["left"] }];
  const STAYS = [{ state: "here", atMost: { days: 100 }, basis: "assumed" }];
  const on = (
    rule: Rule,
    when: string,
    { stays = STAYS, states = STATES, asAt = "2021-04-01", about = {} } = {},
  ) =>
    worklist(
      programmeOf({ before: ["left"], ...rule }, { states, programme: { stays } }),
      [journeyOf(when, about)],
      {
        asAt,
      },
    ).map(({ opensOn, dueOn, expected }) => `${opensOn} ${dueOn} ${expected}`);
  const LAST = { within: { workingDays: 5 } };

  test("is counted from the expected day, else from the longest stay", () => {
    // Five working days up to Friday 9 July; 100 days from Monday 1 March: Wednesday 9 June, and back to Thursday 3.
    expect(on(LAST, "started 2021-03-01, leaving-expected 2021-07-09")).toEqual([
      "2021-07-05 2021-07-09 true",
    ]);
    expect(on(LAST, "started 2021-03-01")).toEqual(["2021-06-03 2021-06-09 true"]);
    expect(on(LAST, "leaving-expected 2021-07-09")).toEqual(["2021-07-05 2021-07-09 true"]);
    expect(on(LAST, "started 2021-03-01", { stays: [] })).toEqual([]);
    expect(on(LAST, "")).toEqual([]);
  });

  test("is due on that day, where the rule has no window or withholds it", () => {
    expect(on({}, "started 2021-03-01")).toEqual(["2021-06-09 2021-06-09 true"]);
    expect(on({ within: { open: "redacted" } }, "started 2021-03-01")).toEqual([
      "2021-06-09 2021-06-09 true",
    ]);
  });

  test("is not expected any more once someone has left, nor on a day when they cannot be told to be there", () => {
    expect(on(LAST, "started 2021-03-01, leaving-expected 2021-07-09, left 2021-03-26")).toEqual([
      "2021-03-22 2021-03-26 undefined",
    ]);
    expect(on({ ...LAST, before: ["review-held"] }, "started 2021-03-01, left 2021-03-26")).toEqual([]);
    expect(on(LAST, "started 2021-03-01", { about: { unreadable: ["left"] } })).toEqual([]);
    expect(on(LAST, "started 2021-04-02", { asAt: "2021-04-01" })).toEqual([]);
    const twoWays = [{ id: "here", from: ["started"], until: ["left", "paused"] }];
    expect(on(LAST, "started 2021-03-01", { states: twoWays })).toEqual(["2021-06-03 2021-06-09 true"]);
    expect(on(LAST, "started 2021-03-01, paused 2021-03-02", { states: twoWays })).toEqual([]);
  });

  test("is that of the state which the leaving ends", () => {
    expect(on({ ...LAST, before: ["review-held"] }, "started 2021-03-01")).toEqual([]);
    expect(on({ ...LAST, before: ["review-held", "left"] }, "started 2021-03-01")).toEqual([
      "2021-06-03 2021-06-09 true",
    ]);
    expect(on({ ...LAST, before: ["review-held", "left"] }, "review-expected 2021-07-09")).toEqual([
      "2021-07-05 2021-07-09 true",
    ]);
    const two = [{ id: "elsewhere", from: ["started"], until: ["resumed"] }, ...STATES];
    const stays = [{ state: "elsewhere", atMost: { days: 10 }, basis: "assumed" }, ...STAYS];
    expect(on(LAST, "started 2021-03-01", { states: two, stays })).toEqual(["2021-06-03 2021-06-09 true"]);
    expect(on({ ...LAST, before: [{ event: "left" }] }, "started 2021-03-01")).toEqual([]);
  });

  test("is nothing of a rule that is counted after it", () => {
    const programme = programmeOf(
      { after: ["left"], ...LAST },
      { states: STATES, programme: { stays: STAYS } },
    );
    expect(worklist(programme, [journeyOf("started 2021-03-01")], { asAt: "2021-04-01" })).toEqual([]);
  });

  test.each<[expected: string, due: string]>([
    ["leaving-expected 2021-07-09, leaving-expected 2021-07-16", "2021-07-05 2021-07-09 true"],
    ["leaving-expected 2021-07-09 known=2021-04-02", "2021-06-03 2021-06-09 true"],
    ["leaving-expected 2021-07-09 known=2021-04-01", "2021-07-05 2021-07-09 true"],
    [
      "leaving-expected 2021-07-09 known=2021-04-02, leaving-expected 2021-07-16",
      "2021-07-12 2021-07-16 true",
    ],
  ])("an expected day counts once it is known, the first recorded before others: %s", (expected, due) =>
    expect(on(LAST, `started 2021-03-01, ${expected}`)).toEqual([due]),
  );

  test("is no verdict and no due date: nobody has left", () =>
    expect(
      dueDates(programmeOf({ before: ["left"], ...LAST }), journeyOf("leaving-expected 2021-07-09"), {
        asAt: "2021-04-01",
      }),
    ).toMatchObject([{ waitsFor: ["left"] }]));
});

describe("due dates", () => {
  test("say what a clock that has not started waits for", () =>
    expect(
      dueDates(whpJetsCv06, referral("R1"), { asAt: "2021-04-01" }).find(
        ({ requirement }) => requirement === "css-6/standards-provided",
      ),
    ).toMatchObject({
      waitsFor: ["started"],
    }));

  test("show what was done and what ended", () => {
    const left = referral(
      "R1",
      { kind: "started", on: "2021-04-12" },
      { kind: "standards-provided", on: "2021-04-12" },
      { kind: "left", on: "2021-04-14" },
    );
    const dates = dueDates(whpJetsCv06, left, { asAt: "2021-04-20" });
    const of = (requirement: string) => dates.find((each) => each.requirement === requirement);
    expect(of("css-6/standards-provided")).toMatchObject({ dueOn: "2021-04-13", doneOn: "2021-04-12" });
    expect(of("css-7/finalised")).toMatchObject({ ended: "excused" });
    expect(of("css-8/contact")).toMatchObject({ ended: "state-ended" });
  });

  test("say all of each case, and leave out what does not apply", () => {
    const rule = { after: ["started", { event: "contacted" }], within: { days: 3 } };
    const dates = (when: string, more = {}) =>
      dueDates(programmeOf({ ...rule, ...more }), journeyOf(when), { asAt: "2021-03-10" });
    const basics = { journey: "R1", standard: "rule", requirement: "rule/one" };
    const title = "rule/one within 3 days of “started” or “contacted”";
    expect(dates("started 2021-03-01, contacted 2021-03-02")).toEqual([
      { ...basics, title, case: 1, anchor: { kind: "started", on: "2021-03-01" }, dueOn: "2021-03-04" },
      { ...basics, title, case: 2, anchor: { kind: "contacted", on: "2021-03-02" }, dueOn: "2021-03-05" },
    ]);
    expect(dates("")).toEqual([
      { ...basics, title, case: 1, waitsFor: ["started", "contacted"], undated: "not-started" },
    ]);
    expect(dates("started 2021-03-01", { when: [{ before: "2021-03-01" }] })).toEqual([]);
  });

  test("say why there is none", () => {
    const started = "started 2021-03-01";
    const of = (when: string, more: object = {}, journey: Partial<Journey> = {}, about: object = {}) =>
      dueDates(
        programmeOf({ after: ["started"], within: { workingDays: 3 }, ...more }, about),
        {
          ...journeyOf(when),
          ...journey,
        },
        { asAt: "2021-03-10" },
      ).map(({ undated, dueOn }) => undated ?? dueOn);
    expect(of(started)).toEqual(["2021-03-04"]);
    expect(of("")).toEqual(["not-started"]);
    expect(of("", {}, { notRecorded: ["started"] })).toEqual(["not-recorded"]);
    expect(of("", {}, { unreadable: ["started"] })).toEqual(["unreadable"]);
    expect(of(started, { within: { open: "redacted" } })).toEqual(["withheld"]);
    const calendars = { england: "england-and-wales", scotland: "scotland" };
    expect(of(started, {}, {}, { programme: { calendars } })).toEqual(["nation-unknown"]);
    expect(of(started, { within: { workingDays: 9_999 } })).toEqual(["beyond-bank-holidays"]);
    // Nothing is due by a day where the rule sets no end.
    const endless = programmeOf({ after: ["started"], atLeast: { workingDays: 3 } });
    expect(dueDates(endless, journeyOf(started), { asAt: "2021-03-10" })).not.toHaveProperty("0.undated");
  });

  test("of contacts are numbered, and the first waits for what begins them", () => {
    const states = [{ id: "here", from: ["started"], until: ["left"] }];
    const contact = programmeOf({ kind: "cadence", while: "here" }, { states });
    const dates = (when: string) => dueDates(contact, journeyOf(when), { asAt: "2021-03-20" });
    expect(dates("started 2021-03-01, contacted 2021-03-08")).toMatchObject([
      { case: 1, anchor: { kind: "started" }, doneOn: "2021-03-08" },
      { case: 2, anchor: { kind: "contacted", on: "2021-03-08" } },
    ]);
    expect(dates("")).toMatchObject([{ case: 1, waitsFor: ["started"], undated: "not-started" }]);
    const late = dueDates(contact, journeyOf("started 2021-03-01"), { asAt: "2021-03-20" });
    expect(late[1]?.anchor).toEqual({ kind: "previous-due-date", on: "2021-03-15" });
  });

  test("are none of a share", () => {
    const share = {
      kind: "proportion",
      among: ["started"],
      share: { reaching: ["plan-agreed"] },
      over: "cumulative",
      measured: "period",
      target: { atLeast: "50%" },
    };
    expect(dueDates(programmeOf(share), journeyOf("started 2021-03-01"), { asAt: "2021-03-20" })).toEqual([]);
    expect(worklist(programmeOf(share), [journeyOf("started 2021-03-01")], { asAt: "2021-03-20" })).toEqual(
      [],
    );
  });
});

describe("what is wrong in a journey", () => {
  const nations: Programme = {
    ...whpJetsCv06,
    calendars: { england: "england-and-wales", scotland: "scotland" },
  };
  const toldOf = (rules: Programme | History, ...journeys: Journey[]) => {
    const problems: Problem[] = [];
    const onProblem = (problem: Problem) => problems.push(problem);
    const items = worklist(rules, journeys, { asAt: "2021-04-08", withinWorkingDays: 0, onProblem });
    return { ids: new Set(items.map(({ journey }) => journey)), problems };
  };
  const scot = { ...referral("R1"), attributes: { nation: "scotland" } };
  const nobodys = referral("R2");
  const backwards = referral("R3", { kind: "started", on: "2021-03-01" });

  test("is told, and who has no calendar is not on the list", () => {
    const { ids, problems } = toldOf(nations, scot, nobodys);
    expect([...ids]).toEqual(["R1"]);
    expect(problems).toMatchObject([{ code: "journey/nation", journey: "R2" }]);
  });
  test("is what report lists", () => {
    const odd = {
      ...referral("R4", { kind: "contacted", on: "April" }, { kind: "waved", on: "2021-04-06" }),
    };
    const journeys = [{ ...backwards, attributes: { nation: "england" } }, nobodys, odd];
    const { problems } = report(nations, journeys, { asAt: "2021-04-08" });
    const told = toldOf(nations, ...journeys).problems;
    expect(told.map(({ code, journey }) => [journey, code])).toEqual([
      ["R3", "journey/impossible-order"],
      ["R2", "journey/nation"],
      ["R4", "journey/date"],
      ["R4", "journey/unknown-kind"],
      ["R4", "journey/nation"],
    ]);
    expect(new Set(told)).toEqual(new Set(problems));
  });
  test("once, whatever the number of editions", () => {
    const history = { ...whpJets, editions: [...whpJets.editions, { ...whpJetsCv06, edition: "later" }] };
    const spans = {
      cv06: { from: "2020-10-05", until: "2021-03-31" },
      later: { from: "2021-04-01", until: "2022-03-31" },
    };
    const { problems } = toldOf(withInForce(history, spans), backwards);
    expect(problems).toMatchObject([{ code: "journey/impossible-order", journey: "R3" }]);
  });
  test("stays unsaid to whoever does not ask", () =>
    expect(worklist(nations, [nobodys], { asAt: "2021-04-08" })).toEqual([]));
});

test("a leaving dated before the start takes nothing off the worklist, ends no due date, and is marked", () => {
  const journey = referral("R1", { kind: "started", on: "2021-04-12" }, { kind: "left", on: "2021-04-09" });
  const ofPlan = ({ requirement }: { requirement: string }) => requirement === "css-7/finalised";
  // Ten working days after Monday 12 April.
  const [plan] = list("2021-04-30", undefined, journey).filter(ofPlan);
  expect(plan).toMatchObject({ dueOn: "2021-04-26", overdue: true, unreadable: true });
  const [date] = dueDates(whpJetsCv06, journey, { asAt: "2021-04-30" }).filter(ofPlan);
  expect(date).toMatchObject({ dueOn: "2021-04-26", unreadable: true });
  expect(date).not.toHaveProperty("ended");
  // Dated after it, the same leaving does both.
  const left = referral("R1", { kind: "started", on: "2021-04-12" }, { kind: "left", on: "2021-04-20" });
  expect(list("2021-04-30", undefined, left).filter(ofPlan)).toEqual([]);
  expect(dueDates(whpJetsCv06, left, { asAt: "2021-04-30" }).find(ofPlan)).toHaveProperty("ended", "excused");
});

test("a no-show leaves no appointment to hold, whether or not appointments are backlog work", () => {
  const no = "referral-received 2021-03-01, prap-updated 2021-03-15 status=did-not-attend";
  for (const answer of ["both", "update-only"]) {
    const programme = withReadings(whpJetsCv06, { "backlog-work": answer });
    const left = worklist(programme, [journeyOf(no)], { asAt: "2021-03-16" });
    expect(left.map(({ requirement }) => requirement)).not.toContain("css-5/appointment");
  }
});

test("an exit report that the day of leaving comes too late for is due the day before", () => {
  const programme = withReadings(whpJetsCv06, { "exit-window": "leaving-day-does-not-count" });
  const on = (rules: Programme) =>
    worklist(
      rules,
      [journeyOf("referral-received 2020-12-07, started 2020-12-14, leaving-expected 2021-04-09")],
      {
        asAt: "2021-03-01",
      },
    ).find(({ requirement }) => requirement === "css-10/before-leaving");
  // Back from Fri 9 April ten working days are Thu 25 March; back from Thu 8, Wed 24.
  expect(on(whpJetsCv06)).toMatchObject({ opensOn: "2021-03-25", dueOn: "2021-04-09" });
  expect(on(programme)).toMatchObject({ opensOn: "2021-03-24", dueOn: "2021-04-08" });
});
