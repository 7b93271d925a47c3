import { type Kind, refuseOther } from "../../argument.js";
import { share } from "../../quantity/index.js";
import { fractionOf, type RateInput } from "../rate-input.js";

const COHORT: Kind = {
  name: 'a cohort such as { starts: 100, converted: 8, grown: "40%", prior: "22%" }',
  has: {},
};

/**
 * One cohort that is not mature yet.
 *
 * - `starts`, `converted`: people so far.
 * - `grown`: what part of all its conversions the profile expects by its age (P at its age over P at the end).
 * - `prior`: the conversion expected of such a cohort in the end.
 */
export interface ImmatureCohort {
  readonly starts: number;
  readonly converted: number;
  readonly grown: RateInput;
  readonly prior: RateInput;
}

/** A forecast that may come out above the starts: as it comes out, and never more than there are people. */
export interface CappedForecast {
  readonly value: number;
  readonly uncapped: number;
  readonly capped: boolean;
}

/** How many of a cohort will have converted in the end, by each method; people, not whole ones. */
export interface CohortForecast {
  readonly conditional: number;
  readonly bornhuetterFerguson: CappedForecast;
  readonly chainLadder: CappedForecast | null;
}

/**
 * How many of one immature cohort will have converted in the end.
 *
 * - conditional: those not converted yet still can, at the rate the prior leaves them. Never exceeds the starts.
 * - Bornhuetter–Ferguson: what the prior expects from now on is added, whatever has happened so far.
 * - chain ladder: what has happened so far is scaled up; null while nothing is expected yet.
 *
 * All three agree on a cohort that is on its profile; above it they rise in this order, below it they fall.
 *
 * @throws ProgrammeFault `quantity/share` for numbers of people that are no share,
 * `cohorts/rate` for a rate as a bare number.
 *
 * @example
 * ```ts
 * import { forecastCohort } from "programme-rules/cohorts";
 *
 * const cohort = { starts: 200, converted: 195, grown: "45%", prior: "22%" };
 * const { conditional, bornhuetterFerguson, chainLadder } = forecastCohort(cohort);
 * conditional.toFixed(1); // => "195.7"
 * bornhuetterFerguson.uncapped.toFixed(1); // => "219.2"
 * chainLadder?.uncapped.toFixed(1); // => "433.3"
 * chainLadder?.value; // => 200
 * ```
 */
export function forecastCohort(cohort: ImmatureCohort): CohortForecast {
  refuseOther(cohort, COHORT);
  const { starts, converted, grown, prior } = cohort;
  share(converted, starts);
  const [g, p0] = [fractionOf(grown, "grown"), fractionOf(prior, "the prior")];
  return {
    conditional: converted + (starts - converted) * stillToConvert(g, p0),
    bornhuetterFerguson: capped(converted + starts * p0 * (1 - g), starts),
    chainLadder: g === 0 ? null : capped(converted / g, starts),
  };
}

/**
 * The probability that someone not converted by now still will, when `grown` of the `prior` was due by now. Both are
 * fractions, so that only where all is grown can there be nobody left to divide by.
 */
export function stillToConvert(grown: number, prior: number): number {
  return grown === 1 ? 0 : (prior * (1 - grown)) / (1 - prior * grown);
}

/** A forecast cut at the number of people there are. */
export function capped(uncapped: number, starts: number): CappedForecast {
  return { value: Math.min(uncapped, starts), uncapped, capped: uncapped > starts };
}
