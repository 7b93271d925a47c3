import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../peers");

/** A library compared with, by its name. */
export const peer = createRequire(join(folder, "package.json"));

/** The libraries compared with belong to the benches alone: they are installed when one first needs them. */
export function installPeers(...names) {
  if (names.every((name) => existsSync(join(folder, "node_modules", name)))) return;
  execFileSync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--no-package-lock"], {
    stdio: "inherit",
  });
}
