import * as z from "zod/mini";

const optional = z.exactOptional;
const count = z.int().check(z.nonnegative());
const difference = z.strictObject({
  group: z.string(),
  cohort: z.string(),
  lastMonth: z.nullable(count),
  thisMonth: z.nullable(count),
  change: z.int(),
});

/** The published shape of what `pipeline --json` prints. */
export const pipelineOutputSchema = z.strictObject({
  command: z.literal("pipeline"),
  inMonth: z.string(),
  dueOn: z.nullable(z.string()),
  newCohort: z.nullable(z.string()),
  newCohortBasis: z.enum(["assumed", "cited"]),
  checks: z.array(
    z.strictObject({
      check: z.enum(["totals", "returned", "not-private"]),
      verdict: z.enum(["met", "not-met", "pending", "not-applicable", "undetermined"]),
      reason: optional(z.string()),
      citation: optional(
        z.strictObject({ source: z.string(), paragraph: z.string(), item: optional(z.string()) }),
      ),
      basis: optional(z.literal("assumed")),
    }),
  ),
  differences: z.array(difference),
  exempt: z.array(difference),
  checkErrors: z.nullable(z.boolean()),
  problems: z.array(z.never()),
});
