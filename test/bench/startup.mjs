// What an import costs: node test/bench/run.mjs startup. The table is published in docs/benchmarks/startup.md.
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";
import { table } from "./support/timing.mjs";

const ROUNDS = 31;
const BAR = 2;
const root = join(import.meta.dirname, "../..");
const NOTHING = "nothing: `node -e ''`";
const module = ["--input-type=module", "-e"];

/** Each program is run by a Node of its own, from the package's folder, so that it finds the package by its name. */
const programs = [
  [NOTHING, [...module, ""]],
  ['`import "programme-rules"`', [...module, 'import "programme-rules"']],
  ['`require("programme-rules")`', ["-e", 'require("programme-rules")']],
  ['`import "programme-rules/calendar"`', [...module, 'import "programme-rules/calendar"']],
  ["the same, file by file (what bundlers read)", [...module, 'import "./dist/esm/doors/root.js"']],
  ['`import "zod/mini"` alone', [...module, 'import "zod/mini"']],
];
/** What each program adds at its end: the processor time it took, which other work on the machine blurs less. */
const CLOCK = ";const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);";
const times = new Map(programs.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, program] of programs) times.get(name).push(time(program));

const of = (name, clock) => median(times.get(name).map((taken) => taken[clock]));
const ratio = (name, clock) => of(name, clock) / of(NOTHING, clock);
const rows = programs.map(([name]) => [
  name,
  ...["wall", "processor"].flatMap((clock) => [
    of(name, clock).toFixed(0),
    `${ratio(name, clock).toFixed(2)}×`,
  ]),
]);
console.log(`Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}\n`);
console.log(table(["", "ms", "to nothing", "processor ms", "to nothing"], rows));
for (const clock of ["wall", "processor"]) {
  const found = ratio(programs[1][0], clock);
  console.log(
    `\n- import to nothing, ${clock}: ${found.toFixed(2)}×, bar at most ${BAR}×: ${found <= BAR ? "met" : "not met"}`,
  );
}

function time(program) {
  const words = [...program.slice(0, -1), program.at(-1) + CLOCK];
  const start = process.hrtime.bigint();
  const printed = execFileSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return { wall: Number(process.hrtime.bigint() - start) / 1e6, processor: Number(printed) };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
