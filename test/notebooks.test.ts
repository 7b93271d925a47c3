import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./documents/fences.js";

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
  readonly metadata: object;
}

const folder = join(root, "examples/notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe.each(names)("%s", (name) => {
  const { cells, metadata } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
    cells: readonly Cell[];
    metadata: object;
  };
  const code = cells.filter(({ cell_type }) => cell_type === "code");

  test("is kept without what running it leaves behind", () => {
    expect(Object.keys(metadata)).toEqual(["kernelspec", "language_info"]);
    expect(code.map(({ outputs, execution_count }) => [outputs, execution_count])).toEqual(
      code.map(() => [[], null]),
    );
    expect(cells.every((cell) => Object.keys(cell.metadata).length === 0)).toBe(true);
  });

  test("has a page with every one of its cells", () => {
    const page = readFileSync(join(root, "docs/notebooks", name.replace(".ipynb", ".html")), "utf8");
    const shown = [...page.matchAll(/<pre><code>([\s\S]*?)<\/code><\/pre>/g)].map(([, source]) => source);
    expect(shown).toEqual(code.map(({ source }) => escaped(source.join(""))));
    const headings = cells.flatMap(({ source }) => source.filter((line) => /^##? /.test(line)));
    expect(page.match(/<h[12]>/g)).toHaveLength(headings.length);
  });
});

test("notebooks were found", () => expect(names).toHaveLength(2));
