// The queue for first appointments: node test/bench/run.mjs capacity. The table is published in docs/benchmarks/capacity.md.
import assert from "node:assert/strict";
import { cpus } from "node:os";
import { personByPerson } from "./capacity/person-by-person.mjs";
import { library } from "./support/library.mjs";
import { table } from "./support/timing.mjs";

const rules = await library("root", "calendar", "tender");
const ROUNDS = 3;
const DAYS = 253;
const PLAN = {
  from: "2027-01-01",
  until: "2027-12-31",
  referrals: 20,
  slotsPerDay: 30,
  noShowRate: "30%",
  rebookAfter: { workingDays: 5 },
  mostAttempts: 3,
  programme: rules.whpJetsCv06,
};
const EMPTY = { seed: 1, warmUp: { workingDays: 0 } };

checkAnswers();
const runs = 10_000;
const jobs = [
  [
    "simulateBacklog, 10,000 runs of 253 days",
    () => rules.simulateBacklog(PLAN, { ...EMPTY, runs }).runs,
    runs,
  ],
  [
    "requiredCapacity, 10,000 runs of 253 days each",
    () => rules.requiredCapacity(PLAN, { ...EMPTY, runs }).needed,
    28,
  ],
];
const times = jobs.map(([name, run, wanted]) => [name, best(run, wanted)]);
const slow = best(() => peerRuns(200), 200);
const scaled = (slow * runs) / 200;
console.log(
  `Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}; milliseconds, best of ${ROUNDS}\n`,
);
console.log(
  table(
    ["", "ms"],
    [
      ...times.map(([name, ms]) => [name, ms.toFixed(0)]),
      ["person by person, 200 runs scaled to 10,000", scaled.toFixed(0)],
      ["ratio of the two simulations", (scaled / times[0][1]).toFixed(1)],
    ],
  ),
);

/** Without chance both queues are the same queue: the open people of every day are compared. */
function checkAnswers() {
  const counts = Array.from({ length: DAYS }, (_, day) => (day * 7) % 59);
  const calendar = rules.workingCalendar("england-and-wales");
  const on = (day) => calendar.addWorkingDays("2026-12-31", day + 1);
  const byDay = Object.fromEntries(counts.map((count, day) => [on(day), count]));
  const certain = { ...PLAN, noShowRate: "0%", referrals: { byDay } };
  const { days } = rules.simulateBacklog(certain, { ...EMPTY, runs: 1 });
  let day = 0;
  const peer = personByPerson({ ...peerPlan(), missed: 0, arrivals: () => counts[day++] }, () => 0.5);
  assert.deepEqual(
    days.map(({ open }) => open),
    peer.open,
  );
}

function peerPlan() {
  return { days: DAYS, arrivals: poisson, slots: 30, missed: 0.3, lag: 5, most: 3, due: 15 };
}

function peerRuns(count) {
  const uniform = uniforms(1);
  for (let run = 0; run < count; run += 1) personByPerson(peerPlan(), uniform);
  return count;
}

function poisson(uniform) {
  let count = 0;
  for (let product = uniform(); product > Math.exp(-20); product *= uniform()) count += 1;
  return count;
}

function uniforms(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function best(run, wanted) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = process.hrtime.bigint();
    const answer = run();
    least = Math.min(least, Number(process.hrtime.bigint() - from) / 1e6);
    assert.equal(answer, wanted);
  }
  return least;
}
