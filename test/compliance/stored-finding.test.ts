import {
  acrossReadings,
  amend,
  assess,
  explain,
  type Finding,
  type Journey,
  type JourneyEvent,
  whpJets,
  whpJetsCv06,
  withInForce,
  withReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { findings, journeyOf } from "./own-rules.js";

/*
 * 2021 on a wall calendar: Thu 1 April; Good Friday 2; Easter Monday 5. Received Thu 1, acknowledgement is due Wed 7.
 * A meeting missed is followed up within two working days.
 */
const RECEIVED = "referral-received 2021-04-01";
const ACKNOWLEDGED = "css-1/acknowledged";
const FOLLOW_UP = "css-9/follow-up";
const TODO =
  "Events were entered or withdrawn since, its attributes or what is not recorded of it were lost, or it was made as at another date or with another edition, reading or list of bank holidays. Assess again, or explain with the as-at date and the programme of the receipt.";

/** What was stored of a journey, as it comes back from a database. */
function stored(requirement: string, when: string, asAt: string, at = 1): Finding {
  const finding = findings(whpJetsCv06, requirement, journeyOf(when), asAt)[at - 1];
  return JSON.parse(JSON.stringify(finding));
}

const sentence = (finding: Finding, when: string, asAt: string) =>
  explain(whpJetsCv06, journeyOf(when), finding, { asAt }).sentence;
const refused = (finding: Finding, when: string, asAt: string) =>
  messageOf(() => sentence(finding, when, asAt));

describe("a stored finding is explained as long as the journey gives it", () => {
  const missed = `${RECEIVED}, started 2021-04-12, meeting-missed 2021-04-19, meeting-missed 2021-04-26`;

  test("after it was text", () =>
    expect(sentence(stored(ACKNOWLEDGED, RECEIVED, "2021-04-30"), RECEIVED, "2021-04-30")).toContain(
      "No acknowledgement by then: not met.",
    ));

  test("as at a later date, where nothing of it changed", () =>
    expect(sentence(stored(ACKNOWLEDGED, RECEIVED, "2021-04-08"), RECEIVED, "2021-04-30")).toContain(
      "not met",
    ));

  test("whatever was entered that it does not rest on, wherever it stands among the events", () => {
    const finding = stored(FOLLOW_UP, missed, "2021-05-31", 2);
    const later = journeyOf(`job-started 2021-05-20, ${missed}`);
    const [, now] = findings(whpJetsCv06, FOLLOW_UP, later, "2021-05-31");
    expect(now!.evidence).not.toEqual(finding.evidence);
    expect(explain(whpJetsCv06, later, finding, { asAt: "2021-05-31" }).verdict).toBe("not-met");
  });

  test("without its evidence, with a sentence beside it, and with null for what is not there", () => {
    const { evidence: _evidence, ...finding } = stored(ACKNOWLEDGED, RECEIVED, "2021-04-30");
    const row = { ...finding, doneOn: null, workingDaysLate: null, projected: null, sentence: "…" };
    expect(
      explain(whpJetsCv06, journeyOf(RECEIVED), row as unknown as Finding, { asAt: "2021-04-30" }).verdict,
    ).toBe("not-met");
  });

  test("the worst of a requirement that readings were compared for, under each reading of its own", () => {
    const journey = journeyOf("referral-received 2021-03-28, referral-acknowledged 2021-03-31");
    const options = { asAt: "2021-04-30" };
    const across = acrossReadings(whpJetsCv06, journey, options).find(
      ({ requirement }) => requirement === ACKNOWLEDGED,
    )!;
    const ways = [{ answers: {}, sentence: across.sentence }, ...across.dependsOn];
    expect(ways.length).toBeGreaterThan(1);
    for (const way of ways) {
      const read = withReadings(whpJetsCv06, way.answers);
      const [finding] = findings(read, ACKNOWLEDGED, journey, options.asAt);
      expect(explain(read, journey, finding!, options).sentence).toBe(way.sentence);
    }
  });
});

describe("a stored finding that the journey would not give is refused, with both", () => {
  test("where it was acknowledged in time, and that was entered later", () =>
    expect(
      refused(
        stored(ACKNOWLEDGED, RECEIVED, "2021-04-30"),
        `${RECEIVED}, referral-acknowledged 2021-04-06`,
        "2021-04-30",
      ),
    ).toEqual({
      code: "compliance/no-such-finding",
      message: `This journey, as at 2021-04-30, does not give the finding of css-1/acknowledged. Stored: case 1, not-met (not-done), from referral-received 2021-04-01, due 2021-04-07. Now: case 1, met, from referral-received 2021-04-01, due 2021-04-07, done 2021-04-06. ${TODO}`,
    }));

  test("where it was acknowledged late", () =>
    expect(
      refused(
        stored(ACKNOWLEDGED, RECEIVED, "2021-04-30"),
        `${RECEIVED}, referral-acknowledged 2021-04-09`,
        "2021-04-30",
      ).message,
    ).toContain(
      "Now: case 1, not-met (late), from referral-received 2021-04-01, due 2021-04-07, done 2021-04-09, working days late: 2.",
    ));

  test("as at another date, where the verdict changed since", () =>
    expect(refused(stored(ACKNOWLEDGED, RECEIVED, "2021-04-07"), RECEIVED, "2021-04-08").message).toMatch(
      /Stored: case 1, pending \(not-yet-due\), .* Now: case 1, not-met \(not-done\), /,
    ));

  test("where the verdict is the same and the day it was done is not", () => {
    const finding = stored(ACKNOWLEDGED, `${RECEIVED}, referral-acknowledged 2021-04-07`, "2021-04-30");
    const now = `${RECEIVED}, referral-acknowledged 2021-04-06`;
    expect(refused(finding, now, "2021-04-30").message).toMatch(
      /Stored: .* done 2021-04-07[.] Now: .* done 2021-04-06[.]/,
    );
  });

  test("under another reading", () => {
    const read = withReadings(whpJetsCv06, { "counting-day": "day-1" });
    const finding = stored(ACKNOWLEDGED, RECEIVED, "2021-04-30");
    expect(
      messageOf(() => explain(read, journeyOf(RECEIVED), finding, { asAt: "2021-04-30" })).message,
    ).toMatch(/Stored: .* due 2021-04-07[.] Now: .* due 2021-04-06[.]/);
  });

  test("where an earlier event was entered since, with the number it has now", () => {
    const finding = stored(
      FOLLOW_UP,
      `${RECEIVED}, started 2021-04-12, meeting-missed 2021-04-19, meeting-missed 2021-04-26`,
      "2021-05-31",
      2,
    );
    const now = `${RECEIVED}, started 2021-04-12, meeting-missed 2021-04-19, meeting-missed 2021-04-22, meeting-missed 2021-04-26`;
    expect(refused(finding, now, "2021-05-31").message).toContain(
      "Stored: case 2, not-met (not-done), from meeting-missed 2021-04-26, due 2021-04-28. Now: case 3, not-met (not-done), from meeting-missed 2021-04-26, due 2021-04-28.",
    );
  });

  test("where its event was withdrawn", () => {
    const meeting = { kind: "meeting-missed", on: "2021-04-26", id: "m2" };
    const journey = (...more: JourneyEvent[]): Journey => ({
      id: "R1",
      events: [
        ...journeyOf(`${RECEIVED}, started 2021-04-12, meeting-missed 2021-04-19`).events,
        meeting,
        ...more,
      ],
    });
    const [, second] = findings(whpJetsCv06, FOLLOW_UP, journey(), "2021-05-31");
    const now = journey({ kind: "retracted", on: "2021-05-20", of: "m2" });
    expect(messageOf(() => explain(whpJetsCv06, now, second!, { asAt: "2021-05-31" })).message).toContain(
      "Now: no case 2, of 1 in all.",
    );
    // As at the day before the withdrawal the meeting still stands.
    expect(explain(whpJetsCv06, now, second!, { asAt: "2021-05-19" }).verdict).toBe("not-met");
  });

  test("in the middle of a change of edition, by the edition of its own anchor", () => {
    const second = {
      ...amend(whpJetsCv06, {
        id: "one-day",
        title: "One day",
        basis: "assumed",
        changes: { set: { [ACKNOWLEDGED]: { within: { workingDays: 1 } } } },
      }),
      edition: "two",
    };
    const editions = (from: string, until: string) =>
      withInForce(
        { ...whpJets, usual: "cv06", editions: [whpJetsCv06, second] },
        { cv06: { from: "2021-01-01", until }, two: { from, until: "2021-12-31" } },
      );
    const options = { asAt: "2021-04-30" };
    const journey = journeyOf(RECEIVED);
    const may = editions("2021-05-01", "2021-04-30");
    const [finding] = assess(may, journey, options);
    expect(explain(may, journey, finding!, options).dueOn).toBe("2021-04-07");
    expect(
      messageOf(() => explain(editions("2021-04-01", "2021-03-31"), journey, finding!, options)).message,
    ).toMatch(/Stored: .* due 2021-04-07[.] Now: .* due 2021-04-06[.]/);
  });
});

describe("what is no finding of the journey is refused", () => {
  const finding = stored(ACKNOWLEDGED, RECEIVED, "2021-04-30");
  const fault = (wrong: object) => refused({ ...finding, ...wrong }, RECEIVED, "2021-04-30");

  test("of another journey", () =>
    expect(fault({ journey: "R2" })).toEqual({
      code: "compliance/other-journey",
      message:
        'Not accepted: a finding of the journey "R2". Expected a finding of the journey "R1". Explain it with the journey it was made of.',
    }));

  test("of a requirement that the programme does not have, with the one that may be meant", () => {
    expect(fault({ requirement: "css-1/acknowleged" })).toMatchObject({
      code: "compliance/unknown-requirement",
      message: expect.stringContaining("Did you mean css-1/acknowledged?"),
    });
    // Nobody assesses a journey against what is asked of the contract.
    expect(fault({ requirement: "css-14/template-b" }).code).toBe("compliance/unknown-requirement");
  });

  test("of a case that there is not", () =>
    expect(fault({ case: 9, anchor: { kind: "started", on: "2021-04-12" } }).message).toContain(
      "Now: no case 9, of 1 in all.",
    ));

  test("of which only the name was kept", () =>
    expect(
      messageOf(() =>
        explain(whpJetsCv06, journeyOf(RECEIVED), { requirement: ACKNOWLEDGED, case: 1 } as never, {
          asAt: "2021-04-30",
        }),
      ),
    ).toEqual({
      code: "argument/kind",
      message:
        "Not accepted: an object with requirement, case without a usable journey. Expected a finding. Give what assess gives.",
    }));

  test.each([
    ["another reason", { reason: "late" }],
    ["a day more", { opensOn: "2021-04-01" }],
    ["a day less", { dueOn: undefined }],
    ["another anchor", { anchor: { kind: "started", on: "2021-04-01" } }],
    [
      "an anchor known later",
      { anchor: { kind: "referral-received", on: "2021-04-01", knownOn: "2021-04-02" } },
    ],
    ["no anchor", { anchor: undefined }],
    ["days late", { workingDaysLate: 2 }],
    ["a projected date", { projected: true }],
  ])("with %s", (_, wrong) => expect(fault(wrong).code).toBe("compliance/no-such-finding"));
});
