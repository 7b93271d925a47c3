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
  ["the same, file by file (what bundlers read)", [...module, 'import "./dist/esm/index.js"']],
  ['`import "zod/mini"` alone', [...module, 'import "zod/mini"']],
];
const times = new Map(programs.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, program] of programs) times.get(name).push(time(program));

const bare = median(times.get(NOTHING));
const rows = programs.map(([name]) => {
  const taken = median(times.get(name));
  return [name, taken.toFixed(0), `${(taken / bare).toFixed(2)}×`];
});
const ratio = median(times.get(programs[1][0])) / bare;
console.log(`Node ${process.version}, ${cpus()[0].model.trim()}, ${process.platform}\n`);
console.log(table(["", "ms", "to nothing"], rows));
console.log(
  `\n- import to nothing: ${ratio.toFixed(2)}×, bar at most ${BAR}×: ${ratio <= BAR ? "met" : "not met"}`,
);

function time(program) {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, program, { cwd: root, stdio: "inherit" });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
