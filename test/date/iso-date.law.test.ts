import fc from "fast-check";
import { expect, test } from "vitest";
import { epochDay, isIsoDate, isoDate, readEpochDay } from "../../src/date/index.js";
import { textOf } from "../oracle/day-by-day.js";

const everyDay = Array.from({ length: 84_005 + 25_567 + 1 }, (_, index) => index - 25_567);

test("every day from 1900 to 2199 is written as the platform writes it in UTC, and read back", () => {
  const wrong = everyDay.filter((day) => {
    const text = textOf(day);
    return isoDate(day) !== text || epochDay(text) !== day || readEpochDay(text) !== day;
  });
  expect(wrong).toEqual([]);
});

test("the parts of a date and its text are the same day", () => {
  const wrong = everyDay.filter((at) => {
    const [year, month, day] = textOf(at).split("-").map(Number) as [number, number, number];
    return epochDay({ year, month, day }) !== at;
  });
  expect(wrong).toEqual([]);
});

test("ten characters are a date exactly when the platform gives them back unchanged", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789/:-"), minLength: 1, maxLength: 2 });
  const text = fc
    .tuple(
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      digits,
    )
    .chain(([year, month, day, noise]) => {
      const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      return fc
        .nat({ max: 20 })
        .map((at) => date.slice(0, at) + (at > 10 ? "" : noise) + date.slice(at + noise.length));
    });
  fc.assert(
    fc.property(text, (given) => {
      const instant = Date.parse(`${given}T00:00:00Z`);
      const real =
        /^(19|2[01])/.test(given) &&
        !Number.isNaN(instant) &&
        new Date(instant).toISOString().startsWith(given);
      expect(isIsoDate(given)).toBe(real && given.length === 10);
    }),
    { numRuns: 20_000 },
  );
});

test("no text but a date is read, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isIsoDate(text)).toBe(/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(readEpochDay(text)));
    }),
  );
});

test("one wrong character anywhere spoils a date", () => {
  const wrong = fc.constantFrom(..."/:;<a٣ \u0000");
  fc.assert(
    fc.property(fc.constantFrom(...everyDay), fc.nat({ max: 9 }), wrong, (day, at, character) => {
      const text = isoDate(day);
      expect(readEpochDay(text.slice(0, at) + character + text.slice(at + 1))).toBeNaN();
    }),
    { numRuns: 5000 },
  );
});
