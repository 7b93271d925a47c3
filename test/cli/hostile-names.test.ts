import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { commandLine } from "./terminal.js";

// Names as somebody may give them who wants the one that reads the output to see, or run, something else.
const NAMES = [
  "Alpha\u001b[31m\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007",
  '=HYPERLINK("http://evil.example")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "<script>alert(1)</script>",
  "![x](http://evil.example/p.png)",
  "[x](javascript:alert(1))",
  "a|b`c`*d*_e_~~f~~&lt;",
  "# heading\n## two",
  "\u202Egnp.exe\u202C\u2066x\u2069\u200f\u200e\u061c",
  "mid\uFEFFdle\u2028\u2029\u0085\u009b31m",
  "__proto__",
  "constructor",
  "toString",
  "é\u{1F600}, Straße",
  "x".repeat(150_000),
];

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
function write(name: string, rows: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  writeFileSync(path, rows.map((row) => `${row.map(cell).join(",")}\n`).join(""));
  return path;
}

const head = ["id", "provider", "adviser", "site", "received_on", "acknowledged_on", "started_on", "left_on"];
const ids = NAMES.map((name, at) => `${at}${name}`);
const file = write("=referrals\u001b[1m.csv", [
  head,
  ...NAMES.map((name, at) => [ids[at]!, name, name, name, "2021-04-01", "2021-04-12", "2021-04-12", name]),
  ...NAMES.map((name, at) => [`R${at}`, name, name, name, "2021-04-01", "2021-04-06", "2021-04-12", ""]),
]);
const asAt = ["--as-at", "2021-06-30"];
const offer = join(folder, "offer.json");
const shipped = JSON.parse(readFileSync("examples/data/jets-offer.json", "utf8"));
writeFileSync(offer, JSON.stringify({ ...shipped, title: NAMES[0] }));

/** What no output may hold: controls but the line end, escapes, marks of direction, separators, half characters. */
const BANNED = /[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const withoutColours = (text: string) =>
  ["1", "2", "22", "31", "32", "33", "35", "39"].reduce(
    (rest, code) => rest.replaceAll(`\u001b[${code}m`, ""),
    text,
  );

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ["check", "--all-problems"],
  "report by provider": ["report", "--by", "provider"],
  "report by adviser and month": ["report", "--by", "adviser,month", "--suppress-below", "3"],
  backlog: ["backlog"],
  "backlog by day": ["backlog", "--month", "2021-04"],
  due: ["due"],
  "explain one": ["explain", "R0"],
  "explain none": ["explain", NAMES[0]!],
  readings: ["readings"],
  review: ["review", "--contract", NAMES[9]!],
  "review by site": ["review", "--by", "site"],
  cohorts: ["cohorts"],
  "offer impact": ["offer", "impact", "--most", "50", offer],
  map: ["map"],
};
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  report: ["text", "markdown", "csv", "json"],
  explain: ["text", "markdown", "csv", "json"],
  readings: ["text", "markdown", "csv", "json"],
  cohorts: ["text", "markdown", "csv", "json"],
};

describe("names that would do something come out as text", () => {
  const runs = Object.entries(COMMANDS).flatMap(([name, words]) =>
    (FORMATS[words[0]!] ?? ["text"]).map((format) => [`${name}, ${format}`, words, format] as const),
  );
  test.each(runs)("%s", async (_, [command = "", ...words], format) => {
    const how = format === "text" ? [] : ["--format", format];
    const day = command === "map" ? [] : asAt;
    const { out, err } = await commandLine([command, ...words, ...how, ...day, file]);
    expect(out === "").toBe(words[0] === NAMES[0]);
    const lines = format === "csv" ? out.replaceAll("\r\n", "\n") : out;
    for (const text of [lines, err]) expect(text.match(BANNED)?.[0]).toBe(undefined);
    if (format === "markdown" || command === "review") {
      expect(out).not.toMatch(/(?<!\\)[<[]|(?<!\\)`|^\|.*(?<!\\)\*[^*]/m);
      expect(out).not.toContain("://");
    }
    if (format !== "csv") return;
    const cells = (Papa.parse(out).data as string[][]).flat();
    expect(cells.filter((cell) => /^[=+@＝＋－＠]|^-(?![\d.]+$)/.test(cell))).toEqual([]);
  });

  test("at a terminal with colour nothing but its own colours is sent", async () => {
    const { out } = await commandLine(["check", "--all-problems", ...asAt, file], { hasColour: true });
    expect(out).toContain("\u001b[");
    expect(withoutColours(out).match(BANNED)?.[0]).toBe(undefined);
    const { err } = await commandLine(["explain", NAMES[0]!, ...asAt, file], { hasColour: true });
    expect(withoutColours(err).match(BANNED)?.[0]).toBe(undefined);
  });

  test("JSON has them as they are", async () => {
    const { out } = await commandLine(["report", "--by", "provider", "--json", ...asAt, file]);
    const { lines } = JSON.parse(out) as { lines: { by?: { provider: string } }[] };
    const found = new Set(lines.map(({ by }) => by?.provider));
    expect(NAMES.filter((name) => !found.has(name.trim()))).toEqual([]);
  });

  const problems = async (...words: string[]) => {
    const { out } = await commandLine([...words, "--json", ...asAt, file]);
    const told = JSON.parse(out) as Partial<Record<"problems" | "fileProblems", { value?: string }[]>>;
    return [...(told.problems ?? []), ...(told.fileProblems ?? [])];
  };
  test.each([
    ["check"],
    ["report"],
    ["backlog"],
    ["due"],
    ["readings"],
    ["cohorts"],
    ["cohorts conversion"],
    [`offer impact ${offer}`],
  ])("%s: JSON has what stands in cells that could not be read only with --with-values", async (command) => {
    const words = command.split(" ");
    expect((await problems(...words)).filter((problem) => "value" in problem)).toEqual([]);
    const told = await problems(...words, "--with-values");
    expect(told.some(({ value }) => value?.includes("<script>"))).toBe(true);
  });
});
