import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { ProviderActionPlan } from "./action-plan.js";

const object = z.strictObject;
const optional = z.exactOptional;
const text = z.string();
const isoDate = text.check(z.refine((value) => isIsoDate(value)));
const texts = z.record(text, text);

const milestone = object({
  target: optional(text),
  dueOn: optional(isoDate),
  completedOn: optional(isoDate),
});
const action = z.catchall(
  z.object({
    number: optional(z.union([text, z.number()])),
    action: optional(text),
    owner: optional(text),
    target: optional(text),
    addresses: optional(z.union([text, z.array(text)])),
    scope: optional(z.unknown()),
    level: optional(z.union([text, z.number()])),
    agreedOn: optional(isoDate),
    dueOn: optional(isoDate),
    reviewOn: optional(isoDate),
    progress: optional(text),
    completedOn: optional(isoDate),
    milestones: optional(z.array(milestone)),
  }),
  text,
);
const area = z.catchall(
  z.object({
    area: optional(text),
    objective: optional(text),
    addresses: optional(z.union([text, z.array(text)])),
    actions: optional(z.array(action)),
  }),
  text,
);

/** The published shape of a plan. Nearly all of it may be left out: that is what the check finds. */
export const planFileSchema = object({
  form: optional(text),
  header: optional(texts),
  narrative: optional(texts),
  areas: optional(z.array(area)),
  annexes: optional(z.record(text, object({ updatedOn: optional(isoDate) }))),
  reviewedOn: optional(z.array(isoDate)),
  waiver: optional(object({ agreedBy: text, agreedOn: isoDate, endedOn: optional(isoDate) })),
  attested: optional(z.array(object({ where: text, part: text, holds: z.boolean(), by: text, on: isoDate }))),
}) as unknown as z.ZodMiniType<ProviderActionPlan>;

/**
 * A value that is a plan.
 *
 * @throws ProgrammeFault `regime/plan-shape` naming the field that is wrong.
 */
export function checkedPlan(value: unknown): ProviderActionPlan {
  const result = planFileSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  throw new ProgrammeFault({
    code: "regime/plan-shape",
    given:
      path === undefined || path === "" ? shown(value) : `a plan whose ${path.replace(/^\./, "")} is wrong`,
    allowed: "the shape of programme-rules/schema/action-plan.json",
    todo: 'Correct it; dates are text such as "2021-04-01".',
  });
}
