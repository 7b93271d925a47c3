import { isObject } from "../../argument.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { unknownWord } from "../../unknown-word.js";
import { wordOf, YES_OR_NO } from "./cell.js";
import {
  FIELD_TYPES,
  LONG_COLUMNS,
  NATIONS,
  PRAP_STATUSES,
  PROVISIONS,
  RETRACTED,
  wideColumns,
} from "./columns.js";
import type { ReadableProgramme } from "./readable-programme.js";

/** The key of words that serve every column with a fixed list of them. */
export const EVERY_COLUMN = "*";

type Words = Readonly<Record<string, string>>;

/** The kind of event whose status is one of a list. */
const STATUS_KIND = "prap-updated";

/**
 * The words that a column may hold, where it has a fixed list; undefined for one of free text, dates or numbers, and
 * where only a programme would say.
 */
export function columnWords(column: string, programme?: ReadableProgramme): readonly string[] | undefined {
  switch (column) {
    case "prap_status":
      return PRAP_STATUSES;
    case "nation":
      return programme?.calendars === undefined ? NATIONS : Object.keys(programme.calendars);
    case "provision":
      return PROVISIONS;
    case "group":
      return programme?.groups?.map(({ id }) => id);
    case "kind":
      return programme && [...programme.events.map(({ id }) => id), RETRACTED];
    case "status":
      return programme?.events.every(({ id, fields }) => id === STATUS_KIND || !fields?.includes(column))
        ? PRAP_STATUSES
        : undefined;
    default:
      return column === "self_employed" || FIELD_TYPES.get(column) === "yes-or-no" ? YES_OR_NO : undefined;
  }
}

/** Whether a word is one of a column's. Kinds of event are told from each other by capitals too. */
function isWordOf(column: string, words: readonly string[], word: string): boolean {
  return column === "kind" ? words.includes(word) : wordOf(word, words) !== undefined;
}

/** What the words of a mapping stand for, column by column; letter case does not matter. */
export class Translations {
  readonly #values: ReadonlyMap<string, Words>;
  readonly #programme: ReadableProgramme | undefined;
  readonly #made = new Map<string, ReadonlyMap<string, string>>();
  readonly blank: ReadonlySet<string>;
  readonly #isNone: boolean;

  constructor(
    values: Readonly<Record<string, Words>> = {},
    blank: readonly string[] = [],
    programme: ReadableProgramme | undefined,
  ) {
    this.#values = new Map(Object.entries(values));
    this.blank = new Set(blank.map(plain));
    this.#programme = programme;
    this.#isNone = this.#values.size === 0 && this.blank.size === 0;
  }

  /** What a text stands for in a column; `words` are those it may hold where the column alone does not tell. */
  of(column: string, text: string, words?: readonly string[]): string {
    if (this.#isNone) return text;
    const key = words === undefined ? column : `${column} ${words.join()}`;
    const made =
      this.#made.get(key) ?? this.#make(key, column, words ?? columnWords(column, this.#programme));
    return made.size === 0 ? text : (made.get(text.toLowerCase()) ?? text);
  }

  #make(key: string, column: string, words: readonly string[] | undefined): ReadonlyMap<string, string> {
    const forEvery = Object.entries(this.#values.get(EVERY_COLUMN) ?? {}).filter(
      ([, word]) => words !== undefined && (word === "" || isWordOf(column, words, word)),
    );
    const own = Object.entries(this.#values.get(column) ?? {});
    const made = new Map([
      ...[...this.blank].map((word) => [word, ""] as const),
      ...[...forEvery, ...own].map(([from, to]) => [plain(from), to.trim()] as const),
    ]);
    this.#made.set(key, made);
    return made;
  }
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}

/**
 * Refuses values that are none, words that contradict each other, and words that their column does not have.
 *
 * @throws ProgrammeFault `journey/mapping-values`, `journey/mapping-values-column`, `journey/mapping-words`,
 * `journey/mapping-word`.
 */
export function checkValues(
  values: unknown,
  isColumn: (name: string) => boolean,
  programme: ReadableProgramme | undefined,
): void {
  if (values === undefined) return;
  if (!isObject(values))
    throw fault(
      "-values",
      `values as ${shown(values)}`,
      "an object: standard column to its words",
      'Write { prap_status: { DNA: "did-not-attend" } }.',
    );
  for (const [column, words] of Object.entries(values)) {
    if (column !== EVERY_COLUMN && !isColumn(column))
      throw fault(
        "-values-column",
        `${shown(column)} in the mapping's values`,
        'a standard column, a field of an event, or "*" for every column that has a list of words',
        "Use the standard name, not the file's own.",
      );
    if (!(isObject(words) && Object.values(words).every((word) => typeof word === "string")))
      throw fault(
        "-words",
        `values.${column} as ${shown(words)}`,
        "an object: the file's word to the standard one, both text",
        'Use "" for a word that stands for an empty cell.',
      );
    checkWords(column, words as Words, programme);
  }
}

function checkWords(column: string, words: Words, programme: ReadableProgramme | undefined): void {
  const said = new Map<string, string>();
  const lists = listsFor(column, programme);
  for (const [from, to] of Object.entries(words)) {
    const other = said.get(plain(from));
    if (other !== undefined && other !== to)
      throw fault(
        "-words",
        `values.${column} with ${shown(from)} as ${shown(to)} and, in another letter case, as ${shown(other)}`,
        "one meaning for each word: letter case does not matter",
        "Leave out the one that is not meant.",
      );
    said.set(plain(from), to);
    const isKnown = lists.some(([each, allowed]) => isWordOf(each, allowed, to.trim()));
    if (to.trim() === "" || lists.length === 0 || isKnown) continue;
    throw unknownWord({
      code: "journey/mapping-word",
      given: `${shown(to)} as what ${shown(from)} stands for in the mapping's values.${column}`,
      allowed: [...new Set(lists.flatMap(([, allowed]) => allowed))],
      written: to,
      todo: 'Put the file\'s word on the left and the standard one, or "", on the right.',
    });
  }
}

/** The lists of words that a key of `values` may draw on, each with its column. */
function listsFor(
  key: string,
  programme: ReadableProgramme | undefined,
): (readonly [column: string, words: readonly string[]])[] {
  const columns = key === EVERY_COLUMN ? [...wideColumns, ...LONG_COLUMNS, ...FIELD_TYPES.keys()] : [key];
  return columns.flatMap((column) => {
    const words = columnWords(column, programme);
    return words === undefined ? [] : [[column, words] as const];
  });
}

function fault(code: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: `journey/mapping${code}`, given, allowed, todo });
}
