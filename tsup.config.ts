import { existsSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig, type Options } from "tsup";
import { writeLicences } from "./.config/licences.js";
import { define, entries } from "./.config/package.js";
import { writeSchemas } from "./.config/schemas.js";

const shared = { define, target: "es2022", sourcemap: true, outDir: "dist" } satisfies Options;

const doors = Object.fromEntries(
  [...entries].map(([name, file]) => [name.includes("/") ? basename(name) : "index", file]),
);

/** For import: file by file, so that a bundler keeps only what is used. */
const modules: Options = {
  ...shared,
  name: "modules",
  entry: ["src/**/*.ts", "!src/cli/**"],
  format: ["esm"],
  platform: "neutral",
  bundle: false,
  outDir: "dist/esm",
  onSuccess: async () => writeSchemas(),
};

/** For require: one file an entry, and what they share. */
const commonJs: Options = {
  ...shared,
  name: "commonjs",
  entry: doors,
  format: ["cjs"],
  platform: "neutral",
  splitting: true,
};

/** Declarations of each entry, for both. */
const declarations: Options = {
  ...shared,
  name: "declarations",
  entry: doors,
  format: ["esm", "cjs"],
  // tsup sets an option that this TypeScript calls deprecated.
  dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
};

/** The command: Node only, one file, with what it alone needs bundled in. */
const commandLine: Options = {
  ...shared,
  name: "command line",
  entry: { cli: "src/cli/main.ts" },
  format: ["esm"],
  platform: "node",
  removeNodeProtocol: false,
  splitting: false,
  onSuccess: async () => writeLicences(["commander", "csv-parse"]),
  banner: {
    js: [
      "#!/usr/bin/env node",
      'import { createRequire as requireFor } from "node:module";',
      "const require = requireFor(import.meta.url);",
    ].join("\n"),
  },
};

const library = [modules, commonJs, declarations];
export default defineConfig(existsSync("src/cli/main.ts") ? [...library, commandLine] : library);
