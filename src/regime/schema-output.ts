import * as z from "zod/mini";
import { GROUND_CODES } from "../rules/index.js";
import { MEASURES, REVIEW_BASES } from "./basis.js";
import type { Figure } from "./figure.js";
import type { InterventionGrounds } from "./gathered.js";
import type { Ground } from "./ground.js";
import {
  count,
  intervalShape,
  isoDate,
  month,
  object,
  optional,
  policyInput,
  scopeShape,
  text,
  verdicts,
} from "./schema-input.js";

const number = z.number();
const share = object({ count, of: count });
const target = z.union([
  object({ every: z.literal(true) }),
  object({ atLeast: text }),
  object({ atMost: text }),
  object({ below: text }),
]);
const figureFields = {
  kind: z.enum(["verdict", "share", "index", "probability", "rank"]),
  subject: z.enum(["level", "standard", "indicator"]),
  id: text,
  title: text,
  scope: scopeShape,
  month,
  knownOn: isoDate,
  basis: optional(z.enum(REVIEW_BASES)),
  measure: optional(z.enum(MEASURES)),
  projected: z.boolean(),
  verdict: optional(z.enum(verdicts)),
  share: optional(share),
  percent: optional(text),
  index: optional(number),
  actual: optional(number),
  expected: optional(number),
  probability: optional(number),
  starts: optional(count),
  rank: optional(object({ place: count, of: count })),
  target: optional(target),
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
const figure: z.ZodMiniType<Figure> = object(figureFields) as z.ZodMiniType<Figure>;

const citation = optional(object({ source: text, paragraph: text, item: optional(text) }));
const strength = z.enum(["established", "projected", "needs-review"]);
const nameFields = {
  code: z.enum([...GROUND_CODES, "indicator-warning"]),
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
const ground: z.ZodMiniType<Ground> = object({
  ...nameFields,
  supports: z.array(text),
  evidence: z.array(figure),
  actions: optional(z.array(action)),
  citation,
  sentence: text,
  removedBy: text,
});

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
  waived: optional(object({ agreedBy: text, agreedOn: isoDate })),
  waiverNotCounted: optional(text),
  citation,
});
const notice = object({
  notice: text,
  title: text,
  scope: scopeShape,
  about: text,
  strength,
  threatens: z.array(text),
  asksFor: text,
  citation,
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
  policy: z.nullable(policyInput),
  minimumStarts: count,
};

/** The published shape of what grounds are gathered to, and of what the command prints. */
export const groundsShape: z.ZodMiniType<InterventionGrounds> = object(
  groundsFields,
) as z.ZodMiniType<InterventionGrounds>;
export const groundsCommandShape = object({ command: z.literal("grounds"), ...groundsFields });
