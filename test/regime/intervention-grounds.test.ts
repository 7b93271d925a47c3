import { report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { cohortTableFromCounts, compareWithProfile, performanceOver, rank } from "programme-rules/cohorts";
import {
  type GroundsInput,
  type InterventionPolicy,
  illustrativePolicy,
  indicatorsOf,
  interventionGrounds,
} from "programme-rules/regime";
import type { ProviderActionPlan } from "programme-rules/review";
import { describe, expect, test } from "vitest";
import { groundsInputShape, policyInput } from "../../src/regime/grounds-input.js";
import { groundsShape } from "../../src/regime/schema.js";
import { messageOf } from "../oracle/message.js";

const asAt = "2021-05-31";
const gather = (input: Omit<GroundsInput, "programme">, policy?: InterventionPolicy | null) =>
  interventionGrounds(
    { programme: whpJetsCv06, ...input },
    { asAt, ...(policy === undefined ? {} : { policy }) },
  );
const codes = (input: Omit<GroundsInput, "programme">, policy?: InterventionPolicy | null) =>
  gather(input, policy).grounds.map(({ code }) => code);
const failed = { id: "css-1/acknowledged", verdict: "not-met", month: "2021-05" } as const;

describe("figures", () => {
  test("an index exactly at the policy's bound is no shortfall", () => {
    const months = ["2021-04", "2021-05"];
    const at = (index: number) => months.map((month) => ({ id: "tmpl-1", index, month }));
    expect(codes({ indicators: at(0.95) })).toEqual(["baseline"]);
    expect(codes({ indicators: at(0.949) })).toEqual(["baseline", "may-miss"]);
    const counted = months.map((month) => ({ id: "tmpl-1", actual: 19, expected: 20, starts: 90, month }));
    expect(codes({ indicators: counted })).toEqual(["baseline"]);
  });

  test("a chance below one half for two review months speaks", () => {
    const indicators = ["2021-04", "2021-05"].map((month) => ({ id: "tmpl-1", probability: 0.49, month }));
    expect(codes({ indicators })).toEqual(["baseline", "may-miss"]);
    expect(codes({ indicators }, null)).toEqual(["baseline"]);
  });

  test("naive flow and a place among others feed no ground", () => {
    const indicators = [
      { id: "tmpl-1", basis: "naive-flow", share: { count: 10, of: 400 }, month: "2021-05" },
      { id: "tmpl-1", measure: "naive-flow", window: "rolling-3", index: 0.2, month: "2021-05" },
      { id: "tmpl-1", basis: "relative", rank: { place: 40, of: 40 }, month: "2021-05" },
    ] as const;
    const found = gather({ indicators });
    expect(found.grounds.map(({ code }) => code)).toEqual(["baseline"]);
    expect(found.figures.map(({ stands }) => stands)).toEqual(["not-judged", "not-judged", "not-judged"]);
  });

  test.each(["pending", "undetermined", "not-applicable", "not-scored"] as const)("%s", (verdict) =>
    expect(codes({ standards: [{ ...failed, verdict }] })).toEqual(["baseline"]),
  );

  test("what is stated to be missed speaks by the text, but not for formal action", () => {
    const indicators = [{ id: "tmpl-1", verdict: "not-met", projected: true, month: "2021-05" } as const];
    expect(gather({ indicators }, null).grounds[1]).toMatchObject({
      code: "may-miss",
      strength: "projected",
      basis: "text",
    });
    expect(codes({ indicators })).not.toContain("required-standard-failed");
  });

  test("a figure is known from the last day of its month on, or from the day that it names", () => {
    const on = (day: string, figure: object) =>
      interventionGrounds({ programme: whpJetsCv06, standards: [{ ...failed, ...figure }] }, { asAt: day })
        .grounds.length;
    expect([on("2021-05-30", {}), on("2021-05-31", {})]).toEqual([1, 3]);
    expect(on("2021-06-09", { knownOn: "2021-06-10" })).toBe(1);
    expect(on("2021-06-10", { knownOn: "2021-06-10" })).toBe(3);
  });

  test("a later restatement of a month replaces the earlier", () => {
    const restated = { ...failed, verdict: "met", knownOn: "2021-06-10" } as const;
    const on = (day: string) =>
      interventionGrounds({ programme: whpJetsCv06, standards: [failed, restated] }, { asAt: day }).grounds
        .length;
    expect([on("2021-06-09"), on("2021-06-10")]).toEqual([3, 1]);
  });

  test("the level of a programme that leaves it open may come with the figure", () => {
    const figure = { id: "tmpl-1", share: { count: 100, of: 500 }, month: "2021-05" };
    const stands = (target: object) =>
      interventionGrounds({ programme: whpCoreCv04, indicators: [{ ...figure, ...target }] }, { asAt })
        .figures[0]?.stands;
    expect([stands({}), stands({ target: "20%" }), stands({ target: "20.1%" })]).toEqual([
      "cannot-tell",
      "reached",
      "short",
    ]);
  });
});

describe("results of the package as they are", () => {
  const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
  const tableOf = (starts: number, converted: readonly number[]) =>
    cohortTableFromCounts([{ month: "2021-01", starts, converted }], {
      asAt,
      window: { days: 238, lagDays: 61 },
    });
  const slow = tableOf(1000, [0, 5, 15, 30, 50]);

  test("of performanceOver and compareWithProfile", () => {
    const months = ["2021-04", "2021-05"];
    const indicators = months.map((month) => performanceOver(slow, profile, { month }));
    expect(codes({ indicators })).toEqual(["baseline", "may-miss"]);
    const compared = months.map((month) => ({
      id: "tmpl-1",
      performance: compareWithProfile(slow, profile, { month }),
    }));
    expect(codes({ indicators: compared })).toEqual(["baseline", "may-miss"]);
  });

  test("nine people in them raise no alarm", () => {
    const nine = tableOf(9, [0, 0, 0, 0, 0]);
    const months = ["2021-04", "2021-05"];
    const indicators = months.map((month) => performanceOver(nine, profile, { month }));
    expect(codes({ indicators })).toEqual(["baseline"]);
    const made = indicatorsOf(whpJetsCv06, { cohorts: { table: nine, profile } });
    expect(codes(made)).toEqual(["baseline"]);
  });

  test("naive flow in them feeds no ground", () => {
    const months = ["2021-04", "2021-05"];
    const indicators = months.map((month) => performanceOver(slow, profile, { month, basis: "naive-flow" }));
    expect(codes({ indicators })).toEqual(["baseline"]);
  });

  test("of report, with its own as-at date", () => {
    const journey = {
      id: "R1",
      events: [
        { kind: "referral-received", on: "2021-04-01" },
        { kind: "referral-acknowledged", on: "2021-04-08" },
      ],
    };
    const standards = report(whpJetsCv06, [journey], { asAt: "2021-04-30" });
    const { grounds } = gather({ standards });
    const missed = grounds.filter(({ code }) => code === "may-miss").map(({ about }) => about);
    expect(missed).toContain("css-1/acknowledged");
    expect(grounds[1]?.evidence[0]).toMatchObject({ month: "2021-04", knownOn: "2021-04-30" });
    const split = report(whpJetsCv06, [journey], { asAt: "2021-04-30", by: "provider" });
    expect(messageOf(() => gather({ standards: split })).message).toBe(
      "Not accepted: a report split by an attribute. Expected a report of the whole contract. Leave out `by`.",
    );
  });

  test("a performance must say of which level where there are several", () => {
    const indicators = performanceOver(slow, profile);
    expect(
      messageOf(() => interventionGrounds({ programme: whpCoreCv04, indicators }, { asAt })).message,
    ).toBe(
      "Not accepted: a performance without the id of its level. Expected the id of one of tmpl-1, tmpl-2, tmpl-3, tmpl-4, tmpl-5. Give { id, performance }.",
    );
  });

  test("the chance of reaching the level is drawn when asked for", () => {
    const chance = { seed: 1, runs: 500 };
    const { indicators } = indicatorsOf(whpJetsCv06, { cohorts: { table: slow, profile } }, { chance });
    const drawn = indicators.filter(({ probability }) => probability !== undefined);
    expect(drawn).toMatchObject([{ month: "2021-05", basis: "since-day-one", starts: 1000 }]);
    expect(drawn[0]?.probability).toBeLessThan(0.5);
  });

  test("a place in a ranking is shown and feeds no ground", () => {
    const ranked = rank([
      { id: "north", share: { count: 30, of: 100 } },
      { id: "south", share: { count: 1, of: 100 } },
      { id: "west", share: { count: 0, of: 0 } },
    ]);
    const of = (contract: string) =>
      indicatorsOf(whpJetsCv06, { rankings: [{ contract, ranked, month: "2021-05" }] }).indicators;
    expect(of("south")).toEqual([
      { id: "tmpl-1", month: "2021-05", basis: "relative", rank: { place: 2, of: 2 } },
    ]);
    expect(of("west")).toEqual([]);
    const found = gather({ indicators: of("south") });
    expect(found.grounds.map(({ code }) => code)).toEqual(["baseline"]);
    expect(found.figures[0]?.sentence).toContain(
      "place 2 of 2 in May 2021; a place among others is no level",
    );
  });

  test("an index comes with the interval of the people behind it", () => {
    const { indicators } = indicatorsOf(whpJetsCv06, { cohorts: { table: slow, profile } }, { months: 1 });
    expect(indicators.every(({ interval }) => interval !== undefined)).toBe(true);
    const found = gather({ indicators }).figures.find(({ basis }) => basis === "since-day-one");
    // 50 of 1000 by Wilson, 3.81% to 6.53%, over the 100 of 1000 that the profile expects.
    expect(found?.interval?.lower).toBeCloseTo(0.381, 3);
    expect(found?.interval?.upper).toBeCloseTo(0.653, 3);
  });
});

describe("remedies", () => {
  const action = { number: "1.1", addresses: "css-1", dueOn: "2021-04-30" };
  const remedy = (actions: object[], figures: object[] = [failed], day = asAt) =>
    interventionGrounds({ programme: whpJetsCv06, standards: figures, plan: { actions } } as GroundsInput, {
      asAt: day,
    }).grounds.filter(({ code }) => code === "remedy-ineffective");

  test("due, and the shortfall seen again since: established by the text", () =>
    expect(remedy([action])).toMatchObject([
      { strength: "established", basis: "text", supports: ["level-3"], actions: [{ number: "1.1" }] },
    ]));

  test("not while it is not past its due date, nor when the shortfall was seen before it only", () => {
    expect(remedy([{ ...action, dueOn: "2021-05-31" }])).toEqual([]);
    expect(remedy([action], [{ ...failed, month: "2021-04" }])).toEqual([]);
  });

  test("not for something else, nor when it was agreed at level 3 already", () => {
    expect(remedy([{ ...action, addresses: ["css-2", "tmpl-1"] }])).toEqual([]);
    expect(remedy([{ ...action, level: 3 }])).toEqual([]);
    expect(remedy([{ ...action, level: "level-2" }])).toHaveLength(1);
  });

  test("an action that names nothing leaves it to a person", () => {
    const { addresses: _, ...vague } = action;
    expect(remedy([vague])).toMatchObject([{ strength: "needs-review" }]);
    expect(remedy([vague])[0]?.sentence).toContain("for a person to say");
  });

  test("actions may stand in areas of the plan", () => {
    const plan = { areas: [{ addresses: "css-1", actions: [{ dueOn: "2021-04-30" }] }] };
    expect(codes({ standards: [failed], plan })).toContain("remedy-ineffective");
  });

  test("a provider action plan is taken as it is; a review date serves where no due date is given", () => {
    const plan: ProviderActionPlan = {
      header: { provider: "north" },
      areas: [
        {
          area: "Referrals",
          actions: [
            { number: 2.1, addresses: "css-1", reviewOn: "2021-04-30", ourOwnPart: "a word of ours" },
          ],
        },
      ],
    };
    const found = gather({ standards: [failed], plan }).grounds.find(
      ({ code }) => code === "remedy-ineffective",
    );
    expect(found?.actions).toEqual([{ number: "2.1", dueOn: "2021-04-30", isMeantFor: true }]);
  });

  test("a projected shortfall must stand for the policy's months, to the day", () => {
    const indicators = ["2021-01", "2021-02", "2021-03", "2021-04", "2021-05"].map((month) => ({
      id: "tmpl-1",
      index: 0.9,
      month,
    }));
    const plan = { actions: [{ addresses: "tmpl-1", dueOn: "2021-02-28" }] };
    const on = (day: string) =>
      interventionGrounds({ programme: whpJetsCv06, indicators, plan }, { asAt: day }).grounds.filter(
        ({ code }) => code === "remedy-ineffective",
      );
    expect(on("2021-05-27")).toEqual([]);
    expect(on("2021-05-28")).toMatchObject([{ strength: "projected", basis: "policy" }]);
  });
});

describe("decisions and duties", () => {
  const decided = { level: 2, decidedBy: "the Performance Manager", decidedOn: "2021-05-10" };

  test("grounds that are gone are listed, and nothing is ended by that", () => {
    const standards = [
      { ...failed, month: "2021-04" },
      { ...failed, verdict: "met" },
    ] as const;
    const [open] = gather({ standards, interventions: [decided] }).openInterventions;
    expect(open?.grounds).toEqual([]);
    expect(open?.noLongerPresent).toMatchObject([{ code: "may-miss", about: "css-1/acknowledged" }]);
    expect(open?.sentence).toContain("that ends nothing by itself");
  });

  test("a decision holds until the day it ended, and is not known before it was made", () => {
    const interventions = [{ ...decided, endedOn: "2021-05-20", notifiedOn: "2021-05-12" }];
    const on = (day: string) =>
      interventionGrounds({ programme: whpJetsCv06, interventions }, { asAt: day }).openInterventions;
    expect([on("2021-05-09").length, on("2021-05-10").length]).toEqual([0, 1]);
    expect([on("2021-05-19").length, on("2021-05-20").length]).toEqual([1, 0]);
    expect(on("2021-05-11")[0]?.notifiedOn).toBeUndefined();
    expect(on("2021-05-12")[0]?.notifiedOn).toBe("2021-05-12");
  });

  test("a waiver by the Provision Lead waives the plan and what is part of it, at level 1", () => {
    const plan = { waiver: { agreedBy: "Provision Lead", agreedOn: "2021-05-01" } };
    const waived = (interventions: GroundsInput["interventions"] = []) =>
      gather({ plan, interventions }).duties.filter((duty) => duty.waived !== undefined).length;
    expect(waived()).toBe(7);
    expect(waived([{ ...decided, level: 1 }])).toBe(7);
    expect(waived([decided])).toBe(0);
    const other = { waiver: { agreedBy: "the Performance Manager", agreedOn: "2021-05-01" } };
    expect(gather({ plan: other }).duties[0]?.waiverNotCounted).toBe(
      "agreed by the Performance Manager; it takes the Provision Lead",
    );
    expect(gather({ plan: { waiver: { agreedOn: "2021-05-01" } } }).duties[0]?.waiverNotCounted).toBe(
      "who agreed it is not recorded; it takes the Provision Lead",
    );
  });

  test("duties of levels side by side all follow", () => {
    const both = [decided, { ...decided, level: 4, decidedOn: "2021-05-20" }];
    const followed = gather({ interventions: both }).duties.flatMap(({ level, duty }) =>
      level === undefined ? [] : [`${level} ${duty}`],
    );
    expect(followed).toEqual([
      "level-2 written-notice",
      "level-2 plan-enhanced",
      "level-2 flightpath",
      "level-4 remedies",
    ]);
  });
});

describe("what cannot be used is refused", () => {
  test.each<[string, object, string]>([
    [
      "an unknown id",
      { indicators: [{ id: "tmpl-9", index: 1 }] },
      'Not accepted: a figure of "tmpl-9", which whp-jets cv06 does not have. Did you mean tmpl-1?',
    ],
    [
      "nothing said",
      { indicators: [{ id: "tmpl-1" }] },
      'Not accepted: an entry of "tmpl-1" that says nothing of performance. Expected at least one of verdict, share,',
    ],
    [
      "a bare number",
      { indicators: [{ id: "tmpl-1", share: 0.219 }] },
      "Not accepted: indicators.0.share: 0.219 (number). Expected so many of so many, such as { count: 219, of: 1000 }, or percent text",
    ],
    [
      "a field misspelt",
      { indicators: [{ id: "tmpl-1", indx: 1 }] },
      'Not accepted: indicators.0 with the field "indx". Expected id, scope, month,',
    ],
    [
      "a list misspelt",
      { indicator: [] },
      'Not accepted: input with the field "indicator". Expected programme, contract, indicators, standards, plan, interventions.',
    ],
    [
      "a level nobody knows",
      { interventions: [{ level: 5, decidedBy: "x", decidedOn: "2021-05-01" }] },
      "Not accepted: the level 5 (number). Expected level-1 or 1 (Standard action),",
    ],
    [
      "nobody who decided",
      { interventions: [{ level: 2, decidedOn: "2021-05-01" }] },
      "Not accepted: no interventions.0.decidedBy. Expected who decided: a text that is not empty. Add that field.",
    ],
    [
      "a date that is none",
      { interventions: [{ level: 2, decidedBy: "x", decidedOn: "1/5/2021" }] },
      'Not accepted: interventions.0.decidedOn: "1/5/2021". Expected an ISO date such as',
    ],
    [
      "an end before the decision",
      { interventions: [{ level: 2, decidedBy: "x", decidedOn: "2021-05-02", endedOn: "2021-05-01" }] },
      "Not accepted: a decision of 2021-05-02 that ended on 2021-05-01.",
    ],
    [
      "an action for what is not there",
      { plan: { actions: [{ addresses: "css-99", dueOn: "2021-01-01" }] } },
      'Not accepted: a figure of "css-99", which whp-jets cv06 does not have.',
    ],
    [
      "a field that no action has",
      { plan: { actions: [{ addresses: "css-1", dueBy: "2021-01-01" }] } },
      'Not accepted: plan.actions.0 with the field "dueBy".',
    ],
    [
      "a field that no place of a report has",
      { standards: { report: report(whpJetsCv06, [], { asAt }), scopes: "contract" } },
      "Not accepted: the option standards[0].scopes.",
    ],
    [
      "what is no performance",
      { indicators: { id: "tmpl-1", performance: { windows: [] } } },
      "Expected performance over windows. Give what performanceOver gives.",
    ],
  ])("%s", (_, input, text) =>
    expect(messageOf(() => gather(input as Omit<GroundsInput, "programme">)).message).toContain(text),
  );

  test("a level's figure in the scope of another level", () => {
    const indicators = [{ id: "tmpl-1", scope: "deal-area", verdict: "met" } as const];
    expect(
      messageOf(() => interventionGrounds({ programme: whpCoreCv04, indicators }, { asAt })).message,
    ).toContain("Not accepted: a figure of tmpl-1 in the scope of tmpl-5.");
  });

  test("a policy's fraction instead of a percentage", () => {
    const policy = { ...illustrativePolicy, indexBelow: 0.95 } as unknown as InterventionPolicy;
    expect(messageOf(() => gather({}, policy)).message).toContain(
      'Not accepted: policy.indexBelow: 0.95 (number). Expected percent text such as "95%".',
    );
  });
});

test("what goes in and what comes out keep to the published shapes", () => {
  const input = {
    contract: { id: "area-1" },
    indicators: [{ id: "tmpl-1", share: { count: 219, of: 1000 }, basis: "cumulative", month: "2021-05" }],
    standards: [failed],
    plan: {
      actions: [{ addresses: "css-1", dueOn: "2021-04-30" }],
      waiver: { agreedBy: "x", agreedOn: asAt },
    },
    interventions: [{ level: 2, decidedBy: "x", decidedOn: "2021-05-01", reason: "as agreed" }],
  } as const;
  const found = gather(input);
  expect(found.contract).toBe("area-1");
  expect(groundsInputShape.safeParse(input).error?.issues ?? []).toEqual([]);
  expect(policyInput.safeParse(illustrativePolicy).error?.issues ?? []).toEqual([]);
  expect(groundsShape.safeParse(JSON.parse(JSON.stringify(found))).error?.issues ?? []).toEqual([]);
});

test("a plan that is not there may be null where grounds are gathered", () => {
  const { grounds } = interventionGrounds({ programme: whpJetsCv06, plan: null }, { asAt });
  expect(grounds.map(({ code }) => code)).toEqual(["baseline"]);
});
