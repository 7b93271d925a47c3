import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shareWords } from "../../../../src/explanation/index.js";
import { root } from "../../../documents/fences.js";
import { commandLine } from "../../terminal.js";

const data = (name: string) => join(root, "examples/data", name);
const EXAMPLE = ["--as-at", "2021-06-30", "--events", data("jets-events.csv"), data("jets-caseload.csv")];
const run = async (...words: string[]) => (await commandLine(words, { columns: 160 })).out;
const check = await run("check", ...EXAMPLE, "--format", "html");
const split = await run("report", "--by", "provider", ...EXAMPLE, "--format", "html");
const month = await run("report", "--month", "2021-05", ...EXAMPLE, "--format", "html");
const review = await run("review", ...EXAMPLE, "--format", "html");
const pages = { check, split, month, review };

/** What a reader sees of some markup, in one line. */
const seen = (markup: string) =>
  markup
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
const rowsOf = (page: string) =>
  [...page.matchAll(/<tr role="row"><th role="rowheader"[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd] [^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => seen(cell!)),
  );

describe.each(Object.entries(pages))("the page of %s", (_name, page) => {
  test("is whole, asks no network for anything and runs nothing", () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">[\s\S]*<\/html>\n$/);
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<embed|<img|<base|<form|@import|javascript:/i);
    expect(page).not.toMatch(/\son[a-z]+=/i);
    for (const [, url] of page.matchAll(/\b(?:href|src|action|srcset|xlink:href)="([^"]*)"/g))
      expect(url).toMatch(/^#/);
    for (const [, url] of page.matchAll(/url\(([^)]*)\)/g)) expect(url).toBe("#hatching");
    const inTags = [...page.matchAll(/<[^>]*>/g)].filter(([tag]) => /https?:\/\//.test(tag));
    expect(inTags).toEqual([]);
  });

  test("names each place once, and leads to no other", () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
  });

  test("has its headings in order, and each table its caption and the scope of its headings", () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    });
    expect(page.match(/<caption/g)?.length).toBe(page.match(/<table/g)?.length);
    for (const [head] of page.matchAll(/<th\b[^>]*>/g)) expect(head).toContain("scope=");
  });
});

describe("the page says what the text says", () => {
  test("check: every count, share, target, verdict and headroom, and its sentences", async () => {
    const text = await run("check", ...EXAMPLE);
    const rows = rowsOf(check).filter((row) => row.length === 10);
    const lines = text.split("\n").filter((line) => /^css-\d+\/\S+ {2}/.test(line));
    expect(rows).toHaveLength(lines.length);
    const told = rows.map(([name, share, target, verdict, ...counts]) => {
      const [requirement] = name!.split(" ");
      return [requirement, ...counts.slice(0, 5), share!.split(" ")[0], target, verdict, counts[5]]
        .join(" ")
        .trim();
    });
    const written = lines.map((line) => {
      const cells = line.split(/ {2,}/);
      return [cells[0], ...cells.slice(2)].join(" ");
    });
    expect(told).toEqual(written);
    const words = seen(check);
    for (const sentence of [
      "As at Wed 30 Jun 2021 · 602 referrals",
      "Not judged: one row without an id and one referral of another programme.",
      "20 requirements: 11 not met, 1 pending, 5 undetermined, 2 met, 1 not scored.",
      "css-5/appointment: the text gives no percentage for this part; shown, not scored",
      "24 problems in the data",
      "The contract takes precedence. Not legal advice.",
    ])
      expect(words).toContain(sentence);
  });

  test("report: every value of every line", async () => {
    const text = await run("report", "--by", "provider", ...EXAMPLE);
    const lines = text.split("\n").filter((line) => /^ {2}\S/.test(line) && !line.startsWith("  provider"));
    const told = rowsOf(split).map(([name, share, verdict, ...counts]) =>
      [name, ...counts.slice(0, 5), share!.split(" ")[0], verdict, counts[5]].join(" ").trim(),
    );
    expect(told).toEqual(lines.map((line) => line.trim().split(/ {2,}/).join(" ")));
  });

  test("report: over a period, on which days it was measured", async () => {
    const text = (await run("report", "--month", "2021-05", ...EXAMPLE)).replace(/\s+/g, " ");
    const [note] = /css-2\/backlog-share: [^;]* at the last close, \S+ \d+ \S+ \d+\./.exec(text) ?? [];
    expect(seen(month)).toContain(
      /css-2\/backlog-share: .*?at the last close, [^.]*\./.exec(text)?.[0] ?? note,
    );
    expect(seen(month)).toContain("due in May 2021");
  });

  test("review: every block of its Markdown, in the same order", async () => {
    const markdown = (await run("review", ...EXAMPLE)).replace(/\\([^\w\s])/g, "$1");
    const told = seen(review);
    let at = 0;
    for (const [, heading] of markdown.matchAll(/^## (.*)$/gm)) {
      const found = told.indexOf(heading!, at);
      expect(found, heading).toBeGreaterThan(-1);
      at = found;
    }
    const cells = [...markdown.matchAll(/^\| (?!---)(.*) \|$/gm)].flatMap(([, row]) => row!.split(" | "));
    for (const cell of cells) expect(told).toContain(seen(cell));
    const blanks = markdown.match(/▢/g)?.length;
    expect(review.match(/class="blank"/g)).toHaveLength(blanks!);
    expect(review).not.toContain("`");
  });
});

describe("the page of a review", () => {
  test("shows verdicts as the other pages do, and names the columns of each cell for where a table is stacked", () => {
    expect(review).toMatch(
      /<td role="cell" data-label="Verdict"[^>]*><span class="verdict not-met">✗ not met<\/span>/,
    );
    expect(review).toMatch(/<td role="cell" data-label="Headroom" class="number">-5</);
    expect(review).not.toMatch(/<table>/);
  });
});

describe("the page of a check", () => {
  test("is the example of the guides; npm run docs writes it", async () => {
    const { out } = await commandLine([
      ..."check --as-at 2021-06-30 --events examples/data/jets-events.csv".split(" "),
      "examples/data/jets-caseload.csv",
      "--format",
      "html",
    ]);
    const kept = readFileSync(join(root, "docs/pages/scorecard.html"), "utf8");
    const unversioned = (page: string) => page.replace(/(?<=programme-rules )\d+\.\d+\.\d+/, "");
    expect(unversioned(out)).toBe(unversioned(kept));
  });

  test("draws the backlog through the year, with the same days as a table", () => {
    expect(check).toMatch(
      /<svg role="img" aria-label="Referrals in backlog at the close of each day: ≤ 4%[^"]*" width="/,
    );
    expect(check).toContain("The same as a table, 121 days");
    expect(check).not.toContain("xmlns");
  });

  test("leads from a line to whose cases are not met, the first of them with their sentences", () => {
    const [, part = ""] = /<div class="inside" id="line-4">([\s\S]*?)<\/div>/.exec(check) ?? [];
    expect(seen(part)).toContain("Every case is to be met: 568 of 602 are (94.4%), 34 not: not met;");
    expect(seen(part)).toContain("Not met: 34 referrals, the first 10 by id");
    expect(part.match(/<li>/g)).toHaveLength(10);
    expect(seen(part)).toMatch(/J\d+ Referral received .*: not met, .* \[001 ¶\d+/);
    expect(seen(part)).toContain(
      "And 24 more. To see one of them, by its id: npx programme-rules explain ID",
    );
  });

  test("has the months, the providers, the problems by kind and the rules it rests on", () => {
    const words = seen(check);
    expect(words).toContain("Requirements by month Requirement Mar 2021 Apr 2021");
    expect(words).toMatch(
      /3 providers, the largest share of cases not met first .* Tidewater Support 5.5% 8 4 4 css-5/,
    );
    expect(words).toMatch(/date form appointment_on 1/);
    expect(words).toMatch(/Fingerprint of the rules [0-9a-f]{16}/);
  });

  test("has of each month what the report of that month has of the backlog, and says why its days end before the as-at date", async () => {
    const [, cells = ""] = /<tr><th scope="row">css-2\/backlog-share<\/th>(.*?)<\/tr>/.exec(check) ?? [];
    const shares = [...cells.matchAll(/<td[^>]*>([^<]*)/g)].map(([, share]) => share);
    const months = await Promise.all(
      ["2021-03", "2021-04", "2021-05", "2021-06"].map(async (month) => {
        const words = ["report", "--month", month, "--requirement", "css-2/backlog-share", ...EXAMPLE];
        return JSON.parse(await run(...words, "--json")).lines[0];
      }),
    );
    expect(shares.slice(0, 4)).toEqual(months.map((line) => shareWords(line)));
    expect(seen(check)).toContain("The days end before the as-at day, which is not over");
  });

  test("has the provider with the largest share of cases not met first, however few they are, and its worst by share", async () => {
    const row = (provider: string, at: number, acknowledged: string) =>
      `${provider}${at},${provider},2021-04-01,${acknowledged}`;
    const big = Array.from({ length: 40 }, (_, at) => row("Big", at, at < 4 ? "2021-04-30" : "2021-04-06"));
    const small = Array.from({ length: 4 }, (_, at) =>
      row("Small", at, at < 2 ? "2021-04-30" : "2021-04-06"),
    );
    const path = join(mkdtempSync(join(tmpdir(), "programme-rules-")), "two.csv");
    writeFileSync(path, `id,provider,received_on,acknowledged_on\n${[...big, ...small].join("\n")}\n`);
    const words = seen(await run("check", "--as-at", "2021-05-05", path, "--format", "html"));
    expect(words).toContain("2 providers, the largest share of cases not met first");
    expect(words.indexOf("Small")).toBeLessThan(words.indexOf("Big"));
    expect(words.indexOf("Small")).toBeGreaterThan(0);
  });

  test("ends with the code of the check", async () => {
    const { code } = await commandLine(["check", ...EXAMPLE, "--format", "html"]);
    expect(code).toBe(1);
  });
});

describe("names from data are text", () => {
  const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
  const names = [
    "<script>alert(1)</script>",
    '""><img src=x onerror=alert(1)>',
    "A&B",
    "a\u202Eb\u001b[31m",
    "__proto__",
  ];
  const file = join(folder, "hostile.csv");
  const quoted = (name: string) => `"${name.replace(/^""/, '""')}"`;
  writeFileSync(
    file,
    `id,provider,received_on,acknowledged_on\n${names.map((name, at) => `${quoted(`${at}${name}`)},${quoted(name)},2021-04-01,2021-04-20\n`).join("")}`,
  );
  const hostile = ["--as-at", "2021-04-30", file, "--format", "html"];

  test.each([
    ["check", hostile],
    ["report", ["--by", "provider", ...hostile]],
    ["review", ["--contract", "<script>", ...hostile]],
  ])("in the page of %s", async (command, words) => {
    const page = await run(command, ...words);
    for (const raw of ["<script", "<img", "\u202e", "\u001b"]) expect(page).not.toContain(raw);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("A&amp;B");
    expect(page).toContain("a\\u202eb\\u001b[31m");
    expect(page).toContain("__proto__");
  });

  test("a provider of a megabyte is cut wherever it stands", async () => {
    const long = join(folder, "long.csv");
    writeFileSync(long, `id,provider,received_on\nR1,${"x".repeat(1_000_000)},2021-04-01\n`);
    const page = await run("check", "--as-at", "2021-04-30", long, "--format", "html");
    expect(page.length).toBeLessThan(1_000_000);
  });
});

describe("what cannot be shown", () => {
  test("lines withheld from a report are withheld from its page", async () => {
    const words = ["report", "--by", "adviser", "--suppress-below", "80", ...EXAMPLE];
    const page = await run(...words, "--format", "html");
    const text = await run(...words);
    const [sentence] = /What fewer than 80 people or cases stand behind is withheld[^.]*\./.exec(
      text.replace(/\s+/g, " "),
    )!;
    expect(seen(page)).toContain(sentence);
    for (const row of rowsOf(page))
      expect(Number(row[3])).toSatisfy((count: number) => count === 0 || count >= 80);
  });

  test("a balanced scorecard has no page", async () => {
    const { err, code } = await commandLine(["review", "--scorecard", ...EXAMPLE, "--format", "html"]);
    expect(err).toContain("--scorecard with --format html");
    expect(code).toBe(2);
  });

  test("a programme that asks for nothing says so", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "programme-rules-")), "one.csv");
    writeFileSync(file, "id,received_on\nR1,2021-04-01\n");
    const words = ["--programme", "work-programme-v2", "--as-at", "2021-06-30", file, "--format", "html"];
    for (const command of ["check", "report"])
      expect(seen(await run(command, ...words))).toContain("has no standards to hold a referral to");
  });
});
