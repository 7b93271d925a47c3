import { ProgrammeFault, shown } from "../fault.js";
import type { OptionKind } from "../options.js";

/** A percentage as a ratio of two whole numbers, so that no comparison ever rounds. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

const FORM = /^(\d{1,3})(?:\.(\d{1,6}))?%$/;

/** Whether a text is a percentage from 0% to 100% with at most six decimals. */
export function isPercent(text: string): boolean {
  return ratioOf(text) !== undefined;
}

/**
 * Reads decimal text such as `"99.5%"` as an exact ratio of whole numbers.
 *
 * @param text - a percentage from `"0%"` to `"100%"`, at most six decimals.
 * @returns numerator and denominator: `"99.5%"` is 995 of 1000.
 * @throws ProgrammeFault `quantity/percent` for anything else, a bare number included.
 *
 * @example
 * ```ts
 * import { parsePercent } from "programme-rules";
 *
 * parsePercent("99.5%"); // => { numerator: 995, denominator: 1000 }
 * parsePercent("0.995"); // throws Expected a percentage from 0% to 100%
 * ```
 */
export function parsePercent(text: string): Ratio {
  const ratio = ratioOf(text);
  if (ratio !== undefined) return ratio;
  throw new ProgrammeFault({
    code: "quantity/percent",
    given: shown(text),
    allowed: 'a percentage from 0% to 100% as text, at most six decimals, such as "99.5%"',
    todo: "Write the number with its percent sign, as the contract does.",
  });
}

/** An option that is percent text. */
export const PERCENT: OptionKind = (value) => {
  parsePercent(value as string);
};

function ratioOf(text: string): Ratio | undefined {
  const found = typeof text === "string" ? FORM.exec(text) : null;
  if (found === null) return undefined;
  const decimals = found[2] ?? "";
  const [numerator, denominator] = [Number(`${found[1]}${decimals}`), 100 * 10 ** decimals.length];
  return numerator <= denominator ? { numerator, denominator } : undefined;
}
