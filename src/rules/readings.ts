import { refuseNotObject } from "../argument.js";
import { ProgrammeFault, shown } from "../fault.js";
import { applyChanges } from "./changes.js";
import { freeze } from "./freeze.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-kind.js";
import type { Answer, Reading } from "./reading.js";
import { readingSets } from "./reading-fields.js";

/**
 * The programme under chosen answers to its open questions of reading. Questions not named keep
 * their first answer, which is what the data says. The answered questions are settled in the result:
 * `chosen` records the answers, `decided` the fields they settle. The order of answering is of no
 * consequence, and no answers give the programme itself.
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
 * @throws {@link ProgrammeFault} `rules/unknown-reading` for one it does not have, or has answered.
 */
export function readingOf(programme: Programme, id: string): Reading {
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
