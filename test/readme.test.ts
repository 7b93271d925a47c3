import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entries } from "../.config/package.js";
import { commandLine } from "./cli/terminal.js";

const page = readFileSync("README.md", "utf8");
const fences = (text: string) => [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)];

describe("the README is read in two minutes", () => {
  test("has at most 90 lines", () => expect(page.trimEnd().split("\n").length).toBeLessThanOrEqual(90));

  test("has one example, of five lines, that ends in a verdict", () => {
    const [first, ...others] = fences(page).filter(([, language]) => language === "ts");
    const [code = "", printed] = first![2]!.split("// prints\n");
    expect(code.split("\n").filter((line) => line !== "")).toHaveLength(5);
    expect(printed).toMatch(/^\/\/ .*: not met, .* \[001 ¶38 item 1\]\n$/);
    expect(others).toEqual([]);
  });

  test("has the two commands that run the demonstration and the tests", () => {
    const commands = [...page.matchAll(/```sh\n(npm install && npm [^\n]*)\n```/g)].map((match) => match[1]);
    expect(commands).toEqual(["npm install && npm run demo", "npm install && npm test"]);
  });

  test("gives a first verdict by three lines in an empty folder", async () => {
    const [, , script = ""] = fences(page).find(([, , text]) => text!.startsWith("printf"))!;
    const [, content, name] = script.match(/^printf '(.*)' > (\S+)$/m)!;
    const file = join(mkdtempSync(join(tmpdir(), "programme-rules-")), name!);
    writeFileSync(file, content!.replaceAll("\\n", "\n"));
    const lines = [...script.matchAll(/^npx programme-rules (.+)$/gm)].map(([, words]) =>
      commandLine(words!.split(" ").map((word) => (word === name ? file : word))),
    );
    const [check, explain] = await Promise.all(lines);
    expect(script.trimEnd().split("\n")).toHaveLength(3);
    expect(check!.out).toMatch(/^css-1\/acknowledged +2 +1 +1 +0 +0 +50\.0% +≥ 99\.5% +✗ not met/m);
    expect(explain!.out).toContain("Acknowledged Fri 9 Apr 2021: not met, two working days late.");
  });

  test("names every door", () => {
    const named = [...page.matchAll(/^\| (`programme-rules.*?) \|/gm)].flatMap(([, cell]) =>
      cell!.split(" · ").map((door) => door.replaceAll("`", "").replace(/^\//, "programme-rules/")),
    );
    expect(named.toSorted()).toEqual([...entries.keys()].toSorted());
  });
});

describe("the README leads on", () => {
  test.each([
    ["CRM developer", ["dueDates(", "assess(", "explain("]],
    ["Bid writer", ["defineOffer(", "forecastOffer(", ".probability"]],
    ["Test author", ["expect.extend(rulesFor(", ".toMeet(", ".toBeDueOn(", "caseload(199"]],
  ])("the %s to a guide that begins with their example", (user, calls) => {
    const links = page.match(new RegExp(`^- \\*\\*${user}\\*\\*: .*$`, "m"))?.[0].match(/(?<=\]\()[^)]+/g);
    expect(links).toHaveLength(1);
    const [[, language, code] = []] = fences(readFileSync(links![0], "utf8"));
    expect(language).toBe("ts");
    expect(calls.filter((call) => !code!.includes(call))).toEqual([]);
  });

  test("to every guide", () => {
    const guides = readdirSync("docs/guides").map((name) => `docs/guides/${name}`);
    expect(guides.filter((guide) => !page.includes(`](${guide})`))).toEqual([]);
  });
});
