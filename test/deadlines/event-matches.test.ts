import { explain, type Journey } from "programme-rules";
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
      expect(first?.startsWith("waits") ? undefined : first?.slice(0, 10)).toBe(endedOn);
    }
  });
});

const BEFORE_DUE = "2021-03-10";
// Due on Monday 22 March, so that a case that applies is pending as at 10 March.
const when = (
  conditions: readonly Rule[],
  what = "",
  about: Partial<Journey> = {},
  setting: Setting = {},
) => {
  const rule = { when: conditions, within: { workingDays: 15 } };
  const events = ["started 2021-03-01", what].filter(Boolean).join(", ");
  const programme = programmeOf(rule, { states: STATES, ...setting });
  return WORDS[verdictsOf(programme, journeyOf(events, about), BEFORE_DUE).at(-1)!];
};
const WORDS: Readonly<Record<string, string>> = {
  "pending: not-yet-due": "yes",
  "not-applicable: condition": "no",
  "undetermined: missing-data": "unknown",
};

describe("in a state on the anchor's day", () => {
  test.each<[what: string, isIn: string]>([
    ["", "no"],
    ["paused 2021-02-26", "yes"],
    ["paused 2021-03-01", "yes"],
    ["paused 2021-03-02", "no"],
    ["paused 2021-02-25, resumed 2021-02-26", "no"],
    ["paused 2021-02-26, resumed 2021-03-01", "no"],
    ["paused 2021-02-26, resumed 2021-03-02", "yes"],
    ["paused 2021-02-22, resumed 2021-02-23, paused 2021-02-24", "yes"],
    ["resumed 2021-02-26", "no"],
  ])("%s: %s", (what, isIn) => {
    expect(when([{ in: "held-up" }], what)).toBe(isIn);
    expect(when([{ notIn: "held-up" }], what)).toBe(isIn === "yes" ? "no" : "yes");
  });

  test("cannot be told where either end of it could not be read", () => {
    for (const condition of [{ in: "held-up" }, { notIn: "held-up" }]) {
      expect(when([condition], "", { unreadable: ["paused"] })).toBe("unknown");
      expect(when([condition], "", { unreadable: ["resumed"] })).toBe("unknown");
      expect(when([condition], "", { unreadable: ["contacted"] })).not.toBe("unknown");
    }
  });
});

describe("a state that decides", () => {
  const shown = (condition: Rule, what: string) => {
    const rules = programmeOf({ when: [condition], within: { days: 3 } }, { states: STATES });
    const journey = journeyOf(`${what}, started 2021-03-01`);
    const found = findingsOf(rules, journey, BEFORE_DUE)[0]!;
    const [unmet] = explain(rules, journey, found, { asAt: BEFORE_DUE }).conditions ?? [];
    return unmet?.shownBy && `${unmet.shownBy.title} ${unmet.shownBy.on}`;
  };
  test.each<[condition: Rule, what: string, by: string | undefined]>([
    [{ notIn: "held-up" }, "paused 2021-02-22", "paused 2021-02-22"],
    [{ notIn: "held-up" }, "paused 2021-02-22, paused 2021-02-23", "paused 2021-02-22"],
    [{ notIn: "held-up" }, "paused 2021-02-22, resumed 2021-02-23, paused 2021-03-01", "paused 2021-03-01"],
    [{ notIn: "held-up" }, "paused 2021-02-22, resumed 2021-03-02", "paused 2021-02-22"],
    [{ notIn: "held-up" }, "contacted 2021-02-19, paused 2021-02-22", "paused 2021-02-22"],
    [{ in: "held-up" }, "contacted 2021-02-22", undefined],
    [{ in: "held-up" }, "resumed 2021-02-22", undefined],
    [{ in: "held-up" }, "paused 2021-03-02", undefined],
    [{ in: "held-up" }, "paused 2021-02-22, resumed 2021-02-23", "resumed 2021-02-23"],
    [{ in: "held-up" }, "paused 2021-02-22, resumed 2021-02-23, resumed 2021-02-24", "resumed 2021-02-23"],
    [{ in: "held-up" }, "paused 2021-02-22, contacted 2021-02-23, resumed 2021-02-24", "resumed 2021-02-24"],
  ])("%j, %s: because of %s", (condition, what, by) => expect(shown(condition, what)).toBe(by));
});

describe("of a group", () => {
  test.each<[group: string | undefined, isYoung: string, isNotYoung: string]>([
    ["young", "yes", "no"],
    ["older", "no", "yes"],
    [undefined, "unknown", "unknown"],
  ])("%s: %s, and not of it: %s", (group, isYoung, isNotYoung) => {
    const about = group === undefined ? {} : { group };
    expect(when([{ group: ["young"] }], "", about)).toBe(isYoung);
    expect(when([{ notGroup: ["young"] }], "", about)).toBe(isNotYoung);
    expect(when([{ group: ["young", "older"] }], "", about)).toBe(group === undefined ? "unknown" : "yes");
  });

  test("cannot be told where the group could not be read", () => {
    expect(when([{ group: ["young"] }], "", { group: "young", unreadable: ["group"] })).toBe("unknown");
    expect(when([{ group: ["young"] }], "", { group: "young", unreadable: ["contacted"] })).toBe("yes");
  });
});

describe("of an attribute's value", () => {
  const is = { attribute: "site", is: ["leeds", 2, true] };
  const isNot = { attribute: "site", isNot: ["leeds"] };
  test.each<[condition: Rule, site: string | number | boolean | undefined, answer: string]>([
    [is, "leeds", "yes"],
    [is, 2, "yes"],
    [is, true, "yes"],
    [is, "york", "no"],
    [is, "2", "no"],
    [isNot, "leeds", "no"],
    [isNot, "york", "yes"],
    [is, undefined, "unknown"],
    [is, "", "unknown"],
    [isNot, undefined, "unknown"],
    [isNot, "", "unknown"],
    [{ ...is, missing: "yes" }, undefined, "yes"],
    [{ ...is, missing: "yes" }, "", "yes"],
    [{ ...is, missing: "yes" }, "york", "no"],
    [{ ...is, missing: "no" }, undefined, "no"],
    [{ ...is, missing: "no" }, "", "no"],
    [{ ...is, missing: "no" }, "leeds", "yes"],
    [{ ...isNot, missing: "yes" }, undefined, "yes"],
    [{ ...isNot, missing: "no" }, undefined, "no"],
  ])("%j of %j: %s", (condition, site, answer) =>
    expect(when([condition], "", site === undefined ? {} : { attributes: { site } })).toBe(answer),
  );

  test("of a journey without any is missing", () => expect(when([{ ...is, missing: "no" }])).toBe("no"));

  test("cannot be told where it could not be read, whatever stands there and whatever a missing one means", () => {
    const about = { attributes: { site: "leeds" }, unreadable: ["site"] };
    expect(when([is], "", about)).toBe("unknown");
    expect(when([{ ...is, missing: "no" }], "", { unreadable: ["site"] })).toBe("unknown");
    expect(when([is], "", { ...about, unreadable: ["area"] })).toBe("yes");
  });
});

describe("of what has happened by the as-at date, before or after the anchor", () => {
  const happened = { happened: ["contacted"] };
  const unless = { ...happened, unless: ["review-held"] };
  const before = { ...happened, before: "2021-03-05", basis: "assumed" };
  test.each<[condition: Rule, what: string, answer: string]>([
    [happened, "contacted 2021-02-01", "yes"],
    [happened, "contacted 2021-03-10", "yes"],
    [happened, "contacted 2021-03-11", "no"],
    [happened, "contacted 2021-03-09 known=2021-03-11", "no"],
    [happened, "", "no"],
    [before, "contacted 2021-03-04", "yes"],
    [before, "contacted 2021-03-05", "no"],
    [before, "contacted 2021-03-08, contacted 2021-03-04", "yes"],
    [unless, "contacted 2021-03-04", "yes"],
    [unless, "contacted 2021-03-04, review-held 2021-03-03", "yes"],
    [unless, "review-held 2021-03-03", "no"],
  ])("%j, %s: %s", (condition, what, answer) => expect(when([condition], what)).toBe(answer));

  test("cannot be told where it could not be read", () => {
    expect(when([happened], "", { unreadable: ["contacted"] })).toBe("unknown");
    expect(when([unless], "", { unreadable: ["contacted"] })).toBe("unknown");
    expect(when([unless], "", { unreadable: ["review-held"] })).toBe("unknown");
    expect(when([happened], "contacted 2021-03-03", { unreadable: ["contacted"] })).toBe("yes");
    expect(when([unless], "review-held 2021-03-03", { unreadable: ["review-held"] })).toBe("no");
  });

  test("is open while neither it nor what rules it out is known, even when overdue", () => {
    const rule = { when: [unless], within: { days: 3 } };
    expect(verdictsOf(programmeOf(rule), "started 2021-03-01", BEFORE_DUE)).toEqual(["pending: not-yet-due"]);
    expect(verdictsOf(programmeOf(rule), "started 2021-03-01, contacted 2021-03-02", BEFORE_DUE)).toEqual([
      "not-met: not-done",
    ]);
  });
});

describe("of the anchor's date", () => {
  test.each<[condition: Rule, answer: string]>([
    [{ onOrAfter: "2021-03-01" }, "yes"],
    [{ onOrAfter: "2021-03-02" }, "no"],
    [{ onOrAfter: "2021-02-28" }, "yes"],
    [{ before: "2021-03-01" }, "no"],
    [{ before: "2021-03-02" }, "yes"],
    [{ before: "2021-02-28" }, "no"],
  ])("%j: %s", (condition, answer) => expect(when([condition])).toBe(answer));
});

describe("several conditions", () => {
  const YES = { onOrAfter: "2021-03-01" };
  const NO = { before: "2021-03-01" };
  const UNKNOWN = { group: ["young"] };
  const OPEN = { happened: ["contacted"], unless: ["review-held"] };
  test.each<[conditions: readonly Rule[], answer: string]>([
    [[], "yes"],
    [[YES, YES], "yes"],
    [[YES, NO], "no"],
    [[NO, YES], "no"],
    [[UNKNOWN, NO], "no"],
    [[NO, UNKNOWN], "no"],
    [[UNKNOWN, YES], "unknown"],
    [[YES, UNKNOWN], "unknown"],
    [[OPEN, UNKNOWN], "unknown"],
    [[UNKNOWN, OPEN], "unknown"],
  ])("must all hold: %j: %s", (conditions, answer) => expect(when(conditions)).toBe(answer));

  test("are open while one is, and none is unknown", () => {
    const pending = (conditions: readonly Rule[]) =>
      verdictsOf(programmeOf({ when: conditions, within: { days: 3 } }), "started 2021-03-01", BEFORE_DUE);
    expect(pending([YES, OPEN])).toEqual(["pending: not-yet-due"]);
    expect(pending([OPEN, YES])).toEqual(["pending: not-yet-due"]);
    expect(pending([YES, YES])).toEqual(["not-met: not-done"]);
    expect(pending([OPEN, NO])).toEqual(["not-applicable: condition"]);
  });
});
