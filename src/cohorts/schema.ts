import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import { PERFORMANCE_WINDOWS } from "../rules/index.js";
import { isMonth } from "./months.js";

const object = z.strictObject;
const optional = z.exactOptional;
const text = z.string();
const number = z.number();
const count = z.int().check(z.nonnegative());
const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z.nullable(schema);
const isoDate = text.check(z.refine((value) => isIsoDate(value)));
const month = text.check(z.refine(isMonth));
const share = object({ count, of: count });
const interval = orNull(object({ lower: number, upper: number, level: text }));
const problem = object({
  code: text,
  message: text,
  file: optional(text),
  line: optional(count),
  column: optional(text),
  journey: optional(text),
  value: optional(text),
});

const tableFields = {
  asAt: isoDate,
  lastMonth: month,
  window: object({ days: count, lagDays: count }),
  lastAge: count,
  by: orNull(text),
  rows: z.array(
    object({
      month,
      group: orNull(text),
      starts: count,
      converted: z.array(orNull(count)),
      outcomes: count,
      open: orNull(count),
      closed: orNull(count),
      undetermined: count,
      mature: share,
    }),
  ),
  unplaced: object({ notStarted: count, undetermined: count, notApplicable: count }),
};

const conversionFields = {
  mature: object({ share, interval }),
  byAge: z.array(object({ age: count, share, interval })),
  kaplanMeier: z.array(
    object({
      time: number,
      atRisk: count,
      events: count,
      survival: number,
      rate: number,
      standardError: orNull(number),
      interval,
    }),
  ),
};

const onProfile = { actual: number, expected: number, index: orNull(number) };
const comparison = object({
  month,
  ...onProfile,
  level: number,
  implied: orNull(number),
  impliedBasis: z.literal("projected from profile"),
  cohorts: z.array(object({ month, group: orNull(text), starts: count, age: z.int(), ...onProfile })),
});
const performance = object({
  basis: z.enum(["profile-flow", "maturing-cohort", "naive-flow"]),
  month,
  level: number,
  windows: z.array(
    object({
      window: z.enum(PERFORMANCE_WINDOWS),
      from: month,
      until: month,
      actual: number,
      expected: optional(number),
      starts: optional(count),
      share: optional(share),
      rate: orNull(number),
      index: orNull(number),
    }),
  ),
  warning: optional(text),
});

const capped = object({ value: number, uncapped: number, capped: z.boolean() });
const chance = object({ probability: number, standardError: number });
const forecastFields = {
  prior: number,
  starts: count,
  converted: count,
  conditional: number,
  rate: orNull(number),
  rows: z.array(
    object({
      month,
      group: orNull(text),
      starts: count,
      converted: count,
      age: z.int(),
      grown: number,
      conditional: number,
      bornhuetterFerguson: capped,
      chainLadder: orNull(capped),
      kaplanMeier: orNull(number),
    }),
  ),
  band: optional(
    object({
      lower: number,
      median: number,
      upper: number,
      level: text,
      seed: z.int(),
      runs: count,
      firstRun: optional(count),
      shock: number,
      priorPeople: orNull(number),
      pass: optional(chance),
    }),
  ),
};

const limits = object({ lower95: number, upper95: number, lower998: number, upper998: number });
const providerFields = {
  programme: text,
  outcome: text,
  sought: orNull(text),
  asAt: isoDate,
  period: object({ from: month, until: month }),
  by: z.enum(["provider", "area", "contractor"]),
  centre: orNull(number),
  all: share,
  providers: z.array(
    object({
      id: text,
      rank: orNull(count),
      tile: orNull(count),
      tileIfLast: orNull(count),
      needsReview: z.boolean(),
      interval,
      bottom: optional(orNull(chance)),
      starts: count,
      converted: count,
      expected: number,
      index: orNull(number),
      mature: share,
      rate: orNull(number),
      limits: orNull(limits),
      position: orNull(z.enum(["inside", "beyond-95", "beyond-998"])),
      side: orNull(z.enum(["above", "below", "at"])),
    }),
  ),
  withheld: count,
};

const command = <Name extends string>(name: Name) => ({
  command: z.literal(name),
  problems: z.array(problem),
});

/** The published shapes of what each command on cohorts prints with `--json`. */
export const cohortOutputSchemas = {
  "command-cohorts": object({ ...command("cohorts"), ...tableFields, conversion: object(conversionFields) }),
  "command-cohorts-conversion": object({ ...command("cohorts conversion"), ...conversionFields }),
  "command-cohorts-compare": object({ ...command("cohorts compare"), comparison, performance }),
  "command-cohorts-forecast": object({ ...command("cohorts forecast"), ...forecastFields }),
  "command-cohorts-providers": object({ ...command("cohorts providers"), ...providerFields }),
} as const;
