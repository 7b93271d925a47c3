import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandLine } from "../../tsup.config.js";

const folder = mkdtempSync(join(tmpdir(), "main-"));
const command = join(folder, "cli.js");
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  const { onSuccess: _, ...bundle } = commandLine;
  await build({ ...bundle, config: false, outDir: folder, silent: true });
});

/** A check of one referral in a shell, which leads its output wherever the end of the line says. */
function check(acknowledged: string, end: string) {
  const file = join(folder, "referrals.csv");
  writeFileSync(file, `id,received_on,acknowledged_on\nR1,2021-04-01,${acknowledged}\n`);
  const line = `node "$0" check --as-at 2021-06-30 "$1" ${end}`;
  const words = ["-o", "pipefail", "-c", line, command, file];
  const { status, stdout, stderr } = spawnSync("bash", words, { cwd: folder, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}
const met = "2021-04-06";
const late = "2021-04-30";

describe.skipIf(!existsSync("/dev/full"))("a run in a shell ends with", () => {
  test.each(["", "| head -1", "| true", "> out.txt", "2>&-", "2> /dev/full"])(
    "the verdict's code, whoever reads what it prints: %j",
    (end) => expect(check(late, end).code).toBe(1),
  );
  test("0 where everything is met, and only its first line is read", () => {
    const { out, code } = check(met, "| head -1");
    expect(out).toMatch(/^Work and Health Programme: .*\n$/);
    expect(code).toBe(0);
  });
  test.each([
    ["on a full disk", "> /dev/full", "the disk is full (ENOSPC)"],
    ["where the output cannot be written to", "1< /dev/null", "nothing can be written there (EBADF)"],
  ])("2 %s, said in one sentence", (_, end, why) => {
    for (const acknowledged of [met, late]) {
      const { code, err } = check(acknowledged, end);
      expect(err.split("\n").slice(-2)).toEqual([`The output is lost or not whole: ${why}.`, ""]);
      expect(code).toBe(2);
    }
  });
});

describe("referrals on standard input", () => {
  const text = "id,received_on,acknowledged_on\nR1,2021-04-01,2021-04-06\nR2,2021-04-01,2021-04-30\n";
  const run = (input: string | Buffer, ...words: string[]) => {
    const { status, stdout, stderr } = spawnSync("node", [command, ...words], { input, encoding: "utf8" });
    return { code: status, out: stdout, err: stderr };
  };

  test.each([
    ["as they are", text],
    ["zipped", gzipSync(text)],
  ])("are read %s", (_, input) => {
    const { code, out } = run(input, "check", "--as-at", "2021-06-30", "--json", "-");
    expect(code).toBe(1);
    expect(JSON.parse(out).lines[0]).toMatchObject({ counted: 2, met: 1, notMet: 1 });
  });

  test("can be read only once, so that events need a file", () => {
    const events = join(folder, "events.csv");
    writeFileSync(events, "id,kind,on\nR1,contacted,2021-04-06\n");
    expect(run(text, "check", "--events", events, "-")).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        "Standard input can be read only once, and with --events it must be read twice.",
      ),
    });
  });

  test("that say nothing are told so", () => {
    expect(run("", "check", "-")).toMatchObject({
      code: 2,
      err: expect.stringContaining("The file is empty"),
    });
  });
});
