// npm run verify:downstream: each project of examples/downstream (or those named) with the packed package, in an empty folder: types, then tests.
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, installPacked } from "./project.mjs";

const projects = join(import.meta.dirname, "../../examples/downstream");
const chosen = process.argv.slice(2);
const names = readdirSync(projects, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (chosen.length === 0 || chosen.includes(entry.name)))
  .map(({ name }) => name);

let failed = 0;
for (const name of names) {
  const folder = emptyFolder();
  cpSync(join(projects, name), folder, { recursive: true });
  try {
    installPacked(folder);
    for (const script of ["types", "test"]) run("npm", ["run", "--silent", script], folder);
    console.log(`ok      ${name}`);
  } catch ({ stdout = "", stderr = "", message }) {
    failed++;
    console.log(`FAILED  ${name}\n${stdout || stderr || message}${stdout && stderr}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;

function run(command, args, cwd) {
  return execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: "pipe",
    shell: process.platform === "win32",
  });
}
