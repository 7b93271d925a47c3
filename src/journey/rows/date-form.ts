import { utc } from "@date-fns/utc/utc";
import { format } from "date-fns/format";
import { enGB } from "date-fns/locale/en-GB";
import { parse } from "date-fns/parse";
import { readEpochDay, readUkDate } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { keep } from "../kept-answers.js";

const MINUTE = 60_000;

/**
 * What a text says in a form: the date as it is written, `NaN` where there is no such day; the time of day in
 * milliseconds, `NaN` where it is not one, undefined where there is none; and the minutes that its clock is ahead of UTC.
 */
export interface Written {
  readonly day: number;
  readonly time?: number;
  readonly offset?: number;
}

/** One way of writing dates. */
export interface DateForm {
  readonly name: string;
  /** Whether it is one of the forms with a name, which say nothing of times. */
  readonly isNamed: boolean;
  /** What a text says; undefined where it is not in this form. */
  readonly read: (text: string) => Written | undefined;
  /** The text of a moment in this form. */
  readonly write: (moment: Date) => string;
}

const IN_UTC = { locale: enGB, in: utc };

/** No place on earth is more than fourteen hours ahead or behind. */
const OFFSET = /^(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

const CLOCK = /^(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?$/;

function named(name: string, shape: RegExp, dayOf: (date: string) => number, tokens: string): DateForm {
  return {
    name,
    isNamed: true,
    read: (text) => {
      const [, date, clock] = shape.exec(text) ?? [];
      if (date === undefined) return undefined;
      return clock === undefined ? { day: dayOf(date) } : { day: dayOf(date), ...clockOf(clock, name) };
    },
    write: (moment) => format(moment, tokens, IN_UTC),
  };
}

function clockOf(text: string, form: string): { time: number; offset?: number } {
  const [, hour, minute, second = "0", fraction, offset] = CLOCK.exec(text) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { time: Number.NaN };
  if (offset !== undefined && !OFFSET.test(offset)) return { time: Number.NaN };
  const time = timeOf(Number(hour), Number(minute), Number(second), fraction);
  if (offset === undefined) return { time };
  return form === "iso" ? { time, offset: offsetOf(offset) } : { time: Number.NaN };
}

function timeOf(hour: number, minute: number, second: number, fraction = "0"): number {
  const part = Number(`0.${fraction}`) * 1000;
  // However little is left of a second, it is not midnight any more.
  return (hour * 60 + minute) * MINUTE + second * 1000 + (part > 0 ? Math.max(1, Math.floor(part)) : 0);
}

function offsetOf(text: string): number {
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(":", ""));
  return text.startsWith("-") ? -minutes : minutes;
}

/** The forms that have a name. */
export const NAMED_FORMS: Readonly<Record<string, DateForm>> = {
  iso: named("iso", /^(\d{4}-\d\d-\d\d)(?:[T ](\d.*))?$/s, readEpochDay, "yyyy-MM-dd"),
  uk: named(
    "uk",
    /^(\d{1,2}\/\d{1,2}\/\d{4})(?:[T ](\d.*))?$/s,
    (text) => readUkDate(text) ?? Number.NaN,
    "dd/MM/yyyy",
  ),
};

type Part =
  | "day"
  | "month"
  | "year"
  | "weekday"
  | "hour"
  | "minute"
  | "second"
  | "fraction"
  | "half"
  | "offset";

const DATE_PARTS: ReadonlySet<Part> = new Set<Part>(["day", "month", "year", "weekday"]);

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const short = (names: string) => names.replace(/\b(\w{3})\w*/g, "$1");
const OFFSET_HOURS = "[+-](?:0\\d|1[0-4])";

/** The tokens of date-fns that say one thing alone, each with what it looks like. */
const TOKENS: Readonly<Record<string, readonly [Part, string]>> = {
  d: ["day", "\\d{1,2}"],
  dd: ["day", "\\d{1,2}"],
  do: ["day", "\\d{1,2}(?:st|nd|rd|th)"],
  M: ["month", "\\d{1,2}"],
  MM: ["month", "\\d{1,2}"],
  MMM: ["month", `${short(MONTHS)}|Sept`],
  MMMM: ["month", MONTHS],
  yy: ["year", "\\d\\d"],
  yyyy: ["year", "\\d{4}"],
  EEE: ["weekday", short(WEEKDAYS)],
  EEEE: ["weekday", WEEKDAYS],
  H: ["hour", "[01]?\\d|2[0-3]"],
  HH: ["hour", "[01]?\\d|2[0-3]"],
  h: ["hour", "0?[1-9]|1[0-2]"],
  hh: ["hour", "0?[1-9]|1[0-2]"],
  mm: ["minute", "[0-5]\\d"],
  ss: ["second", "[0-5]\\d"],
  a: ["half", "[AP]M"],
  X: ["offset", `Z|${OFFSET_HOURS}(?:[0-5]\\d)?`],
  XX: ["offset", `Z|${OFFSET_HOURS}[0-5]\\d`],
  XXX: ["offset", `Z|${OFFSET_HOURS}:[0-5]\\d`],
};

/** A piece of a form: a token, or text that stands as it is. */
interface Piece {
  readonly written: string;
  readonly part?: Part;
  readonly pattern: string;
  readonly isDigits: boolean;
}

const PIECES = /do|([A-Za-z])\1*|''|'(?:''|[^'])+'|[\s\S]/g;

/** The pieces of a form; undefined in the place of one that is not known. */
function piecesOf(form: string): readonly (Piece | undefined)[] {
  return (form.match(PIECES) ?? []).map((written) => {
    const token = /^S{1,9}$/.test(written) ? (["fraction", "\\d{1,9}"] as const) : TOKENS[written];
    if (token !== undefined) {
      const [part, pattern] = token;
      return { written, part, pattern, isDigits: pattern.includes("\\d") && part !== "offset" };
    }
    if (/^[A-Za-z]/.test(written) || written === "'") return undefined;
    const text = written === "''" ? "'" : written.replace(/^'|'$/g, "").replaceAll("''", "'");
    return { written, pattern: text.replace(/[$()*+./?[\\\]^{|}-]/g, "\\$&"), isDigits: /\d/.test(text) };
  });
}

/** What is wrong with the pieces of a form; undefined for nothing. */
function wrongWith(form: string, pieces: readonly (Piece | undefined)[]): string | undefined {
  if (!pieces.some((piece) => piece?.part !== undefined && DATE_PARTS.has(piece.part)))
    return "it is not a form of dates";
  const unknown = pieces.indexOf(undefined);
  if (unknown >= 0) return `${form.match(PIECES)![unknown]} is not a part of a date that is read`;
  const parts = (pieces as readonly Piece[]).flatMap(({ part }) => part ?? []);
  const has = (part: Part) => parts.includes(part);
  const missing = (["day", "month", "year"] as const).filter((part) => !has(part));
  if (missing.length > 0) return `it has no ${missing.join(" and no ")}`;
  const twice = parts.find((part, at) => parts.indexOf(part) !== at);
  if (twice !== undefined) return `it has the ${twice} twice`;
  const isOf12 = /h/.test(form.replace(/'[^']*'/g, ""));
  if (has("hour") && isOf12 !== has("half"))
    return isOf12 ? "h needs AM or PM (a)" : "H goes without AM and PM";
  const [, without] =
    (
      [
        ["half", "hour"],
        ["minute", "hour"],
        ["second", "minute"],
        ["fraction", "second"],
        ["offset", "hour"],
      ] as const
    ).find(([part, needed]) => has(part) && !has(needed)) ?? [];
  if (without !== undefined) return `a time in it has no ${without}`;
  if (/'Z'/.test(form)) return "Z is an offset, not a letter that says nothing";
  const joined = (pieces as readonly Piece[]).find(
    (piece, at) => piece.written.length === 1 && piece.part !== undefined && isJoined(pieces, at),
  );
  return joined && `nothing stands between ${joined.written} and the digits beside it`;
}

/** Whether digits stand beside those of a piece. */
function isJoined(pieces: readonly (Piece | undefined)[], at: number): boolean {
  return pieces[at]!.isDigits && (!!pieces[at - 1]?.isDigits || !!pieces[at + 1]?.isDigits);
}

/** What a form may be made of, for people. */
export const ALLOWED_FORMS =
  '"iso" for 2021-04-01, "uk" for 01/04/2021, a form in the tokens of date-fns such as "dd/MM/yyyy", "dd-MMM-yy" or "yyyy-MM-dd HH:mm:ss" (day d, dd or do; month M, MM, MMM for Apr or MMMM for April; year yyyy, or yy for 2000 to 2099; weekday EEE or EEEE; time HH, hh with a, mm, ss, S; offset X, XX or XXX; other letters between single quotes), or a list of them';

/**
 * A form by its name or its tokens. `where` is what faults call the part of the mapping that holds it.
 *
 * @throws ProgrammeFault `journey/mapping-dates` for one that does not say for certain which day is meant.
 */
export function dateForm(form: string, where: string): DateForm {
  if (Object.hasOwn(NAMED_FORMS, form)) return NAMED_FORMS[form]!;
  const pieces = piecesOf(form);
  const wrong = wrongWith(form, pieces);
  if (wrong === undefined) return declared(form, pieces as readonly Piece[]);
  throw formFault(`${where} ${shown(form)}`, wrong, corrected(form));
}

function formFault(given: string, wrong: string, meant: string | undefined): ProgrammeFault {
  const detail = {
    code: "journey/mapping-dates",
    given,
    allowed: ALLOWED_FORMS,
    todo: "Say how the file writes its dates; it is never guessed.",
  };
  const problem = `Not accepted: ${given}: ${wrong}.`;
  if (meant === undefined)
    return new ProgrammeFault(detail, `${problem} Expected ${ALLOWED_FORMS}. ${detail.todo}`);
  return new ProgrammeFault(
    { ...detail, nearest: meant },
    `${problem} Did you mean ${shown(meant)}? Expected ${ALLOWED_FORMS}.`,
  );
}

/** What other systems write for a token. */
const OTHER_TOKENS: readonly (readonly [RegExp, string])[] = [
  [/^Y{4}$|^u{4}$/, "yyyy"],
  [/^YY$/, "yy"],
  [/^D+$/, "d"],
  [/^d{3,4}$/, "E"],
  [/^L+$/, "M"],
  [/^A+$|^tt?$/, "a"],
  [/^f+$|^n+$/, "S"],
  [/^Z{1,3}$|^z{1,3}$|^x{1,3}$/, "XXX"],
  [/^'Z'$/, "X"],
  [/^T$/, "'T'"],
];

/** The form that may have been meant by one that is none. */
function corrected(form: string): string | undefined {
  const lower = form.toLowerCase();
  if (Object.hasOwn(NAMED_FORMS, lower)) return lower;
  const written = (form.match(PIECES) ?? []).map((piece) => {
    const [, to] = OTHER_TOKENS.find(([from]) => from.test(piece)) ?? [];
    return to === undefined || to.length > 1
      ? (to ?? piece)
      : to.repeat(to === "X" || to === "a" ? 1 : piece.length);
  });
  const first = (token: RegExp) => written.findIndex((piece) => token.test(piece));
  const isMinutes = (at: number) => /^[Hh]/.test(written[at - 2] ?? "");
  const swap = (at: number, letter: string) => {
    if (at >= 0) written[at] = letter.repeat(Math.max(2, written[at]!.length));
  };
  const all = (token: RegExp) => written.flatMap((piece, at) => (token.test(piece) ? at : []));
  if (first(/^M/) < 0) swap(all(/^m/).find((at) => !isMinutes(at)) ?? -1, "M");
  if (all(/^M/).length === 2) swap(all(/^M/).find(isMinutes) ?? -1, "m");
  swap(first(/^m$/), "m");
  swap(first(/^s$/), "s");
  if (first(/^a$/) < 0) swap(first(/^h/), "H");
  const meant = written.join("");
  return meant !== form && wrongWith(meant, piecesOf(meant)) === undefined ? meant : undefined;
}

/** Two digits of a year are those of 2000 to 2099: the fifty years either side of this one. */
const REFERENCE = new Date(Date.UTC(2050, 0, 1));

/** A pattern of one or two digits as one of two: where digits stand side by side, nothing else tells them apart. */
const exact = (pattern: string) => pattern.replace("{1,2}", "{2}").replace(/([\]0])\?/g, "$1");

function declared(form: string, pieces: readonly Piece[]): DateForm {
  const shape = new RegExp(
    `^${pieces.map((piece, at) => `(${isJoined(pieces, at) ? exact(piece.pattern) : piece.pattern})`).join("")}$`,
    "i",
  );
  const parts = pieces.map(({ part }) => part);
  const isDate = parts.map((part) => part !== undefined && DATE_PARTS.has(part));
  const tokens = pieces.filter((_, at) => isDate[at]).map(({ written }) => written);
  const hasTime = parts.includes("hour");
  const days = new Map<string, number>();
  return {
    name: form,
    isNamed: false,
    read: (text) => {
      const found = shape.exec(text);
      if (found === null) return undefined;
      let date = "";
      for (let at = 0; at < isDate.length; at++) if (isDate[at]) date += ` ${found[at + 1]}`;
      const day = days.get(date) ?? keep(days, date, dayOf(date.slice(1), tokens.join(" ")));
      return hasTime ? { day, ...clockIn(found, parts) } : { day };
    },
    write: (moment) => format(moment, form, IN_UTC),
  };
}

/** The day that the parts of a date name; date-fns is lenient in places, so that what it reads must be what is written. */
function dayOf(written: string, tokens: string): number {
  const text = tokens.includes("MMMM") ? written : written.replace(/\bSept\b/i, "Sep");
  const moment = parse(text, tokens, REFERENCE, IN_UTC);
  if (Number.isNaN(moment.getTime()) || plain(format(moment, tokens, IN_UTC)) !== plain(text))
    return Number.NaN;
  return readEpochDay(moment.toISOString().slice(0, 10));
}

/** A text without regard to letter case and leading zeros. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\b0(?=\d)/g, "");
}

function clockIn(
  found: readonly string[],
  parts: readonly (Part | undefined)[],
): { time: number; offset?: number } {
  const at = (part: Part) => found[parts.indexOf(part) + 1];
  const half = parts.includes("half") ? at("half")!.toLowerCase() : undefined;
  const hour = Number(at("hour"));
  const time = timeOf(
    half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0),
    parts.includes("minute") ? Number(at("minute")) : 0,
    parts.includes("second") ? Number(at("second")) : 0,
    parts.includes("fraction") ? at("fraction")! : "0",
  );
  return parts.includes("offset") ? { time, offset: offsetOf(at("offset")!.toUpperCase()) } : { time };
}
