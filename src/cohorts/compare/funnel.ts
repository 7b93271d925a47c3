import { refuseOther } from "../../argument.js";
import { ProgrammeFault } from "../../fault.js";
import { compareShare, type Ratio, type Share, share } from "../../quantity/index.js";
import { type RateInput, rateOf, ratioOf } from "../rate-input.js";
import { PERFORMERS, type Performer } from "./ranking.js";

/** The limits between which a share of that many lies when its true rate is the centre; fractions from 0 to 1. */
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

const Z95 = 1.959964;
const Z998 = 3.090232;

/**
 * Who differs from a rate by more than chance explains: 1 in 20 lies beyond the inner limits by chance
 * alone, 1 in 500 beyond the outer ones. The limits widen for small numbers and are cut at 0 and 1.
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
 * performers[0]?.limits?.lower95.toFixed(3); // => "0.139"
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
      const [rate, limits] = [rateOf({ count, of })!, limitsAround(p0, of)];
      const compared = compareShare({ count, of }, ratio);
      const side = compared === 0 ? "at" : compared > 0 ? "above" : "below";
      return { ...own, rate, limits, position: positionOf(rate, limits), side };
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
 * [lower95.toFixed(3), upper95.toFixed(3)]; // => ["0.139", "0.301"]
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
  const error = Math.sqrt((p0 * (1 - p0)) / of);
  return {
    lower95: Math.max(0, p0 - Z95 * error),
    upper95: Math.min(1, p0 + Z95 * error),
    lower998: Math.max(0, p0 - Z998 * error),
    upper998: Math.min(1, p0 + Z998 * error),
  };
}

function positionOf(
  rate: number,
  { lower95, upper95, lower998, upper998 }: FunnelLimits,
): FunnelPerformer["position"] {
  if (rate < lower998 || rate > upper998) return "beyond-998";
  return rate < lower95 || rate > upper95 ? "beyond-95" : "inside";
}
