import { rank } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";

const performer = (id: string, count: number, of: number) => ({ id, share: { count, of } });

describe("a ranking", () => {
  test("those with nothing to be ranked by come last, by id, without a place", () => {
    const nobody = [performer("west", 0, 0), performer("east", 0, 0)];
    const [first, ...rest] = rank([...nobody, performer("north", 1, 2)]);
    expect(first).toMatchObject({ id: "north", rank: 1 });
    const nowhere = { rank: null, tile: null, tileIfLast: null, needsReview: false, interval: null };
    expect(rest.map(({ share, ...each }) => each)).toEqual([
      { id: "east", ...nowhere },
      { id: "west", ...nowhere },
    ]);
  });

  test("with fewer than there are parts nobody is in one, nor has a chance of the bottom", () => {
    const ranked = rank([performer("a", 1, 2), performer("b", 1, 3)], {
      tiles: 3,
      chance: { seed: 1, runs: 10 },
    });
    expect(ranked.map(({ tile, bottom }) => [tile, bottom])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("intervals are of the level asked for, 95% unless asked", () => {
    const levels = (options = {}) =>
      rank([performer("a", 1, 2)], options).map(({ interval }) => interval?.level);
    expect(levels()).toEqual(["95%"]);
    expect(levels({ level: "80%" })).toEqual(["80%"]);
  });

  test("who is far behind is surely in the bottom part; who is level with the others is there half the time", () => {
    const chance = { seed: 7, runs: 2000 };
    const apart = [performer("good", 90, 100), performer("poor", 10, 100)];
    const more = [performer("better", 92, 100), performer("poorer", 8, 100)];
    expect(rank([...apart, ...more], { tiles: 2, chance }).map(({ bottom }) => bottom)).toEqual([
      { probability: 0, standardError: 0 },
      { probability: 0, standardError: 0 },
      { probability: 1, standardError: 0 },
      { probability: 1, standardError: 0 },
    ]);
    const level = ["a", "b", "c", "d"].map((id) => performer(id, 50, 100));
    for (const { bottom } of rank(level, { tiles: 2, chance })) {
      // The standard error of a half of 2,000 draws is √(¼ / 2000) = 0.01118.
      expect(Math.abs(bottom!.probability - 0.5)).toBeLessThan(4 * 0.01118);
      expect(bottom!.standardError).toBeCloseTo(0.01118, 3);
    }
  });
});
