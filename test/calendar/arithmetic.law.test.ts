import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BEYOND, type EpochCalendar, epochCalendar, workingCalendar } from "../../src/calendar/index.js";
import type { DayOfWeek } from "../../src/date/index.js";
import { anyCalendar, dayAt, place } from "../oracle/calendars.js";
import { textOf } from "../oracle/day-by-day.js";

const steps = fc.integer({ min: 1, max: 60 });
const isDay = (answer: number) => Math.abs(answer) < BEYOND;

/** Holds a law for any calendar, two of its days and a number of working days. */
function holds(law: (given: { days: EpochCalendar; d: number; x: number; n: number }) => void) {
  fc.assert(
    fc.property(anyCalendar, place, place, steps, (calendar, one, other, n) => {
      law({ days: calendar.days, d: dayAt(calendar, one), x: dayAt(calendar, other), n });
    }),
    { numRuns: 400 },
  );
}

/** P(d): working days before d. */
function workedBefore(days: EpochCalendar, d: number): number {
  let count = 0;
  for (let day = days.knownFrom; day < d; day += 1) if (days.isWorkingDay(day)) count += 1;
  return count;
}

/** S(k): the kth working day, counted from 0. */
function kthWorked(days: EpochCalendar, k: number): number {
  const first = days.rollForward(days.knownFrom);
  return k === 0 || !isDay(first) ? first : days.add(first, k);
}

describe("against the wall calendar", () => {
  test("after is the nth working day that a finger comes to", () => {
    fc.assert(
      fc.property(anyCalendar, place, steps, (calendar, at, n) => {
        const d = dayAt(calendar, at);
        expect(calendar.days.add(d, n)).toBe(calendar.wall.after(d, n) ?? BEYOND);
      }),
    );
  });

  test("before is the nth working day that a finger comes to, going back", () => {
    fc.assert(
      fc.property(anyCalendar, place, steps, (calendar, at, n) => {
        const d = dayAt(calendar, at);
        expect(calendar.days.subtract(d, n)).toBe(calendar.wall.before(d, n) ?? -BEYOND);
      }),
    );
  });

  test("count is how many a finger touches", () => {
    fc.assert(
      fc.property(anyCalendar, place, place, (calendar, one, other) => {
        const [a, b] = [dayAt(calendar, one), dayAt(calendar, other)];
        expect(calendar.days.count(a, b)).toBe(calendar.wall.count(a, b));
      }),
    );
  });

  test("the rolls stop where a finger would", () => {
    fc.assert(
      fc.property(anyCalendar, place, (calendar, at) => {
        const d = dayAt(calendar, at);
        expect(calendar.days.rollForward(d)).toBe(calendar.wall.rollForward(d) ?? BEYOND);
        expect(calendar.days.rollBack(d)).toBe(calendar.wall.rollBack(d) ?? -BEYOND);
      }),
    );
  });

  test("the text form says what the integer form says, or is a fault", () => {
    fc.assert(
      fc.property(anyCalendar, place, steps, ({ calendar, days, from, until }, at, n) => {
        const d = dayAt({ from, until }, at);
        const same = (answer: number, ask: () => string) => {
          if (isDay(answer)) expect(ask()).toBe(textOf(answer));
          else expect(ask).toThrow(answer < 0 ? "Check the date" : "Extend the list");
        };
        same(days.add(d, n), () => calendar.addWorkingDays(textOf(d), n));
        same(days.subtract(d, n), () => calendar.subtractWorkingDays(textOf(d), n));
        same(days.rollForward(d), () => calendar.rollForward(textOf(d)));
        same(days.rollBack(d), () => calendar.rollBack(textOf(d)));
        expect(calendar.isWorkingDay(textOf(d))).toBe(days.isWorkingDay(d));
      }),
    );
  });
});

describe("P counts the working days before a day, S finds the kth", () => {
  test("P(S(k)) = k", () => {
    fc.assert(
      fc.property(anyCalendar, place, ({ days }, k) => {
        const day = kthWorked(days, k);
        fc.pre(isDay(day));
        expect(workedBefore(days, day)).toBe(k);
      }),
    );
  });

  test("S(P(d)) = rollForward(d)", () => {
    holds(({ days, d }) => {
      const rolled = days.rollForward(d);
      if (isDay(rolled)) expect(kthWorked(days, workedBefore(days, d))).toBe(rolled);
    });
  });
});

describe("after, before and count", () => {
  test("Galois: after(d, n) ≤ x exactly when count(d, x) ≥ n", () => {
    holds(({ days, d, x, n }) => {
      expect(days.add(d, n) <= x).toBe(days.count(d, x) >= n);
    });
  });

  test("count is additive: count(a, b) + count(b, c) = count(a, c)", () => {
    fc.assert(
      fc.property(anyCalendar, place, place, place, (calendar, one, two, three) => {
        const { days } = calendar;
        const [a, b, c] = [dayAt(calendar, one), dayAt(calendar, two), dayAt(calendar, three)];
        expect(days.count(a, b) + days.count(b, c)).toBe(days.count(a, c));
      }),
    );
  });

  test("count is antisymmetric: count(b, a) = −count(a, b)", () => {
    holds(({ days, d, x }) => {
      expect(days.count(x, d) + days.count(d, x)).toBe(0);
    });
  });

  test("count(d, after(d, n)) = n", () => {
    holds(({ days, d, n }) => {
      const after = days.add(d, n);
      if (isDay(after)) expect(days.count(d, after)).toBe(n);
    });
  });

  test("before(after(d, n), n) = d for a working day d", () => {
    holds(({ days, d, n }) => {
      const after = days.add(d, n);
      if (isDay(after) && days.isWorkingDay(d)) expect(days.subtract(after, n)).toBe(d);
    });
  });

  test("after is monotone in d", () => {
    holds(({ days, d, x, n }) => {
      expect(days.add(Math.min(d, x), n)).toBeLessThanOrEqual(days.add(Math.max(d, x), n));
    });
  });

  test("after is strictly increasing in n", () => {
    holds(({ days, d, n }) => {
      const after = days.add(d, n);
      if (isDay(after)) expect(days.add(d, n + 1)).toBeGreaterThan(after);
    });
  });

  test("after and before are always working days, on their own side of d", () => {
    holds(({ days, d, n }) => {
      const [after, before] = [days.add(d, n), days.subtract(d, n)];
      if (isDay(after)) expect(days.isWorkingDay(after) && after > d).toBe(true);
      if (isDay(before)) expect(days.isWorkingDay(before) && before < d).toBe(true);
    });
  });

  test("after(after(d, m), n) = after(d, m + n)", () => {
    holds(({ days, d, n }) => {
      const after = days.add(d, n);
      if (isDay(after)) expect(days.add(after, 3)).toBe(days.add(d, n + 3));
    });
  });
});

describe("rolls", () => {
  test("are idempotent", () => {
    holds(({ days, d }) => {
      const [forward, back] = [days.rollForward(d), days.rollBack(d)];
      if (isDay(forward)) expect(days.rollForward(forward)).toBe(forward);
      if (isDay(back)) expect(days.rollBack(back)).toBe(back);
    });
  });

  test("are monotone", () => {
    holds(({ days, d, x }) => {
      const [early, late] = [Math.min(d, x), Math.max(d, x)];
      expect(days.rollForward(early)).toBeLessThanOrEqual(days.rollForward(late));
      expect(days.rollBack(early)).toBeLessThanOrEqual(days.rollBack(late));
    });
  });

  test("meet exactly on working days", () => {
    holds(({ days, d }) => {
      expect(days.rollForward(d) === days.rollBack(d)).toBe(days.isWorkingDay(d));
    });
  });
});

describe("more or fewer holidays", () => {
  const whole = { knownFrom: "2011-01-01", knownUntil: "2028-12-31" };
  const date = fc.integer({ min: 14_975, max: 21_000 }).map(textOf);

  test("more holidays never bring a date earlier", () => {
    fc.assert(
      fc.property(fc.array(date, { maxLength: 40 }), date, steps, (closures, from, n) => {
        const fewer = workingCalendar("scotland").addWorkingDays(from, n);
        const more = workingCalendar("scotland", { closures }).addWorkingDays(from, n);
        expect(fewer <= more).toBe(true);
      }),
    );
  });

  test("a holiday in any nation: the United Kingdom is never earlier than a nation", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("england-and-wales", "scotland", "northern-ireland"),
        date,
        steps,
        (nation, from, n) => {
          const own = workingCalendar(nation as "scotland").addWorkingDays(from, n);
          expect(own <= workingCalendar("united-kingdom").addWorkingDays(from, n)).toBe(true);
        },
      ),
    );
  });

  test("with no holidays, after is the closed weekday formula", () => {
    const weekdays = epochCalendar({ holidays: [], ...whole });
    fc.assert(
      fc.property(fc.integer({ min: 14_975, max: 21_000 }), steps, (day, n) => {
        // Monday 1 to Friday 5; Saturday and Sunday count on from Friday. Every fifth step leaps a weekend.
        const weekday = Math.min(((day + 3) % 7) + 1, 5);
        const friday = ((day + 3) % 7) + 1 - weekday;
        const expected = day - friday + n + 2 * Math.floor((weekday - 1 + n) / 5);
        expect(weekdays.add(day, n)).toBe(expected);
      }),
    );
  });

  test("with neither holidays nor weekend, after is plain addition", () => {
    const every = epochCalendar({ holidays: [], ...whole }, { weekend: [] });
    fc.assert(
      fc.property(fc.integer({ min: 14_975, max: 21_000 }), steps, (day, n) => {
        expect(every.add(day, n)).toBe(day + n);
      }),
    );
  });

  test("a weekend of other days is left out instead", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }), date, (weekend, from) => {
        const calendar = workingCalendar({ holidays: [], ...whole }, { weekend: weekend as DayOfWeek[] });
        const weekday = new Date(from).getUTCDay() || 7;
        expect(calendar.isWorkingDay(from)).toBe(!weekend.includes(weekday));
      }),
    );
  });
});
