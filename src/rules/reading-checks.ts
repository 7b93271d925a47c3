import { ProgrammeFault } from "../fault.js";
import type { Programme } from "./programme.js";
import type { Reading } from "./reading.js";
import { overlaps, readingSets } from "./reading-fields.js";

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
