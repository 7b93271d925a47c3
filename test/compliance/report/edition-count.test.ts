import {
  type Journey,
  mergeReports,
  type Programme,
  type ReportOptions,
  type Requirement,
  report,
  whpJetsCv06,
  withReadings,
  worklist,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../oracle/message.js";
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
  test("of what falls due in it", () => {
    // Two working days after Tue 30 March is Thu 1 April, after Mon 29 Wed 31; after Wed 28 April Fri 30, after Thu 29 Tue 4 May.
    const on = ["2021-03-29", "2021-03-30", "2021-04-28", "2021-04-29"];
    expect(on.map((day) => counted(day))).toEqual([0, 1, 1, 0]);
  });
  test("of those received in it, under that reading", () => {
    const on = ["2021-03-31", "2021-04-01", "2021-04-30", "2021-05-01"];
    expect(on.map((day) => counted(day, { "period-cases": "received" }))).toEqual([0, 1, 1, 0]);
  });
  test("of those that began in it, under that reading", () => {
    const rule = { kind: "deadline", event: ["contacted"], after: ["started"], within: { weeks: 1 } };
    const began = (on: string) => journey("R1", `referral-received 2021-02-01, started ${on}`);
    const anchored = withReadings(withRule(rule), { "period-cases": "anchor" });
    const count = (on: string) =>
      report(anchored, [began(on)], { asAt, requirements: ["own/rule"], period: april }).lines[0]!.counted;
    expect(["2021-03-31", "2021-04-01", "2021-04-30", "2021-05-01"].map(count)).toEqual([0, 1, 1, 0]);
  });
  test("of what falls due in it, whenever they were received", () => {
    const rule = { kind: "deadline", event: ["contacted"], after: ["referral-made"], within: { weeks: 1 } };
    const late = journey("R1", "referral-made 2021-04-01, referral-received 2021-05-10");
    const options = { asAt, requirements: ["own/rule"] };
    expect(report(withRule(rule), [late], { ...options, period: april }).lines[0]!.counted).toBe(1);
    expect(report(withRule(rule), [late], options).lines[0]!.counted).toBe(1);
  });
  test("of records made in it, or owed in it and missing", () => {
    const contents = (when: string) =>
      report(whpJetsCv06, [journey("R1", `referral-received 2021-01-11, started 2021-01-18, ${when}`)], {
        asAt,
        requirements: ["css-10/contents"],
        period: april,
      }).lines[0]!.counted;
    expect(contents("exit-report-provided 2021-04-30, left 2021-05-04")).toBe(1);
    expect(contents("exit-report-provided 2021-03-31, left 2021-04-01")).toBe(0);
    expect(contents("left 2021-04-30")).toBe(1);
    expect(contents("left 2021-05-04")).toBe(0);
  });
  test("of what is due on no day that is known, where it began", () => {
    // Received in 2010, before the known bank holidays begin.
    expect(counted("2010-04-01")).toBe(0);
    const period = { from: "2010-01-01", until: "2010-12-31" };
    const [line] = acknowledged([received("R1", "2010-04-01")], { period });
    expect(line!.counted).toBe(1);
  });
  test("of what waits for a leaving that nobody recorded, where it falls due after the longest stay", () => {
    // Started on Tue 1 June 2021: the 182nd day after it is Tue 30 November; eight weeks later is Tue 25 January 2022.
    const stayed = [
      journey("R1", "referral-received 2021-05-17, started 2021-06-01", { attributes: { provision: "esf" } }),
    ];
    const counted = (id: string, month: string, last: string) =>
      report(whpJetsCv06, stayed, {
        asAt: "2022-06-15",
        requirements: [id],
        period: { from: `${month}-01`, until: `${month}-${last}` },
      }).lines[0]!.undeterminedBy;
    const unknown = { "leaving-not-recorded": 1 };
    for (const id of ["css-10/before-leaving", "css-10/contents"]) {
      expect(counted(id, "2021-10", "31")).toEqual({});
      expect(counted(id, "2021-11", "30")).toEqual(unknown);
      expect(counted(id, "2021-12", "31")).toEqual({});
    }
    expect(counted("css-12/end-form", "2021-12", "31")).toEqual({});
    expect(counted("css-12/end-form", "2022-01", "31")).toEqual(unknown);
    expect(counted("css-12/end-form", "2022-02", "28")).toEqual({});
    const listed = worklist(whpJetsCv06, stayed, { asAt: "2022-06-15" });
    expect(listed.find(({ requirement }) => requirement === "css-12/end-form")?.dueOn).toBe("2022-01-25");
  });
  test("of a share of those in another state, at its last close", () => {
    const rule = {
      kind: "proportion",
      share: { in: "in-work" },
      over: "cumulative",
      measured: "each-day",
      among: ["started"],
      target: { atLeast: "50%" },
    };
    const both = [
      journey("R1", "referral-received 2021-03-01, started 2021-03-08, job-started 2021-05-03"),
      journey("R2", "referral-received 2021-03-01, started 2021-03-08"),
    ];
    const line = (period: { from: string; until: string }) =>
      report(withRule(rule), both, { asAt, requirements: ["own/rule"], period }).lines[0]!;
    expect(line(april)).toMatchObject({ measuredOn: "2021-04-30", met: 0, counted: 2, verdict: "not-met" });
    expect(line({ from: "2021-05-01", until: "2021-05-31" })).toMatchObject({ met: 1, verdict: "met" });
    expect(line({ from: "2021-06-01", until: "2021-07-31" })).toMatchObject({ measuredOn: "2021-06-29" });
    expect(line({ from: "2021-07-01", until: "2021-07-31" })).toMatchObject({
      counted: 0,
      verdict: "pending",
    });
    const parts = [april, { from: "2021-05-01", until: "2021-05-31" }].map((period) =>
      report(withRule(rule), both, { asAt, requirements: ["own/rule"], period }),
    );
    expect(mergeReports(parts).lines[0]).toEqual(line({ from: "2021-04-01", until: "2021-05-31" }));
  });
  test("of what has no day and may be owed, in every period since the receipt", () => {
    const unread = { ...journey("R1", "referral-received 2021-03-01"), unreadable: ["started"] };
    const contacts = (from: string, until: string) =>
      report(whpJetsCv06, [unread], { asAt, requirements: ["css-8/contact"], period: { from, until } })
        .lines[0]!.undetermined;
    expect(contacts("2021-02-01", "2021-02-28")).toBe(0);
    expect(contacts("2021-03-01", "2021-03-31")).toBe(1);
    expect(contacts("2021-05-01", "2021-05-31")).toBe(1);
  });
  test("someone never received is counted in every period, as not applicable", () =>
    expect(
      acknowledged([journey("R1", "referral-made 2021-04-01")], { period: april })[0]!.excluded,
    ).toStrictEqual({ "clock-never-started": 1 }));
});

test("without a period someone is counted whenever they were received", () =>
  expect(acknowledged([received("R1", "2012-04-02"), received("R2", "2021-06-29")])[0]!.counted).toBe(2));

describe("split", () => {
  const by = (name: string, ...journeys: readonly Journey[]) =>
    acknowledged(journeys, { by: name }).map((line) => [line.by?.[name], line.counted]);
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
  test("by several, and by the month in which cases fall due", () => {
    // Two working days after Fri 30 April is Wed 5 May (3 May is a bank holiday).
    const at = (id: string, on: string, provider: string) => received(id, on, { attributes: { provider } });
    const all = [at("1", "2021-04-30", "b"), at("2", "2021-04-01", "b"), at("3", "2021-04-01", "a")];
    const lines = acknowledged(all, { by: ["provider", "month"] });
    expect(lines.map((line) => [line.by, line.counted])).toEqual([
      [{ provider: "a", month: "2021-04" }, 1],
      [{ provider: "b", month: "2021-04" }, 1],
      [{ provider: "b", month: "2021-05" }, 1],
    ]);
  });
  test("a contract's own duties are split by month alone, and say whose they are", () => {
    const events = [
      { kind: "contract-started", on: "2021-01-04" },
      { kind: "survey-asked", on: "2021-02-10" },
    ];
    const { lines } = report(whpJetsCv06, [], {
      asAt: "2021-03-31",
      requirements: ["css-13/asked"],
      by: ["provider", "month"],
      contractLog: { id: "C1", attributes: { nation: "england" }, events },
    });
    expect(lines.map(({ by, subject, met, notMet, pending }) => [by, subject, met, notMet, pending])).toEqual(
      [
        [{ month: "2021-01" }, "contract", 0, 1, 0],
        [{ month: "2021-02" }, "contract", 1, 0, 0],
        [{ month: "2021-03" }, "contract", 0, 0, 1],
      ],
    );
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

test("split by month without a period, a share of work left is of the month of the as-at date", () => {
  const both = [received("R1", "2021-04-01"), received("R2", "2021-05-01")];
  const made = report(whpJetsCv06, both, { asAt, requirements: ["css-2/backlog-share"], by: "month" });
  expect(made.lines.map(({ by, counted }) => [by, counted])).toEqual([[{ month: "2021-06" }, 2]]);
});

test.each([[""], [["provider", ""]], [["provider", "provider"]], [[undefined]], [3], [null]])(
  "a report cannot be split by %j",
  (by) => {
    const split = () => report(whpJetsCv06, [], { asAt, by: by as never });
    expect(messageOf(split).code).toBe("argument/by");
  },
);

test("a report says what it is split by", () => {
  expect(report(whpJetsCv06, [], { asAt, by: ["provider", "month"] }).by).toEqual(["provider", "month"]);
  expect(report(whpJetsCv06, [], { asAt, by: "group" }).by).toEqual(["group"]);
  expect(report(whpJetsCv06, [], { asAt })).not.toHaveProperty("by");
});
