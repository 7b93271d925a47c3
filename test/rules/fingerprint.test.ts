import fc from "fast-check";
import { hashOf, type Programme, whpJetsCv06 } from "programme-rules";
import { expect, test } from "vitest";

/** FNV-1a as its authors print it, with whole numbers of any size. */
function oracle(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, "0");
}

test("is FNV-1a with 64 bits over JSON with sorted keys", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (title, revision) => {
      const value = { title, revision } as unknown as Programme;
      expect(hashOf(value)).toBe(oracle(JSON.stringify({ revision, title })));
    }),
  );
});

test("the order of keys is of no consequence, any value is", () => {
  const reversed = Object.fromEntries(Object.entries(whpJetsCv06).reverse()) as unknown as Programme;
  expect(hashOf(reversed)).toBe(hashOf(whpJetsCv06));
  expect(hashOf({ ...whpJetsCv06, revision: 2 })).not.toBe(hashOf(whpJetsCv06));
});

test("an unfrozen programme is hashed anew after it was changed", () => {
  const programme = structuredClone(whpJetsCv06) as unknown as { title: string } & Programme;
  const before = hashOf(programme);
  programme.title = "Another title";
  expect(hashOf(programme)).not.toBe(before);
});

test("sixteen hexadecimal digits", () => {
  expect(hashOf(whpJetsCv06)).toMatch(/^[0-9a-f]{16}$/);
});

test("data that holds itself, and what JSON cannot say, is a fault", () => {
  const circle: Record<string, unknown> = { ...whpJetsCv06 };
  circle.self = circle;
  for (const value of [circle, { ...whpJetsCv06, revision: 1n }])
    expect(() => hashOf(value as unknown as Programme)).toThrow(
      "Not accepted: what JSON cannot say. Expected plain data. Correct it.",
    );
});
