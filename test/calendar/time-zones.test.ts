import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "tsup";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "programme-rules-zones-"));
const source = fileURLToPath(new URL("../oracle/answers.ts", import.meta.url));
const script = join(folder, "answers.mjs");

/** What a process of its own answers, its clock set to a zone: the zone's offsets, and a digest of all answers. */
async function answersIn(zone: string) {
  const { stdout } = await run(process.execPath, [script], { env: { ...process.env, TZ: zone } });
  return JSON.parse(stdout) as { offsets: number[]; digest: string };
}

let inUtc: Promise<{ digest: string }>;

beforeAll(async () => {
  const options = { entry: { answers: source }, outDir: folder, format: "esm", target: "node20" } as const;
  const whole = {
    config: false,
    dts: false,
    silent: true,
    noExternal: [/.*/],
    outExtension: () => ({ js: ".mjs" }),
  };
  await build({ ...options, ...whole });
  inUtc = answersIn("UTC");
});

afterAll(() => rmSync(folder, { recursive: true }));

// Minutes behind UTC on 1 January and on 1 July 2011: Apia went from one side of the date line to the other that year.
test.each([
  ["Pacific/Apia", [600, 660]],
  ["America/New_York", [300, 240]],
  ["Asia/Kolkata", [-330, -330]],
  ["Europe/London", [0, -60]],
])("every answer in %s is the answer in UTC", async (zone, offsets) => {
  const there = await answersIn(zone);
  expect(there.offsets).toEqual(offsets);
  expect(there.digest).toBe((await inUtc).digest);
});
