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
  'Allowed: percent text by the end of each month of age, cumulative, such as ["0%", "1%", "3%"], no longer than the table; or such a list for every group. Take the profile from the contract, month of the start first.';
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
    `Given a number that is not whole, or below 0 for the cohort 2021-03. Allowed: whole numbers from 0. ${COUNTS_TODO}`,
  ],
  [
    "more converted than started",
    "cohorts/counts",
    counts({ converted: [0, 1, 11] }),
    `Given more converted than started for the cohort 2021-03. Allowed: at most as many as started. ${COUNTS_TODO}`,
  ],
  [
    "numbers that fall",
    "cohorts/counts",
    counts({ converted: [0, 3, 2] }),
    `Given a number below the one before for the cohort 2021-03. Allowed: cumulative numbers, which never fall. ${COUNTS_TODO}`,
  ],
  [
    "a number for a month that is not over",
    "cohorts/counts",
    counts({ converted: [0, 1, 2, 3] }),
    `Given 4 numbers for the cohort 2021-03. Allowed: 3 numbers, one a month of age that is over. ${COUNTS_TODO}`,
  ],
  [
    "the same cohort twice",
    "cohorts/counts",
    () => cohortTableFromCounts([march, march], options),
    `Given a second count for the cohort 2021-03. Allowed: one count a cohort. ${COUNTS_TODO}`,
  ],
  [
    "an outcome older than the table",
    "cohorts/age",
    () => cohortTable(whpJetsCv06, [person("2021-06-01")], { asAt: "2021-07-31", lastAge: 2 }),
    "Given an outcome at an age of 3 months and lastAge 2 (number). Allowed: a lastAge that no outcome exceeds. Raise `lastAge` to 3 or more.",
  ],
  [
    "no tables",
    "cohorts/no-tables",
    () => mergeCohortTables([]),
    "Given no tables. Allowed: at least one table. Begin with the table of an empty caseload.",
  ],
  [
    "tables of two dates",
    "cohorts/other-grain",
    () => mergeCohortTables([table, cohortTableFromCounts([], { ...options, asAt: "2021-06-30" })]),
    "Given tables as at 2021-05-31, 238 days and 61 of lag, ages to 8, not split; and as at 2021-06-30, 238 days and 61 of lag, ages to 8, not split. Allowed: tables of the same as-at date, window, ages and split. Make the tables again with the same options.",
  ],
  [
    "a profile that falls",
    "cohorts/profile",
    () => compareWithProfile(table, ["3%", "1%"]),
    `Given a profile that falls from 3% to 1%. ${PROFILE_ALLOWED}`,
  ],
  [
    "no profile",
    "cohorts/profile",
    () => compareWithProfile(table, []),
    `Given an empty profile. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile longer than the table",
    "cohorts/profile",
    () => compareWithProfile(table, [...PROFILE, "23%"]),
    `Given a profile of 10 months for a table of ages 0 to 8. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile that expects nothing",
    "cohorts/profile",
    () => compareWithProfile(table, ["0%"]),
    `Given a profile that never rises above 0%. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile without a group",
    "cohorts/profile",
    () => compareWithProfile(table, { easy: ["1%"] }),
    `Given a profile without a list for a group of the table. ${PROFILE_ALLOWED}`,
  ],
  [
    "a profile of fractions",
    "quantity/percent",
    () => compareWithProfile(table, ["0.01"]),
    'Given "0.01". Allowed: a percentage from 0% to 100% as text, at most six decimals, such as "99.5%". Write the number with its percent sign, as the contract does.',
  ],
  [
    "a level as a bare number",
    "cohorts/rate",
    () => compareWithProfile(table, PROFILE, { level: 0.22 as unknown as string }),
    'Given the level 0.22 (number). Allowed: percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a level of nothing at all",
    "cohorts/rate",
    () => compareWithProfile(table, PROFILE, { level: null as unknown as string }),
    'Given the level null (object). Allowed: percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a level that is a share of nobody",
    "cohorts/rate",
    () => compareWithProfile(table, PROFILE, { level: { count: 0, of: 0 } }),
    'Given the level a share of nothing. Allowed: percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a part as a bare number",
    "cohorts/rate",
    () => reachedBy([], 0.5 as unknown as string),
    'Given the part 0.5 (number). Allowed: percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  [
    "a month that is not over",
    "cohorts/month",
    () => performanceOver(table, PROFILE, { month: "2021-06" }),
    'Given the month "2021-06". Allowed: a month up to 2021-05, the last that is over as at the table\'s date. Ask for an earlier month, or make the table as at a later date.',
  ],
  [
    "a basis that is none",
    "cohorts/basis",
    () => performanceOver(table, PROFILE, { basis: "flow" as "naive-flow" }),
    'Given the basis "flow". Allowed: profile-flow, maturing-cohort, naive-flow. Name what the figure is to mean; profile-flow is the one without a bias of immaturity.',
  ],
  [
    "a level of confidence of 100%",
    "cohorts/level",
    () => wilson({ count: 1, of: 2 }, { level: "100%" }),
    'Given the confidence level "100%". Allowed: percent text above 0% and below 100%, such as "95%". Say how often such an interval should hold the true value.',
  ],
  [
    "a life of negative length",
    "cohorts/life",
    () => kaplanMeier([{ time: -1, event: true }]),
    "Given the time -1 (number). Allowed: a finite number from 0. Give how long the life was watched, in one unit for all.",
  ],
  [
    "half a run",
    "cohorts/chance",
    () => forecast(table, PROFILE, { uncertainty: { seed: 1, runs: 0.5 } }),
    `Given 0.5 (number) runs. Allowed: a whole number from 1. ${CHANCE_TODO}`,
  ],
  [
    "a seed with a fraction",
    "cohorts/chance",
    () => rank([], { chance: { seed: 0.5 } }),
    `Given the seed 0.5 (number). Allowed: a whole number. ${CHANCE_TODO}`,
  ],
  [
    "a first run before the first",
    "cohorts/chance",
    () => forecast(table, PROFILE, { uncertainty: { seed: 1, firstRun: -1 } }),
    `Given firstRun -1 (number). Allowed: a whole number from 0. ${CHANCE_TODO}`,
  ],
  [
    "a scale that is none",
    "cohorts/scale",
    () => kaplanMeier([], { scale: "logit" as "log" }),
    'Given the scale "logit". Allowed: log-log, log, plain. Leave it out for log-log, which keeps intervals between 0% and 100%.',
  ],
  [
    "a triangle with a gap",
    "cohorts/triangle",
    () => chainLadder([[1, null, 3]]),
    "Given row 1 with null (object) at age 1. Allowed: rows of finite numbers from age 0 without a gap; null only after the last one observed. Give each cohort a row of cumulative amounts, oldest cohort first.",
  ],
  [
    "expected amounts that do not fit",
    "cohorts/expected",
    () => bornhuetterFerguson([[1, 2]], []),
    "Given expected amounts that do not fit 1 rows. Allowed: one finite number for each row of the triangle. Say what each row was expected to come to in the end.",
  ],
  [
    "an expected amount that is no number",
    "cohorts/expected",
    () => bornhuetterFerguson([[1, 2], [1]], [1, Number.NaN]),
    "Given expected amounts that do not fit 2 rows. Allowed: one finite number for each row of the triangle. Say what each row was expected to come to in the end.",
  ],
  [
    "how far a cohort has grown as a bare number",
    "cohorts/rate",
    () => forecastCohort({ starts: 10, converted: 1, grown: 0.5 as unknown as string, prior: "22%" }),
    'Given grown 0.5 (number). Allowed: percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
  ],
  ...[
    () => forecastCohort({ starts: 10, converted: 1, grown: "50%", prior: 22 as unknown as string }),
    () => forecast(table, PROFILE, { prior: 22 as unknown as string }),
  ].map(
    (act): Refusal => [
      "a prior as a bare number",
      "cohorts/rate",
      act,
      'Given the prior 22 (number). Allowed: percent text such as "22%", or a share such as { count: 81, of: 263 }. Write a percentage with its percent sign; a bare number could be a percentage or a fraction.',
    ],
  ),
  [
    "a probability in percent",
    "cohorts/probability",
    () => normalQuantile(97.5),
    "Given the probability 97.5 (number). Allowed: a fraction above 0 and below 1. Divide a percentage by 100.",
  ],
  [
    "a negative shock",
    "cohorts/uncertainty",
    () => forecast(table, PROFILE, { uncertainty: { seed: 1, shock: -1 } }),
    "Given shock -1 (number). Allowed: a number from 0, such as 0.2. See what the option means in the documentation of Uncertainty.",
  ],
  [
    "the same id twice",
    "cohorts/rank",
    () => rank([1, 2].map((count) => ({ id: "a", share: { count, of: 3 } }))),
    "Given the same id twice. Allowed: each id once. Rank each performer once, in at least two parts.",
  ],
  [
    "a ranking in one part",
    "cohorts/rank",
    () => rank([], { tiles: 1 }),
    "Given 1 (number) parts. Allowed: a whole number from 2. Rank each performer once, in at least two parts.",
  ],
  [
    "a funnel around nothing",
    "cohorts/funnel",
    () => funnel([], "0%"),
    "Given a centre of 0%. Allowed: a rate above 0% and below 100%. Take the level, or all performers together, as the centre.",
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
      "Given outcomes with windows of 238 days (known by day 299) and 100 days (known by day 299). Allowed: one length of window in a table. Name one `outcome`, and make a table for each.",
    );
    expect(cohortTable(two, [], { asAt: "2021-05-31", outcome: "early-outcome" }).window.days).toBe(100);
  });

  test("outcomes of one length, of which one becomes known later", () => {
    const two = withAnother({ claimWithin: { days: 250 } });
    expect(() => cohortTable(two, [], { asAt: "2021-05-31" })).toThrow(
      "Given outcomes with windows of 238 days (known by day 299) and 238 days (known by day 250).",
    );
  });

  test("an exchange of two outcomes: it would say of all that they are of the first", () => {
    const two = withAnother({});
    const asAt = "2021-05-31";
    expect(cohortTable(two, [], { asAt }).window).toEqual({ days: 238, lagDays: 61 });
    expect(faultOf(() => cohortExchange(two, [], { asAt }))).toMatchObject({
      code: "cohorts/outcomes",
      message:
        "Given outcomes job-outcome, early-outcome, and none named. Allowed: one outcome in an exchange. Name one `outcome`, and make an exchange for each.",
    });
    const { outcome, sought } = cohortExchange(two, [], { asAt, outcome: "early-outcome" });
    expect({ outcome, sought }).toEqual({ outcome: "early-outcome", sought: null });
  });
});
