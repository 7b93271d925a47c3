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

/** As `exactWays`, where the odds of each next one follow those before (Pólya's urn): a beta-binomial count. */
function urnWays(people: number, { count, of }: { count: number; of: number }, more: number): bigint[] {
  let ways = [1n];
  for (let person = 0; person < people; person++)
    ways = Array.from({ length: ways.length + 1 }, (_, at) => {
      const failed = (ways[at] ?? 0n) * BigInt(of - count + more * (person - at));
      return failed + (ways[at - 1] ?? 0n) * BigInt(count + more * (at - 1));
    });
  return ways;
}

test("where true rates differ, the drawn limits are those of the exact beta-binomial tails", () =>
  fc.assert(
    fc.property(
      centres,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (centre, people, more) => {
        const { count, of } = centre;
        const ways = urnWays(people, centre, more);
        const all = sum(ways);
        // An urn of so many balls, to which so many more are put back each time: rates have this variance.
        const rate = count / of;
        const betweenPerformers = Math.sqrt((rate * (1 - rate)) / (of / more + 1));
        const limits = funnelLimits(centre, people, { betweenPerformers });
        for (let at = 0; at <= people; at++) {
          const sides = [ways.slice(0, at + 1), ways.slice(at)].map(
            (side) => (1000n * sum(side) * 10n ** 9n) / all,
          );
          // A tail within a billionth of 2.5% or 0.1% may be taken for a little more or less: doubles round.
          fc.pre(sides.every((tail) => [1n, 25n].every((each) => abs(tail - each * 10n ** 9n) > 10n)));
          const isTail = (thousandths: bigint) => sides.some((tail) => tail <= thousandths * 10n ** 9n);
          const isBeyond = (lower: number, upper: number) =>
            (lower > 0 && at / people <= lower) || (upper < 1 && at / people >= upper);
          expect(isBeyond(limits.lower95, limits.upper95)).toBe(isTail(25n));
          expect(isBeyond(limits.lower998, limits.upper998)).toBe(isTail(1n));
        }
      },
    ),
    { numRuns: 60 },
  ));

const abs = (value: bigint) => (value < 0n ? -value : value);

test("every performer lies on that side of its own limits that its position says", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 8,
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 99 }),
      (all, centre) => {
        const performers = all.map(([of, rate], at) => ({
          id: `${at}`,
          share: { count: Math.round(rate * of), of },
        }));
        const found = funnel(performers, `${centre}%`);
        for (const { rate, limits, position, share } of found.performers) {
          const { lower95, upper95, lower998, upper998 } = limits!;
          const isBeyond = (lower: number, upper: number) =>
            (lower > 0 && rate! <= lower) || (upper < 1 && rate! >= upper);
          expect([isBeyond(lower95, upper95), isBeyond(lower998, upper998)]).toEqual([
            position !== "inside",
            position === "beyond-998",
          ]);
          const betweenPerformers = found.overdispersion?.betweenPerformers ?? 0;
          expect(funnelLimits(`${centre}%`, share.of, { betweenPerformers })).toEqual(limits);
        }
      },
    ),
  ));
