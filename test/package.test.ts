import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as programmes from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { define, entries } from "../.config/package.js";
import { jsonSchemas } from "../.config/schemas.js";

const root = new URL("../", import.meta.url);
const json = (file: string) => JSON.parse(readFileSync(new URL(file, root), "utf8"));
const {
  exports,
  main,
  module,
  types,
  typesVersions,
  files,
  version,
  "size-limit": budgets,
} = json("package.json");

describe("what the package is entered by", () => {
  const names = [...entries.keys()];

  test("each entry is exported to both module systems, with declarations of its own", () => {
    const expected = names.map((name) => {
      const room = name.split("/").slice(1).join("/");
      const door = room || "index";
      const file = `./dist/${door}`;
      const source = entries.get(name)?.replace(/^.*\/src\/(.*)\.ts$/, "$1");
      const esm = {
        types: `${file}.d.ts`,
        node: `./dist/node/${door}.js`,
        default: `./dist/esm/${source}.js`,
      };
      const cjs = { types: `${file}.d.cts`, default: `${file}.cjs` };
      return [name.replace("programme-rules", "."), { import: esm, require: cjs }];
    });
    const data = { "./schema/*.json": "./dist/schema/*.json", "./package.json": "./package.json" };
    expect(exports).toEqual({ ...Object.fromEntries(expected), ...data });
  });

  test("what reads no exports finds the first entry by main, module and types", () => {
    const { import: esm, require: cjs } = exports["."];
    expect({ main, module, types }).toEqual({ main: cjs.default, module: esm.default, types: esm.types });
  });

  test("each entry but the first is found by resolvers that know no exports", () => {
    const subpaths = names.slice(1).map((name) => name.replace("programme-rules/", ""));
    const expected = subpaths.map((subpath) => [subpath, [`./dist/${subpath}.d.ts`]]);
    expect(typesVersions).toEqual({ "*": Object.fromEntries(expected) });
  });

  test("each entry is a file, and the reference documents it", () => {
    const documented = json(".config/typedoc.json").entryPoints.map((path: string) =>
      fileURLToPath(new URL(path, new URL(".config/", root))),
    );
    expect(documented).toEqual([...entries.values()]);
    expect([...entries.values()].filter((file) => !existsSync(file))).toEqual([]);
  });

  test("the code knows the package's version", () => {
    expect(JSON.parse(define.PACKAGE_VERSION)).toBe(version);
  });

  test("only the built files and the change log are published", () => {
    expect(files).toEqual(["dist", "CHANGELOG.md"]);
  });
});

test("the page of sizes gives each budget, in order, and nothing over it", () => {
  const page = readFileSync(new URL("docs/benchmarks/startup.md", root), "utf8");
  const rows = [...page.matchAll(/\| ([\d.]+) kB \| (\d+ kB) \|/g)];
  expect(rows.map(([, , budget]) => budget)).toEqual(budgets.map(({ limit }: { limit: string }) => limit));
  const over = rows.filter(([, size, budget]) => Number(size) > Number.parseInt(budget!, 10));
  expect(over.map(([row]) => row)).toEqual([]);
});

test("the top level holds what the house names and nothing else", () => {
  const made = ["node_modules", "dist", "coverage", "reports"];
  const named = ["src", "test", "docs", "examples", "LICENSE", "README.md", "CHANGELOG.md"];
  const tools = ["package.json", "tsconfig.json", "tsup.config.ts", "vitest.config.ts", "biome.json"];
  const found = readdirSync(root).filter((name) => !name.startsWith("."));
  expect(found.filter((name) => ![...made, ...named, ...tools].includes(name))).toEqual([]);
});

describe("published JSON Schemas", () => {
  const schemas = jsonSchemas();
  const accepts = (name: string, value: unknown) =>
    z
      .fromJSONSchema(schemas[name] as z.core.JSONSchema.JSONSchema)
      .safeParse(JSON.parse(JSON.stringify(value))).success;

  const shipped = Object.entries(programmes).filter(([, each]) => "standards" in each);

  test.each(shipped)("%s keeps to the schema of a programme", (_, programme) => {
    expect(accepts("programme", programme)).toBe(true);
  });

  test("a programme with an unknown standing does not", () => {
    const { whpJetsCv06: programme } = programmes;
    expect(accepts("programme", { ...programme, standing: "rumoured" })).toBe(false);
  });

  test("a journey keeps to the schema of a journey; one without events does not", () => {
    const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
    expect(accepts("journey", journey)).toBe(true);
    expect(accepts("journey", { id: "R1" })).toBe(false);
  });

  test("the example offer keeps to the schema of an offer; one with a rate as a number does not", () => {
    const offer = json("examples/data/jets-offer.json");
    expect(accepts("offer", offer)).toBe(true);
    expect(accepts("offer", { ...offer, assumptions: { starts: { rate: 0.7 } } })).toBe(false);
  });

  test("each says which draft it is written in, and where it is found", () => {
    for (const [name, schema] of Object.entries(schemas))
      expect(schema).toMatchObject({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $id: `https://unpkg.com/programme-rules/dist/schema/${name}.json`,
      });
  });
});
