// npm run verify:slow, its second part: every law under seeds never asked before, each printed, so that a failure can be
// had again: `node .config/laws.mjs 1234` asks that seed.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

const TIMES = 10;

const given = process.argv.slice(2).map(Number);
const seeds = given.length > 0 ? given : Array.from({ length: TIMES }, () => randomInt(2 ** 31));
const laws = readdirSync("test", { recursive: true })
  .map((file) => `test/${file.replaceAll("\\", "/")}`)
  .filter(
    (file) => file.endsWith(".test.ts") && /fast-check|testing\/arbitraries/.test(readFileSync(file, "utf8")),
  );

const failed = seeds.filter((seed) => {
  console.log(`\nseed ${seed}: ${laws.length} files of laws`);
  const env = { ...process.env, LAWS_SEED: String(seed) };
  return (
    spawnSync("npx", ["vitest", "run", "--reporter=dot", ...laws], { env, stdio: "inherit" }).status !== 0
  );
});
console.log(
  failed.length === 0 ? `Every law held, ${seeds.length} times over.` : `Failed with ${failed.join(", ")}.`,
);
process.exit(failed.length === 0 ? 0 : 1);
