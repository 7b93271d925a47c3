import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { londonDate, parsePounds, readJourneys } from "programme-rules";
import { epochDay, isIsoDate, readUkDate } from "programme-rules/calendar";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const LENGTH = 100_000;
/** Long runs of what patterns repeat, ended by what none of them allows: the worst there is for one that goes back. */
const RUNS = [
  "0",
  "1",
  " ",
  "\t",
  "a",
  "A",
  "-",
  "/",
  ".",
  ",",
  "=",
  "1-",
  "a-",
  "a/",
  "1,",
  " a",
  "a ",
  "£1",
  '"',
  "a.b",
  "\n",
];
const inputs = RUNS.flatMap((run) => {
  const long = run.repeat(LENGTH / run.length);
  return [long, `${long}!`, `!${long}`, `${long}\u0000${long}`];
});

/** Patterns that are given nothing but the digits of a number, of which there are sixteen at most. */
const OF_NUMBERS = ["quantity/pence.ts /\\B(?=(\\d{3})+$)/g"];

const patterns = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort()
  .flatMap((file) => patternsIn(file).map((pattern) => [`${file} ${pattern}`, pattern] as const))
  .filter(([name]) => !OF_NUMBERS.includes(name));

function patternsIn(file: string): RegExp[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(`${root}src/${file}`, "utf8"),
    ts.ScriptTarget.Latest,
  );
  const found: RegExp[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

test("there are patterns to look at", () => expect(patterns.length).toBeGreaterThan(5));

// A pattern that takes the square of its input's length would need ten thousand million steps here.
test.each(patterns)("%s reads a hundred thousand characters in one go", (_name, pattern) => {
  for (const input of inputs) {
    pattern.lastIndex = 0;
    pattern.test(input);
    expect(input.replace(pattern, "").length).toBeLessThanOrEqual(input.length);
  }
});

test("whatever reads text takes or refuses a hundred thousand characters", () => {
  for (const input of inputs) {
    expect(isIsoDate(input)).toBe(false);
    for (const read of [epochDay, londonDate, readUkDate, parsePounds]) {
      try {
        read(input as never);
      } catch (error) {
        expect((error as Error).name).toBe("ProgrammeFault");
        expect((error as Error).message.length).toBeLessThan(1000);
      }
    }
    const { journeys, problems } = readJourneys([{ id: "R1", received_on: input, prap_status: input }]);
    expect(journeys.length).toBe(1);
    expect(problems.every(({ message }) => message.length < 1000)).toBe(true);
  }
});
