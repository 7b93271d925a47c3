import fc from "fast-check";
import { whpJetsCv06 } from "programme-rules";
import { workProgramme, workProgrammeRegimeV3 } from "programme-rules/programmes";
import { type ReturnDue, returnsDue } from "programme-rules/returns";
import { expect, test } from "vitest";
import { dayOf, FIRST, LAST, textOf, wallCalendar } from "../oracle/day-by-day.js";
import { returnsOnTheWall } from "../oracle/returns.js";

const day = fc.integer({ min: FIRST, max: LAST });
const spans = fc.tuple(day, fc.nat({ max: 500 })).map(([from, length]) => ({
  from: textOf(from),
  to: textOf(Math.min(from + length, LAST)),
}));
const monthly = (rows: readonly ReturnDue[], names: readonly string[]) =>
  rows
    .filter((row) => names.includes(row.return))
    .map((row) => ({ return: row.return, forMonth: row.forMonth, dueOn: row.dueOn }));
const runs = { numRuns: 60 };

test("the monthly returns are what a finger on a wall calendar comes to", () => {
  const names = { fifteenth: "css-template", nth: ["performance-return", 15] } as const;
  fc.assert(
    fc.property(spans, (span) => {
      const rows = monthly(returnsDue(whpJetsCv06, span), ["css-template", "performance-return"]);
      expect(rows).toEqual(returnsOnTheWall("england-and-wales", span, names));
    }),
    runs,
  );
});

test("in every nation, the 5th working day is its own", () => {
  const nations = { england: "england-and-wales", wales: "england-and-wales", scotland: "scotland" };
  fc.assert(
    fc.property(spans, fc.constantFrom(...Object.entries(nations)), (span, [nation, calendar]) => {
      const rows = returnsDue(workProgrammeRegimeV3, { ...span, nation });
      expect(monthly(rows, ["pipeline-file"])).toEqual(
        returnsOnTheWall(calendar, span, { nth: ["pipeline-file", 5] }),
      );
    }),
    runs,
  );
});

test("a span within a span gives the rows of the wider one that fall in it", () => {
  fc.assert(
    fc.property(spans, fc.nat({ max: 200 }), fc.nat({ max: 200 }), (span, later, earlier) => {
      const from = dayOf(span.from) + later;
      const to = dayOf(span.to) - earlier;
      fc.pre(from <= to);
      const within = { from: textOf(from), to: textOf(to) };
      const wide = returnsDue(whpJetsCv06, span);
      expect(returnsDue(whpJetsCv06, within)).toEqual(
        wide.filter(({ dueOn }) => dueOn >= within.from && dueOn <= within.to),
      );
    }),
    runs,
  );
});

test("spans that meet give together what the whole gives, across editions too", () => {
  const of2014 = fc.tuple(
    fc.integer({ min: dayOf("2013-06-01"), max: dayOf("2015-06-30") }),
    fc.integer({ min: 1, max: 300 }),
    fc.nat({ max: 299 }),
  );
  fc.assert(
    fc.property(of2014, ([from, length, cut]) => {
      const middle = from + (cut % length);
      const between = (a: number, b: number) =>
        returnsDue(workProgramme, { from: textOf(a), to: textOf(b), nation: "wales" });
      const parts = [...between(from, middle), ...between(middle + 1, from + length)];
      expect(parts).toEqual(between(from, from + length));
    }),
    runs,
  );
});

test("what is due before a review lies exactly so many working days before it", () => {
  const wall = wallCalendar("england-and-wales");
  const review = fc.integer({ min: FIRST + 60, max: LAST });
  fc.assert(
    fc.property(review, (on) => {
      const span = { from: textOf(on - 30), to: textOf(on) };
      const rows = returnsDue(whpJetsCv06, { ...span, reviewsOn: [textOf(on)] });
      const due = rows.filter((row) => row.return === "management-information").map(({ dueOn }) => dueOn);
      expect(due).toEqual([textOf(wall.before(on, 5)!)]);
    }),
    runs,
  );
});

test("the order of reviews and of the log is of no consequence", () => {
  const days = fc.uniqueArray(fc.integer({ min: dayOf("2021-01-01"), max: dayOf("2021-12-31") }), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(days, fc.infiniteStream(fc.nat()), (found, chance) => {
      const events = found.map((on) => ({ kind: "review-held", on: textOf(on) }));
      const shuffled = [...events].sort(() => (chance.next().value % 2 === 0 ? 1 : -1));
      const ask = (list: typeof events) =>
        returnsDue(whpJetsCv06, {
          from: "2021-01-01",
          to: "2021-12-31",
          contractLog: { id: "log", events: list },
        });
      expect(ask(shuffled)).toEqual(ask(events));
    }),
    runs,
  );
});
