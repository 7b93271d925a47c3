import { type CadenceRequirement, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { type About, explained, findings, journeyOf, verdicts, withRules } from "../own-rules.js";

const jets = (when: string, asAt: string, about: About = {}) =>
  verdicts(whpJetsCv06, "css-8/contact", journeyOf(when, about), asAt);

test("contacts of which one cannot be read are undetermined where none is known, and met where one is", () => {
  // Ten working days after Mon 1 March 2021 is Mon 15, after Fri 12 is Fri 26.
  const about = { unreadable: ["contacted"] };
  expect(jets("started 2021-03-01", "2021-03-16", about)).toEqual([
    "undetermined: missing-data",
    "undetermined: missing-data",
  ]);
  expect(jets("started 2021-03-01, contacted 2021-03-12", "2021-03-29", about)).toEqual([
    "met",
    "undetermined: missing-data",
    "undetermined: missing-data",
  ]);
});

const own = (rule: Partial<CadenceRequirement>, when: string, asAt: string, about: About = {}): string[] => {
  const full: CadenceRequirement = {
    kind: "cadence",
    id: "own/contact",
    title: "Contact every ten working days",
    event: ["contacted"],
    while: "on-programme",
    every: { workingDays: 10 },
    target: { every: true },
    basis: "assumed",
    ...rule,
  };
  return verdicts(withRules([full]), "own/contact", journeyOf(when, about), asAt);
};

describe("a condition", () => {
  const rule = { when: [{ attribute: "asked", is: [true] }] };
  const when = (attributes: Record<string, boolean>) =>
    own(rule, "started 2021-03-01, contacted 2021-03-08", "2021-03-09", { attributes });
  test("that holds leaves the contacts to decide", () =>
    expect(when({ asked: true })).toEqual(["met", "pending: not-yet-due"]));
  test("that does not hold makes no contact due, made or not", () =>
    expect(when({ asked: false })).toEqual(["not-applicable: condition", "not-applicable: condition"]));
  test("that nobody knows leaves it undetermined, made or not", () =>
    expect(when({})).toEqual(["undetermined: missing-data", "undetermined: missing-data"]));
});

// The published bank holidays begin with 2011.
describe("a contact due from before the known bank holidays", () => {
  const started = "referral-received 2010-11-01, started 2010-12-01";
  test("is undetermined, whether it came, is open or its clock ended", () => {
    // From the contact of Tue 1 February 2011 on working days are known: ten later is Tue 15.
    const [first, second] = findings(
      whpJetsCv06,
      "css-8/contact",
      journeyOf(`${started}, contacted 2011-02-01`),
      "2011-02-10",
    );
    expect(first).toMatchObject({ verdict: "undetermined", reason: "missing-data" });
    expect(second).toMatchObject({ verdict: "pending", dueOn: "2011-02-15" });
    expect(jets(started, "2011-02-10")).toEqual(["undetermined: missing-data"]);
    expect(jets(`${started}, left 2011-01-31`, "2011-02-10")).toEqual(["undetermined: missing-data"]);
  });
  test("is so even where a frequency of the person's own is agreed later", () =>
    expect(
      verdicts(
        whpCoreCv04,
        "css-8/contact",
        journeyOf(`${started}, contact-frequency-agreed 2011-02-07 workingDays=15`, {
          attributes: { nation: "england" },
        }),
        "2011-02-10",
      )[0],
    ).toBe("undetermined: missing-data"));
  test("says so", () =>
    expect(explained(whpJetsCv06, "css-8/contact", started, "2011-02-10").sentence).toBe(
      "Started Wed 1 Dec 2010. Bank holidays before Sat 1 Jan 2011 are not known, so no working day can be counted: undetermined. [001 ¶38 item 8]",
    ));
  test("in weeks needs none", () =>
    // Wed 1 December 2010 and twelve weeks is Wed 23 February 2011; twelve more are not over.
    expect(own({ every: { weeks: 12 } }, started, "2011-03-31")).toEqual([
      "not-met: not-done",
      "pending: not-yet-due",
    ]));
  test("is not due at all where its condition does not hold", () =>
    expect(own({ when: [{ onOrAfter: "2011-01-01", basis: "assumed" }] }, started, "2011-03-31")).toEqual([
      "not-applicable: condition",
    ]));
});
