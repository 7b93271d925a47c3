import fc from "fast-check";
import { compareShare, formatPence, parsePercent, parsePounds } from "programme-rules";
import { test } from "vitest";

const shares = fc
  .record({ of: fc.integer({ min: 1, max: 1_000_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ of, part }) => ({ count: Math.floor(of * part), of }));
const tenths = fc.integer({ min: 0, max: 1000 });

test("comparing a share equals comparing fractions of arbitrary size", () =>
  fc.assert(
    fc.property(shares, tenths, ({ count, of }, tenth) => {
      const exact = BigInt(count) * 1000n - BigInt(of) * BigInt(tenth);
      const found = compareShare({ count, of }, parsePercent(`${Math.floor(tenth / 10)}.${tenth % 10}%`));
      return Math.sign(found) === (exact < 0n ? -1 : exact > 0n ? 1 : 0);
    }),
  ));

test("pounds printed and read again are the same pence", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999_999 }),
      (pence) => parsePounds(formatPence(pence)) === pence,
    ),
  ));
