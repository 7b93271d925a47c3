import fc from "fast-check";
import { expect, test } from "vitest";
import { withheldCounts } from "../../src/quantity/index.js";

const BELOW = 5;
const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });

function withheldOf(list: readonly number[]) {
  return withheldCounts(
    list.map((count, item) => ({ item, count, isSmall: count < BELOW, groups: [""] })),
    BELOW,
  );
}

/** Every way in which the withheld counts may stand, to somebody who knows their sum, the others, and how they are chosen. */
function worlds(list: readonly number[], items: ReadonlySet<number>): number[][] {
  const places = [...items].sort();
  const sum = places.reduce((total, at) => total + list[at]!, 0);
  const found: number[][] = [];
  const fill = (at: number, left: number, world: readonly number[]) => {
    if (at === places.length - 1) {
      const whole = [...list];
      [...world, left].forEach((count, i) => {
        whole[places[i]!] = count;
      });
      const again = withheldOf(whole);
      if (left > 0 && again.openGroups.size === 0 && [...again.items].sort().join() === places.join())
        found.push(whole);
      return;
    }
    for (let count = 1; count < left; count++) fill(at + 1, left - count, [...world, count]);
  };
  fill(0, sum, []);
  return found;
}

test("whoever knows the sum, what is shown and how it was chosen cannot work out any count that is withheld", () =>
  fc.assert(
    fc.property(counts, (list) => {
      const { items, openGroups } = withheldOf(list);
      if (items.size === 0 || openGroups.size > 0) return;
      const all = worlds(list, items);
      for (const at of items) expect(new Set(all.map((world) => world[at])).size).toBeGreaterThan(1);
    }),
    { numRuns: 300 },
  ));

test("what is small is always withheld, and what is withheld is smaller than what is shown", () =>
  fc.assert(
    fc.property(counts, (list) => {
      const { items } = withheldOf(list);
      const shown = list.filter((count, at) => count > 0 && !items.has(at));
      const most = Math.max(0, ...[...items].map((at) => list[at]!));
      return shown.every((count) => count >= BELOW && count > most);
    }),
  ));

test("where nothing is small, nothing is withheld", () => expect(withheldOf([40, 30, 0]).items.size).toBe(0));
