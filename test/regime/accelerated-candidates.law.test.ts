import fc from "fast-check";
import { acceleratedCandidates, type ComparedContract } from "programme-rules/regime";
import { expect, test } from "vitest";

const options = { metric: "job outcomes over referrals", asAt: "2015-03-31" };
const field = fc
  .array(fc.tuple(fc.nat({ max: 12 }), fc.integer({ min: 12, max: 14 })), { minLength: 4, maxLength: 24 })
  .map((list) => list.map(([count, of], at): ComparedContract => ({ id: `c${at}`, share: { count, of } })));
const WORSE = ["not", "undetermined", "bottom-quartile"];
const rate = ({ share }: ComparedContract) => (share!.count * (13 * 14 * 12)) / share!.of;

test("floor(n / 4) contracts are the bottom quartile; a tie across that cut is for a person", () => {
  fc.assert(
    fc.property(field, (contracts) => {
      const sorted = [...contracts].sort((one, other) => rate(one) - rate(other));
      const cut = Math.floor(contracts.length / 4);
      const [lastIn, firstOut] = [rate(sorted[cut - 1]!), rate(sorted[cut]!)];
      const expected = contracts.map((each) => {
        if (lastIn === firstOut && rate(each) === lastIn) return "undetermined";
        return rate(each) <= lastIn ? "bottom-quartile" : "not";
      });
      expect(acceleratedCandidates(contracts, options).map(({ status }) => status)).toEqual(expected);
    }),
  );
});

test("however ties are read, somebody is in the bottom quartile or waits for a person", () => {
  const ties = fc.constantFrom("needs-review" as const, "all-in" as const, "all-out" as const);
  fc.assert(
    fc.property(field, ties, (contracts, answer) => {
      const found = acceleratedCandidates(contracts, { ...options, ties: answer });
      expect(found.some(({ status }) => status !== "not")).toBe(true);
    }),
  );
});

test("improving one contract never makes it more of a candidate", () => {
  fc.assert(
    fc.property(field, fc.nat(), fc.integer({ min: 1, max: 6 }), (contracts, pick, more) => {
      const at = pick % contracts.length;
      const better = contracts.map((each, place) => {
        const { count, of } = each.share!;
        return place === at ? { ...each, share: { count: Math.min(of, count + more), of } } : each;
      });
      const before = WORSE.indexOf(acceleratedCandidates(contracts, options)[at]!.status);
      expect(WORSE.indexOf(acceleratedCandidates(better, options)[at]!.status)).toBeLessThanOrEqual(before);
    }),
  );
});

test("the order of the contracts is of no consequence", () => {
  fc.assert(
    fc.property(field, fc.infiniteStream(fc.nat()), (contracts, chance) => {
      const shuffled = contracts
        .map((each) => ({ each, key: chance.next().value as number }))
        .sort((one, other) => one.key - other.key)
        .map(({ each }) => each);
      const byId = (list: readonly ComparedContract[]) =>
        new Map(acceleratedCandidates(list, options).map((each) => [each.id, each]));
      expect(byId(shuffled)).toEqual(byId(contracts));
    }),
  );
});

test("with a figure missing nothing is sure, and leaving it out is as if it were not there", () => {
  fc.assert(
    fc.property(field, (contracts) => {
      const lacking = [...contracts, { id: "none", share: null }];
      expect(acceleratedCandidates(lacking, options).every(({ status }) => status === "undetermined")).toBe(
        true,
      );
      const out = acceleratedCandidates(lacking, { ...options, missing: "left-out" }).slice(0, -1);
      expect(out).toEqual(acceleratedCandidates(contracts, options));
    }),
  );
});
