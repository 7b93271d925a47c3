import { shown } from "../../fault.js";
import { columnWords, kindsOfColumn, loose, type RowMapping } from "../../journey/index.js";
import { joined, type Programme } from "../../rules/index.js";
import { meantBy, nearest } from "../../unknown-word.js";
import { EVENT_NAMES_IN_USE, NAMES_IN_USE, wordsIn } from "./column-names.js";
import { datesIn } from "./date-draft.js";
import { columnsOf, isBlank, isSerial, type Match, type Sample, type SampleColumn } from "./sample.js";

/** A first mapping, and what a person should look at in it. */
export interface MappingDraft {
  readonly mapping: RowMapping;
  readonly remarks: readonly string[];
}

/** What stands where a person has to decide: a mapping with it is refused until they have. */
export const TO_DECIDE = "?";

/**
 * A first mapping for tables of referrals and of events: the nearest standard column for each of their own, date forms
 * that fit every date in the sample, what stands for an empty cell, words to map, and the kinds of event that neither
 * has. None of it is certain: a person finishes it.
 */
export function draftMapping(
  referrals: readonly Sample[],
  events: readonly Sample[],
  programme: Programme,
): MappingDraft {
  const wide = columnsOf(referrals);
  const long = columnsOf(events);
  const fields = programme.events.flatMap((kind) => kind.fields ?? []);
  const isField = ({ name }: SampleColumn) => fields.some((field) => loose(field) === loose(name));
  const columns = matched(wide, NAMES_IN_USE, programme);
  const eventColumns = matched(
    long.filter((column) => !isField(column)),
    EVENT_NAMES_IN_USE,
    programme,
  );
  const all = [...columns, ...eventColumns];
  const blank = [...new Set(all.flatMap(({ column }) => column.texts.filter(isBlank)))];
  const dates = datesIn(
    all.filter(({ standard }) => isDateColumn(standard)),
    blank,
  );
  const words = wordsToMap(all, blank, programme);
  const read = new Set(all.map(({ column }) => column));
  const ignore = [...wide, ...long]
    .filter((column) => !(read.has(column) || (long.includes(column) && isField(column))))
    .map(({ name }) => name);
  const hasEvents = events.length > 0;
  const notRecorded = hasEvents ? nowhere(columns, eventColumns, words.values.kind, programme) : [];
  const mapping = {
    ...some("columns", renamed(columns, WIDE_NEEDED)),
    ...some("eventColumns", hasEvents ? renamed(eventColumns, LONG_NEEDED) : {}),
    ...dates.mapping,
    ...some("blank", blank),
    ...some("values", words.values),
    ...some("ignore", ignore),
    ...some("notRecorded", notRecorded),
  };
  const remarks = [
    ...unsure(columns, "columns", WIDE_NEEDED),
    ...(hasEvents ? unsure(eventColumns, "eventColumns", LONG_NEEDED) : []),
    ...asTheyAre(all),
    ...leftOver({ ignore, blank, notRecorded }),
    ...dates.remarks,
    ...words.remarks,
  ];
  return { mapping, remarks };
}

function leftOver({ ignore, blank, notRecorded }: Readonly<Record<string, readonly string[]>>): string[] {
  const stand = blank!.length === 1 ? "stands" : "stand";
  return [
    ignore!.length > 0 &&
      `Not read: ${joined(ignore!)}. If one holds a standard column, move it from "ignore" to "columns".`,
    blank!.length > 0 && `${joined(blank!.map(shown))} ${stand} for an empty cell ("blank").`,
    notRecorded!.length > 0 &&
      '"notRecorded" lists the kinds of event that stand in neither file: what rests on them is undetermined. Take out those that did not happen where none is written down.',
  ].filter((each) => each !== false);
}

const WIDE_NEEDED = ["id", "received_on"];
const LONG_NEEDED = ["id", "kind", "on"];

/** The kinds of event of a programme that no column and no row stands for. */
function nowhere(
  columns: readonly Match[],
  eventColumns: readonly Match[],
  words: Readonly<Record<string, string>> = {},
  programme: Programme,
): string[] {
  const kinds = eventColumns.find(({ standard }) => standard === "kind")?.column.texts ?? [];
  const found = new Set([
    ...columns.flatMap(({ standard }) => kindsOfColumn(standard, programme)),
    ...kinds.map((text) => words[text] ?? text),
  ]);
  return programme.events.map(({ id }) => id).filter((id) => !found.has(id));
}

function asTheyAre(matches: readonly Match[]): string[] {
  const own = matches.filter(({ standard, column }) => loose(standard) === loose(column.name));
  return own.length === 0
    ? []
    : [`Read by their own names: ${joined(own.map(({ column }) => column.name))}.`];
}

/** How many columns of a table have a name that says for certain which standard one they are. */
export function columnsKnown(names: readonly string[], header: "header" | "eventHeader"): number {
  const columns = names.map((name) => ({ name, texts: [], hasDates: false, hasNumbers: false }));
  const inUse = header === "header" ? NAMES_IN_USE : EVENT_NAMES_IN_USE;
  return matched(columns, inUse, undefined).filter(({ isSure }) => isSure).length;
}

function some(key: string, value: object): object {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}

const isDateColumn = (standard: string): boolean => standard === "on" || standard.endsWith("_on");

/**
 * The nearest standard column of each of a file's own; each stands for one at most. Of those that are as near, the one
 * whose words are those of the column, then the one with anything in it.
 */
function matched(
  columns: readonly SampleColumn[],
  names: Readonly<Record<string, readonly string[]>>,
  programme: Programme | undefined,
): Match[] {
  const pairs = columns.flatMap((column) =>
    Object.entries(names).flatMap(([standard, phrases]) => {
      const near = holds(column, standard) ? likeness(column.name, standard, phrases) : 0;
      const score = near + (known(column, standard, programme) + (isEmpty(column) ? 0 : 0.1)) / 10;
      return near > 0 ? [{ standard, column, score }] : [];
    }),
  );
  pairs.sort((one, other) => other.score - one.score);
  const found = new Map<string, Match>();
  const taken = new Set<SampleColumn>();
  for (const { standard, column, score } of pairs) {
    if (found.has(standard) || taken.has(column)) continue;
    found.set(standard, { standard, column, isSure: score >= SURE });
    taken.add(column);
  }
  return Object.keys(names).flatMap((standard) => found.get(standard) ?? []);
}

const SURE = 3;
const MISSPELT = 2;
const PART = 1;

/** Words that may be about the referral, the job or a course: alone they say too little. */
const SAYS_LITTLE = new Set([
  "start",
  "end",
  "exit",
  "completion",
  "completed",
  "referral",
  "contact",
  "prap",
]);

/** The share of a column's texts that are words of a standard one, or known to stand for them. */
function known({ texts }: SampleColumn, standard: string, programme: Programme | undefined): number {
  const allowed = columnWords(standard, programme);
  const filled = texts.filter((text) => !isBlank(text));
  if (allowed === undefined || filled.length === 0) return 0;
  return filled.filter((text) => meaning(text, allowed) !== TO_DECIDE).length / filled.length;
}

/** How well a name fits a standard column: the same, the same words, nearly so, or half of its words; 0 for not. */
function likeness(name: string, standard: string, phrases: readonly string[]): number {
  if (loose(name) === loose(standard)) return SURE + 1;
  const words = wordsIn(name);
  const written = words.join(" ");
  if (phrases.includes(written)) return SAYS_LITTLE.has(written) ? MISSPELT : SURE;
  if (nearest(written, phrases)?.split(" ").length === words.length) return MISSPELT;
  const parts = phrases.filter((phrase) => phrase.split(" ").every((word) => words.includes(word)));
  const longest = Math.max(0, ...parts.map((phrase) => phrase.split(" ").length));
  return 2 * longest < words.length ? 0 : PART + longest / 100;
}

/** Whether what stands in a column can be what a standard one holds. */
function holds({ texts, hasDates, hasNumbers }: SampleColumn, standard: string): boolean {
  const filled = texts.filter((text) => !isBlank(text));
  if (filled.length === 0 && !hasDates && !hasNumbers) return true;
  const hasDateTexts = filled.some((text) => /\d.*\d/.test(text) && looksLikeDate(text));
  if (isDateColumn(standard)) return hasDates || hasDateTexts || filled.every(isSerial);
  return !(hasDates || hasDateTexts);
}

function isEmpty({ texts, hasDates, hasNumbers }: SampleColumn): boolean {
  return !(hasDates || hasNumbers) && texts.every(isBlank);
}

/** Three parts with a delimiter between, two of them digits, as dates have and references hardly ever. */
function looksLikeDate(text: string): boolean {
  return /^\D{0,10}\b(\d{1,4}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/., ]+\d{2,4}|[A-Za-z]{3,9} +\d{1,2}[, ]+\d{4}|(19|20)\d{6})(?!\d)/.test(
    text,
  );
}

/** What is not the standard name; and what is needed and not there, for a person to fill in. */
function renamed(matches: readonly Match[], needed: readonly string[]): Record<string, string> {
  const missing = needed.filter((name) => !matches.some(({ standard }) => standard === name));
  return Object.fromEntries([
    ...matches
      .filter(({ standard, column }) => loose(standard) !== loose(column.name))
      .map(({ standard, column }) => [standard, column.name]),
    ...missing.map((name) => [name, TO_DECIDE]),
  ]);
}

function unsure(matches: readonly Match[], key: string, needed: readonly string[]): string[] {
  const missing = needed.filter((name) => !matches.some(({ standard }) => standard === name));
  return [
    ...missing.map(
      (name) => `No column looks like ${name}: put its name where "${TO_DECIDE}" stands in "${key}".`,
    ),
    ...matches
      .filter(({ isSure }) => !isSure)
      .map(({ standard, column }) => `"${column.name}" may be ${standard}: check it.`),
  ];
}

/** What systems write for the standard words. */
const WORDS_IN_USE: Readonly<Record<string, string>> = {
  y: "yes",
  n: "no",
  1: "yes",
  0: "no",
  t: "true",
  f: "false",
  dna: "did-not-attend",
  fta: "did-not-attend",
  "failed to attend": "did-not-attend",
  "no show": "did-not-attend",
  dns: "did-not-start",
  "not started": "did-not-start",
  start: "started",
  st: "started",
  eng: "england",
  ni: "northern-ireland",
  scot: "scotland",
  cymru: "wales",
};

const MOST_WORDS = 20;

/** The words of columns with a list of their own that are not on it. */
function wordsToMap(
  matches: readonly Match[],
  blank: readonly string[],
  programme: Programme,
): { values: Record<string, Record<string, string>>; remarks: string[] } {
  const values: Record<string, Record<string, string>> = {};
  const remarks: string[] = [];
  for (const { standard, column } of matches) {
    const allowed = columnWords(standard, programme);
    if (allowed === undefined) continue;
    const isAllowed = new Set(allowed.map((word) => word.toLowerCase()));
    const isKind = standard === "kind";
    const other = column.texts.filter(
      (text) =>
        !(blank.includes(text) || (isKind ? allowed.includes(text) : isAllowed.has(text.toLowerCase()))),
    );
    if (other.length === 0) continue;
    const found = other.slice(0, MOST_WORDS).map((text) => [text, meaning(text, allowed)] as const);
    values[standard] = Object.fromEntries(found);
    remarks.push(
      `"${column.name}" as ${standard}: ${wordsRemark(found, allowed)}${other.length > MOST_WORDS ? `, and ${other.length - MOST_WORDS} more words that are not listed` : ""}.`,
    );
  }
  return { values, remarks };
}

function wordsRemark(
  found: readonly (readonly [text: string, word: string])[],
  allowed: readonly string[],
): string {
  const open = found.filter(([, word]) => word === TO_DECIDE).map(([text]) => shown(text));
  const taken = found
    .filter(([, word]) => word !== TO_DECIDE)
    .map(([text, word]) => `${shown(text)} is taken for ${word}`);
  const more =
    allowed.length > MOST_CHOICES
      ? [`one of ${allowed.length - MOST_CHOICES} more in the guide to events`]
      : [];
  const choices = joined(
    [
      ...allowed.slice(0, MOST_CHOICES),
      ...more,
      allowed.length > MOST_CHOICES ? '"" for a row that is not used' : '"" for an empty cell',
    ],
    "or",
  );
  return [
    ...taken,
    ...(open.length === 0
      ? []
      : [`${joined(open)} ${open.length === 1 ? "is" : "are"} for you to decide (${choices})`]),
  ].join(", ");
}

/** So many words are named as choices; kinds of event are on a page of their own. */
const MOST_CHOICES = 8;

/** What people write for kinds of event in a log. */
const KINDS_IN_USE: readonly (readonly [RegExp, string])[] = [
  [/\b(dna|fta|did not attend|failed to attend|missed|no show)\b/i, "meeting-missed"],
  [/\b(no answer|voicemail|voice mail|attempt(ed)?|left message)\b/i, "contact-attempted"],
  [/\b(f2f|face to face|spoke|contact made|contacted|attended)\b/i, "contacted"],
];

function meaning(text: string, allowed: readonly string[]): string {
  const inLog = KINDS_IN_USE.find(([words]) => words.test(text))?.[1];
  const said = [WORDS_IN_USE[text.toLowerCase()], inLog].find(
    (word) => word !== undefined && allowed.includes(word),
  );
  return said ?? meantBy(text, allowed) ?? TO_DECIDE;
}
