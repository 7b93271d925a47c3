import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outputSchemas } from "../../../src/compliance/schema.js";
import { commandLine } from "../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const file = write(
  "referrals.csv",
  "id,provider,received_on,acknowledged_on\nR1,north,2021-04-01,2021-04-07\nR2,=1+1,2021-04-01,2021-04-08\nR3,,2021-03-01,2021-03-02\n",
);
const report = (...words: string[]) =>
  commandLine(["report", "--as-at", "2021-04-30", "--requirement", "css-1/acknowledged", ...words, file]);

describe("report", () => {
  test("splits lines by an attribute, those without a value last", async () => {
    const { out, code } = await report("--by", "provider");
    expect(out).toBe(`whp-jets cv06 as at Fri 30 Apr 2021, three referrals, by provider

  provider  Counted  Met  Not met  Pending  Unknown  Lowest–highest  Verdict    Headroom

css-1/acknowledged: Each referral is acknowledged in PRaP within 2 working days of receipt (target ≥ 99.5%)
  =1+1            1    0        1        0        0            0.0%  ✗ not met        -1
  north           1    1        0        0        0          100.0%  ✓ met             0
  (none)          1    1        0        0        0          100.0%  ✓ met             0

No column for "Left": taken as not having happened where it would only excuse, stop or end something.
No problems in the data.
`);
    expect(code).toBe(0);
  });

  test("says its period, and takes a standard for its requirements", async () => {
    const words = ["report", "--as-at", "2021-04-30", "--from", "2021-04-01", "--requirement", "css-5", file];
    const { out } = await commandLine(words);
    expect(out).toContain("three referrals, due from Thu 1 Apr 2021\n");
    const read = await commandLine([...words, "--reading", "period-cases=received"]);
    expect(read.out).toContain("three referrals, received from Thu 1 Apr 2021\n");
    const month = ["report", "--as-at", "2021-04-30", "--month", "2021-04", "--requirement", "css-5", file];
    const begun = await commandLine([...month, "--reading", "period-cases=anchor"]);
    expect(begun.out).toContain("three referrals, begun in April 2021\n");
    expect(out).toMatch(/css-5\/appointment .*\ncss-5\/prap-update /);
  });

  test.each([
    [["--by", "nonsense"], 'Not accepted: --by "nonsense". Expected provider, site,'],
    [["--requirement", "css-99"], 'Not accepted: --requirement "css-99", which whp-jets does not have.'],
  ])("refuses %j", async (words, message) => {
    const { err, code } = await commandLine(["report", ...words, file]);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test("takes a period", async () =>
    expect((await report("--from", "2021-04-01", "--until", "2021-04-30")).out).toMatch(
      /css-1\/acknowledged .* 2 {4}1 {8}1 {8}0 {8}0 {11}50.0%/,
    ));

  test.each([50, 60, 80, 120])("fits a terminal of %d columns, split or not", async (columns) => {
    const words = ["report", "--as-at", "2021-04-30", file];
    for (const split of [[], ["--by", "provider"]]) {
      const { out } = await commandLine([...words, ...split], { columns });
      expect(out.split("\n").filter((line) => line.length > columns)).toEqual([]);
      expect(out).toContain("css-1/acknowledged");
    }
  });

  test("a narrow terminal gets two lines a value under each requirement", async () => {
    const words = ["report", "--as-at", "2021-04-30", "--requirement", "css-1/acknowledged"];
    const { out } = await commandLine([...words, "--by", "provider", file], { columns: 50 });
    expect(out).toContain(`
  north: ✓ met
    100.0% of 1, 0 not met
`);
  });

  test("prints Markdown", async () =>
    expect((await report("--by", "provider", "--format", "markdown")).out).toContain(
      "| css-1/acknowledged | north | 1 | 1 | 0 | 0 | 0 | 100.0% | ≥ 99.5% | ✓ met |",
    ));

  test("prints CSV in which no cell is a formula", async () =>
    expect((await report("--by", "provider", "--format", "csv")).out.split("\r\n").slice(0, 2)).toEqual([
      "requirement,provider,counted,met,not_met,people_missed,pending,undetermined,worst_count,of,best_count,best_of,worst_share,best_share,headroom,target,verdict,reason,measured_on,days_over,days_over_at_most,days,last_close_count,last_close_of,left_out,as_at,programme,edition",
      "css-1/acknowledged,'=1+1,1,0,1,1,0,0,0,1,0,1,0,0,-1,≥ 99.5%,not-met,,,,,,,,0,2021-04-30,whp-jets,cv06",
    ]));

  test("every column of its CSV is told in the guide, and rows of the contract leave nobody out", async () => {
    const { out } = await commandLine(["report", "--as-at", "2021-04-30", "--format", "csv", file]);
    const [head = "", ...rows] = out.split("\r\n");
    const guide = readFileSync("docs/guides/command-line.md", "utf8");
    for (const name of head.split(",")) expect(guide).toContain(`\`${name}\``);
    expect(rows.find((row) => row.startsWith("css-13/asked"))).toMatch(/,,2021-04-30,whp-jets,cv06$/);
  });

  test("--json validates against its schema", async () => {
    const { out } = await report("--by", "provider", "--json");
    expect(outputSchemas["command-report"].safeParse(JSON.parse(out)).error?.issues ?? []).toEqual([]);
  });

  test("withholds small lines when asked", async () => {
    const { out } = await report("--by", "provider", "--suppress-below", "5");
    expect(out).toContain(
      "What fewer than 5 people or cases stand behind is withheld, and what would give it away: 1 line.",
    );
    expect(out).toContain("\nWithheld, of values that are not named: css-1/acknowledged.\n");
    expect(out).not.toContain("north");
    for (const format of ["csv", "markdown"]) {
      const { out } = await report("--by", "provider", "--suppress-below", "5", "--format", format);
      expect(out).toContain("withheld");
      expect(out).not.toContain("north");
    }
  });

  test("names the lines that are withheld, and counts those who are shown as such", async () => {
    const sites = (site: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${site}${i},${site},2021-04-01,2021-04-06`);
    const rows = [...sites("east", 20), ...sites("south", 12), ...sites("west", 2)];
    const path = write("sites.csv", `id,site,received_on,acknowledged_on\n${rows.join("\n")}\n`);
    const words = ["report", "--as-at", "2021-04-30", "--by", "site", "--requirement", "css-1", path];
    const { out } = await commandLine([...words, "--suppress-below", "5"], { columns: 200 });
    expect(out.split("\n")[0]).toMatch(/, 20 referrals in what is shown, by site$/);
    expect(out).toContain("\nWithheld, of south and west: css-1/acknowledged.\n");
    for (const format of ["markdown", "html"]) {
      const printed = await commandLine([...words, "--suppress-below", "5", "--format", format]);
      expect(printed.out).toContain("Withheld, of south and west: css-1/acknowledged.");
    }
    expect((await commandLine(words)).out).toContain(", 34 referrals, by site\n");
  });

  test("names nobody in JSON when small lines are withheld, and counts what is wrong with the data", async () => {
    const path = write(
      "slip.csv",
      "id,received_on,acknowledged_on\nR1,2021-04-01,soon\nR2,2021-04-01,2021-04-30\n",
    );
    const words = [
      "report",
      "--as-at",
      "2021-04-30",
      "--suppress-below",
      "2",
      "--json",
      "--with-values",
      path,
    ];
    const { out } = await commandLine(words);
    expect(out).not.toMatch(/R1|R2|soon|"(misses|excluded|undeterminedBy)"/);
    const { lines, problems, problemCounts } = JSON.parse(out);
    expect([lines.length > 0, problems, problemCounts.length]).toEqual([true, [], 1]);
    expect(outputSchemas["command-report"].safeParse(JSON.parse(out)).error?.issues ?? []).toEqual([]);
  });

  test("says in its first lines when the period is not over, and on which days shares were measured", async () => {
    const april = (asAt: string) => ["--from", "2021-04-01", "--until", "2021-04-30", "--as-at", asAt];
    const path = write(
      "april.csv",
      "id,received_on,acknowledged_on\nR1,2021-04-01,2021-04-06\nR2,2021-04-01,2021-04-12\n",
    );
    const { out } = await commandLine(["report", ...april("2021-04-20"), path], { columns: 200 });
    expect(out.split("\n")[1]).toBe(
      "The period is not over: the last of its days that has closed is Mon 19 Apr 2021.",
    );
    expect(out).toContain(
      "css-2/backlog-share: 50.0% at the close of Wed 7 Apr 2021 (1 of 2), over 4% on 5 of 19 days; 0.0% at the last close, Mon 19 Apr 2021.",
    );
    expect((await commandLine(["report", ...april("2021-04-01"), path])).out).toContain(
      "The period is not over: none of its days has closed yet.",
    );
    expect((await commandLine(["report", ...april("2021-05-01"), path])).out).not.toContain("not over");
    const csv = (await commandLine(["report", ...april("2021-04-20"), "--format", "csv", path])).out;
    expect(csv).toContain(
      "\r\ncss-2/backlog-share,2,1,1,1,0,0,1,2,1,2,0.5,0.5,-1,≤ 4%,not-met,,2021-04-07,5,5,19,0,2,0,2021-04-20,whp-jets,cv06\r\n",
    );
    const json = (await commandLine(["report", ...april("2021-04-20"), "--json", path])).out;
    expect(outputSchemas["command-report"].safeParse(JSON.parse(json)).error?.issues ?? []).toEqual([]);
  });

  test("takes the contract's log", async () => {
    const log = write(
      "log.json",
      JSON.stringify({
        id: "c",
        events: [
          { kind: "contract-started", on: "2021-03-10" },
          { kind: "survey-asked", on: "2021-03-20" },
        ],
      }),
    );
    const { out } = await commandLine([
      "report",
      "--as-at",
      "2021-03-31",
      "--requirement",
      "css-13/asked",
      "--contract-log",
      log,
      file,
    ]);
    expect(out).toMatch(/css-13\/asked .* 1\s+1\s+0/);
  });

  test("refuses a log that is not JSON, and a format nobody knows", async () => {
    expect((await report("--contract-log", file)).err).toContain(
      "which is not JSON. Expected a file that is JSON.",
    );
    expect((await report("--format", "pdf")).code).toBe(2);
  });
});
