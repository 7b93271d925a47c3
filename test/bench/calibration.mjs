// Whether a forecast is as sure as it says: npm run bench -- calibration [contracts]. Contracts are invented whose truth is
// known, by a program of its own; their forecasts as at month 12 are held against it. Published in docs/benchmarks/calibration.md.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { cohortTableFromCounts, forecast } from "programme-rules/cohorts";
import { chances, contract, PROFILE, truths } from "./calibration/contracts.mjs";
import { offers } from "./calibration/offers.mjs";
import { table } from "./support/timing.mjs";

const CONTRACTS = Number(process.argv[3] ?? 400);
const LEVEL = "22%";

console.log(
  `${CONTRACTS} contracts a row, 12 cohorts of 150 starts, as at month 12; the rate in the end is 22% by the profile.\n`,
);
const rows = [];
const thirds = [];
const reliability = [];
for (const [name, truth] of Object.entries(truths)) {
  const found = Array.from({ length: CONTRACTS }, (_, run) => forecastOne(truth, run));
  const share = (of, is) => `${((100 * of.filter(is).length) / of.length).toFixed(1)}%`;
  const held = (at) => (each) => each[`lower${at}`] <= each.end && each.end <= each[`upper${at}`];
  const mean = (of) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const median = (of) => of.toSorted((one, other) => one - other)[of.length >> 1];
  rows.push([
    name,
    share(found, held(80)),
    share(found, held(95)),
    median(found.map((each) => each.upper95 - each.lower95)).toFixed(0),
    mean(found.map((each) => each.expected - each.end)).toFixed(1),
    share(found, (each) => each.old.lower <= each.end && each.end <= each.old.upper),
    median(found.map((each) => each.old.upper - each.old.lower)).toFixed(0),
    mean(found.map((each) => each.old.expected - each.end)).toFixed(1),
  ]);
  const ordered = found.toSorted((one, other) => one.observed - other.observed);
  for (let third = 0; third < 3; third++) {
    const own = ordered.slice((third * CONTRACTS) / 3, ((third + 1) * CONTRACTS) / 3);
    const stated = mean(own.map((each) => each.probability));
    const passed = own.filter((each) => each.passes).length / own.length;
    const oldStated = mean(own.map((each) => each.old.probability));
    const percent = (fraction) => `${(100 * fraction).toFixed(1)}%`;
    const words = ["lowest", "middle", "highest"][third];
    thirds.push([name, words, share(own, held(80)), percent(stated), percent(passed), percent(oldStated)]);
  }
  reliability.push(...found.map((each) => [each.probability, each.passes]));
}
const heads = ["truth", "80% band holds", "95% band holds", "median width of 95%", "mean error, people"];
console.log(`${table([...heads, "before: 95% holds", "before: width", "before: error"], rows)}\n`);
console.log("By the index that was seen, each third of the contracts:\n");
console.log(
  `${table(["truth", "third", "80% band holds", "chance of 22%, stated", "reached it", "before: stated"], thirds)}\n`,
);
console.log("Chances of reaching 22% stated, and how many came true, all rows together:\n");
const bins = Array.from({ length: 5 }, (_, bin) => {
  const own = reliability.filter(([stated]) => Math.min(4, Math.floor(stated * 5)) === bin);
  const mean = own.reduce((sum, [stated]) => sum + stated, 0) / own.length;
  const came = own.filter(([, passes]) => passes).length;
  return [
    `${bin * 20}–${bin * 20 + 20}%`,
    own.length,
    `${(100 * mean).toFixed(1)}%`,
    `${((100 * came) / own.length).toFixed(1)}%`,
  ];
});
console.log(`${table(["stated", "contracts", "on average", "came true"], bins)}\n`);
posterior();
console.log("");
await offers();

/** A contract as at month 12: what is forecast of its cohorts in the end, what came of them, and what was said before. */
function forecastOne(truth, run) {
  const { counts, end, starts, observed } = contract(truth, run);
  const made = cohortTableFromCounts(counts, { asAt: "2021-12-31", window: { days: 238, lagDays: 61 } });
  const lag = truth.lag === undefined ? {} : { reportingLagMonths: truth.lag };
  const ask = (level) =>
    forecast(made, PROFILE, { ...lag, uncertainty: { seed: run, runs: 2000, level, passAt: LEVEL } });
  const [wide, narrow] = [ask("95%"), ask("80%")];
  return {
    end,
    observed,
    expected: wide.expected,
    lower95: wide.band.lower,
    upper95: wide.band.upper,
    lower80: narrow.band.lower,
    upper80: narrow.band.upper,
    probability: wide.band.pass.probability,
    passes: end * 100 >= starts * 22,
    old: chances(wide, run, starts),
  };
}

/** The posterior of three tables, held against sums over a fine grid in another language. */
function posterior() {
  const python = spawnSync("python3", ["-c", "import numpy"]);
  if (python.status !== 0)
    return console.log("The posterior was not compared: there is no python3 with numpy.");
  const tables = [
    { run: 1, months: 12, n: 150, spread: 0.1, effect: -0.25, stretch: 0 },
    { run: 2, months: 4, n: 40, spread: 0, effect: 0.2, stretch: 0 },
    { run: 3, months: 10, n: 3000, spread: 0.2, effect: -0.1, stretch: -0.1 },
  ].map(
    ({ run, months, n, spread, effect, stretch }) =>
      contract({ months, n, cohort: spread, fixed: effect, stretch }, run).counts,
  );
  const profile = PROFILE.map((percent) => Number(percent.slice(0, -1)) / 100);
  const input = JSON.stringify(
    tables.map((counts) => ({
      profile,
      cohorts: counts.map(({ starts, converted }) => ({ starts, converted })),
    })),
  );
  const file = join(import.meta.dirname, "calibration/posterior.py");
  const { stdout, stderr, status } = spawnSync("python3", [file], { input, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const lines = JSON.parse(stdout).map((theirs, at) => {
    const asAt =
      tables[at].length === 12 ? "2021-12-31" : tables[at].length === 10 ? "2021-10-31" : "2021-04-30";
    const made = cohortTableFromCounts(tables[at], { asAt, window: { days: 238, lagDays: 61 } });
    const { learned, expected } = forecast(made, PROFILE);
    const people = theirs.people.reduce((sum, each) => sum + each, 0);
    for (const name of ["index", "lower", "upper", "weight"])
      assert.ok(
        Math.abs(learned[name] - theirs[name]) < 0.01 * Math.max(1, theirs[name]),
        `${name} of table ${at}`,
      );
    assert.ok(Math.abs(expected - people) < 0.005 * people, `people of table ${at}`);
    return [
      `${tables[at].length} cohorts of ${tables[at][0].starts}`,
      ...["index", "lower", "upper", "weight"].map(
        (name) => `${learned[name].toFixed(3)} / ${theirs[name].toFixed(3)}`,
      ),
      `${expected.toFixed(1)} / ${people.toFixed(1)}`,
    ];
  });
  console.log("The posterior, here / by sums over a fine grid in Python:\n");
  console.log(table(["table", "index", "lower", "upper", "weight", "people in the end"], lines));
}
