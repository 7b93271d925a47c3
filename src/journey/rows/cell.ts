import { type IsoDate, isoDate, readEpochDay, readUkDate } from "../../date/index.js";
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

/** One way of writing dates. */
export interface DateForm {
  readonly read: (text: string) => number;
  readonly shape: RegExp;
  readonly withTime: RegExp;
  readonly allowed: string;
}

export const DATE_FORMS: Readonly<Record<"iso" | "uk", DateForm>> = {
  iso: {
    read: readEpochDay,
    shape: /^\d{4}-\d\d-\d\d$/,
    withTime: /^\d{4}-\d\d-\d\d[T ]\d/,
    allowed:
      'an ISO date such as 2021-04-01 (a file with its days first needs `dates: "uk"` in the mapping; what stands for an empty cell goes into its `blank`)',
  },
  uk: {
    read: (text) => readUkDate(text) ?? Number.NaN,
    shape: /^\d{1,2}\/\d{1,2}\/\d{4}$/,
    withTime: /^\d{1,2}\/\d{1,2}\/\d{4} \d/,
    allowed: "a date with its day first and four digits of the year, such as 01/04/2021",
  },
};

const DATE_ALONE = "the date alone (`londonDate` gives the date of an instant)";

/** A filled date cell as an ISO date. */
export function readDate(text: string, form: DateForm): IsoDate | Unreadable {
  const day = form.read(text);
  if (!Number.isNaN(day)) return isoDate(day);
  if (form.shape.test(text)) return new Unreadable("journey/date-not-real");
  if (form.withTime.test(text)) return new Unreadable("journey/date-with-time", DATE_ALONE);
  return new Unreadable("journey/date-form", form.allowed);
}

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

/** A filled cell as one of the words allowed. */
export function readWord(text: string, words: readonly string[], code: ProblemCode): string | Unreadable {
  return words.includes(text) ? text : new Unreadable(code, allowedWords(words));
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
