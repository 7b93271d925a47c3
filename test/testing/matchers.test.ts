import {
  parseProgramme,
  report,
  whpCore,
  whpCoreCv04,
  whpJets,
  whpJetsCv06,
  withInForce,
} from "programme-rules";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { type AllowedReason, caseload, journey, matchers, rulesFor } from "programme-rules/testing";
import { describe, expect, test } from "vitest";

const asAt = "2021-04-30";
expect.extend(rulesFor(whpJetsCv06, { asAt }));
const jets = rulesFor(whpJetsCv06, { asAt });

/** Received Thursday 1 April 2021: Good Friday 2nd, Easter Monday 5th; Tue 6 is 1, Wed 7 is 2, Thu 8 is 3. */
const onTime = journey("R1").received("2021-04-01").acknowledged("+2wd");
const late = journey("R2").received("2021-04-01").acknowledged("+3wd");
/** Received Thu 29 April: Fri 30 is 1, Mon 3 May a bank holiday, Tue 4 is 2. */
const open = journey("R3").received("2021-04-29");
const mixed = (lateOnes: number, of = 200) =>
  caseload(
    [of - lateOnes, (each) => each.received("2021-04-01").acknowledged("+2wd")],
    [lateOnes, (each) => each.received("2021-04-01").acknowledged("+3wd")],
  );

const LATE =
  "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Thu 8 Apr 2021: not met, one working day late. [001 ¶38 item 1]";
const ON_TIME =
  "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Wed 7 Apr 2021: met, on the last day. [001 ¶38 item 1]";
const ONE_OF_MANY =
  "This is about one journey. The target, at least 99.5%, is of a caseload: to assert the standard, give expect() all the journeys.";
const said = (result: { message: () => string }) => result.message().split("\n");

describe("in vitest", () => {
  test("a journey that meets it", () => expect(onTime).toMeet("css-1/acknowledged"));
  test("one that does not", () => expect(late).not.toMeet("css-1/acknowledged"));
  test("another date for one call", () =>
    expect(open).toMeet("css-1/acknowledged", { asAt: "2021-04-30", allow: ["not-yet-due"] }));
  test("another programme for one call", () =>
    expect(onTime).toBeDueOn("css-3/prap-update", "2021-04-26", { programme: whpCoreCv04 }));
  test("the failure is thrown with the message", () =>
    expect(() => expect(late).toMeet("css-1/acknowledged")).toThrow(LATE));
  test("the failure of not", () =>
    expect(() => expect(onTime).not.toMeet("css-1/acknowledged")).toThrow("Expected R1 not to meet"));
});

describe("toMeet on a journey says, word for word", () => {
  test("that one late case is not met, and what the percentage is of", () => {
    expect(said(jets.toMeet(late, "css-1/acknowledged"))).toEqual([
      "Expected R2 to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
      "1 case: 1 not met.",
      `  R2: ${LATE}`,
      ONE_OF_MANY,
    ]);
  });

  test("that pending fails, and how to allow it", () => {
    expect(said(jets.toMeet(open, "css-1/acknowledged"))).toEqual([
      "Expected R3 to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
      "1 case: 1 pending.",
      "  R3: Referral received Thu 29 Apr 2021. Two working days later is Tue 4 May 2021 (the weekend and Early May bank holiday do not count). As at Fri 30 Apr 2021 still open, one working day left: pending. [001 ¶38 item 1]",
      'What is not settled fails unless it is allowed by name: { allow: ["not-yet-due"] }.',
      ONE_OF_MANY,
    ]);
  });

  test("that undetermined fails, and how to allow it", () => {
    const planned = onTime.started("+1wd").planFinalised("+2wd");
    expect(said(jets.toMeet(planned, "css-7/explored"))).toEqual([
      "Expected R1 to meet css-7/explored as at Fri 30 Apr 2021 (whp-jets cv06).",
      "1 case: 1 undetermined.",
      "  R1: Action plan finalised Wed 7 Apr 2021. A person must look: ambitions, goals and priorities were explored together and personal needs were explored together. Nobody has attested it: undetermined. [001 ¶38 item 7]",
      'What is not settled fails unless it is allowed by name: { allow: ["needs-review"] }.',
    ]);
  });

  test("that what does not apply shows nothing", () => {
    expect(said(jets.toMeet(onTime, "css-6/standards-provided"))).toEqual([
      "Expected R1 to meet css-6/standards-provided as at Fri 30 Apr 2021 (whp-jets cv06).",
      "1 case: 1 not applicable.",
      '  R1: "Started" is not recorded, so the clock never started: not applicable. [001 ¶38 item 6]',
      'No case applies, so nothing shows that it is met. Assert toHaveVerdict(…, "not-applicable"), or allow the reason by name.',
    ]);
  });

  test("and for not, that it is met", () => {
    expect(said(jets.toMeet(onTime, "css-1/acknowledged"))).toEqual([
      "Expected R1 not to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
      "1 case: 1 met.",
      `  R1: ${ON_TIME}`,
    ]);
  });

  test("of many cases, the first that fail", () => {
    const missed = journey("R4")
      .received("2021-03-01")
      .started("2021-03-01")
      .contacted("2021-03-15")
      .left("2021-04-13");
    expect(said(jets.toMeet(missed, "css-8/contact"))).toEqual([
      "Expected R4 to meet css-8/contact as at Fri 30 Apr 2021 (whp-jets cv06).",
      "3 cases: 1 met, 1 not met and 1 not applicable.",
      "  R4 case 2: Contacted Mon 15 Mar 2021. Ten working days later is Mon 29 Mar 2021 (two weekends do not count). No contact by then: not met. [001 ¶38 item 8]",
    ]);
  });
});

describe("toMeet on a caseload", () => {
  test("one late referral of 200 leaves 99.5% met; two do not", () => {
    expect(mixed(1)).toMeet("css-1/acknowledged");
    expect(mixed(2)).not.toMeet("css-1/acknowledged");
  });

  test("says, word for word, count, target, headroom and the first cases", () => {
    expect(said(jets.toMeet(mixed(10), "css-1/acknowledged"))).toEqual([
      "Expected 200 journeys to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
      "At least 99.5% are to be met: 190 of 200 are (95.0%), 10 not: not met; nine cases too many have failed.",
      "Counted 200, target at least 99.5%, headroom -9. [001 ¶38 item 1]",
      `  R191: ${LATE}`,
      `  R192: ${LATE}`,
      `  R193: ${LATE}`,
      "  and 7 more: R194, R195, R196, R197, R198, R199 …",
    ]);
  });

  test("and for not, the count", () => {
    expect(said(jets.toMeet(mixed(1), "css-1/acknowledged"))).toEqual([
      "Expected 200 journeys not to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
      "At least 99.5% are to be met: 199 of 200 are (99.5%), 1 not: met; none more may fail.",
    ]);
  });

  test("without a target it cannot be met, only reported", () => {
    expect(said(jets.toMeet([onTime], "css-5/appointment")).at(-1)).toBe(
      "It has no target: it is reported and not scored.",
    );
    expect([onTime]).toMeet("css-5/appointment", { allow: ["not-scored"] });
  });

  test("a withheld target is undetermined, until it is allowed", () => {
    const standards = whpJetsCv06.standards.map((standard) => ({
      ...standard,
      requirements: standard.requirements.map((rule) =>
        rule.id === "css-1/acknowledged" ? { ...rule, target: { atLeast: { open: "redacted" } } } : rule,
      ),
    }));
    const programme = parseProgramme({ ...whpJetsCv06, standards });
    expect(said(jets.toMeet([onTime], "css-1/acknowledged", { programme }))[2]).toBe(
      "Counted 1, target at least a share that is redacted. [001 ¶38 item 1]",
    );
    expect([onTime]).toMeet("css-1/acknowledged", { programme, allow: ["missing-parameter"] });
  });

  test("allowed cases are taken to succeed, others to fail", () => {
    const some = [...mixed(1, 2), open];
    expect(some).not.toMeet("css-1/acknowledged", { allow: ["not-yet-due"] });
    expect([onTime, open]).not.toMeet("css-1/acknowledged");
    expect([onTime, open]).not.toMeet("css-1/acknowledged", { allow: ["missing-data"] });
    expect([onTime, open]).toMeet("css-1/acknowledged", { allow: ["not-yet-due"] });
    expect([onTime, open]).toMeet("css-1/acknowledged", { allow: ["pending"] });
  });

  test("any iterable is a caseload, and so is what was read from rows", () => {
    expect(new Set([onTime])).toMeet("css-1/acknowledged");
    expect(mixed(1).values()).toMeet("css-1/acknowledged");
    expect({ journeys: [onTime], problems: [] }).toMeet("css-1/acknowledged");
  });

  test("nobody is nothing to count", () => {
    expect(said(jets.toMeet([], "css-1/acknowledged"))[1]).toBe("There is nothing to count: not applicable.");
    expect([]).not.toMeet("css-1/acknowledged");
  });
});

describe("toMeet on a report", () => {
  const made = report(whpJetsCv06, mixed(10), { asAt });

  test("needs neither programme nor date", () => {
    expect(said(matchers.toMeet(made, "css-1/acknowledged"))).toEqual([
      "Expected the report of 200 journeys to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
      "At least 99.5% are to be met: 190 of 200 are (95.0%), 10 not: not met; nine cases too many have failed.",
      "Counted 200, target at least 99.5%, headroom -9.",
      "  Not met: R191, R192, R193, R194, R195, R196 …",
    ]);
  });

  test("cites the programme when it has one", () => {
    expect(said(jets.toMeet(made, "css-1/acknowledged"))[2]).toBe(
      "Counted 200, target at least 99.5%, headroom -9. [001 ¶38 item 1]",
    );
  });

  test("split by provider, every part must meet it", () => {
    const two = [onTime.having({ provider: "north" }), late.having({ provider: "south" })];
    const split = report(whpJetsCv06, two, { asAt, by: "provider" });
    expect(said(jets.toMeet(split, "css-1/acknowledged")).slice(1)).toEqual([
      "css-1/acknowledged (south): At least 99.5% are to be met: 0 of 1 are (0.0%), 1 not: not met; one case too many has failed.",
      "Counted 1, target at least 99.5%, headroom -1. [001 ¶38 item 1]",
      "  Not met: R2",
    ]);
  });

  test("without a line for it there is a fault", () => {
    expect(() => jets.toMeet(made, "css-99/none")).toThrow(
      "Not accepted: a report without a line for css-99/none. Expected a report that was made with this requirement. Correct the id, or make the report without leaving the requirement out.",
    );
  });
});

describe("toMeetEveryStandard", () => {
  test("on a journey, what does not apply yet is no obstacle; what is open is", () => {
    const young = onTime.contacted("+1wd");
    expect(young).toMeetEveryStandard({ asAt: "2021-04-08", allow: ["not-yet-due"] });
    expect(young).not.toMeetEveryStandard({ asAt: "2021-04-08" });
    expect(journey("R9")).not.toMeetEveryStandard();
  });

  test("says, word for word, which are not", () => {
    expect(said(jets.toMeetEveryStandard(late.contacted("+1wd"), { asAt: "2021-04-12" }))).toEqual([
      "Expected R2 to meet every standard as at Mon 12 Apr 2021 (whp-jets cv06).",
      "4 of 16 requirements are not.",
      "css-1/acknowledged:",
      `  R2: ${LATE}`,
      "css-3/backlog-age:",
      "  R2: Referral received Thu 1 Apr 2021. 25 working days later is Tue 11 May 2021 (Good Friday, six weekends, Easter Monday and Early May bank holiday do not count). Acknowledged Thu 8 Apr 2021; no initial appointment; no PRaP update. As at Mon 12 Apr 2021 still open, 20 working days left: pending. [001 ¶38 item 3]",
      'What is not settled fails unless it is allowed by name: { allow: ["not-yet-due"] }.',
      "css-5/appointment:",
      "  R2: Referral received Thu 1 Apr 2021. 15 working days later is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count). As at Mon 12 Apr 2021 still open, ten working days left: pending. [001 ¶38 item 5]",
      'What is not settled fails unless it is allowed by name: { allow: ["not-yet-due"] }.',
      "Nor is css-5/prap-update.",
    ]);
  });

  test("on a caseload, by lines; a line without a target is only reported", () => {
    const whole = caseload(200, (each) =>
      each
        .received("2021-04-01")
        .acknowledged("+1wd")
        .contacted("+1wd")
        .prapUpdated("+15wd", "did-not-attend"),
    );
    expect(whole).toMeetEveryStandard();
    const oneLate = [...whole.slice(1), late.contacted("+1wd").prapUpdated("+2wd", "did-not-start")];
    expect(oneLate).toMeetEveryStandard();
    expect(oneLate).not.toMeetEveryStandard({ requirements: ["css-4/contacted"], asAt: "2021-04-01" });
  });

  test("with a contract's log, its own duties as well", () => {
    const young = [onTime.contacted("+1wd")];
    const contractLog = { id: "contract", events: [{ kind: "contract-started", on: "2021-02-01" }] };
    expect(young).toMeetEveryStandard({ asAt: "2021-04-08", allow: ["not-yet-due"] });
    expect(
      said(jets.toMeetEveryStandard(young, { asAt: "2021-04-08", allow: ["not-yet-due"], contractLog })),
    ).toEqual(expect.arrayContaining(["css-13/asked:", "css-13/template-a:", "css-14/template-b:"]));
  });

  test("of a report, every line; what nobody logged is undetermined", () => {
    const made = report(whpJetsCv06, [onTime.contacted("+1wd")], { asAt: "2021-04-08" });
    expect(made).not.toMeetEveryStandard({ allow: ["not-yet-due"] });
    expect(made).toMeetEveryStandard({ allow: ["not-yet-due", "missing-data"] });
  });

  test("of nobody, nothing", () => {
    expect(said(jets.toMeetEveryStandard([]))[1]).toBe(
      "No case of any standard applies, so nothing shows that they are met.",
    );
    expect(jets.toMeetEveryStandard(onTime, { requirements: ["css-1/acknowledged"] }).message()).toBe(
      "Expected R1 not to meet every standard as at Fri 30 Apr 2021 (whp-jets cv06).\nEach of 1 requirements is met, allowed or not applicable.",
    );
  });
});

describe("toBeDueOn", () => {
  test("says, word for word, when it is due instead", () => {
    expect(onTime).toBeDueOn("css-5/prap-update", "2021-04-26");
    expect(said(jets.toBeDueOn(onTime, "css-5/prap-update", "2021-04-27"))).toEqual([
      "Expected R1 to have css-5/prap-update due on Tue 27 Apr 2021, as at Fri 30 Apr 2021 (whp-jets cv06).",
      "It is due on Mon 26 Apr 2021.",
      "  R1: Referral received Thu 1 Apr 2021. 15 working days later is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count). No PRaP update by then: not met. [001 ¶38 item 5]",
    ]);
    expect(said(jets.toBeDueOn(onTime, "css-6/standards-provided", "2021-04-27")).slice(1)).toEqual([
      "It has no due date.",
      '  R1: "Started" is not recorded, so the clock never started: not applicable. [001 ¶38 item 6]',
    ]);
    expect(said(jets.toBeDueOn(onTime, "css-5/prap-update", "2021-04-26"))[0]).toBe(
      "Expected R1 not to have css-5/prap-update due on Mon 26 Apr 2021, as at Fri 30 Apr 2021 (whp-jets cv06).",
    );
  });

  test("any case of several, or the one asked for", () => {
    const contacts = journey("R5").received("2021-03-01").started("2021-03-01").contacted("2021-03-15");
    expect(contacts).toBeDueOn("css-8/contact", "2021-03-15");
    expect(contacts).toBeDueOn("css-8/contact", "2021-03-29");
    expect(contacts).toBeDueOn("css-8/contact", "2021-03-29", { case: 2 });
    expect(contacts).not.toBeDueOn("css-8/contact", "2021-03-29", { case: 1 });
  });

  test("only of one journey", () => {
    expect(() => jets.toBeDueOn([onTime], "css-5/prap-update", "2021-04-26")).toThrow(
      'Not accepted: a list. Expected one journey: a due date is a journey\'s. Give expect() a journey such as { id: "R1", events: [...] }, or a list of them.',
    );
  });
});

describe("toBeWithinBacklog", () => {
  const waiting = journey("R2").received("2021-04-01");
  const crowd = (waitingOnes: number) =>
    caseload(
      [100 - waitingOnes, (each) => each.received("2021-04-01").acknowledged("+2wd")],
      [waitingOnes, (each) => each.received("2021-04-01")],
    );

  test("of a journey: not in it as at the day", () => {
    expect(waiting).toBeWithinBacklog({ asAt: "2021-04-07" });
    expect(said(jets.toBeWithinBacklog(waiting, { asAt: "2021-04-08" }))).toEqual([
      "Expected R2 to be within backlog as at Thu 8 Apr 2021 (whp-jets cv06).",
      "  R2: Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count): no acknowledgement. 15 working days after Thu 1 Apr 2021 is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count): no initial appointment and no PRaP update. In backlog as at Thu 8 Apr 2021: not met. [001 ¶38 item 2]",
      "  R2 waits since Wed 7 Apr 2021, three working days after receipt: css-1/acknowledged",
    ]);
  });

  test("of a caseload: within the ceiling, 4 of 100 and not 5", () => {
    expect(crowd(4)).toBeWithinBacklog({ asAt: "2021-04-08" });
    expect(said(jets.toBeWithinBacklog(crowd(5), { asAt: "2021-04-08" }))).toEqual([
      "Expected 100 journeys to be within backlog as at Thu 8 Apr 2021 (whp-jets cv06).",
      "At most 4% may fail: 5 of 100 do (5.0%): not met; one case too many has failed.",
      "Counted 100, target at most 4%, headroom -1. [001 ¶38 item 2]",
      "  R096 waits since Wed 7 Apr 2021, three working days after receipt: css-1/acknowledged",
      "  R097 waits since Wed 7 Apr 2021, three working days after receipt: css-1/acknowledged",
      "  R098 waits since Wed 7 Apr 2021, three working days after receipt: css-1/acknowledged",
      "  and 2 more in backlog",
    ]);
    expect(said(jets.toBeWithinBacklog(crowd(4).values(), { asAt: "2021-04-08" }))[0]).toBe(
      "Expected 100 journeys not to be within backlog as at Thu 8 Apr 2021 (whp-jets cv06).",
    );
  });

  test("of a report", () => {
    expect(report(whpJetsCv06, crowd(4), { asAt: "2021-04-08" })).toBeWithinBacklog();
    expect(report(whpJetsCv06, crowd(5), { asAt: "2021-04-08" })).not.toBeWithinBacklog();
  });

  test("a programme without such a standard has none", () => {
    expect(() => jets.toBeWithinBacklog(onTime, { programme: workProgrammeRegimeV2 })).toThrow(
      "a state of work left",
    );
  });
});

describe("toConvert", () => {
  const started = journey("R1").received("2021-03-01").started("2021-03-08");

  test("of a journey says, word for word, where the outcome stands", () => {
    // Day 238 from 8 March 2021 is 1 November 2021.
    expect(started.milestoneReached("2021-11-01", "1000")).toConvert({ asAt: "2022-03-31" });
    expect(started.milestoneReached("2021-11-02", "1000")).not.toConvert({ asAt: "2022-03-31" });
    expect(said(jets.toConvert(started))).toEqual([
      "Expected R1 to convert as at Fri 30 Apr 2021 (whp-jets cv06).",
      "  R1: open (window-running); started Mon 8 Mar 2021, last qualifying day Mon 1 Nov 2021. [001 ¶20]",
    ]);
    expect(started).toConvert({ allow: ["window-running"] });
    expect(onTime).not.toConvert();
  });

  test("of a caseload: everyone who started, or a share", () => {
    const people = [
      started.milestoneReached("2021-06-01", "1000"),
      ...["R2", "R3", "R4", "R5", "R6", "R7"].map((id) => started.as(id)),
      journey("R8").received("2021-03-01"),
    ];
    expect(people).toConvert({ atLeast: "14%", asAt: "2022-03-31" });
    expect(said(jets.toConvert(people, { atLeast: "22%", asAt: "2022-03-31" }))).toEqual([
      "Expected 8 journeys to convert at least 22% of those who started as at Thu 31 Mar 2022 (whp-jets cv06).",
      "1 of 7 converted (14.3%).",
      "  R2: window closed (no-outcome); started Mon 8 Mar 2021, last qualifying day Mon 1 Nov 2021. [001 ¶20]",
      "  R3: window closed (no-outcome); started Mon 8 Mar 2021, last qualifying day Mon 1 Nov 2021. [001 ¶20]",
      "  R4: window closed (no-outcome); started Mon 8 Mar 2021, last qualifying day Mon 1 Nov 2021. [001 ¶20]",
      "  and R5, R6, R7",
    ]);
    expect(said(jets.toConvert(people))[0]).toBe(
      "Expected 8 journeys to convert, everyone who started, as at Fri 30 Apr 2021 (whp-jets cv06).",
    );
    expect(said(jets.toConvert([onTime]))[1]).toBe("Nobody started.");
    expect(() => jets.toConvert(people, { atLeast: "22" })).toThrow();
  });

  test("not of a report; of several editions only where it is known which is in force", () => {
    expect(() => jets.toConvert(report(whpJetsCv06, [], { asAt }))).toThrow("a report has no outcomes");
    expect(() => jets.toConvert(started, { programme: whpCore })).toThrow("withInForce");
    const known = withInForce(whpCore, { cv04: { from: "2020-10-05", until: "2021-12-31" } });
    expect(said(jets.toConvert(started, { programme: known, asAt: "2021-06-30" }))[1]).toContain("[001 ¶20]");
    expect(started.milestoneReached("2021-11-01", "1000")).toConvert({
      programme: whpJets,
      asAt: "2022-03-31",
    });
  });
});

describe("toHaveVerdict", () => {
  test("says, word for word, what it is instead", () => {
    expect(late).toHaveVerdict("css-1/acknowledged", "not-met", { reason: "late" });
    expect(late).not.toHaveVerdict("css-1/acknowledged", "not-met", { reason: "not-done" });
    expect(said(jets.toHaveVerdict(late, "css-1/acknowledged", "pending"))).toEqual([
      "Expected R2 to have the verdict pending on css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
      "1 case: 1 not met.",
      `  R2: ${LATE}`,
    ]);
    expect(said(jets.toHaveVerdict(late, "css-1/acknowledged", "not-met", { reason: "late" }))[0]).toBe(
      "Expected R2 not to have the verdict not met (late) on css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).",
    );
  });

  test("of each case, or of one", () => {
    const contacts = journey("R5").received("2021-03-01").started("2021-03-01").contacted("2021-03-15");
    expect(contacts).toHaveVerdict("css-8/contact", "met", { case: 1 });
    expect(contacts).not.toHaveVerdict("css-8/contact", "met");
  });

  test("of a caseload and a report, the line", () => {
    expect(mixed(2)).toHaveVerdict("css-1/acknowledged", "not-met");
    expect(report(whpJetsCv06, mixed(1), { asAt })).toHaveVerdict("css-5/appointment", "not-scored");
    expect([]).toHaveVerdict("css-1/acknowledged", "not-applicable", { reason: "nothing-to-count" });
  });

  test("a verdict that is none is refused", () => {
    expect(() => jets.toHaveVerdict(late, "css-1/acknowledged", "breach" as never)).toThrow(
      'Not accepted: the verdict "breach". Expected met, not-met, pending, not-applicable, undetermined, not-scored. Name a verdict; its reason goes into the options: { reason: "late" }.',
    );
  });
});

describe("toHaveNoProblems", () => {
  test("says, word for word, what is wrong, and shows no value", () => {
    expect(onTime).toHaveNoProblems();
    expect(said(jets.toHaveNoProblems([late.started("-1wd")]))).toEqual([
      "Expected 1 journey to have no problems in the data as at Fri 30 Apr 2021 (whp-jets cv06).",
      "  R2: started is dated before referral-received, which it cannot come before. Nothing is done by it, and what depends on started is undetermined until a date is corrected. (journey/impossible-order)",
    ]);
    const secret = { id: "R1", events: [{ kind: "secret", on: "2021-04-01" }] };
    expect(jets.toHaveNoProblems(secret).message()).not.toContain("secret");
    expect(report(whpJetsCv06, [onTime, onTime], { asAt })).not.toHaveNoProblems();
  });
});

describe("a history", () => {
  const known = withInForce(whpCore, { cv04: { from: "2020-10-05", until: "2021-12-31" } });

  test("is judged by the edition in force, and says its name and source", () => {
    expect(onTime).toMeet("css-1/acknowledged", { programme: known });
    expect(said(jets.toMeet(late, "css-1/acknowledged", { programme: known })).slice(0, 3)).toEqual([
      "Expected R2 to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-core).",
      "1 case: 1 not met.",
      `  R2: ${LATE.replace("¶38", "¶37")}`,
    ]);
    expect([onTime]).toMeet("css-1/acknowledged", { programme: known, allow: ["not-applicable"] });
    expect(onTime).toBeDueOn("css-3/prap-update", "2021-04-26", { programme: known });
  });
});

describe("the caller's mistakes are faults, not failures", () => {
  test.each([
    [
      () => matchers.toMeet(onTime, "css-1/acknowledged"),
      "Not accepted: no programme. Expected a programme or a history, such as whpJetsCv06. Give it to rulesFor(programme, { asAt }), or to this one call as { programme, asAt }.",
    ],
    [
      () => rulesFor(whpJetsCv06).toMeet(onTime, "css-1/acknowledged"),
      'Not accepted: no as-at date. Expected a date such as "2021-06-30". Give rulesFor, or this one call, { asAt }: a matcher never reads the clock.',
    ],
    [
      () => jets.toMeet(onTime, "css-1/acknowleged"),
      'Not accepted: the requirement "css-1/acknowleged", which whp-jets cv06 does not have. Did you mean css-1/acknowledged?',
    ],
    [
      () => jets.toMeet(onTime, "css-1/acknowledged", { allow: ["late" as AllowedReason] }),
      'Not accepted: "late" as allow[0]. Expected not-yet-due, missing-data, missing-parameter,',
    ],
    [
      () => jets.toMeet(onTime, "css-14/template-b"),
      "Not accepted: one journey for css-14/template-b, which no journey has a case of. Expected a caseload with { contractLog }, or the report of one. Assert what is about a contract or a site on a caseload and its contract log.",
    ],
    [
      () => jets.toMeet("R1", "css-1/acknowledged"),
      "Not accepted: text. Expected a journey, a list of journeys, or what report() gives.",
    ],
    [
      () => jets.toMeet(undefined, "css-1/acknowledged"),
      "Not accepted: undefined (undefined). Expected a journey",
    ],
    [
      () => jets.toMeetEveryStandard(onTime, { requirements: ["css-1"] }),
      'Not accepted: the requirement "css-1", which whp-jets cv06 does not have.',
    ],
    [() => jets.toBeDueOn(onTime, "css-1/acknowledged", "soon"), "a date as text"],
    [
      () => jets.toHaveVerdict(onTime, "css-1/acknowledged", "notmet" as "not-met"),
      'Not accepted: the verdict "notmet". Did you mean not-met?',
    ],
  ])("%#", (act, message) => expect(act).toThrow(message));
});

test("long ids are cut short in messages", () => {
  const long = late.as("x".repeat(60));
  expect(said(jets.toMeet(long, "css-1/acknowledged"))[0]).toBe(
    `Expected ${"x".repeat(39)}… to meet css-1/acknowledged as at Fri 30 Apr 2021 (whp-jets cv06).`,
  );
});
