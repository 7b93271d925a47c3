import * as z from "zod/mini";
import { type ConfidenceInterval, PERFORMANCE_BASES } from "../cohorts/index.js";
import { LINE_VERDICTS } from "../compliance/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { joined, type PerformanceScope } from "../rules/index.js";
import {
  amount,
  count,
  isoDate,
  isoMonth,
  object,
  optional,
  percent,
  positive,
  type Shape,
  shapeOf,
  share,
  text,
} from "../shapes/index.js";
import { listed } from "../unknown-word.js";
import { AREAS, BASIS_WORDS, type PerformanceFigure, REVIEW_BASES } from "./figure.js";
import type { InterventionPolicy } from "./grounds-standpoint.js";
import type { Intervention } from "./intervention.js";
import type { RemedialPlan } from "./remedial-plan.js";

export const scopeShape = shapeOf<PerformanceScope>()(object({ area: z.enum(AREAS), group: optional(text) }));
const scope = z.union([z.enum(AREAS), scopeShape]);
const basis = z.enum(BASIS_WORDS);

export const intervalShape = shapeOf<ConfidenceInterval>()(
  object({ lower: amount, upper: amount, level: text }),
);

/** The published shape of one figure of an indicator or a standard. */
export const figureInput = shapeOf<PerformanceFigure>()(
  object({
    id: text,
    scope: optional(scope),
    month: optional(isoMonth),
    knownOn: optional(isoDate),
    basis: optional(basis),
    window: optional(basis),
    measure: optional(z.enum(PERFORMANCE_BASES)),
    verdict: optional(z.enum(LINE_VERDICTS)),
    share: optional(z.union([share, percent])),
    index: optional(amount),
    actual: optional(amount),
    expected: optional(amount),
    probability: optional(amount.check(z.maximum(1))),
    starts: optional(count),
    target: optional(percent),
    projected: optional(z.boolean()),
    interval: optional(intervalShape),
    rank: optional(object({ place: count, of: count })),
  }),
);

const levelName = z.union([text, positive]);

/** The published shape of a recorded decision. */
export const interventionInput = shapeOf<Intervention>()(
  object({
    level: levelName,
    scope: optional(scope),
    decidedBy: text,
    decidedOn: isoDate,
    notifiedOn: optional(isoDate),
    endedOn: optional(isoDate),
    reason: optional(text),
  }),
);

const addresses = optional(z.union([text, z.array(text)]));
const actionFields = {
  number: optional(z.union([text, z.number()])),
  addresses,
  scope: optional(scope),
  level: optional(levelName),
  agreedOn: optional(isoDate),
  dueOn: optional(isoDate),
  reviewOn: optional(isoDate),
  completedOn: optional(isoDate),
};
const unread = optional(z.unknown());

/**
 * The published shape of a plan: what grounds need of it, and what else a plan that is checked may have. The areas of
 * that one, and their actions, may have any part of one's own form, so that no field of theirs can be refused.
 */
export const planInput: Shape<RemedialPlan> = object({
  actions: optional(
    z.array(
      object({
        ...actionFields,
        action: unread,
        owner: unread,
        target: unread,
        progress: unread,
        milestones: unread,
      }),
    ),
  ),
  areas: optional(
    z.array(z.looseObject({ addresses, actions: optional(z.array(z.looseObject(actionFields))) })),
  ),
  waiver: optional(object({ agreedBy: optional(text), agreedOn: isoDate, endedOn: optional(isoDate) })),
  form: unread,
  header: unread,
  narrative: unread,
  annexes: unread,
  reviewedOn: unread,
  attested: unread,
});

/** The published shape of a policy. */
export const policyInput = shapeOf<InterventionPolicy>()(
  object({
    id: text,
    title: optional(text),
    indexBelow: optional(percent),
    probabilityBelow: optional(percent),
    reviewMonths: positive,
    monthsAfterDue: optional(count),
    minimumStarts: count,
    bases: optional(z.array(z.enum(REVIEW_BASES))),
  }),
);

const result = (field: string) => z.looseObject({ [field]: z.unknown() });
const oneOrMany = (item: Shape) => z.union([z.array(item), item]);

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

const DATE = 'an ISO date such as "2021-04-30"';
const PERCENT = 'percent text such as "22%"';
const LEVEL = 'a level of the regime by its id, such as "level-3", or its number';
const BASES = "in-month, rolling-3, rolling-12, since-day-one (cumulative), cohort or relative";

/** What each field takes, in words; the schema library's own messages never reach a user. */
const FIELDS: Readonly<Record<string, string>> = {
  id: "the id of a level, an indicator, a standard or a requirement of the programme",
  scope: 'a scope: "contract", "deal-area", or such as { area: "contract", group: "disability" }',
  month: 'a month such as "2021-04"',
  basis: `${BASES}, or what it measures: ${joined(PERFORMANCE_BASES, "or")}`,
  window: BASES,
  measure: joined(PERFORMANCE_BASES, "or"),
  verdict: joined(LINE_VERDICTS, "or"),
  share: `so many of so many, such as { count: 219, of: 1000 }, or ${PERCENT}`,
  index: "a number from 0; 1 is on profile",
  actual: "a number from 0",
  expected: "a number from 0",
  probability: "a number from 0 to 1",
  starts: "a whole number of people from 0",
  target: PERCENT,
  projected: "true or false",
  rank: "a place such as { place: 3, of: 40 }",
  level: LEVEL,
  decidedBy: "who decided: a text that is not empty",
  reason: "a text that is not empty",
  number: 'the action\'s number, such as "1.2"',
  addresses: "the id of a level, standard or requirement, or a list of ids",
  actions: "a list of actions",
  areas: "a list of areas, each with its actions",
  waiver: 'such as { agreedBy: "Provision Lead", agreedOn: "2021-04-30" }',
  indexBelow: 'percent text such as "95%"',
  probabilityBelow: 'percent text such as "50%"',
  reviewMonths: "a whole number of review months from 1",
  monthsAfterDue: "a whole number of months from 0",
  minimumStarts: "a whole number of people from 0",
  bases: `a list of ${BASES}`,
};

/**
 * A value of a shape.
 *
 * @throws ProgrammeFault `regime/input`, naming the first field that is wrong and what may stand there.
 */
export function checkedInput<T>(schema: Shape<T>, value: unknown, address: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const issue = error.issues[0]!;
  const names = issue.path.map(String);
  const where = [address, ...names].join(".");
  if (issue.code === "unrecognized_keys") {
    const known = names.length === 0 ? Object.keys((schema as { shape?: object }).shape ?? {}) : [];
    throw inputFault(
      `${where} with the field ${shown(issue.keys[0])}`,
      listed(known) || "the fields of programme-rules/schema/grounds-input.json",
      "Correct the name.",
    );
  }
  const found = names.reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], value);
  if (found === undefined) throw inputFault(`no ${where}`, allowedAt(names), "Add that field.");
  throw inputFault(`${where}: ${shown(found)}`, allowedAt(names));
}

function allowedAt(names: readonly string[]): string {
  const field = [...names].reverse().find((name) => Object.hasOwn(FIELDS, name) || name.endsWith("On"));
  if (field === undefined) return "an object in the shape of programme-rules/schema/grounds-input.json";
  return FIELDS[field] ?? DATE;
}

export function inputFault(given: string, allowed: string, todo = "Correct that field."): ProgrammeFault {
  return new ProgrammeFault({ code: "regime/input", given, allowed, todo });
}
