import fc from "fast-check";
import { expect, test } from "vitest";
import { LongList } from "../../src/journey/long-list.js";

// A part holds 4,096 items.
test.each([0, 1, 4095, 4096, 4097, 8192, 10_000])(
  "a long list of %i holds what was pushed, in its order",
  (length) => {
    const list = new LongList<number>();
    const items = Array.from({ length }, (_, at) => at * 3);
    for (const item of items) list.push(item);
    expect(list.length).toBe(length);
    expect(list.all()).toEqual(items);
    if (length === 0) return;
    fc.assert(
      fc.property(fc.nat(length - 1), (place) => {
        expect(list.at(place)).toBe(items[place]);
      }),
    );
  },
);
