import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../.config/schemas.js";
import { commandLine } from "./terminal.js";

const pages = ["on-course", "monthly-return", "from-excel"].map((name) =>
  readFileSync(`docs/guides/${name}.md`, "utf8"),
);
const blocks = pages.flatMap((page) => [
  ...page.matchAll(/```sh\nnpx programme-rules ([^\n]*)\n```\n\n```text\n(.*?)```/gs),
]);

describe("every figure of the guides is printed by the command above it", () => {
  test.each(blocks.map(([, command, printed]) => [command!, printed!]))("%s", async (command, printed) => {
    expect((await commandLine(command.split(" "))).out).toBe(printed);
  });
  test("commands were found", () => expect(blocks.length).toBe(11));
});

describe("the guide from Excel", () => {
  const guide = readFileSync("docs/guides/from-excel.md", "utf8");
  const map = ["map", "examples/data/case-list.xlsx"];

  test("says what map tells a person to look at", async () => {
    expect(guide).toContain(`\`\`\`text\n${(await commandLine(map)).err}\`\`\``);
  });

  test("ends with the mapping that map writes, its one open word decided", async () => {
    const { out } = await commandLine(map);
    const finished = JSON.parse(readFileSync("examples/data/case-list-mapping.json", "utf8"));
    expect(JSON.parse(out.replace('"Attended": "?"', '"Attended": "started"'))).toEqual(finished);
  });

  test("counts what its check shows", async () => {
    const command = guide.match(/^npx programme-rules (check .*case-list\.xlsx)$/m)![1]!;
    const { out, code } = await commandLine(command.split(" "));
    expect(code).toBe(0);
    expect(out).toContain("20 requirements: 11 undetermined, 8 met, 1 not scored.");
    expect(out).toContain("Line 28: a row of totals");
  });
});

describe("the guide to the scorecard", () => {
  const guide = readFileSync("docs/guides/scorecard.md", "utf8");
  const [, command = "", shown] =
    guide.match(/```sh\nprogramme-rules ([^\n]*)\n```\n\n```text\n([^`]*)```/) ?? [];

  test("shows the scorecard that its command prints, which npm run demo runs", async () => {
    const { out, code } = await commandLine(command.split(" "));
    expect(out.slice(0, shown?.length)).toBe(shown);
    expect(code).toBe(1);
    expect(readFileSync("examples/demo.mjs", "utf8")).toContain(`"${command}"`);
  });

  test("says how to read each column and each verdict", () => {
    const [heading = ""] = shown?.match(/^Requirement .*$/m) ?? [];
    const columns = heading.split(/ {2,}| (?=Target|Verdict|Headroom|Met)/);
    const verdicts = shown?.match(/(?<= {2})[✓✗…?·] (?:not [a-z]+|[a-z]+)/g) ?? [];
    const rows = [...guide.matchAll(/^\| ([^|]+) \|/gm)].map(([, first]) => first);
    expect(columns).toHaveLength(10);
    expect([...columns, ...verdicts].filter((each) => !rows.includes(each))).toEqual([]);
  });
});

const helpOf = async (words: readonly string[]) => (await commandLine([...words, "--help"])).out;

/** Every command there is, in its words. A name that only groups others is none. */
async function commandsUnder(words: readonly string[] = []): Promise<string[][]> {
  const help = await helpOf(words);
  const names = [...help.replace(/^.*?(?:Commands:\n|$)/s, "").matchAll(/^ {2}([a-z]+) /gm)];
  const under = names.map(([, name]) => name!).filter((name) => name !== "help");
  const isOnlyAGroup = under.length > 0 && / \[command\]$/m.test(help);
  const deeper = await Promise.all(under.map((name) => commandsUnder([...words, name])));
  return [...(isOnlyAGroup ? [] : [[...words]]), ...deeper.flat()];
}

/** The commands of the calendar share one shape; a programme is printed as it is. */
function shapeOf(words: readonly string[]): string {
  if (words.join(" ") === "rules") return "programme";
  return words[0] === "calendar" ? "command-calendar" : `command-${words.join("-")}`;
}

describe("the guide to the command line", async () => {
  const guide = readFileSync("docs/guides/command-line.md", "utf8");
  const listed = [...guide.matchAll(/^programme-rules (.+?) +# .+$/gm)].map(([, words]) => words!.split(" "));
  const known = await commandsUnder();
  const nameOf = (line: readonly string[]) =>
    known.findLast((words) => words.every((word, at) => line[at] === word))?.join(" ");

  test("lists every command once, and no other", () => {
    expect(known.length).toBeGreaterThan(20);
    expect(listed.map(nameOf).toSorted()).toEqual(known.map((words) => words.join(" ")).toSorted());
  });

  test.each(listed.map((line) => [line.join(" "), line] as const))(
    "%s has these options",
    async (_, line) => {
      const [first = "", ...others] = nameOf(line)?.split(" ") ?? [];
      const help = `${await helpOf([first])}${await helpOf([first, ...others])}`;
      expect(line.filter((word) => word.startsWith("--") && !help.includes(`  ${word} `))).toEqual([]);
    },
  );

  test("tells only of options that check or explain takes", async () => {
    const help = `${await helpOf(["check"])}${await helpOf(["explain"])}`;
    const told = [...guide.matchAll(/^\| `(--[^`]+)` \|/gm)].map(([, option]) => option!);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((option) => !help.includes(`  ${option} `))).toEqual([]);
  });

  test("each command that takes --json has a published shape", async () => {
    const published = Object.keys(jsonSchemas());
    const helps = await Promise.all(known.map(helpOf));
    const takers = known.filter((_, at) => helps[at]!.includes("--json"));
    expect(takers.length).toBeGreaterThan(20);
    expect(takers.filter((words) => !published.includes(shapeOf(words)))).toEqual([]);
  });
});
