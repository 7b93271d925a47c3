import * as z from "zod/mini";
import { PERFORMANCE_BASES } from "../cohorts/index.js";
import { LINE_VERDICTS } from "../compliance/index.js";
import { grounded, targetOf } from "../rules/index.js";
import {
  count,
  isoDate,
  isoMonth,
  nullable,
  number,
  object,
  optional,
  shapeOf,
  share,
  text,
} from "../shapes/index.js";
import { type JudgedFigure, REVIEW_BASES, SUBJECTS } from "./figure.js";
import { GROUND_CODES, type GroundForIntervention, STRENGTHS } from "./ground.js";
import { intervalShape, policyInput, scopeShape } from "./grounds-input.js";
import type { InterventionGrounds } from "./intervention-grounds.js";

const figureFields = {
  kind: z.enum(["verdict", "share", "index", "probability", "rank"]),
  subject: z.enum(SUBJECTS),
  id: text,
  title: text,
  scope: scopeShape,
  month: isoMonth,
  knownOn: isoDate,
  basis: optional(z.enum(REVIEW_BASES)),
  measure: optional(z.enum(PERFORMANCE_BASES)),
  projected: z.boolean(),
  verdict: optional(z.enum(LINE_VERDICTS)),
  share: optional(share),
  percent: optional(text),
  index: optional(number),
  actual: optional(number),
  expected: optional(number),
  probability: optional(number),
  starts: optional(count),
  rank: optional(object({ place: count, of: count })),
  target: optional(targetOf(() => text)),
  interval: optional(intervalShape),
  stands: z.enum(["short", "reached", "cannot-tell", "not-judged"]),
  reason: optional(
    z.enum([
      "too-few",
      "missing-parameter",
      "nothing-to-count",
      "not-settled",
      "naive-flow",
      "relative",
      "no-policy",
    ]),
  ),
};
const figure = shapeOf<JudgedFigure>()(object(figureFields));

const strength = z.enum(STRENGTHS);
const nameFields = {
  code: z.enum(GROUND_CODES),
  about: optional(text),
  scope: scopeShape,
  strength,
  basis: z.enum(["text", "policy"]),
};
const action = object({
  number: optional(text),
  dueOn: isoDate,
  completedOn: optional(isoDate),
  isMeantFor: z.boolean(),
});
const ground = shapeOf<GroundForIntervention>()(
  object({
    ...nameFields,
    supports: z.array(text),
    evidence: z.array(figure),
    actions: optional(z.array(action)),
    citation: grounded.citation,
    sentence: text,
    removedBy: text,
  }),
);

const level = object({
  level: text,
  title: text,
  ledBy: z.array(text),
  strength,
  strongest: ground,
  others: count,
  sentence: text,
  removedBy: z.array(text),
});
const names = z.array(object(nameFields));
const open = object({
  level: text,
  title: text,
  ledBy: z.array(text),
  scope: scopeShape,
  decidedBy: text,
  decidedOn: isoDate,
  notifiedOn: optional(isoDate),
  reason: optional(text),
  grounds: names,
  noLongerPresent: names,
  sentence: text,
});
const duty = object({
  duty: text,
  title: text,
  by: z.enum(["provider", "department"]),
  scope: scopeShape,
  level: optional(text),
  since: optional(isoDate),
  requirement: optional(text),
  waived: optional(object({ agreedBy: optional(text), agreedOn: isoDate })),
  waiverNotCounted: optional(text),
  citation: grounded.citation,
});
const notice = object({
  notice: text,
  title: text,
  scope: scopeShape,
  about: text,
  strength,
  threatens: z.array(text),
  asksFor: text,
  citation: grounded.citation,
  sentence: text,
});

const groundsFields = {
  programme: object({ id: text, edition: text, revision: count, hash: text }),
  contract: optional(text),
  asAt: isoDate,
  indicated: z.array(object({ scope: scopeShape, title: text, levels: z.array(level) })),
  grounds: z.array(ground),
  figures: z.array(object({ ...figureFields, sentence: text })),
  openInterventions: z.array(open),
  duties: z.array(duty),
  notices: z.array(notice),
  remarks: z.array(text),
  policy: nullable(policyInput),
  minimumStarts: count,
};

/** The published shapes of what grounds are gathered to, and of what `grounds --json` prints. */
export const groundsShape = shapeOf<InterventionGrounds>()(object(groundsFields));
export const groundsCommandShape = object({ command: z.literal("grounds"), ...groundsFields });
