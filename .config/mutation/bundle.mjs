// The changed source and a room's tests as one file. What happens while the source is read belongs to no test; what
// happens while a test file is read belongs to that file. Worked cases come first, since they notice most for the least
// time, and laws last.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "tsup";
import { roomAsked, rooms } from "./rooms.mjs";

const here = (file) => JSON.stringify(new URL(file, import.meta.url).href);
const { paths } = JSON.parse(readFileSync("tsconfig.json", "utf8")).compilerOptions;
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Tests that need a process or a disk of their own. */
const APART = ["calendar/time-zones", "calendar/exhaustive", "cases/whp-jets/example-file"];

const place = (file) => (file.endsWith(".law.test.ts") ? 2 : file.startsWith("cases/") ? 0 : 1);
const files = rooms[roomAsked()]
  .flatMap((room) => readdirSync(`test/${room}`, { recursive: true }).map((file) => `${room}/${file}`))
  .filter((file) => file.endsWith(".test.ts") && !APART.some((apart) => file.startsWith(apart)))
  .sort((one, other) => place(one) - place(other));

mkdirSync(".bundled", { recursive: true });
files.forEach((file, at) => {
  writeFileSync(`.bundled/begin-${at}.ts`, `import { begin } from "vitest";\nbegin("test/${file}");\n`);
});
const imports = [
  "../.config/mutation/few-cases.ts",
  ...Object.keys(paths),
  ...files.flatMap((file, at) => [`./begin-${at}.ts`, `../test/${file}`]),
];
writeFileSync(".bundled/tests.ts", imports.map((name) => `import ${JSON.stringify(name)};\n`).join(""));

await build({
  config: false,
  entry: { tests: ".bundled/tests.ts" },
  outDir: ".bundled",
  format: "esm",
  splitting: false,
  treeshake: false,
  skipNodeModulesBundle: true,
  silent: true,
  esbuildOptions: (options) => {
    options.ignoreAnnotations = true; // a package without side effects has tests, which are nothing else
  },
  define: { PACKAGE_VERSION: JSON.stringify(version) },
});
const bundled = readFileSync(".bundled/tests.js", "utf8");
writeFileSync(".bundled/tests.js", bundled.replaceAll('from "vitest"', `from ${here("suite.mjs")}`));
