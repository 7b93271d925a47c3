import { type Kind, refuseOther } from "../../argument.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type OptionKinds, oneOf, optionsOf } from "../../options.js";
import { PERCENT } from "../../quantity/index.js";
import { type ConfidenceInterval, standardErrorsOf, USUAL_LEVEL } from "../confidence-interval.js";
import { fractionOf, type RateInput } from "../rate-input.js";

const LIVES = "a list of people such as { time: 3, event: true }";
const STEPS: Kind = {
  name: "a list of steps",
  from: "kaplanMeier",
  has: [{ time: 0, rate: 0 }],
};
const NOBODY = { time: Number.NaN, event: false };

/** One life that was watched: until when, in any unit, and whether it ended in the event or was only seen so far. */
export interface ObservedLife {
  readonly time: number;
  readonly event: boolean;
}

/** How many were still without the event just before a time, and how many had it then. */
export interface RiskSet {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
}

/** On which scale an interval is symmetrical; log-log keeps it between 0 and 1 and is the usual one. */
export type KaplanMeierScale = "log-log" | "log" | "plain";

/** How sure the intervals are to be (percent text, `"95%"` unless given), and on which scale they are made. */
export interface KaplanMeierOptions {
  readonly level?: string;
  readonly scale?: KaplanMeierScale;
}

/**
 * One step of a Kaplan–Meier curve. `survival` and `rate` (1 − survival) are fractions from 0 to 1,
 * `standardError` is Greenwood's and belongs to both; `interval` is of `rate`, log-log unless asked
 * otherwise; that of `survival` is 1 − its ends. Error and interval are null where they are not
 * defined: before the first event, and once nobody is left.
 */
export interface KaplanMeierStep extends RiskSet {
  readonly survival: number;
  readonly rate: number;
  readonly standardError: number | null;
  readonly interval: ConfidenceInterval | null;
}

/**
 * The Kaplan–Meier curve of lives that were watched for different lengths of time: one step for each
 * time at which the event happened. A life seen up to a time is at risk at that time.
 *
 * @throws ProgrammeFault `cohorts/life` for a time that is not a number from 0 or an event that is neither true nor
 * false, `cohorts/level`.
 *
 * @example
 * ```ts
 * import { kaplanMeier } from "programme-rules/cohorts";
 *
 * const lives = [3, 5, 5, 8].map((time) => ({ time, event: time !== 8 }));
 * kaplanMeier(lives).map(({ time, survival }) => [time, survival]); // => [[3, 0.75], [5, 0.25]]
 * ```
 */
export function kaplanMeier(
  lives: readonly ObservedLife[],
  options: KaplanMeierOptions = {},
): KaplanMeierStep[] {
  refuseOther(lives, { name: LIVES, has: [] });
  optionsOf(options, KAPLAN_MEIER_OPTIONS);
  const risks: RiskSet[] = [];
  let atRisk = lives.length;
  for (const [time, { seen, events }] of tallyOf(lives)) {
    if (events > 0) risks.push({ time, atRisk, events });
    atRisk -= seen;
  }
  return stepsOf(risks, options);
}

interface Seen {
  seen: number;
  events: number;
}

/** Whole times below this are counted in columns, which is several times faster than in a map. */
const COLUMNS = 4096;

/** How many lives were seen to each time, and how many ended there, in order of time. */
function tallyOf(lives: readonly ObservedLife[]): [time: number, Seen][] {
  const [seen, events] = [new Uint32Array(COLUMNS), new Uint32Array(COLUMNS)];
  const others = new Map<number, Seen>();
  for (const life of lives) {
    const { time, event } = life ?? NOBODY;
    if (typeof event !== "boolean") throw eventFault(event);
    if (time >>> 0 === time && time < COLUMNS) {
      seen[time]! += 1;
      if (event) events[time]! += 1;
    } else {
      const known = others.get(time) ?? { seen: 0, events: 0 };
      if (known.seen === 0) others.set(checkedTime(time), known);
      known.seen += 1;
      if (event) known.events += 1;
    }
  }
  const inColumns = Array.from(
    seen,
    (count, time) => [time, { seen: count, events: events[time]! }] as [number, Seen],
  );
  return [...inColumns.filter(([, { seen }]) => seen > 0), ...others].sort(([one], [other]) => one - other);
}

/**
 * The first time by which a share has had the event, half of all unless said: the median. Null when
 * the curve never comes to it.
 *
 * @throws ProgrammeFault `cohorts/rate` or `quantity/percent` for what is no share.
 *
 * @example
 * ```ts
 * import { kaplanMeier, reachedBy } from "programme-rules/cohorts";
 *
 * const steps = kaplanMeier([3, 5, 5, 8].map((time) => ({ time, event: time !== 8 })));
 * reachedBy(steps); // => 5
 * reachedBy(steps, "80%"); // => null
 * ```
 */
export function reachedBy(steps: readonly KaplanMeierStep[], part: RateInput = "50%"): number | null {
  refuseOther(steps, STEPS);
  const wanted = fractionOf(part, "the part");
  // Rates are products of fractions: half may come out a few units short of it in the last place.
  return steps.find(({ rate }) => rate >= wanted - 1e-12)?.time ?? null;
}

/** The curve over risks in order of time; a time at which nobody is at risk ends it. */
export function stepsOf(
  risks: readonly RiskSet[],
  { level = USUAL_LEVEL, scale = "log-log" }: KaplanMeierOptions,
): KaplanMeierStep[] {
  const z = standardErrorsOf(level);
  const steps: KaplanMeierStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (const { time, atRisk, events } of risks) {
    if (atRisk <= 0) break;
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const isDefined = survival > 0 && survival < 1;
    const standardError = isDefined ? survival * Math.sqrt(greenwood) : null;
    const interval = isDefined ? intervalOf(SCALES[scale](survival, z * Math.sqrt(greenwood)), level) : null;
    steps.push({ time, atRisk, events, survival, rate: 1 - survival, standardError, interval });
  }
  return steps;
}

type Ends = readonly [lower: number, upper: number];

/** The ends of survival, from it and its relative spread. */
const SCALES: Readonly<Record<KaplanMeierScale, (survival: number, spread: number) => Ends>> = {
  "log-log": (survival, spread) => {
    const reach = spread / Math.abs(Math.log(survival));
    return [survival ** Math.exp(reach), survival ** Math.exp(-reach)];
  },
  log: (survival, spread) => [survival * Math.exp(-spread), survival * Math.exp(spread)],
  plain: (survival, spread) => [survival * (1 - spread), survival * (1 + spread)],
};

const KAPLAN_MEIER_OPTIONS: OptionKinds<KaplanMeierOptions> = {
  level: PERCENT,
  scale: oneOf(Object.keys(SCALES)),
};

function intervalOf([lower, upper]: Ends, level: string): ConfidenceInterval {
  return { lower: Math.max(0, 1 - upper), upper: Math.min(1, 1 - lower), level };
}

function eventFault(event: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/life",
    given: `a life whose event is ${shown(event)}`,
    allowed: "true or false",
    todo: "Say of each life whether it ended in the event, as { time: 3, event: true }.",
  });
}

function checkedTime(time: number): number {
  if (Number.isFinite(time) && time >= 0) return time;
  throw new ProgrammeFault({
    code: "cohorts/life",
    given: `the time ${shown(time)}`,
    allowed: "a finite number from 0",
    todo: "Give how long the life was watched, in one unit for all.",
  });
}
