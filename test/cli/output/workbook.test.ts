import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { commandLine } from "../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "workbook-"));
const names = ["=1+1", "2021-04-01", "007", "Caf\u00e9\u001b[31m", "<b>&\u202e", "x".repeat(40_000)];
const referrals = join(folder, "referrals.csv");
writeFileSync(
  referrals,
  `id,provider,received_on,acknowledged_on\n${names.map((name, at) => `R${at},"${name}",2021-04-01,2021-04-12\n`).join("")}`,
);
const asAt = ["--as-at", "2021-06-30"];

let count = 0;
/** The rows of the workbook that a command writes, by a reader that had no part in writing it. */
async function written(...words: string[]) {
  const path = join(folder, `${count++}.xlsx`);
  const { out, err, code } = await commandLine([...words, "--format", "xlsx", "--output", path]);
  expect([out, code, err.includes("Not accepted")]).toEqual(["", 0, false]);
  const book = read(readFileSync(path), { cellDates: true, UTC: true });
  return utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]!]!, { UTC: true });
}

describe("a workbook", () => {
  test("of a report has names as text, whatever they look like, and counts as numbers", async () => {
    const rows = await written("report", "--by", "provider", "--requirement", "css-1", ...asAt, referrals);
    expect(rows.map(({ provider }) => provider)).toEqual(
      expect.arrayContaining(["=1+1", "2021-04-01", "007", "Caf\u00e9\\u001b[31m", "<b>&\\u202e"]),
    );
    expect(Math.max(...rows.map(({ provider }) => `${provider}`.length))).toBe(32_767);
    expect(rows[0]).toMatchObject({ counted: 1, not_met: 1, target: "≥ 99.5%", verdict: "not-met" });
  });

  test("of an explanation has dates as dates", async () => {
    const [first] = await written("explain", "R0", ...asAt, referrals);
    expect(first).toMatchObject({ requirement: "css-1/acknowledged", case: 1 });
    expect(first!.due_on).toEqual(new Date("2021-04-07T00:00:00Z"));
  });

  test("of cohorts has rates as fractions that show as percentages", async () => {
    const counts = ["cohorts", "conversion", "--as-at", "2021-10-31", "examples/data/cohort-counts.csv"];
    const rows = await written(...counts);
    expect(rows.at(-1)!.rate).toBeGreaterThan(0);
    expect(rows.at(-1)!.rate).toBeLessThan(1);
  });

  test.each([
    ["readings", ...asAt, referrals],
    ["cohorts", "--as-at", "2021-10-31", "examples/data/cohort-counts.csv"],
    ["cohorts", "providers", "--as-at", "2021-10-31", "examples/data/cohort-providers.csv"],
    [
      "cohorts",
      "compare",
      "--profile",
      "0%,1%,3%",
      "--as-at",
      "2021-10-31",
      "examples/data/cohort-counts.csv",
    ],
    [
      "cohorts",
      "forecast",
      "--profile",
      "examples/data/cohort-profile.csv",
      "--as-at",
      "2021-10-31",
      "examples/data/cohort-counts.csv",
    ],
  ])("is written by %s %s %s …", async (...words) => {
    expect((await written(...words)).length).toBeGreaterThan(0);
  });

  test("is not sent to a terminal", async () => {
    const { out, err, code } = await commandLine(["report", ...asAt, referrals, "--format", "xlsx"]);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toContain("Add --output and the name of a file that ends in .xlsx.");
  });
});
