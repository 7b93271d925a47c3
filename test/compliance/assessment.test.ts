import {
  assess,
  type Problem,
  type Programme,
  type ProportionRequirement,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { findings, journeyOf, withRule } from "./own-rules.js";

const START = "referral-received 2021-03-22, started 2021-04-12";

describe("a finding holds what decided it, and nothing else", () => {
  test("of what was done in time", () =>
    expect(
      findings(
        whpJetsCv06,
        "css-7/finalised",
        journeyOf(`action-plan-finalised 2021-04-23, ${START}`),
        "2021-04-30",
      ),
    ).toStrictEqual([
      {
        journey: "R1",
        standard: "css-7",
        requirement: "css-7/finalised",
        case: 1,
        verdict: "met",
        anchor: { kind: "started", on: "2021-04-12" },
        dueOn: "2021-04-26",
        doneOn: "2021-04-23",
        // Places in the journey as it was given: the start is its third event, the plan its first.
        evidence: [2, 0],
      },
    ]));
  test("of a window, from the day something became known", () => {
    const known = withReadings(whpJetsCv06, { "missed-meeting-clock": "when-it-became-known" });
    const [found] = findings(
      known,
      "css-9/follow-up",
      journeyOf(`${START}, meeting-missed 2021-04-16 known=2021-04-20`),
      "2021-04-30",
    );
    expect(found!.anchor).toStrictEqual({ kind: "meeting-missed", on: "2021-04-16", knownOn: "2021-04-20" });
    expect(found!.evidence).toEqual([2]);
  });
  test("of the first event of all", () =>
    expect(
      findings(whpJetsCv06, "css-1/acknowledged", journeyOf("referral-received 2021-04-12"), "2021-04-30")[0],
    ).toMatchObject({ anchor: { kind: "referral-received", on: "2021-04-12" }, evidence: [0] }));
  test("of a contact after one that was missed: when that was due", () =>
    // Ten working days after Mon 12 April is Mon 26, ten after that Tue 11 May, over Mon 3.
    expect(findings(whpJetsCv06, "css-8/contact", journeyOf(START), "2021-05-12").slice(0, 2)).toStrictEqual([
      expect.objectContaining({ case: 1, anchor: { kind: "started", on: "2021-04-12" }, evidence: [1] }),
      expect.objectContaining({
        case: 2,
        anchor: { kind: "previous-due-date", on: "2021-04-26" },
        dueOn: "2021-05-11",
        evidence: [],
      }),
    ]));
});

describe("what is assessed", () => {
  const of = (requirements?: readonly string[]) => [
    ...new Set(
      assess(whpJetsCv06, journeyOf(START), {
        asAt: "2021-04-30",
        ...(requirements === undefined ? {} : { requirements }),
      }).map(({ requirement }) => requirement),
    ),
  ];
  test("is only what is asked for, and everything about a referral otherwise", () => {
    expect(of(["css-7/finalised", "css-1/acknowledged"])).toEqual(["css-1/acknowledged", "css-7/finalised"]);
    expect(of([])).toEqual([]);
    const { standards }: Programme = whpJetsCv06;
    const rules = standards.flatMap(({ requirements }) => [...requirements]);
    expect(of()).toEqual(rules.filter(({ subject }) => subject === undefined).map(({ id }) => id));
  });
});

test("a date that is none is told, and what depends on it is undetermined", () => {
  const told: Problem[] = [];
  const asked = { asAt: "2021-04-30", onProblem: (problem: Problem) => void told.push(problem) };
  const found = assess(whpJetsCv06, journeyOf("referral-received 2021-04-01, started 2021-04-31"), asked);
  expect(told).toMatchObject([{ code: "journey/date", journey: "R1", kind: "started", value: "2021-04-31" }]);
  const standards = found.find(({ requirement }) => requirement === "css-6/standards-provided");
  expect(standards).toMatchObject({ verdict: "undetermined", reason: "missing-data" });
});

test("a share of its own cases, or of no requirement, is no share", () => {
  const rule: Omit<ProportionRequirement, "id" | "title"> = {
    kind: "proportion",
    among: ["started"],
    share: { met: "css-1/acknowledged" },
    over: "cumulative",
    measured: "period",
    target: { atLeast: "50%" },
  };
  const unchecked = (met: string) => {
    const programme = withRule(rule);
    const standards = programme.standards.map((standard) => ({
      ...standard,
      requirements: standard.requirements.map((each) =>
        each.id === "own/rule" ? ({ ...each, share: { met } } as ProportionRequirement) : each,
      ),
    }));
    return () => assess({ ...programme, standards }, journeyOf(START), { asAt: "2021-04-30" });
  };
  expect(unchecked("css-7/finalised")).not.toThrow();
  for (const met of ["own/rule", "css-99/none"])
    expect(messageOf(unchecked(met))).toEqual({
      code: "argument/programme",
      message: `Not accepted: the programme whp-jets, whose own/rule is a share of cases of "${met}". Expected a share of cases of another requirement of the programme. Check it with defineProgramme.`,
    });
});
