import fc from "fast-check";
import type { ScoredTarget } from "programme-rules";
import { affordableMisses } from "programme-rules/tender";
import { describe, expect, test } from "vitest";

/** Whether so many failures of so many keep a target in tenths of a per cent, by cross-multiplying. */
function keeps(target: ScoredTarget, tenths: number, failed: number, of: number): boolean {
  if ("atLeast" in target) return (of - failed) * 1000 >= of * tenths;
  return "atMost" in target ? failed * 1000 <= of * tenths : failed * 1000 < of * tenths;
}

const target = fc
  .record({ kind: fc.constantFrom("atLeast", "atMost", "below"), tenths: fc.integer({ min: 1, max: 999 }) })
  .map(({ kind, tenths }) => ({ tenths, target: { [kind]: `${tenths / 10}%` } as unknown as ScoredTarget }));

test("the misses are the most failures that keep the target, counted up one by one", () =>
  fc.assert(
    fc.property(target, fc.integer({ min: 1, max: 600 }), ({ target, tenths }, volume) => {
      let most = 0;
      while (most < volume && keeps(target, tenths, most + 1, volume)) most += 1;
      expect(affordableMisses([target], [volume]).rows).toEqual([{ target, volume, misses: most }]);
    }),
  ));

test("the first miss is affordable at its volume and not one below", () =>
  fc.assert(
    fc.property(target, ({ target }) => {
      const first = affordableMisses([target]).firstMiss[0]!.volume!;
      const [at, below] = affordableMisses([target], [first, Math.max(1, first - 1)]).rows;
      expect(at!.misses).toBeGreaterThanOrEqual(1);
      if (first > 1) expect(below!.misses).toBe(0);
    }),
  ));

test("a greater volume never affords fewer misses", () =>
  fc.assert(
    fc.property(target, fc.integer({ min: 1, max: 3000 }), ({ target }, volume) => {
      const [less, more] = affordableMisses([target], [volume, volume + 1]).rows;
      expect(more!.misses).toBeGreaterThanOrEqual(less!.misses);
    }),
  ));

describe("as the contract's percentages come out", () => {
  test.each([
    ["99.5%", 200],
    ["99%", 100],
    [{ atMost: "4%" }, 25],
    [{ below: "4%" }, 26],
    ["100%", null],
    [{ every: true }, null],
  ] as const)("a first miss at %j from %s", (target, volume) =>
    expect(affordableMisses([target]).firstMiss[0]!.volume).toBe(volume),
  );

  test("one target and one volume need no lists", () =>
    expect(affordableMisses({ atMost: "4%" }, 50).rows).toEqual(
      affordableMisses([{ atMost: "4%" }], [50]).rows,
    ));

  test("a volume that is none is refused", () =>
    expect(() => affordableMisses(["99%"], [0])).toThrow(
      "Not accepted: a volume of 0 (number). Expected a whole number of cases from 1.",
    ));
});
