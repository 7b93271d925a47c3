import { whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { explained, explainedOf, journeyOf, withRule } from "./own-rules.js";

const START = "referral-received 2021-03-22, started 2021-04-12";

/** The facts behind a sentence: each of them, and no field for what there is not. */
describe("an explanation holds what decided, and nothing else", () => {
  test("of what was done in time", () =>
    expect(
      explained(whpJetsCv06, "css-7/finalised", `${START}, action-plan-finalised 2021-04-23`, "2021-04-30"),
    ).toStrictEqual({
      journey: "R1",
      standard: "css-7",
      requirement: "css-7/finalised",
      title: "The action plan is finalised within 10 working days of the start",
      verdict: "met",
      anchor: { title: "Started", on: "2021-04-12" },
      count: expect.objectContaining({ to: "2021-04-26" }),
      dueOn: "2021-04-26",
      decidedBy: { title: "Action plan finalised", on: "2021-04-23" },
      absent: "No finalised action plan",
      spare: { count: 1, unit: "working day" },
      asAt: "2021-04-30",
      citation: whpJetsCv06.standards.find(({ id }) => id === "css-7")!.citation,
      sentence: expect.any(String),
    }));

  test("of a clock that never started", () =>
    expect(
      explained(whpJetsCv06, "css-7/finalised", "referral-received 2021-03-22", "2021-04-30"),
    ).toStrictEqual({
      journey: "R1",
      standard: "css-7",
      requirement: "css-7/finalised",
      title: "The action plan is finalised within 10 working days of the start",
      verdict: "not-applicable",
      reason: "clock-never-started",
      absent: "No finalised action plan",
      waitsFor: ["Started"],
      asAt: "2021-04-30",
      citation: whpJetsCv06.standards.find(({ id }) => id === "css-7")!.citation,
      sentence: expect.any(String),
    }));

  test("of a window, with its first day; of a condition, with what shows it", () => {
    const { opensOn, dueOn, conditions, reason } = explained(
      whpJetsCv06,
      "css-10/before-leaving",
      `${START}, job-started 2021-04-19, left 2021-04-30`,
      "2021-05-10",
    );
    expect({ opensOn, dueOn, reason }).toEqual({
      opensOn: "2021-04-19",
      dueOn: "2021-04-30",
      reason: "condition",
    });
    expect(conditions).toStrictEqual([
      { words: "when not in work", shownBy: { title: "Job started", on: "2021-04-19" } },
    ]);
  });

  test("of a share of a state, with the work behind it", () => {
    const found = explained(
      whpJetsCv06,
      "css-2/backlog-share",
      "referral-received 2021-04-12, referral-acknowledged 2021-04-13",
      "2021-04-30",
    );
    expect(found.state).toStrictEqual({ title: "In backlog", in: false, on: "2021-04-30" });
    expect(found.work!.map(({ requirement, doneBy, absent }) => [requirement, doneBy?.on, absent])).toEqual([
      ["css-1/acknowledged", "2021-04-13", "No acknowledgement"],
      ["css-5/appointment", undefined, "No initial appointment"],
      ["css-5/prap-update", undefined, "No PRaP update"],
    ]);
    expect(found).not.toHaveProperty("parts");
    expect(found).not.toHaveProperty("among");
    expect(found).not.toHaveProperty("missing");
    expect(found).not.toHaveProperty("open");
    expect(found).not.toHaveProperty("waitsFor");
    expect(found).not.toHaveProperty("opensOn");
  });

  test("of what cannot be told, without the work", () => {
    const found = explained(
      whpJetsCv06,
      "css-2/backlog-share",
      "referral-received 2021-04-12",
      "2021-04-30",
      {
        unreadable: ["referral-acknowledged"],
      },
    );
    expect(found).not.toHaveProperty("work");
    expect(found.missing).toEqual(['a record of "Acknowledged" cannot be read or contradicts another']);
  });

  test("of a date that rests on expected bank holidays", () => {
    const journey = journeyOf("referral-received 2029-01-08");
    const options = { asAt: "2029-01-31", beyondPublished: "project" } as const;
    expect(explainedOf(whpJetsCv06, "css-1/acknowledged", journey, options)).toMatchObject({
      projected: true,
      dueOn: "2029-01-10",
    });
    expect(
      explained(whpJetsCv06, "css-1/acknowledged", "referral-received 2028-12-04", "2028-12-31"),
    ).not.toHaveProperty("projected");
  });
});

describe("a withheld value is named by its address", () => {
  const open = { open: "bid-specific" } as const;
  const own = (rule: object) => {
    return explained(withRule({ event: ["contacted"], ...rule }), "own/rule", START, "2021-04-30");
  };
  test("of a deadline", () => {
    const found = own({ kind: "deadline", after: ["started"], within: open });
    expect(found.open).toStrictEqual({ address: "own/rule.within", value: open });
    expect(found.sentence).toBe(
      "Started Mon 12 Apr 2021. The source does not give own/rule.within (bid specific): undetermined until a variation supplies it. [assumed]",
    );
  });
  test("of a cadence", () => {
    const found = own({ kind: "cadence", while: "on-programme", every: open });
    expect(found.open).toStrictEqual({ address: "own/rule.every", value: open });
    expect(found).not.toHaveProperty("count");
  });
  test("and is not named where something else decides", () =>
    expect(
      explained(
        withRule({
          kind: "deadline",
          event: ["contacted"],
          after: ["started"],
          within: open,
          when: [{ in: "in-work" }],
        }),
        "own/rule",
        START,
        "2021-04-30",
      ),
    ).not.toHaveProperty("open"));
});

describe("what is counted from", () => {
  test("is named with the day it became known only where the clock runs from that", () => {
    const known = `${START}, meeting-missed 2021-04-19 known=2021-04-21`;
    expect(explained(whpJetsCv06, "css-9/follow-up", known, "2021-04-30").anchor).toStrictEqual({
      title: "Meeting missed",
      on: "2021-04-19",
    });
    const from = withReadings(whpJetsCv06, { "missed-meeting-clock": "when-it-became-known" });
    const anchor = (when: string) => explained(from, "css-9/follow-up", when, "2021-04-30").anchor;
    expect(anchor(known)).toStrictEqual({ title: "Meeting missed", on: "2021-04-19", knownOn: "2021-04-21" });
    expect(anchor(`${START}, meeting-missed 2021-04-19`)).toStrictEqual({
      title: "Meeting missed",
      on: "2021-04-19",
    });
  });
  const own = (rule: object, when = START, at = 1) =>
    explained(
      withRule({
        kind: "cadence",
        event: ["contacted"],
        while: "on-programme",
        ...rule,
      }),
      "own/rule",
      when,
      "2021-04-30",
      { at },
    ).anchor?.title;
  test("is, after a contact missed, what that contact was", () => {
    expect(own({ every: { workingDays: 5 } })).toBe("Started");
    expect(own({ every: { workingDays: 5 } }, START, 2)).toBe("The contact before was due");
    expect(own({ every: { workingDays: 5 }, gap: "blocks" }, START, 2)).toBe("The block before ended");
    expect(own({ every: { each: "week" } }, START, 2)).toBe("The week before ended");
    expect(own({ every: { each: "working-day" } }, START, 2)).toBe("The working day before ended");
  });
  test("is the event that marks the moment, whatever else may start the clock", () => {
    const anchor = (after: readonly unknown[]) =>
      explained(
        withRule({ kind: "deadline", event: ["contacted"], after, within: { workingDays: 2 } }),
        "own/rule",
        `${START}, job-started 2021-04-13, job-ended 2021-04-20`,
        "2021-04-30",
      ).anchor;
    const left = { title: "Job ended", on: "2021-04-20" };
    expect(anchor([{ leaving: "in-work" }])).toStrictEqual(left);
    const others = ["disengaged", { event: "prap-updated", where: { status: "started" } }];
    expect(anchor([...others, { leaving: "in-work" }])).toStrictEqual(left);
  });
  test("and what was done is the event that marks it too", () => {
    const done = (event: readonly unknown[], when = "") =>
      explained(
        withRule({ kind: "deadline", event, after: ["started"], within: { workingDays: 10 } }),
        "own/rule",
        `${START}, job-started 2021-04-13${when}`,
        "2021-04-30",
      ).decidedBy;
    const entered = { title: "Job started", on: "2021-04-13" };
    expect(done(["contacted", { event: "prap-updated", where: {} }, { entering: "in-work" }])).toStrictEqual(
      entered,
    );
    expect(done([{ leaving: "in-work" }])).toBeUndefined();
    expect(done(["contacted", { leaving: "in-work" }], ", contacted 2021-04-14")).toStrictEqual({
      title: "Contacted",
      on: "2021-04-14",
    });
  });
});

describe("who is counted in a share of a state", () => {
  const among = (rule: object, when: string, asAt: string) =>
    explained(
      withRule({
        kind: "proportion",
        among: ["referral-received"],
        share: { in: "backlog" },
        measured: "each-day",
        target: { atMost: "4%" },
        ...rule,
      }),
      "own/rule",
      when,
      asAt,
    ).among;
  test("is said to whom it leaves out", () => {
    expect(among({ over: "received" }, "referral-received 2021-03-31", "2021-04-20")).toBe(
      "are those received from Thu 1 Apr 2021 on",
    );
    expect(
      among({ over: "cumulative", measured: "month-end" }, "referral-received 2021-04-01", "2021-04-20"),
    ).toBe("are those received by Wed 31 Mar 2021");
    const done =
      "referral-received 2021-03-01, referral-acknowledged 2021-03-01, initial-appointment 2021-03-01, prap-updated 2021-03-01 status=started";
    expect(among({ over: "open" }, done, "2021-04-20")).toBe(
      "are those with work undone as at Tue 20 Apr 2021",
    );
    expect(among({ over: "open", measured: "month-end" }, done, "2021-04-20")).toBe(
      "are those with work undone at the close of Wed 31 Mar 2021",
    );
  });
});
