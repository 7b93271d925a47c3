import fc from "fast-check";
import { assessOutcome, type Journey, whpJetsCv06, withReadings } from "programme-rules";
import { expect, test } from "vitest";
import { dateOfDay, journeyOf, livedThrough, type Person } from "../oracle/outcomes.js";

const nearTheEdges = fc.oneof(
  fc.integer({ min: 0, max: 320 }),
  fc.integer({ min: 236, max: 241 }),
  fc.integer({ min: 297, max: 302 }),
);
const payment = fc
  .record({ day: nearTheEdges, pence: fc.integer({ min: 1, max: 70_000 }), later: fc.constantFrom(0, 0, 9) })
  .map(({ day, pence, later }) => ({ day, pence, known: day + later }));
const person: fc.Arbitrary<Person> = fc.record({
  payments: fc.array(payment, { maxLength: 6 }),
  selfEmployed: fc.constantFrom(true, false, undefined),
  claimDay: fc.option(nearTheEdges, { nil: undefined }),
});
const statusOf = (journey: Journey, day: number) =>
  assessOutcome(whpJetsCv06, journey, { asAt: dateOfDay(day) }).status;

test("someone's status is what living through the days one by one gives", () =>
  fc.assert(
    fc.property(person, nearTheEdges, (someone, day) => {
      expect(statusOf(journeyOf(someone), day)).toBe(livedThrough(someone, day));
    }),
    { numRuns: 400 },
  ));

test("day H counts and day H + 1 does not", () =>
  fc.assert(
    fc.property(nearTheEdges, (day) => {
      const someone = {
        payments: [{ day, pence: 100_000, known: day }],
        selfEmployed: false,
        claimDay: undefined,
      };
      expect(statusOf(journeyOf(someone), 400)).toBe(day <= 238 ? "converted" : "window-closed");
    }),
  ));

test("the start as day 1 closes every window a day sooner", () => {
  const dayOne = withReadings(whpJetsCv06, { "outcome-day": "day-1" });
  fc.assert(
    fc.property(nearTheEdges, (day) => {
      const someone = {
        payments: [{ day, pence: 100_000, known: day }],
        selfEmployed: false,
        claimDay: undefined,
      };
      const { status } = assessOutcome(dayOne, journeyOf(someone), { asAt: dateOfDay(400) });
      expect(status).toBe(day <= 237 ? "converted" : "window-closed");
    }),
  );
});

test("no look-ahead: what happens or becomes known after the as-at date changes nothing", () =>
  fc.assert(
    fc.property(person, nearTheEdges, (someone, day) => {
      const journey = journeyOf(someone);
      const asAt = dateOfDay(day);
      const events = journey.events.filter(({ on, knownOn }) => on <= asAt && (knownOn ?? on) <= asAt);
      expect(assessOutcome(whpJetsCv06, { ...journey, events }, { asAt })).toEqual(
        assessOutcome(whpJetsCv06, journey, { asAt }),
      );
    }),
  ));

test("once converted, always converted as the as-at date moves on", () =>
  fc.assert(
    fc.property(person, nearTheEdges, fc.nat({ max: 200 }), (someone, day, more) => {
      fc.pre(statusOf(journeyOf(someone), day) === "converted");
      const paid = { ...someone, payments: someone.payments.filter(({ known }) => known <= day) };
      expect(statusOf(journeyOf(paid), day + more)).toBe("converted");
    }),
  ));

test("the order in which events are listed changes nothing", () =>
  fc.assert(
    fc.property(person, nearTheEdges, (someone, day) => {
      const journey = journeyOf(someone);
      const turned = { ...journey, events: [...journey.events].reverse() };
      expect(statusOf(turned, day)).toBe(statusOf(journey, day));
    }),
  ));
