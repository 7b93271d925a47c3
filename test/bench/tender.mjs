// The tender jobs: node test/bench/run.mjs tender. The table is published in docs/benchmarks/tender.md.
import assert from "node:assert/strict";
import { cpus } from "node:os";
import { library } from "./support/library.mjs";
import { table } from "./support/timing.mjs";
import { example, fiveYears } from "./tender/sample.mjs";

const rules = await library("root", "calendar", "tender");
const ROUNDS = 3;
const large = rules.defineOffer(rules.whpJetsCv06, fiveYears(rules));
const small = rules.defineOffer(rules.whpJetsCv06, example());
const terms = fiveYears(rules);

/** Each job checks its answer, so that nothing is timed that did not do its work. */
const jobs = [
  [
    "an offer of 60 months, checked and applied",
    () => rules.defineOffer(rules.whpJetsCv06, terms).assumptions.referrals.basis === "assumed",
  ],
  ["its forecast in closed form", () => agrees(rules.forecastOffer(large, { runs: 0 }))],
  ["its forecast: 10,000 runs, 60 cohorts, 24 ages", () => agrees(rules.forecastOffer(large))],
  ["the example offer: 10,000 runs, 18 cohorts, 9 ages", () => agrees(rules.forecastOffer(small))],
  ["what moves its outcomes most", () => rules.sensitivity(small).rows.length === 4],
  [
    "what moves its chance most: 9 × 2,000 runs",
    () => rules.sensitivity(small, { answer: "chance" }).rows[0].swing > 0.3,
  ],
];

/** Every closed form lies within four standard errors of the mean of the runs, where there are runs. */
function agrees({ months, runs, levels }) {
  for (const { measure, toDate, meanToDate, standardError } of months) {
    if (runs === 0 || measure === "income") continue;
    assert.ok(Math.abs(toDate - meanToDate) <= 4 * standardError + 1e-6 * toDate + 0.01);
  }
  return levels.length > 0;
}

function best(run) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = process.cpuUsage();
    const answer = run();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
    assert.equal(answer, true);
  }
  return least.toFixed(1);
}

console.log(
  `Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}; milliseconds of processor time, best of ${ROUNDS}\n`,
);
console.log(
  table(
    ["", "ms"],
    jobs.map(([name, run]) => [name, best(run)]),
  ),
);
