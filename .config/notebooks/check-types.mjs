import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The kernel runs TypeScript without looking at its types: the cells are checked as one module first. */
export function checkTypes({ cells }, name, { folder, deno }) {
  const file = join(folder, name.replace(/\.ipynb$/, ".cells.ts"));
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));
  writeFileSync(file, code.join("\n;\n"));
  execFileSync(deno, ["check", "--quiet", file], {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, NO_COLOR: "1" },
  });
}
