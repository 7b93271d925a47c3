import fc from "fast-check";
import { expect, test } from "vitest";
import { named, visible, visibleLines } from "../src/visible.js";

const NOBODY = "(none)";
const names = fc.option(
  fc.oneof(fc.string(), fc.constantFrom("none", NOBODY, `"${NOBODY}"`, `"${NOBODY}`, `""${NOBODY}"`, '"')),
);

test("a name is told from any other, and from none", () =>
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(named(one, NOBODY) === named(other, NOBODY)).toBe(one === other);
    }),
  ));

test.each([
  [null, "(none)"],
  ["(none)", '"(none)"'],
  ["none", "none"],
  ["north", "north"],
])("the name %j reads %s", (name, words) => expect(named(name, NOBODY)).toBe(words));

test("what can be seen stays as it is", () =>
  expect(visible("Ärzte – 5 % 北京 👍")).toBe("Ärzte – 5 % 北京 👍"));

test("what has been made visible stays as it is, and only line ends may be left", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(visible(text))).toBe(visible(text));
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(visibleLines(visibleLines(text))).toBe(visibleLines(text));
    }),
  ));
