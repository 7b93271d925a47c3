import fc from "fast-check";
import { expect, test } from "vitest";
import { epochDay, isoDate, londonDate } from "../../src/date/index.js";

const HOUR = 3_600_000;

/** 01:00 UTC on the last Sunday of a month of 31 days, looked for from its end: the Summer Time Order 2002. */
function clockChange(year: number, month: number): number {
  let day = Date.UTC(year, month - 1, 31, 1);
  while (new Date(day).getUTCDay() !== 0) day -= 24 * HOUR;
  return day;
}

function londonByStatute(instant: number): string {
  const year = new Date(instant).getUTCFullYear();
  const summer = instant >= clockChange(year, 3) && instant < clockChange(year, 10);
  return new Date(instant + (summer ? HOUR : 0)).toISOString().slice(0, 10);
}

const instants = fc.integer({ min: Date.UTC(1996, 0, 1, 1), max: Date.UTC(2037, 11, 31) });

test("the London date follows the summer time rules of 1996 to 2037", () => {
  fc.assert(
    fc.property(instants, (instant) => {
      expect(londonDate(instant)).toBe(londonByStatute(instant));
    }),
    { numRuns: 2000 },
  );
});

test("the London date follows the rules around each of its clock changes and midnights", () => {
  for (let year = 1996; year <= 2037; year += 1) {
    for (const change of [clockChange(year, 3), clockChange(year, 10)]) {
      for (let hours = -26; hours <= 26; hours += 1) {
        for (const instant of [change + hours * HOUR - 1, change + hours * HOUR]) {
          expect(londonDate(instant)).toBe(londonByStatute(instant));
        }
      }
    }
  }
});

test("time never takes the date back, with a closing time or without", () => {
  fc.assert(
    fc.property(instants, fc.nat({ max: 48 * HOUR }), (instant, later) => {
      expect(londonDate(instant) <= londonDate(instant + later)).toBe(true);
      const options = { closesAt: "17:00" };
      expect(londonDate(instant, options) <= londonDate(instant + later, options)).toBe(true);
    }),
  );
});

test("closing time adds one day or none", () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const day = epochDay(londonDate(instant));
      expect([isoDate(day), isoDate(day + 1)]).toContain(londonDate(instant, { closesAt: "17:00" }));
    }),
  );
});
