import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { groundsCommandShape } from "../../../src/regime/schema.js";
import { commandLine } from "../terminal.js";

const file = "examples/data/jets-figures.json";
const grounds = (...words: string[]) => commandLine(["grounds", "--as-at", "2021-05-31", ...words]);
const write = (name: string, value: unknown) => {
  const path = join(mkdtempSync(join(tmpdir(), "programme-rules-")), name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};

test("prints grounds, decisions and duties, and says that nothing is decided", async () => {
  const { out, code } = await grounds(file);
  expect(code).toBe(0);
  expect(out.split("\n").slice(0, 2)).toEqual([
    "Grounds for intervention: whp-jets cv06, contract area-1, as at Mon 31 May 2021",
    "Grounds only: a level is the Department's decision, and none is said to apply.",
  ]);
  expect(out).toContain("  remedy-ineffective → level-3 (established, by the text)\n");
  expect(out).toContain("cannot tell yet.");
  expect(out).toContain(
    "  Department: Tell the provider in writing (level-2, decided Mon 10 May 2021) [001 ¶12]\n",
  );
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});

test("prints Markdown, by the text alone when asked", async () => {
  const { out } = await grounds("--policy", "none", "--format", "markdown", file);
  expect(out).toContain("No policy: grounds by the text alone, and of 30 people or more.");
  expect(out).toContain("\n## Each ground\n\n- **baseline → level-1 (established, by the text)**\n");
  expect(out).not.toContain("by the policy");
});

test("takes a policy of one's own", async () => {
  const policy = write("policy.json", { id: "ours", indexBelow: "90%", reviewMonths: 1, minimumStarts: 30 });
  const { out } = await grounds("--policy", policy, file);
  expect(out).toContain('Policy "ours": rates of 30 people or more; an index below 90% of the profile');
  expect(out).not.toContain("may-miss → level-2 (projected, by the policy)");
});

test("--json validates against its schema", async () => {
  const { out } = await grounds("--json", file);
  expect(groundsCommandShape.safeParse(JSON.parse(out)).error?.issues ?? []).toEqual([]);
});

test("refuses a file that is no such input, naming the field", async () => {
  const { err, code } = await grounds(write("list.json", [1]));
  expect(err).toContain('Not accepted: input with the field "contents".');
  expect(code).toBe(2);
});
