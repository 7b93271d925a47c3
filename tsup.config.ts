import { existsSync } from "node:fs";
import { defineConfig, type Options } from "tsup";
import { writeLicences } from "./.config/licences.js";
import { define, entries } from "./.config/package.js";
import { writeSchemas } from "./.config/schemas.js";

const shared = { define, target: "es2022", outDir: "dist" } satisfies Options;

const bundled = ["zod", "pure-rand", "date-fns", "@date-fns/utc"];
const doors = Object.fromEntries(
  [...entries].map(([name, file]) => [name.split("/").slice(1).join("/") || "index", file]),
);

/** For bundlers: file by file, so that they keep only what is used. */
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

/**
 * For Node: a few files, with the packages the library stands on inside, because to find and open two
 * hundred small files takes longer than to run them. `npm run bench -- startup` measures it.
 */
const whole = {
  ...shared,
  entry: doors,
  platform: "neutral",
  splitting: true,
  noExternal: bundled,
} satisfies Options;
const node: Options = {
  ...whole,
  name: "node",
  format: ["esm"],
  outDir: "dist/node",
  onSuccess: async () => writeLicences("dist/licences.txt", bundled),
};
const commonJs: Options = { ...whole, name: "commonjs", format: ["cjs"] };

/** Declarations of each entry, for both. */
const declarations: Options = {
  ...shared,
  name: "declarations",
  entry: doors,
  format: ["esm", "cjs"],
  // tsup sets an option that this TypeScript calls deprecated.
  dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
};

/** The command: Node only, with what it alone needs bundled in. */
export const commandLine: Options = {
  ...shared,
  name: "command line",
  entry: { cli: "src/cli/main.ts" },
  format: ["esm"],
  platform: "node",
  removeNodeProtocol: false,
  // What reads workbooks is a file of its own, loaded when there is one.
  splitting: true,
  noExternal: bundled,
  onSuccess: async () =>
    writeLicences("dist/cli.licences.txt", [
      "commander",
      "ical-generator",
      "papaparse",
      "@e965/xlsx",
      "write-excel-file",
      "fflate",
      ...bundled,
    ]),
  banner: {
    js: [
      "#!/usr/bin/env node",
      'import { createRequire as requireFor } from "node:module";',
      "const require = requireFor(import.meta.url);",
    ].join("\n"),
  },
};

const library = [modules, node, commonJs, declarations];
export default defineConfig(existsSync("src/cli/main.ts") ? [...library, commandLine] : library);
