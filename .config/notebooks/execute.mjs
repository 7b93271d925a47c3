import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const TRIES = 3;

/**
 * A notebook after all its cells have run. One that throws fails the whole. What a cell shows may be lost between
 * kernel and reader: then it is executed again, and better no page than one with a gap.
 */
export function execute(name, work) {
  for (let tries = 1; tries <= TRIES; tries++) {
    const done = run(name, work);
    const gap = done.cells.map(gapOf).find((each) => each !== undefined);
    if (gap === undefined) return done;
    console.error(`${name}, try ${tries} of ${TRIES}: ${gap}`);
  }
  process.exit(1);
}

function run(name, { folder }) {
  const env = {
    ...process.env,
    JUPYTER_PATH: join(folder, "jupyter"),
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
  };
  const options = [
    "--to",
    "notebook",
    "--execute",
    "--output",
    `done-${name}`,
    "--ExecutePreprocessor.timeout=600",
  ];
  try {
    execFileSync("jupyter", ["nbconvert", ...options, name], { cwd: folder, env, stdio: "pipe" });
  } catch (error) {
    console.error(`${name} could not be executed:\n${error.stderr}`);
    process.exit(1);
  }
  return JSON.parse(readFileSync(join(folder, `done-${name}`), "utf8"));
}

/** What is missing of what a cell shows. */
function gapOf({ cell_type, source, outputs }) {
  if (cell_type !== "code") return undefined;
  const shown = source.join("").match(/^await (draw|say|table)\(/gm)?.length ?? 0;
  if (outputs.length >= shown) return undefined;
  return `a cell shows ${shown} things and gave ${outputs.length}:\n${source.join("")}`;
}
