import { type IsoDate, isoDate, londonDate, readEpochDay, readUkDate } from "../../date/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { keep } from "../kept-answers.js";
import { Unreadable } from "./cell.js";
import { wideColumns } from "./columns.js";
import { ALLOWED_FORMS, type DateForm, dateForm, type Written } from "./date-form.js";

/** The columns that hold dates, of both tables. */
export const DATE_COLUMNS: readonly string[] = [
  ...wideColumns.filter((column) => column.endsWith("_on")),
  "on",
  "known_on",
];

/**
 * How dates are written: `"iso"` (2021-04-01), `"uk"` (01/04/2021, day first), a form in the tokens of date-fns such as
 * `"dd-MMM-yy"`, or a list of those.
 */
export type DateForms = string | readonly string[];

/** What a time beside a date means, and whether a number may be a day. */
export interface DateRules {
  readonly times?: "as-written" | "london" | undefined;
  readonly excelSerials?: boolean | undefined;
}

/** A cell that is a date already, as workbooks hold them: its date, and the time of day if it has one. */
export class DateCell {
  constructor(
    readonly date: IsoDate,
    readonly time?: string,
  ) {}

  toString(): string {
    return this.time === undefined ? this.date : `${this.date} ${this.time}`;
  }
}

const WHAT_TIMES_MEAN =
  'or in the mapping `times: "as-written"` (the date before the time counts) or `times: "london"` (the date in London at that instant)';

const ISO_ALONE =
  'an ISO date such as 2021-04-01 (dates written in another way need `dates` in the mapping, such as "uk" for 01/04/2021 or "dd-MMM-yy" for 01-Apr-21; what stands for an empty cell goes into its `blank`)';

/** What a form's dates look like. */
const EXAMPLE = new Date(Date.UTC(2021, 3, 1));

/** No date is longer, and what is should not be held in memory. */
const LONGEST_KEPT = 60;

/** Reads the dates of a column. */
export class DateReader {
  readonly #forms: readonly DateForm[];
  readonly #rules: DateRules;
  /** Reads the first form's plain dates, where it has a name. */
  readonly #fast: ((text: string) => number | undefined) | undefined;
  readonly #allowed: string;
  readonly #answers = new Map<string, IsoDate | Unreadable>();

  /** @throws ProgrammeFault `journey/mapping-dates` for forms that are none, or of which some text would be two dates. */
  constructor(forms: DateForms, rules: DateRules, where = "dates") {
    this.#forms = formsOf(forms, where);
    this.#rules = rules;
    const [{ name }] = this.#forms as [DateForm];
    this.#fast = name === "iso" ? readEpochDay : name === "uk" ? readUkDate : undefined;
    this.#allowed = allowed(this.#forms);
    refuseAmbiguous(this.#forms, rules, where);
  }

  /** The date of a filled cell's text. */
  read(text: string): IsoDate | Unreadable {
    const day = this.#fast?.(text);
    if (day !== undefined && !Number.isNaN(day)) return isoDate(day);
    if (text.length > LONGEST_KEPT) return this.#slow(text);
    return this.#answers.get(text) ?? keep(this.#answers, text, this.#slow(text));
  }

  /** The date of a cell that is a date already. */
  ofCell({ date, time }: DateCell): IsoDate | Unreadable {
    const day = readEpochDay(date);
    if (Number.isNaN(day)) return new Unreadable("journey/date-not-real");
    const isMidnight = time === undefined || /^00:00(?::00(?:\.0{1,9})?)?$/.test(time);
    return isMidnight ? date : this.#settled({ day, time: 1 });
  }

  #slow(text: string): IsoDate | Unreadable {
    let unreal: Unreadable | undefined;
    for (const form of this.#forms) {
      const written = form.read(text);
      if (written === undefined) continue;
      if (form.isNamed && written.time !== undefined && this.#rules.times === undefined) {
        unreal = new Unreadable(
          "journey/date-with-time",
          `the date alone, a form with a time in the mapping's \`dates\`, ${WHAT_TIMES_MEAN}`,
        );
      } else if (Number.isNaN(written.day)) unreal = new Unreadable("journey/date-not-real");
      else if (!Number.isNaN(written.time)) return this.#settled(written);
    }
    if (unreal !== undefined) return unreal;
    const isNumber = /^\d{1,15}(?:\.\d{1,15})?$/.test(text);
    if (!isNumber) return new Unreadable("journey/date-form", this.#allowed);
    if (this.#rules.excelSerials !== true) return new Unreadable("journey/date-number");
    const serial = serialOf(text);
    return serial === undefined ? new Unreadable("journey/date-not-real") : this.#settled(serial);
  }

  /** The date that counts of what is written. */
  #settled({ day, time, offset }: Written): IsoDate | Unreadable {
    const { times } = this.#rules;
    if (time === undefined || times === "as-written" || (time === 0 && offset === undefined))
      return isoDate(day);
    if (offset === undefined) {
      return times === "london"
        ? new Unreadable("journey/time-without-offset")
        : new Unreadable("journey/date-with-time", `midnight, no time, ${WHAT_TIMES_MEAN}`);
    }
    const inLondon = dateInLondon(day * DAY + time - offset * 60_000);
    if (times === "london") return inLondon ?? new Unreadable("journey/date-not-real");
    if (time === 0 && inLondon === isoDate(day)) return inLondon;
    return new Unreadable("journey/date-with-time", `midnight, no time, ${WHAT_TIMES_MEAN}`);
  }
}

const DAY = 86_400_000;
const EARLIEST = Date.UTC(1900, 0, 2);
const LATEST = Date.UTC(2199, 11, 30);

/** London was never behind UTC and never more than two hours ahead, so that before 22:00 the day is the same. */
function dateInLondon(instant: number): IsoDate | undefined {
  if (instant < EARLIEST || instant > LATEST) return undefined;
  const day = Math.floor(instant / DAY);
  return instant - day * DAY < 22 * 3_600_000 ? isoDate(day) : londonDate(instant);
}

/** Excel's day 0 in days since 1970; from 61, 1 March 1900, its days are those of the calendar. */
const EXCEL_DAY_0 = -25_569;
const LAST_SERIAL = 109_574;

/** A number as a day of Excel's 1900 system; a fraction is a time of day. */
function serialOf(text: string): Written | undefined {
  if (text.startsWith("0")) return undefined;
  const days = Number(text);
  const whole = Math.floor(days);
  if (whole < 61 || whole > LAST_SERIAL) return undefined;
  return days === whole ? { day: whole + EXCEL_DAY_0 } : { day: whole + EXCEL_DAY_0, time: 1 };
}

function formsOf(forms: unknown, where: string): DateForm[] {
  const list = Array.isArray(forms) ? [...new Set(forms)] : [forms];
  if (list.length === 0 || list.some((form) => typeof form !== "string"))
    throw datesFault(`${where} ${shown(forms)}`, "Say how the file writes its dates; it is never guessed.");
  return list.map((form) => dateForm(form, where));
}

function datesFault(given: string, todo: string): ProgrammeFault {
  return new ProgrammeFault({ code: "journey/mapping-dates", given, allowed: ALLOWED_FORMS, todo });
}

function allowed(forms: readonly DateForm[]): string {
  const [first] = forms as [DateForm];
  if (forms.length > 1)
    return `a date such as ${forms.map(({ write }) => write(EXAMPLE)).join(" or ")}, as the mapping's \`dates\` say`;
  if (first.name === "iso") return ISO_ALONE;
  if (first.name === "uk") return "a date with its day first and four digits of the year, such as 01/04/2021";
  return `a date such as ${first.write(EXAMPLE)}, as the mapping's \`dates\` say`;
}

/** Dates of which the day, month and two digits of the year could be taken for each other. */
function* probes(): Generator<Date> {
  const times = [0, 3_723_000, 36_672_000];
  let count = 0;
  for (const year of [2001, 2002, 2010, 2012, 2019, 2020, 2021])
    for (const month of [1, 2, 10, 12])
      for (const day of [1, 2, 10, 12, 19, 20, 21])
        yield new Date(Date.UTC(year, month - 1, day) + times[count++ % times.length]!);
}

/** Refuses forms of which some text would be two dates. */
function refuseAmbiguous(forms: readonly DateForm[], { excelSerials }: DateRules, where: string): void {
  const readers = forms.map(({ name, read }) => ({ name: shown(name), read }));
  const serials = { name: "`excelSerials`", read: serialOf };
  if (excelSerials === true)
    readers.push({ ...serials, read: (text) => (/^\d+$/.test(text) ? serialOf(text) : undefined) });
  if (readers.length < 2) return;
  for (const moment of probes()) {
    for (const form of forms) {
      const text = form.write(moment);
      const own = Math.floor(moment.getTime() / DAY);
      const other = readers.find(({ read }) => {
        const day = read(text)?.day ?? Number.NaN;
        return !Number.isNaN(day) && day !== own;
      });
      if (other === undefined) continue;
      const also = isoDate(other.read(text)!.day);
      throw datesFault(
        `${where} with ${shown(form.name)} and ${other.name}: ${text} would be ${isoDate(own)} and ${also}`,
        "Leave out the one that the file does not use, or say the forms column by column.",
      );
    }
  }
}

/**
 * Reads one text as a date by the forms of a mapping; undefined where it is not a date that counts.
 *
 * @throws ProgrammeFault `journey/mapping-dates` for forms that are none, or of which some text would be two dates.
 */
export function dateReader(forms: DateForms, rules: DateRules = {}): (text: string) => IsoDate | undefined {
  const reader = new DateReader(forms, rules);
  return (text) => {
    const date = reader.read(text);
    return date instanceof Unreadable ? undefined : date;
  };
}
