import fc from "fast-check";
import { compareShare, formatPence, formatShare, parsePercent, parsePounds } from "programme-rules";
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

/** Percentages with up to three decimals, those that contracts name among them. */
const targets = fc.oneof(
  fc.constantFrom("0%", "4%", "22%", "99.5%", "100%"),
  fc.integer({ min: 0, max: 100_000 }).map((parts) => `${parts / 1000}%`),
);
/** Counts of any size, and those next to a target. */
const besideTargets = fc
  .record({
    of: fc.integer({ min: 1, max: 1_000_000 }),
    target: targets,
    off: fc.integer({ min: -2, max: 2 }),
    any: shares,
  })
  .chain(({ of, target, off, any }) => {
    const { numerator, denominator } = parsePercent(target);
    const near = Math.min(of, Math.max(0, Math.round((of * numerator) / denominator) + off));
    return fc.constantFrom({ share: { count: near, of }, target }, { share: any, target });
  });

/** How text compares with a percentage, by its digits alone. */
function compareTexts(one: string, other: string): number {
  const parts = (text: string) => {
    const [whole = "", decimals = ""] = text.replace("%", "").split(".");
    return BigInt(whole + decimals.padEnd(20, "0"));
  };
  return parts(one) < parts(other) ? -1 : parts(one) > parts(other) ? 1 : 0;
}

test("what is shown of a share compares with the target shown beside it, with 0% and with 100%, as the share itself does", () =>
  fc.assert(
    fc.property(besideTargets, ({ share, target }) => {
      const shown = formatShare(share, target);
      return ["0%", "100%", target].every(
        (bound) => compareTexts(shown, bound) === Math.sign(compareShare(share, parsePercent(bound))),
      );
    }),
    { numRuns: 2000 },
  ));

test("a share that no bound is near is rounded to the nearest tenth", () =>
  fc.assert(
    fc.property(besideTargets, ({ share, target }) => {
      const shown = formatShare(share, target);
      const exact = (100 * share.count) / share.of;
      const isNear = ["0%", "100%", target].some((bound) => Math.abs(exact - Number.parseFloat(bound)) < 0.1);
      return isNear || Math.abs(Number.parseFloat(shown) - exact) < 0.05 + 1e-9;
    }),
  ));

test("pounds printed and read again are the same pence", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999_999 }),
      (pence) => parsePounds(formatPence(pence)) === pence,
    ),
  ));
