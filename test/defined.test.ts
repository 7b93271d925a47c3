import { expect, test } from "vitest";
import { defined, filled, isGiven } from "../src/defined.js";

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

test("an object without a field is none", () => {
  expect(filled({})).toBeUndefined();
  expect(filled([])).toBeUndefined();
  const counts = { "no-id": 0 };
  expect(filled(counts)).toBe(counts);
});

test("undefined and null are not there; nothing, zero and false are", () => {
  expect([undefined, null, "", 0, false].map(isGiven)).toEqual([false, false, true, true, true]);
});
