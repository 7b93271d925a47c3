import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A notebook after all its cells have run. One that throws fails the whole. */
export function execute(name, { folder }) {
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
  const done = JSON.parse(readFileSync(join(folder, `done-${name}`), "utf8"));
  for (const cell of done.cells) needOutput(cell, name);
  return done;
}

/** What a cell shows may be lost between kernel and reader: better no page than one with a gap. */
function needOutput({ cell_type, source, outputs }, name) {
  if (cell_type !== "code") return;
  const shown = source.join("").match(/^await (draw|say|table)\(/gm)?.length ?? 0;
  if (outputs.length >= shown) return;
  console.error(`${name}: a cell shows ${shown} things and gave ${outputs.length}:\n${source.join("")}`);
  process.exit(1);
}
