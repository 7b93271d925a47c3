import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whpCoreCv04, whpJetsCv06 } from "../../../src/programmes/index.js";
import { defineOffer, forecastOffer, type Offer, sensitivity } from "../../../src/tender/index.js";
import { jetsTerms, offerOf, planned, sketches } from "../offers.js";

const jets = defineOffer(whpJetsCv06, jetsTerms);

describe("which assumption moves the answer most", () => {
  test("for outcomes in all: each range at either end, the others as they are", () => {
    const { base, rows } = sensitivity(jets);
    const total = (assumptions: object) =>
      forecastOffer(defineOffer(whpJetsCv06, planned(assumptions)), { runs: 0 }).months.findLast(
        ({ measure }) => measure === "outcomes",
      )!.toDate;
    const starts = jetsTerms.assumptions!.starts as object;
    expect(base).toBeCloseTo(total({}), 9);
    const row = rows.find(({ assumption }) => assumption === "starts.rate");
    expect(row).toMatchObject({ title: "Start rate", low: "64%", high: "75%" });
    expect(row?.atLow).toBeCloseTo(total({ starts: { ...starts, rate: "64%" } }), 9);
    expect(row?.atHigh).toBeCloseTo(total({ starts: { ...starts, rate: "75%" } }), 9);
    expect(row).toMatchObject({ atLowError: null, atHighError: null });
    expect(sensitivity(jets)).toMatchObject({ standardError: null, runs: null, seed: null });
    expect(row?.swing).toBeCloseTo(row!.atHigh - row!.atLow, 9);
  });

  test("most first, and what the answer does not depend on moves it by 0", () => {
    const { rows } = sensitivity(jets, { answer: "starts" });
    expect(rows.map(({ assumption }) => assumption)).toEqual([
      "referrals.volume",
      "starts.rate",
      "capacity.noShowRate",
      "outcomes.profile",
    ]);
    expect(rows.map(({ swing }) => swing > 0)).toEqual([true, true, false, false]);
  });

  test("for the chance of meeting a level: more referrals do not change it much, the profile does", () => {
    const { level, base, rows, ...drawn } = sensitivity(jets, { answer: "chance", runs: 300, seed: 5 });
    expect(level).toBe("tmpl-1");
    expect(base).toBeGreaterThan(0.4);
    expect(drawn).toMatchObject({
      runs: 300,
      seed: 5,
      standardError: Math.sqrt((base! * (1 - base!)) / 300),
    });
    for (const { atLow, atLowError, atHigh, atHighError } of rows) {
      expect(atLowError).toBe(Math.sqrt((atLow * (1 - atLow)) / 300));
      expect(atHighError).toBe(Math.sqrt((atHigh * (1 - atHigh)) / 300));
    }
    const { joint } = forecastOffer(jets, { runs: 300, seed: 5 });
    expect(joint.find(({ window, at }) => window === "since-day-one" && at === "end")?.probability).toBe(
      base,
    );
    expect(rows[0]?.assumption).toBe("outcomes.profile");
    expect(rows[0]?.swing).toBeGreaterThan(0.3);
    expect(sensitivity(jets, { answer: "chance", runs: 300, seed: 5 }).rows).toEqual(rows);
  });

  test("for a question of one's own", () => {
    const slots = (offer: Offer) => {
      const { noShowRate } = offer.assumptions.capacity as { noShowRate: unknown };
      return typeof noShowRate === "string" ? Number.parseFloat(noShowRate) : 30;
    };
    const { base, rows } = sensitivity(jets, { answer: slots });
    expect([base, rows[0]?.assumption, rows[0]?.swing]).toEqual([30, "capacity.noShowRate", 12]);
  });

  test("groups of one assumption move together", () => {
    const table = { "2027-01": 100 };
    const rate = { disability: { likely: "50%", low: "40%", high: "60%" }, "early-access": "70%" };
    const offer = defineOffer(whpCoreCv04, {
      id: "core",
      title: "Core",
      assumptions: { referrals: { byMonth: { disability: table, "early-access": table } }, starts: { rate } },
    });
    expect(sensitivity(offer, { answer: "starts" }).rows).toMatchObject([
      { assumption: "starts.rate", low: "disability 40%, early-access 70%", swing: 20 },
    ]);
  });

  test("an answer that lacks values is null, and they are named", () => {
    const offer = defineOffer(whpJetsCv06, { id: "empty", title: "Nothing said" });
    const { base, rows, missing } = sensitivity(offer);
    expect([base, rows]).toEqual([null, []]);
    expect(missing.map(({ address }) => address)).toContain("assumptions.referrals");
    expect(sensitivity(offer, { answer: "chance" }).base).toBeNull();
  });

  test.each([
    ["an answer that is none", { answer: "profit" as "income" }, '"profit" as answer'],
    [
      "a level that is not there",
      { answer: "rate" as const, level: "tmpl-9" },
      'the level "tmpl-9". Did you mean tmpl-1?',
    ],
  ])("%s is refused", (_, options, message) => {
    expect(() => sensitivity(jets, options)).toThrow(message);
  });
});

test("an assumption that an answer does not use moves it by exactly 0, whatever its range", () => {
  const rates = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 50, max: 90 }));
  fc.assert(
    fc.property(sketches, rates, (sketch, [low, high]) => {
      const noShowRate = { low: `${low}%`, likely: "50%", high: `${high}%` };
      const capacity = { advisers: 3, slotsPerDay: 3, noShowRate, rebookAfter: { workingDays: 5 } };
      const offer = offerOf(sketch, { capacity });
      expect(sensitivity(offer).rows).toMatchObject([{ assumption: "capacity.noShowRate", swing: 0 }]);
    }),
    { numRuns: 30 },
  );
});
