import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../../..");

/** One entry of the package: as built, or bundled into a temporary folder where nothing is built. */
export async function library(entry, source) {
  const built = join(root, "dist", `${entry}.js`);
  return import(pathToFileURL(existsSync(built) ? built : await bundled(entry, source)).href);
}

async function bundled(entry, source) {
  const { build } = await import("tsup");
  const outDir = mkdtempSync(join(tmpdir(), "programme-rules-bench-"));
  const options = { entry: { [entry]: join(root, source) }, outDir, format: "esm", target: "node20" };
  await build({
    ...options,
    config: false,
    dts: false,
    silent: true,
    clean: false,
    outExtension: () => ({ js: ".mjs" }),
  });
  return join(outDir, `${entry}.mjs`);
}
