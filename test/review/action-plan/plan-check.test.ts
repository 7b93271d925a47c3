import { amend, type ProgrammeFault, whpCoreCv04, whpJets, whpJetsCv06 } from "programme-rules";
import { exampleOffer, workProgrammeFramework } from "programme-rules/programmes";
import { interventionGrounds } from "programme-rules/regime";
import { returnsDue } from "programme-rules/returns";
import {
  checkProviderActionPlan,
  type PlanAction,
  type PlanOptions,
  type ProviderActionPlan,
} from "programme-rules/review";
import { describe, expect, test } from "vitest";

const asAt = "2021-06-30";
const action: PlanAction = {
  number: "1.1",
  action: "Book first calls on the day of receipt",
  owner: "operations manager",
  target: "95% called within 2 working days",
  dueOn: "2021-07-30",
  progress: "Two of three sites do it",
};
/** A plan with everything in it, as at Wed 30 June 2021. */
const whole: ProviderActionPlan = {
  header: {
    date: "2021-05-04",
    provider: "Larkfield Works",
    contractArea: "Eastmere",
    accountableLead: "contract lead",
    performanceManager: "performance manager",
    seniorPerformanceManager: "senior performance manager",
  },
  narrative: { achievements: "…", opportunities: "…", risks: "…" },
  areas: [
    {
      area: "First contact",
      objective: "Every referral called in time",
      timescale: "By evening calls, over two review months",
      actions: [action],
    },
  ],
  annexes: { breakdown: { updatedOn: "2021-06-18" } },
  reviewedOn: ["2021-06-15"],
};
const around = { reviewsOn: ["2021-05-18", "2021-06-15", "2021-07-20"], annexesRequired: [] };
const check = (plan: ProviderActionPlan | null, more: Partial<PlanOptions> = {}) =>
  checkProviderActionPlan(whpJetsCv06, plan, { asAt, ...around, ...more });
const withAction = (changes: Partial<PlanAction>): ProviderActionPlan => ({
  ...whole,
  areas: [{ ...whole.areas![0], actions: [{ ...action, ...changes }] }],
});
const toDo = (plan: ProviderActionPlan | null, more: Partial<PlanOptions> = {}) =>
  check(plan, more).toDo.map(({ where, says }) => `${where}: ${says}`);
const without = <T extends object>(value: T, field: keyof T): T => {
  const { [field]: _gone, ...rest } = value;
  return rest as T;
};

test("a whole plan has nothing to do; what a person must judge is listed", () => {
  const { toDo, toJudge, actions, title } = check(whole);
  expect(toDo).toEqual([]);
  expect(toJudge.map(({ where, part }) => `${where} ${part}`)).toEqual([
    "narrative achievements",
    "narrative opportunities",
    "narrative risks",
    "area 1 timescale",
  ]);
  expect(actions).toEqual({ total: 1, completed: 0, overdue: 0, open: 1 });
  expect(title).toBe("Provider action plan");
});

describe("every part of Annex A", () => {
  test.each([
    "date",
    "provider",
    "contractArea",
    "accountableLead",
    "performanceManager",
    "seniorPerformanceManager",
  ])("header: %s", (field) => {
    const plan = { ...whole, header: without(whole.header!, field) };
    expect(check(plan).toDo).toMatchObject([
      {
        where: "header",
        check: "part",
        reason: "part-missing",
        citation: { source: "001", paragraph: "Annex A" },
      },
    ]);
  });

  test("a part that is blank is missing", () =>
    expect(toDo({ ...whole, header: { ...whole.header, provider: "  " } })).toEqual([
      "header: Missing: the provider.",
    ]));

  test.each(["achievements", "opportunities", "risks"])("narrative: %s", (field) =>
    expect(check({ ...whole, narrative: without(whole.narrative!, field) }).toDo).toHaveLength(1),
  );

  test.each(["area", "objective"] as const)("area: %s", (field) => {
    const areas = [without(whole.areas![0]!, field)];
    expect(check({ ...whole, areas }).toDo).toMatchObject([{ where: "area 1", part: field }]);
  });

  test("area: how and over what timescale (source 001, paragraph 8)", () => {
    const areas = [without(whole.areas![0]!, "timescale")];
    expect(check({ ...whole, areas }).toDo).toMatchObject([
      {
        where: "area 1",
        part: "timescale",
        says: "Missing: how, and over what timescale, the levels are to be reached.",
        citation: { source: "001", paragraph: "8" },
      },
    ]);
    const attested = [{ where: "area 1", part: "timescale", holds: true, by: "reviewer", on: "2021-06-15" }];
    const found = check({ ...whole, attested }).findings.find(({ part }) => part === "timescale");
    expect(found).toMatchObject({ verdict: "met", citation: { source: "001", paragraph: "8" } });
  });

  test("no area, and an area without an action", () => {
    expect(toDo({ ...whole, areas: [] })).toEqual(["plan: No area to improve is named."]);
    expect(toDo({ ...whole, areas: [{ area: "a", objective: "b", timescale: "c" }] })).toEqual([
      "area 1: It has no action.",
    ]);
  });

  test("an action without a number is called by its place", () =>
    expect(toDo(withAction({ number: "" }))[0]).toContain("Missing: its number."));
});

describe("each action", () => {
  test.each([
    ["owner", "action 1.1: Nobody owns it."],
    ["target", "action 1.1: It has no target."],
    ["dueOn", "action 1.1: It has no due or review date."],
    ["progress", "action 1.1: Missing: how far it has come."],
    ["action", "action 1.1: Missing: what is done."],
  ])("needs %s", (field, says) => {
    const areas = [{ ...whole.areas![0], actions: [without(action, field)] }];
    expect(toDo({ ...whole, areas })).toEqual([says]);
  });

  test("that somebody owns it is asked for, though Annex A has no column for it", () =>
    expect(check(withAction({ owner: "" })).toDo[0]).toMatchObject({ part: "owner", basis: "assumed" }));

  test("a review date will do", () => {
    const areas = [
      { ...whole.areas![0], actions: [{ ...without(action, "dueOn"), reviewOn: "2021-07-30" }] },
    ];
    expect(toDo({ ...whole, areas })).toEqual([]);
  });

  test("a target without a number needs a person, who may attest it", () => {
    const plan = withAction({ target: "Better first contact" });
    expect(check(plan).toJudge.at(-1)).toMatchObject({
      where: "action 1.1",
      part: "target",
      reason: "needs-review",
    });
    const said = (holds: boolean, on: string) => ({
      where: "action 1.1",
      part: "target",
      holds,
      by: "lead",
      on,
    });
    const judged = (...attested: ReturnType<typeof said>[]) =>
      check({ ...plan, attested }).findings.find(({ check }) => check === "target")?.verdict;
    expect(judged(said(true, "2021-06-01"))).toBe("met");
    expect(judged(said(true, "2021-06-02"), said(false, "2021-06-09"))).toBe("not-met");
    expect(judged(said(true, "2021-07-01"))).toBe("undetermined");
  });

  test("due today is open; yesterday, overdue; completed, neither", () => {
    const verdict = (changes: Partial<PlanAction>) =>
      check(withAction(changes)).findings.find(({ check }) => check === "on-time");
    expect(verdict({ dueOn: "2021-06-30" })).toMatchObject({
      verdict: "pending",
      says: "Open: due Wed 30 Jun 2021.",
    });
    expect(verdict({ dueOn: "2021-06-29" })).toMatchObject({
      verdict: "not-met",
      says: "Overdue: due Tue 29 Jun 2021, not completed.",
    });
    expect(verdict({ dueOn: "2021-06-15", completedOn: "2021-06-22" })).toMatchObject({
      verdict: "met",
      says: "Completed Tue 22 Jun 2021, after its date of Tue 15 Jun 2021.",
    });
    expect(verdict({ dueOn: "2021-06-15", completedOn: "2021-07-01" })?.verdict).toBe("not-met");
    const counts = (dueOn: string) => check(withAction({ dueOn })).actions;
    expect(counts("2021-06-30")).toEqual({ total: 1, completed: 0, overdue: 0, open: 1 });
    expect(counts("2021-06-29")).toEqual({ total: 1, completed: 0, overdue: 1, open: 0 });
  });

  test("longer ones have milestones: more than three months from the plan's date, unless told otherwise", () => {
    // Three months from 4 May 2021 is 4 August.
    expect(toDo(withAction({ dueOn: "2021-08-04" }))).toEqual([]);
    const longer = { dueOn: "2021-08-05" };
    expect(toDo(withAction(longer))).toEqual([
      "action 1.1: It runs longer than 3 months and has no milestones.",
    ]);
    expect(toDo(withAction(longer), { longerThanMonths: 4 })).toEqual([]);
    expect(toDo(withAction({ ...longer, agreedOn: "2021-06-01" }))).toEqual([]);
    const step = { target: "one site", dueOn: "2021-07-01" };
    expect(toDo(withAction({ ...longer, milestones: [step] }))).toEqual([]);
    expect(toDo(withAction({ ...longer, milestones: [step, { target: "two" }] }))).toEqual([
      "action 1.1: 1 of its milestones lack a target or a date.",
    ]);
    expect(toDo(withAction({ ...longer, milestones: [{ ...step, dueOn: "2021-06-29" }] }))).toEqual([
      "action 1.1: 1 of its milestones are overdue.",
    ]);
    expect(check(withAction(longer)).toDo[0]).toMatchObject({ basis: "assumed" });
  });
});

describe("reviews and annexes", () => {
  test("gone through at the last review held", () => {
    expect(toDo({ ...whole, reviewedOn: ["2021-05-18"] })).toEqual([
      "plan: Not gone through at the review of Tue 15 Jun 2021.",
    ]);
    const found = (more: Partial<PlanOptions>) =>
      check({ ...whole, reviewedOn: [] }, more).findings.find(({ check }) => check === "reviewed")?.verdict;
    expect(found({ reviewsOn: [] })).toBe("not-applicable");
    expect(found({ reviewsOn: ["2021-07-20"] })).toBe("not-applicable");
    expect(found({ reviewsOn: [asAt] })).toBe("pending");
    const { reviewsOn: _reviews, ...unsaid } = around;
    const unknown = checkProviderActionPlan(whpJetsCv06, whole, { asAt, ...unsaid });
    expect(unknown.findings.find(({ check }) => check === "reviewed")).toMatchObject({
      reason: "missing-data",
    });
  });

  test("a flightpath is annexed where one is required; nobody having said so, a person must", () => {
    const verdict = (more: Partial<PlanOptions>, plan = whole) =>
      check(plan, more).findings.find(({ part }) => part === "flightpath")?.verdict;
    expect(verdict({})).toBe("not-applicable");
    expect(verdict({ annexesRequired: ["flightpath"] })).toBe("not-met");
    expect(verdict({ annexesRequired: ["flightpath"] }, { ...whole, annexes: { flightpath: {} } })).toBe(
      "met",
    );
    const { annexesRequired: _annexes, ...unsaid } = around;
    const found = checkProviderActionPlan(whpJetsCv06, whole, { asAt, ...unsaid });
    expect(found.toJudge.map(({ part }) => part)).toContain("flightpath");
  });

  test("the breakdown is brought up to date every month", () => {
    const verdict = (updatedOn?: string) =>
      check({ ...whole, annexes: { breakdown: updatedOn === undefined ? {} : { updatedOn } } }).findings.find(
        ({ part }) => part === "breakdown",
      )?.verdict;
    expect([verdict("2021-06-01"), verdict("2021-05-04"), verdict("2021-04-30"), verdict()]).toEqual([
      "met",
      "met",
      "not-met",
      "undetermined",
    ]);
    expect(check({ ...whole, annexes: {} }).toDo).toMatchObject([{ part: "breakdown" }]);
  });
});

describe("no plan", () => {
  test("is not met, unless the Provision Lead agreed that none is needed", () => {
    expect(toDo(null)).toEqual(["plan: There is no plan, and no agreement that none is needed."]);
    const waived = (agreedBy?: string, endedOn?: string) =>
      check({
        waiver: {
          agreedOn: "2021-05-01",
          ...(agreedBy === undefined ? {} : { agreedBy }),
          ...(endedOn === undefined ? {} : { endedOn }),
        },
      }).findings[0];
    expect(waived("Provision Lead")).toMatchObject({
      verdict: "not-applicable",
      citation: { source: "001", paragraph: "6" },
    });
    expect(waived("Provision Lead", "2021-06-01")?.verdict).toBe("not-met");
    expect(waived("Performance Manager")).toMatchObject({
      verdict: "not-met",
      says: "There is no plan. That none is needed was agreed by Performance Manager; it takes the Provision Lead.",
    });
    expect(waived()).toMatchObject({
      verdict: "undetermined",
      reason: "missing-data",
      says: "There is no plan. That none is needed was agreed, but who agreed it is not recorded; it takes the Provision Lead.",
    });
  });
});

describe("an improvement plan of the example offer", () => {
  const offered = amend(whpCoreCv04, exampleOffer);
  const plan: ProviderActionPlan = {
    form: "improvement-plan",
    header: { party: "east team" },
    areas: [
      {
        targets: "12 starts a week",
        support: "retraining",
        actions: [{ action: "Shadow the west team", owner: "team lead", dueOn: "2021-07-30" }],
      },
    ],
    reviewedOn: ["2021-06-04"],
  };
  const check = (given: ProviderActionPlan) => checkProviderActionPlan(offered, given, { asAt });

  test("has a named owner, targets, support, dates, and a review every month", () => {
    expect(check(plan).toDo).toEqual([]);
    expect(check(plan).toJudge.map(({ part }) => part)).toEqual(["smart"]);
    const [area] = plan.areas!;
    const bare = { ...plan, areas: [{ ...area, actions: [{ action: "Shadow the west team" }] }] };
    expect(check(bare).toDo.map(({ part, basis }) => [part, basis])).toEqual([
      ["owner", undefined],
      ["due", undefined],
    ]);
    expect(check({ ...plan, reviewedOn: ["2021-04-30"] }).toDo).toMatchObject([
      { check: "reviewed", reason: "late" },
    ]);
  });
});

describe("what is no plan", () => {
  const fault = (plan: unknown, programme = whpJetsCv06 as Parameters<typeof checkProviderActionPlan>[0]) => {
    try {
      checkProviderActionPlan(programme, plan as ProviderActionPlan, { asAt });
    } catch (error) {
      return error as ProgrammeFault;
    }
    throw new Error("nothing was thrown");
  };

  test("names the field, and not what stands in it", () => {
    const plan = { areas: [{ actions: [{ dueOn: "30/07/2021" }] }] };
    expect(fault(plan).message).toBe(
      'Not accepted: a plan whose areas[0].actions[0].dueOn is wrong. Expected the shape of programme-rules/schema/action-plan.json. Correct it; dates are text such as "2021-04-01".',
    );
    expect(fault("plan").code).toBe("regime/plan-shape");
    expect(fault({ people: [] }).code).toBe("regime/plan-shape");
  });

  test("a form the programme does not have", () => {
    expect(fault({ form: "my-form" }).allowed).toBe("provider-action-plan");
    expect(fault({}, workProgrammeFramework).code).toBe("regime/plan-form");
  });
});

test("a history of WHP JETS has the form of a plan, and a plan that is not there may be undefined", () => {
  const { form } = checkProviderActionPlan(whpJetsCv06, null, { asAt });
  expect(checkProviderActionPlan(whpJets, undefined, { asAt })).toMatchObject({ form, toDo: [{}] });
});

test.each(["Provision Lead", "the Provision Lead", "DWP Provision Lead", " provision lead"])(
  "a waiver agreed by %j counts, for the duty and for the check of the plan",
  (agreedBy) => {
    const plan = { waiver: { agreedBy, agreedOn: "2021-02-01" } };
    const { duties } = interventionGrounds({ programme: whpJetsCv06, plan }, { asAt });
    expect(duties.find(({ duty }) => duty === "plan-in-place")?.waived?.agreedOn).toBe("2021-02-01");
    const { toDo, toJudge } = checkProviderActionPlan(whpJetsCv06, plan, { asAt });
    expect([...toDo, ...toJudge]).toEqual([]);
  },
);

test("who agrees to a waiver is said once, in the data: the return, the duty and the check of the plan ask there", () => {
  const programme = amend(whpJetsCv06, {
    id: "another-post",
    title: "Another post agrees",
    basis: "assumed",
    changes: {
      set: { "plan-waived": { from: [{ event: "plan-waiver-agreed", where: { by: "Category Manager" } }] } },
    },
  });
  const standing = (by: string) => {
    const plan = { waiver: { agreedBy: by, agreedOn: "2021-02-01" } };
    const contractLog = {
      id: "contract",
      events: [
        { kind: "contract-started", on: "2021-01-01" },
        { kind: "plan-waiver-agreed", on: "2021-02-01", by },
      ],
    };
    const { duties } = interventionGrounds({ programme, plan }, { asAt });
    const [found] = checkProviderActionPlan(programme, plan, { asAt }).findings;
    const rows = returnsDue(programme, { from: "2021-03-01", to: "2021-03-31", contractLog });
    return [
      duties.find(({ duty }) => duty === "plan-in-place")?.waived !== undefined,
      found?.verdict === "not-applicable",
      !rows.some((row) => row.return === "breakdown"),
    ];
  };
  expect(standing("Category Manager")).toEqual([true, true, true]);
  expect(standing("Provision Lead")).toEqual([false, false, false]);
});
