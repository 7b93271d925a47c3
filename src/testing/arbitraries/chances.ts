import { defined } from "../../defined.js";
import { kind, nested, type OptionKind } from "../../options.js";
import type { Programme } from "../../rules/index.js";

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

const CHANCE = kind(
  (value) => typeof value === "number" && value >= 0 && value <= 1,
  "a number from 0 to 1",
  "0 is never, 1 always.",
);

/** Chances of turns, and of the kinds of event that a programme has. */
export function chancesOf({ events }: Programme): OptionKind {
  return nested<JourneyChances>({
    starts: CHANCE,
    leaves: CHANCE,
    done: CHANCE,
    inTime: CHANCE,
    spells: CHANCE,
    happens: CHANCE,
    lateKnowledge: CHANCE,
    retractions: CHANCE,
    kinds: nested(Object.fromEntries(events.map(({ id }) => [id, CHANCE]))),
  });
}

/** The usual chances but for those given. */
export function withUsual(given: Partial<JourneyChances> = {}): JourneyChances {
  return { ...USUAL_CHANCES, ...defined(given) };
}
