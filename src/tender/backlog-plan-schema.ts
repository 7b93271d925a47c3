import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { isPercent } from "../quantity/index.js";
import type { BacklogPlan } from "./backlog-plan.js";

const object = z.strictObject;
const optional = z.exactOptional;
const amount = z.number().check(z.nonnegative());
const wholeDays = object({ workingDays: z.int().check(z.nonnegative()) });
const date = z.string().check(z.refine(isIsoDate));
const percent = z.string().check(z.refine(isPercent));
const rate = z.union([
  percent,
  object({ count: z.int().check(z.nonnegative()), of: z.int().check(z.positive()) }),
]);

const limits = object({
  due: optional(wholeDays),
  share: optional(z.nullable(z.union([object({ atMost: percent }), object({ below: percent })]))),
  over: optional(z.enum(["cumulative", "open", "received"])),
  measured: optional(z.enum(["each-day", "month-end"])),
  oldest: optional(z.nullable(wholeDays)),
});

/** The shape of a plan; what belongs to a calendar or a programme is checked where those are. */
export const backlogPlanSchema = object({
  from: date,
  until: date,
  referrals: z.union([
    amount,
    object({ byMonth: z.record(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)), amount) }),
    object({ byDay: z.record(date, amount) }),
  ]),
  arrivals: optional(z.enum(["poisson", "as-given"])),
  advisers: optional(amount),
  slotsPerDay: optional(amount),
  availability: optional(rate),
  absences: optional(
    z.array(
      object({
        from: date,
        until: optional(date),
        availability: optional(rate),
        says: optional(z.string()),
      }),
    ),
  ),
  noShowRate: rate,
  rebookAfter: optional(wholeDays),
  mostAttempts: optional(z.int().check(z.positive())),
  calendar: optional(z.any()),
  beyondPublished: optional(z.literal("project")),
  programme: optional(z.any()),
  limits: optional(limits),
});

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
 * @throws {@link ProgrammeFault} `tender/plan` naming the first field that is wrong.
 */
export function checkedPlan(plan: unknown): BacklogPlan {
  const result = backlogPlanSchema.safeParse(plan);
  if (result.success) return plan as BacklogPlan;
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
  const where = path.length === 0 ? `the plan ${shown(plan)}` : `${path.join(".")}: ${shown(given)}`;
  throw planFault(
    where,
    WORDS[word] ?? "an object such as { from, until, referrals, noShowRate, slotsPerDay }",
  );
}

/** A fault about a plan: where, what is allowed there, what to do. */
export function planFault(given: string, allowed: string, todo = "Correct that field."): ProgrammeFault {
  return new ProgrammeFault({ code: "tender/plan", given, allowed, todo });
}
