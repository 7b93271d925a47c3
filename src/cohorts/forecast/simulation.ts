import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { CHECKED, type OptionKinds } from "../../options.js";
import { PERCENT } from "../../quantity/index.js";
import { standardErrorsOf, USUAL_LEVEL } from "../confidence-interval.js";
import { checkedRuns, normal, probabilityOf, SEEDED_RUNS, type SeededRuns, uniformsOf } from "../random.js";
import { RATE, type RateInput, ratioOf } from "../rate-input.js";
import type { LearnedRow, Learning } from "./learning.js";

/**
 * How uncertainty is drawn.
 *
 * - `passAt`: the rate that has to be reached in the end, for the probability of it.
 * - `shock`: the standard deviation, in log-odds, of what may hit all people alike from now on (a recession, a good
 *   year), beyond all that is learned; 0, nothing, unless given.
 */
export interface Uncertainty extends SeededRuns {
  readonly level?: string;
  readonly passAt?: RateInput;
  readonly shock?: number;
}

/** As options: `simulate` looks at how large they are. */
export const UNCERTAINTY: OptionKinds<Uncertainty> = {
  ...SEEDED_RUNS,
  level: PERCENT,
  passAt: RATE,
  shock: CHECKED,
};

/**
 * The range of the outcomes in the end: whole people, both ends in it, and the middle; with the
 * probability of reaching `passAt` and the standard error of that figure, which is only as exact as
 * the runs are many. Everything it rests on is echoed.
 */
export interface ForecastBand {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly level: string;
  readonly seed: number;
  readonly runs: number;
  readonly firstRun?: number;
  readonly shock: number;
  readonly pass?: { readonly probability: number; readonly standardError: number };
}

/** Draws how many of all cohorts will have converted by the end of the age that `ageOf` gives for each. */
export function simulate(
  learning: Learning,
  options: Uncertainty,
  ageOf: (row: LearnedRow) => number,
): ForecastBand {
  const { level = USUAL_LEVEL, shock = 0 } = options;
  const chance = checkedRuns(options);
  const { seed, runs, firstRun } = chance;
  standardErrorsOf(level);
  if (!(Number.isFinite(shock) && shock >= 0)) throw shockFault(shock);
  const totals = learning.draw(chance, shocksOf(chance, shock), ageOf);
  const pass = passOf(learning, totals, options.passAt);
  totals.sort();
  return defined({
    ...{ ...spanOf(totals, level), median: quantileOf(totals, 0.5), level },
    ...{ seed, runs, firstRun: firstRun === 0 ? undefined : firstRun, shock, pass },
  });
}

/** Between which totals, in order, that part of them lies. */
export function spanOf(totals: Float64Array, level: string) {
  const { numerator, denominator } = ratioOf(level, "the level");
  const tail = (1 - numerator / denominator) / 2;
  return { lower: quantileOf(totals, tail), upper: quantileOf(totals, 1 - tail) };
}

function quantileOf(totals: Float64Array, part: number): number {
  return totals[Math.min(totals.length - 1, Math.max(0, Math.ceil(part * totals.length) - 1))]!;
}

/** What the shock of each run does to odds; its numbers are none that anything else is drawn from. */
function shocksOf({ seed, runs, firstRun }: Required<SeededRuns>, shock: number): Float64Array {
  const factors = new Float64Array(runs).fill(1);
  if (shock === 0) return factors;
  return factors.map((_, run) => Math.exp(shock * normal(uniformsOf(seed, -1 - firstRun - run))));
}

function passOf({ rows }: Learning, totals: Float64Array, passAt: RateInput | undefined) {
  const starts = rows.reduce((sum, { row }) => sum + row.starts, 0);
  if (passAt === undefined || starts === 0) return undefined;
  const { numerator, denominator } = ratioOf(passAt, "passAt");
  const passes = totals.filter((total) => total * denominator >= starts * numerator).length;
  return probabilityOf(passes, totals.length);
}

function shockFault(given: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/uncertainty",
    given: `shock ${shown(given)}`,
    allowed: "a number from 0, such as 0.2",
    todo: "See what the option means in the documentation of Uncertainty.",
  });
}
