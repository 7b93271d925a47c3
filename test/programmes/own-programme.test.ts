import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseProgramme } from "programme-rules";
import { expect, test, vi } from "vitest";
import ipes from "../../examples/data/ipes.json" with { type: "json" };

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = readFileSync(`${root}examples/own-programme.mjs`, "utf8");

test("a programme from outside needs nothing but the package and its own JSON", () => {
  const imports = [...example.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
  expect(imports).toEqual(["programme-rules", "./data/ipes.json"]);
  const programme = parseProgramme(ipes);
  expect(parseProgramme(JSON.parse(JSON.stringify(programme)))).toEqual(programme);
});

test("the package itself does not know it", () => {
  const files = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const knowing = files.filter((file) =>
    /\bipes\b|Intensive Personalised/i.test(readFileSync(`${root}src/${file}`, "utf8")),
  );
  expect(knowing).toEqual([]);
});

test("the example prints what its closing comment says", async () => {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...values) => void printed.push(values.join(" ")));
  // @ts-expect-error examples are plain JavaScript
  await import("../../examples/own-programme.mjs");
  log.mockRestore();
  const comment = example.split("\n// prints\n")[1]!.trim().split("\n");
  expect(printed).toEqual(comment.map((line) => line.replace(/^\/\/ /, "")));
});
