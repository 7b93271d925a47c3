import { refuseOther } from "../../argument.js";
import { ProgrammeFault } from "../../fault.js";
import { compareShare, type Ratio, type Share, share } from "../../quantity/index.js";
import { Binomial } from "../binomial.js";
import { type RateInput, rateOf, ratioOf } from "../rate-input.js";
import { PERFORMERS, type Performer } from "./ranking.js";

/**
 * The limits between which a share of that many lies when its true rate is the centre; fractions from 0 to 1. They are
 * exact: a share lies on or beyond a limit where the binomial probability of its count, or of one further out, is at most
 * 2.5% (`95`) or 0.1% (`998`); between whole counts they are drawn in proportion. A limit of 0 or 1 has nobody beyond it.
 */
export interface FunnelLimits {
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

/** One performer in a funnel; `rate`, a fraction, and the limits are null for a share of nothing. */
export interface FunnelPerformer extends Performer {
  readonly rate: number | null;
  readonly limits: FunnelLimits | null;
  readonly position: "inside" | "beyond-95" | "beyond-998" | null;
  readonly side: "above" | "below" | "at" | null;
}

/** A funnel: its centre as a fraction, and where each performer lies. */
export interface Funnel {
  readonly centre: number;
  readonly performers: readonly FunnelPerformer[];
}

/** The tails beyond the limits, on each side. */
const TAIL95 = 0.025;
const TAIL998 = 0.001;

/**
 * Who differs from a rate by more than chance explains: at most 1 in 20 lies beyond the inner limits by chance alone, at
 * most 1 in 500 beyond the outer ones. The probabilities are exact, so that they hold for a handful of people too.
 *
 * @param centre - the rate everybody is held against: percent text, or a share such as all together.
 * @throws ProgrammeFault `quantity/share` for a share that is none, `cohorts/rate` for a bare
 * number as centre, `cohorts/funnel` for a centre of 0% or 100%, around which there are no limits.
 *
 * @example
 * ```ts
 * import { funnel } from "programme-rules/cohorts";
 *
 * const { performers } = funnel([{ id: "north", share: { count: 5, of: 100 } }], "22%");
 * performers[0]?.position; // => "beyond-998"
 * performers[0]?.limits?.lower95.toFixed(3); // => "0.136"
 * ```
 */
export function funnel(performers: readonly Performer[], centre: RateInput): Funnel {
  refuseOther(performers, PERFORMERS);
  const ratio = ratioOf(centre, "the centre");
  const p0 = centreOf(ratio);
  return {
    centre: p0,
    performers: performers.map((each) => {
      const { count, of } = share(each.share.count, each.share.of);
      const own = { id: each.id, share: each.share };
      if (of === 0) return { ...own, rate: null, limits: null, position: null, side: null };
      const chance = new Binomial(of, p0);
      const compared = compareShare({ count, of }, ratio);
      const side = compared === 0 ? "at" : compared > 0 ? "above" : "below";
      const rate = rateOf({ count, of })!;
      return { ...own, rate, limits: limitsOf(chance, of), position: positionOf(count, chance), side };
    }),
  };
}

/**
 * The limits around a centre for a number of people: what {@link funnel} holds a share of that many against.
 *
 * @param of - how many people: whole, from 1.
 * @throws ProgrammeFault `cohorts/rate` for a bare number as centre, `cohorts/funnel` for a
 * centre of 0% or 100%, `quantity/share` for a number of people that is not whole, or none.
 *
 * @example
 * ```ts
 * import { funnelLimits } from "programme-rules/cohorts";
 *
 * const { lower95, upper95 } = funnelLimits("22%", 100);
 * [lower95.toFixed(3), upper95.toFixed(3)]; // => ["0.136", "0.309"]
 * ```
 */
export function funnelLimits(centre: RateInput, of: Share["of"]): FunnelLimits {
  return limitsAround(centreOf(ratioOf(centre, "the centre")), share(1, of).of);
}

function centreOf({ numerator, denominator }: Ratio): number {
  const p0 = numerator / denominator;
  if (p0 > 0 && p0 < 1) return p0;
  throw new ProgrammeFault({
    code: "cohorts/funnel",
    given: `a centre of ${p0 * 100}%`,
    allowed: "a rate above 0% and below 100%",
    todo: "Take the level, or all performers together, as the centre.",
  });
}

/** The limits around a centre given as a fraction. */
export function limitsAround(p0: number, of: number): FunnelLimits {
  return limitsOf(new Binomial(of, p0), of);
}

function limitsOf(chance: Binomial, of: number): FunnelLimits {
  return {
    lower95: chance.lowerLimit(TAIL95) / of,
    upper95: chance.upperLimit(TAIL95) / of,
    lower998: chance.lowerLimit(TAIL998) / of,
    upper998: chance.upperLimit(TAIL998) / of,
  };
}

function positionOf(count: number, chance: Binomial): FunnelPerformer["position"] {
  const tail = Math.min(chance.atMost(count), chance.atLeast(count));
  return tail <= TAIL998 ? "beyond-998" : tail <= TAIL95 ? "beyond-95" : "inside";
}
