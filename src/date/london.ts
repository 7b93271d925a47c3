import { ProgrammeFault, shown } from "../fault.js";
import { kind, type OptionKinds, optionsOf } from "../options.js";
import { FIRST_DAY, LAST_DAY } from "./gregorian.js";
import { type IsoDate, isIsoDate, isoDate, readEpochDay } from "./iso-date.js";

/** A moment in time: a `Date`, milliseconds since 1970, text with a time and its offset, or a `Temporal.Instant`. */
export type InstantInput = Date | number | string | { readonly epochMilliseconds: number };

/** What rolls a day forward: any calendar of `workingCalendar`. */
export interface Roller {
  /** The day itself when it is worked, else the first working day after it. */
  rollForward(date: IsoDate): IsoDate;
}

/** How an instant becomes a day of business. */
export interface LondonDateOptions {
  /** London clock time the office closes, `"17:00"`. What comes after it belongs to the next day; on the stroke is in time. */
  readonly closesAt?: string;
  /** Rolls the day forward to one that is worked: any calendar of `workingCalendar`. */
  readonly calendar?: Roller;
}

const LONDON_DATE: OptionKinds<LondonDateOptions> = {
  closesAt: kind((value) => typeof value === "string", 'a London clock time such as "17:00"'),
  calendar: kind(
    (value) => typeof (value as Partial<Roller> | null)?.rollForward === "function",
    "a calendar such as workingCalendar gives",
  ),
};

/**
 * The date in London at an instant, across British Summer Time: the way from a timestamp to a date.
 * With `closesAt`, what arrives after closing time counts as the next day's; with `calendar`, a day
 * that is not worked gives way to the next that is.
 *
 * @throws ProgrammeFault when the instant is not one (an invalid `Date`, text without an offset, a
 * date alone), lies outside 1900–2199, or `closesAt` is not a time such as `"17:00"`.
 *
 * @example
 * ```ts
 * import { londonDate, workingCalendar } from "programme-rules";
 *
 * londonDate("2021-06-30T23:30:00Z"); // => "2021-07-01"
 * londonDate("2021-04-01T16:30:00Z", { closesAt: "17:00" }); // => "2021-04-02"
 *
 * const calendar = workingCalendar("england-and-wales");
 * londonDate("2021-04-01T16:30:00Z", { closesAt: "17:00", calendar }); // => "2021-04-06"
 * londonDate("2021-04-01T16:30"); // throws an offset
 * ```
 */
export function londonDate(instant: InstantInput, options: LondonDateOptions = {}): IsoDate {
  const clock = londonClock(milliseconds(instant));
  optionsOf(options, LONDON_DATE);
  const late = options.closesAt !== undefined && clock.time > closingTime(options.closesAt);
  const day = isoDate(late ? clock.day + 1 : clock.day);
  return options.calendar ? options.calendar.rollForward(day) : day;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
let formatter: Intl.DateTimeFormat | undefined;

/**
 * What calendar and clock show in London: the day, and the time in milliseconds since midnight by the clock on
 * the wall. The offset comes from the time-zone data of the platform.
 */
function londonClock(instant: number) {
  formatter ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const part: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = value;
  // London keeps a whole number of minutes from UTC, so what is left of the minute is the same in both.
  const left = ((instant % MINUTE) + MINUTE) % MINUTE;
  return {
    day: readEpochDay(`${part.year}-${part.month}-${part.day}`),
    time: (Number(part.hour) * 60 + Number(part.minute)) * MINUTE + left,
  };
}

// Half a day short of either end: no London offset reaches so far, so the date is always one that can be named.
const EARLIEST = (FIRST_DAY + 0.5) * DAY;
const LATEST = (LAST_DAY + 0.5) * DAY;

function milliseconds(instant: InstantInput): number {
  const value = instantValue(instant);
  if (value >= EARLIEST && value <= LATEST) return Math.floor(value);
  throw new ProgrammeFault({
    code: "date/not-an-instant",
    given: shown(instant),
    allowed:
      'a valid Date, milliseconds since 1970, or text with a time and an offset, such as "2021-04-01T16:30:00Z"',
    todo: "A date alone needs no londonDate: use it as it is. A time alone is not enough: add its offset, Z or +01:00.",
  });
}

function instantValue(instant: InstantInput): number {
  if (typeof instant === "number") return instant;
  if (typeof instant === "string") return instantOfText(instant);
  if (instant instanceof Date) return instant.getTime();
  return typeof instant?.epochMilliseconds === "number" ? instant.epochMilliseconds : Number.NaN;
}

/** Platforms read 31 February as 3 March, so the date is read by our own rules first. */
function instantOfText(text: string): number {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))$/.exec(text);
  return parts && isIsoDate(parts[1]) ? Date.parse(`${parts[1]}T${parts[2]}`) : Number.NaN;
}

function closingTime(closesAt: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(closesAt);
  if (parts) return (Number(parts[1]) * 60 + Number(parts[2])) * MINUTE;
  throw new ProgrammeFault({
    code: "date/closing-time",
    given: shown(closesAt),
    allowed: 'a London clock time with two digits each, "00:00" to "23:59"',
    todo: 'Write closing time as "17:00".',
  });
}
