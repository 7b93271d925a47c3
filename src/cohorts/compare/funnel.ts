import { refuseOther } from "../../argument.js";
import { ProgrammeFault } from "../../fault.js";
import { NUMBER, type OptionKind, type OptionKinds, oneOf, optionsOf } from "../../options.js";
import { compareShare, type Ratio, type Share, share } from "../../quantity/index.js";
import { Binomial } from "../binomial.js";
import { type RateInput, rateOf, ratioOf } from "../rate-input.js";
import { type Overdispersion, overdispersionOf } from "./overdispersion.js";
import { PERFORMERS, type Performer } from "./ranking.js";

/**
 * The limits between which a share of that many lies when its true rate is the centre; fractions from 0 to 1. They are
 * exact: a share lies on or beyond a limit where the binomial probability of its count, or of one further out, is at most
 * 2.5% (`95`) or 0.1% (`998`); between whole counts they are drawn in proportion. A limit of 0 or 1 has nobody beyond it.
 * Where true rates differ around the centre, the probability is the beta-binomial one, and the limits are wider.
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

/**
 * A funnel: its centre as a fraction, and where each performer lies. `overdispersion`: how much they differ from each
 * other beyond chance, which all limits allow for; null where it was not estimated.
 */
export interface Funnel {
  readonly centre: number;
  readonly overdispersion: Overdispersion | null;
  readonly performers: readonly FunnelPerformer[];
}

/** What a performer is held against. */
export interface FunnelOptions {
  /**
   * `"estimated"`, unless given: what eight performers or more differ by beyond chance widens the limits, so that one
   * lies beyond them that differs by more than the others do. `"none"`: chance alone.
   */
  readonly overdispersion?: "estimated" | "none";
}

/** An option that says whether limits are as wide as performers differ. */
export const OVERDISPERSION: OptionKind = /* @__PURE__ */ oneOf(["estimated", "none"]);

const FUNNEL_OPTIONS: OptionKinds<FunnelOptions> = { overdispersion: OVERDISPERSION };

/** How much true rates differ around the centre: their standard deviation as a fraction, 0 unless given. */
export interface FunnelLimitOptions {
  readonly betweenPerformers?: number;
}

const LIMIT_OPTIONS: OptionKinds<FunnelLimitOptions> = { betweenPerformers: NUMBER };

/** The tails beyond the limits, on each side. */
const TAIL95 = 0.025;
const TAIL998 = 0.001;

/**
 * Who differs from a rate by more than chance explains: at most 1 in 20 lies beyond the inner limits by chance alone, at
 * most 1 in 500 beyond the outer ones. The probabilities are exact, so that they hold for a handful of people too.
 *
 * Large performers differ by more than chance as a rule: their people, places and ways of counting differ. From eight
 * performers on, how much is estimated from them, and the limits allow for it (Spiegelhalter, 2005): the z-scores of
 * their rates are winsorised, a tenth at each end, and true rates are taken to differ by as much as makes their mean
 * square what chance gives.
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
export function funnel(
  performers: readonly Performer[],
  centre: RateInput,
  options: FunnelOptions = {},
): Funnel {
  refuseOther(performers, PERFORMERS);
  const { overdispersion: wanted = "estimated" } = optionsOf(options, FUNNEL_OPTIONS);
  const ratio = ratioOf(centre, "the centre");
  const p0 = centreOf(ratio);
  const shares = performers.map((each) => share(each.share.count, each.share.of));
  const overdispersion = wanted === "none" ? null : overdispersionOf(shares, p0);
  return {
    centre: p0,
    overdispersion,
    performers: performers.map((each) => {
      const { count, of } = each.share;
      const own = { id: each.id, share: each.share };
      if (of === 0) return { ...own, rate: null, limits: null, position: null, side: null };
      const chance = new Binomial(of, p0, overdispersion?.betweenPerformers);
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
 * centre of 0% or 100% or a standard deviation that rates around it cannot have, `quantity/share` for a number of people that is not whole, or none.
 *
 * @example
 * ```ts
 * import { funnelLimits } from "programme-rules/cohorts";
 *
 * const { lower95, upper95 } = funnelLimits("22%", 100);
 * [lower95.toFixed(3), upper95.toFixed(3)]; // => ["0.136", "0.309"]
 * // Where true rates differ from provider to provider with a standard deviation of 3 percentage points:
 * funnelLimits("22%", 100, { betweenPerformers: 0.03 }).upper95.toFixed(3); // => "0.330"
 * ```
 */
export function funnelLimits(
  centre: RateInput,
  of: Share["of"],
  options: FunnelLimitOptions = {},
): FunnelLimits {
  const { betweenPerformers = 0 } = optionsOf(options, LIMIT_OPTIONS);
  const p0 = centreOf(ratioOf(centre, "the centre"));
  const largest = Math.sqrt(p0 * (1 - p0));
  if (!(betweenPerformers >= 0 && betweenPerformers < largest))
    throw new ProgrammeFault({
      code: "cohorts/funnel",
      given: `a standard deviation of ${betweenPerformers} between performers`,
      allowed: `0, or a fraction below ${largest.toFixed(3)}, the largest that rates around ${p0 * 100}% can have`,
      todo: "Take it from the overdispersion of a funnel.",
    });
  return limitsAround(p0, share(1, of).of, betweenPerformers);
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

/** The limits around a centre given as a fraction, where true rates differ with a standard deviation. */
export function limitsAround(p0: number, of: number, deviation: number): FunnelLimits {
  return limitsOf(new Binomial(of, p0, deviation), of);
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
