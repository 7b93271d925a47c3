import fc from "fast-check";
import { amend, compareShare, diff, parsePercent, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { mergeCohortTables } from "programme-rules/cohorts";
import { defineOffer } from "programme-rules/tender";
import { calendars, cohortTables, offers } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";
import { month } from "../../oracle/cohorts.js";
import { dayOf, textOf } from "../../oracle/day-by-day.js";

const days = fc.integer({ min: dayOf("2021-03-01"), max: dayOf("2022-10-01") }).map(textOf);

test("calendars add what counting one day at a time adds", () =>
  fc.assert(
    fc.property(calendars(), days, fc.integer({ min: 1, max: 20 }), (calendar, date, n) => {
      let day = dayOf(date);
      for (let left = n; left > 0; ) if (calendar.isWorkingDay(textOf(++day))) left--;
      return calendar.addWorkingDays(date, n) === textOf(day);
    }),
  ));

test("calendars are of every sort, and shrink to England and Wales", () => {
  const names = new Set(fc.sample(calendars(), { numRuns: 300, seed: 1 }).map(({ name }) => name));
  expect(names.size).toBeGreaterThan(4);
  const { counterexample } = fc.check(
    fc.property(calendars(), () => false),
    { seed: 1 },
  );
  expect((counterexample as [{ name: string }])[0].name).toBe("england-and-wales");
});

describe("cohort tables", () => {
  test("never fall, never exceed the starts, and hold null for what is not over", () =>
    fc.assert(
      fc.property(cohortTables(), ({ lastAge, lastMonth, rows }) => {
        for (const { converted, month: cohort, starts } of rows) {
          expect(converted).toHaveLength(lastAge + 1);
          const seen = converted.filter((count) => count !== null);
          expect(seen).toEqual([...seen].sort((one, other) => one - other));
          expect((seen.at(-1) ?? 0) <= starts).toBe(true);
          const age =
            [...Array(40).keys()].findIndex((at) => month(at) === lastMonth) -
            [...Array(40).keys()].findIndex((at) => month(at) === cohort);
          expect(seen.length).toBe(Math.min(age, lastAge) + 1);
        }
      }),
    ));

  test("merge with themselves into twice the people", () =>
    fc.assert(
      fc.property(cohortTables({ months: 6 }), (table) => {
        const { rows } = mergeCohortTables([table, table]);
        expect(rows.map(({ starts }) => starts)).toEqual(table.rows.map(({ starts }) => 2 * starts));
      }),
    ));

  test("shrink to nobody", () => {
    const { counterexample } = fc.check(
      fc.property(cohortTables(), () => false),
      { seed: 1 },
    );
    expect((counterexample as [{ rows: unknown }])[0].rows).toEqual([]);
  });
});

describe("offers", () => {
  test.each([whpJetsCv06, whpCoreCv04])(
    "hold together, and differ from the base by their changes only: $id",
    (base) =>
      fc.assert(
        fc.property(offers(base), (offer) => {
          const { programme, ...terms } = offer;
          expect(defineOffer(base, terms).programme).toEqual(programme);
          const changed = new Set(diff(base, programme).flatMap(({ id }) => id));
          const meant = Object.keys(offer.changes.set ?? {});
          expect([...changed].filter((id) => id.startsWith("css-") && !meant.includes(id))).toEqual([]);
        }),
        { numRuns: 50 },
      ),
  );

  test("plan no outcome after the window of the programme has ended: 60 days from 31 December end in March", () => {
    const [outcome] = whpJetsCv06.outcomes;
    const short = { [outcome!.id]: { within: { days: 60 }, claimWithin: { days: 90 } } };
    const base = amend(whpJetsCv06, { id: "short", title: "Short", changes: { set: short } });
    fc.assert(
      fc.property(offers(base), ({ assumptions: { outcomes } }) => {
        const { profile } = { profile: [], ...outcomes };
        expect((profile as readonly string[]).length).toBeLessThanOrEqual(4);
      }),
    );
  });

  test("promise no deadline later than the contract's, and percentages that are some", () =>
    fc.assert(
      fc.property(offers(whpJetsCv06), ({ changes }) => {
        for (const [id, fields] of Object.entries(changes.set ?? {})) {
          const rule = whpJetsCv06.standards
            .flatMap(({ requirements }) => [...requirements])
            .find((each) => each.id === id);
          const { target, within } = fields as {
            target?: Record<string, string>;
            within?: { workingDays: number };
          };
          const most =
            rule !== undefined && "within" in rule && "workingDays" in rule.within
              ? rule.within.workingDays
              : 0;
          if (within !== undefined) expect(within.workingDays >= 1 && within.workingDays <= most).toBe(true);
          for (const share of Object.values(target ?? {})) {
            expect(compareShare({ count: 1, of: 1 }, parsePercent(share))).toBeGreaterThan(0);
          }
        }
      }),
    ));

  test("shrink to one that promises and plans nothing", () => {
    const { counterexample } = fc.check(
      fc.property(offers(whpJetsCv06), () => false),
      { seed: 1 },
    );
    expect(counterexample?.[0]).toMatchObject({ changes: { set: {} }, assumptions: {} });
  });
});
