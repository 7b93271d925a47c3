import { describe, expect, test } from "vitest";
import { assess } from "../../src/compliance/index.js";
import { exampleOffer, whpCoreCv04, whpJetsCv06 } from "../../src/programmes/index.js";
import { amend } from "../../src/rules/index.js";
import { defineOffer, impactOfChange } from "../../src/tender/index.js";
import { jetsTerms } from "./offers.js";

const options = { asAt: "2021-06-30" };
// 2021-06-01 is a Tuesday: one working day later is the 2nd, two are the 3rd.
const journey = (id: string, acknowledgedOn: string) => ({
  id,
  events: [
    { kind: "referral-received", on: "2021-06-01" },
    { kind: "referral-acknowledged", on: acknowledgedOn },
  ],
});
const caseload = [
  journey("R1", "2021-06-02"),
  journey("R2", "2021-06-03"),
  journey("R3", "2021-06-04"),
  journey("R4", "2021-06-03"),
];
const stricter = {
  id: "stricter",
  title: "Acknowledge within one working day",
  changes: { set: { "css-1/acknowledged": { within: { workingDays: 1 } } } },
};

describe("the impact of a change on a caseload", () => {
  test("names each move of a verdict with whom it is about", () => {
    expect(impactOfChange(whpJetsCv06, stricter, caseload, options)).toEqual({
      journeys: 4,
      changed: 2,
      rows: [
        { requirement: "css-1/acknowledged", from: "met", to: "not-met", count: 2, journeys: ["R2", "R4"] },
      ],
      problems: [],
    });
  });

  test("is the same for the variation, the varied programme and an offer of it", () => {
    const variation = impactOfChange(whpJetsCv06, stricter, caseload, options);
    expect(impactOfChange(whpJetsCv06, amend(whpJetsCv06, stricter), caseload, options)).toEqual(variation);
    expect(impactOfChange(whpJetsCv06, defineOffer(whpJetsCv06, stricter), caseload, options)).toEqual(
      variation,
    );
  });

  test("of no change is nothing, and the way back is the mirror", () => {
    expect(impactOfChange(whpJetsCv06, whpJetsCv06, caseload, options)).toMatchObject({
      changed: 0,
      rows: [],
    });
    const changed = amend(whpJetsCv06, stricter);
    expect(impactOfChange(changed, whpJetsCv06, caseload, options).rows).toMatchObject([
      { from: "not-met", to: "met", journeys: ["R2", "R4"] },
    ]);
  });

  test("shows requirements that come or go as not assessed on one side, once they are asked for", () => {
    const quiet = impactOfChange(whpCoreCv04, exampleOffer, caseload, options);
    expect(quiet.rows).toEqual([]);
    const { rows, changed } = impactOfChange(whpCoreCv04, exampleOffer, caseload, {
      ...options,
      including: ["offered"],
    });
    expect(changed).toBe(4);
    expect(new Set(rows.map(({ from }) => from))).toEqual(new Set(["not-assessed"]));
    expect(rows.map(({ requirement }) => requirement)).toContain("offer-backlog/age");
  });

  test("agrees with assessing both ways by hand", () => {
    const offer = defineOffer(whpJetsCv06, jetsTerms);
    const { changed } = impactOfChange(whpJetsCv06, offer, caseload, options);
    const verdicts = (programme: typeof offer.programme, at: number) =>
      JSON.stringify(
        assess(programme, caseload[at]!, options).map(({ requirement, verdict }) => [requirement, verdict]),
      );
    const moved = caseload.filter((_, at) => verdicts(whpJetsCv06, at) !== verdicts(offer.programme, at));
    expect(changed).toBe(moved.length);
  });

  test("a journey that cannot be read is a problem, and nothing else is lost", () => {
    const bad = { id: "R9", events: [{ kind: "referral-received", on: "2021-06-31" }] };
    const { journeys, changed, problems } = impactOfChange(
      whpJetsCv06,
      stricter,
      [bad, ...caseload],
      options,
    );
    expect([journeys, changed]).toEqual([5, 2]);
    expect(problems).toMatchObject([{ journey: "R9", code: "journey/date" }]);
  });
});
