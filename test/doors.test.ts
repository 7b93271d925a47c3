import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { entries } from "../.config/package.js";
import { readDoors } from "./house/doors.js";
import { tableUnder } from "./house/table.js";

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const { config } = ts.readConfigFile(path("tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path("."));
const read = readDoors([...entries.values()], path("src"), options);
const doors = new Map([...entries.keys()].map((name, at) => [name, read[at]!]));
const root = doors.get("programme-rules")!;
const others = [...doors].filter(([name]) => name !== "programme-rules");

/** What somebody needs on the first day, and stands behind a door of its own as well. */
const ALSO_AT_THE_ROOT = [
  "isProgrammeFault",
  "londonDate",
  "ProgrammeFault",
  "whpCore",
  "whpCoreCv04",
  "whpCorePreCovid",
  "whpJets",
  "whpJetsCv06",
  "workingCalendar",
];

/** Types that no signature needs, because users write their own code against them. */
const WRITTEN_BY_USERS = ["EventOf"];

describe("the doors are narrow", () => {
  test("the root has at most 55 values and 150 types", () => {
    expect(root.values.length).toBeLessThanOrEqual(55);
    expect(root.types.length).toBeLessThanOrEqual(150);
  });

  test("each value is behind one door; a few are at the root as well", () => {
    const homes = new Map<string, string[]>();
    for (const [name, { values }] of others)
      for (const value of values) homes.set(value, [...(homes.get(value) ?? []), name]);
    const twice = [...homes].filter(([, at]) => at.length > 1);
    expect(twice).toEqual([]);
    expect(root.values.filter((value) => homes.has(value)).toSorted()).toEqual(ALSO_AT_THE_ROOT.toSorted());
  });

  test.each([...doors])("%s exports the types that its signatures need, and no others", (_, door) => {
    expect(door.needed.filter((name) => !door.types.includes(name))).toEqual([]);
    expect(door.types.filter((name) => ![...door.needed, ...WRITTEN_BY_USERS].includes(name))).toEqual([]);
  });

  test("a door holds no code: it only says what is let out", () => {
    for (const file of entries.values()) {
      const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2023);
      expect(source.statements.every(ts.isExportDeclaration)).toBe(true);
    }
  });

  test("docs/house.md lists every door", () => {
    const table = tableUnder("Doors", readFileSync(path("docs/house.md"), "utf8"));
    expect(Object.keys(table)).toEqual([...doors.keys()].map((name) => name.replace("programme-rules", ".")));
  });
});

describe("the reader of doors sees", () => {
  const folder = mkdtempSync(join(tmpdir(), "doors-"));
  const readPretend = (room: string, door: string) => {
    writeFileSync(join(folder, "room.ts"), room);
    writeFileSync(join(folder, "door.ts"), door);
    return readDoors([join(folder, "door.ts")], folder, { ...options, noLib: true, types: [] })[0]!;
  };

  test("types that are named by a signature, and those that these name", () => {
    const door = readPretend(
      `interface Part { n: number }
       export interface Whole extends Readonly<Part> { parts: readonly Part[] }
       export interface Idle { n: number }
       export function make(inner: Part[] = []): Whole { const idle: Idle = { n: 1 }; return { ...idle, parts: inner }; }`,
      `export { type Idle, make, type Whole } from "./room.js";`,
    );
    expect(door).toEqual({ values: ["make"], types: ["Idle", "Whole"], needed: ["Part", "Whole"] });
  });

  test("a value under another name; what is private counts for nothing", () => {
    const door = readPretend(
      `interface Secret { n: number }
       export class Box { #secret?: Secret; private other?: Secret; word(): string { return String(this.#secret?.n); } }`,
      `export { Box as Chest } from "./room.js";`,
    );
    expect(door).toEqual({ values: ["Chest"], types: [], needed: [] });
  });
});
