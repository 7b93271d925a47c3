import { type Requirement, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { type About, explained, findings, journeyOf, verdicts, withRules } from "../own-rules.js";

const jets = (requirement: string, when: string, asAt: string) =>
  verdicts(whpJetsCv06, requirement, journeyOf(when), asAt);
const said = (requirement: string, when: string, asAt: string) =>
  explained(whpJetsCv06, requirement, when, asAt).sentence;

// The published bank holidays end with 2028: Mon 25 and Tue 26 December are two, Fri 29 is the last working day.
describe("where the known bank holidays end", () => {
  test("a due day that is still known is due", () => {
    // Received Wed 27: Thu 28 is one, Fri 29 two.
    const received = "referral-received 2028-12-27";
    expect(jets("css-1/acknowledged", `${received}, referral-acknowledged 2028-12-29`, "2028-12-31")).toEqual(
      ["met"],
    );
    expect(jets("css-1/acknowledged", received, "2028-12-29")).toEqual(["pending: not-yet-due"]);
    expect(jets("css-1/acknowledged", received, "2028-12-30")).toEqual(["not-met: not-done"]);
  });

  test("what is due after them and not done is pending, not met", () => {
    const started = "referral-received 2028-12-01, started 2028-12-29";
    expect(jets("css-7/finalised", started, "2028-12-31")).toEqual(["pending: not-yet-due"]);
    expect(said("css-7/finalised", started, "2028-12-31")).toBe(
      "Started Fri 29 Dec 2028. As at Sun 31 Dec 2028 still open: pending. [001 ¶38 item 7]",
    );
  });

  test("what is due after them and done is met, whatever the day will be", () => {
    const done = "referral-received 2028-12-01, started 2028-12-29, action-plan-finalised 2028-12-30";
    expect(jets("css-7/finalised", done, "2028-12-31")).toEqual(["met"]);
  });

  test("a backlog is told without due days that nobody knows", () =>
    expect(said("css-2/backlog-share", "referral-received 2028-12-28", "2028-12-31")).toBe(
      "Referral received Thu 28 Dec 2028. No acknowledgement, no initial appointment and no PRaP update. Not in backlog as at Sun 31 Dec 2028: met. [001 ¶38 item 2]",
    ));
});

// They begin with 2011, on a Saturday; Mon 3 January is a holiday, so Tue 4 is the first working day.
describe("where the known bank holidays begin", () => {
  const before = "referral-received 2010-12-30, referral-acknowledged 2010-12-31";

  test("working days from the first day on are counted", () => {
    const [found] = findings(
      whpJetsCv06,
      "css-1/acknowledged",
      journeyOf("referral-received 2011-01-01"),
      "2011-01-06",
    );
    expect(found).toMatchObject({ verdict: "not-met", dueOn: "2011-01-05" });
  });

  test("working days from a day before them cannot be counted, and the sentence says so", () => {
    expect(jets("css-1/acknowledged", before, "2011-01-31")).toEqual(["undetermined: missing-data"]);
    expect(jets("css-1/acknowledged", "referral-received 2010-12-31", "2011-01-31")).toEqual([
      "undetermined: missing-data",
    ]);
    expect(said("css-1/acknowledged", before, "2011-01-31")).toBe(
      "Referral received Thu 30 Dec 2010. Bank holidays before Sat 1 Jan 2011 are not known, so no working day can be counted: undetermined. [001 ¶38 item 1]",
    );
  });

  test("weeks need no bank holidays", () => {
    // Eight weeks after Wed 1 December 2010 is Wed 26 January 2011.
    const left = "referral-received 2010-08-02, started 2010-08-02, left 2010-12-01";
    expect(jets("css-12/end-form", `${left}, esf-end-form-sent 2011-01-26`, "2011-01-31")).toEqual(["met"]);
    expect(jets("css-12/end-form", `${left}, esf-end-form-sent 2010-12-15`, "2011-01-31")).toEqual(["met"]);
    expect(jets("css-12/end-form", `${left}, esf-end-form-sent 2011-01-27`, "2011-01-31")).toEqual([
      "not-met: late",
    ]);
  });

  // Left Fri 7 January 2011: 7, 6, 5 and 4 are four of the last ten working days; the others lie in 2010.
  describe("a window that opens before them", () => {
    const started = "referral-received 2010-10-01, started 2010-10-04";
    const leaver = (report: string, left = "2011-01-07") =>
      jets("css-10/before-leaving", `${started}, exit-report-provided ${report}, left ${left}`, "2011-01-31");
    test("holds every day from their first on", () => {
      expect(leaver("2011-01-01")).toEqual(["met"]);
      expect(leaver("2011-01-07")).toEqual(["met"]);
    });
    test("may or may not hold an earlier one", () => {
      expect(leaver("2010-12-31")).toEqual(["undetermined: missing-data"]);
      expect(leaver("2010-12-29", "2010-12-30")).toEqual(["undetermined: missing-data"]);
    });
    test("is missed all the same when nothing was done, or done afterwards", () => {
      expect(leaver("2011-01-10")).toEqual(["not-met: late"]);
      const nothing = `${started}, left 2011-01-07`;
      expect(jets("css-10/before-leaving", nothing, "2011-01-31")).toEqual(["not-met: not-done"]);
      expect(said("css-10/before-leaving", nothing, "2011-01-31")).toBe(
        "Left Fri 7 Jan 2011. No exit report by then: not met. [001 ¶38 item 10]",
      );
    });
    test("is told as what nobody can count", () =>
      expect(
        said(
          "css-10/before-leaving",
          `${started}, exit-report-provided 2010-12-31, left 2011-01-07`,
          "2011-01-31",
        ),
      ).toBe(
        "Left Fri 7 Jan 2011. Bank holidays before Sat 1 Jan 2011 are not known, so no working day can be counted: undetermined. [001 ¶38 item 10]",
      ));
  });
});

describe("a condition that the data does not settle", () => {
  const rule: Requirement = {
    kind: "deadline",
    id: "own/call",
    title: "Who asked to be called is called within five working days",
    event: ["contacted"],
    after: ["started"],
    within: { workingDays: 5 },
    when: [{ attribute: "asked", is: [true] }],
    target: { every: true },
    basis: "assumed",
  };
  const programme = withRules([rule]);
  const call = (when: string, about: About = {}) =>
    verdicts(programme, "own/call", journeyOf(`started 2021-03-01${when}`, about), "2021-04-30");
  test("leaves it undetermined, done or not", () => {
    expect(call("")).toEqual(["undetermined: missing-data"]);
    expect(call(", contacted 2021-03-02")).toEqual(["undetermined: missing-data"]);
  });
  test("decides it once it is known", () => {
    expect(call("", { attributes: { asked: true } })).toEqual(["not-met: not-done"]);
    expect(call("", { attributes: { asked: false } })).toEqual(["not-applicable: condition"]);
  });
});

test("what came too early shows it", () => {
  // The last ten working days to Fri 30 April 2021 begin on Mon 19.
  const journey = journeyOf("started 2021-04-16, exit-report-provided 2021-04-16, left 2021-04-30");
  const [found] = findings(whpJetsCv06, "css-10/before-leaving", journey, "2021-05-10");
  expect(found).toMatchObject({
    verdict: "not-met",
    reason: "outside-window",
    opensOn: "2021-04-19",
    evidence: [2, 1],
  });
});

test("a clock that never started has neither days nor evidence", () =>
  expect(
    findings(whpJetsCv06, "css-7/finalised", journeyOf("referral-received 2021-03-01"), "2021-04-30"),
  ).toStrictEqual([
    {
      journey: "R1",
      standard: "css-7",
      requirement: "css-7/finalised",
      case: 1,
      verdict: "not-applicable",
      reason: "clock-never-started",
      evidence: [],
    },
  ]));
