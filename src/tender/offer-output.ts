import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import { OPEN_VALUES, PERFORMANCE_WINDOWS } from "../rules/index.js";
import type { Flightpath } from "./flightpath.js";
import { MEASURES } from "./forecast-expected.js";
import type { OfferForecast } from "./forecast-result.js";
import type { Impact } from "./impact.js";
import { ANSWERS, type Sensitivity } from "./sensitivity.js";

const object = z.strictObject;
const optional = z.exactOptional;
const text = z.string();
const number = z.number();
const perhaps = z.nullable(number);
const count = z.int().check(z.nonnegative());
const month = text.check(z.regex(/^\d{4}-\d\d$/));
const isoDate = text.check(z.refine((value) => isIsoDate(value)));
const group = z.nullable(text);
const measure = z.enum(MEASURES);
const window = z.enum(PERFORMANCE_WINDOWS);
const basis = z.enum([
  "profile-flow",
  "maturing-cohort",
  "naive-flow",
  "starts-of-referrals",
  "starts-of-plan",
]);
const band = { band: text, lower: number, median: number, upper: number };
const missing = z.array(
  object({
    address: text,
    open: z.enum([...OPEN_VALUES, "left-out"]),
    neededFor: z.enum(["referrals", "starts", "outcomes", "income", "level"]),
  }),
);

const forecastFields = {
  offer: object({ id: text, title: text, programme: text, edition: text, hash: text }),
  asAt: z.nullable(isoDate),
  seed: z.int(),
  runs: count,
  shock: number,
  verdict: optional(z.literal("undetermined")),
  reason: optional(z.literal("missing-parameter")),
  missing,
  months: z.array(
    object({
      month,
      group,
      measure,
      expected: number,
      toDate: number,
      meanToDate: perhaps,
      standardError: perhaps,
    }),
  ),
  bands: z.array(object({ month, measure, of: z.enum(["in-month", "to-date"]), ...band })),
  cohorts: z.array(
    object({
      month,
      group,
      starts: number,
      outcomes: number,
      rate: perhaps,
      converted: z.array(perhaps),
    }),
  ),
  levels: z.array(
    object({
      level: text,
      basis,
      window,
      month,
      target: text,
      rate: perhaps,
      index: perhaps,
      probability: perhaps,
      standardError: perhaps,
      runsCounted: perhaps,
    }),
  ),
  levelBands: z.array(object({ level: text, basis, window, month, ...band })),
  undetermined: z.array(
    object({
      level: text,
      title: text,
      basis,
      verdict: z.literal("undetermined"),
      reason: z.enum(["missing-parameter", "missing-data"]),
      missing: z.array(text),
    }),
  ),
};

const sensitivityFields = {
  answer: z.enum([...ANSWERS, "own"]),
  level: z.nullable(text),
  base: perhaps,
  rows: z.array(
    object({
      assumption: text,
      title: text,
      low: text,
      high: text,
      atLow: number,
      atHigh: number,
      swing: number,
    }),
  ),
  missing,
};

const verdict = z.enum(["met", "not-met", "pending", "not-applicable", "undetermined", "not-assessed"]);
const impactFields = {
  journeys: count,
  changed: count,
  rows: z.array(object({ requirement: text, from: verdict, to: verdict, count, journeys: z.array(text) })),
  problems: z.array(object({ journey: text, code: text, message: text })),
};

const flightpathFields = {
  basis: z.literal("profile-flow"),
  month,
  targetMonth: month,
  target: text,
  needed: count,
  converted: count,
  gap: z.int(),
  businessAsUsual: count,
  extra: count,
  available: count,
  feasible: z.boolean(),
  earliestFeasibleMonth: z.nullable(month),
  months: z.array(
    object({
      month,
      expected: number,
      businessAsUsual: count,
      extra: count,
      outcomes: count,
      toDate: count,
    }),
  ),
};

const command = <Name extends string>(name: Name) => ({ command: z.literal(name) });

/** The published shapes of what comes of an offer, and of each command's `--json`. */
export const offerOutputs = {
  forecast: object(forecastFields) as z.ZodMiniType<OfferForecast>,
  sensitivity: object(sensitivityFields) as z.ZodMiniType<Sensitivity>,
  impact: object(impactFields) as z.ZodMiniType<Impact>,
  flightpath: object(flightpathFields) as z.ZodMiniType<Flightpath>,
  "command-offer-forecast": object({ ...command("offer forecast"), ...forecastFields }),
  "command-offer-sensitivity": object({ ...command("offer sensitivity"), ...sensitivityFields }),
  "command-offer-impact": object({
    ...command("offer impact"),
    ...impactFields,
    fileProblems: z.array(z.record(text, z.union([text, number]))),
  }),
  "command-offer-flightpath": object({ ...command("offer flightpath"), ...flightpathFields }),
} as const;
