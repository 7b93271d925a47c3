import { refuseNotJourney } from "../argument.js";
import { type EpochDay, isIsoDate, isoDate } from "../date/index.js";
import type { Journey, JourneyEvent } from "../journey/index.js";
import {
  editionOn,
  type History,
  isHistory,
  type Programme,
  refuseNotHistory,
  refuseNotRules,
  usualOf,
} from "../rules/index.js";
import { isDay } from "./day-codes.js";
import { STANDS_FOR_NONE } from "./facts.js";

/**
 * Whether a case falls under an edition of a history: a case of which requirement, anchored on which day
 * (`NEVER` while it is not), of which journey or log.
 *
 * @throws ProgrammeFault of `editionOn` when no edition is known to be in force on the day that decides.
 */
export type Applies = (
  requirement: string,
  anchorDay: EpochDay,
  journey: Pick<Journey, "id" | "events">,
) => boolean;

/** The editions of a history, each with the cases that fall under it; all do under one edition alone. */
export function editionsOf(
  rules: Programme | History,
): readonly (readonly [edition: Programme, applies?: Applies])[] {
  refuseNotRules(rules);
  if (!isHistory(rules)) return [[rules]];
  refuseNotHistory(rules);
  return rules.editions.map((edition) => [edition, appliesTo(edition, rules)]);
}

/**
 * The edition that a journey falls under by the axis of the history itself, which is the usual one where
 * the journey has no such event; one edition alone is that of every journey.
 *
 * @throws ProgrammeFault of `editionOn`; `journey/shape` for a value that is not a journey.
 */
export function editionFor(rules: Programme | History, journey: Journey): Programme {
  if (!isHistory(rules)) return rules;
  refuseNotHistory(rules);
  refuseNotJourney(journey);
  return chosen(rules, firstOn(journey.events, rules.axis));
}

/**
 * A requirement may name its own axis, an event kind or `anchor`; where that has no date, the history's
 * decides, and where nothing has, the usual edition stands.
 */
function appliesTo(edition: Programme, history: History): Applies {
  const requirements = edition.standards.flatMap((standard) => [...standard.requirements]);
  const axes = new Map(requirements.map(({ id, axis }) => [id, axis]));
  return (requirement, anchorDay, { events }) => {
    const axis = axes.get(requirement);
    const isByAnchor = axis === "anchor" && isDay(anchorDay);
    const own = isByAnchor ? isoDate(anchorDay) : firstOn(events, axis);
    return chosen(history, own ?? firstOn(events, history.axis)) === edition;
  };
}

const known = new WeakMap<History, Map<string, Programme>>();

/** As `editionOn`, each day of a history looked up once; without a day, the usual edition. */
function chosen(history: History, day: string | undefined): Programme {
  if (day === undefined) return usualOf(history);
  const days = known.get(history) ?? new Map<string, Programme>();
  known.set(history, days);
  const edition = days.get(day) ?? editionOn(history, day);
  days.set(day, edition);
  return edition;
}

/** Days that stand for no date choose no edition. */
const NO_DAYS: readonly string[] = STANDS_FOR_NONE.map(isoDate);

function firstOn(events: readonly JourneyEvent[], kind: string | undefined): string | undefined {
  let first: string | undefined;
  for (const { kind: each, on } of events) {
    if (each === kind && isIsoDate(on) && !NO_DAYS.includes(on) && (first === undefined || on < first))
      first = on;
  }
  return first;
}
