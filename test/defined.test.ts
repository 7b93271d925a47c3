import { expect, test } from "vitest";
import { defined } from "../src/defined.js";

test("a field that is undefined is left out; null, nothing and false stay", () => {
  const group: string | undefined = undefined;
  expect(Object.entries(defined({ id: "a", group, count: 0, note: "", is: false, none: null }))).toEqual([
    ["id", "a"],
    ["count", 0],
    ["note", ""],
    ["is", false],
    ["none", null],
  ]);
});
