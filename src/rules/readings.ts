import { ProgrammeFault, shown } from "../fault.js";
import { applyChanges, fieldsSet } from "./changes.js";
import { checkProgramme } from "./check.js";
import type { Grounded } from "./citation.js";
import { freeze } from "./freeze.js";
import type { Programme } from "./programme.js";
import type { Answer, Changes, Reading } from "./reading.js";
import { overlaps, readingSets } from "./reading-fields.js";

/** A contract variation, an offer, or filled-in values: titled, cited changes to a base programme. */
export interface Variation extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly edition?: string;
  readonly changes: Changes;
}

/**
 * The programme under chosen answers to its open questions of reading. Questions not named keep
 * their first answer, which is what the data says. The answered questions are settled in the result
 * and recorded in `chosen`.
 *
 * @param answers - reading id → answer id.
 * @throws {@link ProgrammeFault} `rules/unknown-reading` or `rules/unknown-answer`, listing what there is.
 *
 * @example
 * ```ts
 * import { whpJetsCv06, withReadings } from "programme-rules";
 *
 * const strict = withReadings(whpJetsCv06, { "counting-day": "day-1" });
 * strict.conventions.countingDay; // => "day-1"
 * withReadings(whpJetsCv06, { "counting-day": "day-2" }); // throws day-0, day-1
 * ```
 */
export function withReadings(programme: Programme, answers: Readonly<Record<string, string>>): Programme {
  let result = programme;
  for (const [id, answer] of Object.entries(answers)) {
    const reading = readingOf(programme, id);
    const { changes } = answerOf(reading, answer);
    result = applyChanges(result, { ...changes, settles: [...(changes.settles ?? []), id] });
  }
  return freeze({ ...result, chosen: { ...programme.chosen, ...answers } });
}

/**
 * The programme as varied. A variation may not overwrite what an open reading decides unless it
 * `settles` that reading; the result is checked like any programme.
 *
 * @throws {@link ProgrammeFault} `rules/overwrites-reading` and the faults of {@link defineProgramme}.
 *
 * @example
 * ```ts
 * import { amend, whpJetsCv06 } from "programme-rules";
 *
 * const offer = amend(whpJetsCv06, {
 *   id: "my-offer",
 *   title: "Acknowledge within one working day",
 *   basis: "assumed",
 *   changes: { set: { "css-1/acknowledged": { within: { workingDays: 1 } } } },
 * });
 * offer.id; // => "whp-jets"
 * ```
 */
export function amend(programme: Programme, variation: Variation): Programme {
  const settled = new Set(variation.changes.settles ?? []);
  for (const id of settled) readingOf(programme, id);
  const open = programme.readings.filter(({ id }) => !settled.has(id));
  for (const field of fieldsSet(variation.changes)) {
    const decides = open.find((reading) => readingSets(reading).some((other) => overlaps(field, other)));
    if (decides !== undefined) throw overwrites(variation.id, field, decides.id);
  }
  const changed = applyChanges(programme, variation.changes);
  return checkProgramme({ ...changed, edition: variation.edition ?? changed.edition });
}

function readingOf(programme: Programme, id: string): Reading {
  const reading = programme.readings.find((candidate) => candidate.id === id);
  if (reading !== undefined) return reading;
  const settled = programme.chosen !== undefined && Object.hasOwn(programme.chosen, id);
  throw new ProgrammeFault({
    code: "rules/unknown-reading",
    given: settled ? `the reading ${shown(id)}, answered before` : `the reading ${shown(id)}`,
    allowed: `open readings of ${programme.id}: ${programme.readings.map((each) => each.id).join(", ")}`,
    todo: settled ? "Answer it once, from the base programme." : "Choose one of these.",
  });
}

function answerOf(reading: Reading, id: string): Answer {
  const answer = reading.answers.find((candidate) => candidate.id === id);
  if (answer !== undefined) return answer;
  throw new ProgrammeFault({
    code: "rules/unknown-answer",
    given: `the answer ${shown(id)} to the reading ${reading.id}`,
    allowed: reading.answers.map((each) => each.id).join(", "),
    todo: "Choose one of these.",
  });
}

function overwrites(variation: string, field: string, reading: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/overwrites-reading",
    given: `the variation ${shown(variation)}, which sets ${field}`,
    allowed: `fields that no open reading decides; ${field} is decided by the reading ${reading}`,
    todo: `Add "${reading}" to the variation's \`settles\` if its text answers that question.`,
  });
}
