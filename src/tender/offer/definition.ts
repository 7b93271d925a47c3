import {
  amend,
  freeze,
  type History,
  isHistory,
  isOpen,
  type Programme,
  refuseNotRules,
} from "../../rules/index.js";
import { checkAssumptions, checkWithinWindow } from "./assumption-checks.js";
import { fraction } from "./estimate.js";
import type { Assumptions, Offer, OfferTerms } from "./offer.js";
import { offerFault, offerShape, shaped } from "./offer-shape.js";

/**
 * Checks an offer and applies it to its base programme: what is promised becomes a programme like any
 * other, what is assumed is kept beside it. A part of the plan without a citation is marked as assumed;
 * a part left out or open stays so, and what needs it says that it is missing.
 *
 * @param base - the programme bid for, or its history (its usual edition is meant).
 * @throws ProgrammeFault `tender/offer-…` naming the field that is wrong, such as
 * `assumptions.starts.rate`: a rate above 100%, a profile that falls, a month missing, a range out of
 * order, a group that is not the programme's; `tender/profile-beyond-window` for a profile, planned or promised,
 * that goes on after the outcome window has ended; and the faults of {@link amend} for its changes.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { defineOffer } from "programme-rules/tender";
 *
 * const terms = {
 *   id: "our-offer",
 *   title: "Our offer",
 *   changes: { set: { "css-1/acknowledged": { within: { workingDays: 1 } } } },
 *   assumptions: {
 *     referrals: { byMonth: { "2027-01": 120, "2027-02": 140 } },
 *     starts: { rate: { likely: "70%", low: "64%", high: "76%" }, delay: ["60%", "100%"] },
 *   },
 * } as const;
 * const offer = defineOffer(whpJetsCv06, terms);
 * offer.assumptions.referrals; // => { byMonth: { "2027-01": 120, "2027-02": 140 }, basis: "assumed" }
 * const starts = { rate: "130%" };
 * defineOffer(whpJetsCv06, { ...terms, assumptions: { starts } }); // throws assumptions.starts.rate: "130%"
 * ```
 */
export function defineOffer(base: Programme | History, terms: OfferTerms): Offer {
  const { changes = {}, assumptions = {}, ...rest } = shaped(offerShape, terms);
  refuseNotRules(base);
  const programme = isHistory(base) ? base.editions.find(({ edition }) => edition === base.usual)! : base;
  if (rest.base !== undefined && rest.base !== programme.id) {
    throw offerFault(
      "base",
      `base: "${rest.base}", applied to ${programme.id}`,
      `the programme the offer says it varies, here ${rest.base}`,
      "Give that programme, or correct `base`.",
    );
  }
  const { base: _base, ...head } = rest;
  const offered = amend(programme, { ...head, changes });
  checkAssumptions(assumptions, offered);
  checkPromises(offered);
  return freeze({
    ...structuredClone({ ...head, base: programme.id, changes, assumptions: grounded(assumptions) }),
    programme: offered,
  });
}

function grounded(assumptions: Assumptions): Assumptions {
  const parts = Object.entries(assumptions).map(([name, part]) => {
    const isGrounded = isOpen(part) || "citation" in part || "basis" in part;
    return [name, isGrounded ? part : { ...part, basis: "assumed" }];
  });
  return Object.fromEntries(parts);
}

/** A level that states both a share and a profile promises one thing: the profile ends at the share, within its window. */
function checkPromises({ outcomes, minimumPerformanceLevels = [] }: Programme): void {
  for (const { id, share, profile, outcome } of minimumPerformanceLevels) {
    const { within } = outcomes.find((each) => each.id === outcome)!;
    if (!isOpen(profile)) checkWithinWindow(`${id}.profile`, profile, within.days);
    if (isOpen(share) || isOpen(profile)) continue;
    const last = profile.at(-1)!;
    if (fraction(last) === fraction(share)) continue;
    throw offerFault(
      "level",
      `the level ${id} of ${share}, whose profile ends at ${last}`,
      "a profile that ends at the level: a cohort on its profile reaches it",
      `Set ${id}.share and ${id}.profile together.`,
    );
  }
}
