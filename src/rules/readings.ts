import { refuseNotObject } from "../argument.js";
import { ProgrammeFault, shown } from "../fault.js";
import { unknownWord } from "../unknown-word.js";
import { applyChanges } from "./changes.js";
import { freeze } from "./fingerprint.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-argument.js";
import { type Answer, overlaps, type Reading, readingSets } from "./variation.js";

/**
 * The programme under chosen answers to its open questions of reading. Questions not named keep
 * their first answer, which is what the data says. The answered questions are settled in the result:
 * `chosen` records the answers, `decided` the fields they settle. The order of answering is of no
 * consequence, and no answers give the programme itself.
 *
 * @param answers - reading id → answer id.
 * @throws ProgrammeFault `rules/unknown-reading` or `rules/unknown-answer`, listing what there is.
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
  refuseNotProgramme(programme);
  refuseNotObject(answers, "answers by reading");
  const ids = Object.keys(answers);
  if (ids.length === 0) return programme;
  for (const id of ids) answerOf(readingOf(programme, id), answers[id]!);
  const answered = programme.readings.filter(({ id }) => Object.hasOwn(answers, id));
  let result = programme;
  for (const reading of answered) {
    const { changes } = answerOf(reading, answers[reading.id]!);
    result = applyChanges(result, { ...changes, settles: [...(changes.settles ?? []), reading.id] });
  }
  const fields = answered.flatMap((reading) =>
    readingSets(reading).map((field) => [field, reading.id] as const),
  );
  const decided = { ...programme.decided, ...Object.fromEntries(fields) };
  return freeze({ ...result, chosen: { ...programme.chosen, ...answers }, decided });
}

/**
 * An open reading of a programme.
 *
 * @throws ProgrammeFault `rules/unknown-reading` for one it does not have, or has answered.
 */
export function readingOf(programme: Programme, id: string): Reading {
  const reading = programme.readings.find((candidate) => candidate.id === id);
  if (reading !== undefined) return reading;
  const settled = programme.chosen !== undefined && Object.hasOwn(programme.chosen, id);
  throw unknownWord({
    code: "rules/unknown-reading",
    given: settled ? `the reading ${shown(id)}, answered before` : `the reading ${shown(id)}`,
    allowed: settled ? "a reading that is still open" : programme.readings.map((each) => each.id),
    written: id,
    todo: settled ? "Answer it once, from the base programme." : "Choose one of these.",
  });
}

function answerOf(reading: Reading, id: string): Answer {
  const answer = reading.answers.find((candidate) => candidate.id === id);
  if (answer !== undefined) return answer;
  throw unknownWord({
    code: "rules/unknown-answer",
    given: `the answer ${shown(id)} to the reading ${reading.id}`,
    allowed: reading.answers.map((each) => each.id),
    written: id,
    todo: "Choose one of these.",
  });
}

/** Readings: the first answer changes nothing, and no two readings decide the same field. */
export function checkReadings({ readings }: Programme): void {
  const decided: { field: string; reading: string }[] = [];
  for (const reading of readings) {
    checkAnswers(reading);
    for (const field of new Set(readingSets(reading))) {
      const other = decided.find((each) => each.reading !== reading.id && overlaps(each.field, field));
      if (other !== undefined) throw decidedTwice(field, other.reading, reading.id);
      decided.push({ field, reading: reading.id });
    }
  }
}

function checkAnswers({ id, answers }: Reading): void {
  if (Object.keys(answers[0]!.changes).length > 0) throw firstAnswerChanges(id);
  const ids = answers.map((answer) => answer.id);
  const twice = ids.find((each, at) => ids.indexOf(each) !== at);
  if (twice !== undefined) throw answerTwice(id, twice);
}

function firstAnswerChanges(reading: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/first-answer",
    given: `the reading ${reading}, whose first answer changes something`,
    allowed: "a first answer with empty changes: it is what the data already says",
    todo: "Put that answer's values into the data, and the others into changes.",
  });
}

function answerTwice(reading: string, answer: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/answer-twice",
    given: `the reading ${reading} with the answer ${answer} twice`,
    allowed: "each answer once",
    todo: "Rename one of the two.",
  });
}

function decidedTwice(field: string, one: string, other: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/decided-twice",
    given: `the field ${field}, set by the readings ${one} and ${other}`,
    allowed: "each field decided by one reading",
    todo: "Join the two questions into one, with an answer for each combination.",
  });
}
