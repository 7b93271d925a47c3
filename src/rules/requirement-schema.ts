import * as z from "zod/mini";
import { count, list, object, optional, type Shape, scalar, shapeOf, text } from "../shapes/index.js";
import type { ReturnRequirement } from "./programme.js";
import {
  type CadenceRequirement,
  type ContentRequirement,
  type DeadlineRequirement,
  POPULATIONS,
  type ProportionRequirement,
  type Requirement,
  type RequirementKind,
  type RequirementOf,
  STAGES,
  type Standard,
  SUBJECTS,
  type TotalRequirement,
} from "./requirement.js";
import {
  conditions,
  frequency,
  grounded,
  length,
  match,
  matches,
  monthDay,
  openValue,
  orOpen,
  requirementId,
  scoredTarget,
  standing,
  target,
  word,
} from "./vocabulary-schema.js";

const population = z.enum(POPULATIONS);
const basics = {
  id: requirementId,
  title: text,
  subject: optional(z.enum(SUBJECTS)),
  when: optional(conditions),
  target,
  axis: optional(word),
  ...grounded,
};

const deadline = object({
  kind: z.literal("deadline"),
  ...basics,
  event: matches,
  all: optional(z.boolean()),
  after: optional(matches),
  before: optional(matches),
  anchorDate: optional(z.enum(["on", "knownOn"])),
  laterOf: optional(matches),
  within: optional(orOpen(z.union([length, monthDay]))),
  atLeast: optional(z.union([length, monthDay])),
  exceptions: optional(list(object({ when: conditions, within: length }))),
  early: optional(z.boolean()),
  sameDay: optional(z.literal("needs-review")),
  excusedBy: optional(matches),
  owedOnce: optional(matches),
  endsOn: optional(z.literal("day-before")),
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
  frequency: optional(matches),
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
      shownBy: optional(object({ field: text, is: list(scalar) })),
    }),
  ),
});
const proportion = object({
  kind: z.literal("proportion"),
  ...basics,
  among: matches,
  share: z.union([object({ in: word }), object({ reaching: matches }), object({ met: requirementId })]),
  over: optional(population),
  measured: z.enum(["period", "each-day", "month-end"]),
  target: scoredTarget,
});
const total = object({
  kind: z.literal("total"),
  ...basics,
  count: matches,
  against: orOpen(list(count)),
  measured: z.enum(["each-day", "month-end"]),
  target: scoredTarget,
});

/** One shape a kind: a fault then names the field, not a failed union. */
export const requirementSchemas: { readonly [Kind in RequirementKind]: Shape<RequirementOf<Kind>> } = {
  deadline: shapeOf<DeadlineRequirement>()(deadline),
  cadence: shapeOf<CadenceRequirement>()(cadence),
  content: shapeOf<ContentRequirement>()(content),
  proportion: shapeOf<ProportionRequirement>()(proportion),
  total: shapeOf<TotalRequirement>()(total),
};
/** What a return may be. */
export const returnSchema = shapeOf<ReturnRequirement>()(
  z.discriminatedUnion("kind", [deadline, cadence, content]),
);
const requirement = shapeOf<Requirement>()(
  z.discriminatedUnion("kind", [deadline, cadence, content, proportion, total]),
);

const standardFields = {
  id: word,
  title: text,
  stage: z.enum(STAGES),
  qualitative: optional(text),
  monitoredThrough: optional(text),
  withheld: optional(openValue),
  standing: optional(standing),
  ...grounded,
};
export const standardSchema = shapeOf<Standard>()(
  object({ ...standardFields, requirements: z.array(requirement) }),
);
/** A standard with its requirements left for their own schemas. */
export const standardShell = object({ ...standardFields, requirements: z.array(z.unknown()) });
