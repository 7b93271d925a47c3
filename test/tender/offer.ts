import { readFileSync } from "node:fs";
import type { OfferTerms } from "../../src/tender/index.js";

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
