import { type EpochDay, isoDate } from "../date/index.js";
import { type History, isHistory, usualOf } from "./history.js";
import type { Programme } from "./programme.js";
import { refuseNotRules } from "./programme-kind.js";

/**
 * The programme itself; of a history the one edition that no known bound rules out that day, or its
 * usual one where several, or none, could be in force.
 */
export function programmeOn(rules: Programme | History, day: EpochDay): Programme {
  refuseNotRules(rules);
  if (!isHistory(rules)) return rules;
  const on = isoDate(day);
  const possible = rules.editions.filter(
    ({ inForce: { from = on, until = on } }) => from <= on && on <= until,
  );
  if (possible.length === 1) return possible[0]!;
  return usualOf(rules);
}
