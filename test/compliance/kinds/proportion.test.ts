import { type ProportionRequirement, type Requirement, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { type About, explained, journeyOf, verdicts, withRules } from "../own-rules.js";

const programmeWith = (rule: Partial<ProportionRequirement>) => {
  const full: Requirement = {
    kind: "proportion",
    id: "own/share",
    title: "Few wait",
    among: ["referral-received"],
    share: { in: "backlog" },
    over: "cumulative",
    measured: "each-day",
    target: { atMost: "4%" },
    basis: "assumed",
    ...rule,
  };
  return withRules([full]);
};
const share = (rule: Partial<ProportionRequirement>, when: string, asAt: string, about: About = {}) =>
  verdicts(programmeWith(rule), "own/share", journeyOf(when, about), asAt);
const OUT = ["not-applicable: nothing-to-count"];
const received = (on: string) => `referral-received ${on}`;

describe("who is counted in a share of a state", () => {
  // As at 20 April the last month's end is 31 March. Received on Mon 29, the backlog begins two working days later.
  test("who was received by the day it is measured, that day included", () => {
    const monthEnd = (on: string) => share({ measured: "month-end" }, received(on), "2021-04-20");
    expect(monthEnd("2021-03-29")).toEqual(["not-met: not-done"]);
    expect(monthEnd("2021-03-31")).toEqual(["met"]);
    expect(monthEnd("2021-04-01")).toEqual(OUT);
  });

  test("of those received in the month, who was received from its first day on", () => {
    const inMonth = (on: string, rule: Partial<ProportionRequirement> = {}) =>
      share({ over: "received", ...rule }, received(on), "2021-04-20");
    expect(inMonth("2021-04-01")).toEqual(["not-met: not-done"]);
    expect(inMonth("2021-03-31")).toEqual(OUT);
    expect(inMonth("2021-03-01", { measured: "month-end" })).toEqual(["not-met: not-done"]);
    expect(inMonth("2021-02-28", { measured: "month-end" })).toEqual(OUT);
    expect(inMonth("2021-04-01", { measured: "month-end" })).toEqual(OUT);
  });

  describe("of those with work open", () => {
    const all = `${received("2021-04-01")}, referral-acknowledged 2021-04-06, initial-appointment 2021-04-12`;
    const open = (when: string, asAt: string, rule: Partial<ProportionRequirement> = {}) =>
      share({ over: "open", ...rule }, when, asAt);
    test("who has work undone at the close of the day", () => {
      expect(open(all, "2021-04-19")).toEqual(["met"]);
      expect(open(received("2021-04-01"), "2021-04-19")).toEqual(["not-met: not-done"]);
    });
    test("not on the day the last piece is done, nor after it", () => {
      const done = `${all}, prap-updated 2021-04-19 status=started`;
      expect(open(done, "2021-04-18")).toEqual(["met"]);
      expect(open(done, "2021-04-19")).toEqual(OUT);
      expect(open(done, "2021-04-20")).toEqual(OUT);
    });
    test("at a month's end, who did the last piece afterwards", () => {
      const monthEnd = (last: string) =>
        open(`${all}, prap-updated ${last} status=started`, "2021-05-20", { measured: "month-end" });
      expect(monthEnd("2021-04-30")).toEqual(OUT);
      // Due Mon 26 April, the 15th working day, it was overdue.
      expect(monthEnd("2021-05-03")).toEqual(["not-met: not-done"]);
    });
    test("everyone, where the state is not one of work", () =>
      expect(open(received("2021-04-01"), "2021-04-19", { share: { in: "on-programme" } })).toEqual(["met"]));
  });
});

test("a floor wants people in the state, a ceiling wants them out of it", () => {
  const started = `${received("2021-04-01")}, started 2021-04-12`;
  const on = { share: { in: "on-programme" } };
  expect(share(on, started, "2021-04-20")).toEqual(["not-met: not-done"]);
  expect(share({ ...on, target: { atLeast: "90%" } }, started, "2021-04-20")).toEqual(["met"]);
  expect(share({ ...on, target: { atLeast: "90%" } }, received("2021-04-01"), "2021-04-20")).toEqual([
    "not-met: not-done",
  ]);
});

test("a share of those who meet another requirement has its cases", () => {
  const rule = { share: { met: "css-9/follow-up" } };
  const missed = `${received("2021-03-01")}, started 2021-03-08, meeting-missed 2021-03-15, contacted 2021-03-16, meeting-missed 2021-03-22`;
  const own = verdicts(whpJetsCv06, "css-9/follow-up", journeyOf(missed), "2021-04-20");
  expect(own).toEqual(["met", "not-met: not-done"]);
  expect(share(rule, missed, "2021-04-20")).toEqual(own);
});

describe("a share of those who reach an event", () => {
  const rule = { share: { reaching: ["started"] }, target: { atLeast: "50%" } } as const;
  test("is open until it happens, and settled then", () => {
    expect(share(rule, received("2021-04-01"), "2021-04-20")).toEqual(["pending: not-yet-due"]);
    expect(share(rule, `${received("2021-04-01")}, started 2021-04-12`, "2021-04-20")).toEqual(["met"]);
    expect(
      share(
        { ...rule, target: { atMost: "4%" } },
        `${received("2021-04-01")}, started 2021-04-12`,
        "2021-04-20",
      ),
    ).toEqual(["not-met: not-done"]);
  });
  test("is undetermined where it cannot be read", () =>
    expect(share(rule, received("2021-04-01"), "2021-04-20", { unreadable: ["started"] })).toEqual([
      "undetermined: missing-data",
    ]));
  test("or a moment of a state, of which its explanation names the event", () => {
    const programme = programmeWith({ ...rule, share: { reaching: [{ entering: "on-programme" }] } });
    const when = `${received("2021-04-01")}, started 2021-04-12`;
    expect(explained(programme, "own/share", when, "2021-04-20")).toMatchObject({
      verdict: "met",
      decidedBy: { title: "Started", on: "2021-04-12" },
    });
  });
});
