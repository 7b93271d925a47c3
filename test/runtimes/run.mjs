// npm run verify:runtimes: the packed package, installed in an empty folder, on every runtime and under every resolution.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { doors, project, runtimes } from "./project.mjs";

const EXPECTED = [
  "2021-04-07",
  "not-met",
  "Referral received Thu 1 Apr 2021. Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Thu 8 Apr 2021: not met, one working day late. [001 ¶38 item 1]",
  "2022-01-05",
].join("\n");

const folder = project();
let failed = 0;

const names = run(process.execPath, "doors.mjs");
for (const [runtime, command] of Object.entries(runtimes(folder))) {
  for (const form of ["mjs", "cjs"])
    check(`${runtime}, ${form === "mjs" ? "import" : "require"}`, () => {
      assert.equal(run(...command, `consumer.${form}`), EXPECTED);
      assert.equal(run(...command, `doors.${form}`), names);
    });
}
for (const runtime of [`Node ${process.versions.node}`, "Node 24"])
  check(`${runtime}, the command`, () => {
    const [node] = runtimes(folder)[runtime];
    const command = join("node_modules", "programme-rules", "dist", "cli.js");
    const { version } = JSON.parse(
      readFileSync(join(folder, "node_modules/programme-rules/package.json"), "utf8"),
    );
    assert.equal(run(node, command, "--version"), version);
    assert.match(
      run(node, command, "backlog", "--as-at", "2021-06-30", "data/jets-caseload.csv"),
      /backlog/i,
    );
    // Nobody has to have vega: a page without it says which chart is missing.
    const page = ["report", "--month", "2021-05", "--as-at", "2021-06-30", "--format", "html"];
    assert.match(run(node, command, ...page, "data/jets-caseload.csv"), /npm install vega vega-lite/);
  });
check("every door by both module systems, and the schemas", () => {
  assert.equal(names.split("\n").length, doors.length);
  const schema = `JSON.parse(JSON.stringify(require("programme-rules/schema/programme.json"))).$id`;
  writeFileSync(join(folder, "schema.cjs"), `console.log(${schema})`);
  assert.match(run(process.execPath, "schema.cjs"), /schema\/programme\.json$/);
});

const resolutions = [
  ["NodeNext", "NodeNext"],
  ["Node16", "Node16"],
  ["ESNext", "Bundler"],
  // The oldest way, by `typesVersions`: it knows nothing of `exports`.
  ["CommonJS", "Node10", "typescript-5.4"],
];
for (const [module, moduleResolution, compiler = "typescript"] of resolutions)
  check(`TypeScript (${compiler}), module ${module}, resolution ${moduleResolution}`, () => {
    const compilerOptions = {
      module,
      moduleResolution,
      target: "ES2022",
      strict: true,
      noEmit: true,
      types: ["node"],
    };
    // One that bundles reads no CommonJS; the oldest reads nothing else, and finds no types for fast-check.
    const include = { Bundler: ["consumer.mts"], Node10: ["older.cts"] }[moduleResolution] ?? [
      "consumer.mts",
      "consumer.cts",
    ];
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
    run(process.execPath, `node_modules/${compiler}/bin/tsc`, "--project", ".");
  });

check("one calendar function brings no zod into a bundle, nor does assessing", () => {
  for (const file of ["calendar-only.mjs", "consumer.mjs"]) {
    const kept = bundled(file);
    assert.ok(kept.some((input) => input.includes("programme-rules/dist/esm/calendar")));
    assert.deepEqual(
      kept.filter((input) => input.includes("node_modules/zod/")),
      [],
    );
  }
});

const browser =
  process.env.CHROMIUM ??
  ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`).find(existsSync);
if (browser === undefined) console.log("skipped        Chromium: not found; name it in CHROMIUM");
else
  check("Chromium", () => {
    const script = readFileSync(join(folder, "consumer.bundle.js"), "utf8");
    writeFileSync(
      join(folder, "page.html"),
      `<meta charset="utf-8"><pre id="out"></pre><script>console.log = (text) => { out.textContent = text; };${script}</script>`,
    );
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom"];
    const page = run(
      browser,
      ...flags,
      `--user-data-dir=${join(folder, "chromium")}`,
      `file://${folder}/page.html`,
    );
    assert.ok(page.includes(`<pre id="out">${EXPECTED}</pre>`), page);
  });

console.log(failed === 0 ? "All passed." : `${failed} failed.`);
process.exitCode = failed === 0 ? 0 : 1;

function check(name, body) {
  const start = performance.now();
  try {
    body();
    console.log(`ok     ${seconds(start)}  ${name}`);
  } catch (error) {
    failed += 1;
    console.log(
      `FAILED ${seconds(start)}  ${name}\n${error.stdout ?? ""}${error.stderr ?? ""}${error.message}`,
    );
  }
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1).padStart(5)}s`;
}

function run(command, ...args) {
  return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" }).trimEnd();
}

/** The files of which a bundler for browsers keeps at least a line. */
function bundled(file) {
  const out = file.replace(/\.mjs$/, ".bundle.js");
  const options = ["--bundle", "--minify", "--format=iife", "--platform=browser", `--outfile=${out}`];
  run("node_modules/.bin/esbuild", file, ...options, "--metafile=meta.json", "--log-level=error");
  const { inputs } = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8")).outputs[out];
  return Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0);
}
