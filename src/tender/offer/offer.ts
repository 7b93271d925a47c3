import type { Kind } from "../../argument.js";
import type { IsoMonth } from "../../date/index.js";
import type { Changes, Grounded, OpenValue, Programme } from "../../rules/index.js";
import type { Estimate, ValueByGroup } from "./estimate.js";

/** An offer, wherever one is worked with. */
export const OFFER: Kind = {
  name: "an offer",
  from: "defineOffer",
  has: { id: "", title: "", assumptions: {}, programme: {} },
};

/** How many people come of those planned: a Poisson number of that mean, or just as many. */
export type ReferralChance = "poisson" | "as-planned";

export const REFERRAL_CHANCES = ["poisson", "as-planned"] as const satisfies readonly ReferralChance[];

/**
 * The people to be referred.
 *
 * - `byMonth`: whole people by month, every month from the first to the last once and in order; or such
 *   a table for each group.
 * - `volume`: how much of that comes, percent text such as `"90%"` or `"110%"`; `"100%"` unless given.
 * - `chance`: `"poisson"` unless given: what is planned is a mean, and the people of a month are as many as
 *   chance makes of it. With `"as-planned"` they are exactly as many as planned, times the volume.
 * - `monthToMonth`: how much the mean itself varies from month to month beyond that, as percent text: the standard
 *   deviation of a log-normal factor of mean 1 that all groups of a month share. `"0%"` unless given.
 */
export interface ReferralPlan extends Grounded {
  readonly byMonth: ValueByGroup<Readonly<Record<IsoMonth, number>>> | OpenValue;
  readonly volume?: Estimate<string>;
  readonly chance?: ReferralChance;
  readonly monthToMonth?: string;
}

/**
 * How referrals become starts.
 *
 * - `rate`: the share of referrals that start, percent text.
 * - `delay`: of those who start, the share that has by the end of the month of referral, of the next
 *   month …: cumulative, never falling, ending at `"100%"`. All start in the month of referral unless given.
 */
export interface StartPlan extends Grounded {
  readonly rate: ValueByGroup<Estimate<string>>;
  readonly delay?: readonly string[] | OpenValue;
}

/**
 * How starts become outcomes.
 *
 * - `profile`: the share of a month's starters expected to have converted by the end of age 0, 1, 2 …
 *   months, age 0 being the month of the start: cumulative percent text, never falling. What is planned
 *   for, which need not be the profile that is promised. No longer than the outcome window.
 * - `shock`: the standard deviation, in log-odds, of what hits all cohorts of a run alike (a recession,
 *   a good year); 0.2 unless given.
 * - `cohortSpread`: the standard deviation, in log-odds, between the cohorts of different months; all groups
 *   of a month share it. 0 unless given.
 *
 * Both act on the rate that is drawn, and leave its mean as it is.
 */
export interface OutcomePlan extends Grounded {
  readonly profile: ValueByGroup<Estimate<readonly string[]>>;
  readonly shock?: number;
  readonly cohortSpread?: number;
}

/**
 * Who sees the people referred, for the day-by-day simulation of the first appointment.
 *
 * - `advisers`, `slotsPerDay`: how many, and first appointments each can hold on a working day; need not be whole.
 * - `availability`: the share of those slots that is there to use, leave and sickness taken off; `"100%"` unless given.
 * - `noShowRate`: the chance that an appointment is not attended.
 * - `rebookAfter`: how long after a missed appointment the next is held.
 * - `mostAttempts`: appointments offered before the case is closed; no end unless given.
 */
export interface CapacityPlan extends Grounded {
  readonly advisers: Estimate<number>;
  readonly slotsPerDay: Estimate<number>;
  readonly availability?: Estimate<string>;
  readonly noShowRate: Estimate<string>;
  readonly rebookAfter: { readonly workingDays: number } | OpenValue;
  readonly mostAttempts?: number | OpenValue;
}

/** What is paid, in whole pence: for each start (the attachment fee) and each outcome. None is in the sources. */
export interface PriceTable extends Grounded {
  readonly attachmentFee?: ValueByGroup<Estimate<{ readonly pence: number }>>;
  readonly outcomeFee?: ValueByGroup<Estimate<{ readonly pence: number }>>;
}

/** What an offer is planned on; each part is cited or assumed, and may be left out or open. */
export interface Assumptions {
  readonly referrals?: ReferralPlan | OpenValue;
  readonly starts?: StartPlan | OpenValue;
  readonly outcomes?: OutcomePlan | OpenValue;
  readonly capacity?: CapacityPlan | OpenValue;
  readonly prices?: PriceTable | OpenValue;
}

/**
 * An offer as it is written: a variation of a base programme (own standards, levels, backlog limits,
 * cadences, as `changes`) and the assumptions it is planned on. Plain data; the published shape is
 * `programme-rules/schema/offer.json`.
 *
 * - `base`: the id of the programme it varies, so that a file says what it is for.
 */
export interface OfferTerms extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly base?: string;
  readonly changes?: Changes;
  readonly assumptions?: Assumptions;
}

/** An offer, checked: its terms, and the programme as it would be under the offer. */
export interface Offer extends OfferTerms {
  readonly base: string;
  readonly changes: Changes;
  readonly assumptions: Assumptions;
  readonly programme: Programme;
}
