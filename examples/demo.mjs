// Runs the main job on the example caseload, and fails when the guide to the scorecard shows anything else.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const root = new URL("..", import.meta.url);
const command =
  "check --as-at 2021-06-30 --events examples/data/jets-events.csv examples/data/jets-caseload.csv";
const { stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...command.split(" ")], {
  cwd: root,
  encoding: "utf8",
});
process.stdout.write(stdout);
process.stderr.write(stderr);

const guide = readFileSync(new URL("docs/guides/scorecard.md", root), "utf8");
const [, shown] = guide.match(/```text\n([^`]*?)```/) ?? [];
if (stdout.startsWith("Work and Health Programme") && shown !== undefined && stdout.startsWith(shown)) {
  process.stdout.write("\ndocs/guides/scorecard.md shows the same scorecard, and says how to read it.\n");
} else {
  process.stderr.write(
    "\ndocs/guides/scorecard.md shows another scorecard: copy this one there, and look at what changed.\n",
  );
  process.exitCode = 1;
}
