import fc from "fast-check";
import { type Journey, whpJetsCv06 } from "programme-rules";
import { cohortTable, mergeCohortTables } from "programme-rules/cohorts";
import { expect, test } from "vitest";
import { dayOf, textOf } from "../../oracle/day-by-day.js";

const START = dayOf("2021-01-01");
const AS_ATS = fc.integer({ min: 0, max: 600 }).map((day) => textOf(START + day));
const journey: fc.Arbitrary<Journey> = fc
  .record({
    id: fc.uuid(),
    start: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined, freq: 9 }),
    reached: fc.option(fc.integer({ min: 0, max: 260 }), { nil: undefined }),
    later: fc.constantFrom(0, 0, 40),
    selfEmployed: fc.constantFrom(true, false, undefined),
    claimed: fc.option(fc.integer({ min: 200, max: 310 }), { nil: undefined }),
    provider: fc.constantFrom("north", "south", undefined),
  })
  .map(({ id, start, reached, later, selfEmployed, claimed, provider }) => {
    const on = (days: number) => textOf(START + (start ?? 0) + days);
    return {
      id,
      attributes: { provider, self_employed: selfEmployed },
      events: [
        ...(start === undefined ? [] : [{ kind: "started", on: on(0) }]),
        ...(reached === undefined
          ? []
          : [
              { kind: "milestone-reached", milestone: "1000", on: on(reached), knownOn: on(reached + later) },
            ]),
        ...(claimed === undefined ? [] : [{ kind: "outcome-claimed", on: on(claimed) }]),
      ],
    };
  });
const caseloads = fc.array(journey, { maxLength: 30 });
const tableOf = (caseload: readonly Journey[], asAt: string) =>
  cohortTable(whpJetsCv06, caseload, { asAt, by: "provider" });
const total = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);

test("nobody is lost: starts and those not placed add up to the caseload", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      const { rows, unplaced } = tableOf(caseload, asAt);
      const placed = total(rows.map(({ starts }) => starts));
      expect(placed + total(Object.values(unplaced))).toBe(caseload.length);
    }),
  ));

test("converted, open and window-closed partition the starts of every cohort", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      for (const { starts, outcomes, open, closed, undetermined } of tableOf(caseload, asAt).rows) {
        expect(outcomes + open! + closed! + undetermined).toBe(starts);
      }
    }),
  ));

test("a row never falls and never exceeds its starts", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      for (const { starts, converted } of tableOf(caseload, asAt).rows) {
        const seen = converted.filter((count) => count !== null);
        expect([...seen, starts]).toEqual([...seen, starts].sort((one, other) => one - other));
      }
    }),
  ));

test("a cell is null exactly when its month is not over", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      for (const { month, converted } of tableOf(caseload, asAt).rows) {
        converted.forEach((count, age) => {
          const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) + age, 0));
          expect(count === null).toBe(end.toISOString().slice(0, 10) > asAt);
        });
      }
    }),
  ));

test("the parts of any split merge into the whole", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, fc.nat({ max: 30 }), (caseload, asAt, cut) => {
      const parts = [caseload.slice(0, cut), caseload.slice(cut)].map((part) => tableOf(part, asAt));
      expect(mergeCohortTables(parts)).toEqual(tableOf(caseload, asAt));
    }),
  ));

test("merging is the same in any order", () =>
  fc.assert(
    fc.property(caseloads, caseloads, AS_ATS, (one, other, asAt) => {
      const [first, second] = [tableOf(one, asAt), tableOf(other, asAt)];
      expect(mergeCohortTables([first, second])).toEqual(mergeCohortTables([second, first]));
    }),
  ));

test("merging is the same in any grouping", () =>
  fc.assert(
    fc.property(caseloads, caseloads, caseloads, AS_ATS, (one, two, three, asAt) => {
      const [a, b, c] = [tableOf(one, asAt), tableOf(two, asAt), tableOf(three, asAt)];
      const left = mergeCohortTables([mergeCohortTables([a, b]), c]);
      expect(left).toEqual(mergeCohortTables([a, mergeCohortTables([b, c])]));
    }),
  ));

test("an empty caseload's table changes nothing", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      const whole = tableOf(caseload, asAt);
      expect(mergeCohortTables([tableOf([], asAt), whole])).toEqual(whole);
    }),
  ));

test("the order of the journeys changes nothing", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      expect(tableOf([...caseload].reverse(), asAt)).toEqual(tableOf(caseload, asAt));
    }),
  ));

test("no look-ahead: what happens or becomes known after the as-at date changes nothing", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      const known = caseload.map((each) => ({
        ...each,
        events: each.events.filter(({ on, knownOn }) => on <= asAt && (knownOn ?? on) <= asAt),
      }));
      expect(tableOf(known, asAt)).toEqual(tableOf(caseload, asAt));
    }),
  ));

test("the mature are those whose window is over: converted or closed, nobody still open", () =>
  fc.assert(
    fc.property(caseloads, AS_ATS, (caseload, asAt) => {
      for (const { mature, outcomes, closed } of tableOf(caseload, asAt).rows) {
        expect(mature.of - mature.count).toBe(closed);
        expect(mature.count).toBeLessThanOrEqual(outcomes);
      }
    }),
  ));
