import * as z from "zod/mini";
import { isoDate, list, object, optional, positive, scalar, shapeOf, text } from "../shapes/index.js";
import type { Outcome } from "./outcome.js";
import type { Conventions, EventKind, InForce, ParticipantGroup, Programme } from "./programme.js";
import {
  indicatorSchema,
  ladderSchema,
  levelSchema,
  pipelineSchema,
  planSchema,
  regimeSchema,
} from "./regime-schema.js";
import { returnSchema, standardSchema } from "./requirement-schema.js";
import type { MaximumStay, State } from "./state.js";
import type { Changes, Reading, Variation } from "./variation.js";
import {
  conditions,
  grounded,
  match,
  matches,
  orOpen,
  requirementId,
  source,
  standing,
  word,
} from "./vocabulary-schema.js";

const state = shapeOf<State>()(
  z.union([
    object({ id: word, title: text, from: matches, until: matches, each: optional(text) }),
    object({ id: word, title: text, allOf: list(word) }),
    object({
      id: word,
      title: text,
      work: list(
        object({
          requirement: requirementId,
          endedBy: optional(matches),
          counts: optional(z.literal(false)),
        }),
      ),
      standards: optional(list(word)),
      test: z.enum(["overdue", "undone"]),
    }),
  ]),
);
const days = object({ days: positive });
const stay = shapeOf<MaximumStay>()(
  object({
    state: word,
    atMost: days,
    longer: optional(object({ while: word, atMost: days })),
    ...grounded,
  }),
);
const inForce = shapeOf<InForce>()(
  object({ from: optional(isoDate), until: optional(isoDate), ...grounded }),
);

/** The published shape of changes, the part of a variation or an offer that says what is different. */
export const changesSchema = shapeOf<Changes>()(
  object({
    set: optional(z.record(z.string(), z.record(z.string(), z.json()))),
    add: optional(z.record(z.string(), z.array(z.json()))),
    remove: optional(z.array(z.string())),
    settles: optional(z.array(word)),
  }),
);

const answer = object({ id: word, says: text, changes: changesSchema });

const reading = shapeOf<Reading>()(
  object({
    id: word,
    question: text,
    answers: z.pipe(z.array(z.unknown()), z.array(answer).check(z.minLength(2))),
    ...grounded,
  }),
);

/** The published shape of a variation; `amend` checks more. */
export const variationSchema = shapeOf<Variation>()(
  object({
    id: word,
    title: text,
    edition: optional(word),
    changes: changesSchema,
    ...grounded,
  }),
);

const group = shapeOf<ParticipantGroup>()(
  object({
    id: word,
    title: text,
    alsoCalled: optional(list(text)),
    attendance: optional(z.enum(["voluntary", "mandatory"])),
    outcomeAfter: optional(object({ weeks: positive })),
    ...grounded,
  }),
);

const eventKind = shapeOf<EventKind>()(
  object({
    id: word,
    title: text,
    absent: optional(text),
    moment: optional(text),
    expects: optional(word),
    once: optional(z.boolean()),
    notBefore: optional(z.array(word)),
    usuallyAfter: optional(list(word)),
    fields: optional(list(text)),
    values: optional(z.record(z.string(), list(scalar))),
    ascending: optional(text),
    implies: optional(
      list(object({ where: z.record(z.string(), scalar), event: word, happened: z.boolean() })),
    ),
  }),
);

const outcome = shapeOf<Outcome>()(
  object({
    id: word,
    title: text,
    when: optional(conditions),
    after: match,
    event: match,
    within: object({ days: positive }),
    claimWithin: optional(object({ days: positive })),
    claim: optional(match),
    threshold: optional(orOpen(object({ pence: positive }))),
    inWork: optional(object({ state: word, weeks: z.union([positive, z.literal("by-group")]) })),
    ...grounded,
  }),
);

const conventions = shapeOf<Conventions>()(
  object({
    id: z.literal("conventions"),
    countingDay: z.enum(["day-0", "day-1"]),
    receipts: z.array(word),
    receiptOnNonWorkingDay: z.enum(["as-is", "next-working-day"]),
    leaving: z.array(word),
    leavingExcuses: z.boolean(),
    periodCases: z.enum(["due", "received", "anchor"]),
    outcomeDay: z.enum(["day-0", "day-1"]),
  }),
);

/** The parts of a programme that are single things, not lists of things with ids. */
export const singleFields = {
  id: word,
  edition: word,
  revision: positive,
  title: text,
  standing,
  inForce,
  calendars: z.record(
    z.string(),
    z.enum(["england-and-wales", "scotland", "northern-ireland", "united-kingdom"]),
  ),
  conventions,
  cohortBy: optional(match),
  cohortBasis: optional(object(grounded)),
  regime: optional(regimeSchema),
  pipeline: optional(pipelineSchema),
  stays: z.array(stay),
  sources: z.record(z.string(), source),
  chosen: optional(z.record(word, word)),
  decided: optional(z.record(z.string(), word)),
};

/** The lists of things with ids; each is checked one by one, so that a fault names the thing. */
export const listSchemas = {
  groups: group,
  events: eventKind,
  states: state,
  readings: reading,
  outcomes: outcome,
  minimumPerformanceLevels: levelSchema,
  indicators: indicatorSchema,
  plans: planSchema,
  ladders: ladderSchema,
} as const;

/** The published shape of a programme, for editors and other tools; `defineProgramme` checks more. */
export const programmeSchema = shapeOf<Programme>()(
  object({
    ...singleFields,
    groups: z.array(group),
    events: list(eventKind),
    states: z.array(state),
    readings: z.array(reading),
    standards: z.array(standardSchema),
    outcomes: z.array(outcome),
    minimumPerformanceLevels: optional(z.array(levelSchema)),
    indicators: optional(z.array(indicatorSchema)),
    returns: optional(z.array(returnSchema)),
    plans: optional(z.array(planSchema)),
    ladders: optional(z.array(ladderSchema)),
  }),
);
