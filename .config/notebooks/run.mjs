// npm run notebooks: checks the types of every notebook, executes it with Deno's kernel against the built package, and
// writes it as a page under docs/notebooks; with --check the pages there are compared instead.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { checkTypes } from "./check-types.mjs";
import { execute } from "./execute.mjs";
import { page } from "./page.mjs";
import { workFolder } from "./tools.mjs";

const root = join(import.meta.dirname, "../..");
const source = join(root, "examples/notebooks");
const target = join(root, "docs/notebooks");
const isCheck = process.argv.includes("--check");

const work = workFolder(root, source);
const names = readdirSync(source).filter((name) => name.endsWith(".ipynb"));
if (names.length === 0) throw new Error(`No notebook in ${source}`);
let failed = 0;
for (const name of names) {
  const notebook = JSON.parse(readFileSync(join(source, name), "utf8"));
  checkTypes(notebook, name, work);
  const html = await page(execute(name, work), name, work);
  const file = join(target, `${basename(name, ".ipynb")}.html`);
  if (!isCheck) write(file, html);
  else if (!isSame(file, html)) failed += 1;
  console.log(`${name}: types checked, executed${isCheck ? ", compared" : ""}`);
}
if (failed > 0) {
  console.error("Pages under docs/notebooks are out of date. Run: npm run notebooks");
  process.exit(1);
}

function write(file, html) {
  mkdirSync(target, { recursive: true });
  writeFileSync(file, html);
}

function isSame(file, html) {
  try {
    return readFileSync(file, "utf8") === html;
  } catch {
    return false;
  }
}
