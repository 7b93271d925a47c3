import { nearest } from "../../unknown-word.js";

/**
 * A fault in the data, as opposed to a fault of the caller: listed, never thrown. The message names
 * place and rule and holds no value from the data; the value is apart, in `value`, so that messages
 * can be logged.
 *
 * - `code`: stable, `journey/what-is-wrong`.
 * - `line`, `column`: where, when it came from a file; the header is line 1.
 * - `journey`: the id of the journey it concerns, when it has one; `kind`: the kind of event.
 * - `allowed`: of a word that may be one of those in the data, which there are.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly journey?: string;
  readonly kind?: string;
  readonly value?: string;
  readonly allowed?: readonly string[];
}

/** What is wrong, what is allowed, and what becomes of it. */
type Wording = readonly [wrong: string, allowed: string, effect: string];

const NOT_A_JOURNEY = "The row is not read as a journey.";
const NOT_USED = "The row is not used.";
const SKIPPED = "The row is skipped.";
const UNDETERMINED = "What depends on it is undetermined.";
const REFERENCE = "a reference of your own of 1 to 100 characters";
const BOTH = "both of them, or neither";
const CELL_COUNT = "one cell per column, with double quotes around a cell that holds a comma";
const MAYBE_MOVED = "Cells may have moved, so all but the id is undetermined.";

/** What to do about a word of one's own. */
const OWN_WORDS = " (what your own words stand for goes into the mapping's `values`)";

const tooManyOrFew = (counts: string): Wording => [counts, CELL_COUNT, MAYBE_MOVED];
const halfFilled = (other: string): Wording => [`filled, and ${other} is not`, BOTH, UNDETERMINED];

/** The wording of every problem met while reading rows. `detail` is a rule's own words, never a cell's. */
const WORDING = {
  "journey/no-id": () => ["empty", `${REFERENCE}, once in the file`, NOT_A_JOURNEY],
  "journey/id-too-long": () => ["longer than 100 characters", REFERENCE, NOT_A_JOURNEY],
  "journey/id-used-before": (line) => [
    `used before, on line ${line}`,
    "one row per referral",
    "Rows that are alike count once; of rows that differ nobody knows which is right, so that nothing of the referral can be judged.",
  ],
  "journey/other-programme": (programme) => [
    "another programme than the one these rows are read for",
    `${programme}, or nothing`,
    NOT_A_JOURNEY,
  ],
  "journey/empty-row": () => ["nothing in the row", "a row with something in it, or none", SKIPPED],
  "journey/total-row": () => ["a row of totals, without a date", "rows of data alone", SKIPPED],
  "journey/page-line": () => [
    "a line of the page around the table, without a date (its names again, a rule, a title or a note)",
    "rows of data alone",
    SKIPPED,
  ],
  "journey/too-many-cells": tooManyOrFew,
  "journey/too-few-cells": tooManyOrFew,
  "journey/unknown-column": (columns) => ["not a column that is read", columns, "The column is not read."],
  "journey/not-text": () => ["not text", "the text of one cell", UNDETERMINED],
  "journey/date-form": (example) => ["not a date that can be read", example, UNDETERMINED],
  "journey/date-not-real": () => [
    "no such day",
    "a day that exists, of the years 1900 to 2199 (what stands for an empty cell goes into the mapping's `blank`)",
    UNDETERMINED,
  ],
  "journey/date-with-time": (example) => ["a time of day beside the date", example, UNDETERMINED],
  "journey/time-without-offset": () => [
    "a time without its offset from UTC, which is no instant",
    'a time with an offset such as 2021-04-01T09:30:00+01:00 (where the date before the time counts, the mapping says `times: "as-written"`)',
    UNDETERMINED,
  ],
  "journey/date-object": () => [
    "a Date object, which is an instant and not a date",
    "the date as text (`londonDate` of programme-rules gives the date of an instant in London)",
    UNDETERMINED,
  ],
  "journey/date-number": () => [
    "a number, not a date as text",
    'a date (where numbers are days as Excel counts them, 44287 for 2021-04-01, the mapping says `excelSerials: true`; where they are digits such as 20210401, it says "yyyyMMdd" in `dates`)',
    UNDETERMINED,
  ],
  "journey/no-receipt": () => ["empty", "the date the referral was received", UNDETERMINED],
  "journey/unknown-nation": (nations) => [
    "not a nation the rules are for",
    nations,
    "The nation is left out.",
  ],
  "journey/unknown-group": (groups) => [
    "not a customer group of the programme",
    groups,
    "The group is left out.",
  ],
  "journey/unknown-provision": (provisions) => [
    "not a known provision",
    provisions,
    "The provision is left out.",
  ],
  "journey/yes-or-no": () => ["neither yes nor no", `yes, no, true or false${OWN_WORDS}`, UNDETERMINED],
  "journey/unknown-status": (statuses) => ["not a PRaP status", `${statuses}${OWN_WORDS}`, UNDETERMINED],
  "journey/status-without-date": halfFilled,
  "journey/date-without-status": halfFilled,
  "journey/known-without-end": (column) => [
    `filled, and ${column} is not`,
    "the date a job end became known beside the date of the job end",
    UNDETERMINED,
  ],
  "journey/outcome-without-programme": () => [
    "filled, and no programme says what an outcome is",
    "nothing, until the mapping's `programme` is given",
    "The outcome is not read.",
  ],
  "journey/programme-without-outcome": () => [
    "filled, and the programme has no outcome",
    "nothing",
    "The outcome is not read.",
  ],
  "journey/not-in-programme": (kind) => [
    `filled, and the programme has no event ${kind}`,
    "nothing",
    "The date is not read.",
  ],
  "journey/event-without-id": () => ["empty", "the id of a referral", NOT_USED],
  "journey/event-without-journey": () => [
    "no journey of this id was read",
    "the id of a referral that was read",
    NOT_USED,
  ],
  "journey/event-without-kind": () => ["empty", "a kind of event", NOT_USED],
  "journey/unknown-kind": (kinds) => ["not a kind of event of the programme", kinds, NOT_USED],
  "journey/event-without-date": () => ["empty", "the date it happened", UNDETERMINED],
  "journey/event-id-too-long": () => ["longer than 100 characters", REFERENCE, UNDETERMINED],
  "journey/field-missing": (kind) => ["empty", `a value in every row of kind ${kind}`, UNDETERMINED],
  "journey/field-not-of-kind": (kind) => [
    `filled, and an event of kind ${kind} has no such field`,
    "nothing",
    "The field is left out.",
  ],
  "journey/not-a-count": () => ["not a whole number from 1", "digits alone, such as 10", UNDETERMINED],
  "journey/not-whole": () => [
    "not a whole number from 0",
    "digits alone, such as 100000 pence for £1,000",
    UNDETERMINED,
  ],
  "journey/month-form": () => ["not a month", "a month such as 2021-04", UNDETERMINED],
} as const satisfies Record<string, (detail: string) => Wording>;

/** The stable codes of problems met while reading rows. */
export type ProblemCode = keyof typeof WORDING;

export const PROBLEM_CODES = Object.keys(WORDING) as readonly ProblemCode[];

/** A problem's sentences, after the place they are about. */
export function problemText(code: ProblemCode, detail = ""): string {
  const [wrong, allowed, effect] = (WORDING[code] as (detail: string) => Wording)(detail);
  return `${wrong}. Expected ${allowed}${allowed.endsWith("?") ? "" : "."} ${effect}`;
}

/** The columns that are read, in words. */
export const READ_COLUMNS = "the standard columns, those the mapping names, and those in its `ignore`";

/** What is expected, with the word that may have been meant. */
export function orNearest(expected: string, written: string, words: readonly string[]): string {
  const near = nearest(written, words);
  return near === undefined ? expected : `${expected}; did you mean ${near}?`;
}

/** As `orNearest`, for a kind of event that may have been meant, or "". */
export function orMeant(expected: string, meant: string): string {
  return meant === "" ? expected : `${expected}; did you mean ${meant}?`;
}
