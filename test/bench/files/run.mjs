import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

const usage = join(import.meta.dirname, "usage.cjs");
export const HERE = join(import.meta.dirname, "../../..");

/** A command run by a Node of its own: the processor's seconds, the most memory, and what it printed, as a digest. */
export function run(folder, words, { package: root = HERE, flags = [] } = {}) {
  const printed = join(folder, `printed-${process.pid}`);
  const used = join(folder, `used-${process.pid}`);
  const out = openSync(printed, "w");
  const { status, stderr } = spawnSync(
    process.execPath,
    [...flags, "--require", usage, join(root, "dist/cli.js"), ...words],
    { stdio: ["ignore", out, "pipe"], env: { ...process.env, BENCH_USAGE: used }, encoding: "utf8" },
  );
  closeSync(out);
  assert.ok(status === 0 || status === 1, `${words.join(" ")} ended with ${status}: ${stderr}`);
  const text = readFileSync(printed);
  assert.ok(text.length > 0, `${words.join(" ")} printed nothing`);
  const digest = createHash("sha256").update(text).digest("hex");
  return { ...JSON.parse(readFileSync(used, "utf8")), digest };
}
