// npm run verify:explorer: the deadline explorer, built on the packed package and tried in a browser. With the name of a
// folder, the built page is left there.
import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { emptyFolder, installPacked } from "./project.mjs";

const source = join(import.meta.dirname, "../../examples/explorer");
const made = /[/\\](node_modules|dist)$/;
const folder = emptyFolder();
cpSync(source, folder, { recursive: true, filter: (file) => !made.test(file) });
installPacked(folder);
for (const script of ["build", "test"])
  execFileSync("npm", ["run", script], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
const [wanted] = process.argv.slice(2);
if (wanted) cpSync(join(folder, "dist"), resolve(wanted), { recursive: true });
