// Runs the main job on the example caseload, and fails when the README shows anything else.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const root = new URL("..", import.meta.url);
const command =
  "check --programme whp-jets --as-at 2021-06-30 --events examples/data/jets-events.csv examples/data/jets-caseload.csv";
const { stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...command.split(" ")], {
  cwd: root,
  encoding: "utf8",
});
process.stdout.write(stdout);
process.stderr.write(stderr);

const readme = readFileSync(new URL("README.md", root), "utf8");
const [, shown] = readme.match(/```text\n([^`]*?)```/) ?? [];
if (stdout.startsWith("Work and Health Programme") && shown !== undefined && stdout.startsWith(shown)) {
  process.stdout.write("\nThe README shows the same scorecard.\n");
} else {
  process.stderr.write(
    "\nThe README shows another scorecard: copy this one there, and look at what changed.\n",
  );
  process.exitCode = 1;
}
