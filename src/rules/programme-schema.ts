import * as z from "zod/mini";
import type { Outcome } from "./outcome.js";
import type { EventKind, Group, Programme } from "./programme.js";
import {
  indicatorSchema,
  ladderSchema,
  levelSchema,
  pipelineSchema,
  planSchema,
  regimeSchema,
} from "./regime-schema.js";
import { returnSchema, standardSchema } from "./requirement-schema.js";
import type { State } from "./state.js";
import type { Changes, Reading, Variation } from "./variation.js";
import {
  conditions,
  grounded,
  isoDate,
  list,
  match,
  matches,
  object,
  optional,
  orOpen,
  positive,
  requirementId,
  scalar,
  standing,
  text,
  word,
} from "./vocabulary-schema.js";

export const stateSchema: z.ZodMiniType<State> = z.union([
  object({ id: word, title: text, from: matches, until: matches }),
  object({
    id: word,
    title: text,
    work: list(object({ requirement: requirementId, endedBy: optional(matches) })),
    test: z.enum(["overdue", "undone"]),
  }),
]);

/** The published shape of changes, the part of a variation or an offer that says what is different. */
export const changesSchema: z.ZodMiniType<Changes> = object({
  set: optional(z.record(z.string(), z.record(z.string(), z.json()))),
  add: optional(z.record(z.string(), z.array(z.json()))),
  remove: optional(z.array(z.string())),
  settles: optional(z.array(word)),
}) as z.ZodMiniType<Changes>;

const answer = object({ id: word, says: text, changes: changesSchema });

export const readingSchema: z.ZodMiniType<Reading> = object({
  id: word,
  question: text,
  answers: z.pipe(z.array(z.unknown()), z.array(answer).check(z.minLength(2))),
  ...grounded,
});

/** The published shape of a variation; `amend` checks more. */
export const variationSchema: z.ZodMiniType<Variation> = object({
  id: word,
  title: text,
  edition: optional(word),
  changes: changesSchema,
  ...grounded,
}) as z.ZodMiniType<Variation>;

export const groupSchema: z.ZodMiniType<Group> = object({
  id: word,
  title: text,
  alsoCalled: optional(list(text)),
  attendance: optional(z.enum(["voluntary", "mandatory"])),
  outcomeAfter: optional(object({ weeks: positive })),
  ...grounded,
});

export const eventSchema: z.ZodMiniType<EventKind> = object({
  id: word,
  title: text,
  absent: optional(text),
  expects: optional(word),
  once: optional(z.boolean()),
  notBefore: optional(list(word)),
  fields: optional(list(text)),
  values: optional(z.record(z.string(), list(scalar))),
});

export const outcomeSchema: z.ZodMiniType<Outcome> = object({
  id: word,
  title: text,
  when: optional(conditions),
  after: match,
  event: match,
  within: object({ days: positive }),
  claimWithin: optional(object({ days: positive })),
  claim: optional(match),
  threshold: optional(orOpen(object({ pence: positive }))),
  inWork: optional(z.union([object({ weeks: positive }), z.literal("by-group")])),
  ...grounded,
}) as z.ZodMiniType<Outcome>;

const conventionsSchema = object({
  id: z.literal("conventions"),
  countingDay: z.enum(["day-0", "day-1"]),
  receipts: z.array(word),
  receiptOnNonWorkingDay: z.enum(["as-is", "next-working-day"]),
  leaving: z.array(word),
  leavingExcuses: z.boolean(),
  outcomeDay: z.enum(["day-0", "day-1"]),
});

const sourceSchema = object({
  title: text,
  edition: text,
  standing,
  confidence: optional(z.enum(["high", "medium", "low"])),
  url: optional(z.url()),
});

/** The parts of a programme that are single things, not lists of things with ids. */
export const singleFields = {
  id: word,
  edition: word,
  revision: positive,
  title: text,
  standing,
  inForce: object({ from: optional(isoDate), until: optional(isoDate), ...grounded }),
  calendars: z.record(
    z.string(),
    z.enum(["england-and-wales", "scotland", "northern-ireland", "united-kingdom"]),
  ),
  conventions: conventionsSchema,
  cohortBy: optional(match),
  regime: optional(regimeSchema),
  pipeline: optional(pipelineSchema),
  stays: z.array(object({ state: word, atMost: object({ days: positive }), ...grounded })),
  sources: z.record(z.string(), sourceSchema),
  chosen: optional(z.record(word, word)),
  decided: optional(z.record(z.string(), word)),
};

/** The lists of things with ids; each is checked one by one, so that a fault names the thing. */
export const listSchemas = {
  groups: groupSchema,
  events: eventSchema,
  states: stateSchema,
  readings: readingSchema,
  outcomes: outcomeSchema,
  minimumPerformanceLevels: levelSchema,
  indicators: indicatorSchema,
  plans: planSchema,
  ladders: ladderSchema,
} as const;

/** The published shape of a programme, for editors and other tools; `defineProgramme` checks more. */
export const programmeSchema: z.ZodMiniType<Programme> = object({
  ...singleFields,
  groups: z.array(groupSchema),
  events: list(eventSchema),
  states: z.array(stateSchema),
  readings: z.array(readingSchema),
  standards: z.array(standardSchema),
  outcomes: z.array(outcomeSchema),
  minimumPerformanceLevels: optional(z.array(levelSchema)),
  indicators: optional(z.array(indicatorSchema)),
  returns: optional(z.array(returnSchema)),
  plans: optional(z.array(planSchema)),
  ladders: optional(z.array(ladderSchema)),
}) as z.ZodMiniType<Programme>;
