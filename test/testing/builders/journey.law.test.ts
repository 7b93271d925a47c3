import fc from "fast-check";
import { journey } from "programme-rules/testing";
import { test } from "vitest";
import { bankHolidays } from "../../oracle/bank-holidays.js";
import { dayByDay, dayOf, FIRST, LAST, textOf } from "../../oracle/day-by-day.js";

const wall = dayByDay({
  from: FIRST,
  until: LAST,
  holidays: bankHolidays("england-and-wales").map(({ on }) => on),
});
const received = fc.integer({ min: dayOf("2020-01-01"), max: dayOf("2026-12-31") });

test("a distance in working days is what counting on a wall calendar gives", () =>
  fc.assert(
    fc.property(received, fc.integer({ min: 1, max: 60 }), (day, n) => {
      const built = journey("R1").received(textOf(day)).acknowledged(`+${n}wd`);
      return built.events[1]?.on === textOf(wall.after(day, n)!);
    }),
  ));

test("backwards too", () =>
  fc.assert(
    fc.property(received, fc.integer({ min: 1, max: 60 }), (day, n) => {
      const built = journey("R1").received(textOf(day)).referralSent(`-${n}wd`);
      return built.events[1]?.on === textOf(wall.before(day, n)!);
    }),
  ));

test("days and weeks are added on the calendar, whatever is worked", () =>
  fc.assert(
    fc.property(received, fc.integer({ min: -300, max: 300 }), (day, n) => {
      const sign = n < 0 ? "-" : "+";
      const built = journey("R1")
        .received(textOf(day))
        .contacted(`${sign}${Math.abs(n)}d`)
        .contacted(`${sign}${Math.abs(n)}w`);
      return built.events[1]?.on === textOf(day + n) && built.events[2]?.on === textOf(day + 7 * n);
    }),
  ));
