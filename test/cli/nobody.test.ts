import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { commandLine } from "./terminal.js";

// Providers called as nobody is, and a referral of nobody.
const NAMES = ["(none)", "none", '"(none)"', "(not said)", ""];
const folder = mkdtempSync(join(tmpdir(), "nobody-"));
const file = join(folder, "referrals.csv");
writeFileSync(
  file,
  `id,nation,provider,received_on,acknowledged_on,started_on,outcome_on\n${NAMES.flatMap((name, at) =>
    Array.from(
      { length: at + 1 },
      (_, i) => `R${at}${i},england,"${name.replaceAll('"', '""')}",2021-04-01,2021-04-12,2021-04-12,\n`,
    ),
  ).join("")}`,
);
const text = async (...words: string[]) => (await commandLine([...words, "--as-at", "2021-06-30", file])).out;
const css1 = ["--requirement", "css-1"];

/** How often each stands alone in a cell or a column. */
const cells = (out: string, names: readonly string[]) =>
  names.map(
    (name) =>
      out.split("\n").filter((line) => line.split(/ {2,}|\|/).some((cell) => cell.trim() === name)).length,
  );

describe("nobody is told from a provider that is called so", () => {
  test("in the text and the Markdown of a report", async () => {
    const said = ["(none)", '"(none)"', '""(none)""', "none"];
    expect(cells(await text("report", "--by", "provider", ...css1), said)).toEqual([1, 1, 1, 1]);
    const markdown = await text("report", "--by", "provider", "--format", "markdown", ...css1);
    expect(cells(markdown, said)).toEqual([1, 1, 1, 1]);
  });

  test("in a report of two attributes, and on its page", async () => {
    const said = ['"(none)", england', '""(none)"", england', "none, england", "(none), england"];
    expect(cells(await text("report", "--by", "provider,nation", ...css1), said)).toEqual([1, 1, 1, 1]);
    const page = await text("report", "--by", "provider,nation", "--format", "html", ...css1);
    for (const each of said)
      expect(page).toContain(`<span class="name">${each.replaceAll('"', "&quot;")}</span>`);
  });

  test("in JSON, where nobody is null", async () => {
    const out = await text("report", "--by", "provider", "--format", "json", ...css1);
    expect(JSON.parse(out).lines.map(({ by }: { by: { provider: string | null } }) => by.provider)).toEqual(
      expect.arrayContaining([...NAMES.slice(0, -1), null]),
    );
  });

  test("in the table of a review's partners, each with its own cases", async () => {
    const out = await text("review");
    for (const [name, cases] of [
      ['"(none)"', 1],
      ["none", 2],
      ['""(none)""', 3],
      ["(none)", 5],
    ])
      expect(out).toContain(`| ${name} | ${cases} |`);
  });

  test("in cohorts by provider, and among providers side by side", async () => {
    expect(cells(await text("cohorts", "--by", "provider"), ["(none)", '"(none)"', '""(none)""'])).toEqual([
      1, 1, 1,
    ]);
    const compared = JSON.parse(await text("cohorts", "providers", "--json"));
    const starts = new Map(
      compared.providers.map((each: { id: string; starts: number }) => [each.id, each.starts]),
    );
    expect([starts.get("(not said)"), starts.get('"(not said)"'), starts.get("(none)")]).toEqual([5, 4, 1]);
  });

  test("in a workbook, where nobody is an empty cell", async () => {
    const path = join(folder, "report.xlsx");
    await text("report", "--by", "provider", "--format", "xlsx", "--output", path, ...css1);
    const book = read(readFileSync(path));
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]!]!);
    expect(rows.map(({ provider }) => provider).sort()).toEqual([
      '"(none)"',
      "(none)",
      "(not said)",
      "none",
      undefined,
    ]);
  });
});
