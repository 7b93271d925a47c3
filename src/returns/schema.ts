import * as z from "zod/mini";
import { calendarNames } from "../calendar/index.js";
import { VERDICTS } from "../compliance/index.js";
import { citationOf } from "../rules/index.js";
import {
  count,
  writtenDate as date,
  writtenMonth as month,
  nullable,
  object,
  optional,
  shapeOf,
  written,
} from "../shapes/index.js";
import type { PipelineDifference } from "./pipeline.js";
import type { ReturnDue } from "./return-row.js";

const calendar = z.enum(calendarNames);

const returnDue = shapeOf<ReturnDue>()(
  object({
    return: written,
    title: written,
    dueOn: date,
    opensOn: optional(date),
    forMonth: optional(month),
    inMonth: month,
    reviewOn: optional(date),
    reviewNumber: optional(z.int().check(z.minimum(2))),
    rolledFrom: optional(date),
    reason: written,
    standards: z.array(written),
    requirements: z.array(written),
    citations: z.array(citationOf(() => written)),
    basis: optional(z.literal("assumed")),
    programme: written,
    edition: written,
    calendar,
    elsewhere: optional(z.array(object({ calendar, dueOn: date }))),
    doneOn: optional(date),
    outstanding: optional(z.array(written)),
    projected: optional(z.literal(true)),
  }),
);

// Of a pipeline file each text is a shape of its own, so that the published schema writes it out where it stands.
const said = () => z.string();
const difference = shapeOf<PipelineDifference>()(
  object({
    group: said(),
    cohort: said(),
    lastMonth: nullable(count),
    thisMonth: nullable(count),
    change: z.int(),
  }),
);

/** The published shapes of this room: what `returns --json` and `pipeline --json` print. */
export const returnsSchemas = {
  "command-returns": object({
    command: z.literal("returns"),
    from: date,
    to: date,
    returns: z.array(returnDue),
  }),
  "command-pipeline": object({
    command: z.literal("pipeline"),
    inMonth: said(),
    dueOn: nullable(said()),
    newCohort: nullable(said()),
    newCohortBasis: z.enum(["assumed", "cited"]),
    checks: z.array(
      object({
        check: z.enum(["totals", "returned", "not-private"]),
        verdict: z.enum(VERDICTS),
        reason: optional(said()),
        citation: optional(citationOf(said)),
        basis: optional(z.literal("assumed")),
      }),
    ),
    differences: z.array(difference),
    exempt: z.array(difference),
    checkErrors: nullable(z.boolean()),
    problems: z.array(z.never()),
    problemCounts: z.array(z.never()),
  }),
} as const;
