import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { typeErrors } from "./documents/compile.js";
import { root } from "./documents/fences.js";
import { run } from "./documents/runner.js";

/** These need the built package: `npm run demo` runs the one, the check of every example the other. */
const BUILT_ONLY = ["demo.mjs", "workers.mjs"];
const names = readdirSync(join(root, "examples")).filter(
  (name) => name.endsWith(".mjs") && !BUILT_ONLY.includes(name),
);
const examples = names.map((name) => ({
  file: `examples/${name}`,
  line: 1,
  code: readFileSync(join(root, "examples", name), "utf8"),
}));

describe.each(examples.map((example) => [example.file, example] as const))("%s", (_, example) => {
  test("prints what its closing comment says", () => run(example));

  test("closes with what it prints, and fits on a page of 40 lines", () => {
    const lines = example.code.trimEnd().split("\n");
    const [, closing = ""] = example.code.split(/^\/\/ prints$/m);
    expect(
      closing
        .trim()
        .split("\n")
        .every((line) => line.startsWith("//")),
    ).toBe(true);
    expect(lines.length).toBeLessThanOrEqual(40);
  });
});

test("every example compiles", () => expect(typeErrors(examples)).toEqual([]));
