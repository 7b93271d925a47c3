import { isObject } from "../../argument.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { CHECKED, FLAG, type OptionKinds, oneOf, optionsOf } from "../../options.js";
import { unknownWord } from "../../unknown-word.js";
import { checkValues, columnWords, EVERY_COLUMN, Translations } from "./column-words.js";
import {
  FIELD_TYPES,
  isFieldName,
  KIND_OF_COLUMN,
  LONG_COLUMNS,
  loose,
  NATIONS,
  type OutcomeEvent,
  outcomeOf,
  RETRACTED,
  type WideColumn,
  wideColumns,
} from "./columns.js";
import { DATE_COLUMNS, DateReader, type DateRules } from "./date-reader.js";
import type { ReadableProgramme } from "./readable-programme.js";

/** One row as any CSV reader gives it: the text of each cell by its column's name. */
export type Row = Readonly<Record<string, string | undefined>>;

/**
 * How rows say what happened. All of it may be left out: then columns have their standard names and
 * dates are ISO dates.
 *
 * - `columns`: the name a file gives to a standard column: `{ received_on: "Date received" }`. One
 *   column of a file may serve two standard ones. Letter case, spaces, underscores and hyphens of a file's names do not
 *   matter.
 * - `eventColumns`: the same for the long rows: `id`, `kind`, `on`, `known_on`, `event_id`, or a field.
 * - `ignore`: columns of the files that are not to be read, a standard one too. A column that is
 *   neither read nor ignored is listed as a problem once, so that a misspelt heading is not lost.
 * - `dates`: `"iso"` (2021-04-01, the default), `"uk"` (01/04/2021, day first), a form in the tokens of date-fns
 *   (`"dd-MMM-yy"`, `"yyyy-MM-dd HH:mm:ss"`; `yyyy` has four digits, `yy` means 2000 to 2099), a list of those, or any of it
 *   by standard column, with `"*"` for the others: `{ received_on: "uk", "*": "iso" }`. Never guessed: a list of which
 *   some text would be two dates is refused.
 * - `times`: what a time beside a date means: `"as-written"`, the date before it counts; `"london"`, the date in London at
 *   that instant (a time without an offset is none). Without it midnight is a date where a form has a time, and any
 *   other time a problem.
 * - `excelSerials`: `true` where numbers in date columns are days as Excel counts them: 44287 is 2021-04-01.
 * - `values`: by standard column or field, what a cell's text stands for, in any letter case:
 *   `{ prap_status: { DNA: "did-not-attend" } }`; `""` stands for an empty cell. The words of `"*"` serve every column that
 *   has a list of words, where it has the word on the right: `{ "*": { Y: "yes" } }`.
 * - `blank`: what stands for an empty cell in any column, in any letter case: `["9999-12-31", "NULL", "n/a"]`.
 * - `programme`: what nations, groups, kinds of event and `outcome_on` may be. With it, each kind of event that has no
 *   column is known to be not recorded; without it, those of the missing standard columns alone.
 * - `events`: long rows, one an event, read after the wide ones and joined by `id`. They record every kind.
 * - `notRecorded`: kinds of event that nobody wrote down all the same, though a column or long rows could hold them.
 * - `absentMeansNo`: kinds of event that did not happen where none is written down, though no column holds them.
 */
export interface RowMapping {
  readonly columns?: Readonly<Partial<Record<WideColumn, string>>>;
  readonly eventColumns?: Readonly<Record<string, string>>;
  readonly ignore?: readonly string[];
  readonly dates?: string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;
  readonly times?: "as-written" | "london";
  readonly excelSerials?: boolean;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly blank?: readonly string[];
  readonly programme?: ReadableProgramme;
  readonly events?: Iterable<Row>;
  readonly notRecorded?: readonly string[];
  readonly absentMeansNo?: readonly string[];
}

/** A mapping made ready: what each column is called, what cells may say, how dates are written. */
export interface ReadyMapping {
  readonly wide: ReadonlyMap<string, string>;
  readonly long: ReadonlyMap<string, string>;
  /** The columns that the mapping names, which therefore have to be there. */
  readonly named: { readonly wide: readonly string[]; readonly long: readonly string[] };
  readonly ignored: ReadonlySet<string>;
  /** What reads the dates of each column that holds some. */
  readonly dates: ReadonlyMap<string, DateReader>;
  readonly translations: Translations;
  readonly isField: (name: string) => boolean;
  /** The fields of events that are known by name. */
  readonly fields: readonly string[];
  readonly programme: ProgrammeWords | undefined;
  readonly nations: readonly string[];
  /** The kinds declared to be not recorded, and those of which none means that it did not happen. */
  readonly notRecorded: ReadonlySet<string>;
  readonly absentMeansNo: ReadonlySet<string>;
}

/** What a programme allows, ready to be asked. */
interface ProgrammeWords {
  readonly id: string;
  readonly fieldsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groups: readonly string[] | undefined;
  readonly outcome: OutcomeEvent | undefined;
}

/**
 * Checks a mapping and makes it ready.
 *
 * @throws ProgrammeFault `journey/mapping…` for whatever a mapping may not say.
 */
export function readyMapping(mapping: RowMapping): ReadyMapping {
  const isField = fieldTest((mapping as RowMapping | null)?.programme);
  checkMapping(mapping, isField);
  const { programme } = mapping;
  return {
    wide: namesOf(wideColumns, mapping.columns),
    long: namesOf(LONG_COLUMNS, mapping.eventColumns),
    named: { wide: Object.keys(mapping.columns ?? {}), long: Object.keys(mapping.eventColumns ?? {}) },
    ignored: new Set(mapping.ignore),
    dates: dateReaders(mapping.dates, mapping),
    translations: new Translations(mapping.values, mapping.blank, programme),
    isField,
    fields: [...new Set([...ownFields(programme), ...FIELD_TYPES.keys()])].filter(isField),
    programme: programme && wordsOf(programme),
    nations: columnWords("nation", programme) ?? NATIONS,
    notRecorded: new Set(mapping.notRecorded),
    absentMeansNo: new Set(mapping.absentMeansNo),
  };
}

/** Columns that a table cannot do without, whatever else is read from them. */
const NEEDED = new Set(["id", "received_on", "kind", "on"]);

function namesOf(
  standard: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Map<string, string> {
  // A name that the mapping gives to one column is not another one's by itself.
  const taken = new Set(Object.values(given).map(loose));
  const own = standard.filter(
    (name) => NEEDED.has(name) || !taken.has(loose(name)) || given[name] !== undefined,
  );
  return new Map([...own.map((name) => [name, name] as const), ...Object.entries(given)]);
}

function fieldTest(programme: ReadableProgramme | undefined): (name: string) => boolean {
  if (!Array.isArray(programme?.events)) return isFieldName;
  const own = new Set(ownFields(programme));
  return (name) => isFieldName(name) && (own.has(name) || FIELD_TYPES.has(name));
}

function ownFields(programme: ReadableProgramme | undefined): readonly string[] {
  return programme?.events.flatMap(({ fields }) => fields ?? []) ?? [];
}

function wordsOf({ id, events, groups, outcomes }: ReadableProgramme): ProgrammeWords {
  const fieldsOf = new Map(events.map((kind) => [kind.id, new Set(kind.fields)]));
  fieldsOf.set(RETRACTED, new Set(["of"]));
  return { id, fieldsOf, groups: groups?.map((group) => group.id), outcome: outcomeOf(outcomes[0]?.event) };
}

/** What stands in each is looked at below, against the standard columns and the programme. */
const MAPPING: OptionKinds<RowMapping> = {
  columns: CHECKED,
  eventColumns: CHECKED,
  ignore: CHECKED,
  dates: CHECKED,
  times: oneOf(["as-written", "london"]),
  excelSerials: FLAG,
  values: CHECKED,
  blank: CHECKED,
  programme: CHECKED,
  events: CHECKED,
  notRecorded: CHECKED,
  absentMeansNo: CHECKED,
};

/**
 * Refuses what a mapping may not say. `isField` tells which names are fields of events.
 *
 * @throws ProgrammeFault `journey/mapping…`, naming the part that is wrong and what may stand there.
 */
function checkMapping(mapping: RowMapping, isField: (name: string) => boolean): void {
  if (Array.isArray(mapping))
    throw fault(
      "",
      shown(mapping),
      "a mapping such as { programme, events }",
      "Give long rows as its `events`.",
    );
  optionsOf(mapping, MAPPING);
  const isWide = (name: string) => (wideColumns as readonly string[]).includes(name);
  const isLong = (name: string) => (LONG_COLUMNS as readonly string[]).includes(name) || isField(name);
  checkNames("columns", mapping.columns, isWide, wideColumns);
  checkNames("eventColumns", mapping.eventColumns, isLong, [...LONG_COLUMNS, ...FIELD_TYPES.keys()]);
  checkWords("ignore", mapping.ignore, "the file's own column names", '["Notes", "Owner"]');
  checkWords("blank", mapping.blank, "texts that stand for an empty cell", '["9999-12-31", "NULL"]');
  checkProgramme(mapping.programme);
  checkValues(mapping.values, (name) => isWide(name) || isLong(name), mapping.programme);
  checkKinds(mapping);
  if (mapping.events !== undefined) checkRows("events", mapping.events);
}

/** Refuses what is no list of kinds, a kind that the programme does not have, and one declared both ways. */
function checkKinds({ programme, notRecorded = [], absentMeansNo = [] }: RowMapping): void {
  const known = programme?.events.map(({ id }) => id) ?? Object.values(KIND_OF_COLUMN);
  for (const [key, kinds] of Object.entries({ notRecorded, absentMeansNo })) {
    if (!(Array.isArray(kinds) && kinds.every((kind) => typeof kind === "string")))
      throw fault("-kinds", `${key} as ${shown(kinds)}`, "a list of kinds of event", 'Write ["contacted"].');
    const wrong = programme === undefined ? undefined : kinds.find((kind) => !known.includes(kind));
    if (wrong === undefined) continue;
    throw unknownWord({
      code: "journey/mapping-kind",
      given: `${shown(wrong)} in the mapping's ${key}`,
      allowed: known,
      written: wrong,
      todo: "Name kinds of event of the programme.",
    });
  }
  const both = notRecorded.find((kind) => absentMeansNo.includes(kind));
  if (both === undefined) return;
  throw fault(
    "-kinds",
    `${shown(both)} in notRecorded and in absentMeansNo`,
    "each kind in one of the two at most",
    "Say whether none written down means that it did not happen, or that nobody knows.",
  );
}

/** Refuses what is no list of rows: a file's text, above all. */
export function checkRows(name: string, rows: unknown): void {
  if (typeof rows === "object" && rows !== null && Symbol.iterator in rows) return;
  throw new ProgrammeFault({
    code: "journey/rows",
    given: `${name} that are ${typeof rows === "string" ? "text" : shown(rows)}`,
    allowed: 'a list of rows such as [{ id: "R1", received_on: "2021-04-01" }], or another iterable of them',
    todo: "Read the file with a CSV reader first, and give what it returns.",
  });
}

function fault(code: string, given: string, allowed: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: `journey/mapping${code}`, given, allowed, todo });
}

function checkNames(
  key: string,
  names: unknown,
  isColumn: (name: string) => boolean,
  allowed: readonly string[],
): void {
  if (names === undefined) return;
  if (!isObject(names))
    throw fault(
      "-names",
      `${key} as ${shown(names)}`,
      "an object: standard column to the file's own",
      'Write { id: "Reference" }.',
    );
  for (const [column, name] of Object.entries(names)) {
    if (!isColumn(column))
      throw unknownWord({
        code: "journey/mapping-column",
        given: `${shown(column)} in the mapping's ${key}`,
        allowed,
        written: column,
        todo: "Put the standard name on the left and the file's own on the right.",
      });
    if (typeof name !== "string" || name.trim() === "")
      throw fault(
        "-name",
        `${shown(name)} for ${key}.${column}`,
        "the file's own name of the column, as text",
        "Leave the column out where the file has none.",
      );
  }
}

function checkWords(key: "ignore" | "blank", words: unknown, what: string, example: string): void {
  if (words === undefined) return;
  if (Array.isArray(words) && words.every((word) => typeof word === "string")) return;
  throw fault(`-${key}`, `${key} as ${shown(words)}`, `a list of ${what}`, `Write ${example}.`);
}

/**
 * What reads the dates of each column.
 *
 * @throws ProgrammeFault `journey/mapping-dates`.
 */
function dateReaders(dates: RowMapping["dates"] = "iso", rules: DateRules): ReadonlyMap<string, DateReader> {
  const { [EVERY_COLUMN]: others = "iso", ...own } = isObject(dates) ? dates : { [EVERY_COLUMN]: dates };
  const wrong = Object.keys(own).find((column) => !DATE_COLUMNS.includes(column));
  if (wrong !== undefined)
    throw unknownWord({
      code: "journey/mapping-column",
      given: `${shown(wrong)} in the mapping's dates`,
      allowed: [...DATE_COLUMNS, EVERY_COLUMN],
      written: wrong,
      todo: 'Name date columns by their standard names, and all others as "*".',
    });
  const rest = new DateReader(others, rules, isObject(dates) ? `dates[${shown(EVERY_COLUMN)}]` : "dates");
  return new Map(
    DATE_COLUMNS.map((column) => {
      const forms = own[column];
      return [column, forms === undefined ? rest : new DateReader(forms, rules, `dates.${column}`)];
    }),
  );
}

function checkProgramme(programme: unknown): void {
  if (programme === undefined) return;
  const { id, events, outcomes } = (programme ?? {}) as Record<string, unknown>;
  if (typeof id === "string" && Array.isArray(events) && Array.isArray(outcomes)) return;
  throw fault(
    "-programme",
    `programme as ${shown(programme)}`,
    "one edition of a programme, such as whpJetsCv06",
    "Give the programme itself, not its name or a list of editions.",
  );
}
