import type { Journey } from "programme-rules";
import { describe, expect, test } from "vitest";
import { datesOf, journeyOf, programmeOf, type Rule, type Setting, verdictsOf } from "./one-rule.js";

const ASKED = "2021-06-30";
const STATES = [{ id: "held-up", from: ["paused"], until: ["resumed"] }];
const within = { within: { workingDays: 10 } };
const verdicts = (
  event: readonly unknown[],
  what: string,
  about: Partial<Journey> = {},
  setting: Setting = {},
) =>
  verdictsOf(
    programmeOf({ ...within, event }, { states: STATES, ...setting }),
    journeyOf(`started 2021-03-01, ${what}`, about),
    ASKED,
  );
const NOT_DONE = ["not-met: not-done"];

describe("an event with given field values", () => {
  const sent = { event: "report-sent", where: { forMonth: "2021-03", complete: true } };
  const isMet = (what: string, event: readonly unknown[] = [sent]) => verdicts(event, what)[0] === "met";

  test("must have all of them", () => {
    expect(isMet("report-sent 2021-03-02 forMonth=2021-03 complete=true")).toBe(true);
    expect(isMet("report-sent 2021-03-02 forMonth=2021-03 complete=false")).toBe(false);
    expect(isMet("report-sent 2021-03-02 forMonth=2021-02 complete=true")).toBe(false);
    expect(isMet("report-sent 2021-03-02 complete=true")).toBe(false);
    expect(isMet("contacted 2021-03-02 forMonth=2021-03 complete=true")).toBe(false);
    expect(
      isMet(
        "report-sent 2021-03-02 forMonth=2021-03 complete=false, report-sent 2021-03-03 forMonth=2021-03 complete=true",
      ),
    ).toBe(true);
  });

  test("compared as what they are: text is no number", () => {
    const five = { event: "frequency-agreed", where: { workingDays: 5 } };
    expect(isMet("frequency-agreed 2021-03-02 workingDays=5", [five])).toBe(true);
    expect(isMet("frequency-agreed 2021-03-02 workingDays=6", [five])).toBe(false);
    const text = { ...five, where: { workingDays: "5" } };
    expect(isMet("frequency-agreed 2021-03-02 workingDays=5", [text])).toBe(false);
  });

  test("may be any, where the same kind is there without them", () => {
    const any = "report-sent";
    for (const either of [
      [sent, any],
      [any, sent],
    ]) {
      expect(isMet("report-sent 2021-03-02 complete=false", either)).toBe(true);
    }
    expect(isMet("report-sent 2021-03-02 complete=false", [{ event: any }])).toBe(true);
  });

  test("of several ways the kind may be, one is enough", () => {
    const [early, late] = ["2021-03", "2021-04"].map((forMonth) => ({
      event: "report-sent",
      where: { forMonth },
    }));
    const either = (forMonth: string) =>
      verdictsOf(
        programmeOf({ ...within, after: [early, late], event: ["plan-agreed"] }),
        `report-sent 2021-03-02 forMonth=${forMonth}`,
        ASKED,
      );
    expect(either("2021-03")).toEqual(NOT_DONE);
    expect(either("2021-04")).toEqual(NOT_DONE);
    expect(either("2021-05")).toEqual(["not-applicable: clock-never-started"]);
  });
});

describe("an event under conditions", () => {
  const young = { event: "contacted", when: [{ group: ["young"] }] };
  test("counts where they hold on its own day, and where they cannot be told", () => {
    expect(verdicts([young], "contacted 2021-03-02", { group: "young" })).toEqual(["met"]);
    expect(verdicts([young], "contacted 2021-03-02", { group: "older" })).toEqual(NOT_DONE);
    expect(verdicts([young], "contacted 2021-03-02")).toEqual(["met"]);
    const held = { event: "contacted", when: [{ in: "held-up" }] };
    expect(verdicts([held], "paused 2021-03-04, contacted 2021-03-03")).toEqual(NOT_DONE);
    expect(verdicts([held], "paused 2021-03-04, contacted 2021-03-05")).toEqual(["met"]);
  });

  test("does not count while they are open", () => {
    const open = { event: "contacted", when: [{ happened: ["review-held"], unless: ["plan-updated"] }] };
    expect(verdicts([open], "contacted 2021-03-02")).toEqual(NOT_DONE);
    expect(verdicts([open], "contacted 2021-03-02, review-held 2021-03-08")).toEqual(["met"]);
  });

  test("must have its field values as well", () => {
    const both = { ...young, where: { complete: true } };
    expect(verdicts([both], "contacted 2021-03-02 complete=true", { group: "young" })).toEqual(["met"]);
    expect(verdicts([both], "contacted 2021-03-02 complete=true", { group: "older" })).toEqual(NOT_DONE);
    expect(verdicts([both], "contacted 2021-03-02", { group: "young" })).toEqual(NOT_DONE);
  });

  test("cannot be told where an attribute it asks about could not be read", () => {
    const at = { event: "contacted", when: [{ attribute: "site", is: ["leeds"] }, { notIn: "held-up" }] };
    const unknown = ["undetermined: missing-data"];
    expect(verdicts([at], "", { attributes: { site: "york" }, unreadable: ["site"] })).toEqual(unknown);
    expect(verdicts([at], "", { attributes: { site: "york" }, unreadable: ["area"] })).toEqual(NOT_DONE);
    expect(verdicts([at], "", { attributes: { site: "york" } })).toEqual(NOT_DONE);
  });
});

describe("a list of several", () => {
  test("means any, and the first in time starts or does it", () => {
    const rule = { ...within, after: ["started", "review-held"] };
    expect(
      datesOf(programmeOf(rule), "review-held 2021-03-01, contacted 2021-03-02, started 2021-03-03", ASKED),
    ).toEqual(["2021-03-01:  – 2021-03-15", "2021-03-03:  – 2021-03-17"]);
    expect(verdicts(["plan-agreed", "contacted"], "contacted 2021-03-16, plan-agreed 2021-03-15")).toEqual([
      "met",
    ]);
  });

  test("a kind that is not listed is none of them", () =>
    expect(verdicts(["plan-agreed", "contacted"], "review-held 2021-03-02")).toEqual(NOT_DONE));

  test("of which one could not be read cannot be told", () => {
    const unknown = ["undetermined: missing-data"];
    const events = ["plan-agreed", "contacted", { entering: "held-up" }];
    for (const kind of ["plan-agreed", "contacted", "paused", "resumed"])
      expect(verdicts(events, "", { unreadable: [kind] })).toEqual(unknown);
    expect(verdicts(events, "", { unreadable: ["review-held"] })).toEqual(NOT_DONE);
  });

  test("happened with the earliest of events and moments", () => {
    const ifBefore = (what: string, day: string) =>
      verdictsOf(
        programmeOf(
          {
            ...within,
            when: [{ happened: ["contacted", { entering: "held-up" }], before: day, basis: "assumed" }],
          },
          { states: STATES },
        ),
        `started 2021-03-01, ${what}`,
        ASKED,
      )[0];
    const applies = "not-met: not-done";
    const not = "not-applicable: condition";
    expect(ifBefore("contacted 2021-03-04, paused 2021-03-08", "2021-03-05")).toBe(applies);
    expect(ifBefore("contacted 2021-03-08, paused 2021-03-04", "2021-03-05")).toBe(applies);
    expect(ifBefore("paused 2021-03-04", "2021-03-05")).toBe(applies);
    expect(ifBefore("contacted 2021-03-08, paused 2021-03-09", "2021-03-05")).toBe(not);
    expect(ifBefore("contacted 2021-03-04, paused 2021-03-04", "2021-03-05")).toBe(applies);
  });
});

describe("the day on which a state ends", () => {
  const leaving: Rule = { ...within, after: [{ leaving: "held-up" }] };
  const done: Rule = { ...within, after: [{ workDone: "held-up" }] };
  test.each<[when: string, endedOn: string | undefined]>([
    ["paused 2021-03-01, resumed 2021-03-03", "2021-03-03"],
    ["resumed 2021-02-26, paused 2021-03-01, resumed 2021-03-03, resumed 2021-03-05", "2021-03-03"],
    ["paused 2021-03-01", undefined],
    ["resumed 2021-03-03", undefined],
    ["resumed 2021-03-03, resumed 2021-03-05", undefined],
    ["", undefined],
  ])("%s: %s", (when, endedOn) => {
    for (const rule of [leaving, done]) {
      const [first] = datesOf(programmeOf(rule, { states: STATES }), when, ASKED);
      expect(first?.slice(0, 10)).toBe(endedOn);
    }
  });
});
