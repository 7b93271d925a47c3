import {
  type Journey,
  type Programme,
  type ReportOptions,
  type Requirement,
  report,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { type About, journeyOf, withRule, withRules } from "../own-rules.js";

const asAt = "2021-06-30";
const journey = (id: string, when: string, about: About = {}): Journey => ({ ...journeyOf(when, about), id });
const received = (id: string, on: string, about: About = {}) => journey(id, `referral-received ${on}`, about);
const acknowledged = (
  journeys: readonly Journey[],
  options: Partial<ReportOptions> = {},
  programme: Programme = whpJetsCv06,
) => report(programme, journeys, { asAt, requirements: ["css-1/acknowledged"], ...options }).lines;
const april = { from: "2021-04-01", until: "2021-04-30" };

describe("a period, both its days included", () => {
  const counted = (on: string, readings: Record<string, string> = {}) =>
    acknowledged([received("R1", on)], { period: april }, withReadings(whpJetsCv06, readings))[0]!.counted;
  test("of those received in it", () => {
    const on = ["2021-03-31", "2021-04-01", "2021-04-30", "2021-05-01"];
    expect(on.map((day) => counted(day))).toEqual([0, 1, 1, 0]);
  });
  test("of what falls due in it", () => {
    // Two working days after Tue 30 March is Thu 1 April, after Mon 29 Wed 31; after Wed 28 April Fri 30, after Thu 29 Tue 4 May.
    const on = ["2021-03-29", "2021-03-30", "2021-04-28", "2021-04-29"];
    expect(on.map((day) => counted(day, { "percentage-population": "due" }))).toEqual([0, 1, 1, 0]);
  });
  test("of what falls due in it, whenever they were received", () => {
    const rule = {
      kind: "deadline",
      event: ["contacted"],
      after: ["referral-made"],
      within: { weeks: 1 },
      over: "due",
    };
    const late = journey("R1", "referral-made 2021-04-01, referral-received 2021-05-10");
    const options = { asAt, requirements: ["own/rule"] };
    expect(report(withRule(rule), [late], { ...options, period: april }).lines[0]!.counted).toBe(1);
    expect(report(withRule(rule), [late], options).lines[0]!.counted).toBe(1);
  });
  test("of all received by its end", () => {
    const on = ["2020-03-31", "2021-04-30", "2021-05-01"];
    expect(on.map((day) => counted(day, { "percentage-population": "cumulative" }))).toEqual([1, 1, 0]);
  });
  test("of what is due on no day that is known, whatever the period", () => {
    // Received in 2010, before the known bank holidays begin.
    expect(counted("2010-04-01", { "percentage-population": "due" })).toBe(1);
  });
  test("someone never received is counted in every period, as not applicable", () =>
    expect(
      acknowledged([journey("R1", "contacted 2021-04-01")], { period: april })[0]!.excluded,
    ).toStrictEqual({ "clock-never-started": 1 }));
});

test("without a period someone is counted whenever they were received", () =>
  expect(acknowledged([received("R1", "2012-04-02"), received("R2", "2021-06-29")])[0]!.counted).toBe(2));

describe("split", () => {
  const by = (name: string, ...journeys: readonly Journey[]) =>
    acknowledged(journeys, { by: name }).map((line) => [line.by?.value, line.counted]);
  test("by an attribute, values in order, those without last, an empty one being none", () => {
    const of = (id: string, provider: string | number | boolean) =>
      received(id, "2021-06-01", { attributes: { provider } });
    expect(
      by(
        "provider",
        of("1", "b"),
        received("2", "2021-06-01"),
        of("3", "a"),
        of("4", ""),
        of("5", "b"),
        of("6", 7),
      ),
    ).toEqual([
      ["7", 1],
      ["a", 1],
      ["b", 2],
      [null, 2],
    ]);
  });
  test("by group", () =>
    expect(by("group", received("1", "2021-06-01", { group: "pg1" }), received("2", "2021-06-01"))).toEqual([
      ["pg1", 1],
      [null, 1],
    ]));
  test("by a name that every object has is by nothing", () =>
    expect(by("constructor", received("1", "2021-06-01", { attributes: {} }))).toEqual([[null, 1]]));
  test("by what a journey has nothing of is by nothing", () => {
    const none = { ...received("1", "2021-06-01"), attributes: null as never };
    expect(by("provider", none)).toEqual([[null, 1]]);
  });
  test("of nobody has the line all the same, of no value", () => {
    const [line, ...others] = acknowledged([], { by: "provider" });
    expect(line).toMatchObject({ counted: 0, verdict: "not-applicable" });
    expect(line).not.toHaveProperty("by");
    expect(others).toEqual([]);
  });
});

describe("the lines", () => {
  test("are in the programme's order, journeys', contract's and totals' together", () => {
    const all = report(whpJetsCv06, [], { asAt }).lines.map(({ requirement }) => requirement);
    const rules = whpJetsCv06.standards.flatMap(({ requirements }) => requirements.map(({ id }) => id));
    expect(all).toEqual(rules);
  });
  test("are so in a programme that begins with the contract", () => {
    const turned = { ...whpJetsCv06, standards: whpJetsCv06.standards.toReversed() };
    const rules = turned.standards.flatMap(({ requirements }) => requirements.map(({ id }) => id));
    expect(report(turned, [], { asAt }).lines.map(({ requirement }) => requirement)).toEqual(rules);
  });
  test("are of those asked for only, and in that order whatever the asking", () => {
    const requirements = ["css-14/template-b", "css-1/acknowledged"];
    expect(report(whpJetsCv06, [], { asAt, requirements }).lines.map((line) => line.requirement)).toEqual(
      requirements.toReversed(),
    );
  });
});

test("a kind of requirement that has no case of its own is no line twice", () => {
  const total: Requirement = {
    kind: "total",
    id: "own/starts",
    title: "Starts",
    count: ["started"],
    against: [1],
    measured: "month-end",
    target: { every: true },
    basis: "assumed",
  };
  const { lines } = report(withRules([total]), [received("R1", "2021-06-01")], { asAt });
  expect(lines.filter(({ requirement }) => requirement === "own/starts")).toHaveLength(1);
});

test("problems are of a journey's contradictions and of all else that is wrong with it", () => {
  const bad = journey(
    "R1",
    "referral-received 2021-06-03, referral-acknowledged 2021-06-01, unheard-of 2021-06-04",
  );
  expect(report(whpJetsCv06, [bad], { asAt }).problems.map(({ code }) => code)).toEqual([
    "journey/impossible-order",
    "journey/unknown-kind",
  ]);
});
