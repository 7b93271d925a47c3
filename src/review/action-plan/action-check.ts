import { addMonths, type EpochDay, epochDay, type IsoDate, longDate } from "../../date/index.js";
import type { Grounded, PlanForm, PlanPart } from "../../rules/index.js";
import type { PlanAction, PlanAttestation } from "./plan.js";
import {
  fieldOf,
  isBlank,
  judged,
  met,
  missingData,
  notMet,
  type PlaceInPlan,
  type PlanFinding,
  partFinding,
  pending,
} from "./plan-finding.js";

/** What actions are checked by. */
export interface ActionRules {
  readonly form: PlanForm;
  readonly asAt: EpochDay;
  readonly planDate: EpochDay | undefined;
  readonly longerThanMonths: number;
  readonly attested: readonly PlanAttestation[];
}

/** Parts with a check of their own, so that their being there is not found twice. */
const OWN = ["owner", "target", "due", "completed", "milestones"];
const ASSUMED: Grounded = { basis: "assumed" };

/** One action: its parts, its owner, a target that can be measured, a date, whether it is on time. */
export function checkAction(action: PlanAction, where: string, rules: ActionRules): PlanFinding[] {
  const { form, attested } = rules;
  const parts = form.parts.filter((part) => part.of === "action" && !OWN.includes(part.id));
  return [
    ...parts.map((part) => {
      const value = part.id === "smart" ? action.action : action[fieldOf(part.id)];
      return partFinding(part, value, { where, form, attested });
    }),
    owner(action, where, form),
    target(action, where, rules),
    ...dated(action, where, rules),
    ...milestones(action, where, rules),
  ];
}

/** Whether an action is done as known on the date. */
export function isCompleted({ completedOn }: PlanAction, asAt: EpochDay): boolean {
  return completedOn !== undefined && epochDay(completedOn) <= asAt;
}

/** Whether an action is past its date and not done. */
export function isOverdue(action: PlanAction, asAt: EpochDay): boolean {
  const due = dueDay(action);
  return due !== undefined && due < asAt && !isCompleted(action, asAt);
}

function dueDay({ dueOn, reviewOn }: PlanAction): EpochDay | undefined {
  const date = dueOn ?? reviewOn;
  return date === undefined ? undefined : epochDay(date);
}

function owner(action: PlanAction, where: string, form: PlanForm): PlanFinding {
  const from = partOf(form, "owner") === undefined ? ASSUMED : form;
  const place: PlaceInPlan = { where, part: "owner", check: "owner", from };
  return isBlank(action.owner)
    ? notMet(place, "part-missing", "Nobody owns it.")
    : met(place, "It has an owner.");
}

/** A number makes a target measurable in form; whether it is the right one is for people. */
function target(action: PlanAction, where: string, { form, attested }: ActionRules): PlanFinding {
  const from = partOf(form, "target") === undefined ? ASSUMED : form;
  const place: PlaceInPlan = { where, part: "target", check: "target", from };
  if (isBlank(action.target)) {
    const inArea = form.parts.some((part) => part.of === "area" && part.id === "targets");
    if (inArea && partOf(form, "target") === undefined) return met(place, "Its targets stand with its area.");
    return notMet(place, "part-missing", "It has no target.");
  }
  if (/\d/.test(action.target!)) return met(place, "Its target has a number to measure by.");
  return judged(place, "the target can be measured, though it holds no number", attested);
}

function dated(action: PlanAction, where: string, { form, asAt }: ActionRules): PlanFinding[] {
  const date: PlaceInPlan = { where, part: "due", check: "date", from: form };
  const due = dueDay(action);
  if (due === undefined) return [notMet(date, "part-missing", "It has no due or review date.")];
  const onTime: PlaceInPlan = { ...date, check: "on-time" };
  const dueWords = longDate(due);
  const state = isCompleted(action, asAt)
    ? met(onTime, completedWords(action.completedOn!, due))
    : due < asAt
      ? notMet(onTime, "not-done", `Overdue: due ${dueWords}, not completed.`)
      : pending(onTime, `Open: due ${dueWords}.`);
  return [met(date, `Due ${dueWords}.`), state];
}

function completedWords(completedOn: IsoDate, due: EpochDay): string {
  const day = epochDay(completedOn);
  return `Completed ${longDate(day)}${day > due ? `, after its date of ${longDate(due)}` : ""}.`;
}

/** Longer actions have milestones, each with a target and a date, none of them overdue. */
function milestones(action: PlanAction, where: string, rules: ActionRules): PlanFinding[] {
  const { form, asAt, planDate, longerThanMonths } = rules;
  const part = partOf(form, "milestones");
  const due = dueDay(action);
  const start = action.agreedOn === undefined ? planDate : epochDay(action.agreedOn);
  if (part === undefined || due === undefined) return [];
  const from = { ...form, ...ASSUMED };
  const place: PlaceInPlan = { where, part: "milestones", check: "milestones", from };
  const steps = action.milestones ?? [];
  if (start === undefined)
    return steps.length > 0
      ? []
      : [missingData(place, "From when on it runs is not said, so not whether it needs milestones.")];
  if (due <= addMonths(start, longerThanMonths)) return [];
  if (steps.length === 0 && isCompleted(action, asAt)) return [];
  const longer = `It runs longer than ${longerThanMonths} months and has no milestones.`;
  if (steps.length === 0) return [notMet(place, "part-missing", longer)];
  const bare = steps.filter((step) => isBlank(step.target) || step.dueOn === undefined).length;
  if (bare > 0) return [notMet(place, "part-missing", `${bare} of its milestones lack a target or a date.`)];
  const late = steps.filter((step) => isOverdue(step as PlanAction, asAt)).length;
  if (late > 0 && !isCompleted(action, asAt))
    return [notMet(place, "not-done", `${late} of its milestones are overdue.`)];
  return [met(place, "Its milestones have targets and dates.")];
}

function partOf(form: PlanForm, id: string): PlanPart | undefined {
  return form.parts.find((part) => part.of === "action" && part.id === id);
}
