import { type IsoMonth, nextMonth } from "../../date/index.js";
import { defined } from "../../defined.js";
import { isOpen, type OpenValue } from "../../rules/index.js";
import type { Estimate, EstimateRange, ValueByGroup } from "../offer/estimate.js";
import { EVERYBODY, fraction, isRange, partsOf, stated, tablesOf } from "../offer/estimate.js";
import type { Assumptions, Offer, ReferralChance } from "../offer/offer.js";

/** A number that may be anywhere in a range; all three are the same where there is no doubt. */
export type NumberRange = EstimateRange<number>;

/** The same people or all people, as planned: fractions, people and pence. Null where the plan does not say. */
export interface GroupPlan {
  readonly group: string | null;
  readonly referrals: readonly number[];
  readonly rate: NumberRange | null;
  /** The conversion by the end of each age; every group's and every end of a range as long as the longest. */
  readonly profile: readonly NumberRange[] | null;
  readonly attachmentFee: NumberRange;
  readonly outcomeFee: NumberRange;
}

/** What of a plan is left to chance beside its ranges, as it is said or as it is usual. */
export interface LeftToChance {
  /** How many people come of those planned. */
  readonly chance: ReferralChance;
  /** The coefficient of variation of a month's mean, as percent text. */
  readonly monthToMonth: string;
  /** Standard deviations in log-odds: of a whole run, and between the cohorts of its months. */
  readonly shock: number;
  readonly cohortSpread: number;
}

/** An offer's plan in numbers. Months are counted from `first`. */
export interface ForecastPlan {
  readonly first: IsoMonth;
  readonly referralMonths: number;
  readonly volume: NumberRange;
  /** Of those who start, the part that starts so many months after the referral. */
  readonly delay: readonly number[];
  readonly left: LeftToChance;
  readonly groups: readonly GroupPlan[];
  readonly hasIncome: boolean;
}

/** A value that a forecast needs and the offer does not have. */
export interface MissingValue {
  /** Where it would stand, such as `assumptions.starts.rate` or `tmpl-1.profile`. */
  readonly address: string;
  /** Why it is not there: the kind of open value it is, or `left-out`. */
  readonly open: OpenValue["open"] | "left-out";
  readonly neededFor: "referrals" | "starts" | "outcomes" | "income" | "level";
}

/** What is left to chance where an offer does not say. */
const USUAL: LeftToChance = { chance: "poisson", monthToMonth: "0%", shock: 0.2, cohortSpread: 0 };

/** What an offer leaves to chance beside its ranges. */
export function leftToChance({ assumptions }: Offer): LeftToChance {
  const { chance, monthToMonth } = stated(assumptions.referrals) ?? {};
  const { shock, cohortSpread } = stated(assumptions.outcomes) ?? {};
  return { ...USUAL, ...defined({ chance, monthToMonth, shock, cohortSpread }) };
}

/** A plan that was read, and the values it lacks. */
export interface ReadPlan {
  readonly plan: ForecastPlan | null;
  readonly missing: readonly MissingValue[];
}

/** Reads a plan; null when it says nothing of referrals, on which all else rests. */
export function readPlan(offer: Offer): ReadPlan {
  const { assumptions } = offer;
  const missing = missingIn(assumptions);
  const isKnown = (what: MissingValue["neededFor"]) => missing.every(({ neededFor }) => neededFor !== what);
  const referrals = stated(assumptions.referrals);
  if (referrals === undefined || !isKnown("referrals") || isOpen(referrals.byMonth))
    return { plan: null, missing };
  const tables = tablesOf(referrals.byMonth);
  const months = Object.keys(tables[0]![1]);
  const starts = isKnown("starts") ? stated(assumptions.starts) : undefined;
  const outcomes = isKnown("outcomes") ? stated(assumptions.outcomes) : undefined;
  const prices = isKnown("income") ? stated(assumptions.prices) : undefined;
  const rateOf = split(starts?.rate, fraction);
  const profileOf = split(outcomes?.profile, (list) => list.map(fraction));
  const [attachmentOf, outcomeOf] = [split(prices?.attachmentFee, pence), split(prices?.outcomeFee, pence)];
  const groups = tables.map(([group, table]): GroupPlan => {
    const [rate, profile] = [rateOf(group), profileOf(group)];
    return {
      group: group === EVERYBODY ? null : group,
      referrals: Object.values(table),
      rate: rate ?? null,
      profile: profile === undefined ? null : byAge(profile),
      attachmentFee: attachmentOf(group) ?? NOTHING,
      outcomeFee: outcomeOf(group) ?? NOTHING,
    };
  });
  const delay = starts?.delay ?? ["100%"];
  return {
    plan: {
      first: months[0]!,
      referralMonths: months.length,
      volume: ranged(referrals.volume ?? "100%", fraction) as NumberRange,
      delay: isOpen(delay) ? [1] : steps(delay.map(fraction)),
      left: leftToChance(offer),
      groups: sameAges(groups),
      hasIncome: prices?.attachmentFee !== undefined || prices?.outcomeFee !== undefined,
    },
    missing,
  };
}

const NOTHING: NumberRange = { low: 0, likely: 0, high: 0 };
const pence = (fee: { readonly pence: number }) => fee.pence;

/** What a cumulative list adds at each place. */
export function steps(cumulative: readonly number[]): number[] {
  return cumulative.map((value, at) => value - (cumulative[at - 1] ?? 0));
}

/** The month so many after the first. */
export function monthAt({ first }: ForecastPlan, at: number): IsoMonth {
  return nextMonth(first, at);
}

function ranged<T, N>(value: Estimate<T>, read: (value: T) => N): EstimateRange<N> | undefined {
  if (isOpen(value)) return undefined;
  if (!isRange(value)) return { low: read(value), likely: read(value), high: read(value) };
  return { low: read(value.low), likely: read(value.likely), high: read(value.high) };
}

/** What is planned for a group, be it for everybody or by group. */
function split<T, N>(value: ValueByGroup<Estimate<T>> | undefined, read: (value: T) => N) {
  const parts = new Map(value === undefined ? [] : partsOf(value));
  return (group: string): EstimateRange<N> | undefined => {
    const part = parts.get(group) ?? parts.get(EVERYBODY);
    return part === undefined ? undefined : ranged(part, read);
  };
}

function byAge({ low, likely, high }: EstimateRange<readonly number[]>): NumberRange[] {
  return likely.map((value, age) => ({ low: low[age]!, likely: value, high: high[age]! }));
}

function sameAges(groups: readonly GroupPlan[]): GroupPlan[] {
  const ages = Math.max(...groups.map(({ profile }) => profile?.length ?? 0));
  return groups.map((group) => {
    const { profile } = group;
    if (profile === null) return group;
    return { ...group, profile: Array.from({ length: ages }, (_, age) => profile[age] ?? profile.at(-1)!) };
  });
}

/** The values that are not there, in the order in which a forecast needs them. */
function missingIn({ referrals, starts, outcomes, prices }: Assumptions): MissingValue[] {
  const parts = [
    ["referrals", "referrals", referrals, ["byMonth", "volume"]],
    ["starts", "starts", starts, ["rate", "delay"]],
    ["outcomes", "outcomes", outcomes, ["profile"]],
    ["prices", "income", prices, ["attachmentFee", "outcomeFee"]],
  ] as const;
  return parts.flatMap(([name, neededFor, part, fields]) => {
    const address = `assumptions.${name}`;
    if (part === undefined) {
      return name === "prices" ? [] : [{ address, open: "left-out" as const, neededFor }];
    }
    if (isOpen(part)) return [{ address, open: part.open, neededFor }];
    return fields.flatMap((field) =>
      openIn(`${address}.${field}`, (part as Readonly<Record<string, unknown>>)[field], neededFor),
    );
  });
}

function openIn(address: string, value: unknown, neededFor: MissingValue["neededFor"]): MissingValue[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  if (isOpen(value)) return [{ address, open: value.open, neededFor }];
  return Object.entries(value).flatMap(([group, inner]) => openIn(`${address}.${group}`, inner, neededFor));
}
