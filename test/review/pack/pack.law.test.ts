import fc from "fast-check";
import { report, whpJetsCv06 } from "programme-rules";
import { cohortTableFromCounts } from "programme-rules/cohorts";
import { interventionGrounds } from "programme-rules/regime";
import { returnsDue } from "programme-rules/returns";
import {
  assuranceGrounds,
  checkProviderActionPlan,
  type ReviewInput,
  reviewMarkdown,
  reviewPack,
} from "programme-rules/review";
import { expect, test } from "vitest";

const asAt = "2021-06-30";
const journeys = [{ id: "R1", events: [{ kind: "referral-received", on: "2021-06-01" }] }];
const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const window = { days: 238, lagDays: 61 };
const table = cohortTableFromCounts([{ month: "2021-05", starts: 200, converted: [0, 1] }], { asAt, window });
const base: ReviewInput = { programme: whpJetsCv06, report: report(whpJetsCv06, journeys, { asAt }) };
const reviews = [{ reportedOn: "2019-05-01", rating: "weak", reasons: ["claims"] }];
const material: Partial<ReviewInput> = {
  before: report(whpJetsCv06, journeys, { asAt: "2021-05-31" }),
  byPartner: report(whpJetsCv06, journeys, { asAt, by: "provider" }),
  cohorts: { table, profile },
  relative: { metric: "outcomes", contracts: [{ id: "a", share: { count: 1, of: 2 }, rank: 1, of: 1 }] },
  interventions: interventionGrounds({ programme: whpJetsCv06 }, { asAt }),
  plan: checkProviderActionPlan(whpJetsCv06, {}, { asAt }),
  assurance: { reviews, grounds: assuranceGrounds(reviews, { asAt }) },
  returns: returnsDue(whpJetsCv06, { from: "2021-06-01", to: "2021-07-31" }),
};
const some = fc.subarray(Object.keys(material) as (keyof typeof material)[]);
const withParts = (names: readonly string[]): ReviewInput => ({
  ...base,
  ...Object.fromEntries(Object.entries(material).filter(([name]) => names.includes(name))),
});

test("whatever is given, every item of the agenda is there once, filled or blank", () => {
  fc.assert(
    fc.property(some, (names) => {
      const { sections } = reviewPack(withParts(names));
      const agenda = whpJetsCv06.regime.meetings[0].agenda.map(({ id }) => id as string);
      expect(sections.map(({ id }) => id).filter((id) => agenda.includes(id))).toEqual(agenda);
      expect(sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
    }),
  );
});

test("more material never leaves more blanks", () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      const more = reviewPack(withParts([...one, ...other])).blanks;
      expect(more).toBeLessThanOrEqual(reviewPack(withParts(one)).blanks);
    }),
  );
});

test("blanks are counted as they are printed", () => {
  fc.assert(
    fc.property(some, (names) => {
      const pack = reviewPack(withParts(names));
      expect(reviewMarkdown(pack).split("▢").length - 1).toBe(pack.blanks);
    }),
  );
});
