import { bankHolidays } from "./bank-holidays.js";

const DAY = 86_400_000;

/** The text of a day by the platform's own calendar, in UTC. */
export function textOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

export interface Wall {
  readonly from: number;
  readonly until: number;
  /** Days of the week not worked, Monday 1 to Sunday 7. */
  readonly weekend?: readonly number[];
  readonly holidays: Iterable<string>;
}

/**
 * Working days counted on a wall calendar: one day at a time, each looked at. Answers that would need a day
 * off the wall are `undefined`.
 */
export function dayByDay({ from, until, weekend = [6, 7], holidays }: Wall) {
  const off = new Set(holidays);
  const worked = new Map<number, boolean>();
  for (let day = from; day <= until; day += 1) {
    const weekday = new Date(day * DAY).getUTCDay() || 7;
    worked.set(day, !weekend.includes(weekday) && !off.has(textOf(day)));
  }

  function walk(day: number, n: number, step: 1 | -1): number | undefined {
    let at = day;
    for (let left = n; left > 0; ) {
      at += step;
      const counts = worked.get(at);
      if (counts === undefined) return undefined;
      if (counts) left -= 1;
    }
    return at;
  }

  return {
    isWorkingDay: (day: number) => worked.get(day) === true,
    after: (day: number, n: number) => walk(day, n, 1),
    before: (day: number, n: number) => walk(day, n, -1),
    rollForward: (day: number) => (worked.get(day) ? day : walk(day, 1, 1)),
    rollBack: (day: number) => (worked.get(day) ? day : walk(day, 1, -1)),
    count(a: number, b: number) {
      let count = 0;
      for (let day = Math.min(a, b) + 1; day <= Math.max(a, b); day += 1) if (worked.get(day)) count += 1;
      return a <= b ? count : 0 - count;
    },
  };
}

export const FIRST = dayOf("2011-01-01");
export const LAST = dayOf("2028-12-31");

/** The wall calendar of a nation, 2011 to 2028. */
export function wallCalendar(name: string) {
  return dayByDay({ from: FIRST, until: LAST, holidays: bankHolidays(name).map(({ on }) => on) });
}
