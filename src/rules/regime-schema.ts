import * as z from "zod/mini";
import type { Indicator, MinimumPerformanceLevel } from "./outcome.js";
import type { Ladder, PipelineFile, PlanForm, Regime } from "./regime.js";
import {
  grounded,
  length,
  list,
  match,
  object,
  optional,
  orOpen,
  percent,
  positive,
  requirementId,
  text,
  word,
} from "./vocabulary-schema.js";

const scope = object({ area: z.enum(["contract", "deal-area"]), group: optional(word) });

export const levelSchema: z.ZodMiniType<MinimumPerformanceLevel> = object({
  id: word,
  title: text,
  outcome: word,
  scope,
  share: orOpen(percent),
  profile: orOpen(list(percent)),
  byGroup: optional(z.record(word, orOpen(percent))),
  countedIn: optional(word),
  ...grounded,
});

export const indicatorSchema: z.ZodMiniType<Indicator> = object({
  id: word,
  title: text,
  event: match,
  scopes: list(scope),
  threshold: optional(object({ pence: positive })),
  threatens: optional(list(word)),
  ...grounded,
}) as z.ZodMiniType<Indicator>;

export const planSchema: z.ZodMiniType<PlanForm> = object({
  id: word,
  title: text,
  parts: list(
    object({
      id: word,
      of: z.enum(["header", "narrative", "area", "action", "annex"]),
      says: text,
      check: z.enum(["present", "human"]),
      when: optional(text),
    }),
  ),
  reviewed: optional(requirementId),
  length: optional(orOpen(length)),
  ...grounded,
});

export const ladderSchema: z.ZodMiniType<Ladder> = object({
  id: word,
  title: text,
  steps: list(object({ id: word, says: text })),
  ...grounded,
});

export const pipelineSchema: z.ZodMiniType<PipelineFile> = object({
  return: requirementId,
  totals: z.literal("unchanged"),
  newestCohort: object({ rule: z.enum(["exempt", "checked"]), ...grounded }),
  markedPrivate: z.boolean(),
  ...grounded,
});

const statement = object({ id: word, says: text, ...grounded });
const ground = z.enum(["baseline", "may-miss", "remedy-ineffective", "required-standard-failed", "ranked"]);
const regimeLevel = object({
  id: word,
  title: text,
  ledBy: z.array(text),
  actedOnBy: optional(list(text)),
  proposedBy: optional(text),
  grounds: z.array(ground),
  entails: z.array(text),
  membership: optional(
    object({ position: z.literal("bottom-quartile"), of: z.literal("contract"), metric: orOpen(text) }),
  ),
  ...grounded,
});
const duty = object({
  id: word,
  title: text,
  by: z.enum(["provider", "department"]),
  at: optional(list(word)),
  requirement: optional(requirementId),
  waiver: optional(object({ at: list(word), agreedBy: text })),
  partOf: optional(word),
  ...grounded,
});
const assurance = object({
  scale: list(word),
  poor: list(word),
  areas: list(object({ id: word, title: text })),
  grounds: list(
    object({
      id: word,
      says: text,
      code: z.enum(["repeat", "run", "plan", "suspicion"]),
      times: optional(positive),
      ...grounded,
    }),
  ),
  published: list(text),
  ...grounded,
});

export const regimeSchema: z.ZodMiniType<Regime> = object({
  id: word,
  title: text,
  conduct: z.array(statement),
  scopes: list(scope),
  levels: list(regimeLevel),
  windows: z.array(object({ id: word, title: text, months: optional(positive), ...grounded })),
  duties: z.array(duty),
  notices: z.array(
    object({ id: word, title: text, ground: z.literal("indicator-warning"), asksFor: text, ...grounded }),
  ),
  meetings: z.array(
    object({
      id: word,
      title: text,
      requirement: optional(requirementId),
      agenda: z.array(statement),
      ...grounded,
    }),
  ),
  assurance: optional(assurance),
  ...grounded,
});
