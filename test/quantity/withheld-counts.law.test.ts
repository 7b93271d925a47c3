import fc from "fast-check";
import { expect, test } from "vitest";
import { withheldCounts } from "../../src/quantity/index.js";

const BELOW = 3;

/** A line of a requirement: how many of it met, how many did not, and whether its provider is withheld as a whole. */
type Line = readonly [met: number, notMet: number, isHidden: boolean];

const count = fc.integer({ min: 0, max: 3 });
const lines = fc.array(fc.tuple(count, count, fc.boolean()), { minLength: 1, maxLength: 4 });

function withheldOf(list: readonly Line[]) {
  return withheldCounts(
    list.map(([met, notMet, isHidden], item) => ({
      item,
      count: met + notMet,
      parts: [met, notMet],
      isSmall: met + notMet < BELOW,
      isHidden,
      groups: [""],
    })),
    BELOW,
  );
}

const sumOf = (list: readonly Line[]) =>
  list.reduce<Line>(([met, notMet], each) => [met + each[0], notMet + each[1], false], [0, 0, false]);

/** Every way in which the withheld lines may stand, to somebody who knows their sum, the others, and how they are chosen. */
function worlds(list: readonly Line[], items: ReadonlySet<number>): (readonly Line[])[] {
  const places = [...items].sort();
  const [met, notMet] = sumOf(places.map((at) => list[at]!));
  const found: Line[][] = [];
  const fill = (at: number, left: readonly [number, number], world: readonly Line[]) => {
    const isHidden = list[places[at]!]![2];
    if (at < places.length - 1) {
      for (let one = 0; one <= left[0]; one++)
        for (let other = 0; other <= left[1]; other++)
          fill(at + 1, [left[0] - one, left[1] - other], [...world, [one, other, isHidden]]);
      return;
    }
    const whole = [...list];
    [...world, [...left, isHidden] as const].forEach((line, i) => {
      whole[places[i]!] = line;
    });
    const again = withheldOf(whole);
    if (again.openGroups.size === 0 && [...again.items].sort().join() === places.join()) found.push(whole);
  };
  fill(0, [met, notMet], []);
  return found;
}

test("whoever knows the sum, what is shown and how it was chosen cannot work out a withheld count, nor how all of it came out", () =>
  fc.assert(
    fc.property(lines, (list) => {
      const { items, openGroups } = withheldOf(list);
      if (items.size === 0 || openGroups.size > 0 || sumOf(list)[0] + sumOf(list)[1] === 0) return;
      const all = worlds(list, items);
      const whole = sumOf(list);
      for (const at of items) {
        expect(new Set(all.map((world) => world[at]![0] + world[at]![1])).size).toBeGreaterThan(1);
        // What the whole says of everybody is no secret of a line.
        for (const part of [0, 1] as const) {
          if (whole[part] === 0) continue;
          expect(all.some((world) => world[at]![part] > 0)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  ));

test("what is small is always withheld, and what is withheld for its sake is no more than what is shown", () =>
  fc.assert(
    fc.property(lines, (list) => {
      const { items } = withheldOf(list);
      const counts = list.map(([met, notMet]) => met + notMet);
      const shown = counts.filter((each, at) => each > 0 && !items.has(at));
      const most = Math.max(0, ...[...items].filter((at) => !list[at]![2]).map((at) => counts[at]!));
      return shown.every((each) => each >= BELOW && each > most);
    }),
  ));

test.each<[string, readonly Line[], readonly number[]]>([
  [
    "nothing is small",
    [
      [40, 0, false],
      [0, 30, false],
      [0, 0, false],
    ],
    [],
  ],
  [
    "nobody is counted at all",
    [
      [0, 0, true],
      [0, 0, false],
    ],
    [0],
  ],
  [
    "nobody of whom is withheld is counted",
    [
      [0, 0, true],
      [4, 4, false],
      [5, 5, false],
    ],
    [0, 1],
  ],
  [
    "everybody who is withheld is met",
    [
      [2, 0, false],
      [6, 0, false],
      [5, 4, false],
      [9, 9, false],
    ],
    [0, 1, 2],
  ],
  [
    "nobody who is withheld is met",
    [
      [0, 2, false],
      [0, 6, false],
      [5, 4, false],
      [9, 9, false],
    ],
    [0, 1, 2],
  ],
  [
    "everybody is met, which the whole says",
    [
      [2, 0, false],
      [6, 0, false],
      [9, 0, false],
    ],
    [0, 1],
  ],
])("where %s", (_, list, withheld) => expect([...withheldOf(list).items].sort()).toEqual(withheld));
