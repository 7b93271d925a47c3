import * as z from "zod/mini";
import {
  type DataProblems,
  type LeftOut,
  leftOutSchema,
  problemCountSchema,
  problemSchema,
} from "../journey/index.js";
import {
  count,
  nullable,
  number,
  object,
  optional,
  shapeOf,
  share,
  written,
  writtenDate,
} from "../shapes/index.js";
import {
  PERFORMANCE_BASES,
  PERFORMANCE_WINDOWS,
  type PerformanceByWindow,
} from "./compare/performance-windows.js";
import type { ProfileComparison } from "./compare/profile-comparison.js";
import type { ProviderComparison } from "./compare/provider-comparison.js";
import type { ConfidenceInterval } from "./confidence-interval.js";
import type { Backtest } from "./forecast/backtest.js";
import type { Learned } from "./forecast/learning.js";
import type { Forecast } from "./forecast/table-forecast.js";
import type { Conversion } from "./survival/conversion.js";
import { type CohortTable, isMonth } from "./tables/cohort-table.js";

const month = written.check(z.refine(isMonth));
export const printedInterval = shapeOf<ConfidenceInterval>()(
  object({ lower: number, upper: number, level: written }),
);
const interval = nullable(printedInterval);
const cohort = { month, group: nullable(written), starts: count };
const tableFields = {
  asAt: writtenDate,
  lastMonth: month,
  window: object({ days: count, lagDays: count }),
  lastAge: count,
  by: nullable(written),
  rows: z.array(
    object({
      ...cohort,
      converted: z.array(nullable(count)),
      outcomes: count,
      open: nullable(count),
      closed: nullable(count),
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
      standardError: nullable(number),
      interval,
    }),
  ),
};

const onProfile = { actual: number, expected: number, index: nullable(number) };
const learnedIndex = { index: number, lower: number, upper: number, level: written, weight: number };
/** What is learned of a contract, wherever it is printed. */
export const printedLearned = shapeOf<Learned>()(
  object({ ...learnedIndex, byGroup: optional(z.record(written, object(learnedIndex))) }),
);
const assumed = object({
  spread: number,
  cohortSpread: number,
  timingSpread: number,
  reportingLagMonths: count,
});
const comparison = object({
  month,
  ...onProfile,
  learned: printedLearned,
  level: number,
  implied: number,
  assumed,
  cohorts: z.array(object({ ...cohort, age: z.int(), ...onProfile })),
});
const performance = object({
  basis: z.enum(PERFORMANCE_BASES),
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
      rate: nullable(number),
      index: nullable(number),
    }),
  ),
  warning: optional(written),
});

const capped = object({ value: number, uncapped: number, capped: z.boolean() });
const chance = object({ probability: number, standardError: number });
const forecastFields = {
  prior: number,
  learned: printedLearned,
  starts: count,
  converted: count,
  expected: number,
  rate: nullable(number),
  conditional: number,
  rows: z.array(
    object({
      ...cohort,
      converted: count,
      age: z.int(),
      grown: number,
      learned: number,
      conditional: number,
      bornhuetterFerguson: capped,
      chainLadder: nullable(capped),
      kaplanMeier: nullable(number),
    }),
  ),
  assumed,
  remarks: z.array(object({ code: z.enum(["outcomes-before-profile", "timing-differs"]), message: written })),
  band: optional(
    object({
      lower: number,
      median: number,
      upper: number,
      level: written,
      seed: z.int(),
      runs: count,
      firstRun: optional(count),
      shock: number,
      pass: optional(chance),
    }),
  ),
};

const backtestFields = {
  until: month,
  rows: z.array(
    object({
      asAt: writtenDate,
      horizonMonths: count,
      expected: number,
      lower: number,
      upper: number,
      level: written,
      actual: count,
    }),
  ),
  error: nullable(number),
  absoluteError: nullable(number),
  held: share,
  reliability: z.array(object({ from: number, to: number, stated: nullable(number), came: share })),
};

const limits = object({ lower95: number, upper95: number, lower998: number, upper998: number });
const providerFields = {
  programme: written,
  outcome: written,
  sought: nullable(written),
  asAt: writtenDate,
  period: object({ from: month, until: month }),
  by: z.enum(["provider", "area", "contractor"]),
  centre: nullable(number),
  overdispersion: nullable(object({ estimatedFrom: count, phi: number, betweenPerformers: number })),
  all: share,
  providers: z.array(
    object({
      id: written,
      rank: nullable(count),
      tile: nullable(count),
      tileIfLast: nullable(count),
      needsReview: z.boolean(),
      interval,
      bottom: optional(nullable(chance)),
      starts: count,
      converted: count,
      expected: number,
      index: nullable(number),
      mature: share,
      rate: nullable(number),
      limits: nullable(limits),
      position: nullable(z.enum(["inside", "beyond-95", "beyond-998"])),
      side: nullable(z.enum(["above", "below", "at"])),
    }),
  ),
  withheld: count,
};

const command = <Name extends string>(name: Name) => ({
  command: z.literal(name),
  leftOut: optional(leftOutSchema),
  problems: z.array(problemSchema),
  problemCounts: z.array(problemCountSchema),
});

/** What a command prints: what it found, which command it is, and what could not be read. */
type Printed<Name extends string, Found> = Found & {
  readonly command: Name;
  readonly leftOut?: LeftOut;
} & DataProblems;

/** The published shapes of what each command on cohorts prints with `--json`, by their names. */
export const cohortShapes = {
  "command-cohorts": shapeOf<Printed<"cohorts", CohortTable & { readonly conversion: Conversion }>>()(
    object({ ...command("cohorts"), ...tableFields, conversion: object(conversionFields) }),
  ),
  "command-cohorts-conversion": shapeOf<Printed<"cohorts conversion", Conversion>>()(
    object({ ...command("cohorts conversion"), ...conversionFields }),
  ),
  "command-cohorts-compare": shapeOf<
    Printed<
      "cohorts compare",
      { readonly comparison: ProfileComparison; readonly performance: PerformanceByWindow }
    >
  >()(object({ ...command("cohorts compare"), comparison, performance })),
  "command-cohorts-forecast": shapeOf<Printed<"cohorts forecast", Forecast>>()(
    object({ ...command("cohorts forecast"), ...forecastFields }),
  ),
  "command-cohorts-backtest": shapeOf<Printed<"cohorts backtest", Backtest>>()(
    object({ ...command("cohorts backtest"), ...backtestFields }),
  ),
  "command-cohorts-providers": shapeOf<Printed<"cohorts providers", ProviderComparison>>()(
    object({ ...command("cohorts providers"), ...providerFields }),
  ),
};
