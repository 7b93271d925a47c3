import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import type { BacklogSimulation } from "./capacity/backlog-simulation.js";
import type { RequiredCapacity } from "./capacity/required-capacity.js";

const object = z.strictObject;
const text = z.string();
const number = z.number();
const perhaps = z.nullable(number);
const count = z.int().check(z.nonnegative());
const isoDate = text.check(z.refine((value) => isIsoDate(value)));
const length = object({ workingDays: count });

const limits = object({
  due: length,
  share: z.nullable(z.union([object({ atMost: text }), object({ below: text })])),
  over: z.enum(["cumulative", "open", "received"]),
  measured: z.enum(["each-day", "month-end"]),
  oldest: z.nullable(length),
});

const span = { workingDays: count, referrals: number, slots: count, load: perhaps };
const load = object({
  ...span,
  expectedAttempts: number,
  appointmentsNeeded: number,
  steadyLoad: perhaps,
  months: z.array(object({ month: text.check(z.regex(/^\d{4}-\d\d$/)), ...span })),
});

const passing = {
  passed: count,
  runs: count,
  probability: number,
  standardError: number,
  interval: object({ lower: number, upper: number, level: text }),
};

const drawn = { load, limits, warmUp: length, seed: z.int(), runs: count, projected: z.boolean() };

const required = object({
  ...drawn,
  unit: z.enum(["advisers", "slots"]),
  needed: count,
  slotsPerDay: count,
  confidence: number,
  pass: object(passing),
  tried: z.array(
    object({
      ...passing,
      units: count,
      slotsPerDay: count,
      load: number,
      isStable: z.boolean(),
      isEnough: z.boolean(),
    }),
  ),
});

const day = object({
  on: isoDate,
  slots: count,
  says: z.nullable(text),
  received: number,
  attended: number,
  closed: number,
  open: number,
  inBacklog: number,
  holding: number,
  shareLower: perhaps,
  shareLowerQuartile: perhaps,
  shareMedian: perhaps,
  shareUpperQuartile: perhaps,
  shareUpper: perhaps,
  openLower: number,
  openMedian: number,
  openUpper: number,
  oldestLower: number,
  oldestLowerQuartile: number,
  oldestMedian: number,
  oldestUpperQuartile: number,
  oldestUpper: number,
});

const simulation = object({
  ...drawn,
  from: isoDate,
  until: isoDate,
  firstRun: count,
  level: text,
  pass: object(passing),
  passShare: object(passing),
  passOldest: object(passing),
  worstDay: z.nullable(object({ on: isoDate, holding: number })),
  days: z.array(day),
});

/** The published shapes of a capacity and of a simulated queue, and of `offer capacity --json`. */
export const capacityOutputs = {
  required: required as z.ZodMiniType<RequiredCapacity>,
  simulation: simulation as z.ZodMiniType<BacklogSimulation>,
  "command-offer-capacity": object({
    command: z.literal("offer capacity"),
    required,
    simulated: z.nullable(simulation),
  }),
} as const;
