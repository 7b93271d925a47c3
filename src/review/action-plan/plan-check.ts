import {
  DATE,
  type DateInput,
  type EpochDay,
  epochDay,
  type IsoDate,
  isoDate,
  longDate,
  monthOf,
  nextMonth,
  readEpochDay,
} from "../../date/index.js";
import { shown } from "../../fault.js";
import { AS_AT, listOf, type OptionKinds, optionsOf, TEXT, wholeNumber } from "../../options.js";
import { type PlanWaiver, waiverOn, wrongAgreement } from "../../regime/index.js";
import {
  type CadenceRequirement,
  type History,
  type PlanForm,
  type PlanPart,
  type Programme,
  programmeOn,
  type ReturnRequirement,
  sayFrequency,
} from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import { type ActionRules, checkAction, isCompleted, isOverdue } from "./action-check.js";
import { checkedPlan, type ProviderActionPlan } from "./plan.js";
import {
  fieldOf,
  met,
  missingData,
  needsReview,
  notApplicable,
  notMet,
  type PlaceInPlan,
  type PlanFinding,
  partFinding,
  pending,
} from "./plan-finding.js";

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

const PLAN_OPTIONS: OptionKinds<PlanOptions> = {
  asAt: DATE,
  reviewsOn: listOf(DATE),
  annexesRequired: listOf(TEXT),
  longerThanMonths: wholeNumber(0),
};

const LONGER_THAN_MONTHS = 3;

/**
 * A provider action plan against the form the programme gives for it (source 001 ¶6–9 and Annex A), or an
 * improvement plan against the form of an offer (source 000): every part there; each action with an owner,
 * a target that can be measured and a date; overdue; longer actions without milestones; annexes; gone
 * through at the last review. Whether an action is the right one is for people: `needs-review` until attested.
 *
 * @param plan - null or undefined when there is none, or `{ waiver }` when it was agreed that none is needed.
 * @throws ProgrammeFault `regime/plan-shape` for a value that is no plan, naming the field;
 * `regime/plan-form` for a form the programme does not have; `date/…` for a date that is none.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { checkProviderActionPlan } from "programme-rules/review";
 *
 * const action = { number: "1.1", action: "Book first calls on the day of receipt", target: "95% within 2 days" };
 * const plan = { areas: [{ area: "First contact", objective: "css-4 met", actions: [action] }] };
 * const { toDo } = checkProviderActionPlan(whpJetsCv06, plan, { asAt: "2021-06-30" });
 * toDo.filter(({ where }) => where === "action 1.1").map(({ says }) => says);
 * // => ["Missing: how far it has come.", "Nobody owns it.", "It has no due or review date."]
 * ```
 */
export function checkProviderActionPlan(
  rules: Programme | History,
  plan: ProviderActionPlan | null | undefined,
  options: PlanOptions,
): PlanChecked {
  const asAt = epochDay(optionsOf(options, PLAN_OPTIONS, AS_AT).asAt);
  const programme = programmeOn(rules, asAt);
  const read = plan == null ? null : checkedPlan(plan);
  const form = formOf(programme, read?.form);
  const isAbsent = read === null || (read.areas === undefined && read.waiver !== undefined);
  const findings = isAbsent
    ? [withoutPlan(programme, form, read?.waiver, asAt)]
    : planFindings(read, programme, form, options);
  const actions = (read?.areas ?? []).flatMap((area) => area.actions ?? []);
  const completed = actions.filter((action) => isCompleted(action, asAt)).length;
  const overdue = actions.filter((action) => isOverdue(action, asAt)).length;
  return {
    form: form.id,
    title: form.title,
    asAt: isoDate(asAt),
    findings,
    toDo: findings.filter(({ verdict }) => verdict === "not-met"),
    toJudge: findings.filter(({ reason }) => reason === "needs-review"),
    actions: { total: actions.length, completed, overdue, open: actions.length - completed - overdue },
  };
}

function planFindings(
  plan: ProviderActionPlan,
  programme: Programme,
  form: PlanForm,
  options: PlanOptions,
): PlanFinding[] {
  const { header = {}, narrative = {}, areas = [], attested = [] } = plan;
  const asAt = epochDay(options.asAt);
  const known = attested.filter(({ on }) => epochDay(on) <= asAt);
  const inPart = (of: PlanPart["of"]) => form.parts.filter((part) => part.of === of);
  const texts = (of: PlanPart["of"], where: string, values: Readonly<Record<string, unknown>>) =>
    inPart(of).map((part) => partFinding(part, values[fieldOf(part.id)], { where, form, attested: known }));
  const planDay = readEpochDay(header.date);
  const unless = (items: readonly unknown[], where: string, part: string, says: string) =>
    items.length > 0 ? [] : [notMet({ where, part, check: "part", from: form }, "part-missing", says)];
  const rules: ActionRules = {
    form,
    asAt,
    planDate: Number.isNaN(planDay) ? undefined : planDay,
    longerThanMonths: options.longerThanMonths ?? LONGER_THAN_MONTHS,
    attested: known,
  };
  return [
    ...texts("header", "header", header),
    ...texts("narrative", "narrative", narrative),
    ...unless(areas, "plan", "areas", "No area to improve is named."),
    ...areas.flatMap((area, at) => [
      ...texts("area", `area ${at + 1}`, area),
      ...unless(area.actions ?? [], `area ${at + 1}`, "actions", "It has no action."),
      ...(area.actions ?? []).flatMap((action, place) =>
        checkAction(action, callAction(action.number, `${at + 1}.${place + 1}`), rules),
      ),
    ]),
    ...inPart("annex").map((part) => annex(part, plan, rules, options.annexesRequired)),
    ...reviewed(plan, requirementOf(programme, form.reviewed), asAt, options.reviewsOn),
  ];
}

/** An annex that is always there is brought up to date each month; another only when it was asked for. */
function annex(
  part: PlanPart,
  { annexes = {} }: ProviderActionPlan,
  { form, asAt }: ActionRules,
  annexesRequired: readonly string[] | undefined,
): PlanFinding {
  const place: PlaceInPlan = { where: "annexes", part: part.id, check: "annex", from: form };
  const given = annexes[fieldOf(part.id)];
  if (given === undefined) {
    if (part.when === undefined || annexesRequired?.includes(part.id))
      return notMet(place, "part-missing", `Missing: ${part.says}.`);
    if (annexesRequired !== undefined) return notApplicable(place, `Not asked for: ${part.says}.`);
    return needsReview(place, `A person must say whether it is required: ${part.says}.`);
  }
  if (part.when !== undefined) return met(place, `There: ${part.says}.`);
  if (given.updatedOn === undefined)
    return missingData(place, `When it was brought up to date is not said: ${part.says}.`);
  const updated = epochDay(given.updatedOn);
  if (updated <= asAt && isMonthly(updated, asAt))
    return met(place, `Brought up to date ${longDate(updated)}: ${part.says}.`);
  return notMet(place, "late", `Last brought up to date ${longDate(updated)}, not monthly: ${part.says}.`);
}

function callAction(number: string | number | undefined, place: string): string {
  return `action ${number === undefined || String(number).trim() === "" ? place : number}`;
}

/** Gone through at the last review held, or for a plan that is reviewed monthly in this month or the last. */
function reviewed(
  { reviewedOn = [] }: ProviderActionPlan,
  rule: ReturnRequirement | undefined,
  asAt: EpochDay,
  reviewsOn: readonly DateInput[] | undefined,
): PlanFinding[] {
  if (rule === undefined) return [];
  const place: PlaceInPlan = { where: "plan", part: "reviewed", check: "reviewed", from: rule };
  const done = reviewedOn.map((date) => epochDay(date)).filter((day) => day <= asAt);
  if (rule.kind === "cadence") return [regularly(place, rule.every, done, asAt)];
  if (reviewsOn === undefined) return [missingData(place, "When reviews were held is not said.")];
  const last = Math.max(...reviewsOn.map((date) => epochDay(date)).filter((day) => day <= asAt));
  if (!Number.isFinite(last)) return [notApplicable(place, "No review has been held yet.")];
  if (done.includes(last)) return [met(place, `Gone through at the review of ${longDate(last)}.`)];
  if (last === asAt) return [pending(place, `The review is on ${longDate(last)}.`)];
  return [notMet(place, "not-done", `Not gone through at the review of ${longDate(last)}.`)];
}

function regularly(
  place: PlaceInPlan,
  every: CadenceRequirement["every"],
  done: readonly EpochDay[],
  asAt: EpochDay,
): PlanFinding {
  if (done.length === 0) return notMet(place, "not-done", "It has not been reviewed.");
  const last = Math.max(...done);
  if (!("each" in every) || every.each !== "month")
    return needsReview(
      place,
      `Last reviewed ${longDate(last)}, where it is owed ${sayFrequency(every)}: a person must look.`,
    );
  if (isMonthly(last, asAt)) return met(place, `Reviewed ${longDate(last)}.`);
  return notMet(place, "late", `Last reviewed ${longDate(last)}, not monthly.`);
}

/** Whether something of a day was done in the month of another, or in the one before. */
function isMonthly(done: EpochDay, asAt: EpochDay): boolean {
  return monthOf(done) >= nextMonth(monthOf(asAt), -1);
}

function withoutPlan(
  programme: Programme,
  form: PlanForm,
  waiver: PlanWaiver | undefined,
  asAt: EpochDay,
): PlanFinding {
  const duty = programme.regime?.duties.find((each) => each.waiver !== undefined);
  const place: PlaceInPlan = { where: "plan", part: "plan", check: "in-place", from: duty ?? form };
  const agreed = waiverOn(waiver, asAt);
  if (agreed === undefined)
    return notMet(place, "not-done", "There is no plan, and no agreement that none is needed.");
  const fault = duty === undefined ? undefined : wrongAgreement(agreed, duty, programme);
  if (fault === undefined) return notApplicable(place, "No plan is needed: that was agreed.");
  if (agreed.agreedBy === undefined)
    return missingData(place, `There is no plan. That none is needed was agreed, but ${fault}.`);
  return notMet(place, "not-done", `There is no plan. That none is needed was ${fault}.`);
}

function requirementOf(
  { returns = [], standards }: Programme,
  id: string | undefined,
): ReturnRequirement | undefined {
  const all = [...returns, ...standards.flatMap(({ requirements }) => [...requirements])];
  return all.find((each) => each.id === id) as ReturnRequirement | undefined;
}

function formOf({ id, plans = [] }: Programme, name: string | undefined): PlanForm {
  const form = name === undefined ? plans[0] : plans.find((each) => each.id === name);
  if (form !== undefined) return form;
  throw unknownWord({
    code: "regime/plan-form",
    given: name === undefined ? `${id}, which has no form of a plan` : `the form ${shown(name)} of ${id}`,
    allowed: plans.length === 0 ? "a programme with `plans`" : plans.map((each) => each.id),
    written: name,
    todo: "Name one of these, or add a form to the programme.",
  });
}
