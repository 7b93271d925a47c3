// The changed source as one bundle with the doors that the tests enter it by: a test then loads a few files for each
// change, not hundreds. Files that a test imports by their place are doors too, so that nothing is there twice.
import { readdirSync, readFileSync } from "node:fs";
import { build } from "tsup";

const { paths } = JSON.parse(readFileSync("tsconfig.json", "utf8")).compilerOptions;
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

const tests = readdirSync("test", { recursive: true }).filter((file) => file.endsWith(".ts"));
const imported = tests.flatMap((file) =>
  [...readFileSync(`test/${file}`, "utf8").matchAll(/"(?:\.\.\/)+src\/([^"]+)\.js"/g)].map(
    ([, name]) => name,
  ),
);
const doors = Object.entries(paths).map(([name, [file]]) => [name, file]);
const places = [...new Set(imported)].map((name) => [`src/${name}`, `src/${name}.ts`]);

await build({
  config: false,
  entry: Object.fromEntries([...doors, ...places]),
  outDir: ".bundled",
  format: "esm",
  splitting: true,
  treeshake: false,
  skipNodeModulesBundle: true,
  silent: true,
  define: { PACKAGE_VERSION: JSON.stringify(version) },
});
