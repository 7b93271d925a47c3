// The cohort jobs: node test/bench/run.mjs cohorts. The table is published in docs/benchmarks/cohorts.md.
import assert from "node:assert/strict";
import { cpus } from "node:os";
import { counts, days, lives, people } from "./cohorts/sample.mjs";
import { library } from "./support/library.mjs";
import { table } from "./support/timing.mjs";

const rules = await library("root", "calendar", "cohorts");
const ROUNDS = 5;
const caseload = people(200_000, 1000);
const million = lives(1_000_000);
const { columns, objects } = days(1_000_000);
const fiveYears = { asAt: "2024-12-31", window: { days: 1795, lagDays: 0 } };
const sixty = rules.cohortTableFromCounts(counts(rules, 60), {
  asAt: "2023-12-31",
  window: { days: 238, lagDays: 61 },
});
const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const providers = Array.from({ length: 40 }, (_, at) => ({
  id: `p${at}`,
  share: { count: 40 + at, of: 200 },
}));
const uncertainty = { seed: 1, runs: 10_000, passAt: "22%" };

/** Each job gives a number that is checked, so that nothing is timed that did not do its work. */
const jobs = [
  [
    "200,000 journeys to a cohort table",
    () => starts(rules.cohortTable(rules.whpJetsCv06, caseload, { asAt: "2023-12-31" })),
    200_000,
  ],
  [
    "1,000,000 people to a table of 60 months by 60 ages: two columns of days",
    () => starts(rules.cohortTableFromDays(columns, fiveYears)),
    1_000_000,
  ],
  [
    "1,000,000 people to the same table: an object a person",
    () => starts(rules.cohortTableFromDays(objects, fiveYears)),
    1_000_000,
  ],
  ["Kaplan–Meier on 1,000,000 lives", () => rules.kaplanMeier(million).length, 60],
  ["Kaplan–Meier on a table of 60 cohorts", () => rules.conversion(sixty).kaplanMeier.length, 9],
  ["four windows on the profile, 60 cohorts", () => rules.performanceOver(sixty, profile).windows.length, 4],
  [
    "forecast of 60 cohorts, 10,000 runs",
    () => rules.forecast(sixty, profile, { uncertainty }).band.runs,
    10_000,
  ],
  ["ranking of 40 with 10,000 runs", () => rules.rank(providers, { chance: { seed: 1 } }).length, 40],
];

const [one, other] = [columns, objects].map((given) => rules.cohortTableFromDays(given, fiveYears));
assert.deepEqual(one, other);
assert.deepEqual([one.rows.length, one.lastAge], [60, 59]);

function starts({ rows }) {
  return rows.reduce((sum, row) => sum + row.starts, 0);
}

function best(run, wanted) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = process.hrtime.bigint();
    const answer = run();
    least = Math.min(least, Number(process.hrtime.bigint() - from) / 1e6);
    assert.equal(answer, wanted);
  }
  return least.toFixed(1);
}

console.log(
  `Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}; milliseconds, best of ${ROUNDS}\n`,
);
console.log(
  table(
    ["", "ms"],
    jobs.map(([name, run, wanted]) => [name, best(run, wanted)]),
  ),
);
