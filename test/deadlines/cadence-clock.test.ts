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

// 2021: Monday 1 March, Good Friday 2 April, Easter Monday 5 April.
// Ten working days from Monday 1 March: Monday 15; from 15: Monday 29; from 29: 30, 31, 1, 6 to 9, 12 to 14 April.
const STATES = [
  { id: "here", from: ["started"], until: ["left"] },
  { id: "held-up", from: ["paused"], until: ["resumed"] },
  { id: "in-review", from: ["review-held"], until: ["plan-updated"] },
];
const CONTACT = { kind: "cadence", while: "here" };
const programme = (rule: Rule = {}, setting: Setting = {}) =>
  programmeOf({ ...CONTACT, ...rule }, { states: STATES, ...setting });
const dates = (rule: Rule, when: string, asAt: string) => datesOf(programme(rule), when, asAt);
const verdicts = (rule: Rule, when: string, asAt: string) => verdictsOf(programme(rule), when, asAt);

describe("how often", () => {
  test.each<[every: Rule, startedOn: string, dueOn: string]>([
    [{ workingDays: 10 }, "2021-03-01", "2021-03-15"],
    [{ days: 10 }, "2021-03-03", "2021-03-13"],
    [{ weeks: 2 }, "2021-03-03", "2021-03-17"],
    [{ months: 1 }, "2021-03-03", "2021-04-03"],
    [{ each: "day" }, "2021-03-06", "2021-03-06"],
    [{ each: "working-day" }, "2021-03-05", "2021-03-05"],
    [{ each: "working-day" }, "2021-03-06", "2021-03-08"],
    [{ each: "week" }, "2021-03-01", "2021-03-07"],
    [{ each: "week" }, "2021-03-03", "2021-03-07"],
    [{ each: "week" }, "2021-03-07", "2021-03-07"],
    [{ each: "month" }, "2021-03-01", "2021-03-31"],
    [{ each: "month" }, "2021-03-31", "2021-03-31"],
    [{ each: "quarter" }, "2021-01-01", "2021-03-31"],
    [{ each: "quarter" }, "2021-02-10", "2021-03-31"],
    [{ each: "quarter" }, "2021-03-31", "2021-03-31"],
    [{ each: "quarter" }, "2020-12-31", "2020-12-31"],
  ])("every %j from %s: by %s", (every, startedOn, dueOn) =>
    expect(
      dueDates(programme({ every }), journeyOf(`started ${startedOn}`), { asAt: startedOn }),
    ).toMatchObject([{ dueOn }]),
  );

  test.each<[every: Rule, startedOn: string, asAt: string, due: string[]]>([
    [{ each: "day" }, "2021-03-05", "2021-03-08", ["2021-03-05", "2021-03-06", "2021-03-07", "2021-03-08"]],
    [{ each: "working-day" }, "2021-03-05", "2021-03-08", ["2021-03-05", "2021-03-08"]],
    [{ each: "week" }, "2021-03-07", "2021-03-15", ["2021-03-07", "2021-03-14", "2021-03-21"]],
    [{ each: "month" }, "2020-12-31", "2021-02-01", ["2020-12-31", "2021-01-31", "2021-02-28"]],
    [{ each: "quarter" }, "2020-12-31", "2021-04-01", ["2020-12-31", "2021-03-31", "2021-06-30"]],
  ])("every %j from %s on, with no contact", (every, startedOn, asAt, due) =>
    expect(
      dueDates(programme({ every }), journeyOf(`started ${startedOn}`), { asAt }).map(({ dueOn }) => dueOn),
    ).toEqual(due),
  );
});

describe("a longest gap", () => {
  test("runs from the start, then from each contact", () =>
    expect(dates({}, "started 2021-03-01, contacted 2021-03-08, contacted 2021-03-22", "2021-03-23")).toEqual(
      [
        "2021-03-01:  – 2021-03-15, 2021-03-08",
        // Ten working days from Monday 8: Monday 22. From Monday 22: 23 to 26, 29 to 31, 1, 6, Wed 7 April.
        "2021-03-08:  – 2021-03-22, 2021-03-22",
        "2021-03-22:  – 2021-04-07",
      ],
    ));

  test("a contact on the day of the start is none, nor is one before it", () => {
    expect(verdicts({}, "started 2021-03-01, contacted 2021-03-01", "2021-03-16")).toEqual([
      "not-met: not-done",
      "pending: not-yet-due",
    ]);
    expect(verdicts({}, "contacted 2021-02-26, started 2021-03-01", "2021-03-02")).toEqual([
      "pending: not-yet-due",
    ]);
  });

  test("a second contact on one day is no further case", () =>
    expect(
      verdicts({}, "started 2021-03-01, contacted 2021-03-08, contacted 2021-03-08", "2021-03-08"),
    ).toEqual(["met", "pending: not-yet-due"]));

  test("what is missed is due again a gap later, until a contact starts it afresh", () => {
    const when = "started 2021-03-01, contacted 2021-04-01";
    const rows = findingsOf(programme(), when, "2021-04-02").map(
      ({ verdict, reason, anchor, dueOn, doneOn }) =>
        [verdict, reason, anchor?.kind, anchor?.on, dueOn, doneOn].join(" ").trim(),
    );
    expect(rows).toEqual([
      "not-met not-done started 2021-03-01 2021-03-15",
      "not-met late previous-due-date 2021-03-15 2021-03-29 2021-04-01",
      "met  previous-due-date 2021-03-29 2021-04-14 2021-04-01",
      // Ten working days from Thursday 1 April: 6 to 9, 12 to 16, Monday 19.
      "pending not-yet-due contacted 2021-04-01 2021-04-19",
    ]);
  });

  test("is kept on the due day and broken on the day after", () => {
    const when = "started 2021-03-01, contacted";
    expect(verdicts({}, `${when} 2021-03-15`, "2021-03-15")).toEqual(["met", "pending: not-yet-due"]);
    expect(verdicts({}, "started 2021-03-01", "2021-03-15")).toEqual(["pending: not-yet-due"]);
    expect(verdicts({}, `${when} 2021-03-16`, "2021-03-16")).toEqual([
      "not-met: late",
      "met",
      "pending: not-yet-due",
    ]);
  });

  test("a contact on the next due day is late for the first and in time for the second", () =>
    expect(verdicts({}, "started 2021-03-01, contacted 2021-03-29", "2021-03-29").slice(0, 2)).toEqual([
      "not-met: late",
      "met",
    ]));

  test("names the events behind each case", () =>
    expect(
      findingsOf(programme(), "contacted 2021-03-08, started 2021-03-01, contacted 2021-03-23", "2021-03-23"),
    ).toMatchObject([
      { evidence: [1, 0] },
      { evidence: [0, 2], reason: "late" },
      { evidence: [2] },
      { evidence: [2] },
    ]));
});

describe("one in each block", () => {
  const blocks = { gap: "blocks" };
  test("an early contact leaves the next due where it was, and the next block begins later", () => {
    const when = "started 2021-03-01, contacted 2021-03-05";
    expect(dates(blocks, when, "2021-03-14")).toEqual(["2021-03-01:  – 2021-03-15, 2021-03-05"]);
    expect(dates(blocks, when, "2021-03-15")).toEqual([
      "2021-03-01:  – 2021-03-15, 2021-03-05",
      "2021-03-15:  – 2021-03-29",
    ]);
    expect(findingsOf(programme(blocks), when, "2021-03-15")[1]).toMatchObject({
      anchor: { kind: "previous-due-date" },
      evidence: [],
    });
    expect(verdicts(blocks, `${when}, contacted 2021-03-12`, "2021-03-30")).toEqual([
      "met",
      "not-met: not-done",
      "pending: not-yet-due",
    ]);
  });

  test("a calendar month begins with its first day, and the day of the start is in it", () => {
    const monthly = { every: { each: "month" } };
    const when = "started 2021-03-10, contacted 2021-03-10";
    expect(verdicts(monthly, when, "2021-03-31")).toEqual(["met"]);
    expect(verdicts(monthly, when, "2021-04-01")).toEqual(["met", "pending: not-yet-due"]);
    expect(verdicts(monthly, "started 2021-03-10", "2021-03-10")).toEqual(["pending: not-yet-due"]);
    expect(
      verdicts(monthly, "started 2021-03-10, contacted 2021-03-31, contacted 2021-04-01", "2021-04-01"),
    ).toEqual(["met", "met"]);
    expect(
      verdicts(
        monthly,
        "started 2021-03-10, contacted 2021-03-12, contacted 2021-03-15, contacted 2021-05-04",
        "2021-05-04",
      ),
    ).toEqual(["met", "not-met: late", "met"]);
  });
});

describe("states", () => {
  const stoppable = { stops: { "held-up": true, "in-review": true } };
  test("end what is not yet due", () => {
    expect(dates({}, "started 2021-03-01, left 2021-03-12", "2021-06-30")).toEqual([
      "2021-03-01:  – 2021-03-15, state-ended",
    ]);
    expect(findingsOf(programme(), "left 2021-03-12, started 2021-03-01", "2021-06-30")).toMatchObject([
      { verdict: "not-applicable", reason: "state-ended", evidence: [1, 0] },
    ]);
    expect(dates(stoppable, "started 2021-03-01, paused 2021-03-12", "2021-06-30")).toEqual([
      "2021-03-01:  – 2021-03-15, stopped",
    ]);
  });

  test("do not end what was due that day or before", () => {
    expect(verdicts({}, "started 2021-03-01, left 2021-03-15", "2021-03-16")).toEqual(["not-met: not-done"]);
    expect(verdicts({}, "started 2021-03-01, left 2021-03-15", "2021-03-15")).toEqual([
      "pending: not-yet-due",
    ]);
    expect(verdicts({}, "started 2021-03-01, left 2021-03-16", "2021-03-16")).toEqual([
      "not-met: not-done",
      "not-applicable: state-ended",
    ]);
    expect(findingsOf(programme(), "started 2021-03-01, left 2021-03-15", "2021-03-16")[0]?.evidence).toEqual(
      [0],
    );
  });

  test("a contact on the day of leaving comes before it, and nothing is due afterwards", () => {
    const when = "left 2021-03-10, contacted 2021-03-10, started 2021-03-01, contacted 2021-03-12";
    expect(verdicts({}, when, "2021-06-30")).toEqual(["met", "not-applicable: state-ended"]);
  });

  test("start the clock afresh when they end", () =>
    expect(
      dates(stoppable, "started 2021-03-01, paused 2021-03-05, resumed 2021-03-15", "2021-03-15"),
    ).toEqual(["2021-03-01:  – 2021-03-15, stopped", "2021-03-15:  – 2021-03-29"]));

  test("that stop it must all have ended", () => {
    const both = "started 2021-03-01, paused 2021-03-05, review-held 2021-03-08";
    expect(dates(stoppable, `${both}, resumed 2021-03-09`, "2021-06-30")).toEqual([
      "2021-03-01:  – 2021-03-15, stopped",
    ]);
    expect(dates(stoppable, `${both}, plan-updated 2021-03-09`, "2021-06-30")).toHaveLength(1);
    expect(dates(stoppable, `${both}, resumed 2021-03-09, plan-updated 2021-03-15`, "2021-03-15")).toEqual([
      "2021-03-01:  – 2021-03-15, stopped",
      "2021-03-15:  – 2021-03-29",
    ]);
  });

  test("that stop it before the start keep it from starting", () => {
    expect(dates(stoppable, "paused 2021-02-26, started 2021-03-01", "2021-03-20")).toEqual([
      "2021-03-01:  – , stopped",
    ]);
    expect(
      dates(stoppable, "paused 2021-02-26, started 2021-03-01, resumed 2021-03-15", "2021-03-15"),
    ).toEqual(["2021-03-01:  – , stopped", "2021-03-15:  – 2021-03-29"]);
    expect(verdicts(stoppable, "paused 2021-02-26, started 2021-03-01", "2021-03-20")).toEqual([
      "not-applicable: stopped",
    ]);
  });

  test("that are not its own do not stop it", () =>
    expect(verdicts({}, "started 2021-03-01, paused 2021-03-05", "2021-03-10")).toEqual([
      "pending: not-yet-due",
    ]));

  test("may be entered again", () =>
    expect(dates({}, "started 2021-03-01, left 2021-03-05, started 2021-03-15", "2021-03-15")).toEqual([
      "2021-03-01:  – 2021-03-15, state-ended",
      "2021-03-15:  – 2021-03-29",
    ]));

  test("of one journey are not the next one's", () => {
    const rules = programme({ ...stoppable, frequency: ["frequency-agreed"] });
    verdictsOf(
      rules,
      "started 2021-03-01, frequency-agreed 2021-03-01 workingDays=2, paused 2021-03-02",
      "2021-06-30",
    );
    expect(datesOf(rules, "started 2021-03-01", "2021-03-01")).toEqual(["2021-03-01:  – 2021-03-15"]);
    expect(datesOf(rules, "", "2021-03-01")).toEqual(["waits for started"]);
  });

  test("an event that ends a state and begins it ends it", () => {
    const states = [{ id: "here", from: ["started", "left"], until: ["left"] }, ...STATES.slice(1)];
    expect(
      datesOf(programme({}, { states }), "started 2021-03-01, left 2021-03-05", "2021-06-30"),
    ).toHaveLength(1);
    const stops = [
      STATES[0]!,
      { id: "held-up", from: ["paused", "resumed"], until: ["resumed"] },
      STATES[2]!,
    ];
    expect(
      datesOf(
        programme(stoppable, { states: stops }),
        "resumed 2021-02-26, started 2021-03-01",
        "2021-03-01",
      ),
    ).toEqual(["2021-03-01:  – 2021-03-15"]);
  });
});

describe("a frequency of the person's own", () => {
  const own = { frequency: ["frequency-agreed"] };
  const agreed = (on: string, workingDays: string | number) =>
    `frequency-agreed ${on} workingDays=${workingDays}`;
  const started = "started 2021-03-01";

  test.each<[says: string, when: string, dueOn: string]>([
    ["agreed with the start", `${started}, ${agreed("2021-03-01", 5)}`, "2021-03-08"],
    ["agreed before it", `${agreed("2021-02-26", 5)}, ${started}`, "2021-03-08"],
    ["of one working day", `${agreed("2021-02-26", 1)}, ${started}`, "2021-03-02"],
    ["longer than the rule's", `${started}, ${agreed("2021-03-03", 15)}`, "2021-03-22"],
    ["that would have been due before it was agreed", `${started}, ${agreed("2021-03-10", 5)}`, "2021-03-10"],
    ["agreed on the day it was due", `${started}, ${agreed("2021-03-15", 12)}`, "2021-03-17"],
    ["the last agreed", `${started}, ${agreed("2021-03-02", 3)}, ${agreed("2021-03-03", 8)}`, "2021-03-11"],
    ["of no days", `${started}, ${agreed("2021-03-01", 0)}`, "2021-03-15"],
    ["of half a day", `${started}, ${agreed("2021-03-01", "1.5")}`, "2021-03-15"],
    ["in words", `${started}, ${agreed("2021-03-01", "weekly")}`, "2021-03-15"],
  ])("%s", (_says, when, dueOn) => expect(dates(own, when, "2021-03-16")[0]).toBe(`2021-03-01:  – ${dueOn}`));

  test("in halves, given as a number, is not one", () => {
    const events = [
      { kind: "started", on: "2021-03-01" },
      { kind: "frequency-agreed", on: "2021-03-01", workingDays: 1.5 },
    ];
    expect(datesOf(programme(own), { id: "R1", events }, "2021-03-01")).toEqual([
      "2021-03-01:  – 2021-03-15",
    ]);
  });

  test("agreed at a contact is that of the gap that begins with it, in whatever order the two were written", () => {
    const at = ["contacted 2021-03-09", agreed("2021-03-09", 20)];
    for (const [one, other] of [at, at.toReversed()])
      expect(dates(own, `${started}, ${one}, ${other}`, "2021-03-10")).toEqual([
        "2021-03-01:  – 2021-03-15, 2021-03-09",
        // After Tue 9 March: 10–12 are 1–3, 15–19 are 4–8, 22–26 are 9–13, 29 to 1 April are 14–17, 6, 7, 8 are 18–20.
        "2021-03-09:  – 2021-04-08",
      ]);
  });

  test("may be one of several events, by what each is for and where the person was", () => {
    const frequency = [
      { event: "frequency-agreed", where: { for: "calls" } },
      { event: "frequency-agreed", without: ["for"], when: [{ notIn: "held-up" }] },
    ];
    const due = (when: string) => dates({ frequency }, `${started}, ${when}`, "2021-03-02")[0];
    expect(due(`${agreed("2021-03-01", 5)} for=calls`)).toBe("2021-03-01:  – 2021-03-08");
    expect(due(`${agreed("2021-03-01", 5)} for=visits`)).toBe("2021-03-01:  – 2021-03-15");
    expect(due(agreed("2021-03-01", 5))).toBe("2021-03-01:  – 2021-03-08");
    expect(due(`paused 2021-03-01, ${agreed("2021-03-01", 5)}`)).toBe("2021-03-01:  – 2021-03-15");
  });

  test("is counted as the programme counts days", () => {
    const rules = programme(own, { conventions: { countingDay: "day-1" } });
    expect(datesOf(rules, `${started}, ${agreed("2021-03-01", 5)}`, "2021-03-02")).toEqual([
      "2021-03-01:  – 2021-03-05",
    ]);
    // A gap of one day, the day itself the first, would be none.
    expect(datesOf(rules, `${started}, ${agreed("2021-03-01", 1)}`, "2021-03-01")).toEqual([
      "2021-03-01:  – 2021-03-02",
    ]);
  });

  test("is that of contacts which follow", () =>
    expect(dates(own, `${started}, ${agreed("2021-03-02", 5)}, contacted 2021-03-04`, "2021-03-05")).toEqual([
      "2021-03-01:  – 2021-03-08, 2021-03-04",
      "2021-03-04:  – 2021-03-11",
    ]));

  test("does not undo what was missed before it was agreed", () =>
    expect(dates(own, `${started}, ${agreed("2021-03-18", 5)}`, "2021-03-18")).toEqual([
      "2021-03-01:  – 2021-03-15",
      "2021-03-15:  – 2021-03-22",
    ]));

  test("agreed once it is over changes nothing", () =>
    expect(dates(own, `${started}, left 2021-03-05, ${agreed("2021-03-08", 2)}`, "2021-03-31")).toEqual([
      "2021-03-01:  – 2021-03-15, state-ended",
    ]));

  test("is not taken by a rule that has none", () => {
    for (const when of [`${started}, ${agreed("2021-03-01", 5)}`, `${started} workingDays=5`])
      expect(dates({}, when, "2021-03-01")).toEqual(["2021-03-01:  – 2021-03-15"]);
  });

  test("is said where the due day is told", () => {
    const rules = programme(own);
    const sentence = (when: string) => {
      const journey = journeyOf(when);
      const [first] = findingsOf(rules, journey, "2021-03-03");
      return explain(rules, journey, first!, { asAt: "2021-03-03" }).count;
    };
    expect(sentence(`${started}, ${agreed("2021-03-02", 5)}`)).toMatchObject({
      length: { workingDays: 5 },
      agreedOn: "2021-03-02",
      to: "2021-03-08",
    });
    expect(sentence(`${agreed("2021-02-26", 5)}, ${started}`)).toMatchObject({ agreedOn: "2021-02-26" });
    expect(sentence(started)).toMatchObject({ length: { workingDays: 10 }, to: "2021-03-15" });
    expect(sentence(started)).not.toHaveProperty("agreedOn");
  });
});

describe("what cannot be told", () => {
  test("how often, where it is withheld", () => {
    const withheld = { every: { open: "not-said" } };
    expect(dates(withheld, "started 2021-03-01", "2021-06-30")).toEqual(["2021-03-01:  – "]);
    expect(verdicts(withheld, "started 2021-03-01", "2021-06-30")).toEqual([
      "undetermined: missing-parameter",
    ]);
  });

  test.each<[unreadable: string, verdict: string]>([
    ["contacted", "undetermined: missing-data"],
    ["started", "undetermined: missing-data"],
    ["left", "undetermined: missing-data"],
    ["paused", "undetermined: missing-data"],
    ["resumed", "undetermined: missing-data"],
    ["review-held", "pending: not-yet-due"],
  ])("with an unreadable %s: %s", (unreadable, verdict) => {
    const journey = journeyOf("started 2021-03-01", { unreadable: [unreadable] });
    expect(verdictsOf(programme({ stops: { "held-up": true } }), journey, "2021-03-02")).toEqual([verdict]);
  });

  test("with an unreadable agreement on how often, whether contact was made or not", () => {
    const own = programme({ frequency: ["frequency-agreed"] });
    const journey = journeyOf("started 2021-03-01, contacted 2021-03-08", {
      unreadable: ["frequency-agreed"],
    });
    expect(verdictsOf(own, journey, "2021-03-09")).toEqual([
      "undetermined: missing-data",
      "undetermined: missing-data",
    ]);
    expect(verdictsOf(programme(), journey, "2021-03-09")).toEqual(["met", "pending: not-yet-due"]);
  });

  test("a due day that no calendar reaches is open", () => {
    expect(dates({}, "started 2028-12-20", "2028-12-29")).toEqual(["2028-12-20:  – "]);
    expect(verdicts({}, "started 2028-12-20", "2028-12-29")).toEqual(["pending: not-yet-due"]);
  });

  test("what is counted from before the calendar's first day, unless it does not apply", () => {
    expect(verdicts({}, "started 2001-03-05", "2021-03-01")).toEqual(["undetermined: missing-data"]);
    expect(verdicts({ when: [{ onOrAfter: "2011-01-01" }] }, "started 2001-03-05", "2021-03-01")).toEqual([
      "not-applicable: condition",
    ]);
    expect(verdicts({}, "started 2021-03-01", "2021-03-02")).toEqual(["pending: not-yet-due"]);
  });

  test("anything, without a calendar", () => {
    const calendars = { england: "england-and-wales", scotland: "scotland" };
    const rules = programme({}, { programme: { calendars } });
    expect(dueDates(rules, journeyOf("started 2021-03-01"), { asAt: "2021-06-30" })).toMatchObject([
      { case: 1, undated: "nation-unknown" },
    ]);
    expect(verdictsOf(rules, "started 2021-03-01", "2021-06-30")).toEqual(["undetermined: missing-data"]);
  });
});

test("conditions are asked on the day each count runs from", () => {
  const rule = { when: [{ onOrAfter: "2021-03-15" }] };
  expect(verdicts(rule, "started 2021-03-01", "2021-03-16")).toEqual([
    "not-applicable: condition",
    "pending: not-yet-due",
  ]);
});
