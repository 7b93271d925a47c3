import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { unknownWord } from "../../unknown-word.js";
import type { Vocabulary } from "./journey-vocabulary.js";

/** A draw of one turn: below what is absent there is nothing; above, the larger the later. It shrinks to nothing. */
export const DRAWS = 10_000;

/**
 * How likely the turns of a journey are, each from 0 to 1.
 *
 * - `starts`, `leaves`: whether someone starts, and later leaves.
 * - `done`: whether what is owed is done at all; `inTime`: whether what is done comes within its time.
 * - `spells`: whether someone begins a job, disengages, or enters another such state, each time anew.
 * - `happens`: whether what nobody owes happens: a missed meeting, an agreed frequency, earnings.
 * - `lateKnowledge`, `retractions`: whether one event becomes known later, or is withdrawn.
 * - `kinds`: whether single kinds of event come, by their ids, in place of what is said above of all of them:
 *   `{ "job-started": 0.3 }`.
 */
export interface JourneyChances {
  readonly starts: number;
  readonly leaves: number;
  readonly done: number;
  readonly inTime: number;
  readonly spells: number;
  readonly happens: number;
  readonly lateKnowledge: number;
  readonly retractions: number;
  readonly kinds: Readonly<Record<string, number>>;
}

const USUAL_CHANCES: JourneyChances = {
  starts: 0.85,
  leaves: 0.9,
  done: 0.8,
  inTime: 0.85,
  spells: 0.35,
  happens: 0.6,
  lateKnowledge: 0.5,
  retractions: 0.15,
  kinds: {},
};

export function checkedChances(
  { programme }: Vocabulary,
  { kinds = {}, ...given }: Partial<JourneyChances> = {},
): JourneyChances {
  const named = defined(given) as Omit<JourneyChances, "kinds">;
  checkEach(named, Object.keys(USUAL_CHANCES));
  checkEach(
    kinds,
    programme.events.map(({ id }) => id),
  );
  return { ...USUAL_CHANCES, ...named, kinds };
}

function checkEach(chances: Readonly<Record<string, number>>, allowed: readonly string[]): void {
  for (const [name, chance] of Object.entries(chances)) {
    const fault = { code: "testing/chance", given: `the chance ${name} ${shown(chance)}` };
    if (!allowed.includes(name))
      throw unknownWord({ ...fault, written: name, allowed, todo: "Name one of these." });
    if (typeof chance !== "number" || !(chance >= 0 && chance <= 1))
      throw new ProgrammeFault({ ...fault, allowed: "a number from 0 to 1", todo: "0 is never, 1 always." });
  }
}
