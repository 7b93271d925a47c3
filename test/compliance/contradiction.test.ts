import {
  assessIndicators,
  assessOutcome,
  type Journey,
  report,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { cohortTable } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { type About, explainedOf, journeyOf, verdicts, withRule } from "./own-rules.js";

const AS_AT = "2021-06-30";
const UNKNOWN = "undetermined: missing-data";
/** One provider stops the clock while someone is disengaged. */
const practice = withReadings(whpJetsCv06, { "stops-while-disengaged": "yes" });
const jets = (requirement: string, when: string, about: About = {}) =>
  verdicts(practice, requirement, journeyOf(when, about), AS_AT);

describe("a start dated before the receipt: one of the two dates is wrong", () => {
  const when = "referral-received 2021-03-10, started 2021-03-01";
  const all = `${when}, referral-acknowledged 2021-03-12, standards-provided 2021-03-02, action-plan-finalised 2021-03-12, contacted 2021-03-12`;

  test.each(["css-6/standards-provided", "css-7/finalised", "css-11/start-form"])(
    "whether %s was in time after it is undetermined, done or not",
    (requirement) => {
      expect(jets(requirement, when)).toEqual([UNKNOWN]);
      expect(jets(requirement, `${all}, esf-start-form-sent 2021-03-03`)).toEqual([UNKNOWN]);
    },
  );
  test("as is every contact, made or not", () => {
    const found = jets("css-8/contact", all);
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found)).toEqual(new Set([UNKNOWN]));
  });
  test("what is counted from the receipt stands", () =>
    expect(jets("css-1/acknowledged", all)).toEqual(["met"]));

  const reached = { kind: "milestone-reached", milestone: "1000", on: "2021-04-30" };
  const journey: Journey = { id: "R1", events: [...journeyOf(all).events, reached] };

  test("an outcome counted from it is undetermined, and nobody drops out of a denominator", () => {
    expect(assessOutcome(whpJetsCv06, journey, { asAt: AS_AT })).toMatchObject({
      status: "undetermined",
      reason: "missing-data",
    });
    // Received in the right order, the same outcome counts.
    const right = {
      ...journey,
      events: [...journeyOf("referral-received 2021-02-24, started 2021-03-01").events, reached],
    };
    expect(assessOutcome(whpJetsCv06, right, { asAt: AS_AT }).status).toBe("converted");
    const { rows, unplaced } = cohortTable(whpJetsCv06, [journey, { ...right, id: "R2" }], {
      asAt: "2022-06-30",
    });
    expect(rows).toMatchObject([
      { month: "2021-03", starts: 2, outcomes: 1, undetermined: 1, mature: { count: 1, of: 2 } },
    ]);
    expect(unplaced).toEqual({ notStarted: 0, undetermined: 0, notApplicable: 0 });
  });
  test("and so are the indicators", () => {
    const found = assessIndicators(whpJetsCv06, journey, { asAt: AS_AT });
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(["undetermined"]));
  });
  test("a report says so, and counts the case", () => {
    const [line] = report(whpJetsCv06, [journey], { asAt: AS_AT, requirements: ["css-7/finalised"] }).lines;
    expect(line).toMatchObject({ counted: 1, met: 0, undetermined: 1, verdict: "undetermined" });
  });
});

describe("a leaving dated before the start", () => {
  const when = "referral-received 2021-03-01, started 2021-03-15, left 2021-03-10";

  test("excuses nothing: the plan that is missing may be owed", () => {
    expect(jets("css-7/finalised", when)).toEqual([UNKNOWN]);
    expect(jets("css-7/finalised", when.replace("left 2021-03-10", "left 2021-03-17"))).toEqual([
      "not-applicable: excused",
    ]);
  });
  test("leaves what was done in time as it is", () =>
    expect(jets("css-7/finalised", `${when}, action-plan-finalised 2021-03-29`)).toEqual(["met"]));
  test("dates nothing that is owed after it, sent or not", () => {
    expect(jets("css-12/end-form", when)).toEqual([UNKNOWN]);
    expect(jets("css-12/end-form", `${when}, esf-end-form-sent 2021-03-20`)).toEqual([UNKNOWN]);
  });
});

describe("contacts, where a record of what ends or stops them is there and cannot be read", () => {
  // From Monday 1 March contacts are due on the 15th and, after the one on the 12th, on the 26th.
  const when = "referral-received 2021-02-24, started 2021-03-01, contacted 2021-03-12";

  test("one that was made is made", () =>
    expect(jets("css-8/contact", `${when}, left 2021-03-20`, { unreadable: ["left"] })[0]).toBe("met"));
  test.each([
    ["left", "state-ended"],
    ["disengaged", "stopped"],
  ])("whether the next was still owed after %s is undetermined", (kind, reason) => {
    const ended = `${when}, ${kind} 2021-03-20`;
    expect(jets("css-8/contact", ended)[1]).toBe(`not-applicable: ${reason}`);
    expect(jets("css-8/contact", ended, { unreadable: [kind] })[1]).toBe(UNKNOWN);
    expect(jets("css-8/contact", ended, { unreadable: ["contacted"] })[1]).toBe(`not-applicable: ${reason}`);
  });
});

/** Contacted within two working days of the receipt, a Monday, under a rule of one's own. */
const own = (more: object, when: string, ...unreadable: string[]) => {
  const rule = {
    kind: "deadline",
    event: ["contacted"],
    after: ["referral-received"],
    within: { workingDays: 2 },
    target: { every: true },
    ...more,
  };
  const journey = journeyOf(`referral-received 2021-03-01, ${when}`, { unreadable });
  return verdicts(withRule(rule), "own/rule", journey, AS_AT);
};

test("an excuse that cannot be read excuses nothing; another one does", () => {
  const rule = { excusedBy: ["initial-appointment", "started"] };
  expect(own(rule, "started 2021-03-02")).toEqual(["not-applicable: excused"]);
  expect(own(rule, "started 2021-03-02", "started")).toEqual([UNKNOWN]);
  expect(own(rule, "started 2021-03-02, initial-appointment 2021-03-03", "started")).toEqual([
    "not-applicable: excused",
  ]);
});

test("whether something happened before a date cannot be told where its day cannot be read", () => {
  const rule = { when: [{ happened: ["started"], before: "2021-04-01" }] };
  expect(own(rule, "started 2021-03-31")).toEqual(["not-met: not-done"]);
  expect(own(rule, "started 2021-04-01")).toEqual(["not-applicable: condition"]);
  expect(own(rule, "started 2021-03-31", "started")).toEqual([UNKNOWN]);
  expect(own(rule, "started 2021-04-01", "started")).toEqual([UNKNOWN]);
});

test("an attribute that decides what is counted from is named where it cannot be read", () => {
  // ESF provision counts from the eligibility meeting, any other from the start.
  const journey = journeyOf(
    "referral-received 2021-04-01, started 2021-04-12, esf-start-form-sent 2021-04-14",
  );
  const of = (unreadable: string[]) =>
    explainedOf(whpJetsCv06, "css-11/start-form", { ...journey, unreadable }, { asAt: AS_AT });
  expect(of([]).sentence).toContain("ESF start form sent Wed 14 Apr 2021: met");
  expect(of(["provision"]).sentence).toBe(
    "Started Mon 12 Apr 2021. Five working days later is Mon 19 Apr 2021 (the weekend does not count). Its provision cannot be read: undetermined. [001 ¶38 item 11]",
  );
  expect(of(["provision", "esf-start-form-sent"]).sentence).toContain("and its provision cannot be read:");
  expect(of(["nation"]).sentence).not.toContain("cannot be read");
});
