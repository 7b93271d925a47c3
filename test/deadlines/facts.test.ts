import { dueDates, type Journey, type Problem, report, worklist } from "programme-rules";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { datesOf, findingsOf, journeyOf, programmeOf, verdictsOf } from "./one-rule.js";

// Ten working days from Monday 1 March 2021: Monday 15 March.
const TEN = programmeOf({ within: { workingDays: 10 } });
const ASKED = "2021-06-30";
const retracted = (of: string | number | undefined, on: string, knownOn?: string) => ({
  kind: "retracted",
  on,
  ...(of === undefined ? {} : { of }),
  ...(knownOn === undefined ? {} : { knownOn }),
});
const started = (on: string, more = {}) => ({ kind: "started", on, ...more });
const agreed = (on: string, more = {}) => ({ kind: "plan-agreed", on, ...more });
/** Journeys of one rule have no receipt, which is a problem of its own. */
const beside = (problems: readonly Problem[]) =>
  problems.flatMap(({ kind: _, ...rest }) => (rest.code === "journey/no-receipt" ? [] : [rest]));
const problemsOf = (journey: Journey, programme = TEN): Problem[] =>
  beside(report(programme, [journey], { asAt: ASKED }).problems);

describe("as at a date", () => {
  test.each<[agreed: string, asAt: string, verdict: string]>([
    ["plan-agreed 2021-03-10", "2021-03-10", "met"],
    ["plan-agreed 2021-03-10", "2021-03-09", "pending: not-yet-due"],
    ["plan-agreed 2021-03-10 known=2021-03-20", "2021-03-20", "met"],
    ["plan-agreed 2021-03-10 known=2021-03-20", "2021-03-19", "not-met: not-done"],
    ["plan-agreed 2021-03-10 known=2021-03-05", "2021-03-09", "pending: not-yet-due"],
  ])("only what had happened and was known by then counts: %s as at %s: %s", (what, asAt, verdict) =>
    expect(verdictsOf(TEN, `started 2021-03-01, ${what}`, asAt)).toEqual([verdict]),
  );

  test("the order of events in the journey does not matter, and evidence is told by their places in it", () => {
    const events = [
      agreed("2021-03-16"),
      started("2021-03-03"),
      agreed("2021-03-02"),
      started("2021-03-01"),
      agreed("2021-03-09"),
    ];
    expect(
      findingsOf(TEN, { id: "R1", events }, ASKED).map(({ anchor, evidence }) => [anchor?.on, ...evidence]),
    ).toEqual([
      ["2021-03-01", 3, 2],
      ["2021-03-03", 1, 4],
    ]);
  });

  test("events of one day stay in their order", () => {
    const events = [
      agreed("2021-03-02", { id: "first" }),
      started("2021-03-01"),
      agreed("2021-03-02", { id: "second" }),
    ];
    expect(findingsOf(TEN, { id: "R1", events }, ASKED)[0]?.evidence).toEqual([1, 0]);
  });

  test("a day known later than it happened is the one that moves with its event", () => {
    const rule = programmeOf({ within: { workingDays: 10 }, anchorDate: "knownOn" });
    const events = [
      started("2021-03-03", { knownOn: "2021-03-15" }),
      started("2021-03-01", { knownOn: "2021-03-08" }),
    ];
    expect(datesOf(rule, { id: "R1", events }, ASKED)).toEqual([
      "2021-03-01:  – 2021-03-22",
      "2021-03-03:  – 2021-03-29",
    ]);
  });

  test("many more events than usual are read like few", () => {
    const contacts = Array.from({ length: 40 }, (_each, i) => ({
      kind: i % 2 ? "contacted" : "paused",
      on: "2021-03-01",
    }));
    const journey = { id: "R1", events: [...contacts, started("2021-03-01"), agreed("2021-03-16")] };
    const other = { id: "R2", events: [started("2021-03-01"), ...contacts, agreed("2021-03-15")] };
    for (const _again of [1, 2]) {
      expect(findingsOf(TEN, journey, ASKED)).toMatchObject([{ reason: "late", evidence: [40, 41] }]);
      expect(findingsOf(TEN, other, ASKED)).toMatchObject([{ verdict: "met", evidence: [0, 41] }]);
    }
  });
});

describe("journeys of one caseload", () => {
  const ids = (...journeys: Journey[]) =>
    worklist(TEN, journeys, { asAt: "2021-03-02" }).map(({ journey, dueOn }) => `${journey} ${dueOn}`);
  test("do not mix, however alike they begin", () => {
    expect(
      ids(
        { id: "R1", events: [started("2021-03-01"), agreed("2021-03-02")] },
        { id: "R2", events: [agreed("2021-02-26"), started("2021-03-01")] },
        { id: "R3", events: [{ kind: "contacted", on: "2021-03-01" }, started("2021-03-02")] },
        { id: "R4", events: [] },
        { id: "R5", events: [started("2021-03-01")] },
      ),
    ).toEqual(["R2 2021-03-15", "R5 2021-03-15", "R3 2021-03-16"]);
  });

  test("take no unreadable record, problem or expected date from one another", () => {
    const odd = journeyOf("started soon, invented 2021-03-01, leaving-expected 2021-05-04", { id: "R1" });
    const fine = journeyOf("started 2021-03-01", { id: "R2" });
    const { lines, problems } = report(TEN, [odd, fine], { asAt: ASKED });
    expect(lines[0]).toMatchObject({ notMet: 1, undetermined: 1 });
    expect(beside(problems).map(({ journey }) => journey)).toEqual(["R1", "R1"]);
    const exit = programmeOf({ before: ["left"], within: { workingDays: 5 } });
    expect(worklist(exit, [odd, fine], { asAt: "2021-03-02" }).map(({ journey }) => journey)).toEqual(["R1"]);
  });
});

describe("a retracted event", () => {
  const of = (...events: Journey["events"]) =>
    verdictsOf(TEN, { id: "R1", events: [started("2021-03-01"), ...events] }, ASKED);
  const done = agreed("2021-03-02", { id: "e1" });

  test("never happened, from the day the retraction is known", () => {
    expect(of(done)).toEqual(["met"]);
    expect(of(done, retracted("e1", "2021-03-03"))).toEqual(["not-met: not-done"]);
    expect(of(retracted("e1", "2021-03-03"), done)).toEqual(["not-met: not-done"]);
    expect(of(done, retracted("e1", ASKED))).toEqual(["not-met: not-done"]);
    expect(of(done, retracted("e1", "2021-07-01"))).toEqual(["met"]);
    expect(of(done, retracted("e1", "2021-03-03", "2021-07-01"))).toEqual(["met"]);
    expect(of(done, retracted("e1", "2021-07-01", "2021-06-30"))).toEqual(["not-met: not-done"]);
  });

  test("is found by its id alone", () => {
    expect(of(done, retracted("e2", "2021-03-03"))).toEqual(["met"]);
    expect(of(agreed("2021-03-02"), retracted(undefined, "2021-03-03"))).toEqual(["met"]);
    expect(of(agreed("2021-03-02"), retracted(5, "2021-03-03"))).toEqual(["met"]);
    // On a day that is none, it may have withdrawn it.
    expect(of(done, retracted("e1", "soon"))).toEqual(["undetermined: missing-data"]);
    const contacted = { kind: "contacted", on: "2021-03-03", id: "e2", of: "e1" };
    expect(of(done, contacted, retracted("e3", "2021-03-03"))).toEqual(["met"]);
  });

  test("leaves the others as they were", () => {
    const again = agreed("2021-03-16", { id: "e2" });
    expect(of(done, again, retracted("e1", "2021-03-20"))).toEqual(["not-met: late"]);
    expect(of(again, done, retracted("e2", "2021-03-20"))).toEqual(["met"]);
    const events = [
      done,
      again,
      started("2021-03-01"),
      retracted("e1", "2021-03-20"),
      agreed("2021-03-18", { id: "e3" }),
    ];
    expect(findingsOf(TEN, { id: "R1", events }, ASKED)).toMatchObject([
      { anchor: { on: "2021-03-01" }, doneOn: "2021-03-16", evidence: [2, 1] },
    ]);
    const rule = programmeOf({ within: { workingDays: 10 }, anchorDate: "knownOn" });
    const known = [done, started("2021-03-03", { knownOn: "2021-03-08" }), retracted("e1", "2021-03-20")];
    expect(datesOf(rule, { id: "R1", events: known }, ASKED)).toEqual(["2021-03-03:  – 2021-03-22"]);
  });
});

describe("a date that cannot be read", () => {
  const bad = (event: Record<string, unknown>): Journey => ({
    id: "R1",
    events: [started("2021-03-01"), event as never],
  });

  test("is a problem that names its place, with its value apart; what depends on that kind is unknown", () => {
    expect(problemsOf(bad({ kind: "plan-agreed", on: "12 March" }))).toEqual([
      {
        code: "journey/date",
        message:
          "plan-agreed, on: not a date. Expected an ISO date such as 2021-04-01. What depends on plan-agreed is undetermined.",
        journey: "R1",
        value: "12 March",
      },
    ]);
    expect(problemsOf(bad({ kind: "plan-agreed", on: "2021-03-12", knownOn: "later" }))).toMatchObject([
      { message: expect.stringMatching(/^plan-agreed, knownOn: not a date\./), value: "later" },
    ]);
    expect(problemsOf(bad({ kind: "plan-agreed", on: "never", knownOn: "later" }))).toMatchObject([
      { value: "never" },
    ]);
    const line = (event: Record<string, unknown>) => report(TEN, [bad(event)], { asAt: ASKED }).lines[0];
    expect(line({ kind: "plan-agreed", on: "12 March" })).toMatchObject({ undetermined: 1 });
    expect(line({ kind: "contacted", on: "12 March" })).toMatchObject({ notMet: 1 });
  });

  test.each<[on: unknown, value: string]>([
    [undefined, "undefined"],
    [null, "null"],
    [20210312, "20210312"],
    [{ year: 2021 }, "an object"],
    [[], "a list"],
    [() => 1, "a function"],
  ])("%s is told as %s", (on, value) => {
    const [problem] = problemsOf(bad({ kind: "plan-agreed", on }));
    expect(problem?.value).toContain(value);
  });
});

describe("a kind that the programme does not list", () => {
  test("is a problem, once however often it is there, and the event is not used", () => {
    const journey = journeyOf(
      "started 2021-03-01, plan-agreed 2021-03-02, invented 2021-03-03, invented 2021-03-04, other 2021-03-05",
    );
    expect(problemsOf(journey)).toEqual(
      ["invented", "other"].map((value) => ({
        code: "journey/unknown-kind",
        message:
          "An event's kind is not one of the programme's; the event is not used. Check the spelling, or add the kind to the programme's `events`.",
        journey: "R1",
        value,
      })),
    );
    expect(verdictsOf(TEN, journey, ASKED)).toEqual(["met"]);
  });

  test("in a list of unreadable records makes nothing unknown", () =>
    expect(verdictsOf(TEN, journeyOf("started 2021-03-01", { unreadable: ["invented"] }), ASKED)).toEqual([
      "not-met: not-done",
    ]));

  test("a journey without faults has no problems", () =>
    expect(problemsOf(journeyOf("started 2021-03-01"))).toEqual([]));
});

describe("a nation", () => {
  const calendars = { england: "england-and-wales", scotland: "scotland" };
  const two = programmeOf({ within: { workingDays: 10 } }, { programme: { calendars } });
  const of = (nation: unknown, programme = two) => ({
    due: dueDates(programme, journeyOf("started 2021-03-29", { attributes: { nation: nation as string } }), {
      asAt: "2021-03-30",
    })[0]?.dueOn,
    problem: problemsOf(
      journeyOf("started 2021-03-29", { attributes: { nation: nation as string } }),
      programme,
    )[0],
  });

  test("chooses the calendar: Easter Monday is worked in Scotland", () => {
    // Ten working days from Monday 29 March: 30, 31, 1, then 6 to 9, 12 to 14 April; in Scotland from 5 on, to 13.
    expect(of("england")).toEqual({ due: "2021-04-14", problem: undefined });
    expect(of("scotland")).toEqual({ due: "2021-04-13", problem: undefined });
  });

  test("that is missing or is not the programme's is a problem", () => {
    expect(of(undefined).due).toBeUndefined();
    expect(problemsOf(journeyOf("started 2021-03-29"), two)).toEqual([
      {
        code: "journey/nation",
        message:
          "attributes.nation: missing. Expected england, scotland. Without it no working day can be counted, so what needs one is undetermined.",
        journey: "R1",
      },
    ]);
    expect(of("")).toMatchObject({ due: undefined, problem: { value: "" } });
    expect(of("wales")).toEqual({
      due: undefined,
      problem: {
        code: "journey/nation",
        message:
          "attributes.nation: not a nation of this programme. Expected england, scotland. Without it no working day can be counted, so what needs one is undetermined.",
        journey: "R1",
        value: "wales",
      },
    });
  });

  test("need not be said where there is one calendar only, for however many nations; a wrong one is still wrong", () => {
    const same = { england: "england-and-wales", wales: "england-and-wales" };
    const one = programmeOf({ within: { workingDays: 10 } }, { programme: { calendars: same } });
    expect(problemsOf(journeyOf("started 2021-03-29"), one)).toEqual([]);
    expect(of("", one)).toEqual({ due: "2021-04-14", problem: undefined });
    expect(of("wales", one)).toEqual({ due: "2021-04-14", problem: undefined });
    expect(of("scotland", one)).toMatchObject({ due: undefined, problem: { value: "scotland" } });
  });
});

describe("the as-at date", () => {
  const at =
    (asAt: string, more = {}) =>
    () =>
      dueDates(TEN, journeyOf("started 2021-03-01"), { asAt, ...more });
  test("must be one that a calendar knows, its first and last day included", () => {
    // The published lists: 2011 to 2028 for England and Wales.
    expect(at("2011-01-01")()).toBeDefined();
    expect(at("2028-12-31")()).toBeDefined();
    const says = (asAt: string) => ({
      code: "deadlines/as-at",
      message: `Not accepted: the as-at date ${asAt}. Expected 2011-01-01 to 2028-12-31, the span of the published bank holidays. Update the package, or pass { beyondPublished: "project" } to use generated holidays.`,
    });
    expect(messageOf(at("2029-01-01"))).toEqual(says("2029-01-01"));
    expect(messageOf(at("2010-12-31"))).toEqual(says("2010-12-31"));
  });

  test("may lie further on where holidays are projected, and the dates then say so", () => {
    const project = { beyondPublished: "project" } as const;
    expect(at("2029-01-02", project)()[0]).not.toHaveProperty("projected");
    const late = journeyOf("started 2028-12-20");
    expect(dueDates(TEN, late, { asAt: "2028-12-29", ...project })).toMatchObject([
      { dueOn: "2029-01-08", projected: true },
    ]);
    expect(dueDates(TEN, late, { asAt: "2028-12-29" })[0]).not.toHaveProperty("projected");
    const contacts = programmeOf(
      { kind: "cadence", while: "here" },
      { states: [{ id: "here", from: ["started"], until: ["left"] }] },
    );
    expect(dueDates(contacts, late, { asAt: "2028-12-29", ...project })).toMatchObject([{ projected: true }]);
    expect(dueDates(contacts, journeyOf("started 2021-03-01"), { asAt: "2021-03-01" })[0]).not.toHaveProperty(
      "projected",
    );
  });
});

describe("what is not a journey", () => {
  const EXAMPLE =
    'Expected a journey such as { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] }. Give each referral an id and its events.';
  test("a number as an id is to be text", () =>
    expect(() => dueDates(TEN, { id: 17, events: [] } as never, { asAt: ASKED })).toThrow(
      'Write the id as text: "17".',
    ));

  test.each<[value: unknown, given: string]>([
    ["R1", "text without an id"],
    [undefined, "undefined .undefined. without an id"],
    [{ events: [] }, "an object without an id"],
    [{ id: "", events: [] }, "an object without an id"],
    [{ id: "R1" }, "a journey without a list of events"],
    [{ id: "R1", events: {} }, "a journey without a list of events"],
    [{ id: "R1", events: ["started"] }, "a journey with an event that is not an object"],
    [{ id: "R1", events: [started("2021-03-01"), null] }, "a journey with an event that is not an object"],
    [
      { id: "R1", events: [], unreadable: "left" },
      "a journey whose `unreadable` or `notRecorded` is not a list",
    ],
  ])("%j is refused", (value, given) =>
    expect(messageOf(() => dueDates(TEN, value as Journey, { asAt: ASKED }))).toEqual({
      code: "journey/shape",
      message: expect.stringMatching(
        new RegExp(
          `^Not accepted: .*${given.replace("an object", "")}.*\\. ${EXAMPLE.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`,
        ),
      ),
    }),
  );

  test("a journey without anything in it is one", () =>
    expect(dueDates(TEN, { id: "R1", events: [] }, { asAt: ASKED })).toMatchObject([
      { waitsFor: ["started"] },
    ]));
});

describe("what cannot be true together", () => {
  const rules = programmeOf(
    { within: { workingDays: 10 } },
    {
      programme: {
        events: [
          { id: "referral-received", title: "Received", once: true },
          { id: "started", title: "Started", notBefore: ["referral-received"] },
          { id: "plan-agreed", title: "Agreed", once: true, notBefore: ["referral-received", "started"] },
          { id: "left", title: "Left", notBefore: ["started"] },
        ],
      },
    },
  );
  const order = (kind: string, earlier: string) => ({
    code: "journey/impossible-order",
    message: `${kind} is dated before ${earlier}, which it cannot come before. Nothing is done by it, and what depends on ${kind} is undetermined until a date is corrected.`,
    journey: "R1",
    value: expect.stringMatching(/^2021-0[23]-\d\d$/),
  });
  const twice = (kind: string) => ({
    code: "journey/happened-twice",
    message: `${kind} is there more than once, and a journey has one. They are of different days, and what depends on ${kind} is undetermined until the wrong one is removed.`,
    journey: "R1",
    value: expect.stringMatching(/^2021-03-\d\d$/),
  });
  test.each<[when: string, problems: unknown[], verdict: string | undefined]>([
    ["referral-received 2021-03-01, started 2021-03-01, plan-agreed 2021-03-01", [], "met"],
    ["started 2021-03-01, plan-agreed 2021-03-02", [], "met"],
    [
      "referral-received 2021-03-02, started 2021-03-01",
      [order("started", "referral-received")],
      "undetermined: missing-data",
    ],
    [
      "referral-received 2021-02-26, started 2021-03-01, plan-agreed 2021-02-26",
      [order("plan-agreed", "started")],
      "undetermined: missing-data",
    ],
    [
      "referral-received 2021-03-01, referral-received 2021-03-02, started 2021-03-03",
      [twice("referral-received")],
      "not-met: not-done",
    ],
    [
      "started 2021-03-01, plan-agreed 2021-03-02, plan-agreed 2021-03-16",
      [twice("plan-agreed")],
      "undetermined: missing-data",
    ],
    ["started 2021-03-01, started 2021-03-02, plan-agreed 2021-03-03", [], "met"],
    ["left 2021-03-01", [], "not-applicable: clock-never-started"],
    ["left 2021-03-01, started 2021-03-02, started 2021-03-03", [order("left", "started")], undefined],
    [
      "plan-agreed 2021-03-01, plan-agreed 2021-03-02, started 2021-03-02",
      [twice("plan-agreed"), order("plan-agreed", "started")],
      "undetermined: missing-data",
    ],
    // None of two events of one day is before the other.
    ["left 2021-03-01, started 2021-03-01", [], "not-applicable: excused"],
  ])("%s", (when, problems, verdict) => {
    expect(problemsOf(journeyOf(when), rules)).toEqual(problems);
    if (verdict !== undefined) expect(verdictsOf(rules, when, ASKED)[0]).toBe(verdict);
  });
});
