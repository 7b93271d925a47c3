import type { DateInput, DateSpan, IsoDate, IsoMonth } from "../date/index.js";
import type { CalendarChange } from "./changes.js";
import type { EpochCalendar } from "./epoch-calendar.js";
import type { Holiday } from "./holiday.js";

/** A day that did not count, with the holiday it was; none for a day of the weekend. */
export interface NotCounted {
  readonly on: IsoDate;
  readonly holiday?: Holiday;
}

/** A count of working days with its reasons: {@link WorkingCalendar.reckonWorkingDays}. */
export interface Reckoning {
  readonly from: IsoDate;
  /** How many working days on; negative when counted back. */
  readonly workingDays: number;
  readonly on: IsoDate;
  /** The days between `from` and `on` that did not count, in order. */
  readonly notCounted: readonly NotCounted[];
  /** Whether any day counted lies past the published lists, so that the answer is only expected. */
  readonly projected: boolean;
}

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
  readonly days: EpochCalendar;
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
