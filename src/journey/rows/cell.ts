import { listed } from "../../unknown-word.js";
import type { FieldType } from "./columns.js";
import type { ProblemCode } from "./problem.js";

/** Why a cell could not be read: a code, and the rule's own words for it. */
export class Unreadable {
  constructor(
    readonly code: ProblemCode,
    readonly detail = "",
  ) {}
}

/** The words for yes and no. */
export const YES_OR_NO = ["yes", "no", "true", "false"] as const;

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** A filled cell as yes or no; capitals do not matter. */
export function readYesOrNo(text: string): boolean | Unreadable {
  return TRUTH.get(text.toLowerCase()) ?? new Unreadable("journey/yes-or-no");
}

/** A filled cell as one of the words allowed, in their spelling; capitals do not matter. */
export function readWord(text: string, words: readonly string[], code: ProblemCode): string | Unreadable {
  return wordOf(text, words) ?? new Unreadable(code, allowedWords(words));
}

/** The word of a list that a text is, but for letter case. */
export function wordOf(text: string, words: readonly string[]): string | undefined {
  if (words.includes(text)) return text;
  const lower = text.toLowerCase();
  return words.find((word) => word.toLowerCase() === lower);
}

/** A filled field of an event, as its type says. */
export function readField(text: string, type: FieldType): string | number | boolean | Unreadable {
  switch (type) {
    case "text":
      return text;
    case "count":
      return /^0*[1-9]\d{0,5}$/.test(text) ? Number(text) : new Unreadable("journey/not-a-count");
    case "whole":
      return /^\d{1,15}$/.test(text) ? Number(text) : new Unreadable("journey/not-whole");
    case "yes-or-no":
      return readYesOrNo(text);
    case "month":
      return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : new Unreadable("journey/month-form");
  }
}

/** The words allowed, as a sentence names them. */
export function allowedWords(words: readonly string[]): string {
  return words.length === 0 ? "nothing: the programme has none" : listed(words);
}
