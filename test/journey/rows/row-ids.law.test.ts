import fc from "fast-check";
import { expect, test } from "vitest";
import { RowIds } from "../../../src/journey/rows/row-ids.js";

test("ids are found where their first rows stand, whether they rise or not", () => {
  const id = fc.oneof(
    fc.constantFrom("A", "a", "R1", "R10", "R2", "é", "z".repeat(40)),
    fc.string({ minLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(id), fc.boolean(), fc.array(id), (given, isSorted, asked) => {
      const rows = isSorted ? given.toSorted((one, other) => (one < other ? -1 : 1)) : given;
      const ids = new RowIds();
      const naive = new Map<string, number>();
      for (const [at, each] of rows.entries()) {
        const position = ids.take(each, 10 * at);
        if (!naive.has(each)) naive.set(each, 10 * at);
        expect(ids.idAt(position)).toBe(each);
        expect(ids.placeAt(position)).toBe(naive.get(each));
      }
      for (const each of [...asked, ...rows]) expect(ids.placeOf(each)).toBe(naive.get(each));
    }),
    { numRuns: 500 },
  );
});
