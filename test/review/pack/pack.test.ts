import { report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { cohortTableFromCounts } from "programme-rules/cohorts";
import { workProgrammeRegimeV2 } from "programme-rules/programmes";
import { acceleratedCandidates, indicatorsOf, interventionGrounds } from "programme-rules/regime";
import { returnsDue } from "programme-rules/returns";
import {
  assuranceGrounds,
  checkProviderActionPlan,
  type ReviewInput,
  reviewMarkdown,
  reviewPack,
} from "programme-rules/review";
import { describe, expect, test } from "vitest";

const asAt = "2021-06-30";
const received = { kind: "referral-received", on: "2021-06-01" };
/** Two referrals of north acknowledged in time (by Thu 3 June), one of south a day late. */
const journeys = [
  ["N1", "north", "2021-06-02"],
  ["N2", "north", "2021-06-03"],
  ["S1", "south", "2021-06-04"],
].map(([id, provider, on]) => ({
  id: id!,
  attributes: { provider: provider! },
  events: [received, { kind: "referral-acknowledged", on: on! }],
}));
const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const table = cohortTableFromCounts(
  [
    { month: "2020-06", starts: 1000, converted: [0, 9, 30, 60, 101, 140, 176, 201, 219] },
    { month: "2021-05", starts: 200, converted: [0, 1] },
  ],
  { asAt, window: { days: 238, lagDays: 61 } },
);
const bare: ReviewInput = { programme: whpJetsCv06, report: report(whpJetsCv06, journeys, { asAt }) };
const contractLog = {
  id: "jets-east",
  events: [
    { kind: "contract-started", on: "2021-05-01" },
    { kind: "template-a-sent", on: "2021-06-15", forMonth: "2021-05" },
    { kind: "template-b-sent", on: "2021-06-16", forMonth: "2021-05" },
    { kind: "performance-return-sent", on: "2021-06-21" },
  ],
};
const reviews = [
  { reportedOn: "2019-05-01", rating: "weak", reasons: ["claims"] },
  { reportedOn: "2020-05-01", rating: "weak", reasons: ["claims"] },
];
const interventions = interventionGrounds(
  {
    programme: whpJetsCv06,
    ...indicatorsOf(whpJetsCv06, { reports: bare.report, cohorts: { table, profile } }),
    interventions: [{ level: "level-3", decidedBy: "Provision Lead", decidedOn: "2021-06-10" }],
  },
  { asAt },
);
const full: ReviewInput = {
  ...bare,
  contract: "jets-east",
  reviewOn: "2021-07-20",
  before: report(whpJetsCv06, journeys, { asAt: "2021-06-03" }),
  byPartner: report(whpJetsCv06, journeys, { asAt, by: "provider" }),
  cohorts: { table, profile },
  relative: {
    metric: "outcomes",
    own: "jets-east",
    contracts: acceleratedCandidates(
      [
        { id: "jets-west", share: { count: 1, of: 5 } },
        { id: "jets-east", share: { count: 2, of: 5 } },
      ],
      { metric: "outcomes", asAt },
    ),
  },
  interventions,
  plan: checkProviderActionPlan(whpJetsCv06, null, { asAt }),
  assurance: { reviews, grounds: assuranceGrounds(reviews, { asAt }) },
  responses: { "very-satisfied": 3 },
  returns: returnsDue(whpJetsCv06, { from: "2021-06-01", to: "2021-07-31", contractLog }),
};
const sectionOf = (input: ReviewInput, id: string) =>
  reviewPack(input).sections.find((each) => each.id === id)!;
const textOf = (input: ReviewInput, id: string) => JSON.stringify(sectionOf(input, id).blocks);

describe("the agenda of the review", () => {
  test("every item of it is there, in its order and cited, then what stands outside it", () => {
    const ids = whpJetsCv06.regime.meetings[0].agenda.map(({ id }) => id);
    const { sections } = reviewPack(bare);
    expect(sections.map(({ id }) => id)).toEqual([...ids, "levels", "returns", "agreed"]);
    expect(sections[0]?.citation).toEqual({ source: "001", paragraph: "29" });
  });

  test("WHP Core has the same, and a programme without a review has none", () => {
    expect(
      reviewPack({ programme: whpCoreCv04, report: report(whpCoreCv04, [], { asAt }) }).sections,
    ).toHaveLength(15);
    const none = { programme: workProgrammeRegimeV2, report: report(workProgrammeRegimeV2, [], { asAt }) };
    expect(() => reviewPack(none)).toThrow("no regular meeting");
  });

  test("an item the library knows nothing about is a blank for people", () => {
    for (const id of ["employers", "collaboration", "appeals", "policy"])
      expect(sectionOf(full, id).blocks).toMatchObject([{ kind: "blank" }]);
  });
});

describe("what is known fills it", () => {
  test("performance: standards, levels, windows, and the place among others", () => {
    const text = textOf(full, "performance");
    expect(text).toContain("css-1/acknowledged");
    // 219 of the 1,000 whose windows are over: 21.9%, which is not 22%.
    expect(text).toContain('"219 of 1000 (21.9%)","19.4% to 24.6%","below"');
    expect(text).toContain('"2","jets-west","20.0% (1 of 5)"');
    expect(text).toContain('"1","jets-east (this contract)","40.0% (2 of 5)"');
  });

  test("what has changed since the day compared with", () => {
    const block = sectionOf(full, "performance").blocks.find(({ kind }) => kind === "table");
    const row = block?.kind === "table" ? block.rows.find(([id]) => id === "css-1/acknowledged") : undefined;
    // On 3 June the one late referral was still open.
    expect(row?.at(-1)).toBe("was pending; +1 not met");
    expect(reviewPack(full).summary[0]).toMatch(/requirements are not met; \d were on Thu 3 Jun 2021/);
  });

  test("expected performance is a forecast and says so", () =>
    expect(textOf(full, "expected")).toContain("This is a forecast, not a result."));

  test("the supply chain, partner by partner", () => {
    const text = textOf(full, "supply-chain");
    expect(text).toContain('"css-1/acknowledged","66.7%","100.0% ✓","0.0% ✗"');
  });

  test("the plan, assurance and what participants said", () => {
    expect(textOf(full, "plan")).toContain("There is no plan, and no agreement that none is needed.");
    expect(textOf(full, "assurance")).toContain("Rated weak on Wed 1 May 2019 and again on Fri 1 May 2020");
    expect(textOf(full, "experience")).toContain('"Very satisfied","3"');
  });

  test("returns: done, late, outstanding, next", () => {
    const text = textOf(full, "returns");
    expect(text).toContain('"Tue 15 Jun 2021","CSS template","May 2021","late: Wed 16 Jun 2021"');
    expect(text).toContain('"Mon 21 Jun 2021","Performance return","May 2021","done Mon 21 Jun 2021"');
    expect(text).toContain('"Thu 15 Jul 2021","CSS template","June 2021","open"');
    expect(reviewPack(full).summary).toContain("Returns and reviews: 1 done in time, 1 late, 0 outstanding.");
  });

  test("decisions as recorded, with what follows; grounds as grounds", () => {
    const text = textOf(full, "levels");
    expect(text).toContain("was decided by Provision Lead on Thu 10 Jun 2021");
    expect(text).toContain("Ask for better performance by letter");
    expect(text).toContain("There are grounds for");
  });
});

describe("as a page", () => {
  const page = reviewMarkdown(reviewPack(full));

  test("opens with a summary and marks each blank", () => {
    expect(page).toMatch(
      /^# Contract performance review: .*\n\nContract: \*\*jets-east\*\* · As at Wed 30 Jun 2021 · Review on Tue 20 Jul 2021\n\n## At a glance\n\n- /,
    );
    expect(page.match(/▢ \*\*For people:\*\*/g)).toHaveLength(reviewPack(full).blanks);
  });

  test("says of no level that it applies, of nothing that it is a breach, and names no referral", () => {
    expect(page).not.toMatch(/is at level|breach|\bN1\b|\bS1\b/i);
    expect(page).toContain("The contract takes precedence. Not legal advice.");
  });
});
