import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeWhole } from "../../../src/cli/output/destination.js";
import { commandLine } from "../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "destination-"));
const referrals = join(folder, "referrals.csv");
writeFileSync(referrals, "id,provider,received_on,acknowledged_on\nR1,Alpha,2021-04-01,2021-04-12\n");
const asAt = ["--as-at", "2021-06-30"];

describe("a file that a result is written to", () => {
  const csv = (path: string, ...more: string[]) =>
    commandLine(["report", ...asAt, referrals, "--format", "csv", "--output", path, ...more]);

  test("is what would have been printed, and no part of it is left beside", async () => {
    const path = join(folder, "report.csv");
    const { out } = await commandLine(["report", ...asAt, referrals, "--format", "csv"]);
    expect(await csv(path)).toMatchObject({ out: "", code: 0 });
    expect(readFileSync(path, "utf8")).toBe(out);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("that is there is refused before anything is read", async () => {
    const path = join(folder, "there.csv");
    writeFileSync(path, "mine");
    const { err } = await commandLine(["report", join(folder, "no-such.csv"), "--output", path]);
    expect(err).toContain("is there already.");
  });

  test("is not overwritten unless --force is given", async () => {
    const path = join(folder, "mine.csv");
    writeFileSync(path, "mine");
    const { err, code } = await csv(path);
    expect(code).toBe(2);
    expect(err).toContain("is there already. Name another file, or add --force to overwrite it.");
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect((await csv(path, "--force")).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("css-1/acknowledged");
  });

  test("in a folder that is not there is a fault", async () => {
    const { err, code } = await csv(join(folder, "nowhere", "report.csv"));
    expect(code).toBe(2);
    expect(err).toContain("a path that can be written to");
  });

  test.skipIf(!existsSync("/dev/null"))("may be a device, which stays one", async () => {
    expect((await csv("/dev/null")).code).toBe(0);
    expect(readFileSync("/dev/null", "utf8")).toBe("");
  });

  test("has no colours of a terminal", async () => {
    const path = join(folder, "report.txt");
    await commandLine(["report", ...asAt, referrals, "--output", path], { hasColour: true });
    expect(readFileSync(path, "utf8")).not.toContain("\u001b");
  });

  const modeOf = (path: string) => statSync(path).mode & 0o7777;

  test.each([0o600, 0o664])("keeps the permissions %o of what it overwrites", async (mode) => {
    const path = join(folder, `mode-${mode}.csv`);
    writeFileSync(path, "mine");
    chmodSync(path, mode);
    expect((await csv(path, "--force")).code).toBe(0);
    expect(modeOf(path)).toBe(mode);
    expect(readFileSync(path, "utf8")).toContain("css-1/acknowledged");
  });

  describe("through a link", () => {
    mkdirSync(join(folder, "far"));
    const linked = (name: string, target: string) => {
      const link = join(folder, name);
      symlinkSync(target, link);
      return link;
    };

    test("is written where the link leads, and the link stays", async () => {
      const target = join(folder, "far", "target.csv");
      writeFileSync(target, "mine");
      chmodSync(target, 0o640);
      const link = linked("outer.csv", linked("inner.csv", join("far", "target.csv")));
      expect((await csv(link)).code).toBe(2);
      expect(readFileSync(target, "utf8")).toBe("mine");
      expect((await csv(link, "--force")).code).toBe(0);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(target, "utf8")).toContain("css-1/acknowledged");
      expect(modeOf(target)).toBe(0o640);
    });

    test("is new where the link leads to nothing yet", async () => {
      const link = linked("ahead.csv", join("far", "ahead.csv"));
      expect((await csv(link)).code).toBe(0);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(folder, "far", "ahead.csv"), "utf8")).toContain("css-1/acknowledged");
    });

    test("that leads in a circle is a fault", async () => {
      const { err, code } = await csv(linked("circle.csv", "circle.csv"), "--force");
      expect(code).toBe(2);
      expect(err).toContain("a path that can be written to");
    });
  });

  describe("is never one that the command reads", () => {
    const log = join(folder, "log.json");
    writeFileSync(log, JSON.stringify({ id: "east", events: [] }));
    const link = join(folder, "link.csv");
    symlinkSync(referrals, link);
    const hardLink = join(folder, "hard-link.csv");
    linkSync(referrals, hardLink);

    test.each([
      ["by its own name", ["check", referrals], referrals],
      ["by another way to write it", ["check", referrals], join(folder, "far", "..", "referrals.csv")],
      ["by a link", ["report", "--format", "csv", referrals], link],
      ["by a second name", ["report", referrals], hardLink],
      ["by an option", ["review", "--contract-log", log, referrals], log],
      ["by an option that may be given again", ["explain", "R1", "--events", log, referrals], log],
      ["of a command in a command", ["cohorts", "providers", referrals], referrals],
      ["of two files", ["pipeline", log, referrals], log],
    ])("%s", async (_, words, output) => {
      const before = readFileSync(output, "utf8");
      const { out, err, code } = await commandLine([...words, "--output", output, "--force"]);
      expect([out, code]).toEqual(["", 2]);
      expect(err.replaceAll(/\s+/g, " ")).toContain(
        `${output} is read by this command, and would be lost. Name another file with --output.`,
      );
      expect(readFileSync(output, "utf8")).toBe(before);
    });
  });
});

test("while a file is written signals are heard, and until all of it is there it is as it was", async () => {
  const path = join(folder, "long.csv");
  writeFileSync(path, "mine");
  let isHeard = false;
  setTimeout(() => {
    isHeard = true;
    expect(readFileSync(path, "utf8")).toBe("mine");
  }, 0);
  function* pieces() {
    for (let piece = 0; piece < 100; piece++) yield "x".repeat(10_000);
    expect(isHeard).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("mine");
  }
  await writeWhole(path, pieces(), true);
  expect(readFileSync(path, "utf8")).toBe("x".repeat(1_000_000));

  function* failing() {
    yield "half";
    throw new Error("no more");
  }
  await expect(writeWhole(path, failing(), true)).rejects.toThrow("no more");
  expect(readFileSync(path, "utf8")).toBe("x".repeat(1_000_000));
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});
