import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outputSchemas } from "../../../src/compliance/schema.js";
import { commandLine } from "../terminal.js";

describe("rules", () => {
  test("lists what a programme asks", async () => {
    const { out } = await commandLine(["rules", "whp-core"]);
    expect(out).toContain("css-16/template-b         every case  ");
    expect(out).toContain("css-1/acknowledged        ≥ 99.5%     ");
    expect(out).toContain("The contract takes precedence. Not legal advice.");
  });

  test("prints the page of the rule book, or the programme as JSON that can be read again", async () => {
    expect((await commandLine(["rules", "whp-jets", "--markdown"])).out).toContain("## At a glance");
    const path = join(mkdtempSync(join(tmpdir(), "programme-rules-")), "own.json");
    writeFileSync(path, (await commandLine(["rules", "whp-jets", "--json"])).out);
    expect((await commandLine(["dates", "--programme", path, "--received", "2021-04-01"])).out).toContain(
      "Wed 7 Apr 2021",
    );
  });

  test("show says one standard in full, without the marks of a page", async () => {
    const { out } = await commandLine(["rules", "show", "css-7", "--programme", "whp-core"]);
    expect(out).toContain("CSS 7 · Agree an action plan");
    expect(out).toContain("- Within: 20 working days");
    expect(out).not.toMatch(/<a id=|\*\*|\]\(#/);
    expect(out).toContain(
      "counting-day: When working days are counted from an event, is its own day day 0 or day 1?",
    );
    expect(out).toContain("  - day-1: The day itself is the first.");
    expect((await commandLine(["rules", "show", "css-99"])).err).toContain(
      'Not accepted: the standard "css-99" of whp-jets. Did you mean css-9?',
    );
  });

  test("diff says in words how two programmes differ", async () => {
    const { out } = await commandLine(["rules", "diff", "whp-core", "whp-jets"]);
    expect(out.replace(/\s+/g, " ")).toContain("css-7/finalised, within: 20 working days → 10 working days");
    expect(out).not.toContain('{"');
    expect((await commandLine(["rules", "diff", "whp-jets", "whp-jets"])).out).toBe("No difference.\n");
    const json = JSON.parse((await commandLine(["rules", "diff", "whp-core", "whp-jets", "--json"])).out);
    expect(outputSchemas["command-rules-diff"].safeParse(json).error?.issues ?? []).toEqual([]);
  });
});

describe("readings", () => {
  test("says which lines depend on which answer, and which hold", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "programme-rules-")), "referrals.csv");
    writeFileSync(path, "id,received_on,acknowledged_on\nR1,2021-03-28,2021-03-31\n");
    const { out } = await commandLine(["readings", "--as-at", "2021-04-30", path]);
    expect(out).toContain("css-1/acknowledged  ✗ not met\n");
    expect(out).toContain("  ✓ met under receipt-on-non-working-day=next-working-day\n");
    expect(out).toContain("The same under every answer: ");
    const json = JSON.parse((await commandLine(["readings", "--as-at", "2021-04-30", "--json", path])).out);
    expect(outputSchemas["command-readings"].safeParse(json).error?.issues ?? []).toEqual([]);
  });
});
