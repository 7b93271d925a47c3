import fc from "fast-check";
import { type AssuranceReview, assuranceGrounds } from "programme-rules/review";
import { expect, test } from "vitest";

const SCALE = ["weak", "limited", "reasonable", "strong"];
const reason = fc.constantFrom("a", "b", "c");
const anyReview = fc.record({
  rating: fc.constantFrom(...SCALE),
  reasons: fc.uniqueArray(reason, { minLength: 1, maxLength: 3 }),
});
/** Reviews a year apart, from 2012 on. */
const history = fc
  .array(anyReview, { maxLength: 8 })
  .map((list) => list.map((each, at): AssuranceReview => ({ ...each, reportedOn: `${2012 + at}-06-30` })));
const reading = fc.constantFrom("any-shared", "identical-set");
const asAt = "2021-12-31";

/** The same, read out of source 001 ¶54 once more: pairs of neighbours, and runs counted on one's fingers. */
function slowly(reviews: readonly AssuranceReview[], sameReasons: string): string[] {
  const found: string[] = [];
  const isPoor = ({ rating }: AssuranceReview) => rating === "weak" || rating === "limited";
  let run = 0;
  reviews.forEach((now, at) => {
    const before = at === 0 ? undefined : reviews[at - 1];
    if (before && isPoor(before) && isPoor(now) && !(before.rating === "weak" && now.rating === "limited")) {
      const [one, other] = [[...before.reasons!].sort().join(), [...now.reasons!].sort().join()];
      const shared = before.reasons!.filter((each) => now.reasons!.includes(each)).length;
      if (sameReasons === "any-shared" ? shared > 0 : one === other) found.push(`repeat ${now.reportedOn}`);
    }
    run = isPoor(now) ? run + 1 : 0;
    if (run > 2) found.push(`third ${now.reportedOn}`);
  });
  return found;
}

test("what is found is what a finger on the list finds", () => {
  fc.assert(
    fc.property(history, reading, (reviews, sameReasons) => {
      const grounds = assuranceGrounds(reviews, { asAt, sameReasons: sameReasons as "any-shared" });
      expect(grounds.map(({ code, on }) => `${code} ${on}`)).toEqual(slowly(reviews, sameReasons));
    }),
  );
});

test("the order in which reviews are given is of no consequence", () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (reviews, chance) => {
      const shuffled = reviews
        .map((each) => ({ each, key: chance.next().value as number }))
        .sort((one, other) => one.key - other.key)
        .map(({ each }) => each);
      expect(assuranceGrounds(shuffled, { asAt })).toEqual(assuranceGrounds(reviews, { asAt }));
    }),
  );
});

test("later facts never alter an earlier result", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 2011, max: 2020 }), (reviews, year) => {
      const then = `${year}-12-31`;
      const known = reviews.filter(({ reportedOn }) => String(reportedOn) <= then);
      expect(assuranceGrounds(reviews, { asAt: then })).toEqual(assuranceGrounds(known, { asAt: then }));
    }),
  );
});

test("what holds for identical reasons holds for a shared one", () => {
  fc.assert(
    fc.property(history, (reviews) => {
      const found = (sameReasons: "any-shared" | "identical-set") =>
        assuranceGrounds(reviews, { asAt, sameReasons }).map(({ code, on }) => `${code} ${on}`);
      expect(found("any-shared")).toEqual(expect.arrayContaining(found("identical-set")));
    }),
  );
});

test("a better last rating never adds a ground", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 3 }), (reviews, steps) => {
      const last = reviews.at(-1);
      fc.pre(last !== undefined);
      const better = SCALE[Math.min(SCALE.indexOf(last!.rating) + steps, 3)]!;
      const improved = [...reviews.slice(0, -1), { ...last!, rating: better }];
      expect(assuranceGrounds(improved, { asAt }).length).toBeLessThanOrEqual(
        assuranceGrounds(reviews, { asAt }).length,
      );
    }),
  );
});
