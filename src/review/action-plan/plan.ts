import * as z from "zod/mini";
import type { IsoDate } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { PlanWaiver } from "../../regime/index.js";
import { object, optional, type Shape, written, writtenDate } from "../../shapes/index.js";

/** A step on the way of a longer action, with a target of its own. */
export interface PlanMilestone {
  readonly target?: string;
  readonly dueOn?: IsoDate;
  readonly completedOn?: IsoDate;
}

/**
 * One numbered action. What is missing is left out: that is what the check finds.
 *
 * - `addresses`: ids of the levels, standards or requirements it is to put right.
 * - `dueOn` or `reviewOn`: when it is due, or looked at again. `agreedOn`: the plan's date unless given.
 * - Further parts of one's own form are texts under their ids in camel case.
 */
export interface PlanAction {
  readonly number?: string | number;
  readonly action?: string;
  readonly owner?: string;
  readonly target?: string;
  readonly addresses?: string | readonly string[];
  readonly agreedOn?: IsoDate;
  readonly dueOn?: IsoDate;
  readonly reviewOn?: IsoDate;
  readonly progress?: string;
  readonly completedOn?: IsoDate;
  readonly milestones?: readonly PlanMilestone[];
  readonly [part: string]: unknown;
}

/** An area to improve, the outcome aimed at, and the actions for it. */
export interface PlanArea {
  readonly area?: string;
  readonly objective?: string;
  readonly actions?: readonly PlanAction[];
  readonly [part: string]: unknown;
}

/** What a person has judged of a part: `where` as the finding says it, such as `action 1.2`. */
export interface PlanAttestation {
  readonly where: string;
  readonly part: string;
  readonly holds: boolean;
  readonly by: string;
  readonly on: IsoDate;
}

/**
 * A provider action plan, or an improvement plan of another form.
 *
 * - `form`: the id of the programme's form; its first unless given.
 * - `header`, `narrative`: texts by the id of the part in camel case (`accountableLead`).
 * - `annexes`: what is annexed, with the day it was last brought up to date.
 * - `reviewedOn`: the days on which the plan was gone through.
 * - `waiver`: the agreement that no plan is needed, from the day it was agreed until before it ended.
 */
export interface ProviderActionPlan {
  readonly form?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly narrative?: Readonly<Record<string, string>>;
  readonly areas?: readonly PlanArea[];
  readonly annexes?: Readonly<Record<string, { readonly updatedOn?: IsoDate }>>;
  readonly reviewedOn?: readonly IsoDate[];
  readonly attested?: readonly PlanAttestation[];
  readonly waiver?: PlanWaiver;
}

const texts = z.record(written, written);

const milestone = object({
  target: optional(written),
  dueOn: optional(writtenDate),
  completedOn: optional(writtenDate),
});
const action = z.catchall(
  z.object({
    number: optional(z.union([written, z.number()])),
    action: optional(written),
    owner: optional(written),
    target: optional(written),
    addresses: optional(z.union([written, z.array(written)])),
    scope: optional(z.unknown()),
    level: optional(z.union([written, z.number()])),
    agreedOn: optional(writtenDate),
    dueOn: optional(writtenDate),
    reviewOn: optional(writtenDate),
    progress: optional(written),
    completedOn: optional(writtenDate),
    milestones: optional(z.array(milestone)),
  }),
  written,
);
const area = z.catchall(
  z.object({
    area: optional(written),
    objective: optional(written),
    addresses: optional(z.union([written, z.array(written)])),
    actions: optional(z.array(action)),
  }),
  written,
);

/**
 * The published shape of a plan. Nearly all of it may be left out: that is what the check finds. The compiler cannot
 * say "and all other fields are texts" beside fields that are none, so that shape and type are not held to each other.
 */
export const planFileSchema = object({
  form: optional(written),
  header: optional(texts),
  narrative: optional(texts),
  areas: optional(z.array(area)),
  annexes: optional(z.record(written, object({ updatedOn: optional(writtenDate) }))),
  reviewedOn: optional(z.array(writtenDate)),
  waiver: optional(
    object({ agreedBy: optional(written), agreedOn: writtenDate, endedOn: optional(writtenDate) }),
  ),
  attested: optional(
    z.array(object({ where: written, part: written, holds: z.boolean(), by: written, on: writtenDate })),
  ),
}) as Shape<ProviderActionPlan>;

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
