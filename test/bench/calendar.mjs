// Working days, side by side: node test/bench/run.mjs calendar. The table is published in docs/benchmarks/calendar.md.
import assert from "node:assert/strict";
import { cpus } from "node:os";
import { floor, integers, texts } from "./calendar/own.mjs";
import * as peers from "./calendar/peers.mjs";
import { randomSample } from "./calendar/sample.mjs";
import { library } from "./support/library.mjs";
import { installPeers } from "./support/peers.mjs";
import { race, table } from "./support/timing.mjs";

const rules = await library("calendar");
const calendar = rules.workingCalendar("england-and-wales");
const weekendsOnly = rules.workingCalendar({
  holidays: [],
  knownFrom: "2011-01-01",
  knownUntil: "2028-12-31",
});
installPeers("date-holidays", "dayjs", "luxon", "moment-business-days");

const sample = randomSample(rules, 1024);
const holidays = calendar.holidays({ from: "2011-01-01", until: "2028-12-31" }).map(({ on }) => on);
const plain = await peers.dateFnsWithoutHolidays(sample);
const contenders = [
  floor(rules, sample),
  integers(rules, sample),
  texts(rules, sample),
  plain,
  await peers.dateFnsWithHolidays(sample, holidays),
  peers.dateAndSet(sample, holidays),
  peers.dateHolidays(sample, 16),
  peers.momentBusinessDays(sample, holidays),
  peers.dayjsBusinessDays(sample, holidays),
  peers.luxonBusinessDays(sample, holidays),
];
for (const contender of contenders) checkAnswers(contender);

const calls = sample.n.length;
const adds = race(contenders.map(({ name, add, first = calls }) => ({ name, calls: first, run: add })));
const counts = race(
  contenders.filter(({ count }) => count).map(({ name, count }) => ({ name, calls, run: count })),
);
console.log(report());

/** Nothing is timed that answers differently. */
function checkAnswers(contender) {
  const judge = contender === plain ? weekendsOnly : calendar;
  for (let i = 0; i < sample.n.length && !(i >= contender.first); i += 1) {
    if (contender.knowsFrom && sample.fromText[i] < contender.knowsFrom) continue;
    const answer = contender.answer(i);
    const text = typeof answer === "number" ? rules.isoDate(answer) : answer;
    const question = `${contender.name}: ${sample.n[i]} working days after ${sample.fromText[i]}`;
    assert.equal(text, judge.addWorkingDays(sample.fromText[i], sample.n[i]), question);
    if (!contender.distance) continue;
    const [start, end] = [sample.startText[i], sample.endText[i]];
    assert.equal(
      contender.distance(i),
      judge.countWorkingDays(start, end),
      `${contender.name}: ${start} to ${end}`,
    );
  }
}

function report() {
  const own = contenders[2].name;
  const figure = (times, name, unit) => (times.has(name) ? unit(times.get(name) / times.get(own)) : "–");
  const rows = contenders.map(({ name }) => [
    name,
    adds.get(name).toFixed(1),
    figure(adds, name, (ratio) => `${ratio.toFixed(2)}×`),
    counts.get(name)?.toFixed(1) ?? "–",
    figure(counts, name, (ratio) => `${ratio.toFixed(2)}×`),
  ]);
  const heads = ["", "add, ns", "to ISO text", "count, ns", "to ISO text"];
  const machine = `Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}`;
  return [machine, "", table(heads, rows), "", ...bars()].join("\n");
}

function bars() {
  const [plainTable, whole, iso, withoutHolidays, , loop] = contenders.map(({ name }) => name);
  const ratio = (times, a, b) => times.get(a) / times.get(b);
  const most = (what, value, bar) =>
    `- ${what}: ${value.toFixed(2)}×, bar at most ${bar}×: ${verdict(value <= bar)}`;
  const least = (what, value, bar) =>
    `- ${what}: ${value.toFixed(0)}×, bar at least ${bar}×: ${verdict(value >= bar)}`;
  return [
    most("whole numbers to the floor, count", ratio(counts, whole, plainTable), 2),
    most("whole numbers to the floor, add", ratio(adds, whole, plainTable), 3),
    least("date-fns without holidays to ISO text, add", ratio(adds, withoutHolidays, iso), 50),
    least("date-fns without holidays to ISO text, count", ratio(counts, withoutHolidays, iso), 50),
    least("Date and Set loop to ISO text, add", ratio(adds, loop, iso), 200),
    least("Date and Set loop to ISO text, count", ratio(counts, loop, iso), 200),
  ];
}

function verdict(met) {
  return met ? "met" : "not met";
}
