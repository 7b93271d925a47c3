import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPieces } from "../../../src/cli/output/formats.js";
import { commandLine } from "../terminal.js";

// Sun 28 Mar 2021; two working days later is Tue 30 Mar 2021. As at the 30th it is done, one day before it is late.
const file = join(mkdtempSync(join(tmpdir(), "programme-rules-")), "referrals.csv");
writeFileSync(
  file,
  "id,received_on,acknowledged_on,appointment_on,prap_updated_on,prap_status,started_on,standards_on\nR1,2021-03-28,2021-03-30,,,,,\n",
);

const printed = async (...words: string[]) =>
  (await commandLine([...words, "--as-at", "2021-03-30"])).out.split(/\r?\n/);

test("explain prints a row a finding as CSV", async () => {
  const [head, first] = await printed("explain", "R1", file, "--format", "csv");
  expect(head).toBe("requirement,case,verdict,reason,anchor,opens_on,due_on,done_on,sentence");
  expect(first).toBe(
    'css-1/acknowledged,1,met,,2021-03-28,,2021-03-30,2021-03-30,"Referral received Sun 28 Mar 2021. Two working days later is Tue 30 Mar 2021. Acknowledged Tue 30 Mar 2021: met, on the last day. [001 ¶38 item 1]"',
  );
});

test("explain prints a row a finding as Markdown, what does not apply among them", async () => {
  const rows = await printed("explain", "R1", file, "--format", "markdown");
  expect(rows[2]).toContain("| css-1/acknowledged | 1 | met |  | 2021-03-28 |  | 2021-03-30 | 2021-03-30 |");
  expect(rows.some((row) => row.includes("| not-applicable |"))).toBe(true);
});

test("readings prints a row for each answer that changes a verdict", async () => {
  const rows = await printed("readings", file, "--format", "csv");
  expect(rows[0]).toBe("requirement,verdict,reading,answer,verdict_under_it");
  // With Monday as day 1, the second day is Tuesday all the same; the appointment is undone and not yet overdue.
  expect(rows).toContain("css-2/backlog-share,met,backlog-test,any-work-undone,not-met");
  expect(rows.some((row) => row.startsWith("css-1/acknowledged,met,counting-day"))).toBe(false);
  expect((await printed("readings", file, "--format", "markdown"))[0]).toBe(
    "| requirement | verdict | reading | answer | verdict_under_it |",
  );
});

test("--json is short for --format json", async () => {
  const words = ["explain", "R1", file];
  expect(await printed(...words, "--json")).toEqual(await printed(...words, "--format", "json"));
});

test("JSON that is printed in pieces is what JSON.stringify makes of it whole", () => {
  const printable = fc.json().map((text) => JSON.parse(text));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(printable, fc.array(printable))), (result) => {
      fc.pre(!("problems" in result || "fileProblems" in result || "command" in result));
      const whole = `${JSON.stringify({ command: "due", ...result }, null, 2)}\n`;
      expect([...jsonPieces("due", result)].join("")).toBe(whole);
    }),
  );
});

test("what JSON has no word for is printed as JSON.stringify does", () => {
  const result = {
    left: undefined,
    list: [undefined, Number.NaN, -0, []],
    empty: {},
    inner: { left: undefined },
  };
  const whole = `${JSON.stringify({ command: "due", ...result }, null, 2)}\n`;
  expect([...jsonPieces("due", result)].join("")).toBe(whole);
});

test("no piece of JSON grows with a list, however deep it lies", () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `R${at}`);
  for (const piece of jsonPieces("check", { lines: [{ misses: ids }] }))
    expect(piece.length).toBeLessThan(100);
});
