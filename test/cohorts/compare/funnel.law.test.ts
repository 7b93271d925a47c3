import fc from "fast-check";
import { funnel, funnelLimits } from "programme-rules/cohorts";
import { expect, test } from "vitest";

/** A probability in whole numbers: so many of so many. */
const centres = fc
  .integer({ min: 2, max: 60 })
  .chain((of) => fc.record({ count: fc.integer({ min: 1, max: of - 1 }), of: fc.constant(of) }));

/** The ways in which so many of some people may convert, times `of` to the power of people: exact, in whole numbers. */
function exactWays(people: number, { count, of }: { count: number; of: number }): bigint[] {
  let ways = [1n];
  for (let person = 0; person < people; person++)
    ways = Array.from(
      { length: ways.length + 1 },
      (_, at) => (ways[at] ?? 0n) * BigInt(of - count) + (ways[at - 1] ?? 0n) * BigInt(count),
    );
  return ways;
}

const sum = (ways: readonly bigint[]) => ways.reduce((all, each) => all + each, 0n);

test("beyond is whose exact tail is at most 2.5% or 0.1%, and the drawn limits say the same", () =>
  fc.assert(
    fc.property(centres, fc.integer({ min: 1, max: 60 }), (centre, people) => {
      const ways = exactWays(people, centre);
      const all = sum(ways);
      const limits = funnelLimits(centre, people);
      for (let count = 0; count <= people; count++) {
        const isTail = (thousandths: bigint) => (side: readonly bigint[]) =>
          1000n * sum(side) <= thousandths * all;
        const sides = [ways.slice(0, count + 1), ways.slice(count)];
        const expected = sides.some(isTail(1n))
          ? "beyond-998"
          : sides.some(isTail(25n))
            ? "beyond-95"
            : "inside";
        // A tail of just 2.5% or 0.1% may be taken for a little more: doubles round.
        const isOnEdge = sides.some((side) => [1n, 25n].some((each) => 1000n * sum(side) === each * all));
        fc.pre(!isOnEdge);
        expect(funnel([{ id: "a", share: { count, of: people } }], centre).performers[0]!.position).toBe(
          expected,
        );
        const isBeyond = (lower: number, upper: number) =>
          (lower > 0 && count / people <= lower) || (upper < 1 && count / people >= upper);
        expect(isBeyond(limits.lower95, limits.upper95)).toBe(expected !== "inside");
        expect(isBeyond(limits.lower998, limits.upper998)).toBe(expected === "beyond-998");
      }
    }),
    { numRuns: 60 },
  ));
