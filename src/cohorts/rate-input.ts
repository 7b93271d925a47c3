import { ProgrammeFault, shown } from "../fault.js";
import type { OptionKind } from "../options.js";
import { parsePercent, type Ratio, type Share, share } from "../quantity/index.js";

/** A rate given to this package: percent text such as `"22%"`, or so many of so many. Never a bare number. */
export type RateInput = string | Share;

/** A rate as a ratio of whole numbers. A bare number is refused: 22 and 0.22 cannot be told apart safely. */
export function ratioOf(rate: RateInput, what: string): Ratio {
  if (typeof rate === "string") return parsePercent(rate);
  if (typeof rate !== "object" || rate === null) throw rateFault(rate, what);
  const { count, of } = share(rate.count, rate.of);
  if (of === 0) throw rateFault("a share of nothing", what);
  return { numerator: count, denominator: of };
}

/** An option that is a rate. */
export const RATE: OptionKind = (value, name) => {
  ratioOf(value as RateInput, `the ${name}`);
};

/** A rate as a fraction from 0 to 1. */
export function fractionOf(rate: RateInput, what: string): number {
  const { numerator, denominator } = ratioOf(rate, what);
  return numerator / denominator;
}

/** The fraction of a share; null for a share of nothing, which has none. */
export function rateOf({ count, of }: Share): number | null {
  return of === 0 ? null : count / of;
}

function rateFault(given: unknown, what: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/rate",
    given: `${what} ${given === "a share of nothing" ? given : shown(given)}`,
    allowed: 'percent text such as "22%", or a share such as { count: 81, of: 263 }',
    todo: "Write a percentage with its percent sign; a bare number could be a percentage or a fraction.",
  });
}
