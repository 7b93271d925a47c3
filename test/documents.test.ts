import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { typeErrors } from "./documents/compile.js";
import {
  deadLinksIn,
  docCommentsIn,
  everyFence,
  fencesIn,
  filesWithIdleExamples,
  idleIn,
  pages,
  root,
  skippedIn,
} from "./documents/fences.js";
import { run } from "./documents/runner.js";

const fences = everyFence();

describe("every example of the documentation runs and gives what it says", () => {
  test.each(fences.map((fence) => [`${fence.file}:${fence.line}`, fence] as const))("%s", (_, fence) =>
    run(fence),
  );

  test("examples were found", () => expect(fences.length).toBeGreaterThan(30));
  test("every @example runs and checks something", () => expect(filesWithIdleExamples()).toEqual([]));
  test("every example compiles", () => expect(typeErrors(fences)).toEqual([]));
});

describe("every relative link leads somewhere", () => {
  test.each(pages())("%s", (page) => {
    expect(deadLinksIn(page, readFileSync(join(root, page), "utf8"))).toEqual([]);
  });
});

describe("the glossary", () => {
  const page = readFileSync(join(root, "docs/words.md"), "utf8");
  const rowsOf = (text = "") =>
    [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
      .map(([, word, meaning, from]) => ({ word: word!, meaning: meaning!, from: from! }))
      .filter(({ word }) => word !== "word");
  const all = rowsOf(page);

  test("begins with 25 words, each in one sentence", () => {
    const first = rowsOf(page.split(/^## /m)[1]);
    expect(first).toHaveLength(25);
    expect(first.filter(({ meaning }) => /[.?!](?: |$)/.test(meaning))).toEqual([]);
  });

  test("has no word twice", () => {
    const words = all
      .flatMap(({ word }) => word.toLowerCase().split(/ ?[,()] ?/))
      .filter((word) => word !== "");
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  test("says of every word where it comes from", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ from }) => !/^(?:ours|00[0-4])\b/.test(from))).toEqual([]);
  });
});

const example = (code: string) => ({ file: "page.md", line: 3, code });

describe("the runner accepts what is true", () => {
  test.each([
    ["a value", "1 + 1; // => 2"],
    ["a value on the next line", "[1, 2];\n// => [1, 2]"],
    [
      "a value over several lines",
      "({ a: 1, b: [2] }); // => {\n//   a: 1,\n//   b: [2],\n// }\n// A remark.",
    ],
    ["a named value", "const two = 1 + 1; // => 2\ntwo * 2; // => 4"],
    [
      "fields and items left open",
      "({ a: { b: 1, c: 2 }, d: [1, 2, 3] }); // => { a: { b: 1, … }, d: [1, …] }",
    ],
    ["not a number", "Number('x'); // => NaN"],
    ["an awaited value", "await Promise.resolve(1); // => 1"],
    ["an error", "JSON.parse('{'); // throws Expected property name"],
    ["a rejection", "Promise.reject(new Error('no such page')); // throws no such page"],
    ["lines printed", "for (const n of [1, 2]) console.log(n);\n// prints\n// 1\n// 2"],
    [
      "an import of the package",
      `import { workingCalendar } from "programme-rules/calendar";\ntypeof workingCalendar; // => "function"`,
    ],
  ])("%s", (_, code) => run(example(code)));
});

describe("the runner refuses what is not", () => {
  test.each([
    ["a wrong value", "1 + 1; // => 3", "to strictly equal"],
    ["a field more", "({ a: 1, b: 2 }); // => { a: 1 }", "to strictly equal"],
    ["an item more", "[1, 2]; // => [1]", "to strictly equal"],
    ["a wrong named value", "const two = 1 + 1; // => 3", "to strictly equal"],
    ["a wrong field beside one left open", "({ a: 1, b: 2 }); // => { a: 2, … }", "to strictly equal"],
    ["another error", "JSON.parse('{'); // throws no such page", "to contain 'no such page'"],
    ["no error", "1 + 1; // throws no such page", "to contain 'no such page'"],
    ["an unannounced error", "JSON.parse('{');", "Expected property name"],
    ["other lines printed", "console.log(1);\n// prints 2", "to be '2'"],
    ["a check that follows nothing", "// => 1\n1;", "1 checks are written, 0 follow a statement"],
    ["a check inside a block", "if (true) {\n  1; // => 1\n}", "1 checks are written, 0 follow a statement"],
    [
      "a name the package lacks",
      `import { no } from "programme-rules";\nno(); // => 1`,
      "no) is not a function",
    ],
  ])("%s", async (_, code, message) => {
    await expect(run(example(code))).rejects.toThrow(message);
  });

  test("a type error, at the page's own line", () => {
    expect(typeErrors([example(`const a: string = "a";\nconst b: number = a;`)])).toEqual([
      "page.md:4 Type 'string' is not assignable to type 'number'.",
    ]);
  });
});

describe("examples and links are found", () => {
  test("in Markdown, with their line, and only where the language is ts", () => {
    const page = "# Title\n\n```ts\n1; // => 1\n```\n\n```sh\nls\n```\n";
    expect(fencesIn("page.md", page)).toEqual([{ file: "page.md", line: 4, code: "1; // => 1\n" }]);
  });

  test("in doc comments, with their line", () => {
    const source =
      "const a = '/**';\n/**\n * Says.\n *\n * @example\n * ```ts\n * 1; // => 1\n * ```\n */\nconst b = 2;\n";
    expect(fencesIn("a.ts", docCommentsIn(source))).toEqual([
      { file: "a.ts", line: 7, code: "1; // => 1\n" },
    ]);
  });

  test("an example that would not be run, or checks nothing, is seen", () => {
    expect(
      skippedIn("- a\n  ```ts\n  1;\n  ```\n```typescript\n1;\n```\n```ts skip\n1;\n```\n```ts\n1;\n```"),
    ).toHaveLength(3);
    const tagged = (block: string) => `@example\n\`\`\`${block}\n\`\`\`\n\n\`\`\`ts\n1; // => 1\n\`\`\`\n`;
    expect(["ts\n1; // => 1", "ts\n1;", "js\n1; // => 1"].map((block) => idleIn(tagged(block)))).toEqual([
      0, 1, 1,
    ]);
  });

  test("a link to no file, or to no heading, is dead", () => {
    const page =
      "# One title\n[a](nowhere.md) [b](#one-title) [c](#two) [d](https://example.org/x) [e](../package.json)\n";
    expect(deadLinksIn("docs/page.md", page)).toEqual(["nowhere.md", "#two"]);
  });
});
