import { ProgrammeFault, shown } from "../fault.js";
import { type OptionKinds, optionsOf } from "../options.js";
import { PERCENT, parsePercent, type Share, share } from "../quantity/index.js";

/** How sure an interval is to be unless it is said: 95%. */
export const USUAL_LEVEL = "95%";

// Wichura's algorithm AS 241 (1988), PPND16: about 16 figures.
const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/**
 * The point below which a standard normal value lies with probability `p` (Wichura's AS 241, about 16
 * figures): how many standard errors each side a one-sided limit is.
 *
 * @param p - a probability as a fraction above 0 and below 1.
 * @throws ProgrammeFault `cohorts/probability` for anything else.
 *
 * @example
 * ```ts
 * import { normalQuantile } from "programme-rules/cohorts";
 *
 * normalQuantile(0.975).toFixed(6); // => "1.959964"
 * normalQuantile(0.999).toFixed(6); // => "3.090232"
 * normalQuantile(97.5); // throws above 0 and below 1
 * ```
 */
export function normalQuantile(p: number): number {
  if (typeof p !== "number" || !(p > 0 && p < 1))
    throw new ProgrammeFault({
      code: "cohorts/probability",
      given: `the probability ${shown(p)}`,
      allowed: "a fraction above 0 and below 1",
      todo: "Divide a percentage by 100.",
    });
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(TAIL, r - 5);
  return q < 0 ? -size : size;
}

function ratio([above, below]: readonly [readonly number[], readonly number[]], x: number): number {
  const at = (terms: readonly number[]) => terms.reduceRight((sum, term) => sum * x + term, 0);
  return at(above) / at(below);
}

/** How many standard errors each side of an interval of a level such as `"95%"` is. */
export function standardErrorsOf(level: string): number {
  const { numerator, denominator } = parsePercent(level);
  if (numerator > 0 && numerator < denominator) return normalQuantile(0.5 + numerator / denominator / 2);
  throw new ProgrammeFault({
    code: "cohorts/level",
    given: `the confidence level ${shown(level)}`,
    allowed: 'percent text above 0% and below 100%, such as "95%"',
    todo: "Say how often such an interval should hold the true value.",
  });
}

/** The two ends of an interval, as fractions from 0 to 1, and how often such intervals hold the true value. */
export interface ConfidenceInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: string;
}

export const LEVEL_OPTION: OptionKinds<{ readonly level?: string }> = { level: PERCENT };

/**
 * The Wilson interval of a share: which true rates the count is compatible with. It is exactly 0 at
 * the foot when nobody converted, exactly 1 at the top when all did, and null for a share of nothing.
 *
 * @param options - `level`: percent text above 0% and below 100%; `"95%"` unless given.
 * @throws ProgrammeFault `quantity/share` for a share that is none, `cohorts/level` for a
 * level at or beyond its bounds.
 *
 * @example
 * ```ts
 * import { wilson } from "programme-rules/cohorts";
 *
 * const interval = wilson({ count: 81, of: 263 });
 * interval?.lower.toFixed(4); // => "0.2553"
 * interval?.upper.toFixed(4); // => "0.3662"
 * wilson({ count: 0, of: 0 }); // => null
 * ```
 */
export function wilson(given: Share, options: { readonly level?: string } = {}): ConfidenceInterval | null {
  const { level = USUAL_LEVEL } = optionsOf(options, LEVEL_OPTION);
  const { count, of } = share(given?.count, given?.of);
  const z = standardErrorsOf(level);
  if (of === 0) return null;
  const p = count / of;
  const reach = (z * z) / of;
  const centre = p + reach / 2;
  const half = z * Math.sqrt((p * (1 - p)) / of + reach / of / 4);
  return {
    lower: count === 0 ? 0 : (centre - half) / (1 + reach),
    upper: count === of ? 1 : (centre + half) / (1 + reach),
    level,
  };
}
