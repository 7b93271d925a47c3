import { editionsOf } from "../deadlines/index.js";
import type { Journey } from "../journey/index.js";
import { type History, isHistory, type Programme } from "../rules/index.js";
import { type AssessOptions, assessEdition, type Finding } from "./assessors.js";

/**
 * Assesses one journey against every requirement of a programme that is about a referral, as at a
 * date. Each requirement has at least one finding; a requirement with many cases (each contact due,
 * each missed meeting) has one a case. Of a history, each requirement is taken from the edition in force
 * on its axis: the day of the referral, of the start, or of the case's own anchor.
 *
 * @throws {@link ProgrammeFault} `journey/shape` for a value that is not a journey, `journey/date` for
 * an event whose date cannot be read, `deadlines/as-at` for a date outside the calendars,
 * `rules/unknown-bounds` or `rules/no-edition` when no edition of a history is known to be in force.
 *
 * @throws {@link ProgrammeFault} `argument/programme`, `argument/options` or `argument/missing` for
 * arguments forgotten, misspelt or in another order.
 *
 * @example
 * ```ts
 * import { assess, whpJetsCv06 } from "programme-rules";
 *
 * const journey = {
 *   id: "R1",
 *   events: [
 *     { kind: "referral-received", on: "2021-04-01" },
 *     { kind: "referral-acknowledged", on: "2021-04-08" },
 *   ],
 * };
 * const [first] = assess(whpJetsCv06, journey, { asAt: "2021-04-30" });
 * first?.verdict; // => "not-met"
 * first?.reason; // => "late"
 * first?.dueOn; // => "2021-04-07"
 * ```
 */
export function assess(rules: Programme | History, journey: Journey, options: AssessOptions): Finding[] {
  if (!isHistory(rules)) return assessEdition(rules, journey, options);
  return editionsOf(rules).flatMap(([edition, applies]) => assessEdition(edition, journey, options, applies));
}
