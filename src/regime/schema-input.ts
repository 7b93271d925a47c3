import * as z from "zod/mini";
import type { ConfidenceInterval } from "../cohorts/index.js";
import { isIsoDate } from "../date/index.js";
import { isPercent } from "../quantity/index.js";
import type { Scope } from "../rules/index.js";
import { MEASURES, OTHER_NAMES, REVIEW_BASES } from "./basis.js";
import type { Intervention, PlanInput } from "./decision.js";
import type { PerformanceFigure } from "./figure.js";
import type { InterventionPolicy } from "./policy.js";

export const object = z.strictObject;
export const optional = z.exactOptional;
/** Text first: zod compares the length of anything that has one. */
export const text = z.pipe(z.string(), z.string().check(z.minLength(1)));
export const count = z.int().check(z.nonnegative());
const amount = z.number().check(z.nonnegative());
export const isoDate = z.string().check(z.refine((value) => isIsoDate(value)));
const percent = z.string().check(z.refine((value) => isPercent(value)));
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

export const scopeShape: z.ZodMiniType<Scope> = object({
  area: z.enum(["contract", "deal-area"]),
  group: optional(text),
});
const scope = z.union([z.enum(["contract", "deal-area"]), scopeShape]);
const basis = z.enum([...REVIEW_BASES, ...OTHER_NAMES, ...MEASURES]);
export const verdicts = [
  "met",
  "not-met",
  "pending",
  "not-applicable",
  "undetermined",
  "not-scored",
] as const;

export const intervalShape: z.ZodMiniType<ConfidenceInterval> = object({
  lower: amount,
  upper: amount,
  level: text,
});

const placed = {
  scope: optional(scope),
  month: optional(month),
  knownOn: optional(isoDate),
  basis: optional(basis),
};

/** The published shape of one figure of an indicator or a standard. */
export const figureInput: z.ZodMiniType<PerformanceFigure> = object({
  id: text,
  ...placed,
  window: optional(basis),
  measure: optional(z.enum(MEASURES)),
  verdict: optional(z.enum(verdicts)),
  share: optional(z.union([object({ count, of: count }), percent])),
  index: optional(amount),
  actual: optional(amount),
  expected: optional(amount),
  probability: optional(amount.check(z.maximum(1))),
  starts: optional(count),
  target: optional(percent),
  projected: optional(z.boolean()),
  interval: optional(intervalShape),
  rank: optional(object({ place: count, of: count })),
}) as z.ZodMiniType<PerformanceFigure>;

const levelName = z.union([text, z.int().check(z.positive())]);

/** The published shape of a recorded decision. */
export const interventionInput: z.ZodMiniType<Intervention> = object({
  level: levelName,
  scope: optional(scope),
  decidedBy: text,
  decidedOn: isoDate,
  notifiedOn: optional(isoDate),
  endedOn: optional(isoDate),
  reason: optional(text),
}) as z.ZodMiniType<Intervention>;

const addresses = optional(z.union([text, z.array(text)]));
const action = z.looseObject({
  number: optional(z.union([text, z.number()])),
  addresses,
  scope: optional(scope),
  level: optional(levelName),
  agreedOn: optional(isoDate),
  dueOn: optional(isoDate),
  reviewOn: optional(isoDate),
  completedOn: optional(isoDate),
});

/** The published shape of a plan, as far as grounds need it. */
export const planInput: z.ZodMiniType<PlanInput> = z.looseObject({
  actions: optional(z.array(action)),
  areas: optional(z.array(z.looseObject({ addresses, actions: optional(z.array(action)) }))),
  waiver: optional(object({ agreedBy: text, agreedOn: isoDate, endedOn: optional(isoDate) })),
}) as z.ZodMiniType<PlanInput>;

/** The published shape of a policy. */
export const policyInput: z.ZodMiniType<InterventionPolicy> = object({
  id: text,
  title: optional(text),
  indexBelow: optional(percent),
  probabilityBelow: optional(percent),
  reviewMonths: z.int().check(z.positive()),
  monthsAfterDue: optional(count),
  minimumStarts: count,
  bases: optional(z.array(z.enum(REVIEW_BASES))),
}) as z.ZodMiniType<InterventionPolicy>;

const result = (field: string) => z.looseObject({ [field]: z.unknown() });
const oneOrMany = (item: z.ZodMiniType) => z.union([z.array(item), item]);

/** The published shape of what grounds are gathered from; results of the package are taken as they are. */
export const groundsInputShape = object({
  contract: optional(z.union([text, z.looseObject({ id: text })])),
  indicators: optional(
    oneOrMany(z.union([figureInput, result("performance"), result("windows"), result("cohorts")])),
  ),
  standards: optional(oneOrMany(z.union([figureInput, result("report"), result("lines")]))),
  plan: optional(planInput),
  interventions: optional(z.array(interventionInput)),
});

/** The fields of that, each of which is checked by itself. */
export const groundsFields = object({
  programme: z.unknown(),
  contract: optional(z.union([text, z.looseObject({ id: text })])),
  indicators: optional(z.unknown()),
  standards: optional(z.unknown()),
  plan: optional(z.unknown()),
  interventions: optional(z.array(z.unknown())),
});
