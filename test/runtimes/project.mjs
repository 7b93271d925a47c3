import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const read = (file) => JSON.parse(readFileSync(join(root, file), "utf8"));
const own = read("package.json");
const platform = { win32: "win", sunos: "sunos" }[process.platform] ?? process.platform;

/** What the checks need beside the package. None of it is a dependency of ours: it is fetched when they are run. */
const NODE_24 = `node-${platform}-${process.arch}`;
const fetched = {
  [NODE_24]: "24",
  deno: "2.9.6",
  bun: "1.4.5",
  esbuild: read("node_modules/esbuild/package.json").version,
  typescript: own.devDependencies.typescript,
  "typescript-5.4": "npm:typescript@5.4.5",
  "fast-check": own.devDependencies["fast-check"],
  "@types/node": own.devDependencies["@types/node"],
};

/** The ways in, as `exports` lists them: `programme-rules`, `programme-rules/calendar`, … */
export const doors = Object.entries(own.exports)
  .filter(([, target]) => typeof target !== "string")
  .map(([door]) => door.replace(".", own.name));

/** A folder with nothing in it but the packed package, installed, and what looks at it; gone again afterwards. */
export function project() {
  const folder = emptyFolder();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const names = Object.entries(fetched).map(([name, version]) => `${name}@${version}`);
  installPacked(folder, names);
  writeConsumers(folder);
  return folder;
}

/** A folder for as long as this program runs. */
export function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Packs the package as it would be published and installs it in a folder, with whatever else is named. */
export function installPacked(folder, names = []) {
  npm(["pack", "--silent", "--pack-destination", folder], root);
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  npm(["install", "--no-audit", "--no-fund", "--loglevel=error", `./${tarball}`, ...names], folder);
}

export const runtimes = (folder) => ({
  [`Node ${process.versions.node}`]: [process.execPath],
  "Node 24": [join(folder, "node_modules", NODE_24, "bin/node")],
  Deno: [join(folder, "node_modules/.bin/deno"), "run", "--allow-all", "--node-modules-dir=manual"],
  Bun: [join(folder, "node_modules/.bin/bun"), "run"],
});

/** One program in every form: for import and for require, in JavaScript and in TypeScript. */
function writeConsumers(folder) {
  const imported = readFileSync(join(import.meta.dirname, "consumer.mjs"), "utf8");
  const required = imported.replaceAll(/^import (\{.*\}) from (".*");$/gm, "const $1 = require($2);");
  const typed = typedConsumer(imported, doors);
  const older = typedConsumer(
    imported,
    doors.filter((door) => !door.endsWith("/arbitraries")),
  );
  const files = {
    "consumer.mjs": imported,
    "consumer.cjs": required,
    "doors.mjs": `for (const door of ${JSON.stringify(doors)}) console.log(door, Object.keys(await import(door)).sort().join());\n`,
    "doors.cjs": `for (const door of ${JSON.stringify(doors)}) console.log(door, Object.keys(require(door)).sort().join());\n`,
    "consumer.mts": typed,
    "consumer.cts": typed,
    "older.cts": older,
    "calendar-only.mjs":
      'import { workingCalendar } from "programme-rules";\nconsole.log(workingCalendar);\n',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  mkdirSync(join(folder, "data"));
  cpSync(join(root, "examples/data/jets-caseload.csv"), join(folder, "data/jets-caseload.csv"));
}

function typedConsumer(imported, doors) {
  const every = doors.map((door, at) => `import * as door${at} from "${door}";`);
  const kept = doors.map((_, at) => `door${at}`).join(", ");
  return [...every, imported, `export const doors: readonly object[] = [${kept}];`].join("\n");
}

function npm(args, cwd) {
  execFileSync("npm", args, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
}
