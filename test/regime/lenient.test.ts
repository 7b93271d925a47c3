import { whpJets, whpJetsCv06 } from "programme-rules";
import { workProgramme } from "programme-rules/programmes";
import { acceleratedCandidates, interventionGrounds } from "programme-rules/regime";
import { checkPipeline } from "programme-rules/returns";
import { assuranceGrounds, checkProviderActionPlan } from "programme-rules/review";
import { expect, test } from "vitest";

const asAt = "2021-06-30";

test("a history of the Work Programme checks a pipeline file by the edition of its month", () => {
  const lastMonth = [{ group: "PG1", cohort: "2014-03", count: 10 }];
  const file = { inMonth: "2014-05", lastMonth, thisMonth: lastMonth, nation: "england" } as const;
  const { dueOn, checks } = checkPipeline(workProgramme, file, { asAt: "2014-05-31" });
  expect(dueOn).toBe("2014-05-08");
  expect(checks.map(({ verdict }) => verdict)).toEqual(["met", "not-met", "undetermined"]);
});

test("a history of WHP JETS has the form of a plan, and a plan that is not there may be undefined", () => {
  const { form } = checkProviderActionPlan(whpJetsCv06, null, { asAt });
  expect(checkProviderActionPlan(whpJets, undefined, { asAt })).toMatchObject({ form, toDo: [{}] });
});

test("a plan that is not there may be null where grounds are gathered", () => {
  const { grounds } = interventionGrounds({ programme: whpJetsCv06, plan: null }, { asAt });
  expect(grounds.map(({ code }) => code)).toEqual(["baseline"]);
});

test("a contract whose share is left out has no figure", () => {
  const contracts = [5, 4, 3, 2].map((count) => ({ id: `c${count}`, share: { count, of: 10 } }));
  const options = { metric: "job outcomes", asAt: "2014-09-30" };
  const found = acceleratedCandidates([...contracts, { id: "new" }], options);
  expect(found.map(({ status }) => status)).toEqual(Array(5).fill("undetermined"));
  expect(found.at(-1)?.reasons[0]?.code).toBe("no-figure");
});

test("reviews without reasons are for a person to compare", () => {
  const reviews = ["2019-05-01", "2020-06-01"].map((reportedOn) => ({ reportedOn, rating: "weak" }));
  const found = assuranceGrounds(reviews, { asAt: "2021-01-31" });
  expect(found.map(({ code, strength }) => `${code} ${strength}`)).toEqual(["repeat needs-review"]);
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
