import fc from "fast-check";
import {
  assess,
  explain,
  type Journey,
  type Programme,
  parseProgramme,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { workProgrammeFramework } from "programme-rules/programmes";
import { assertMeets, assertNoProblems, assertVerdict, checkable, rulesFor } from "programme-rules/testing";
import { journeysMeeting, journeysMissing } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";
import ipes from "../../../examples/data/ipes.json" with { type: "json" };
import { bankHolidays } from "../../oracle/bank-holidays.js";
import { dayByDay, dayOf, FIRST, LAST, textOf } from "../../oracle/day-by-day.js";

const asAt = "2022-12-31";
const own = parseProgramme(ipes);
const programmes: readonly Programme[] = [whpJetsCv06, whpCoreCv04, own];
const cases = programmes.flatMap((programme) =>
  checkable(programme).map((id) => [`${programme.id} ${id}`, programme, id] as const),
);

describe("made to meet, every checkable requirement is met, and the journey can be", () => {
  test.each(cases)("%s", (_, programme, id) =>
    fc.assert(
      fc.property(journeysMeeting(programme, id), (journey) => {
        assertMeets(journey, id, { programme, asAt });
        assertNoProblems(journey, { programme, asAt });
      }),
    ),
  );
});

describe("made to miss, every checkable requirement is missed, and the journey can be", () => {
  test.each(cases)("%s", (_, programme, id) =>
    fc.assert(
      fc.property(journeysMissing(programme, id), (journey) => {
        const { toMeet } = rulesFor(programme, { asAt });
        expect(toMeet(journey, id, { allow: ["pending", "undetermined", "not-applicable"] }).pass).toBe(
          false,
        );
        assertNoProblems(journey, { programme, asAt });
      }),
    ),
  );
});

test("what a person must look at is met or missed by attestation", () =>
  fc.assert(
    fc.property(
      journeysMeeting(whpJetsCv06, "css-7/explored"),
      journeysMissing(whpJetsCv06, "css-7/explored"),
      (met, missed) => {
        assertVerdict(met, "css-7/explored", "met", { programme: whpJetsCv06, asAt });
        assertVerdict(missed, "css-7/explored", "not-met", { programme: whpJetsCv06, asAt });
      },
    ),
  ));

test("a share of those reaching an event, and one of those meeting another requirement", () => {
  const share = {
    kind: "proportion",
    title: "Own",
    among: ["referral-received"],
    over: "cumulative",
    measured: "period",
  };
  const requirements = [
    ...whpJetsCv06.standards[0].requirements,
    { ...share, id: "css-1/reaching", share: { reaching: ["started"] }, target: { atLeast: "50%" } },
    { ...share, id: "css-1/meeting", share: { met: "css-1/acknowledged" }, target: { atLeast: "50%" } },
  ];
  const standards = whpJetsCv06.standards.map((each) =>
    each.id === "css-1" ? { ...each, requirements } : each,
  );
  const programme = parseProgramme({ ...whpJetsCv06, standards });
  fc.assert(
    fc.property(journeysMeeting(programme, "css-1/reaching"), (journey) =>
      assertMeets(journey, "css-1/reaching", { programme, asAt }),
    ),
  );
  fc.assert(
    fc.property(journeysMissing(programme, "css-1/meeting"), (journey) =>
      assertVerdict(journey, "css-1/meeting", "not-met", { programme, asAt }),
    ),
  );
  expect(() => journeysMissing(programme, "css-1/reaching")).toThrow(
    "Not accepted: css-1/reaching, which no journey can be made to meet or miss: until the event comes it is pending, so one journey cannot miss it. Expected a requirement on a referral that dates alone can settle; checkable() lists them. Choose another requirement, or build the journey by hand.",
  );
});

describe("under another reading, by that reading", () => {
  test.each([
    [{ "counting-day": "day-1" }, "css-1/acknowledged"],
    [{ "contact-gap": "one-in-each-fixed-block" }, "css-8/contact"],
    [{ "ahead-of-job-start": "strictly-before" }, "css-10/needs-discussed"],
    [{ "never-started-plan": "binds" }, "css-7/finalised"],
    [{ "weeks-roll": "rolled" }, "css-14/end-form"],
    [{ "completion-date": "end-of-stay" }, "css-14/end-form"],
  ] as const)("%o", (answers, id) => {
    const programme = withReadings(whpCoreCv04, answers as never);
    fc.assert(
      fc.property(journeysMeeting(programme, id), (journey) => assertMeets(journey, id, { programme, asAt })),
    );
  });
});

const wall = dayByDay({
  from: FIRST,
  until: LAST,
  holidays: bankHolidays("england-and-wales").map(({ on }) => on),
});
const on = ({ events }: Journey, kind: string) =>
  events.filter((event) => event.kind === kind).map((event) => event.on);

test("an acknowledgement made in time lies within two days of a wall calendar, one made late beyond them", () =>
  fc.assert(
    fc.property(
      journeysMeeting(whpJetsCv06, "css-1/acknowledged"),
      journeysMissing(whpJetsCv06, "css-1/acknowledged"),
      (met, missed) => {
        const due = (journey: Journey) => textOf(wall.after(dayOf(on(journey, "referral-received")[0]!), 2)!);
        expect(on(met, "referral-acknowledged").every((day) => day <= due(met))).toBe(true);
        expect(on(met, "referral-acknowledged")).toHaveLength(1);
        expect(on(missed, "referral-acknowledged").every((day) => day > due(missed))).toBe(true);
      },
    ),
  ));

test("contacts made often enough lie at most ten days of a wall calendar apart", () =>
  fc.assert(
    fc.property(journeysMeeting(whpJetsCv06, "css-8/contact"), (journey) => {
      let last = on(journey, "started")[0]!;
      for (const contact of on(journey, "contacted").sort()) {
        expect(contact <= textOf(wall.after(dayOf(last), 10)!)).toBe(true);
        last = contact;
      }
    }),
  ));

describe("they shrink to what can be read at a glance", () => {
  const smallest = (journeys: fc.Arbitrary<Journey>) => {
    const { counterexample } = fc.check(
      fc.property(journeys, () => false),
      { seed: 1 },
    );
    return (counterexample as [Journey])[0];
  };

  test.each<[string, fc.Arbitrary<Journey>, readonly string[]]>([
    [
      "acknowledged in time",
      journeysMeeting(whpJetsCv06, "css-1/acknowledged"),
      ["referral-received 2021-01-01", "referral-acknowledged 2021-01-01"],
    ],
    [
      "never acknowledged",
      journeysMissing(whpJetsCv06, "css-1/acknowledged"),
      ["referral-received 2021-01-01"],
    ],
    ["in backlog", journeysMissing(whpJetsCv06, "css-2/backlog-share"), ["referral-received 2021-01-01"]],
    [
      "no contact after the start",
      journeysMissing(whpJetsCv06, "css-8/contact"),
      // Ten working days after Friday 1 January 2021, itself a bank holiday: Fri 15; the next day it is missed.
      ["referral-received 2021-01-01", "started 2021-01-01", "left 2021-01-16"],
    ],
  ])("%s", (_, journeys, events) => {
    const { events: found, ...rest } = smallest(journeys);
    expect(found.map(({ kind, on: day }) => `${kind} ${day}`)).toEqual(events);
    expect(rest).toEqual({ id: "R1" });
  });
});

describe("what no journey can be made to do is refused at once", () => {
  test.each<[() => unknown, string]>([
    [() => journeysMeeting(whpJetsCv06, "css-14/template-b"), "it is about a contract"],
    [() => journeysMeeting(whpJetsCv06 as Programme, "css-99/none"), "whp-jets has no such requirement"],
    [
      () => journeysMeeting(whpJetsCv06, "css-11/start-form", { from: "2023-01-01", until: "2023-01-31" }),
      "it does not apply to journeys that begin in that span",
    ],
    [
      () => fc.sample(journeysMeeting(whpJetsCv06, "css-1/acknowledged", { asAt: "2021-01-01" }), 50),
      "Give a later `asAt`, or an earlier `until`.",
    ],
  ])("%#", (act, message) => expect(act).toThrow(message));

  test("a withheld length", () => {
    const withheld = workProgrammeFramework.standards
      .flatMap(
        ({ requirements }) => requirements as readonly { id: string; within?: unknown; kind: string }[],
      )
      .find(({ kind, within }) => kind === "deadline" && typeof within === "object" && "open" in within!);
    if (withheld === undefined) return;
    expect(() => journeysMeeting(workProgrammeFramework as Programme, withheld.id)).toThrow(
      "its length is withheld",
    );
  });
});

describe("a missed requirement is missed in every way there is", () => {
  const waysOf = (requirement: "css-1/acknowledged" | "css-10/before-leaving" | "css-8/contact") =>
    new Set(
      fc.sample(journeysMissing(whpJetsCv06, requirement), { numRuns: 200, seed: 1 }).flatMap((journey) =>
        assess(whpJetsCv06, journey, { asAt: "2022-12-31", requirements: [requirement] })
          .filter(({ verdict }) => verdict === "not-met")
          .map((finding) => {
            const late = explain(whpJetsCv06, journey, finding, { asAt: "2022-12-31" }).spare?.count;
            return late === -1 ? "late by one day" : finding.reason;
          }),
      ),
    );
  test("a deadline: not done, a day late, later", () =>
    expect(waysOf("css-1/acknowledged")).toEqual(new Set(["not-done", "late by one day", "late"])));
  test("a deadline with a window: too early as well", () =>
    expect(waysOf("css-10/before-leaving")).toContain("outside-window"));
  test("a contact", () =>
    expect(waysOf("css-8/contact")).toEqual(new Set(["not-done", "late by one day", "late"])));
});
