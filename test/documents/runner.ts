import { dirname, join } from "node:path";
import { format } from "node:util";
import ts from "typescript";
import { expect } from "vitest";
import { type Fence, root } from "./fences.js";
import { instrument } from "./instrument.js";

/** What `…` stands for in an expected value: spread into an object or a list it leaves the mark `…`. */
const rest = Object.create(
  { [Symbol.iterator]: () => ["…"].values() },
  { "…": { value: true, enumerable: true } },
);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Leaves out of a value what the expected one leaves open with `…`. */
function abridge(value: unknown, expected: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(expected)) {
    const isOpen = expected.at(-1) === "…";
    const shown = isOpen ? value.slice(0, expected.length - 1) : value;
    const items = shown.map((item, at) => abridge(item, expected[at]));
    return isOpen ? [...items, "…"] : items;
  }
  if (!isPlain(value) || !isPlain(expected)) return value;
  const isOpen = "…" in expected;
  const kept = Object.entries(value).filter(([key]) => !isOpen || key in expected);
  const fields = kept.map(([key, field]) => [key, abridge(field, expected[key])]);
  return Object.fromEntries(isOpen ? [...fields, ["…", true]] : fields);
}

function checksFor(file: string, printed: string[]) {
  return {
    rest,
    equals(line: number, value: unknown, expected: unknown) {
      expect(abridge(value, expected), `${file}:${line}`).toStrictEqual(expected);
    },
    async throws(line: number, act: () => Promise<unknown>, text: string) {
      const thrown = await act().then(() => "nothing was thrown", String);
      expect(thrown, `${file}:${line}`).toContain(text);
    },
    prints(line: number, text: string) {
      expect(printed.splice(0).join("\n"), `${file}:${line}`).toBe(text);
    },
  };
}

/** Runs one example against the source; fails at the first value, error or print that is not as written. */
export async function run({ file, line, code }: Fence): Promise<void> {
  const modules = new Map<string, unknown>();
  const { importedFiles } = ts.preProcessFile(code);
  for (const { fileName } of importedFiles) {
    const isNear = fileName.startsWith(".");
    const found = await import(isNear ? join(root, dirname(file), fileName) : fileName);
    modules.set(fileName, isNear ? { __esModule: true, ...found } : found);
  }
  const printed: string[] = [];
  const console = { log: (...values: unknown[]) => void printed.push(...format(...values).split("\n")) };
  const { outputText } = ts.transpileModule(instrument(code, line), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const body = `return (async () => {${outputText}\n})();`;
  const act = new Function("require", "exports", "console", "$", body);
  await act((name: string) => modules.get(name), {}, console, checksFor(file, printed));
}
