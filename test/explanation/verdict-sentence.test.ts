import {
  amend,
  assess,
  defineProgramme,
  explain,
  type Journey,
  type JourneyEvent,
  type Programme,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { explainedOf } from "../compliance/own-rules.js";

/*
 * 2021 on a wall calendar: Thu 1 April; Good Friday 2; Easter Monday 5; Early May Mon 3 May; Spring Mon 31 May.
 * Mon 12 April starts a plain fortnight: 13(1) 14(2) 15(3) 16(4) 19(5) 20(6) 21(7) 22(8) 23(9) 26(10).
 */
const received: JourneyEvent = { kind: "referral-received", on: "2021-04-01" };
const started: JourneyEvent = { kind: "started", on: "2021-04-12" };
const say = (
  requirement: string,
  events: JourneyEvent[],
  asAt: string,
  options: { programme?: Programme; case?: number; attributes?: Record<string, string> } = {},
) => {
  const journey: Journey = { id: "R1", attributes: options.attributes ?? {}, events: [received, ...events] };
  return explainedOf(options.programme ?? whpJetsCv06, requirement, journey, { asAt }, options.case).sentence;
};

describe("a deadline says", () => {
  const anchor =
    "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count).";
  test.each([
    [
      "met with time to spare",
      "2021-04-06",
      "2021-04-30",
      "Acknowledged Tue 6 Apr 2021: met, one working day to spare.",
    ],
    ["met on the last day", "2021-04-07", "2021-04-30", "Acknowledged Wed 7 Apr 2021: met, on the last day."],
    ["late", "2021-04-12", "2021-04-30", "Acknowledged Mon 12 Apr 2021: not met, three working days late."],
    ["not done", undefined, "2021-04-30", "No acknowledgement by then: not met."],
    ["pending", undefined, "2021-04-06", "As at Tue 6 Apr 2021 still open, one working day left: pending."],
    [
      "pending on its last day",
      undefined,
      "2021-04-07",
      "As at Wed 7 Apr 2021 still open, due that day: pending.",
    ],
  ])("%s", (_name, on, asAt, end) => {
    const events = on === undefined ? [] : [{ kind: "referral-acknowledged", on }];
    expect(say("css-1/acknowledged", events, asAt)).toBe(`${anchor} ${end} [001 ¶38 item 1]`);
  });

  test("that its clock never started, and what it waits for", () =>
    expect(say("css-6/standards-provided", [], "2021-04-30")).toBe(
      '"Started" is not recorded, so the clock never started: not applicable. [001 ¶38 item 6]',
    ));

  test("that leaving excused it", () =>
    expect(say("css-7/finalised", [started, { kind: "left", on: "2021-04-20" }], "2021-04-30")).toBe(
      "Started Mon 12 Apr 2021. Ten working days later is Mon 26 Apr 2021 (two weekends do not count). Left Tue 20 Apr 2021, while it was still open: excused, not applicable. [001 ¶38 item 7]",
    ));

  test("that leaving on the very day it was due excuses nothing", () =>
    expect(say("css-7/finalised", [started, { kind: "left", on: "2021-04-26" }], "2021-04-30")).toBe(
      "Started Mon 12 Apr 2021. Ten working days later is Mon 26 Apr 2021 (two weekends do not count). No finalised action plan by then: not met. [001 ¶38 item 7]",
    ));

  test("that an explanation excused it", () =>
    expect(
      say(
        "css-9/follow-up",
        [
          started,
          { kind: "meeting-missed", on: "2021-04-21" },
          { kind: "absence-explained", on: "2021-04-22" },
        ],
        "2021-04-30",
      ),
    ).toBe(
      "Meeting missed Wed 21 Apr 2021. Two working days later is Fri 23 Apr 2021. Absence explained Thu 22 Apr 2021, while it was still open: excused, not applicable. [001 ¶38 item 9]",
    ));

  test("when a clock runs from the day something became known", () =>
    expect(
      say(
        "css-9/follow-up",
        [
          started,
          { kind: "meeting-missed", on: "2021-04-16", knownOn: "2021-04-20" },
          { kind: "contact-attempted", on: "2021-04-22" },
        ],
        "2021-04-30",
        {
          programme: withReadings(whpJetsCv06, { "missed-meeting-clock": "when-it-became-known" }),
        },
      ),
    ).toBe(
      "Meeting missed Fri 16 Apr 2021, known Tue 20 Apr 2021. Two working days later is Thu 22 Apr 2021. Contact attempted Thu 22 Apr 2021: met, on the last day. [001 ¶38 item 9]",
    ));

  test("that a receipt on a day off moved", () => {
    const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-03" }] };
    const programme = withReadings(whpJetsCv06, { "receipt-on-non-working-day": "next-working-day" });
    expect(explainedOf(programme, "css-1/acknowledged", journey, { asAt: "2021-04-07" }).sentence).toBe(
      "Referral received Sat 3 Apr 2021; that is not a working day (the weekend and Easter Monday do not count), so its clock starts Tue 6 Apr 2021. Two working days later is Thu 8 Apr 2021. As at Wed 7 Apr 2021 still open, one working day left: pending. [001 ¶38 item 1]",
    );
  });

  test("that the day itself was the first", () =>
    expect(
      say(
        "css-5/prap-update",
        [{ kind: "prap-updated", on: "2021-04-23", status: "started" }],
        "2021-04-30",
        { programme: withReadings(whpJetsCv06, { "counting-day": "day-1" }) },
      ),
    ).toBe(
      "Referral received Thu 1 Apr 2021. Counting that day as the first, the 15th working day is Fri 23 Apr 2021 (Good Friday, three weekends and Easter Monday do not count). PRaP updated Fri 23 Apr 2021: met, on the last day. [001 ¶38 item 5]",
    ));

  test("weeks without skipping, and rolled when the reading rolls them", () => {
    // Wed 5 May + 56 days: 26 days to 31 May, 30 of June: Wed 30 June.
    const left = [started, { kind: "left", on: "2021-05-05" }];
    expect(say("css-12/end-form", left, "2021-06-01")).toBe(
      "Left Wed 5 May 2021. Eight weeks later is Wed 30 Jun 2021. As at Tue 1 Jun 2021 still open, 29 days left: pending. [001 ¶38 item 12]",
    );
    // Left Sat 17 April: 56 days on is Sat 12 June, rolled to Mon 14 June.
    expect(
      say("css-12/end-form", [started, { kind: "left", on: "2021-04-17" }], "2021-06-13", {
        programme: withReadings(whpJetsCv06, { "weeks-roll": "rolled" }),
      }),
    ).toBe(
      "Left Sat 17 Apr 2021. Eight weeks later is Sat 12 Jun 2021; the next working day is Mon 14 Jun 2021 (the weekend does not count). As at Sun 13 Jun 2021 still open, one day left: pending. [001 ¶38 item 12]",
    );
  });
});

describe("a window before an event says", () => {
  // The last ten working days to Fri 18 June: 18 17 16 15 14, 11 10 9 8 7 June.
  const leaver = (on: string) => [
    started,
    { kind: "exit-report-provided", on },
    { kind: "left", on: "2021-06-18" },
  ];
  const window =
    "Left Fri 18 Jun 2021. The last ten working days up to and including Fri 18 Jun 2021 begin on Mon 7 Jun 2021 (the weekend does not count).";
  test("that it was done inside", () =>
    expect(say("css-10/before-leaving", leaver("2021-06-07"), "2021-06-30")).toBe(
      `${window} Exit report given Mon 7 Jun 2021: met. [001 ¶38 item 10]`,
    ));
  test("that it was done too early", () =>
    expect(say("css-10/before-leaving", leaver("2021-06-04"), "2021-06-30")).toBe(
      `${window} Exit report given Fri 4 Jun 2021, before the window opened: not met. [001 ¶38 item 10]`,
    ));
  test("that it does not apply to a leaver in work", () =>
    expect(
      say(
        "css-10/before-leaving",
        [started, { kind: "job-started", on: "2021-06-01" }, { kind: "left", on: "2021-06-18" }],
        "2021-06-30",
      ),
    ).toBe(
      `${window} This applies only when not in work (job started Tue 1 Jun 2021): not applicable. [001 ¶38 item 10]`,
    ));
});

describe("a contact due says", () => {
  const due =
    "Started Mon 12 Apr 2021. Ten working days later is Mon 26 Apr 2021 (two weekends do not count).";
  test("that it was made", () =>
    expect(say("css-8/contact", [started, { kind: "contacted", on: "2021-04-21" }], "2021-04-30")).toBe(
      `${due} Contacted Wed 21 Apr 2021: met, three working days to spare. [001 ¶38 item 8]`,
    ));
  test("that the clock stopped", () =>
    expect(
      say("css-8/contact", [started, { kind: "disengaged", on: "2021-04-20" }], "2021-04-30", {
        programme: withReadings(whpJetsCv06, { "stops-while-disengaged": "yes" }),
      }),
    ).toBe(`${due} Disengaged Tue 20 Apr 2021, which stops the clock: not applicable. [001 ¶38 item 8]`));
  test("that leaving ended it", () =>
    expect(say("css-8/contact", [started, { kind: "left", on: "2021-04-20" }], "2021-04-30")).toBe(
      `${due} Left Tue 20 Apr 2021, which ends it before it was due: not applicable. [001 ¶38 item 8]`,
    ));
  test("from which missed day the next one counts, at the gap agreed", () =>
    expect(
      say(
        "css-8/contact",
        [started, { kind: "contact-frequency-agreed", on: "2021-04-28", workingDays: 5 }],
        "2021-04-30",
        { case: 2 },
      ),
    ).toBe(
      // Mon 26 April + five working days: 27 28 29 30 April, Tue 4 May; after Fri 30 April only Tue 4 May is left.
      "The contact before was due Mon 26 Apr 2021. Five working days later, as agreed Wed 28 Apr 2021, is Tue 4 May 2021 (the weekend and Early May bank holiday do not count). As at Fri 30 Apr 2021 still open, one working day left: pending. [001 ¶38 item 8]",
    ));
});

describe("a record says", () => {
  const plan: JourneyEvent = { kind: "action-plan-finalised", on: "2021-04-20" };
  const attest = (part: string, holds: boolean): JourneyEvent => ({
    kind: "attested",
    on: "2021-04-28",
    requirement: "css-7/explored",
    part,
    holds,
    by: "reviewer-1",
  });
  const parts =
    "ambitions, goals and priorities were explored together and personal needs were explored together";
  test("that a person must look", () =>
    expect(say("css-7/explored", [started, plan], "2021-04-30")).toBe(
      `Action plan finalised Tue 20 Apr 2021. A person must look: ${parts}. Nobody has attested it: undetermined. [001 ¶38 item 7]`,
    ));
  test("that someone attested it, from the day they did", () => {
    const attested = [started, plan, attest("ambitions", true), attest("needs", true)];
    expect(say("css-7/explored", attested, "2021-04-30")).toBe(
      "Action plan finalised Tue 20 Apr 2021. Attested Wed 28 Apr 2021 that ambitions, goals and priorities were explored together and personal needs were explored together: met. [001 ¶38 item 7]",
    );
    expect(say("css-7/explored", attested, "2021-04-27")).toContain("undetermined");
  });
  test("that a part was found missing", () =>
    expect(
      say("css-7/explored", [started, plan, attest("ambitions", false), attest("needs", true)], "2021-04-30"),
    ).toBe(
      "Action plan finalised Tue 20 Apr 2021. Missing: ambitions, goals and priorities were explored together (as attested Wed 28 Apr 2021): not met. [001 ¶38 item 7]",
    ));
  test("that it is owed and not there", () =>
    expect(say("css-10/contents", [started, { kind: "left", on: "2021-06-18" }], "2021-06-30")).toBe(
      "Left Fri 18 Jun 2021. No exit report as at Wed 30 Jun 2021: not met. [001 ¶38 item 10]",
    ));
});

describe("a place in the backlog says", () => {
  test("that the referral is in it", () =>
    expect(say("css-2/backlog-share", [], "2021-04-08")).toBe(
      "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count): no acknowledgement. 15 working days after Thu 1 Apr 2021 is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count): no initial appointment and no PRaP update. In backlog as at Thu 8 Apr 2021: not met. [001 ¶38 item 2]",
    ));
  test("that it is not", () =>
    expect(say("css-2/backlog-share", [], "2021-04-07")).toBe(
      "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count): no acknowledgement. 15 working days after Thu 1 Apr 2021 is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count): no initial appointment and no PRaP update. Not in backlog as at Wed 7 Apr 2021: met. [001 ¶38 item 2]",
    ));
  test("that it is not among those counted", () =>
    expect(
      say("css-2/backlog-share", [], "2021-05-07", {
        programme: withReadings(whpJetsCv06, { "backlog-denominator": "received-in-month" }),
      }),
    ).toBe(
      "Referral received Thu 1 Apr 2021. Counted here are those received from Sat 1 May 2021 on: not applicable. [001 ¶38 item 2]",
    ));
});

describe("what cannot be told says why", () => {
  test("when a record cannot be read", () => {
    const journey = { id: "R1", events: [received], unreadable: ["referral-acknowledged"] };
    expect(explainedOf(whpJetsCv06, "css-1/acknowledged", journey, { asAt: "2021-04-30" }).sentence).toBe(
      'Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). A record of "Acknowledged" cannot be read or contradicts another: undetermined. [001 ¶38 item 1]',
    );
  });
  test("when the source withholds a value", () => {
    const programme = amend(whpJetsCv06, {
      id: "withheld",
      title: "A withheld length",
      basis: "assumed",
      changes: { set: { "css-7/finalised": { within: { open: "redacted" } } } },
    });
    expect(say("css-7/finalised", [started], "2021-04-30", { programme })).toBe(
      "Started Mon 12 Apr 2021. The source does not give css-7/finalised.within (redacted): undetermined until a variation supplies it. [001 ¶38 item 7]",
    );
  });
  test("when the date rests on bank holidays not published yet", () => {
    const journey = { id: "R1", events: [{ kind: "referral-received", on: "2028-12-29" }] };
    const { sentence } = explainedOf(whpJetsCv06, "css-1/acknowledged", journey, {
      asAt: "2028-12-29",
      beyondPublished: "project",
    });
    // 1 January 2029 is a Monday and New Year's Day: two working days after Fri 29 December is Wed 3 January.
    expect(sentence).toBe(
      "Referral received Fri 29 Dec 2028. Two working days later is Wed 3 Jan 2029 (the weekend and New Year’s Day do not count). As at Fri 29 Dec 2028 still open, two working days left: pending. Bank holidays so far ahead are not published yet: this date is projected. [001 ¶38 item 1]",
    );
  });
  test("when the same day needs a person", () => {
    const { edition, revision, title, standing, inForce, calendars, conventions, groups, events, sources } =
      whpJetsCv06;
    const programme = defineProgramme({
      ...{ edition, revision, title, standing, inForce, calendars, conventions, groups, events, sources },
      id: "ahead-of-work",
      standards: [
        {
          id: "own-1",
          title: "Talk before work starts",
          stage: "in-work-support",
          basis: "assumed",
          requirements: [
            {
              kind: "deadline",
              id: "own-1/talked",
              title: "In-work needs are discussed before the job starts",
              event: ["in-work-needs-discussed"],
              before: ["job-started"],
              sameDay: "needs-review",
              target: { every: true },
            },
          ],
        },
      ],
      readings: [],
      states: [],
      outcomes: [],
      stays: [],
    } as Programme);
    const talk = (on: string) =>
      say(
        "own-1/talked",
        [
          { kind: "in-work-needs-discussed", on },
          { kind: "job-started", on: "2021-04-20" },
        ],
        "2021-04-30",
        { programme },
      );
    expect(talk("2021-04-20")).toBe(
      "Job started Tue 20 Apr 2021. In-work needs discussed Tue 20 Apr 2021. A person must look: whether the same day was in time. Nobody has attested it: undetermined. [assumed]",
    );
    expect(talk("2021-04-19")).toBe(
      "Job started Tue 20 Apr 2021. In-work needs discussed Mon 19 Apr 2021: met. [assumed]",
    );
  });
});

test("explaining takes a finding as assess gives it", () => {
  const journey = { id: "R1", events: [received] };
  const [finding] = assess(whpJetsCv06, journey, { asAt: "2021-04-06" });
  expect(explain(whpJetsCv06, journey, finding!, { asAt: "2021-04-06" })).toMatchObject({
    verdict: "pending",
    spare: { count: 1, unit: "working day" },
    count: {
      from: "2021-04-01",
      to: "2021-04-07",
      skipped: [
        { on: "2021-04-02", because: { holiday: "Good Friday" } },
        { on: "2021-04-03", because: "weekend" },
        { on: "2021-04-04", because: "weekend" },
        { on: "2021-04-05", because: { holiday: "Easter Monday" } },
      ],
    },
  });
});
