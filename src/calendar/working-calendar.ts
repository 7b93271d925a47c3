import {
  type DateInput,
  type DateSpan,
  epochDay,
  type IsoDate,
  type IsoMonth,
  isoDate,
} from "../date/index.js";
import { shown } from "../fault.js";
import { optionsOf } from "../options.js";
import { nearest } from "../unknown-word.js";
import { arithmetic, type CalendarCore, months } from "./arithmetic.js";
import { calendarFault } from "./calendar-fault.js";
import { BEYOND, type CalendarDays, calendarDays, EpochCalendar } from "./epoch-calendar.js";
import { listing, type Reckoning } from "./listing.js";
import { namedCalendar } from "./named-calendar.js";
import {
  CALENDAR_OPTIONS,
  type CalendarOptions,
  type DayOffInput,
  readClosures,
  readWeekend,
  withClosures,
} from "./options.js";
import { type OwnCalendar, ownCalendar } from "./own-calendar.js";
import { type CalendarChange, type CalendarName, type Holiday, nations } from "./published.js";

/**
 * Working-day arithmetic on one calendar. A working day is no day of the weekend, no bank holiday of
 * the calendar and no closure. Dates go in as text (`"2021-04-01"`) or as anything shaped like
 * `Temporal.PlainDate`, and come out as text. The methods may be taken off the calendar and passed around.
 *
 * Every method throws a ProgrammeFault for a date that is not one (see `epochDay`), and for a question
 * or an answer outside the days answered for: bank holidays are not guessed.
 */
export interface WorkingCalendar {
  readonly name: string;
  /** The first day the calendar answers for. */
  readonly knownFrom: IsoDate;
  /** The last day whose bank holidays are known. */
  readonly knownUntil: IsoDate;
  /** The last day the calendar answers for: `knownUntil`, or later when days beyond it are projected. */
  readonly answersUntil: IsoDate;
  /** The same calendar in whole numbers, for work on many dates. */
  readonly days: CalendarDays;
  /** The announced changes an earlier `asKnownOn` leaves out; empty on a calendar of today's knowledge. */
  readonly laterChanges: readonly CalendarChange[];

  /** Whether a day is worked. */
  isWorkingDay(date: DateInput): boolean;

  /**
   * The nth working day strictly after a date: the last day of "within n working days of" it. The date
   * itself need not be worked and is never counted.
   *
   * @throws ProgrammeFault when `n` is not a whole number from 1 up; for 0, see `rollForward` and `rollBack`.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * const calendar = workingCalendar("england-and-wales");
   * calendar.addWorkingDays("2021-04-01", 2); // => "2021-04-07"
   * calendar.addWorkingDays("2021-04-01", 0); // throws Use rollForward
   * calendar.addWorkingDays("2028-12-29", 1); // throws 2011-01-01 to 2028-12-31
   * ```
   */
  addWorkingDays(date: DateInput, n: number): IsoDate;

  /**
   * The nth working day strictly before a date.
   *
   * @throws ProgrammeFault when `n` is not a whole number from 1 up.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * workingCalendar("england-and-wales").subtractWorkingDays("2021-04-07", 2); // => "2021-04-01"
   * ```
   */
  subtractWorkingDays(date: DateInput, n: number): IsoDate;

  /**
   * Working days strictly after `a`, up to and including `b`; negative when `b` is the earlier, 0 when
   * they are the same day. Exchanging the dates changes the sign and nothing else.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * const calendar = workingCalendar("england-and-wales");
   * calendar.countWorkingDays("2021-04-01", "2021-04-07"); // => 2
   * calendar.countWorkingDays("2021-04-07", "2021-04-01"); // => -2
   * ```
   */
  countWorkingDays(a: DateInput, b: DateInput): number;

  /**
   * The date itself when it is worked, else the first working day after it.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * workingCalendar("scotland").rollForward("2021-04-02"); // => "2021-04-05"
   * workingCalendar("england-and-wales").rollForward("2021-04-02"); // => "2021-04-06"
   * ```
   */
  rollForward(date: DateInput): IsoDate;

  /** The date itself when it is worked, else the last working day before it. */
  rollBack(date: DateInput): IsoDate;

  /**
   * The nth working day of a month: "by the 5th working day".
   *
   * @throws ProgrammeFault when the month has fewer, or `n` is not a whole number from 1 up.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * const calendar = workingCalendar("england-and-wales");
   * calendar.nthWorkingDayOfMonth("2021-05", 15); // => "2021-05-24"
   * calendar.nthWorkingDayOfMonth("2021-05", 20); // throws 19 working days
   * ```
   */
  nthWorkingDayOfMonth(month: IsoMonth, n: number): IsoDate;

  /** The last working day of a month. */
  lastWorkingDayOfMonth(month: IsoMonth): IsoDate;

  /**
   * A day of the month, rolled to a working day: "by the 15th, or the next working day". The roll may
   * lead into another month.
   *
   * @throws ProgrammeFault when the month has no such day.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * const calendar = workingCalendar("england-and-wales");
   * calendar.rolledDayOfMonth("2021-05", 15); // => "2021-05-17"
   * calendar.rolledDayOfMonth("2021-05", 15, "back"); // => "2021-05-14"
   * ```
   */
  rolledDayOfMonth(month: IsoMonth, dayOfMonth: number, direction?: "forward" | "back"): IsoDate;

  /** The working days of a span, both ends in it. */
  workingDaysIn(span: DateSpan): readonly IsoDate[];

  /**
   * The holidays and closures of a year, or of a span with both ends in it, in order.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * workingCalendar("scotland").holidays(2022).length; // => 11
   * workingCalendar("england-and-wales").holidays({ from: "2022-06-01", until: "2022-06-30" })[0]?.on; // => "2022-06-02"
   * ```
   */
  holidays(yearOrSpan: number | DateSpan): readonly Holiday[];

  /** The holiday or closure on a date; none on a plain day of the weekend. */
  holidayOn(date: DateInput): Holiday | undefined;

  /**
   * The nth working day after a date (before it, when `n` is negative), and the days that did not count.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * const { on, notCounted } = workingCalendar("england-and-wales").reckonWorkingDays("2021-04-01", 2);
   * on; // => "2021-04-07"
   * notCounted.map((day) => day.holiday?.title ?? "weekend"); // => ["Good Friday", "weekend", "weekend", "Easter Monday"]
   * ```
   */
  reckonWorkingDays(date: DateInput, n: number): Reckoning;

  /** Whether a date lies past the published lists, so that its holidays are only expected. */
  isProjected(date: DateInput): boolean;

  /**
   * How many days the calendar is still known for after a date; negative when it has run out. A live
   * system asks when it starts, and warns months ahead.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * workingCalendar("scotland").daysKnownAfter("2028-12-01"); // => 30
   * ```
   */
  daysKnownAfter(date: DateInput): number;

  /**
   * The same calendar with what was known on a date: {@link CalendarChange | changes} announced later,
   * and days with a later `knownOn`, are left out. It does not know when each year's list first came out.
   *
   * @example
   * ```ts
   * import { workingCalendar } from "programme-rules";
   *
   * const then = workingCalendar("scotland").asKnownOn("2022-09-01");
   * then.isWorkingDay("2022-09-19"); // => true
   * then.laterChanges.map((change) => change.to); // => ["2022-09-19", "2023-05-08", "2027-08-02", "2026-06-15"]
   * ```
   */
  asKnownOn(date: DateInput): WorkingCalendar;
}

/** The published calendars, by name. */
export const calendarNames: readonly CalendarName[] = Object.freeze([...nations, "united-kingdom"] as const);

/** A published calendar by its name, or a list of one's own. */
export type CalendarInput = CalendarName | OwnCalendar | readonly DayOffInput[];

/**
 * The working calendar of a nation, of the whole United Kingdom, or of a list of one's own. The lists
 * are those GOV.UK publishes; England and Wales share one. Asking again for a name without options is free.
 *
 * @throws ProgrammeFault for an unknown name, an unknown option, a weekend of seven days, a closure
 * outside the days answered for, and for an empty list of one's own that does not say what it is complete for.
 *
 * @example
 * ```ts
 * import { workingCalendar } from "programme-rules";
 *
 * const scotland = workingCalendar("scotland", { closures: ["2021-12-29", "2021-12-30"] });
 * scotland.addWorkingDays("2021-12-24", 1); // => "2021-12-31"
 * workingCalendar({ name: "our offices", holidays: ["2021-12-25"] }).knownUntil; // => "2021-12-31"
 * workingCalendar("england" as never); // throws Use "england-and-wales"
 * ```
 */
export function workingCalendar(calendar: CalendarInput, options: CalendarOptions = {}): WorkingCalendar {
  const core = coreOf(calendar, options);
  core.calendar ??= calendarOf(core, (date) => workingCalendar(calendar, { ...options, asKnownOn: date }));
  return core.calendar;
}

/** The same in whole numbers, for the rooms that count. */
export function epochCalendar(calendar: CalendarInput, options: CalendarOptions = {}): EpochCalendar {
  return coreOf(calendar, options).days();
}

/** A calendar's tables, and the calendar on them once it was asked for. */
interface Core extends CalendarCore {
  calendar?: WorkingCalendar;
}

const cores = new Map<CalendarName, Core>();

/** What is asked for by name without options is made once. */
function coreOf(calendar: CalendarInput, options: CalendarOptions): Core {
  optionsOf(options, CALENDAR_OPTIONS);
  if (typeof calendar !== "string" || Object.keys(options).length > 0) return readCore(calendar, options);
  let core = cores.get(calendar);
  if (core === undefined) {
    core = readCore(calendar, options);
    cores.set(calendar, core);
  }
  return core;
}

/** Everything given is read at once, so that a mistake shows where it was made; the tables wait for the first question. */
function readCore(calendar: CalendarInput, options: CalendarOptions): Core {
  const asKnownOn = options.asKnownOn === undefined ? BEYOND : epochDay(options.asKnownOn);
  const { known, laterChanges, holidays } =
    typeof calendar === "object" && calendar !== null
      ? ownCalendar(calendar, options)
      : namedCalendar(nameOf(calendar), options, asKnownOn);
  const weekend = readWeekend(options.weekend);
  const closures = readClosures(options.closures ?? [], known);
  let days: EpochCalendar | undefined;
  return {
    known,
    laterChanges,
    days() {
      days ??= new EpochCalendar({
        ...known,
        weekend,
        holidays: withClosures(holidays(), closures, asKnownOn),
      });
      return days;
    },
  };
}

function calendarOf(core: CalendarCore, asKnownOn: WorkingCalendar["asKnownOn"]): WorkingCalendar {
  const { known, laterChanges } = core;
  let days: CalendarDays | undefined;
  return Object.freeze({
    name: known.name,
    knownFrom: isoDate(known.from),
    knownUntil: isoDate(known.knownUntil),
    answersUntil: isoDate(known.until),
    laterChanges,
    get days() {
      days ??= calendarDays(core.days());
      return days;
    },
    ...arithmetic(core),
    ...months(core),
    ...listing(core),
    asKnownOn,
  } satisfies WorkingCalendar);
}

function nameOf(name: CalendarName): CalendarName {
  if (calendarNames.includes(name)) return name;
  const listed = calendarNames.map((known) => JSON.stringify(known)).join(", ");
  throw calendarFault("name", shown(name), `${listed}, or a list of your own`, nameTodo(String(name)));
}

function nameTodo(name: string): string {
  if (/england|wales/i.test(name)) return 'Use "england-and-wales": the two share one list.';
  if (/^(uk|gb|united.*|great.*|britain)$/i.test(name)) {
    return 'Use the nation whose holidays the contract follows, or "united-kingdom" for a holiday in any of them.';
  }
  const near = nearest(name, calendarNames);
  return near === undefined
    ? "Use the nation whose holidays the contract follows."
    : `Did you mean "${near}"?`;
}
