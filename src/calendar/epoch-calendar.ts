import { dayOfWeek, type EpochDay, firstOfMonth, type IsoMonth, lastOfMonth } from "../date/index.js";
import type { KnownDays } from "./calendar-fault.js";
import type { Holiday } from "./published.js";

/**
 * The calendar in whole numbers, for work on many dates: epoch days in, epoch days out. Nothing is allocated
 * and nothing thrown: about a day outside those answered for, and where the answer would be one, it is
 * `undefined`. For speed, what is given is not looked at: `n` must be whole and at least 1, and of what is no whole
 * number the answer means nothing.
 *
 * @example
 * ```ts
 * import { epochDay, workingCalendar } from "programme-rules/calendar";
 *
 * const { days } = workingCalendar("england-and-wales");
 * days.add(epochDay("2021-04-01"), 2); // => 18724
 * epochDay("2021-04-07"); // => 18724
 * days.add(days.answersUntil, 1); // => undefined
 * ```
 */
export interface CalendarDays {
  /** The first day the calendar answers for. */
  readonly knownFrom: EpochDay;
  /** The last day whose bank holidays are known. */
  readonly knownUntil: EpochDay;
  /** The last day the calendar answers for: `knownUntil`, or later when days beyond it are projected. */
  readonly answersUntil: EpochDay;
  /** Whether a day is worked. */
  isWorkingDay(day: EpochDay): boolean | undefined;
  /** The nth working day strictly after a day. */
  add(day: EpochDay, n: number): EpochDay | undefined;
  /** The nth working day strictly before a day. */
  subtract(day: EpochDay, n: number): EpochDay | undefined;
  /** Working days strictly after `a`, up to and including `b`; negative when `b` is the earlier. */
  count(a: EpochDay, b: EpochDay): number | undefined;
  /** The day itself when it is worked, else the first working day after it. */
  rollForward(day: EpochDay): EpochDay | undefined;
  /** The day itself when it is worked, else the last working day before it. */
  rollBack(day: EpochDay): EpochDay | undefined;
  /** The nth working day of a month; `undefined` too when the month has fewer. */
  nthOfMonth(month: IsoMonth, n: number): EpochDay | undefined;
  /** The bank holiday or closure on a day; weekends have none. */
  holidayOn(day: EpochDay): Holiday | undefined;
  /** Whether a day lies past the published lists, so that its holidays are only expected. */
  isProjected(day: EpochDay): boolean | undefined;
}

/** The public form: what is no answer is `undefined` instead of a number. */
export function calendarDays(days: EpochCalendar): CalendarDays {
  const { knownFrom, knownUntil, answersUntil } = days;
  const isKnown = (day: EpochDay) => day >= knownFrom && day <= answersUntil;
  return Object.freeze({
    knownFrom,
    knownUntil,
    answersUntil,
    isWorkingDay: (day: EpochDay) => (isKnown(day) ? days.isWorkingDay(day) : undefined),
    add: (day: EpochDay, n: number) => answered(days.add(day, n)),
    subtract: (day: EpochDay, n: number) => answered(days.subtract(day, n)),
    count: (a: EpochDay, b: EpochDay) => answered(days.count(a, b)),
    rollForward: (day: EpochDay) => answered(days.rollForward(day)),
    rollBack: (day: EpochDay) => answered(days.rollBack(day)),
    nthOfMonth: (month: IsoMonth, n: number) => answered(days.nthOfMonth(month, n)),
    holidayOn: (day: EpochDay) => days.holidayOn(day),
    isProjected: (day: EpochDay) => (isKnown(day) ? days.isProjected(day) : undefined),
  });
}

function answered(answer: number): number | undefined {
  return isAnswer(answer) ? answer : undefined;
}

/**
 * What an {@link EpochCalendar} answers when the question or the answer lies past the days a calendar
 * answers for; before them it is `-BEYOND`. No real day is anywhere near it, so `day < BEYOND` and
 * `day > -BEYOND` are sound tests, and comparisons with real days come out the right way round.
 */
export const BEYOND = 2 ** 30;

/** Whether an answer is one. */
export function isAnswer(answer: number): boolean {
  return answer > -BEYOND && answer < BEYOND;
}

/** What an {@link EpochCalendar} is built from. */
export interface EpochCalendarSource extends Pick<KnownDays, "from" | "until" | "knownUntil"> {
  readonly weekend: ReadonlySet<number>;
  readonly holidays: ReadonlyMap<EpochDay, Holiday>;
}

/**
 * The calendar in whole numbers, for the rooms that count: nothing is allocated, nothing is thrown and nothing
 * is checked but the days answered for, outside which every answer is {@link BEYOND} or `-BEYOND` (and
 * `isWorkingDay` is `false`). `n` must be whole and at least 1.
 *
 * What each answer means is said at {@link CalendarDays}. Two tables answer everything. `rank[at]` is how many working days there are up to and including the
 * day `zero + at`, and `nth` places each of them, counted from the first day. Sixteen bits are enough for
 * 179 years. Cutting a place to an integer sends whatever is no day at all outside the tables.
 */
export class EpochCalendar {
  readonly knownFrom: EpochDay;
  readonly knownUntil: EpochDay;
  readonly answersUntil: EpochDay;
  /** The day before the first. */
  readonly #zero: EpochDay;
  readonly #rank: Uint16Array;
  readonly #nth: Uint16Array;
  readonly #holidays: ReadonlyMap<EpochDay, Holiday>;

  constructor(source: EpochCalendarSource) {
    this.knownFrom = source.from;
    this.knownUntil = source.knownUntil;
    this.answersUntil = source.until;
    this.#zero = source.from - 1;
    this.#holidays = source.holidays;
    const worked = workedPlaces(source);
    this.#nth = new Uint16Array(worked);
    this.#rank = new Uint16Array(source.until - this.#zero + 1);
    for (const place of worked) this.#rank[place] = 1;
    for (let at = 1; at < this.#rank.length; at += 1) this.#rank[at]! += this.#rank[at - 1]!;
  }

  isWorkingDay(day: EpochDay): boolean {
    const at = (day - this.#zero) | 0;
    return at > 0 && at < this.#rank.length && this.#rank[at] !== this.#rank[at - 1];
  }

  add(day: EpochDay, n: number): EpochDay {
    const at = (day - this.#zero) | 0;
    return at > 0 && at < this.#rank.length ? this.#place(this.#rank[at]! + n) : this.#outside(day);
  }

  subtract(day: EpochDay, n: number): EpochDay {
    const at = (day - this.#zero) | 0;
    return at > 0 && at < this.#rank.length ? this.#place(this.#rank[at - 1]! - n + 1) : this.#outside(day);
  }

  count(a: EpochDay, b: EpochDay): number {
    const from = (a - this.#zero) | 0;
    const to = (b - this.#zero) | 0;
    const rank = this.#rank;
    if (from > 0 && to > 0 && from < rank.length && to < rank.length) return rank[to]! - rank[from]!;
    return this.#outside(Math.min(a, b));
  }

  rollForward(day: EpochDay): EpochDay {
    const at = (day - this.#zero) | 0;
    return at > 0 && at < this.#rank.length ? this.#place(this.#rank[at - 1]! + 1) : this.#outside(day);
  }

  rollBack(day: EpochDay): EpochDay {
    const at = (day - this.#zero) | 0;
    return at > 0 && at < this.#rank.length ? this.#place(this.#rank[at]!) : this.#outside(day);
  }

  /** The nth working day of a month; `BEYOND` too when the month has fewer. */
  nthOfMonth(month: IsoMonth, n: number): EpochDay {
    const day = this.add(this.rollForward(firstOfMonth(month)), n - 1);
    return day <= lastOfMonth(month) ? day : BEYOND;
  }

  holidayOn(day: EpochDay): Holiday | undefined {
    return this.#holidays.get(day);
  }

  isProjected(day: EpochDay): boolean {
    return day > this.knownUntil && day <= this.answersUntil;
  }

  /** The kth working day of all, counted from 1. */
  #place(k: number): EpochDay {
    if (k < 1) return -BEYOND;
    return k <= this.#nth.length ? this.#zero + this.#nth[k - 1]! : BEYOND;
  }

  /** A day outside the tables; for two days, the earlier. One inside means that the other is past the end. */
  #outside(day: EpochDay): EpochDay {
    return day > this.#zero ? BEYOND : -BEYOND;
  }
}

function workedPlaces({ from, until, weekend, holidays }: EpochCalendarSource): number[] {
  const worked: number[] = [];
  for (let day = from; day <= until; day += 1) {
    if (!weekend.has(dayOfWeek(day)) && !holidays.has(day)) worked.push(day - from + 1);
  }
  return worked;
}
