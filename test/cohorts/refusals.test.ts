import { amend, whpJetsCv06 } from "programme-rules";
import {
  bornhuetterFerguson,
  chainLadder,
  cohortExchange,
  cohortTable,
  cohortTableFromCounts,
  compareWithProfile,
  forecast,
  forecastCohort,
  funnel,
  kaplanMeier,
  mergeCohortTables,
  normalQuantile,
  performanceOver,
  rank,
  reachedBy,
  wilson,
} from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { JETS_WINDOW, PROFILE } from "../oracle/cohorts.js";

const options = { asAt: "2021-05-31", window: JETS_WINDOW };
const march = { month: "2021-03", starts: 10, converted: [0, 1, 2] };
const table = cohortTableFromCounts([march], options);
const counts = (change: object) => () => cohortTableFromCounts([{ ...march, ...change }], options);
const COUNTS_TODO = "Give each cohort once, with the converted by the end of each month since it began.";
const PROFILE_ALLOWED =
  'Expected percent text by the end of each month of age, cumulative, such as ["0%", "1%", "3%"], no longer than the table; or such a list for every group. Take the profile from the contract, month of the start first.';
const CHANCE_TODO = "Give a seed of your own and write it down: the same seed gives the same result.";
const person = (...days: string[]) => ({
  id: "R1",
  events: [
    { kind: "started", on: "2021-03-01" },
    ...days.map((on) => ({ kind: "milestone-reached", milestone: "1000", on })),
  ],
});

type Refusal = [what: string, code: string, act: () => unknown, message: string];
const cases: Refusal[] = [
  [
    "a number of people with a fraction",
    "cohorts/counts",
    counts({ converted: [0, 1.5, 2] }),
    `Not accepted: a number that is not whole, or below 0 for the cohort 2021-03. Expected whole numbers from 0. ${COUNTS_TODO}`,
  ],
  [
    "more converted than started",
    "cohorts/counts",
    counts({ converted: [0, 1, 11] }),
    `Not accepted: more converted than started for the cohort 2021-03. Expected at most as many as started. ${COUNTS_TODO}`,
  ],
  [
    "numbers that fall",
    "cohorts/counts",
    counts({ converted: [0, 3, 2] }),
    `Not accepted: a number below the one before for the cohort 2021-03. Expected cumulative numbers, which never fall. ${COUNTS_TODO}`,
  ],
  [
    "a number for a month that is not over",
    "cohorts/counts",
    counts({ converted: [0, 1, 2, 3] }),
    `Not accepted: 4 numbers for the cohort 2021-03. Expected 3 numbers, one a month of age that is over. ${COUNTS_TODO}`,
  ],
  [
    "the same cohort twice",
    "cohorts/counts",
    () => cohortTableFromCounts([march, march], options),
    `Not accepted: a second count for the cohort 2021-03. Expected one count a cohort. ${COUNTS_TODO}`,
  ],
  [
    "an outcome older than the table",
    "cohorts/age",
    () => cohortTable(whpJetsCv06, [person("2021-06-01")], { asAt: "2021-07-31", lastAge: 2 }),
    "Not accepted: an outcome at an age of 3 months and lastAge 2 (number). Expected a lastAge that no outcome exceeds. Raise `lastAge` to 3 or more.",
  ],
  [
    "no tables",
    "cohorts/no-tables",
    () => mergeCohortTables([]),
    "Not accepted: no tables. Expected at least one table. Begin with the table of an empty caseload.",
  ],
  [
    "tables of two dates",
    "cohorts/other-grain",
    () => mergeCohortTables([table, cohortTableFromCounts([], { ...options, asAt: "2021-06-30" })]),
    "Not accepted: tables as at 2021-05-31, 238 days and 61 of lag, ages to 8, not split; and as at 2021-06-30, 238 days and 61 of lag, ages to 8, not split. Expected tables of the same as-at date, window, ages and split. Make the tables again with the same options.",
  ],
  [
    "a profile that falls",
    "cohorts/profile",
    () => compareWithProfile(table, ["3%", "1%"]),
    `Not accepted: a profile that falls from 3% to 1%. ${PROFILE_ALLOWED}`,
  ],
  [
    "no profile",
    "cohorts/profile",
    () => compareWithProfile(table, []),
    `Not accepted: an empty profile. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile longer than the table",
    "cohorts/profile",
    () => compareWithProfile(table, [...PROFILE, "23%"]),
    `Not accepted: a profile of 10 months for a table of ages 0 to 8. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile that expects nothing",
    "cohorts/profile",
    () => compareWithProfile(table, ["0%"]),
    `Not accepted: a profile that never rises above 0%. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile without a group",
    "cohorts/profile",
    () => compareWithProfile(table, { easy: ["1%"] }),
    `Not accepted: a profile without a list for a group of the table. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile of fractions",
    "quantity/percent",
    () => compareWithProfile(table, ["0.01"]),
    'Not accepted: "0.01". Expected a percentage from 0% to 100% as text, at most six decimals, such as "99.5%". Write the number with its percent sign, as the contract does.',
  ],
  [
    "a level as a bare number",
    "cohorts/rate",
    () => compareWithProfile(table, PROFILE, { level: 0.22 as unknown as string }),
    'Not accepted: the level 0.22 (number). Expected percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a level of nothing at all",
    "cohorts/rate",
    () => compareWithProfile(table, PROFILE, { level: null as unknown as string }),
    'Not accepted: the level null (object). Expected percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a level that is a share of nobody",
    "cohorts/rate",
    () => compareWithProfile(table, PROFILE, { level: { count: 0, of: 0 } }),
    'Not accepted: the level a share of nothing. Expected percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a part as a bare number",
    "cohorts/rate",
    () => reachedBy([], 0.5 as unknown as string),
    'Not accepted: the part 0.5 (number). Expected percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a month that is not over",
    "cohorts/month",
    () => performanceOver(table, PROFILE, { month: "2021-06" }),
    'Not accepted: the month "2021-06". Expected a month up to 2021-05, the last that is over as at the table\'s date. Ask for an earlier month, or make the table as at a later date.',
  ],
  [
    "a basis that is none",
    "argument/option",
    () => performanceOver(table, PROFILE, { basis: "flow" as "naive-flow" }),
    'Not accepted: "flow" as basis. Expected profile-flow, maturing-cohort, naive-flow. Correct it, or leave it out.',
  ],
  [
    "a level of confidence of 100%",
    "cohorts/level",
    () => wilson({ count: 1, of: 2 }, { level: "100%" }),
    'Not accepted: the confidence level "100%". Expected percent text above 0% and below 100%, such as "95%". Say how often such an interval should hold the true value.',
  ],
  [
    "a life of negative length",
    "cohorts/life",
    () => kaplanMeier([{ time: -1, event: true }]),
    "Not accepted: the time -1 (number). Expected a finite number from 0. Give how long the life was watched, in one unit for all.",
  ],
  [
    "half a run",
    "cohorts/chance",
    () => forecast(table, PROFILE, { uncertainty: { seed: 1, runs: 0.5 } }),
    `Not accepted: 0.5 (number) runs. Expected a whole number from 1. ${CHANCE_TODO}`,
  ],
  [
    "a seed with a fraction",
    "cohorts/chance",
    () => rank([], { chance: { seed: 0.5 } }),
    `Not accepted: the seed 0.5 (number). Expected a whole number. ${CHANCE_TODO}`,
  ],
  [
    "a first run before the first",
    "cohorts/chance",
    () => forecast(table, PROFILE, { uncertainty: { seed: 1, firstRun: -1 } }),
    `Not accepted: firstRun -1 (number). Expected a whole number from 0. ${CHANCE_TODO}`,
  ],
  [
    "a scale that is none",
    "argument/option",
    () => kaplanMeier([], { scale: "logit" as "log" }),
    'Not accepted: "logit" as scale. Expected log-log, log, plain. Correct it, or leave it out.',
  ],
  [
    "a triangle with a gap",
    "cohorts/triangle",
    () => chainLadder([[1, null, 3]]),
    "Not accepted: row 1 with null (object) at age 1. Expected rows of finite numbers from age 0 without a gap; null only after the last one observed. Give each cohort a row of cumulative amounts, oldest cohort first.",
  ],
  [
    "expected amounts that do not fit",
    "cohorts/expected",
    () => bornhuetterFerguson([[1, 2]], []),
    "Not accepted: expected amounts that do not fit 1 rows. Expected one finite number for each row of the triangle. Say what each row was expected to come to in the end.",
  ],
  [
    "an expected amount that is no number",
    "cohorts/expected",
    () => bornhuetterFerguson([[1, 2], [1]], [1, Number.NaN]),
    "Not accepted: expected amounts that do not fit 2 rows. Expected one finite number for each row of the triangle. Say what each row was expected to come to in the end.",
  ],
  [
    "how far a cohort has grown as a bare number",
    "cohorts/rate",
    () => forecastCohort({ starts: 10, converted: 1, grown: 0.5 as unknown as string, prior: "22%" }),
    'Not accepted: grown 0.5 (number). Expected percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  ...[
    () => forecastCohort({ starts: 10, converted: 1, grown: "50%", prior: 22 as unknown as string }),
    () => forecast(table, PROFILE, { prior: 22 as unknown as string }),
  ].map(
    (act): Refusal => [
      "a prior as a bare number",
      "cohorts/rate",
      act,
      'Not accepted: the prior 22 (number). Expected percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
    ],
  ),
  [
    "a probability in percent",
    "cohorts/probability",
    () => normalQuantile(97.5),
    "Not accepted: the probability 97.5 (number). Expected a fraction above 0 and below 1. Divide a percentage by 100.",
  ],
  [
    "a negative shock",
    "cohorts/uncertainty",
    () => forecast(table, PROFILE, { uncertainty: { seed: 1, shock: -1 } }),
    "Not accepted: shock -1 (number). Expected a number from 0, such as 0.2. See what the option means in the documentation of Uncertainty.",
  ],
  [
    "the same id twice",
    "cohorts/rank",
    () => rank([1, 2].map((count) => ({ id: "a", share: { count, of: 3 } }))),
    "Not accepted: the same id twice. Expected each id once. Rank each performer once, in at least two parts.",
  ],
  [
    "a ranking in one part",
    "cohorts/rank",
    () => rank([], { tiles: 1 }),
    "Not accepted: 1 (number) parts. Expected a whole number from 2. Rank each performer once, in at least two parts.",
  ],
  [
    "a funnel around nothing",
    "cohorts/funnel",
    () => funnel([], "0%"),
    "Not accepted: a centre of 0%. Expected a rate above 0% and below 100%. Take the level, or all performers together, as the centre.",
  ],
];

function faultOf(act: () => unknown): unknown {
  try {
    return { answered: act() };
  } catch (fault) {
    return fault;
  }
}

describe("what is refused", () => {
  test.each(cases)("%s", (_, code, act, message) => {
    expect(faultOf(act)).toMatchObject({ name: "ProgrammeFault", code, message });
  });

  const first = whpJetsCv06.outcomes[0];
  const withAnother = (change: object) =>
    amend(whpJetsCv06, {
      id: "two",
      title: "Two outcomes",
      basis: "assumed",
      changes: { add: { outcomes: [{ ...first, id: "early-outcome", ...change }] } },
    });

  test("outcomes of two lengths in one table", () => {
    const two = withAnother({ within: { days: 100 } });
    expect(() => cohortTable(two, [], { asAt: "2021-05-31" })).toThrow(
      "Not accepted: outcomes with windows of 238 days (known by day 299) and 100 days (known by day 299). Expected one length of window in a table. Name one `outcome`, and make a table for each.",
    );
    expect(cohortTable(two, [], { asAt: "2021-05-31", outcome: "early-outcome" }).window.days).toBe(100);
  });

  test("outcomes of one length, of which one becomes known later", () => {
    const two = withAnother({ claimWithin: { days: 250 } });
    expect(() => cohortTable(two, [], { asAt: "2021-05-31" })).toThrow(
      "Not accepted: outcomes with windows of 238 days (known by day 299) and 238 days (known by day 250).",
    );
  });

  test("an exchange of two outcomes: it would say of all that they are of the first", () => {
    const two = withAnother({});
    const asAt = "2021-05-31";
    expect(cohortTable(two, [], { asAt }).window).toEqual({ days: 238, lagDays: 61 });
    expect(faultOf(() => cohortExchange(two, [], { asAt }))).toMatchObject({
      code: "cohorts/outcomes",
      message:
        "Not accepted: outcomes job-outcome, early-outcome, and none named. Expected one outcome in an exchange. Name one `outcome`, and make an exchange for each.",
    });
    const { outcome, sought } = cohortExchange(two, [], { asAt, outcome: "early-outcome" });
    expect({ outcome, sought }).toEqual({ outcome: "early-outcome", sought: null });
  });
});
