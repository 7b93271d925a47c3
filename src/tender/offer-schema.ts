import * as z from "zod/mini";
import { isPercent } from "../quantity/index.js";
import { changesSchema, OPEN_VALUES } from "../rules/index.js";
import type { Assumptions, OfferTerms } from "./offer.js";

const object = z.strictObject;
const optional = z.exactOptional;
const list = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(z.array(z.unknown()), z.array(item).check(z.minLength(1)));
/** Text first: zod compares the length of anything that has one. */
const text = z.pipe(z.string(), z.string().check(z.minLength(1)));
const word = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const month = z.string().check(z.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/));
const people = z.int().check(z.nonnegative());
const amount = z.number().check(z.nonnegative());
const percent = z.string().check(z.refine((value) => isPercent(value)));
const multiple = z.string().check(z.regex(/^\d{1,3}(\.\d{1,6})?%$/));
const pence = object({ pence: people });

const citation = object({ source: text, paragraph: text, item: optional(text) });
const grounded = { citation: optional(citation), basis: optional(z.literal("assumed")) };
const open = object({
  open: z.enum(OPEN_VALUES),
  note: optional(text),
});

const orOpen = <T extends z.ZodMiniType>(schema: T) => z.union([schema, open]);
const estimate = <T extends z.ZodMiniType>(value: T) =>
  z.union([value, object({ likely: value, low: value, high: value }), open]);
const byGroup = <T extends z.ZodMiniType>(value: T) => z.union([value, z.record(word, value)]);

const assumptionsSchema = object({
  referrals: optional(
    orOpen(
      object({
        byMonth: orOpen(byGroup(z.record(month, people))),
        volume: optional(estimate(multiple)),
        ...grounded,
      }),
    ),
  ),
  starts: optional(
    orOpen(object({ rate: byGroup(estimate(percent)), delay: optional(orOpen(list(percent))), ...grounded })),
  ),
  outcomes: optional(
    orOpen(object({ profile: byGroup(estimate(list(percent))), shock: optional(amount), ...grounded })),
  ),
  capacity: optional(
    orOpen(
      object({
        advisers: estimate(amount),
        slotsPerDay: estimate(amount),
        availability: optional(estimate(percent)),
        noShowRate: estimate(percent),
        rebookAfter: orOpen(object({ workingDays: people })),
        mostAttempts: optional(orOpen(z.int().check(z.positive()))),
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
}) as z.ZodMiniType<Assumptions>;

/** The published shape of an offer as it is written; `defineOffer` checks more. */
export const offerSchema: z.ZodMiniType<OfferTerms> = object({
  id: word,
  title: text,
  base: optional(word),
  changes: optional(changesSchema),
  assumptions: optional(assumptionsSchema),
  ...grounded,
}) as unknown as z.ZodMiniType<OfferTerms>;
