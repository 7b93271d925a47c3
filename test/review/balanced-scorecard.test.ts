import { report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { cohortTableFromCounts } from "programme-rules/cohorts";
import { balancedScorecard, scorecardMarkdown } from "programme-rules/review";
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
const bare = { programme: whpJetsCv06, report: report(whpJetsCv06, journeys, { asAt }) };
const full = { ...bare, cohorts: { table, profile } };

describe("the balanced scorecard", () => {
  test("stands three views side by side", () => {
    const card = balancedScorecard(full);
    expect(card.standards.map(({ stage }) => stage)).toEqual([
      "pre-programme",
      "programme-engagement",
      "pre-work-support",
      "programme-exit",
      "contract",
    ]);
    expect(card.standards[1]?.verdicts["not-met"]).toBeGreaterThan(0);
    expect(card.levels).toMatchObject([
      { id: "tmpl-1", offered: "22%", matured: { count: 219, of: 1000 }, stands: "short" },
    ]);
    const page = scorecardMarkdown(card);
    for (const heading of ["## Service standards", "## Cohort performance", "## What was offered"])
      expect(page).toContain(heading);
    expect(page).toContain("no score is made of them");
  });

  test("a level that is not published cannot be told", () => {
    const core = balancedScorecard({
      programme: whpCoreCv04,
      report: report(whpCoreCv04, [], { asAt }),
      cohorts: { id: "tmpl-2", table },
    });
    expect(core.levels.map(({ id, offered, stands }) => [id, offered, stands])[1]).toEqual([
      "tmpl-2",
      null,
      "not-known",
    ]);
  });

  test("a split report, or cohorts of no level, are refused", () => {
    const split = report(whpJetsCv06, journeys, { asAt, by: "provider" });
    expect(() => balancedScorecard({ ...bare, report: split })).toThrow("split by an attribute");
    expect(() => balancedScorecard({ ...bare, cohorts: { id: "tmpl-9", table } })).toThrow("Expected tmpl-1");
  });
});
