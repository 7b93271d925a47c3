import {
  amend,
  explainReport,
  type JourneyEvent,
  report,
  whpJets,
  whpJetsCv06,
  withInForce,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { lineSentence } from "../../src/explanation/index.js";

const share = (count: number, of: number) => ({ count, of });
const line = {
  counted: 200,
  met: 199,
  notMet: 1,
  pending: 0,
  undetermined: 0,
  worst: share(199, 200),
  best: share(199, 200),
  headroom: 0,
  verdict: "met",
  target: { atLeast: "99.5%" },
};

describe("a line says what is asked, how the cases stand and what that comes to", () => {
  test.each([
    [
      "met at the edge",
      line,
      "At least 99.5% are to be met: 199 of 200 are (99.5%), 1 not: met; none more may fail.",
    ],
    [
      "met with room",
      { ...line, counted: 400, met: 399, headroom: 1 },
      "At least 99.5% are to be met: 399 of 400 are (99.8%), 1 not: met; one more may fail.",
    ],
    [
      "hanging on open cases",
      { ...line, met: 150, pending: 49, best: share(199, 200), verdict: "pending" },
      "At least 99.5% are to be met: 150 of 200 are (75.0%), 1 not and 49 still open, at best 99.5%: pending; none more may fail.",
    ],
    [
      "undetermined",
      { ...line, met: 197, notMet: 1, undetermined: 2, best: share(199, 200), verdict: "undetermined" },
      "At least 99.5% are to be met: 197 of 200 are (98.5%), 1 not and 2 undetermined, at best 99.5%: undetermined; none more may fail.",
    ],
    [
      "a ceiling",
      {
        ...line,
        target: { atMost: "4%" },
        counted: 100,
        met: 94,
        notMet: 3,
        undetermined: 3,
        worst: share(6, 100),
        headroom: 1,
        verdict: "undetermined",
      },
      "At most 4% may fail: 3 of 100 do (3.0%), 3 undetermined, at worst 6.0%: undetermined; one more may fail.",
    ],
    [
      "every case",
      { ...line, target: { every: true as const }, met: 198, notMet: 2, headroom: -2, verdict: "not-met" },
      "Every case is to be met: 198 of 200 are (99.0%), 2 not: not met; two cases too many have failed.",
    ],
    [
      "no target",
      {
        ...line,
        target: { notScored: "the text gives no percentage for this part; shown, not scored" },
        headroom: undefined,
        verdict: "not-scored",
      },
      "The text gives no percentage for this part; shown, not scored: 199 of 200 are (99.5%), 1 not: not scored.",
    ],
    [
      "a withheld target",
      {
        ...line,
        target: { atLeast: { open: "redacted" as const } },
        headroom: undefined,
        verdict: "undetermined",
      },
      "At least a share that the source does not give (redacted) are to be met: 199 of 200 are (99.5%), 1 not: undetermined.",
    ],
    [
      "nothing",
      { ...line, counted: 0, verdict: "not-applicable" },
      "There is nothing to count: not applicable.",
    ],
    [
      "no log",
      { ...line, counted: 0, verdict: "undetermined" },
      "Nothing is known of this, because no log says: undetermined.",
    ],
  ])("%s", (_name, facts, sentence) => expect(lineSentence(facts)).toBe(sentence));
});

describe("a report is a tree of sentences", () => {
  const referral = (id: string, ...events: JourneyEvent[]) => ({
    id,
    events: [{ kind: "referral-received", on: "2021-04-01" }, ...events],
  });
  const journeys = [
    referral("R1", { kind: "referral-acknowledged", on: "2021-04-06" }),
    referral("R2", { kind: "referral-acknowledged", on: "2021-04-08" }),
  ];

  test("the whole, its standards, their lines with the journeys behind", () => {
    const options = {
      asAt: "2021-04-20",
      requirements: ["css-1/acknowledged", "css-5/appointment", "css-5/prap-update"],
    };
    const tree = explainReport(report(whpJetsCv06, journeys, options));
    // Appointment and update are due Mon 26 April: both still open on the 20th.
    expect(tree.sentence).toBe(
      "Two journeys, as at Tue 20 Apr 2021: of three lines, 1 not met, 1 pending and 1 not scored.",
    );
    expect(tree.standards.map(({ sentence }) => sentence)).toEqual([
      "css-1/acknowledged is not met.",
      "css-5/appointment is not scored and css-5/prap-update is pending.",
    ]);
    expect(tree.standards[0]?.lines[0]).toEqual({
      requirement: "css-1/acknowledged",
      title: "Each referral is acknowledged in PRaP within 2 working days of receipt",
      sentence:
        "At least 99.5% are to be met: 1 of 2 are (50.0%), 1 not: not met; one case too many has failed.",
      misses: ["R2"],
    });
  });

  test("split lines name their value", () => {
    const offer = amend(whpJetsCv06, { id: "own", title: "Own", basis: "assumed", changes: {} });
    const options = { asAt: "2021-04-20", requirements: ["css-1/acknowledged"], by: "provider" };
    const split = [{ ...journeys[0]!, attributes: { provider: "north" } }, journeys[1]!];
    expect(explainReport(report(offer, split, options)).standards[0]?.sentence).toBe(
      "css-1/acknowledged (north) is met and css-1/acknowledged (none) is not met.",
    );
    const called = [{ ...split[0]!, attributes: { provider: "none" } }, journeys[1]!];
    expect(explainReport(report(offer, called, options)).standards[0]?.sentence).toBe(
      'css-1/acknowledged ("none") is met and css-1/acknowledged (none) is not met.',
    );
  });

  test("lines of a history name their edition, after the value they are split by", () => {
    const editions = ["one", "two"].map((edition) => ({ ...whpJetsCv06, edition }));
    const history = withInForce(
      { ...whpJets, usual: "one", editions },
      { one: { from: "2021-01-01", until: "2021-03-31" }, two: { from: "2021-04-01", until: "2021-12-31" } },
    );
    const options = { asAt: "2021-04-20", requirements: ["css-1/acknowledged"] };
    const tree = explainReport(report(history, journeys, options));
    expect(tree.standards[0]?.sentence).toBe(
      "css-1/acknowledged (one) is not applicable and css-1/acknowledged (two) is not met.",
    );
    expect(tree.standards[0]?.lines.map(({ edition }) => edition)).toEqual(["one", "two"]);
    const split = explainReport(report(history, journeys, { ...options, by: "provider" }));
    expect(split.standards[0]?.sentence).toContain("css-1/acknowledged (none, two) is not met");
    expect(split.standards[0]?.lines.map(({ by }) => by?.provider)).toEqual([undefined, null]);
  });

  test("a line that is not split and of no history says so of nothing", () => {
    const { standards } = explainReport(
      report(whpJetsCv06, journeys, { asAt: "2021-04-20", requirements: ["css-1/acknowledged"] }),
    );
    expect(Object.keys(standards[0]!.lines[0]!)).toEqual(["requirement", "title", "sentence", "misses"]);
  });

  test("the whole counts each verdict there is, and the problems in the data", () => {
    const of = (...bad: string[]) =>
      explainReport(
        report(
          whpJetsCv06,
          [...journeys, ...bad.map((id) => ({ ...journeys[0]!, id, programme: "other" }))],
          {
            asAt: "2021-04-20",
          },
        ),
      ).sentence;
    expect(of()).toMatch(
      /^Two journeys, as at Tue 20 Apr 2021: of \S+ lines, \d+ met, \d+ not met, \d+ pending, \d+ undetermined, \d+ not scored and \d+ not applicable\.$/,
    );
    expect(of("R3")).toMatch(
      / not applicable\. Not judged: one referral of another programme\. One problem in the data\.$/,
    );
    expect(of("R3", "R4")).toMatch(/: two referrals of another programme\. Two problems in the data\.$/);
  });
});
