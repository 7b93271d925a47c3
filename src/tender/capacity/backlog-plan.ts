import * as z from "zod/mini";
import { type CalendarInput, workingCalendar } from "../../calendar/index.js";
import type { RateInput } from "../../cohorts/index.js";
import type { IsoDate, IsoMonth } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type Programme, refuseNotProgramme } from "../../rules/index.js";
import {
  amount,
  count,
  isoDate,
  isoMonth,
  nullable,
  object,
  optional,
  percent,
  positive,
  written,
} from "../../shapes/index.js";
import { BACKLOG_SHARE_MEASURED, BACKLOG_SHARE_OVER, type BacklogLimits } from "./backlog-limits.js";

/**
 * Referrals by month (spread over its working days) or by working day. The months must be all those of
 * the plan; a day not named brings none.
 */
export type DatedReferrals =
  | { readonly byMonth: Readonly<Record<IsoMonth, number>> }
  | { readonly byDay: Readonly<Record<IsoDate, number>> };

/**
 * Days on which fewer appointments can be held, such as the closure over Christmas. They stay working
 * days: referrals come and clocks run.
 *
 * - `from`, `until`: both included; `until` is `from` unless given.
 * - `availability`: the share of the usual slots that is left, percent text; `"0%"` unless given.
 * - `says`: a word for charts and tables.
 */
export interface PlannedAbsence {
  readonly from: IsoDate;
  readonly until?: IsoDate;
  readonly availability?: RateInput;
  readonly says?: string;
}

/**
 * A queue for first appointments: who comes, who is there to see them, and what is promised.
 *
 * - `from`, `until`: the first and the last day looked at, such as the contract's; both included.
 * - `referrals`: the mean of a working day as a number, or {@link DatedReferrals}.
 * - `arrivals`: `poisson` draws each day's number about its mean; `as-given` takes the numbers as they
 *   are, a month's spread evenly. Numbers by day are taken as given unless told, all others as means.
 * - `slotsPerDay`: first appointments that can be held on a working day: by each adviser where `advisers`
 *   is given, by all together where it is not. Only whole appointments are held.
 * - `availability`: the share of the slots that is there on a usual day; `"100%"` unless given.
 * - `noShowRate`: the chance that an appointment is missed, such as `"30%"`.
 * - `rebookAfter`: working days from a missed appointment to the next; 1 unless given, 0 is the same day.
 * - `mostAttempts`: appointments until the case is closed; without end unless given. With 1, a recorded
 *   no-show ends the work.
 * - `calendar`: whose working days; `"england-and-wales"` unless given.
 * - `programme`, `limits`: what is promised; `limits` replaces, field by field, what the programme says.
 */
export interface BacklogPlan {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly referrals: number | DatedReferrals;
  readonly arrivals?: "poisson" | "as-given";
  readonly advisers?: number;
  readonly slotsPerDay?: number;
  readonly availability?: RateInput;
  readonly absences?: readonly PlannedAbsence[];
  readonly noShowRate: RateInput;
  readonly rebookAfter?: { readonly workingDays: number };
  readonly mostAttempts?: number;
  readonly calendar?: CalendarInput;
  readonly beyondPublished?: "project";
  readonly programme?: Programme;
  readonly limits?: Partial<BacklogLimits>;
}

const wholeDays = object({ workingDays: count });
const rate = z.union([percent, object({ count, of: positive })]);

const limits = object({
  due: optional(wholeDays),
  share: optional(nullable(z.union([object({ atMost: percent }), object({ below: percent })]))),
  over: optional(z.enum(BACKLOG_SHARE_OVER)),
  measured: optional(z.enum(BACKLOG_SHARE_MEASURED)),
  oldest: optional(nullable(wholeDays)),
});

/** The shape of a plan; a calendar and a programme are looked at where those are. */
const backlogPlanShape = object({
  from: isoDate,
  until: isoDate,
  referrals: z.union([
    amount,
    object({ byMonth: z.record(isoMonth, amount) }),
    object({ byDay: z.record(isoDate, amount) }),
  ]),
  arrivals: optional(z.enum(["poisson", "as-given"])),
  advisers: optional(amount),
  slotsPerDay: optional(amount),
  availability: optional(rate),
  absences: optional(
    z.array(
      object({
        from: isoDate,
        until: optional(isoDate),
        availability: optional(rate),
        says: optional(written),
      }),
    ),
  ),
  noShowRate: rate,
  rebookAfter: optional(wholeDays),
  mostAttempts: optional(positive),
  calendar: optional(z.any()),
  beyondPublished: optional(z.literal("project")),
  programme: optional(z.any()),
  limits: optional(limits),
});

const backlogPlanFields = z.partial(backlogPlanShape);

const WORDS: Readonly<Record<string, string>> = {
  from: 'an ISO date such as "2026-10-01"',
  until: 'an ISO date such as "2027-03-31"',
  referrals:
    'a number a working day such as 20, { byMonth: { "2026-10": 420 } } or { byDay: { "2026-10-01": 18 } }, none below 0',
  arrivals: '"poisson" or "as-given"',
  advisers: "a number from 0, such as 9",
  slotsPerDay: "a number from 0, such as 4",
  availability: 'a percentage such as "85%"',
  absences: 'days such as [{ from: "2026-12-24", until: "2027-01-01", availability: "25%" }]',
  noShowRate: 'a percentage such as "30%"',
  rebookAfter: "working days such as { workingDays: 5 }",
  mostAttempts: "a whole number from 1",
  beyondPublished: '"project"',
  due: "working days such as { workingDays: 15 }",
  share: 'a ceiling such as { atMost: "4%" } or { below: "4%" }, or null',
  over: '"cumulative", "open" or "received"',
  measured: '"each-day" or "month-end"',
  oldest: "working days such as { workingDays: 25 }, or null",
};

/**
 * A plan of a shape.
 *
 * @throws ProgrammeFault `tender/plan` naming the first field that is wrong.
 */
export function checkedPlan(plan: unknown): BacklogPlan {
  checkShape(backlogPlanShape, plan);
  return plan as BacklogPlan;
}

/**
 * Refuses fields that no plan can have.
 *
 * @throws ProgrammeFault as {@link checkedPlan}.
 */
export function checkPlanFields(fields: unknown): void {
  checkShape(backlogPlanFields, fields);
}

function checkShape(shape: z.ZodMiniType, plan: unknown): void {
  const result = shape.safeParse(plan);
  if (result.success) {
    const { programme, calendar } = plan as Partial<BacklogPlan>;
    if (programme !== undefined) refuseNotProgramme(programme);
    if (calendar !== undefined) workingCalendar(calendar);
    return;
  }
  const issue = result.error.issues[0]!;
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    throw planFault(
      [...path, issue.keys[0]!].join("."),
      "no field of that name",
      "Remove it, or correct its name.",
    );
  }
  const word = [...path].reverse().find((part) => Object.hasOwn(WORDS, part)) ?? "";
  const given = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], plan);
  const allowed = WORDS[word] ?? "an object such as { from, until, referrals, noShowRate, slotsPerDay }";
  if (path.length === 0) throw planFault(`the plan ${shown(plan)}`, allowed);
  if (given === undefined) throw planFault(`no ${path.join(".")}`, allowed, "Add that field.");
  throw planFault(`${path.join(".")}: ${shown(given)}`, allowed);
}

/** A fault about a plan: where, what is allowed there, what to do. */
export function planFault(given: string, allowed: string, todo = "Correct that field."): ProgrammeFault {
  return new ProgrammeFault({ code: "tender/plan", given, allowed, todo });
}
