import { expect } from "vitest";
import type { RuleCase } from "./case.js";
import { countOnTheWall, fromWords, inWords, isOnTheWall, numberOf } from "./wall-calendar.js";

/** What settles or ends a case, so that its day must be in the sentence. */
const DECIDED = ["late", "outside-window", "excused", "stopped", "state-ended"];

/** A sentence has the case's dates in words, its verdict and its citation, and counts as the wall calendar does. */
export function expectSentence(sentence: string, given: RuleCase, citation: string): void {
  const [verdict, reason] = given.expect.split(": ") as [string, string | undefined];
  expect(sentence.endsWith(` ${citation}`)).toBe(true);
  expect(sentence).toMatch(new RegExp(`[:,] ${verdict.replace("-", " ")}[,. ]`));
  for (const other of ["met", "not met", "pending", "not applicable", "undetermined"]) {
    if (other !== verdict.replace("-", " ")) expect(sentence).not.toMatch(new RegExp(`[:,] ${other}[,. ]`));
  }
  if (given.dueOn !== undefined) expect(sentence).toContain(inWords(given.dueOn));
  if (given.opensOn !== undefined) expect(sentence).toContain(inWords(given.opensOn));
  if (given.anchorOn !== undefined) expect(sentence).toContain(inWords(given.anchorOn));
  const doneOn = given.doneOn ?? lastDateOf(given.when);
  const isState = /backlog-share$|offer-backlog\/share$/.test(given.of);
  const isDecided = verdict === "met" ? !isState : reason !== undefined && DECIDED.includes(reason);
  if (isDecided) expect(sentence).toContain(` ${inWords(doneOn)}`);
  if (verdict === "pending") expect(sentence).toContain(`As at ${inWords(given.asAt)} `);
  if (given.sentence !== undefined) expect(sentence).toBe(`${given.sentence} ${citation}`);
  expectCounted(sentence);
}

const DATE = "(\\w{3} \\d+ \\w{3} \\d{4})";
const REACHED = `${DATE}(?: \\(([^()]*) do(?:es)? not count\\))?`;
const LATER = new RegExp(`${DATE}(?:, known ${DATE})?\\. (\\w+) working days? later is ${REACHED}`, "g");
const AFTER = new RegExp(`(\\w+) working days? after ${DATE} is ${REACHED}`, "g");

/**
 * Where a sentence counts working days after a date, the wall calendar comes to the same day over the
 * same days off. A sentence that names two dates counts from one of them, by the reading chosen.
 */
function expectCounted(sentence: string): void {
  for (const [, on, known, count, to, passed] of sentence.matchAll(LATER))
    expectCount(known === undefined ? [on!] : [on!, known], count!, to!, passed);
  for (const [, count, on, to, passed] of sentence.matchAll(AFTER)) expectCount([on!], count!, to!, passed);
}

function expectCount(starts: string[], count: string, to: string, passed = ""): void {
  if (![...starts, to].every((date) => isOnTheWall(fromWords(date)))) return;
  const counts = starts.map((from) => countOnTheWall(fromWords(from), numberOf(count)));
  expect(counts).toContainEqual({ to: fromWords(to), passed });
}

function lastDateOf(when: string): string {
  const dates = when.split(", ").filter((event) => !event.startsWith("attested"));
  return dates.at(-1)!.split(" ")[1]!;
}
