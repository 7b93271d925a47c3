import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, root), "utf8"));

/** What the package is entered by: `programme-rules/calendar` → the file it stands for. tsconfig.json holds the list. */
export const entries: ReadonlyMap<string, string> = new Map(
  Object.entries(read("tsconfig.json").compilerOptions.paths as Record<string, [string]>).map(
    ([name, [file]]) => [name, fileURLToPath(new URL(file, root))],
  ),
);

/** The constants written into the code: receipts and `--version` name the package's version. */
export const define = { PACKAGE_VERSION: JSON.stringify(read("package.json").version) };
