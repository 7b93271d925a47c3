// A national caseload on one machine: npm run bench -- files [PART …] [--beside FOLDER], where FOLDER is another checkout of
// the package, built; all parts take three quarters of an hour. The tables are published in docs/benchmarks/files.md.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { READERS } from "./files/readers.mjs";
import { run } from "./files/run.mjs";
import { AS_AT, EVENTS, idOf, writeEvents, writeReferrals } from "./files/sample.mjs";
import { installPeers } from "./support/peers.mjs";
import { table } from "./support/timing.mjs";

const TENS = [10_000, 100_000, 1_000_000];
const MILLION = 1_000_000;
const NATION = 3_000_000;
/** Ten times the input times its logarithm, and a tenth for what a machine shared with others adds. */
const GROWTH = 10 * (6 / 5) * 1.1;
const MOST_BYTES = 200;
const FREE_MEGABYTES = 150;

const { values: asked, positionals } = parseArgs({
  args: process.argv.slice(3),
  options: { beside: { type: "string" } },
  allowPositionals: true,
});
const folder = join(tmpdir(), "programme-rules-files");
mkdirSync(folder, { recursive: true });
console.log(`Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}\n`);

const asAt = ["--as-at", AS_AT];
const referrals = (people) => file(`${people}.csv`, (path) => writeReferrals(path, people));
const ordered = (people) => file(`${people}-events.csv`, (path) => writeEvents(path, people));
const shuffled = (people) =>
  file(`${people}-shuffled.csv`, (path) => writeEvents(path, people, { shuffled: true }));

const PARTS = { readers, before, growth, memory, large };
for (const part of positionals) assert.ok(part in PARTS, `Which part? ${Object.keys(PARTS).join(", ")}`);
for (const [name, part] of Object.entries(PARTS)) {
  const isAsked =
    positionals.length === 0 ? name !== "before" || asked.beside !== undefined : positionals.includes(name);
  if (isAsked) await part();
}

/** A file of the bench, written once. */
async function file(name, write) {
  const path = join(folder, name);
  if (!existsSync(path)) {
    await write(`${path}.part`);
    renameSync(`${path}.part`, path);
  }
  return path;
}

/** CSV alone: the readers take turns, and the best of three rounds counts. */
async function readers() {
  installPeers("papaparse", "udsv", "csv-parse");
  const paths = [await referrals(MILLION), await ordered(MILLION)];
  const rows = [];
  for (const path of paths) {
    const best = new Map();
    let found;
    for (let round = 0; round < 3; round += 1) {
      for (const [name, read] of Object.entries(READERS)) {
        const start = process.cpuUsage();
        const counted = await read(path);
        const { user, system } = process.cpuUsage(start);
        found ??= counted;
        assert.deepEqual(counted, found, name);
        best.set(name, Math.min(best.get(name) ?? Infinity, (user + system) / 1e6));
      }
    }
    const own = best.get("papaparse");
    const what = `${count(found.rows)} rows of ${found.cells / found.rows} columns`;
    rows.push([
      what,
      ...[...best.values()].map((each) => `${each.toFixed(2)} s, ${(each / own).toFixed(1)}×`),
    ]);
  }
  console.log(`Reading alone:\n\n${table(["", ...Object.keys(READERS)], rows)}\n`);
}

/** The same runs with the code before, in turn; the answers are the same. */
async function before() {
  const people = await referrals(MILLION);
  const kinds = [
    ["check", ["check", ...asAt, people]],
    ["report --by provider", ["report", ...asAt, "--by", "provider", people]],
    ["backlog", ["backlog", ...asAt, people]],
    ["due", ["due", ...asAt, people]],
    ["check, 8 million events in order", ["check", ...asAt, "--events", await ordered(MILLION), people]],
    ["check, 8 million events shuffled", ["check", ...asAt, "--events", await shuffled(MILLION), people]],
  ];
  const rows = [];
  for (const [name, words] of kinds) {
    // Events in any order were all held in memory.
    const then = run(folder, words, { package: asked.beside, flags: ["--max-old-space-size=12000"] });
    const now = run(folder, words);
    assert.equal(now.digest, then.digest, name);
    rows.push([
      name,
      then.seconds.toFixed(1),
      now.seconds.toFixed(1),
      `${(now.seconds / then.seconds).toFixed(2)}×`,
      then.megabytes.toFixed(0),
      now.megabytes.toFixed(0),
    ]);
  }
  const heads = ["a million referrals", "before, s", "now, s", "now to before", "before, MB", "now, MB"];
  console.log(`Beside the code before it:\n\n${table(heads, rows)}\n`);
}

/** What each command takes of a caseload, and of one ten times as large. */
async function growth() {
  const kinds = {
    check: () => [],
    "check --json": () => ["--json"],
    "report --by provider": () => ["--by", "provider"],
    "report --by month": () => ["--by", "month"],
    backlog: () => [],
    "backlog --month": () => ["--month", "2021-05"],
    due: () => [],
    "due --json": () => ["--json"],
    explain: (people) => [idOf(people - 1)],
    review: () => [],
    readings: () => [],
    cohorts: () => [],
    map: () => [],
    "check, events in order": async (people) => ["--events", await ordered(people)],
    "check, events shuffled": async (people) => ["--events", await shuffled(people)],
  };
  const start = run(folder, ["rules"]).seconds;
  const rows = [];
  const over = [];
  for (const [name, more] of Object.entries(kinds)) {
    const command = name.split(/[ ,]/)[0];
    const taken = [];
    for (const people of TENS) {
      const own = command === "map" ? [] : asAt;
      taken.push(run(folder, [command, ...(await more(people)), ...own, await referrals(people)]));
    }
    const [, hundred, million] = taken.map(({ seconds }) => seconds - start);
    const times = million / hundred;
    if (times > GROWTH) over.push(name);
    rows.push([
      name,
      ...taken.map(({ seconds }) => seconds.toFixed(1)),
      `${times.toFixed(1)}×`,
      taken.at(-1).megabytes.toFixed(0),
    ]);
  }
  const heads = ["processor seconds", ...TENS.map(count), "ten times as many", "most MB"];
  console.log(`${table(heads, rows)}\n\nThe start of Node, ${start.toFixed(2)} s, is not in the growth.\n`);
  console.log(
    `- growth, bar at most ${GROWTH.toFixed(1)}×: ${over.length === 0 ? "met" : `not met by ${over.join(", ")}`}`,
  );
  const check = Number(rows[0][3]);
  console.log(
    `- a million referrals of ten columns checked: ${check} s, bar 12 s: ${check <= 12 ? "met" : "not met"}\n`,
  );
}

/** What stays in memory of each referral: a million of them, and three with all of their events. */
async function memory() {
  const rows = [];
  const add = (name, people, { seconds, megabytes }) => {
    const bytes = (Math.max(0, megabytes - FREE_MEGABYTES) * 2 ** 20) / people;
    rows.push([name, count(people), seconds.toFixed(1), megabytes.toFixed(0), bytes.toFixed(0)]);
    return bytes;
  };
  const most = [];
  const withOrdered = ["--events", await ordered(MILLION)];
  for (const [name, words] of [
    ["check", ["check"]],
    ["check --json", ["check", "--json"]],
    ["check, events in order", ["check", ...withOrdered]],
    ["check --json, events in order", ["check", "--json", ...withOrdered]],
  ])
    most.push(add(name, MILLION, run(folder, [...words, ...asAt, await referrals(MILLION)])));
  const sorted = run(folder, [
    "check",
    "--events",
    await shuffled(MILLION),
    ...asAt,
    await referrals(MILLION),
  ]);
  add("check, events shuffled", MILLION, sorted);
  for (const command of ["check", "report", "backlog"]) {
    const words = [command, "--events", await ordered(NATION), ...asAt, await referrals(NATION)];
    most.push(add(`${command}, ${count(NATION * EVENTS)} events in order`, NATION, run(folder, words)));
  }
  const heads = ["", "referrals", "seconds", "most MB", `bytes a referral beyond ${FREE_MEGABYTES} MB`];
  console.log(`${table(heads, rows)}\n`);
  const greatest = Math.max(...most);
  console.log(
    `- bytes a referral, without events or with them in order: ${greatest.toFixed(0)}, bar at most ${MOST_BYTES}: ${greatest <= MOST_BYTES ? "met" : "not met"}\n`,
  );
}

/** One person with very many events, and one caseload of very many partners. */
async function large() {
  const one = join(folder, "one.csv");
  writeFileSync(one, "id,received_on,started_on\nR1,2020-07-01,2020-07-10\n");
  const rows = [];
  for (const words of [["check"], ["explain", "R1"], ["due"], ["backlog"], ["readings"], ["review"]]) {
    const taken = [1_000, 10_000, 100_000].map((events) => {
      const path = join(folder, `one-events-${events}.csv`);
      if (!existsSync(path)) writeFileSync(path, longJourney(events));
      return run(folder, [...words, ...asAt, "--events", path, one]).seconds;
    });
    rows.push([words[0], ...taken.map((each) => each.toFixed(1))]);
  }
  console.log(`${table(["one journey, seconds", "1,000 events", "10,000", "100,000"], rows)}\n`);
  const partners = [];
  for (const providers of [200, 2_000]) {
    const path = await file(`partners-${providers}.csv`, (to) =>
      writeReferrals(to, providers * 20, { providers }),
    );
    const { seconds, megabytes } = run(folder, ["review", "--by", "provider", ...asAt, path]);
    partners.push([count(providers), seconds.toFixed(1), megabytes.toFixed(0)]);
  }
  console.log(
    `${table(["review --by provider: partners of 20 referrals", "seconds", "most MB"], partners)}\n`,
  );
  const seconds = Number(partners.at(-1)[1]);
  console.log(`- a review of 2,000 partners: ${seconds} s, bar 5 s: ${seconds <= 5 ? "met" : "not met"}`);
}

function longJourney(events) {
  const kinds = ["contacted", "meeting-missed", "absence-explained", "contact-attempted"];
  let text = "id,kind,on\n";
  for (let at = 0; at < events; at += 1) {
    const day = new Date(Date.UTC(2020, 6, 12 + Math.floor((at * 350) / events))).toISOString().slice(0, 10);
    text += `R1,${kinds[at % kinds.length]},${day}\n`;
  }
  return text;
}

function count(number) {
  return number.toLocaleString("en-GB");
}
