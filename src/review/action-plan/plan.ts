import * as z from "zod/mini";
import type { Reason, Verdict } from "../../compliance/index.js";
import { type DateInput, type IsoDate, isIsoDate } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { Citation } from "../../rules/index.js";

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
  readonly waiver?: { readonly agreedBy: string; readonly agreedOn: IsoDate; readonly endedOn?: IsoDate };
}

/**
 * As at which date, and what is known around the plan.
 *
 * - `reviewsOn`: the contract performance reviews held; the plan is gone through at each.
 * - `annexesRequired`: ids of annexes that depend on a decision and were asked for, such as `flightpath`;
 *   an empty list says that none was.
 * - `longerThanMonths`: from how long on an action is a longer one, for which milestones are asked; the
 *   source gives no number, 3 is assumed.
 */
export interface PlanOptions {
  readonly asAt: DateInput;
  readonly reviewsOn?: readonly DateInput[];
  readonly annexesRequired?: readonly string[];
  readonly longerThanMonths?: number;
}

/** What is looked at. */
export type PlanCheck =
  | "in-place"
  | "part"
  | "owner"
  | "target"
  | "date"
  | "on-time"
  | "milestones"
  | "annex"
  | "reviewed";

/**
 * One thing that was checked. `where` is `header`, `narrative`, `area 1`, `action 1.2`, `annexes` or
 * `plan`; `part` the id of the part in the form. `basis` is `assumed` where no source asks for it in words.
 */
export interface PlanFinding {
  readonly where: string;
  readonly part: string;
  readonly check: PlanCheck;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly says: string;
  readonly citation?: Citation;
  readonly basis?: "assumed";
}

/**
 * A plan checked. `toDo`: findings that are not met. `toJudge`: those only a person can settle. `actions`:
 * how many there are, are completed, overdue, and open without being overdue.
 */
export interface PlanChecked {
  readonly form: string;
  readonly title: string;
  readonly asAt: IsoDate;
  readonly findings: readonly PlanFinding[];
  readonly toDo: readonly PlanFinding[];
  readonly toJudge: readonly PlanFinding[];
  readonly actions: {
    readonly total: number;
    readonly completed: number;
    readonly overdue: number;
    readonly open: number;
  };
}

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
