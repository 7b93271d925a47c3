import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

  test("that come from a folder are told so", () => {
    const words = ["-c", 'node "$0" check - < .', command];
    const { status, stderr } = spawnSync("bash", words, { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("Standard input is a folder. Name a file in it.\n");
    expect(status).toBe(2);
  });

  test("that say nothing are told so", () => {
    expect(run("", "check", "-")).toMatchObject({
      code: 2,
      err: expect.stringContaining("The file is empty"),
    });
  });
});

describe("a run over many referrals", () => {
  const many = join(folder, "many.csv");
  const events = join(folder, "many-events.csv");
  const ids = Array.from({ length: 150_000 }, (_, at) => `R${String(at).padStart(6, "0")}`);
  beforeAll(() => {
    writeFileSync(many, `id,received_on\n${ids.map((id) => `${id},2021-04-01\n`).join("")}`);
    writeFileSync(events, `id,kind,on\n${ids.map((id) => `${id},contacted,2021-04-06\n`).join("")}`);
  });

  /** A run, to which something happens once it has begun to read. */
  async function interrupted(
    words: readonly string[],
    options: readonly string[],
    happens: (pid: number) => void,
  ) {
    const run = spawn("node", [...options, command, ...words], { cwd: folder });
    let err = "";
    run.stderr.on("data", (text) => {
      // The first note comes once the header has been read.
      if (err === "") happens(run.pid!);
      err += text;
    });
    run.stdout.resume();
    const [code] = await once(run, "close");
    return { code, last: err.trimEnd().split("\n").at(-1) };
  }
  const words = ["check", "--as-at", "2021-06-30", many];

  test("ends with 2 where a file changes meanwhile, and says which", async () => {
    const found = await interrupted(words, [], () => appendFileSync(many, "R999999,2021-04-01\n"));
    expect(found).toEqual({
      code: 2,
      last: `${many} changed while it was read, so that nothing can be said of it. Wait until it is written, or read a copy.`,
    });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends with its code at %s, in one line and without half a file", async (signal, code) => {
    const wanted = [...words, "--output", "scorecard.txt"];
    const found = await interrupted(wanted, [], (pid) => process.kill(pid, signal));
    expect(found).toEqual({ code, last: "Stopped before it was done." });
    expect(readdirSync(folder).filter((name) => name.startsWith("scorecard"))).toEqual([]);
  });

  test("ends with 2 where memory is too small, and says how to give it more", async () => {
    const found = await interrupted(words, ["--max-old-space-size=24"], () => {});
    expect(found).toEqual({
      code: 2,
      last: "Stopped: this takes more than the 24 MB of memory that Node may use. Run it again with the environment variable NODE_OPTIONS=--max-old-space-size=96.",
    });
  });

  test("with events in another order leaves no temporary file", () => {
    const shuffled = `id,kind,on\n${ids
      .toReversed()
      .map((id) => `${id},contacted,2021-04-06\n`)
      .join("")}`;
    const own = mkdtempSync(join(folder, "own-"));
    const run = (text: string, temporary: string) => {
      writeFileSync(events, text);
      const all = [command, ...words, "--json", "--events", events];
      return spawnSync("node", all, { encoding: "utf8", env: { ...process.env, TMPDIR: temporary } });
    };
    const { stdout, stderr, status } = run(shuffled, own);
    expect(stderr).toContain("is sorted first");
    expect(readdirSync(own)).toEqual([]);
    const inOrder = run(`id,kind,on\n${ids.map((id) => `${id},contacted,2021-04-06\n`).join("")}`, own);
    expect({ stdout, status }).toEqual({ stdout: inOrder.stdout, status: inOrder.status });
    expect(run(shuffled, join(folder, "none"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cannot be written to (ENOENT)"),
    });
  });
});
