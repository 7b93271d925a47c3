import fc from "fast-check";
import type { Share } from "programme-rules";
import { funnel, rank, wilson } from "programme-rules/cohorts";
import { expect, test } from "vitest";

const share: fc.Arbitrary<Share> = fc
  .tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
  .map(([one, other]) => ({ count: Math.min(one, other), of: Math.max(one, other) }));
const some = share.filter(({ of }) => of > 0);
const performers = fc
  .array(some, { minLength: 1, maxLength: 14 })
  .map((shares) => shares.map((each, at) => ({ id: `provider-${at}`, share: each })));

test("an interval holds the rate it is of", () =>
  fc.assert(
    fc.property(some, ({ count, of }) => {
      const { lower, upper } = wilson({ count, of })!;
      expect(lower).toBeLessThanOrEqual(count / of + 1e-12);
      expect(upper).toBeGreaterThanOrEqual(count / of - 1e-12);
    }),
  ));

test("a surer interval holds a less sure one", () =>
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 97 }), (one, level) => {
      const [inner, outer] = [wilson(one, { level: `${level}%` })!, wilson(one, { level: `${level + 2}%` })!];
      expect(outer.lower).toBeLessThanOrEqual(inner.lower);
      expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
    }),
  ));

test("the interval of the failures mirrors that of the successes", () =>
  fc.assert(
    fc.property(some, ({ count, of }) => {
      const [one, other] = [wilson({ count, of })!, wilson({ count: of - count, of })!];
      expect(other.lower).toBeCloseTo(1 - one.upper, 12);
      expect(other.upper).toBeCloseTo(1 - one.lower, 12);
    }),
  ));

test("a rank is 1 and how many have a strictly higher rate", () =>
  fc.assert(
    fc.property(performers, (all) => {
      for (const each of rank(all)) {
        const better = all.filter(
          ({ share: other }) => other.count * each.share.of > each.share.count * other.of,
        );
        expect(each.rank).toBe(1 + better.length);
      }
    }),
  ));

test("one more success never worsens a rank", () =>
  fc.assert(
    fc.property(performers, (all) => {
      const [first, ...others] = all as [(typeof all)[number], ...typeof all];
      fc.pre(first.share.count < first.share.of);
      const better = { id: first.id, share: { ...first.share, count: first.share.count + 1 } };
      const rankIn = (list: typeof all) => rank(list).find(({ id }) => id === first.id)!.rank!;
      expect(rankIn([better, ...others])).toBeLessThanOrEqual(rankIn(all));
    }),
  ));

test("the order in which performers are listed changes nothing", () =>
  fc.assert(
    fc.property(performers, (all) => {
      expect(rank([...all].reverse())).toEqual(rank(all));
    }),
  ));

test("the parts run from 1 to the bottom one, and never back, down the ranking", () =>
  fc.assert(
    fc.property(performers, fc.integer({ min: 2, max: 6 }), (all, tiles) => {
      const parts = rank(all, { tiles }).map(({ tile }) => tile);
      if (all.length < tiles) expect(new Set(parts)).toEqual(new Set([null]));
      else expect(parts).toEqual([...parts].sort((one, other) => one! - other!));
    }),
  ));

test("with nobody tied, the last is in the bottom part and nobody needs a review", () =>
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 30 }), (n) => {
      const all = Array.from({ length: n }, (_, at) => ({ id: `${at}`, share: { count: at, of: 100 } }));
      const ranked = rank(all);
      expect(ranked.at(-1)!.tile).toBe(4);
      expect(ranked.some(({ needsReview }) => needsReview)).toBe(false);
    }),
  ));

test("the probabilities of the bottom part add up to its places", () =>
  fc.assert(
    fc.property(performers, fc.integer(), (all, seed) => {
      fc.pre(all.length >= 4);
      const sum = rank(all, { chance: { seed, runs: 20 } }).reduce(
        (t, { bottom }) => t + bottom!.probability,
        0,
      );
      expect(sum).toBeCloseTo(Math.round(sum), 9);
      expect(Math.round(sum)).toBe(Math.floor(all.length / 4));
    }),
    { numRuns: 40 },
  ));

test("funnel limits are nested, hold the centre, and narrow as people are more", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 99 }), (of, centre) => {
      const at = (many: number) =>
        funnel([{ id: "a", share: { count: 0, of: many } }], `${centre}%`).performers[0]!.limits!;
      const { lower998, lower95, upper95, upper998 } = at(of);
      const ordered = [lower998, lower95, centre / 100, upper95, upper998];
      expect(ordered).toEqual([...ordered].sort((one, other) => one - other));
      expect(at(of + 1).upper998).toBeLessThanOrEqual(upper998);
    }),
  ));

test("draws in parts are the draws at once", () =>
  fc.assert(
    fc.property(performers, fc.integer(), fc.integer({ min: 1, max: 19 }), (all, seed, cut) => {
      fc.pre(all.length >= 4);
      const drawn = (runs: number, firstRun: number) =>
        rank(all, { chance: { seed, runs, firstRun } }).map(({ bottom }) => bottom!.probability * runs);
      const [first, second, whole] = [drawn(cut, 0), drawn(20 - cut, cut), drawn(20, 0)];
      whole.forEach((count, at) => {
        expect(first[at]! + second[at]!).toBeCloseTo(count, 9);
      });
    }),
    { numRuns: 40 },
  ));

test("however many tie for the worst, somebody can be in the bottom part", () =>
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 60 }), fc.nat({ max: 60 }), (n, ties) => {
      const tied = Math.min(ties, n - 1);
      const all = Array.from({ length: n }, (_, at) => ({
        id: `${at}`,
        share: { count: Math.max(0, at - tied), of: 100 },
      }));
      const last = rank(all).at(-1)!;
      expect(last.tileIfLast).toBe(4);
      expect(last.needsReview).toBe(last.tile !== 4);
    }),
  ));
