import * as z from "zod/mini";
import { PERFORMANCE_WINDOWS, printedInterval, printedLearned } from "../cohorts/index.js";
import { VERDICTS } from "../compliance/index.js";
import { OPEN_VALUES } from "../rules/index.js";
import {
  count,
  nullable,
  number,
  object,
  optional,
  type Shape,
  shapeOf,
  written,
  writtenDate,
} from "../shapes/index.js";
import { BACKLOG_SHARE_MEASURED, BACKLOG_SHARE_OVER } from "./capacity/backlog-limits.js";
import type { BacklogSimulation } from "./capacity/backlog-simulation.js";
import type { RequiredCapacity } from "./capacity/required-capacity.js";
import type { Flightpath } from "./flightpath.js";
import { MEASURES } from "./forecast/expected-flow.js";
import { JOINT_MONTHS } from "./forecast/joint-chance.js";
import type { OfferForecast } from "./forecast/offer-forecast.js";
import { LEVEL_BASES } from "./forecast/promised-level.js";
import { SENSITIVITY_ANSWERS, type Sensitivity } from "./forecast/sensitivity.js";
import type { ChangeImpact } from "./impact.js";
import { REFERRAL_CHANCES } from "./offer/offer.js";

/** One shape for every number that may not be there: what is one and the same is published once. */
const maybe = nullable(number);
const month = written.check(z.regex(/^\d{4}-\d\d$/));
const group = nullable(written);
const measure = z.enum(MEASURES);
const window = z.enum(PERFORMANCE_WINDOWS);
const basis = z.enum(LEVEL_BASES);
const band = { band: written, lower: number, median: number, upper: number };
const missing = z.array(
  object({
    address: written,
    open: z.enum([...OPEN_VALUES, "left-out"]),
    neededFor: z.enum(["referrals", "starts", "outcomes", "income", "level"]),
  }),
);

const forecastFields = {
  offer: object({ id: written, title: written, programme: written, edition: written, hash: written }),
  asAt: nullable(writtenDate),
  seed: z.int(),
  runs: count,
  chance: z.enum(REFERRAL_CHANCES),
  monthToMonth: written,
  shock: number,
  cohortSpread: number,
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
      meanToDate: maybe,
      standardError: maybe,
    }),
  ),
  bands: z.array(object({ month, measure, of: z.enum(["in-month", "to-date"]), ...band })),
  cohorts: z.array(
    object({
      month,
      group,
      starts: number,
      outcomes: number,
      rate: maybe,
      converted: z.array(maybe),
    }),
  ),
  levels: z.array(
    object({
      level: written,
      basis,
      window,
      month,
      target: written,
      rate: maybe,
      index: maybe,
      probability: maybe,
      standardError: maybe,
      runsCounted: maybe,
    }),
  ),
  joint: z.array(
    object({
      levels: z.array(written),
      basis,
      window,
      at: z.enum(JOINT_MONTHS),
      from: month,
      until: month,
      probability: maybe,
      standardError: maybe,
      runsCounted: count,
    }),
  ),
  levelBands: z.array(object({ level: written, basis, window, month, ...band })),
  undetermined: z.array(
    object({
      level: written,
      title: written,
      basis,
      verdict: z.literal("undetermined"),
      reason: z.enum(["missing-parameter", "missing-data"]),
      missing: z.array(written),
    }),
  ),
};

const sensitivityFields = {
  answer: z.enum([...SENSITIVITY_ANSWERS, "own"]),
  level: nullable(written),
  base: maybe,
  standardError: maybe,
  runs: nullable(count),
  seed: nullable(z.int()),
  rows: z.array(
    object({
      assumption: written,
      title: written,
      low: written,
      high: written,
      atLow: number,
      atHigh: number,
      swing: number,
      atLowError: maybe,
      atHighError: maybe,
    }),
  ),
  missing,
};

const verdict = z.enum([...VERDICTS, "not-assessed"]);
const impactFields = {
  journeys: count,
  changed: count,
  rows: z.array(
    object({ requirement: written, from: verdict, to: verdict, count, journeys: z.array(written) }),
  ),
  problems: z.array(object({ journey: written, code: written, message: written })),
};

const flightpathFields = {
  basis: z.literal("profile-flow"),
  month,
  targetMonth: month,
  target: written,
  needed: count,
  converted: count,
  gap: z.int(),
  learned: printedLearned,
  businessAsUsual: count,
  extra: count,
  available: count,
  feasible: z.boolean(),
  earliestFeasibleMonth: nullable(month),
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

const length = object({ workingDays: count });

const limits = object({
  due: length,
  share: nullable(z.union([object({ atMost: written }), object({ below: written })])),
  over: z.enum(BACKLOG_SHARE_OVER),
  measured: z.enum(BACKLOG_SHARE_MEASURED),
  oldest: nullable(length),
});

const span = { workingDays: count, referrals: number, slots: count, load: maybe };
const load = object({
  ...span,
  expectedAttempts: number,
  appointmentsNeeded: number,
  steadyLoad: maybe,
  months: z.array(object({ month, ...span })),
});

const pass = {
  passed: count,
  runs: count,
  probability: number,
  standardError: number,
  interval: printedInterval,
};

const drawn = { load, limits, warmUp: length, seed: z.int(), runs: count, projected: z.boolean() };

/** A target may be of more kinds than those a backlog is ever held to; hence not the very type. */
const required: Shape<RequiredCapacity> = object({
  ...drawn,
  unit: z.enum(["advisers", "slots"]),
  needed: count,
  slotsPerDay: count,
  confidence: number,
  pass: object(pass),
  tried: z.array(
    object({
      ...pass,
      units: count,
      slotsPerDay: count,
      load: number,
      isStable: z.boolean(),
      isEnough: z.boolean(),
    }),
  ),
});

const day = object({
  on: writtenDate,
  slots: count,
  says: nullable(written),
  received: number,
  attended: number,
  closed: number,
  open: number,
  inBacklog: number,
  holding: number,
  shareLower: maybe,
  shareLowerQuartile: maybe,
  shareMedian: maybe,
  shareUpperQuartile: maybe,
  shareUpper: maybe,
  openLower: number,
  openMedian: number,
  openUpper: number,
  oldestLower: number,
  oldestLowerQuartile: number,
  oldestMedian: number,
  oldestUpperQuartile: number,
  oldestUpper: number,
});

const simulation: Shape<BacklogSimulation> = object({
  ...drawn,
  from: writtenDate,
  until: writtenDate,
  firstRun: count,
  level: written,
  pass: object(pass),
  passShare: object(pass),
  passOldest: object(pass),
  worstDay: nullable(object({ on: writtenDate, holding: number })),
  days: z.array(day),
});

/** What a command prints: which command it is, and what it found. */
const printed = <Fields extends Record<string, Shape>>(name: string, fields: Fields) =>
  object({ command: z.literal(name), ...fields });

/** The published shapes of what comes of an offer and of each command's `--json`, by their names. */
export const tenderShapes = {
  "offer-forecast": shapeOf<OfferForecast>()(object(forecastFields)),
  "offer-sensitivity": shapeOf<Sensitivity>()(object(sensitivityFields)),
  "offer-impact": shapeOf<ChangeImpact>()(object(impactFields)),
  "required-capacity": required,
  "backlog-simulation": simulation,
  flightpath: shapeOf<Flightpath>()(object(flightpathFields)),
  "command-offer-forecast": printed("offer forecast", forecastFields),
  "command-offer-sensitivity": printed("offer sensitivity", sensitivityFields),
  "command-offer-impact": printed("offer impact", {
    ...impactFields,
    fileProblems: z.array(z.record(written, z.union([written, number]))),
  }),
  "command-offer-capacity": printed("offer capacity", { required, simulated: nullable(simulation) }),
  "command-offer-flightpath": printed("offer flightpath", flightpathFields),
};
