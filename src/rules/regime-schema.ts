import * as z from "zod/mini";
import { list, object, optional, percent, positive, shapeOf, text } from "../shapes/index.js";
import type { Indicator, MinimumPerformanceLevel, PerformanceScope } from "./outcome.js";
import {
  ASSURANCE_CODES,
  GROUND_CODES,
  type Ladder,
  type PerformanceWindow,
  type PipelineFile,
  PLAN_PLACES,
  type PlanForm,
  type Regime,
  type RegimeAssurance,
  type RegimeDuty,
  type RegimeLevel,
  type RegimeMeeting,
  type RegimeNotice,
  type RegimeStatement,
} from "./regime.js";
import { grounded, length, match, orOpen, requirementId, word } from "./vocabulary-schema.js";

const scope = shapeOf<PerformanceScope>()(
  object({ area: z.enum(["contract", "deal-area"]), group: optional(word) }),
);

export const levelSchema = shapeOf<MinimumPerformanceLevel>()(
  object({
    id: word,
    title: text,
    outcome: word,
    scope,
    share: orOpen(percent),
    profile: orOpen(list(percent)),
    byGroup: optional(z.record(word, orOpen(percent))),
    countedIn: optional(word),
    ...grounded,
  }),
);

export const indicatorSchema = shapeOf<Indicator>()(
  object({
    id: word,
    title: text,
    event: match,
    scopes: list(scope),
    threshold: optional(object({ pence: positive })),
    ...grounded,
  }),
);

export const planSchema = shapeOf<PlanForm>()(
  object({
    id: word,
    title: text,
    parts: list(
      object({
        id: word,
        of: z.enum(PLAN_PLACES),
        says: text,
        check: z.enum(["present", "human"]),
        when: optional(text),
        ...grounded,
      }),
    ),
    reviewed: optional(requirementId),
    length: optional(orOpen(length)),
    ...grounded,
  }),
);

export const ladderSchema = shapeOf<Ladder>()(
  object({
    id: word,
    title: text,
    steps: list(object({ id: word, says: text })),
    ...grounded,
  }),
);

export const pipelineSchema = shapeOf<PipelineFile>()(
  object({
    return: requirementId,
    totals: z.literal("unchanged"),
    newestCohort: object({ rule: z.enum(["exempt", "checked"]), ...grounded }),
    markedPrivate: z.boolean(),
    ...grounded,
  }),
);

const statement = shapeOf<RegimeStatement>()(object({ id: word, says: text, ...grounded }));
const regimeLevel = shapeOf<RegimeLevel>()(
  object({
    id: word,
    title: text,
    ledBy: z.array(text),
    actedOnBy: optional(list(text)),
    proposedBy: optional(text),
    grounds: z.array(z.enum(GROUND_CODES)),
    entails: z.array(text),
    membership: optional(
      object({ position: z.literal("bottom-quartile"), of: z.literal("contract"), metric: orOpen(text) }),
    ),
    ...grounded,
  }),
);
const duty = shapeOf<RegimeDuty>()(
  object({
    id: word,
    title: text,
    by: z.enum(["provider", "department"]),
    at: optional(list(word)),
    requirement: optional(requirementId),
    waiver: optional(object({ at: list(word), state: word })),
    partOf: optional(word),
    ...grounded,
  }),
);
const assurance = shapeOf<RegimeAssurance>()(
  object({
    scale: list(word),
    poor: list(word),
    areas: list(object({ id: word, title: text })),
    grounds: list(
      object({
        id: word,
        says: text,
        code: z.enum(ASSURANCE_CODES),
        times: optional(positive),
        ...grounded,
      }),
    ),
    published: list(text),
    ...grounded,
  }),
);

const performanceWindow = shapeOf<PerformanceWindow>()(
  object({ id: word, title: text, months: optional(positive), ...grounded }),
);
const notice = shapeOf<RegimeNotice>()(
  object({ id: word, title: text, ground: z.literal("indicator-warning"), asksFor: text, ...grounded }),
);
const meeting = shapeOf<RegimeMeeting>()(
  object({
    id: word,
    title: text,
    requirement: optional(requirementId),
    agenda: z.array(statement),
    ...grounded,
  }),
);

export const regimeSchema = shapeOf<Regime>()(
  object({
    id: word,
    title: text,
    conduct: z.array(statement),
    scopes: list(scope),
    levels: list(regimeLevel),
    windows: z.array(performanceWindow),
    duties: z.array(duty),
    notices: z.array(notice),
    meetings: z.array(meeting),
    assurance: optional(assurance),
    ...grounded,
  }),
);
