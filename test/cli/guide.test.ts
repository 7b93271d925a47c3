import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commandLine } from "./terminal.js";

const page = readFileSync("docs/guides/on-course.md", "utf8");
const blocks = [...page.matchAll(/```sh\nnpx programme-rules ([^\n]*)\n```\n\n```text\n(.*?)```/gs)];

describe("every figure of the guide is printed by the command above it", () => {
  test.each(blocks.map(([, command, printed]) => [command!, printed!]))("%s", async (command, printed) => {
    expect((await commandLine(command.split(" "))).out).toBe(printed);
  });
  test("commands were found", () => expect(blocks.length).toBe(6));
});
