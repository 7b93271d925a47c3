import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { OptionKinds } from "../../options.js";
import { CHECKED, kind } from "../../options.js";
import { PERCENT } from "../../quantity/index.js";
import { standardErrorsOf, USUAL_LEVEL } from "../confidence-interval.js";
import {
  beta,
  binomial,
  checkedRuns,
  normal,
  probabilityOf,
  SEEDED_RUNS,
  type SeededRuns,
  type Uniform,
  uniformsOf,
} from "../random.js";
import { RATE, type RateInput, ratioOf } from "../rate-input.js";
import { type CohortRow, convertedBy, lastSeen } from "../tables/cohort-table.js";

/**
 * How uncertainty is drawn.
 *
 * - `passAt`: the rate that has to be reached in the end, for the probability of it.
 * - `shock`: the standard deviation, in log-odds, of what hits all cohorts of a run alike (a recession, a
 *   good year); 0.2 unless given. At 0 the cohorts are independent, and the band absurdly narrow.
 * - `priorPeople`: how many people's worth of evidence the prior is; the rate of a cohort is then itself
 *   unknown (beta-binomial). Known exactly unless given.
 */
export interface Uncertainty extends SeededRuns {
  readonly level?: string;
  readonly passAt?: RateInput;
  readonly shock?: number;
  readonly priorPeople?: number;
}

/** As options: `simulate` looks at how large they are. */
export const UNCERTAINTY: OptionKinds<Uncertainty> = {
  ...SEEDED_RUNS,
  level: PERCENT,
  passAt: RATE,
  shock: CHECKED,
  priorPeople: kind((value) => value !== null, "a number above 0"),
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
  readonly priorPeople: number | null;
  readonly pass?: { readonly probability: number; readonly standardError: number };
}

/** A cohort and the chance of each of its people who have not converted still to do so. */
export interface Remaining {
  readonly row: CohortRow;
  readonly left: number;
}

const USUAL_SHOCK = 0.2;

/** Draws the outcomes in the end of all cohorts together. */
export function simulate(cohorts: readonly Remaining[], options: Uncertainty): ForecastBand {
  const { level = USUAL_LEVEL, shock = USUAL_SHOCK, priorPeople = null } = options;
  const { seed, runs, firstRun } = checkedRuns(options);
  standardErrorsOf(level);
  if (!(Number.isFinite(shock) && shock >= 0)) throw sizeFault("shock", shock);
  if (priorPeople !== null && !(Number.isFinite(priorPeople) && priorPeople > 0)) {
    throw sizeFault("priorPeople", priorPeople);
  }
  const totals = Array.from({ length: runs }, (_, at) =>
    oneRun(cohorts, uniformsOf(seed, firstRun + at), shock, priorPeople),
  );
  const sorted = Float64Array.from(totals).sort();
  const { numerator, denominator } = ratioOf(level, "the level");
  const tail = (1 - numerator / denominator) / 2;
  const at = (p: number) => sorted[Math.min(runs - 1, Math.max(0, Math.ceil(p * runs) - 1))]!;
  return defined({
    ...{ lower: at(tail), median: at(0.5), upper: at(1 - tail), level },
    ...{ seed, runs, firstRun: firstRun === 0 ? undefined : firstRun },
    ...{ shock, priorPeople, pass: passOf(cohorts, totals, options.passAt) },
  });
}

function oneRun(
  cohorts: readonly Remaining[],
  uniform: Uniform,
  shock: number,
  priorPeople: number | null,
): number {
  const odds = Math.exp(shock * normal(uniform));
  let total = 0;
  for (const { row, left } of cohorts) {
    const converted = convertedBy(row, lastSeen(row));
    const hit = (left * odds) / (1 - left + left * odds);
    const isUnknown = priorPeople !== null && hit > 0 && hit < 1;
    const chance = isUnknown ? beta(hit * priorPeople, (1 - hit) * priorPeople, uniform) : hit;
    total += converted + binomial(row.starts - converted, chance, uniform);
  }
  return total;
}

function passOf(cohorts: readonly Remaining[], totals: readonly number[], passAt: RateInput | undefined) {
  const starts = cohorts.reduce((sum, { row }) => sum + row.starts, 0);
  if (passAt === undefined || starts === 0) return undefined;
  const { numerator, denominator } = ratioOf(passAt, "passAt");
  const passes = totals.filter((total) => total * denominator >= starts * numerator).length;
  return probabilityOf(passes, totals.length);
}

function sizeFault(name: string, given: unknown): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/uncertainty",
    given: `${name} ${shown(given)}`,
    allowed: name === "shock" ? "a number from 0, such as 0.2" : "a number above 0, such as 200",
    todo: "See what the option means in the documentation of Uncertainty.",
  });
}
