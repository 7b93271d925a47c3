import { type Explanation, type Requirement, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { type About, explained, withRule, withRules } from "./own-rules.js";

const START = "referral-received 2021-03-22, started 2021-04-12";

describe("what shows that a condition does not hold", () => {
  const shown = (when: readonly object[], events: string, about: About = {}) =>
    told(when, `${START}${events}`, about);
  const shownFirst = (when: readonly object[], first: string) => told(when, `${first}, ${START}`);
  const told = (when: readonly object[], events: string, about: About = {}) =>
    explained(
      withRule({
        kind: "deadline",
        event: ["contacted"],
        after: ["started"],
        within: { workingDays: 10 },
        when,
      }),
      "own/rule",
      events,
      "2021-04-15",
      about,
    ).conditions;
  test("is the event that put someone into a state, or out of it", () => {
    expect(shown([{ notIn: "in-work" }], ", job-started 2021-04-01")).toStrictEqual([
      { words: "when not in work", shownBy: { title: "Job started", on: "2021-04-01" } },
    ]);
    expect(shown([{ in: "in-work" }], ", job-started 2021-04-01, job-ended 2021-04-09")).toStrictEqual([
      { words: "while in work", shownBy: { title: "Job ended", on: "2021-04-09" } },
    ]);
  });
  test("is nothing where nothing happened", () =>
    expect(shown([{ in: "in-work" }], "")).toStrictEqual([{ words: "while in work" }]));
  test("is nothing of a state of work, a group or a date", () => {
    expect(
      shown(
        [{ in: "backlog" }],
        ", referral-acknowledged 2021-03-22, initial-appointment 2021-03-23, prap-updated 2021-03-23 status=started",
      ),
    ).toStrictEqual([{ words: "while in backlog" }]);
    expect(shown([{ before: "2021-04-12", basis: "assumed" }], "")).toStrictEqual([
      { words: "before Mon 12 Apr 2021" },
    ]);
  });
  test("is what makes it impossible", () => {
    const rule = { happened: ["disengaged"], unless: ["job-started"], basis: "assumed" };
    expect(shown([rule], ", job-started 2021-04-13")).toStrictEqual([
      { words: 'once "disengaged" is recorded', shownBy: { title: "Job started", on: "2021-04-13" } },
    ]);
    expect(
      shown(
        [{ ...rule, unless: undefined }].map(({ unless, ...each }) => each),
        "",
      ),
    ).toStrictEqual([{ words: 'once "disengaged" is recorded' }]);
  });
  test("is the first thing known of someone as well as any other", () => {
    expect(shownFirst([{ notIn: "in-work" }], "job-started 2021-03-01")).toStrictEqual([
      { words: "when not in work", shownBy: { title: "Job started", on: "2021-03-01" } },
    ]);
    const tooLate = { happened: ["job-started"], before: "2021-03-01", basis: "assumed" };
    const words = 'once "job started" is recorded before Mon 1 Mar 2021';
    const shownBy = { title: "Job started", on: "2021-03-02" };
    expect(shownFirst([tooLate], "job-started 2021-03-02")).toStrictEqual([{ words, shownBy }]);
    expect(shownFirst([{ ...tooLate, unless: ["started"] }], "job-started 2021-03-02")).toStrictEqual([
      { words, shownBy },
    ]);
  });
  test("while it is open is what it waits for", () => {
    const rule = { happened: ["disengaged"], unless: ["job-started"], basis: "assumed" };
    expect(shown([rule], "")).toStrictEqual([{ words: 'once "disengaged" is recorded' }]);
  });
  test("names those that do not hold, and no others", () =>
    expect(
      shown([{ in: "on-programme" }, { in: "in-work" }, { attribute: "asked", is: [true] }], "", {
        attributes: { asked: false },
      })?.map(({ words }) => words),
    ).toEqual(["while in work", "where asked is true"]));
  test("is asked on the day it is counted from, not on that it was done", () =>
    expect(shown([{ onOrAfter: "2021-04-13", basis: "assumed" }], ", contacted 2021-04-14")).toStrictEqual([
      { words: "from Tue 13 Apr 2021 on" },
    ]));
  test("is asked on the record's own day, where it is owed after nothing", () =>
    expect(
      explained(
        withRule({
          kind: "content",
          record: "action-plan-finalised",
          parts: [{ id: "a", says: "a", check: "human" }],
          when: [{ onOrAfter: "2021-04-15", basis: "assumed" }],
        }),
        "own/rule",
        `${START}, action-plan-finalised 2021-04-14`,
        "2021-04-30",
      ).conditions,
    ).toStrictEqual([{ words: "from Thu 15 Apr 2021 on" }]));
  test("is not asked where a withheld value decides", () =>
    expect(
      explained(
        withRule({
          kind: "deadline",
          event: ["contacted"],
          after: ["started"],
          within: { open: "redacted" },
          when: [{ happened: ["disengaged"], unless: ["job-started"], basis: "assumed" }],
        }),
        "own/rule",
        START,
        "2021-04-15",
      ),
    ).not.toHaveProperty("conditions"));
  test("is not asked where all hold", () => expect(shown([{ in: "on-programme" }], "")).toBeUndefined());
});

describe("what is not known is said", () => {
  const missing = (when: readonly object[], about: About) =>
    explained(
      withRule({
        kind: "deadline",
        event: ["contacted"],
        after: ["started"],
        within: { workingDays: 2 },
        when,
      }),
      "own/rule",
      START,
      "2021-04-30",
      about,
    ).missing;
  test("of records and of conditions, each of them", () => {
    expect(missing([], { unreadable: ["contacted", "left"] })).toEqual([
      'a record of "Contacted" cannot be read or contradicts another',
      'a record of "Left" cannot be read or contradicts another',
    ]);
    expect(missing([{ attribute: "asked", is: [true] }, { in: "on-programme" }], {})).toEqual([
      "nothing says whether this applies (only where asked is true)",
    ]);
  });
  test("and a nation before all else", () =>
    expect(missing([{ attribute: "asked", is: [true] }], { attributes: { nation: "atlantis" } })).toEqual([
      "it names no nation of the programme, so no working day can be counted",
    ]));
});

const RECEIVED = "referral-received 2021-04-12";
const backlog = (when: string, asAt = "2021-05-10", readings: Record<string, string> = {}): Explanation =>
  explained(withReadings(whpJetsCv06, readings), "css-2/backlog-share", `${RECEIVED}${when}`, asAt);

describe("the work behind a share of a backlog", () => {
  test("is each piece: from what, by when, and how it stands", () => {
    // Two working days after Mon 12 April is Wed 14; fifteen is Tue 4 May, over Mon 3.
    const { work } = backlog(
      ", referral-acknowledged 2021-04-13, prap-updated 2021-05-06 status=did-not-attend",
    );
    const anchor = { title: "Referral received", on: "2021-04-12" };
    const noShow = { title: "PRaP updated", on: "2021-05-06" };
    expect(work).toStrictEqual([
      {
        requirement: "css-1/acknowledged",
        anchor,
        count: expect.objectContaining({ to: "2021-04-14" }),
        absent: "No acknowledgement",
        doneBy: { title: "Acknowledged", on: "2021-04-13" },
      },
      {
        requirement: "css-5/appointment",
        anchor,
        count: expect.objectContaining({ to: "2021-05-04" }),
        absent: "No initial appointment",
        endedBy: noShow,
      },
      {
        requirement: "css-5/prap-update",
        anchor,
        count: expect.objectContaining({ to: "2021-05-04" }),
        absent: "No PRaP update",
        doneBy: noShow,
      },
    ]);
  });

  test("begins with what was written down first, and says of the undone only what is missing", () => {
    const first = explained(
      whpJetsCv06,
      "css-2/backlog-share",
      "referral-acknowledged 2021-04-12, referral-received 2021-04-12",
      "2021-05-10",
    );
    expect(first.work![0]!.doneBy).toStrictEqual({ title: "Acknowledged", on: "2021-04-12" });
    expect(Object.keys(first.work![1]!)).toEqual(["requirement", "anchor", "count", "absent"]);
  });

  test("has no due day where its length is withheld", () => {
    const rules: Requirement[] = [
      {
        kind: "deadline",
        id: "own/call",
        title: "A call",
        event: ["contacted"],
        after: ["referral-received"],
        within: { open: "bid-specific" },
        target: { every: true },
        basis: "assumed",
      },
      {
        kind: "proportion",
        id: "own/share",
        title: "Few wait for a call",
        among: ["referral-received"],
        share: { in: "calls" },
        over: "cumulative",
        measured: "each-day",
        target: { atMost: "4%" },
        basis: "assumed",
      },
    ];
    const calls = {
      id: "calls",
      title: "Waiting",
      work: [{ requirement: "own/call" }],
      test: "overdue",
    } as const;
    expect(explained(withRules(rules, [calls]), "own/share", RECEIVED, "2021-05-10").work).toStrictEqual([
      {
        requirement: "own/call",
        anchor: { title: "Referral received", on: "2021-04-12" },
        absent: "No contact",
      },
    ]);
  });

  test("has no due days where any work undone is backlog", () =>
    expect(
      backlog("", "2021-05-10", { "backlog-test": "any-work-undone" }).work!.map((piece) => "count" in piece),
    ).toEqual([false, false, false]));

  test("is not told of someone in no nation of the programme", () =>
    expect(
      explained(whpJetsCv06, "css-2/backlog-share", RECEIVED, "2021-05-10", {
        attributes: { nation: "atlantis" },
      }),
    ).not.toHaveProperty("work"));
});

describe("the state of a share", () => {
  test("is that of the day it is measured", () => {
    expect(backlog("", "2021-04-15").state).toStrictEqual({
      title: "In backlog",
      in: true,
      on: "2021-04-15",
    });
    expect(backlog("", "2021-04-14").state).toStrictEqual({
      title: "In backlog",
      in: false,
      on: "2021-04-14",
    });
    expect(backlog("", "2021-05-10", { "backlog-moment": "month-end" }).state).toStrictEqual({
      title: "In backlog",
      in: true,
      on: "2021-04-30",
    });
  });
  test("is none of a share of those who reach an event, or of another requirement's cases", () => {
    const rule = {
      kind: "proportion",
      among: ["referral-received"],
      over: "cumulative",
      measured: "period",
      target: { atLeast: "50%" },
    };
    for (const share of [{ reaching: ["started"] }, { met: "css-1/acknowledged" }]) {
      const found = explained(withRule({ ...rule, share }), "own/rule", RECEIVED, "2021-05-10");
      expect(found).not.toHaveProperty("state");
      expect(found).not.toHaveProperty("work");
    }
  });
  test("between events has no work behind it", () => {
    const rule = {
      kind: "proportion",
      among: ["referral-received"],
      share: { in: "on-programme" },
      over: "cumulative",
      measured: "each-day",
      target: { atLeast: "50%" },
    };
    const found = explained(withRule(rule), "own/rule", `${RECEIVED}, started 2021-04-19`, "2021-05-10");
    expect(found.state).toStrictEqual({ title: "On the programme", in: true, on: "2021-05-10" });
    expect(found).not.toHaveProperty("work");
  });
});

describe("a deadline that looks at a state of work", () => {
  const rule = { kind: "deadline", within: { workingDays: 5 } };
  const requirements = (given: object) =>
    explained(
      withRule({ ...rule, ...given }),
      "own/rule",
      `${RECEIVED}, started 2021-04-19`,
      "2021-05-10",
    ).work?.map(({ requirement }) => requirement);
  const all = ["css-1/acknowledged", "css-5/appointment", "css-5/prap-update"];
  test("tells the work, wherever it looks at it", () => {
    expect(requirements({ event: [{ workDone: "backlog" }], after: ["referral-received"] })).toEqual(all);
    const update = { event: "prap-updated", where: { status: "started" } };
    expect(requirements({ event: [update, { workDone: "backlog" }], after: ["started"] })).toEqual(all);
    expect(requirements({ event: ["contacted"], after: [{ entering: "backlog" }] })).toEqual(all);
    expect(requirements({ event: [{ leaving: "backlog" }], after: ["started"] })).toEqual(all);
    expect(requirements({ event: ["contacted"], before: [{ entering: "backlog" }] })).toEqual(all);
  });
  test("tells none where it looks at events, or at a state between them", () => {
    expect(
      requirements({ event: [{ event: "prap-updated", where: { status: "started" } }], after: ["started"] }),
    ).toBeUndefined();
    expect(requirements({ event: ["contacted"], after: [{ entering: "on-programme" }] })).toBeUndefined();
  });
});

describe("what a requirement waits for", () => {
  const waits = (rule: object) => {
    return explained(withRule(rule), "own/rule", "", "2021-04-30");
  };
  test("is the anchor of a deadline, after it or before it", () => {
    const rule = { kind: "deadline", event: ["contacted"], within: { weeks: 1 } };
    expect(waits({ ...rule, after: ["started", "referral-received"] }).waitsFor).toEqual([
      "Started",
      "Referral received",
    ]);
    expect(waits({ ...rule, before: ["left"] }).waitsFor).toEqual(["Left"]);
  });
  test("is the start of a cadence's state", () => {
    const found = waits({ kind: "cadence", event: ["contacted"], while: "in-work", every: { weeks: 1 } });
    expect(found.waitsFor).toEqual(["Job started"]);
    expect(found.sentence).toBe(
      '"Job started" is not recorded, so the clock never started: not applicable. [assumed]',
    );
  });
  test("is the record, or what it is owed after", () => {
    const rule = {
      kind: "content",
      record: "exit-report-provided",
      parts: [{ id: "a", says: "a", check: "human" }],
    };
    expect(waits({ ...rule, owedAfter: ["left"] }).waitsFor).toEqual(["Left", "Exit report given"]);
    expect(waits(rule).waitsFor).toEqual(["Exit report given"]);
  });
  test("is who a share is of", () =>
    expect(
      waits({
        kind: "proportion",
        among: ["started"],
        share: { in: "in-work" },
        over: "cumulative",
        measured: "each-day",
        target: { atLeast: "50%" },
      }).waitsFor,
    ).toEqual(["Started"]));
  test("is nothing, of a total", () => {
    const found = waits({
      kind: "total",
      count: ["started"],
      against: [1],
      measured: "month-end",
      target: { every: true },
    });
    expect(found).not.toHaveProperty("waitsFor");
    expect(found.sentence).toBe(
      "Counted here is the whole caseload, not one referral: not applicable. [assumed]",
    );
  });
});

describe("what did not happen is said", () => {
  const absent = (event: readonly object[] | readonly string[]) =>
    explained(
      withRule({
        kind: "deadline",
        event,
        after: ["started"],
        within: { workingDays: 2 },
      }),
      "own/rule",
      START,
      "2021-04-30",
    ).absent;
  test("in the event's own words, with fields or without", () => {
    expect(absent(["contacted"])).toBe("No contact");
    expect(absent([{ event: "prap-updated", where: { status: "started" } }])).toBe("No PRaP update");
  });
  test("as work left, where it is a state of work", () =>
    expect(absent([{ workDone: "backlog" }])).toBe("Work still left"));
});
