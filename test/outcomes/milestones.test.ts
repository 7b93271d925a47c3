import fc from "fast-check";
import {
  assessIndicators,
  assessOutcome,
  defineProgramme,
  type JourneyEvent,
  type Programme,
  whpJetsCv06,
} from "programme-rules";
import { cohortTable } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { defined } from "../../src/defined.js";

const START = { kind: "started", on: "2021-01-04" };
const EMPLOYED = { kind: "job-started", on: "2021-02-01", selfEmployed: false };
const SELF_EMPLOYED = { kind: "job-started", on: "2021-02-01", selfEmployed: true };
const reached = (milestone: string, on: string) => ({ kind: "milestone-reached", on, milestone });
const journey = (...events: JourneyEvent[]) => ({ id: "R1", events: [START, ...events] });
const says = (asAt: string, ...events: JourneyEvent[]) => {
  const { status, reason, metOn } = assessOutcome(whpJetsCv06, journey(...events), { asAt });
  return [status, reason, ...(metOn === undefined ? [] : [metOn])].join(" ");
};

// Started Monday 4 January 2021: day 238 is Monday 30 August, day 299 Saturday 30 October.
describe("£2,000 reached by a day means £1,000 reached by that day (source 001, paragraphs 16, 20 and 36)", () => {
  test("£2,000 alone, within the window", () =>
    expect(says("2021-12-31", EMPLOYED, reached("2000", "2021-06-01"))).toBe(
      "converted met-in-window 2021-06-01",
    ));
  test("£2,000 on day 238", () =>
    expect(says("2021-12-31", EMPLOYED, reached("2000", "2021-08-30"))).toBe(
      "converted met-in-window 2021-08-30",
    ));
  test("£2,000 on day 239: whether £1,000 came by day 238 nobody knows", () =>
    expect(says("2021-12-31", EMPLOYED, reached("2000", "2021-08-31"))).toBe("undetermined missing-data"));
  test("while the window runs, news of £2,000 after it cannot have come", () =>
    expect(says("2021-08-30", EMPLOYED, reached("2000", "2021-08-31"))).toBe("open window-running"));
  test("£1,000 in time, £2,000 after the window", () =>
    expect(says("2021-12-31", EMPLOYED, reached("1000", "2021-08-30"), reached("2000", "2021-08-31"))).toBe(
      "converted met-in-window 2021-08-30",
    ));
  test("£1,000 recorded after the window, £2,000 later still: too late", () =>
    expect(says("2021-12-31", EMPLOYED, reached("1000", "2021-08-31"), reached("2000", "2021-09-30"))).toBe(
      "window-closed met-too-late 2021-08-31",
    ));
  test("pay that comes to £1,000 after the window says when", () => {
    const pay = { kind: "earnings", on: "2021-08-31", pence: 100_000 };
    expect(says("2021-12-31", EMPLOYED, pay, reached("2000", "2021-09-30"))).toBe(
      "window-closed met-too-late 2021-08-31",
    );
  });
  test("first earnings say nothing of £1,000", () =>
    expect(says("2021-12-31", EMPLOYED, reached("first-earnings", "2021-06-01"))).toBe(
      "window-closed no-outcome",
    ));
  test("a claim still goes with it", () => {
    const claimed = { kind: "outcome-claimed", on: "2021-10-30" };
    expect(says("2021-12-31", SELF_EMPLOYED, reached("2000", "2021-06-01"), claimed)).toBe(
      "converted claimed-in-time 2021-06-01",
    );
    expect(says("2021-12-31", SELF_EMPLOYED, reached("2000", "2021-06-01"))).toBe(
      "window-closed not-claimed-in-time 2021-06-01",
    );
  });
  test("a claim before £2,000 may have come after £1,000: nobody knows", () => {
    const claimed = { kind: "outcome-claimed", on: "2021-05-31" };
    expect(says("2021-12-31", SELF_EMPLOYED, reached("2000", "2021-06-01"), claimed)).toBe(
      "undetermined missing-data 2021-06-01",
    );
  });
  test("cohorts count it the same", () => {
    const [row] = cohortTable(
      whpJetsCv06,
      [
        journey(EMPLOYED, reached("2000", "2021-08-30")),
        journey(EMPLOYED, reached("2000", "2021-08-31")),
        journey(EMPLOYED),
      ].map((each, at) => ({ ...each, id: `R${at}` })),
      { asAt: "2021-12-31" },
    ).rows;
    expect(row).toMatchObject({ starts: 3, outcomes: 1, undetermined: 1, closed: 1 });
  });
});

describe("which milestone is the higher is data", () => {
  const withMilestones = (change: Partial<Programme["events"][number]>): Programme =>
    defineProgramme({
      ...(whpJetsCv06 as Programme),
      id: "own-steps",
      events: whpJetsCv06.events.map((kind) =>
        kind.id === "milestone-reached" ? defined({ ...kind, ...change }) : kind,
      ),
    });
  const turned = withMilestones({ values: { milestone: ["2000", "1000", "first-earnings"] } });
  const without = withMilestones({ ascending: undefined as unknown as string });
  const statusBy = (programme: Programme, milestone: string) =>
    assessOutcome(programme, journey(EMPLOYED, reached(milestone, "2021-06-01")), { asAt: "2021-12-31" })
      .status;
  test("the order of the values decides", () =>
    expect([statusBy(turned, "2000"), statusBy(turned, "first-earnings")]).toEqual([
      "window-closed",
      "converted",
    ]));
  test("where no field ascends, a value says nothing of another", () =>
    expect([statusBy(without, "1000"), statusBy(without, "2000")]).toEqual(["converted", "window-closed"]));
  test("the field that ascends must list its values", () =>
    expect(() => withMilestones({ ascending: "amount" })).toThrow("amount"));
});

const MILESTONES = ["first-earnings", "1000", "2000"];
const day = fc.integer({ min: 0, max: 300 });
const dateOf = (of: number) => new Date(Date.UTC(2021, 0, 4 + of)).toISOString().slice(0, 10);
const milestones = fc
  .array(fc.tuple(fc.constantFrom(...MILESTONES), day), { maxLength: 4 })
  .map((all) => all.map(([milestone, on]) => reached(milestone, dateOf(on))));

test("law: a higher milestone, whenever it comes, never takes an outcome or an indicator away", () =>
  fc.assert(
    fc.property(milestones, fc.constantFrom("1000", "2000"), day, (before, milestone, on) => {
      const asAt = "2022-03-31";
      const [few, more] = [
        journey(EMPLOYED, ...before),
        journey(EMPLOYED, ...before, reached(milestone, dateOf(on))),
      ];
      if (assessOutcome(whpJetsCv06, few, { asAt }).status === "converted")
        expect(assessOutcome(whpJetsCv06, more, { asAt }).status).toBe("converted");
      const then = assessIndicators(whpJetsCv06, more, { asAt });
      for (const [at, { status, reachedOn }] of assessIndicators(whpJetsCv06, few, { asAt }).entries()) {
        if (status !== "reached") continue;
        expect(then[at]!.status).toBe("reached");
        expect(then[at]!.reachedOn! <= reachedOn!).toBe(true);
      }
    }),
  ));
