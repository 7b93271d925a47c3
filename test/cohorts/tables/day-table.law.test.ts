import fc from "fast-check";
import { whpJetsCv06 } from "programme-rules";
import { cohortTable, cohortTableFromDays, kaplanMeier, type PersonDays } from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { JETS_WINDOW } from "../../oracle/cohorts.js";
import { dayOf, textOf } from "../../oracle/day-by-day.js";

const START = dayOf("2021-01-01");
const people: fc.Arbitrary<PersonDays[]> = fc.array(
  fc
    .record({
      start: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 3 })),
      reached: fc.option(fc.oneof(fc.integer({ min: 0, max: 260 }), fc.integer({ min: 236, max: 240 })), {
        nil: undefined,
      }),
    })
    .map(({ start, reached }) => ({
      started: START + start,
      ...(reached === undefined ? {} : { met: START + start + reached }),
    })),
  { maxLength: 40 },
);
// 299 days after the first starts their waiting is over.
const asAts = fc
  .oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 298, max: 302 }))
  .map((day) => textOf(START + day));
const counted = (list: readonly PersonDays[], asAt: string) =>
  cohortTableFromDays(list, { asAt, window: JETS_WINDOW });

test("people of two days have the table of their journeys", () =>
  fc.assert(
    fc.property(people, asAts, (list, asAt) => {
      const journeys = list.map(({ started, met }, at) => ({
        id: `${at}`,
        events: [
          { kind: "started", on: textOf(started) },
          ...(met === undefined ? [] : [{ kind: "milestone-reached", milestone: "1000", on: textOf(met) }]),
        ],
      }));
      const wanted = cohortTable(whpJetsCv06, journeys, { asAt });
      expect(counted(list, asAt)).toEqual(wanted);
    }),
  ));

test("columns are the same people", () =>
  fc.assert(
    fc.property(people, asAts, (list, asAt) => {
      const columns = {
        started: Int32Array.from(list, ({ started }) => started),
        met: Int32Array.from(list, ({ started, met }) => met ?? started - 1),
      };
      expect(cohortTableFromDays(columns, { asAt, window: JETS_WINDOW })).toEqual(counted(list, asAt));
    }),
  ));

test("Kaplan–Meier on any unit of time is the same curve at other times", () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ time: fc.nat({ max: 9000 }), event: fc.boolean() })),
      fc.constantFrom(0.5, 7, 10_000),
      (lives, unit) => {
        const scaled = kaplanMeier(lives.map(({ time, event }) => ({ time: time * unit, event })));
        expect(scaled).toEqual(kaplanMeier(lives).map((step) => ({ ...step, time: step.time * unit })));
      },
    ),
  ));
