import { readFileSync } from "node:fs";
import fc from "fast-check";
import { defineProgramme } from "../../src/rules/index.js";
import { defineOffer, type Offer, type OfferTerms } from "../../src/tender/index.js";
import { small } from "../rules/small-programme.js";

const file = new URL("../../examples/data/jets-offer.json", import.meta.url);

/** The invented offer of the examples, as it is written. */
export const jetsTerms: OfferTerms = JSON.parse(readFileSync(file, "utf8"));

/** The same with parts of its plan replaced. */
export function planned(assumptions: object, terms: OfferTerms = jetsTerms): OfferTerms {
  return {
    ...terms,
    assumptions: { ...terms.assumptions, ...assumptions } as OfferTerms["assumptions"] & object,
  };
}

/** An offer without ranges, in whole percents: what the laws are checked on. */
export interface Sketch {
  readonly referrals: readonly number[];
  readonly rate: number;
  /** Percent that start in the month of referral; the others in the next. */
  readonly soon: number;
  readonly profile: readonly number[];
  readonly promise: readonly number[];
}

const rising = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 })
  .map((steps) => steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0)));

export const sketches: fc.Arbitrary<Sketch> = fc.record({
  referrals: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 }),
  rate: fc.integer({ min: 1, max: 100 }),
  soon: fc.integer({ min: 0, max: 100 }),
  profile: rising,
  promise: rising,
});

export const FIRST = "2027-11";

const percents = (numbers: readonly number[]) => numbers.map((number) => `${number}%`);

/** The months of a plan as an offer writes them, each with its people. */
function byMonth(referrals: readonly number[]): Record<string, number> {
  const months = referrals.map((people, at) => {
    const index = 2027 * 12 + 10 + at;
    return [`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`, people] as const;
  });
  return Object.fromEntries(months);
}

/** A programme of one level and little else, so that an offer is quickly made. */
const base = defineProgramme({
  ...small,
  readings: [],
  outcomes: [
    {
      id: "job",
      title: "In work",
      after: "started",
      event: "contacted",
      within: { days: 182 },
      citation: { source: "contract", paragraph: "1" },
    },
  ],
  minimumPerformanceLevels: [
    {
      id: "level",
      title: "So many in work",
      outcome: "job",
      scope: { area: "contract" },
      share: { open: "bid-specific" },
      profile: { open: "bid-specific" },
      citation: { source: "contract", paragraph: "1" },
    },
  ],
});

/** The offer of a sketch, with anything of its plan replaced. */
export function offerOf(sketch: Sketch, replaced: object = {}): Offer {
  const promise = percents(sketch.promise);
  return defineOffer(base, {
    id: "sketched",
    title: "Sketched",
    changes: { set: { level: { profile: promise, share: promise.at(-1)! } } },
    assumptions: {
      referrals: { byMonth: byMonth(sketch.referrals) },
      starts: { rate: `${sketch.rate}%`, delay: [`${sketch.soon}%`, "100%"] },
      outcomes: { profile: percents(sketch.profile) },
      ...replaced,
    },
  });
}
