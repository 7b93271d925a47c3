import * as z from "zod/mini";
import type { Programme } from "./programme.js";
import type { Changes, Reading } from "./reading.js";
import type { Requirement, Standard } from "./requirement.js";
import {
  basics,
  conditions,
  count,
  frequency,
  grounded,
  isoDate,
  length,
  list,
  match,
  matches,
  monthDay,
  object,
  optional,
  orOpen,
  population,
  positive,
  requirementId,
  scalar,
  target,
  text,
  word,
} from "./schema-parts.js";
import type { State } from "./state.js";

const deadline = object({
  kind: z.literal("deadline"),
  ...basics,
  event: matches,
  all: optional(z.boolean()),
  after: optional(matches),
  before: optional(matches),
  anchorDate: optional(z.enum(["on", "knownOn"])),
  within: optional(orOpen(z.union([length, monthDay]))),
  atLeast: optional(z.union([length, monthDay])),
  exceptions: optional(list(object({ when: conditions, within: length }))),
  early: optional(z.boolean()),
  sameDay: optional(z.literal("needs-review")),
  excusedBy: optional(matches),
  owedAfterLeaving: optional(z.boolean()),
});
const cadence = object({
  kind: z.literal("cadence"),
  ...basics,
  event: matches,
  while: word,
  every: orOpen(frequency),
  gap: optional(z.enum(["rolling", "blocks"])),
  stops: optional(z.record(z.string(), z.literal(true))),
  frequency: optional(word),
});
const content = object({
  kind: z.literal("content"),
  ...basics,
  record: match,
  owedAfter: optional(matches),
  parts: list(
    object({
      id: word,
      says: text,
      check: z.union([z.literal("human"), object({ field: text, is: scalar })]),
    }),
  ),
});
const proportion = object({
  kind: z.literal("proportion"),
  ...basics,
  among: matches,
  share: z.union([object({ in: word }), object({ reaching: matches }), object({ met: requirementId })]),
  over: population,
  measured: z.enum(["period", "each-day", "month-end"]),
  target,
});
const total = object({
  kind: z.literal("total"),
  ...basics,
  count: matches,
  against: orOpen(list(count)),
  measured: z.enum(["each-day", "month-end"]),
  target,
});

/** One schema per requirement kind: a fault then names the field, not a failed union. */
export const requirementSchemas = { deadline, cadence, content, proportion, total } as const;
export const requirementSchema: z.ZodMiniType<Requirement> = z.discriminatedUnion("kind", [
  deadline,
  cadence,
  content,
  proportion,
  total,
]);

const standardFields = {
  id: word,
  title: text,
  stage: z.enum([
    "pre-programme",
    "programme-engagement",
    "pre-work-support",
    "in-work-support",
    "programme-exit",
    "contract",
  ]),
  qualitative: optional(text),
  monitoredThrough: optional(text),
  ...grounded,
};
export const standardSchema: z.ZodMiniType<Standard> = object({
  ...standardFields,
  requirements: list(requirementSchema),
});
/** A standard with its requirements left for their own schemas. */
export const standardShell = object({ ...standardFields, requirements: list(z.unknown()) });

export const stateSchema: z.ZodMiniType<State> = z.union([
  object({ id: word, title: text, from: matches, until: matches }),
  object({
    id: word,
    title: text,
    work: list(object({ requirement: requirementId, endedBy: optional(matches) })),
    test: z.enum(["overdue", "undone"]),
  }),
]);

export const changesSchema: z.ZodMiniType<Changes> = object({
  set: optional(z.record(z.string(), z.record(z.string(), z.json()))),
  add: optional(z.record(z.string(), z.array(z.json()))),
  remove: optional(z.array(z.string())),
  settles: optional(z.array(word)),
}) as z.ZodMiniType<Changes>;

export const readingSchema: z.ZodMiniType<Reading> = object({
  id: word,
  question: text,
  answers: z.array(object({ id: word, says: text, changes: changesSchema })).check(z.minLength(2)),
  ...grounded,
});

export const conventionsSchema = object({
  id: z.literal("conventions"),
  countingDay: z.enum(["day-0", "day-1"]),
  receipts: z.array(word),
  receiptOnNonWorkingDay: z.enum(["as-is", "next-working-day"]),
  leaving: z.array(word),
  leavingExcuses: z.boolean(),
  outcomeDay: z.enum(["day-0", "day-1"]),
});

export const outcomeSchema = object({
  id: word,
  title: text,
  when: optional(conditions),
  after: match,
  event: match,
  within: object({ days: positive }),
  claimWithin: optional(object({ days: positive })),
  claim: optional(match),
  threshold: optional(orOpen(object({ pence: positive }))),
  ...grounded,
});

const standing = z.enum(["contract", "guidance", "offered", "recommended", "research"]);

/** The parts of a programme but its standards, states and readings, which are checked one by one. */
export const programmeFields = {
  id: word,
  edition: word,
  revision: positive,
  title: text,
  standing,
  inForce: object({ from: optional(isoDate), until: optional(isoDate) }),
  calendars: z.record(
    z.string(),
    z.enum(["england-and-wales", "scotland", "northern-ireland", "united-kingdom"]),
  ),
  conventions: conventionsSchema,
  groups: z.array(object({ id: word, title: text })),
  events: list(
    object({
      id: word,
      title: text,
      absent: optional(text),
      expects: optional(word),
      once: optional(z.boolean()),
      notBefore: optional(list(word)),
      fields: optional(list(text)),
    }),
  ),
  outcomes: z.array(outcomeSchema),
  stays: z.array(object({ state: word, atMost: object({ days: positive }), ...grounded })),
  sources: z.record(
    z.string(),
    object({
      title: text,
      edition: text,
      standing,
      confidence: optional(z.enum(["high", "medium", "low"])),
      url: optional(z.url()),
    }),
  ),
  chosen: optional(z.record(word, word)),
};

export const programmeSchema: z.ZodMiniType<Programme> = object({
  ...programmeFields,
  states: z.array(stateSchema),
  readings: z.array(readingSchema),
  standards: list(standardSchema),
});
