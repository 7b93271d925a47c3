// Assessing, side by side: npm run bench -- assessing. The tables are published in docs/benchmarks/assessing.md.
import assert from "node:assert/strict";
import { cpus } from "node:os";
import { DEADLINES, handWritten, jsonRulesEngine, zenEngine } from "./assessing/contenders.mjs";
import { referrals } from "./assessing/sample.mjs";
import { library } from "./support/library.mjs";
import { installPeers } from "./support/peers.mjs";
import { table } from "./support/timing.mjs";

installPeers("json-rules-engine", "@gorules/zen-engine");
const rules = await library("root", "calendar");
const asAt = "2021-06-30";
const { days } = rules.workingCalendar("england-and-wales");
const world = { epochDay: rules.epochDay, days, asAt: rules.epochDay(asAt) };

const wanted = DEADLINES.map(([id]) => id);
const six = rules.defineProgramme({
  ...rules.whpJetsCv06,
  id: "six-deadlines",
  readings: [],
  states: rules.whpJetsCv06.states.filter((state) => "from" in state),
  standards: rules.whpJetsCv06.standards
    .map((standard) => ({
      ...standard,
      requirements: standard.requirements.filter(({ id }) => wanted.includes(id)),
    }))
    .filter(({ requirements }) => requirements.length > 0),
});
const requirements = six.standards.flatMap((standard) => standard.requirements.map(({ id }) => id));
const journeys = referrals(100_000, rules.isoDate);

const byHand = handWritten(world);
const byJson = jsonRulesEngine(world);
const byZen = zenEngine(world);
await checkAnswers(journeys.slice(0, 2_000));

const many = journeys;
const fewer = journeys.slice(0, 25_000);
const few = journeys.slice(0, 5_000);
const contenders = [
  [
    "functions written by hand",
    many,
    () => {
      let met = 0;
      for (const journey of many) for (const verdict of byHand(journey)) if (verdict === "met") met += 1;
      return met;
    },
  ],
  ["programme-rules, verdicts counted (`report`)", many, () => rules.report(six, many, { asAt }).journeys],
  [
    "programme-rules, with evidence (`assess`)",
    fewer,
    () => fewer.reduce((found, journey) => found + rules.assess(six, journey, { asAt }).length, 0),
  ],
  [
    "programme-rules, with sentences (`explain`)",
    few,
    () => {
      let length = 0;
      for (const journey of few) {
        for (const finding of rules.assess(six, journey, { asAt })) {
          length += rules.explain(six, journey, finding, { asAt }).sentence.length;
        }
      }
      return length;
    },
  ],
  ["zen-engine, verdicts", few, () => each(few, byZen)],
  ["json-rules-engine, verdicts", few, () => each(few, byJson)],
];
const works = contenders.map(([, , work]) => work);
const times = [...(await inTurns(works.slice(0, 2))), ...(await inTurns(works.slice(2)))];
const rows = contenders.map(([name, { length }], at) => [name, (1000 * times[at]) / length]);
const [[, floor]] = rows;
console.log(`Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}\n`);
console.log("Six deadlines a journey of eight events, dates as ISO text:\n");
console.log(
  table(
    ["", "µs a journey", "to by hand"],
    rows.map(([name, time]) => [name, time.toFixed(2), `${(time / floor).toFixed(1)}×`]),
  ),
);
const ratio = (name, value, isMet, bar) =>
  console.log(`- ${name}: ${value.toFixed(1)}×, bar ${bar}: ${isMet ? "met" : "not met"}`);
console.log("");
ratio("verdicts to functions by hand", rows[1][1] / floor, rows[1][1] <= 3 * floor, "at most 3×");
ratio(
  "json-rules-engine to evidence",
  rows[5][1] / rows[2][1],
  rows[5][1] >= 30 * rows[2][1],
  "at least 30×",
);

console.log("\nThe whole of WHP JETS, eight events a journey:\n");
const scale = [];
for (const count of [100_000, 1_000_000]) {
  const caseload = count === journeys.length ? journeys : referrals(count, rules.isoDate);
  globalThis.gc?.();
  const start = performance.now();
  rules.report(rules.whpJetsCv06, caseload, { asAt });
  scale.push([count, performance.now() - start, process.memoryUsage().rss]);
}
console.log(
  table(
    ["journeys", "report, s", "memory in all, MB"],
    scale.map(([count, time, memory]) => [
      count.toLocaleString("en-GB"),
      (time / 1000).toFixed(2),
      String(Math.round(memory / 1e6)),
    ]),
  ),
);
const growth = scale[1][1] / scale[0][1];
console.log("");
ratio("ten times the journeys, time", growth, growth <= 11, "at most 11×");
console.log(
  `- a million journeys: ${(scale[1][1] / 1000).toFixed(1)} s, bar 10 s: ${scale[1][1] < 10_000 ? "met" : "not met"}`,
);

const year = referrals(200_000, rules.isoDate);
const start = performance.now();
rules.backlogByDay(rules.whpJetsCv06, year, { from: "2021-01-01", asAt: "2022-01-01" });
const sweep = performance.now() - start;
console.log(
  `- backlog by day over a year, 200,000 referrals: ${(sweep / 1000).toFixed(2)} s, bar 1 s: ${sweep < 1000 ? "met" : "not met"}`,
);

/** Nothing is timed that answers differently, journey by journey. */
async function checkAnswers(sample) {
  for (const journey of sample) {
    const own = rules.assess(six, journey, { asAt });
    const expected = wanted.map((id) => own[requirements.indexOf(id)].verdict);
    assert.deepEqual(byHand(journey), expected, journey.id);
    assert.deepEqual(await byJson(journey), expected, journey.id);
    assert.deepEqual(await byZen(journey), expected, journey.id);
  }
  const { lines } = rules.report(six, sample, { asAt });
  const met = sample.flatMap((journey) => byHand(journey)).filter((verdict) => verdict === "met").length;
  assert.equal(
    lines.filter(({ requirement }) => wanted.includes(requirement)).reduce((sum, line) => sum + line.met, 0),
    met,
  );
}

/** One after the other, as engines take their facts. */
async function each(sample, engine) {
  for (const journey of sample) await engine(journey);
}

/** Milliseconds of the best of several rounds of each, after a warm-up; they take turns, so that other work meets all. */
async function inTurns(works, rounds = 9) {
  const best = works.map(() => Infinity);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, work] of works.entries()) {
      const begun = performance.now();
      await work();
      if (round > 0) best[at] = Math.min(best[at], performance.now() - begun);
    }
  }
  return best;
}
