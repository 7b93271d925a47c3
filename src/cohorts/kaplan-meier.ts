import { ProgrammeFault, shown } from "../fault.js";
import { standardErrorsOf, USUAL_LEVEL } from "./normal.js";
import type { Interval } from "./wilson.js";

/** One life that was watched: until when, in any unit, and whether it ended in the event or was only seen so far. */
export interface Life {
  readonly time: number;
  readonly event: boolean;
}

/** How many were still without the event just before a time, and how many had it then. */
export interface Risk {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
}

/**
 * One step of a Kaplan–Meier curve. `survival` and `rate` (1 − survival) are fractions from 0 to 1,
 * `standardError` is Greenwood's and belongs to both; `interval` is the log-log interval of `rate`.
 * Error and interval are null where they are not defined: before the first event, and once nobody is left.
 */
export interface KaplanMeierStep extends Risk {
  readonly survival: number;
  readonly rate: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/**
 * The Kaplan–Meier curve of lives that were watched for different lengths of time: one step for each
 * time at which the event happened. A life seen up to a time is at risk at that time.
 *
 * @param options - `level` of the intervals: percent text; `"95%"` unless given.
 * @throws {@link ProgrammeFault} `cohorts/life` for a time that is not a number from 0, `cohorts/level`.
 *
 * @example
 * ```ts
 * import { kaplanMeier } from "programme-rules";
 *
 * const lives = [3, 5, 5, 8].map((time) => ({ time, event: time !== 8 }));
 * kaplanMeier(lives).map(({ time, survival }) => [time, survival]); // => [[3, 0.75], [5, 0.25]]
 * ```
 */
export function kaplanMeier(
  lives: readonly Life[],
  { level = USUAL_LEVEL }: { readonly level?: string } = {},
): KaplanMeierStep[] {
  const byTime = new Map<number, { seen: number; events: number }>();
  for (const { time, event } of lives) {
    const known = byTime.get(time);
    if (known === undefined) byTime.set(checkedTime(time), { seen: 1, events: event ? 1 : 0 });
    else {
      known.seen += 1;
      if (event) known.events += 1;
    }
  }
  const risks: Risk[] = [];
  let atRisk = lives.length;
  for (const [time, { seen, events }] of [...byTime].sort(([one], [other]) => one - other)) {
    if (events > 0) risks.push({ time, atRisk, events });
    atRisk -= seen;
  }
  return stepsOf(risks, level);
}

/** The curve over risks in order of time; a time at which nobody is at risk ends it. */
export function stepsOf(risks: readonly Risk[], level: string): KaplanMeierStep[] {
  const z = standardErrorsOf(level);
  const steps: KaplanMeierStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (const { time, atRisk, events } of risks) {
    if (atRisk <= 0) break;
    survival *= (atRisk - events) / atRisk;
    greenwood += events === 0 ? 0 : events / (atRisk * (atRisk - events));
    const standardError = survival > 0 && survival < 1 ? survival * Math.sqrt(greenwood) : null;
    const interval = standardError === null ? null : logLog(survival, greenwood, z, level);
    steps.push({ time, atRisk, events, survival, rate: 1 - survival, standardError, interval });
  }
  return steps;
}

function logLog(survival: number, greenwood: number, z: number, level: string): Interval {
  const spread = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { lower: 1 - survival ** Math.exp(-spread), upper: 1 - survival ** Math.exp(spread), level };
}

function checkedTime(time: number): number {
  if (Number.isFinite(time) && time >= 0) return time;
  throw lifeFault(time);
}

function lifeFault(time: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/life",
    given: `the time ${shown(time)}`,
    allowed: "a finite number from 0",
    todo: "Give how long the life was watched, in one unit for all.",
  });
}
