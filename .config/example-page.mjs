// npm run docs, its first part: the page of the example caseload, which README and guides lead to.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("..", import.meta.url));
const words =
  "check --as-at 2021-06-30 --events examples/data/jets-events.csv examples/data/jets-caseload.csv --format html";
const { stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...words.split(" ")], {
  cwd,
  encoding: "utf8",
});
if (stdout === "") throw new Error(stderr);
mkdirSync(`${cwd}/docs/pages`, { recursive: true });
writeFileSync(`${cwd}/docs/pages/scorecard.html`, stdout);
