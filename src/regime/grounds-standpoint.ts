import type { EpochDay } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { freeze, type Programme, type Regime, type RegimeLevel, scopeWords } from "../rules/index.js";
import { type JudgedFigure, REVIEW_BASES, type ReviewBasis } from "./figure.js";

/**
 * The numbers that no source gives: from when on a projection speaks for a level. A rule whose number
 * is left out is not used.
 *
 * - `indexBelow`: an index against the profile below this is a shortfall: percent text, `"95%"` is 0.95.
 * - `probabilityBelow`: so is a probability of reaching the level below this: percent text.
 * - `reviewMonths`: in how many review months running. A month without a figure is no review month.
 * - `monthsAfterDue`: a projected shortfall that still stands so many months after a remedial action
 *   fell due speaks for the next step.
 * - `minimumStarts`: a rate of fewer people raises no ground.
 * - `bases`: on which bases figures are looked at; all unless given.
 */
export interface InterventionPolicy {
  readonly id: string;
  readonly title?: string;
  readonly indexBelow?: string;
  readonly probabilityBelow?: string;
  readonly reviewMonths: number;
  readonly monthsAfterDue?: number;
  readonly minimumStarts: number;
  readonly bases?: readonly ReviewBasis[];
}

/**
 * The policy used unless another is given. Its numbers are illustrations: no source gives any
 * (001 ¶12 and ¶13 speak only of performance that may be missed, and of remedies that did not lift it).
 *
 * @example
 * ```ts
 * import { illustrativePolicy } from "programme-rules/regime";
 *
 * const { indexBelow, probabilityBelow, reviewMonths, monthsAfterDue, minimumStarts } = illustrativePolicy;
 * [indexBelow, probabilityBelow]; // => ["95%", "50%"]
 * [reviewMonths, monthsAfterDue, minimumStarts]; // => [2, 3, 30]
 * ```
 */
export const illustrativePolicy: InterventionPolicy = freeze({
  id: "illustrative",
  title: "Illustrative numbers; no source gives any",
  indexBelow: "95%",
  probabilityBelow: "50%",
  reviewMonths: 2,
  monthsAfterDue: 3,
  minimumStarts: 30,
  bases: REVIEW_BASES.filter((basis) => basis !== "relative"),
});

/**
 * Under which rules grounds are gathered, as at which day, and by which policy figures are judged;
 * `minimumStarts` holds without a policy too, because it only withholds.
 */
export interface Standpoint {
  readonly programme: Programme;
  readonly regime: Regime | undefined;
  readonly asAt: EpochDay;
  readonly policy: InterventionPolicy | null;
  readonly minimumStarts: number;
}

/** The title of a thing with its id and where it was measured. */
export function aboutWords(
  { title, id, scope }: Pick<JudgedFigure, "title" | "id" | "scope">,
  { programme }: Pick<Standpoint, "programme">,
): string {
  return `${title} (${id}), ${scopeWords(scope, programme)}`;
}

/**
 * A level by its id, or by its number among the levels.
 *
 * @throws ProgrammeFault `regime/level` for one that the regime does not have.
 */
export function levelOf(regime: Regime | undefined, given: string | number): RegimeLevel {
  const levels = regime?.levels ?? [];
  const number = Number(given);
  const found = levels.find(({ id }) => id === given) ?? levels[Number.isInteger(number) ? number - 1 : -1];
  if (found !== undefined) return found;
  throw new ProgrammeFault({
    code: "regime/level",
    given: `the level ${shown(given)}`,
    allowed:
      levels.map(({ id, title }, at) => `${id} or ${at + 1} (${title})`).join(", ") ||
      "none: the programme has no levels",
    todo: "Name a level of the edition in force when it was decided.",
  });
}
