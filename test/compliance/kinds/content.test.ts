import { type ContentRequirement, type Requirement, report, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { type About, explained, findings, journeyOf, verdicts, withRules } from "../own-rules.js";

/** An update of PRaP that is a record: of its parts one is in it, one is for a person. */
const content = (rule: Partial<ContentRequirement>): Requirement => ({
  kind: "content",
  id: "own/record",
  title: "The update says that someone started, and is well founded",
  record: "prap-updated",
  parts: [
    { id: "start", says: "someone started", check: { field: "status", is: "started" } },
    { id: "founded", says: "it is well founded", check: "human" },
  ],
  target: { every: true },
  basis: "assumed",
  ...rule,
});
const records = (when: string, rule: Partial<ContentRequirement> = {}, about: About = {}) =>
  verdicts(withRules([content(rule)]), "own/record", journeyOf(when, about), "2021-05-31");

const update = "prap-updated 2021-05-04 status=started";
const attest = (fields: string, on = "2021-05-10") => `attested ${on} ${fields}`;
const founded = "requirement=own/record part=founded";

describe("the worst part decides", () => {
  test.each([
    ["all there", `${update}, ${attest(`${founded} holds=true`)}`, "met"],
    ["a person has not looked yet", update, "undetermined: needs-review"],
    [
      "the record does not say",
      `prap-updated 2021-05-04, ${attest(`${founded} holds=true`)}`,
      "undetermined: missing-data",
    ],
    ["the record does not say and nobody looked", "prap-updated 2021-05-04", "undetermined: missing-data"],
    ["the record says otherwise", "prap-updated 2021-05-04 status=did-not-start", "not-met: part-missing"],
    ["a person denies it", `${update}, ${attest(`${founded} holds=false`)}`, "not-met: part-missing"],
    [
      "denied, of a record that may be another",
      `prap-updated 2021-05-04, ${attest(`${founded} holds=false`)}`,
      "undetermined: missing-data",
    ],
  ])("%s", (_name, when, expected) => expect(records(when)).toEqual([expected]));
});

describe("an attestation", () => {
  test("written down first of all counts", () =>
    expect(records(`${attest(`${founded} holds=true`, "2021-05-04")}, ${update}`)).toEqual(["met"]));
  test("counts for its own requirement and part only", () => {
    expect(records(`${update}, ${attest("requirement=css-7/explored part=founded holds=true")}`)).toEqual([
      "undetermined: needs-review",
    ]);
    expect(records(`${update}, ${attest("requirement=own/record part=start holds=true")}`)).toEqual([
      "undetermined: needs-review",
    ]);
  });
  test("says yes or no, or nobody knows what it says", () => {
    expect(records(`${update}, ${attest(founded)}`)).toEqual(["undetermined: missing-data"]);
    expect(records(`${update}, ${attest(`${founded} holds=perhaps`)}`)).toEqual([
      "undetermined: missing-data",
    ]);
  });
  test("is an event of that kind, whatever fields another has", () =>
    expect(records(`${update}, contacted 2021-05-10 ${founded} holds=true`)).toEqual([
      "undetermined: needs-review",
    ]));
  test("the latest stands", () => {
    const [yes, no] = [`${founded} holds=true`, `${founded} holds=false`];
    expect(records(`${update}, ${attest(no)}, ${attest(yes, "2021-05-11")}`)).toEqual(["met"]);
    expect(records(`${update}, ${attest(yes)}, ${attest(no, "2021-05-11")}`)).toEqual([
      "not-met: part-missing",
    ]);
  });
  test("that names a record is about that one; another is about all", () => {
    const two = `${update} id=one, prap-updated 2021-05-05 status=started id=two`;
    expect(records(`${two}, ${attest(`${founded} holds=true of=two`)}`)).toEqual([
      "undetermined: needs-review",
      "met",
    ]);
    expect(records(`${two}, ${attest(`${founded} holds=true`)}`)).toEqual(["met", "met"]);
    expect(records(`${update}, ${attest(`${founded} holds=true of=two`)}`)).toEqual([
      "undetermined: needs-review",
    ]);
  });
  test("of one journey says nothing of the next in a caseload", () => {
    const attested = journeyOf(
      `referral-received 2021-05-03, ${update}, contacted 2021-05-06, ${attest(`${founded} holds=true`)}`,
    );
    const others = [
      `referral-received 2021-05-03, ${update}`,
      `${update}`,
      `${update}, contacted 2021-05-06`,
    ];
    const caseload = [attested, ...others.map((when, i) => ({ ...journeyOf(when), id: `R${i + 2}` }))];
    const { lines } = report(withRules([content({})]), caseload, {
      asAt: "2021-05-31",
      requirements: ["own/record"],
    });
    expect(lines).toMatchObject([{ counted: 4, met: 1, undeterminedBy: { "needs-review": 3 } }]);
  });
});

describe("a record that is owed", () => {
  const owedAfter = ["started"];
  test("is missing from the day after", () => {
    expect(records("started 2021-05-31", { owedAfter })).toEqual(["pending: not-yet-due"]);
    expect(records("started 2021-05-30", { owedAfter })).toEqual(["not-met: not-done"]);
  });
  test("is undetermined where one cannot be read", () => {
    const about = { unreadable: ["prap-updated"] };
    expect(records("started 2021-05-04", { owedAfter }, about)).toEqual(["undetermined: missing-data"]);
    expect(records("", { owedAfter }, about)).toEqual(["undetermined: missing-data"]);
    expect(records("", {}, about)).toEqual(["undetermined: missing-data"]);
  });
  test("may be owed where what it is owed after cannot be read", () => {
    expect(records("", { owedAfter }, { unreadable: ["started"] })).toEqual(["undetermined: missing-data"]);
    expect(records("", { owedAfter })).toEqual(["not-applicable: clock-never-started"]);
  });
});

describe("a condition", () => {
  const when = [{ onOrAfter: "2021-05-01", basis: "assumed" }] as const;
  test("is asked of the day it is owed after", () => {
    const owedAfter = ["started"];
    expect(records(`started 2021-04-30, ${update}`, { owedAfter, when })).toEqual([
      "not-applicable: condition",
    ]);
    expect(records(`started 2021-05-01, ${update}`, { owedAfter, when })).toEqual([
      "undetermined: needs-review",
    ]);
  });
  test("is asked of the record's own day where it is owed after nothing", () => {
    expect(records(update, { when })).toEqual(["undetermined: needs-review"]);
    expect(records("prap-updated 2021-04-30 status=started", { when })).toEqual([
      "not-applicable: condition",
    ]);
  });
  test("that nobody knows leaves it undetermined", () =>
    expect(
      records(`${update}, ${attest(`${founded} holds=true`)}`, {
        when: [{ attribute: "asked", is: [true] }],
      }),
    ).toEqual(["undetermined: missing-data"]));
});

test("a sentence tells each part as it stands", () => {
  const programme = withRules([content({})]);
  const said = (when: string) => explained(programme, "own/record", when, "2021-05-31");
  expect(said(`${update}, ${attest(`${founded} holds=false`)}`).parts).toStrictEqual([
    { says: "someone started", standing: "recorded" },
    { says: "it is well founded", standing: "denied", on: "2021-05-10" },
  ]);
  expect(said(`${attest(`${founded} holds=true`, "2021-05-04")}, ${update}`).parts![1]).toStrictEqual({
    says: "it is well founded",
    standing: "attested",
    on: "2021-05-04",
  });
  expect(said("prap-updated 2021-05-04 status=did-not-start").parts).toStrictEqual([
    { says: "someone started", standing: "denied" },
    { says: "it is well founded", standing: "not-attested" },
  ]);
  expect(said(`${update}, ${attest(`${founded} holds=true`)}`)).toMatchObject({
    parts: [{ standing: "recorded" }, { standing: "attested", on: "2021-05-10" }],
    sentence:
      "PRaP updated Tue 4 May 2021. The record shows that someone started and attested Mon 10 May 2021 that it is well founded: met. [assumed]",
  });
  expect(said("prap-updated 2021-05-04").sentence).toBe(
    "PRaP updated Tue 4 May 2021. The record does not tell whether someone started: undetermined. [assumed]",
  );
});

test("the parts of a record that is missing are not recorded", () => {
  const programme = withRules([content({ owedAfter: ["started"] })]);
  const { parts, sentence } = explained(programme, "own/record", "started 2021-05-04", "2021-05-31");
  expect(parts).toStrictEqual([
    { says: "someone started", standing: "not-recorded" },
    { says: "it is well founded", standing: "not-recorded" },
  ]);
  expect(sentence).toBe("Started Tue 4 May 2021. No PRaP update as at Mon 31 May 2021: not met. [assumed]");
});

test("each record is a case, with the day and the place of what it is", () =>
  expect(
    findings(
      whpJetsCv06,
      "css-7/explored",
      journeyOf("started 2021-05-04, action-plan-finalised 2021-05-06, action-plan-finalised 2021-05-07"),
      "2021-05-31",
    ).map(({ case: number, doneOn, evidence }) => [number, doneOn, evidence]),
  ).toEqual([
    [1, "2021-05-06", [1]],
    [2, "2021-05-07", [2]],
  ]));
