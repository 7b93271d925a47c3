import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../.config/schemas.js";
import { commandLine } from "./cli/terminal.js";

const page = readFileSync("README.md", "utf8");
const sections = new Map(page.split(/^## /m).map((section) => [section.split("\n", 1)[0]!, section]));
const commandsOf = (section = "") =>
  [...section.matchAll(/^(?:npx )?programme-rules (.+?)(?: +#.*)?$/gm)].map((match) => match[1]!.split(" "));

/** Commands under a command, by its help. */
async function commandsUnder(words: readonly string[]): Promise<string[]> {
  const { out } = await commandLine([...words, "--help"]);
  const [, names = ""] = out.split("Commands:\n");
  const found = [...names.split("\n\n")[0]!.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]!);
  return found.filter((name) => name !== "help");
}

/** Every command that takes `--json`, in its words. */
async function printedAsJson(words: readonly string[] = []): Promise<string[][]> {
  const { out } = await commandLine([...words, "--help"]);
  const deeper = (await commandsUnder(words)).map((name) => printedAsJson([...words, name]));
  return [...(out.includes("--json") ? [[...words]] : []), ...(await Promise.all(deeper)).flat()];
}

/** The commands of the calendar share one shape; a programme is printed as it is. */
function shapeOf(words: readonly string[]): string {
  if (words.join(" ") === "rules") return "programme";
  return words[0] === "calendar" ? "command-calendar" : `command-${words.join("-")}`;
}

describe("the README is short, and there for each of its users", () => {
  test.each(["For a CRM developer", "For a bid writer", "For a test author"])("%s: an example", (user) => {
    expect(sections.get(user)).toMatch(/^```ts\nimport [^`]*"programme-rules(?:\/testing)?"/m);
  });

  test("a page that is read in a few minutes", () => expect(page.split("\n").length).toBeLessThan(200));

  test("the two commands", () => {
    const commands = [...page.matchAll(/```sh\n(npm install && npm [^\n]*)\n```/g)].map((match) => match[1]);
    expect(commands).toEqual(["npm install && npm run demo", "npm install && npm test"]);
  });
});

describe("what the README says of the command line", () => {
  const listed = commandsOf(sections.get("On the command line"));

  test.each(listed)("%s is a command", async (...words) => {
    const help = await commandLine([words[0]!, "--help"]);
    expect(help.out).toContain(`programme-rules ${words[0]}`);
    const flags = words.filter((word) => word.startsWith("--"));
    const deeper = await commandLine([...words.slice(0, 2), "--help"]);
    for (const flag of flags) expect(help.out + deeper.out).toContain(flag);
  });

  test("every command is listed", async () => {
    const known = await commandsUnder([]);
    expect(known).toContain("check");
    const named = new Set(listed.map(([command]) => command));
    expect(known.filter((command) => !named.has(command))).toEqual([]);
  });

  test("each command that takes --json has a published shape", async () => {
    const published = Object.keys(jsonSchemas());
    expect((await printedAsJson()).filter((words) => !published.includes(shapeOf(words)))).toEqual([]);
  });

  test("three lines in an empty folder give a first verdict", async () => {
    const [, content, name] = page.match(/^printf '(.*)' > (\S+)$/m)!;
    const file = join(mkdtempSync(join(tmpdir(), "programme-rules-")), name!);
    writeFileSync(file, content!.replaceAll("\\n", "\n"));
    const lines = commandsOf(sections.get("Try it")).map((words) =>
      commandLine(words.map((word) => (word === name ? file : word))),
    );
    const [check, explain] = await Promise.all(lines);
    expect(check!.out).toMatch(/^css-1\/acknowledged +2 +1 +1 +0 +0 +50\.0% +≥ 99\.5% +✗ not met/m);
    expect(explain!.out).toContain("Acknowledged Fri 9 Apr 2021: not met, two working days late.");
  });
});
