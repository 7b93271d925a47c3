import { backlog, backlogByDay, explain, type Journey } from "programme-rules";
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

// 2021: ten working days from Monday 1 March are Monday 15; five from Wednesday 3 are Wednesday 10, from Monday 15 Monday 22.
const AGREED = { within: { workingDays: 10 } };
const REVIEWED = {
  after: ["meeting-missed"],
  event: ["review-held"],
  within: { workingDays: 5 },
  excusedBy: ["absence-explained"],
};
const WORK = [{ requirement: "rule/agreed" }, { requirement: "rule/reviewed", endedBy: ["plan-updated"] }];
const SHARE = {
  kind: "proportion",
  among: ["referral-received"],
  share: { in: "late" },
  over: "cumulative",
  measured: "each-day",
  target: { atMost: "4%" },
};
const programme = (rule: Rule = SHARE, { rules, ...setting }: Setting = {}, test = "overdue") =>
  programmeOf(rule, {
    states: [{ id: "late", work: WORK, test }],
    rules: { "rule/agreed": AGREED, "rule/reviewed": REVIEWED, ...rules },
    ...setting,
  });
const received = (what: string, about: Partial<Journey> = {}) =>
  journeyOf(["referral-received 2021-03-01", what].filter(Boolean).join(", "), about);
const ASKED = "2021-04-30";

/** The days that a moment of the state gives, as at the end of April. */
const moment = (match: Rule, what: string, asAt = ASKED, test = "overdue") =>
  datesOf(programme({ after: [match], event: ["contacted"], within: { days: 1 } }, {}, test), what, asAt).map(
    (row) => row.slice(0, 10),
  );

describe("work is left", () => {
  test.each<[what: string, entered: string[], left: string[], done: string[]]>([
    ["", [], [], []],
    ["started 2021-03-01", ["2021-03-15"], [], []],
    ["started 2021-03-01, plan-agreed 2021-03-12", [], [], ["2021-03-12"]],
    ["started 2021-03-01, plan-agreed 2021-03-15", [], [], ["2021-03-15"]],
    ["started 2021-03-01, plan-agreed 2021-03-16", ["2021-03-15"], ["2021-03-16"], ["2021-03-16"]],
    ["started 2021-03-01, left 2021-03-05", [], [], ["2021-03-05"]],
    ["started 2021-03-01, left 2021-03-05, plan-agreed 2021-03-08", [], [], ["2021-03-05"]],
    ["started 2021-03-01, left 2021-03-15", ["2021-03-15"], [], []],
  ])("from the due day until it is done or excused: %s", (what, entered, left, done) => {
    // The other piece of work is excused on the day it began, before everything else.
    const all = ["meeting-missed 2021-03-01, absence-explained 2021-03-01", what].filter(Boolean).join(", ");
    expect(moment({ entering: "late" }, all)).toEqual(entered);
    expect(moment({ leaving: "late" }, all)).toEqual(left);
    expect(moment({ workDone: "late" }, all)).toEqual(done);
  });

  test("from the first piece due until the last is done", () => {
    const both = "started 2021-03-01, meeting-missed 2021-03-03";
    expect(moment({ entering: "late" }, both)).toEqual(["2021-03-10"]);
    const all = `${both}, plan-agreed 2021-03-17, review-held 2021-03-11`;
    expect(moment({ entering: "late" }, all)).toEqual(["2021-03-10"]);
    expect(moment({ leaving: "late" }, all)).toEqual(["2021-03-17"]);
    expect(moment({ workDone: "late" }, all)).toEqual(["2021-03-17"]);
    expect(moment({ workDone: "late" }, `${both}, plan-agreed 2021-03-17`)).toEqual([]);
    expect(moment({ workDone: "late" }, `${both}, review-held 2021-03-17`)).toEqual([]);
    expect(moment({ entering: "late" }, `${both}, review-held 2021-03-10`)).toEqual(["2021-03-15"]);
  });

  test("once its due day is over, and not before", () => {
    expect(moment({ entering: "late" }, "started 2021-03-01", "2021-03-15")).toEqual([]);
    expect(moment({ entering: "late" }, "started 2021-03-01", "2021-03-16")).toEqual(["2021-03-15"]);
  });

  test("from its anchor, where undone is what is asked", () => {
    const undone = (what: string, match = "entering") => moment({ [match]: "late" }, what, ASKED, "undone");
    expect(undone("started 2021-03-01")).toEqual(["2021-03-01"]);
    expect(undone("started 2021-03-01, plan-agreed 2021-03-01")).toEqual([]);
    expect(undone("started 2021-03-01, plan-agreed 2021-03-02")).toEqual(["2021-03-01"]);
    expect(undone("started 2021-03-01, meeting-missed 2021-03-03, plan-agreed 2021-03-01")).toEqual([
      "2021-03-03",
    ]);
  });

  test("never, where no calendar reaches its due day", () =>
    expect(moment({ entering: "late" }, "started 2028-12-20", "2028-12-29")).toEqual([]));
});

describe("what else ends work", () => {
  const missed = "started 2021-03-01, plan-agreed 2021-03-01, meeting-missed 2021-03-03";
  test.each<[what: string, done: string[]]>([
    ["plan-updated 2021-03-04", ["2021-03-04"]],
    ["plan-updated 2021-03-02, plan-updated 2021-03-03", ["2021-03-03"]],
    ["plan-updated 2021-03-02", []],
    ["plan-updated 2021-03-11, review-held 2021-03-12", ["2021-03-11"]],
    ["plan-updated 2021-03-12, review-held 2021-03-11", ["2021-03-11"]],
    ["absence-explained 2021-03-05, plan-updated 2021-03-08", ["2021-03-05"]],
    ["plan-updated 2021-03-05, absence-explained 2021-03-08", ["2021-03-05"]],
    ["absence-explained 2021-03-11", []],
  ])("%s", (what, done) => expect(moment({ workDone: "late" }, `${missed}, ${what}`)).toEqual(done));

  test("may be the first thing that happened, on the very day", () =>
    expect(
      moment(
        { workDone: "late" },
        "plan-updated 2021-03-01, started 2021-03-01, plan-agreed 2021-03-01, meeting-missed 2021-03-01",
      ),
    ).toEqual(["2021-03-01"]));
});

describe("in the state on a day", () => {
  const inLate = (what: string, on: string, about: Partial<Journey> = {}, setting: Setting = {}) =>
    verdictsOf(
      programme(
        { after: ["contacted"], event: ["paused"], when: [{ in: "late" }], within: { days: 90 } },
        setting,
      ),
      journeyOf(`${what}, contacted ${on}`, about),
      ASKED,
    )[0];
  const YES = "pending: not-yet-due";
  const NO = "not-applicable: condition";
  const UNKNOWN = "undetermined: missing-data";
  const missed = "started 2021-03-01, meeting-missed 2021-03-15";

  test("is from the due day up to the day it is done", () => {
    expect(inLate("started 2021-03-01", "2021-03-14")).toBe(NO);
    expect(inLate("started 2021-03-01", "2021-03-15")).toBe(YES);
    expect(inLate("started 2021-03-01, plan-agreed 2021-03-17", "2021-03-16")).toBe(YES);
    expect(inLate("started 2021-03-01, plan-agreed 2021-03-17", "2021-03-17")).toBe(NO);
    expect(inLate(`${missed}, plan-agreed 2021-03-17`, "2021-03-21")).toBe(NO);
    expect(inLate(`${missed}, plan-agreed 2021-03-17`, "2021-03-22")).toBe(YES);
  });

  const agreed = "plan-agreed 2021-03-02";
  test.each<[unreadable: string, what: string, on: string, answer: string]>([
    // What is done in time is done, and nothing is left before it is due.
    ["plan-agreed", `started 2021-03-01, ${agreed}`, "2021-03-16", NO],
    ["plan-agreed", "started 2021-03-01", "2021-03-14", NO],
    ["plan-agreed", "started 2021-03-01", "2021-03-15", UNKNOWN],
    ["plan-agreed", "started 2021-03-01, plan-agreed 2021-03-17", "2021-03-16", UNKNOWN],
    ["plan-agreed", "started 2021-03-01, plan-agreed 2021-03-17", "2021-03-17", NO],
    ["plan-updated", `${missed}, ${agreed}`, "2021-03-21", NO],
    ["plan-updated", `${missed}, ${agreed}`, "2021-03-22", UNKNOWN],
    ["absence-explained", `${missed}, ${agreed}`, "2021-03-22", UNKNOWN],
    // What is certainly left is left, whatever else cannot be told.
    ["absence-explained", missed, "2021-03-22", YES],
    ["plan-updated", `started 2021-03-01, ${agreed}`, "2021-03-22", NO],
    ["meeting-missed", `started 2021-03-01, ${agreed}`, "2021-03-08", UNKNOWN],
    ["started", `started 2021-03-01, ${agreed}`, "2021-03-01", UNKNOWN],
    ["resumed", `started 2021-03-01, ${agreed}`, "2021-03-08", NO],
  ])("with an unreadable %s, of %s, on %s: %s", (unreadable, what, on, answer) =>
    expect(inLate(what, on, { unreadable: [unreadable] })).toBe(answer),
  );

  test("cannot be told without a calendar", () => {
    const setting = { programme: { calendars: { england: "england-and-wales", scotland: "scotland" } } };
    expect(inLate("started 2021-03-01", "2021-03-15", {}, setting)).toBe(UNKNOWN);
    expect(inLate("started 2021-03-01", "2021-03-15", { attributes: { nation: "scotland" } }, setting)).toBe(
      YES,
    );
  });
});

describe("work that does not apply", () => {
  const conditional = (when: readonly Rule[]) => ({
    rules: { "rule/agreed": { ...AGREED, when }, "rule/reviewed": REVIEWED },
  });
  const young = programme(SHARE, conditional([{ group: ["young"] }]));
  const waiting = (about: Partial<Journey>, rules = young, what = "started 2021-03-01") =>
    backlog(rules, [received(what, about)], { asAt: "2021-03-16", otherReadings: false });

  test("is no backlog, nor is what may still turn out not to; what cannot be told is undetermined", () => {
    expect(waiting({ group: "young" })).toMatchObject({ inBacklog: 1, undetermined: 0 });
    expect(waiting({ group: "older" })).toMatchObject({ inBacklog: 0, undetermined: 0 });
    expect(waiting({})).toMatchObject({ inBacklog: 0, undetermined: 1 });
    const open = programme(SHARE, conditional([{ happened: ["contacted"], unless: ["paused"] }]));
    expect(waiting({}, open)).toMatchObject({ inBacklog: 0, undetermined: 0 });
    expect(waiting({}, open, "started 2021-03-01, contacted 2021-03-12")).toMatchObject({ inBacklog: 1 });
    expect(waiting({}, open, "started 2021-03-01, paused 2021-03-12")).toMatchObject({ inBacklog: 0 });
  });

  test("is found so as at each day, whatever happens later", () => {
    const open = programme(SHARE, conditional([{ happened: ["contacted"], unless: ["paused"] }]));
    const days = (what: string, rules = open) =>
      backlogByDay(rules, [received(what)], { from: "2021-03-15", asAt: "2021-03-19" }).map(
        ({ inBacklog }) => inBacklog,
      );
    expect(days("started 2021-03-01, contacted 2021-03-17")).toEqual([0, 0, 1, 1]);
    expect(days("started 2021-03-01, contacted 2021-03-12")).toEqual([1, 1, 1, 1]);
    const happened = { happened: ["contacted"] };
    const also = programme(SHARE, conditional([happened, { onOrAfter: "2021-01-01" }]));
    expect(days("started 2021-03-01, contacted 2021-03-17", also)).toEqual([0, 0, 1, 1]);
    // Once contacted, a day later than before: as at 15 and 16 it was overdue.
    const longer = { exceptions: [{ when: [happened], within: { workingDays: 13 } }] };
    const hung = (rule: Rule) =>
      programme(SHARE, { rules: { "rule/agreed": { ...AGREED, ...rule }, "rule/reviewed": REVIEWED } });
    expect(days("started 2021-03-01, contacted 2021-03-17", hung(longer))).toEqual([1, 1, 0, 1]);
    // An agreement counts once there was a contact.
    const agreed = { event: [{ event: "plan-agreed", when: [happened] }] };
    expect(days("started 2021-03-01, plan-agreed 2021-03-08, contacted 2021-03-17", hung(agreed))).toEqual([
      1, 1, 0, 0,
    ]);
  });

  test("is not told of, and does not keep the rest from being done", () => {
    const asked = { asAt: "2021-03-15" };
    const pieces = (group: string) => {
      const journey = received("started 2021-03-01, meeting-missed 2021-03-01", { group });
      const [share] = findingsOf(young, journey, asked);
      return explain(young, journey, share!, asked).work?.map(({ requirement }) => requirement);
    };
    expect(pieces("young")).toEqual(["rule/agreed", "rule/reviewed"]);
    expect(pieces("older")).toEqual(["rule/reviewed"]);
    const after = { after: [{ workDone: "late" }], event: ["contacted"], within: { days: 1 } };
    const done = (group: string, what: string) =>
      datesOf(programme(after, conditional([{ group: ["young"] }])), journeyOf(what, { group }), ASKED);
    const reviewed = "started 2021-03-01, meeting-missed 2021-03-01, review-held 2021-03-03";
    expect(done("young", reviewed)).toEqual([]);
    expect(done("older", reviewed)).toEqual(["2021-03-03:  – 2021-03-04"]);
    expect(done("older", "started 2021-03-01")).toEqual([]);
  });

  test("leaves what is counted from the state unknown, where it cannot be told", () => {
    const entering = { after: [{ entering: "late" }], event: ["contacted"], within: { days: 1 } };
    const rules = programme(entering, conditional([{ group: ["young"] }]));
    expect(verdictsOf(rules, journeyOf("started 2021-03-01"), ASKED)).toEqual(["undetermined: missing-data"]);
    expect(verdictsOf(rules, journeyOf("started 2021-03-01", { group: "older" }), ASKED)).toEqual([
      "not-applicable: clock-never-started",
    ]);
  });
});

describe("who waits, and since when", () => {
  const waiting = (what: string, asAt: string) =>
    backlog(programme(), [received(what)], { asAt, otherReadings: false }).waiting.map(({ since, work }) => [
      since,
      ...work,
    ]);
  const both = "started 2021-03-01, meeting-missed 2021-03-03";

  test.each<[what: string, asAt: string, waiting: string[][]]>([
    [both, "2021-03-10", []],
    [both, "2021-03-11", [["2021-03-10", "rule/reviewed"]]],
    [both, "2021-03-15", [["2021-03-10", "rule/reviewed"]]],
    [both, "2021-03-16", [["2021-03-10", "rule/agreed", "rule/reviewed"]]],
    // Reviewed on the day the other falls due: no day between.
    [`${both}, review-held 2021-03-15`, "2021-03-16", [["2021-03-10", "rule/agreed"]]],
    // Reviewed a day before: at that day's close nothing was left.
    [`${both}, review-held 2021-03-14`, "2021-03-16", [["2021-03-15", "rule/agreed"]]],
    [`${both}, review-held 2021-03-16`, "2021-03-16", [["2021-03-10", "rule/agreed"]]],
    [`${both}, review-held 2021-03-11, plan-agreed 2021-03-16`, "2021-03-16", []],
  ])("%s, as at %s", (what, asAt, expected) => expect(waiting(what, asAt)).toEqual(expected));

  test("day by day, in stretches that do not overlap", () => {
    const days = (what: string) => daysOf(received(what));
    const daysOf = (journey: Journey) =>
      backlogByDay(programme(), [journey], { from: "2021-03-08", asAt: "2021-03-19" })
        .map(({ inBacklog, entered, left }) => `${inBacklog}${entered > 0 ? "+" : ""}${left > 0 ? "-" : ""}`)
        .join(" ");
    // Days 8 to 18: the review is due on the 10th, the plan on the 15th.
    expect(days(both)).toBe("0 0 1+ 1 1 1 1 1 1 1 1");
    expect(days(`${both}, review-held 2021-03-15`)).toBe("0 0 1+ 1 1 1 1 1 1 1 1");
    expect(days(`${both}, review-held 2021-03-12`)).toBe("0 0 1+ 1 0- 0 0 1+ 1 1 1");
    expect(days(`${both}, review-held 2021-03-17, plan-agreed 2021-03-16`)).toBe("0 0 1+ 1 1 1 1 1 1 0- 0");
    expect(days(`${both}, review-held 2021-03-16, plan-agreed 2021-03-17`)).toBe("0 0 1+ 1 1 1 1 1 1 0- 0");
    expect(days(`${both}, review-held 2021-03-10, plan-agreed 2021-03-15`)).toBe("0 0 0 0 0 0 0 0 0 0 0");
    const early =
      "referral-received 2021-02-22, meeting-missed 2021-02-22, started 2021-03-04, review-held 2021-03-09";
    expect(daysOf(journeyOf(early))).toBe("1 0- 0 0 0 0 0 0 0 0 1+");
  });
});

describe("how each piece ended", () => {
  const told = (what: string) => {
    const journey = received(what);
    const rules = programme();
    const [share] = findingsOf(rules, journey, { asAt: ASKED });
    return explain(rules, journey, share!, { asAt: ASKED }).work?.map(({ requirement, doneBy, endedBy }) =>
      [
        requirement.slice(5),
        doneBy && `done ${doneBy.on}`,
        endedBy && `ended by ${endedBy.title} ${endedBy.on}`,
      ]
        .filter(Boolean)
        .join(" "),
    );
  };
  test.each<[what: string, pieces: string[]]>([
    ["started 2021-03-01", ["agreed"]],
    ["started 2021-03-01, plan-agreed 2021-03-17", ["agreed done 2021-03-17"]],
    ["started 2021-03-01, left 2021-03-05", ["agreed ended by left 2021-03-05"]],
    ["meeting-missed 2021-03-03, review-held 2021-03-12", ["reviewed done 2021-03-12"]],
    [
      "meeting-missed 2021-03-03, plan-updated 2021-03-11, review-held 2021-03-12",
      ["reviewed ended by plan-updated 2021-03-11"],
    ],
    [
      "meeting-missed 2021-03-03, absence-explained 2021-03-05, plan-updated 2021-03-11",
      ["reviewed ended by absence-explained 2021-03-05"],
    ],
    [
      "meeting-missed 2021-03-03, plan-updated 2021-03-04, absence-explained 2021-03-05",
      ["reviewed ended by plan-updated 2021-03-04"],
    ],
    ["", []],
  ])("%s: %j", (what, pieces) => expect(told(what)).toEqual(pieces));
});
