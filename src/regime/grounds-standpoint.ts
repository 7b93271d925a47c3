import type { EpochDay } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import {
  type PerformanceScope,
  type Programme,
  type Regime,
  type RegimeLevel,
  scopeWords,
} from "../rules/index.js";
import type { InterventionPolicy } from "./policy.js";

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
  { title, id, scope }: { readonly title: string; readonly id: string; readonly scope: PerformanceScope },
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
