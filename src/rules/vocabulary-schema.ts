import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import { isPercent } from "../quantity/index.js";
import type { Condition, Match } from "./match.js";

export const object = z.strictObject;
export const optional = z.exactOptional;
export const list = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(z.array(z.unknown()), z.array(item).check(z.minLength(1)));

const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const word = z.string().check(z.regex(WORDS));
export const requirementId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/));
/** Not empty. The pipe asks for text first: zod compares the length of anything that has one, and a hostile one throws. */
export const text = z.pipe(z.string(), z.string().check(z.minLength(1)));
export const isoDate = z.string().check(z.refine((value) => isIsoDate(value)));
export const percent = z.string().check(z.refine((value) => isPercent(value)));
export const count = z.int().check(z.nonnegative());
export const positive = z.int().check(z.positive());
const upTo = (most: number) => z.int().check(z.positive(), z.maximum(most));
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const citation = object({ source: text, paragraph: text, item: optional(text) });
export const grounded = { citation: optional(citation), basis: optional(z.literal("assumed")) };
export const openValue = object({
  open: z.enum(["redacted", "bid-specific", "not-published", "not-said"]),
  note: optional(text),
});
export const orOpen = <T extends z.ZodMiniType>(schema: T) => z.union([schema, openValue]);

const roll = optional(z.literal("next-working-day"));
export const length = z.union([
  object({ workingDays: positive }),
  object({ days: count, roll }),
  object({ weeks: positive, roll }),
  object({ months: positive }),
]);
export const monthDay = z.union([
  object({ dayOfNextMonth: upTo(31), roll }),
  object({ workingDayOfMonth: upTo(23) }),
  object({ workingDayOfNextMonth: upTo(23) }),
]);
export const frequency = z.union([
  length,
  object({ each: z.enum(["day", "working-day", "week", "month", "quarter"]) }),
]);

export const matches: z.ZodMiniType<readonly Match[]> = z.lazy(() => list(match));
export const conditions: z.ZodMiniType<readonly Condition[]> = z.lazy(() => z.array(condition));
export const match = z.union([
  word,
  object({ event: word, where: optional(z.record(z.string(), scalar)), when: optional(conditions) }),
  object({ entering: word }),
  object({ leaving: word }),
  object({ workDone: word }),
]);
const missing = optional(z.enum(["yes", "no"]));
const condition = z.union([
  object({ in: word }),
  object({ notIn: word }),
  object({ group: list(word) }),
  object({ notGroup: list(word) }),
  object({ attribute: text, is: list(scalar), missing }),
  object({ attribute: text, isNot: list(scalar), missing }),
  object({ happened: matches, unless: optional(matches), before: optional(isoDate), ...grounded }),
  object({ onOrAfter: isoDate, ...grounded }),
  object({ before: isoDate, ...grounded }),
]);

export const target = z.union([
  object({ every: z.literal(true) }),
  object({ atLeast: orOpen(percent) }),
  object({ atMost: orOpen(percent) }),
  object({ below: orOpen(percent) }),
]);
export const standing = z.enum(["contract", "guidance", "offered", "recommended", "research"]);
