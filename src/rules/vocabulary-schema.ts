import * as z from "zod/mini";
import {
  count,
  isoDate,
  list,
  object,
  optional,
  percent,
  positive,
  type Shape,
  scalar,
  shapeOf,
  text,
} from "../shapes/index.js";
import {
  type Citation,
  OPEN_VALUES,
  type OpenValue,
  type Source,
  STANDINGS,
  type Standing,
} from "./citation.js";
import { type Frequency, type Length, type MonthDay, PERIODS } from "./length.js";
import type { Condition, EventMatch } from "./match.js";
import type { ScoredTarget, Target } from "./target.js";

const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const word = z.string().check(z.regex(WORDS));
export const requirementId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/));
const upTo = (most: number) => z.int().check(z.positive(), z.maximum(most));

export const standing = shapeOf<Standing>()(z.enum(STANDINGS));
export const source = shapeOf<Source>()(
  object({
    title: text,
    edition: text,
    standing,
    confidence: optional(z.enum(["high", "medium", "low"])),
    url: optional(z.url()),
  }),
);
/** A citation, its texts from outside or our own. */
export const citationOf = (words: () => Shape<string>) =>
  shapeOf<Citation>()(object({ source: words(), paragraph: words(), item: optional(words()) }));
const citation = citationOf(() => text);
/** The fields of a `Grounded`. */
export const grounded = { citation: optional(citation), basis: optional(z.literal("assumed")) };
export const openValue = shapeOf<OpenValue>()(object({ open: z.enum(OPEN_VALUES), note: optional(text) }));
export const orOpen = <S extends Shape>(shape: S) => z.union([shape, openValue]);

const roll = optional(z.literal("next-working-day"));
export const length = shapeOf<Length>()(
  z.union([
    object({ workingDays: positive }),
    object({ days: count, roll }),
    object({ weeks: positive, roll }),
    object({ months: positive }),
  ]),
);
export const monthDay = shapeOf<MonthDay>()(
  z.union([
    object({ dayOfNextMonth: upTo(31), roll }),
    object({ workingDayOfMonth: upTo(23) }),
    object({ workingDayOfNextMonth: upTo(23) }),
  ]),
);
export const frequency = shapeOf<Frequency>()(z.union([length, object({ each: z.enum(PERIODS) })]));

export const matches: Shape<readonly EventMatch[]> = z.lazy(() => list(match));
export const conditions: Shape<readonly Condition[]> = z.lazy(() => z.array(condition));
export const match = shapeOf<EventMatch>()(
  z.union([
    word,
    object({
      event: word,
      where: optional(z.record(z.string(), scalar)),
      without: optional(list(text)),
      when: optional(conditions),
    }),
    object({ entering: word }),
    object({ leaving: word }),
    object({ workDone: word }),
    object({ stayEnds: word }),
  ]),
);
const missing = optional(z.enum(["yes", "no"]));
const id = optional(word);
const condition = shapeOf<Condition>()(
  z.union([
    object({ id, in: word, lastDay: optional(z.literal("counts")) }),
    object({ id, notIn: word }),
    object({ id, group: list(word) }),
    object({ id, notGroup: list(word) }),
    object({ id, attribute: text, is: list(scalar), missing }),
    object({ id, attribute: text, isNot: list(scalar), missing }),
    object({
      id,
      happened: matches,
      unless: optional(matches),
      before: optional(isoDate),
      since: optional(z.literal("anchor")),
      until: optional(matches),
      ...grounded,
    }),
    object({ id, onOrAfter: isoDate, ...grounded }),
    object({ id, before: isoDate, of: optional(matches), ...grounded }),
  ]),
);

/** A target, its bounds in the shape given. */
export const targetOf = <S extends Shape>(bound: () => S) =>
  z.union([
    object({ every: z.literal(true) }),
    object({ atLeast: bound() }),
    object({ atMost: bound() }),
    object({ below: bound() }),
  ]);
export const scoredTarget = shapeOf<ScoredTarget>()(targetOf(() => orOpen(percent)));
export const target = shapeOf<Target>()(z.union([scoredTarget, object({ notScored: text })]));
