import * as z from "zod/mini";
import { ProgrammeFault, shown } from "../../fault.js";
import { changesSchema, grounded, looked, openValue, orOpen, TOO_DEEP } from "../../rules/index.js";
import {
  amount,
  count,
  list,
  object,
  optional,
  percent,
  positive,
  type Shape,
  shapeOf,
  text,
} from "../../shapes/index.js";
import { type OfferTerms, REFERRAL_CHANCES } from "./offer.js";

const word = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const month = z.string().check(z.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/));
const multiple = z.string().check(z.regex(/^\d{1,3}(\.\d{1,6})?%$/));
/** In log-odds: at 10 nearly every rate is next to none or next to all. */
const deviation = amount.check(z.lte(10));
const pence = object({ pence: count });

const estimate = <T extends Shape>(value: T) =>
  z.union([value, object({ likely: value, low: value, high: value }), openValue]);
const byGroup = <T extends Shape>(value: T) => z.union([value, z.record(word, value)]);

const assumptions = object({
  referrals: optional(
    orOpen(
      object({
        byMonth: orOpen(byGroup(z.record(month, count))),
        volume: optional(estimate(multiple)),
        chance: optional(z.enum(REFERRAL_CHANCES)),
        monthToMonth: optional(percent),
        ...grounded,
      }),
    ),
  ),
  starts: optional(
    orOpen(object({ rate: byGroup(estimate(percent)), delay: optional(orOpen(list(percent))), ...grounded })),
  ),
  outcomes: optional(
    orOpen(
      object({
        profile: byGroup(estimate(list(percent))),
        shock: optional(deviation),
        cohortSpread: optional(deviation),
        ...grounded,
      }),
    ),
  ),
  capacity: optional(
    orOpen(
      object({
        advisers: estimate(amount),
        slotsPerDay: estimate(amount),
        availability: optional(estimate(percent)),
        noShowRate: estimate(percent),
        rebookAfter: orOpen(object({ workingDays: count })),
        mostAttempts: optional(orOpen(positive)),
        ...grounded,
      }),
    ),
  ),
  prices: optional(
    orOpen(
      object({
        attachmentFee: optional(byGroup(estimate(pence))),
        outcomeFee: optional(byGroup(estimate(pence))),
        ...grounded,
      }),
    ),
  ),
});

/** The published shape of an offer as it is written; `defineOffer` checks more. */
export const offerShape = shapeOf<OfferTerms>()(
  object({
    id: word,
    title: text,
    base: optional(word),
    changes: optional(changesSchema),
    assumptions: optional(assumptions),
    ...grounded,
  }),
);

type Issue = z.core.$ZodIssue;

const OPEN = 'an open value such as { open: "not-said" }';
const estimateWords = (one: string, range: string) => `${one}, a range such as ${range}, or ${OPEN}`;
const rateWords = estimateWords(
  'a percentage from 0% to 100% such as "70%"',
  '{ likely: "70%", low: "64%", high: "76%" }',
);
const amountWords = estimateWords("a number from 0", "{ likely: 12, low: 10, high: 13 }");
const feeWords = estimateWords("whole pence such as { pence: 30000 }", "{ likely: …, low: …, high: … }");

/** What each field takes, in words; the schema library's own messages never reach a user. */
const FIELDS: Readonly<Record<string, string>> = {
  id: "words in lower case joined by hyphens",
  title: "some text",
  base: "the id of a programme, in lower case",
  changes: "an object with `set`, `add`, `remove` or `settles`, as a variation has",
  citation: 'a citation such as { source: "001", paragraph: "38", item: "1" }',
  basis: '"assumed", or a citation instead',
  referrals: `an object such as { byMonth: { "2027-01": 120 } }, or ${OPEN}`,
  byMonth: `whole people by month such as { "2027-01": 120, "2027-02": 140 }, or such a table for each group, or ${OPEN}`,
  volume: estimateWords('a percentage such as "110%"', '{ likely: "100%", low: "85%", high: "110%" }'),
  chance: '"poisson" or "as-planned"',
  monthToMonth: 'a percentage from 0% to 100% such as "15%"',
  starts: `an object such as { rate: "70%" }, or ${OPEN}`,
  rate: `${rateWords}; or one for each group`,
  delay: `percentages that end at 100%, such as ["60%", "95%", "100%"], or ${OPEN}`,
  outcomes: `an object such as { profile: ["0%", "1%", "3%"] }, or ${OPEN}`,
  profile: `cumulative percentages by month of age such as ["0%", "1%", "3%"], a range of such lists, or ${OPEN}; or one for each group`,
  shock: "a number from 0 to 10 such as 0.2",
  cohortSpread: "a number from 0 to 10 such as 0.2",
  capacity: `an object such as { advisers: 12, slotsPerDay: 3, noShowRate: "30%", rebookAfter: { workingDays: 5 } }, or ${OPEN}`,
  advisers: amountWords,
  slotsPerDay: amountWords,
  availability: rateWords,
  noShowRate: rateWords,
  rebookAfter: `working days such as { workingDays: 5 }, or ${OPEN}`,
  mostAttempts: `a whole number from 1, or ${OPEN}`,
  prices: `an object such as { outcomeFee: { pence: 120000 } }, or ${OPEN}`,
  attachmentFee: `${feeWords}; or one for each group`,
  outcomeFee: `${feeWords}; or one for each group`,
};

/** A value of a shape, or a fault that names the field that is wrong most deeply. */
export function shaped<T>(shape: Shape<T>, value: unknown): T {
  const result = looked(shape, value);
  if (result === undefined) throw offerFault("shape", "an offer", TOO_DEEP);
  if (result.success) return result.data;
  const { path, unknown } = deepest(result.error.issues, value);
  if (unknown !== undefined) {
    throw offerFault("shape", [...path, unknown].join("."), "no field of that name", "Remove that field.");
  }
  const address = path.length === 0 ? "an offer" : path.join(".");
  const named = [...path].reverse().find((part) => Object.hasOwn(FIELDS, part));
  const allowed =
    named === undefined ? 'an object such as { id: "our-offer", title: "Our offer" }' : FIELDS[named]!;
  const given = at(value, path);
  if (given === undefined && path.length > 0)
    throw offerFault("shape", `no ${address}`, allowed, "Add that field.");
  throw offerFault("shape", given === undefined ? address : `${address}: ${json(given)}`, allowed);
}

/** A fault about an offer: where, what is allowed there, what to do. */
export function offerFault(
  about: string,
  given: string,
  allowed: string,
  todo = "Correct that field.",
): ProgrammeFault {
  return new ProgrammeFault({ code: `tender/offer-${about}`, given, allowed, todo });
}

/** A value as JSON, cut short. */
export function json(value: unknown): string {
  const text = typeof value === "object" ? (JSON.stringify(value) ?? shown(value)) : shown(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

interface Place {
  readonly path: readonly string[];
  /** A field that should not be there. */
  readonly unknown?: string;
}

/** Of the alternatives of a union, the one that was meant is the one whose mistake is furthest in. */
function deepest(issues: readonly Issue[], value: unknown, before: readonly string[] = []): Place {
  const places = issues.map((issue): Place => {
    const path = [...before, ...issue.path.map(String)];
    if (issue.code === "unrecognized_keys") return { path, unknown: String(issue.keys[0]) };
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return { path };
    return deepest(issue.errors.flat(), value, path);
  });
  const weight = ({ path, unknown }: Place) =>
    path.length * 4 + (unknown === undefined ? 2 : 0) + (at(value, path) === undefined ? 0 : 1);
  return places.reduce((best, place) => (weight(place) > weight(best) ? place : best), places[0]!);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    value,
  );
}
