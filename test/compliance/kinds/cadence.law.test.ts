import fc from "fast-check";
import { assess, type JourneyEvent, whpJetsCv06 } from "programme-rules";
import { expect, test } from "vitest";
import { bankHolidays } from "../../oracle/bank-holidays.js";
import { clerkContacts } from "../../oracle/contacts.js";
import { dayByDay, dayOf, FIRST, LAST, textOf } from "../../oracle/day-by-day.js";

const wall = dayByDay({
  from: FIRST,
  until: LAST,
  holidays: bankHolidays("england-and-wales").map(({ on }) => on),
});
const START = dayOf("2021-03-01");
const WORDS = { made: "met", missed: "not-met", open: "pending", ended: "not-applicable" } as const;

test("contacts due are those of a clerk who turns a diary page by page", () =>
  fc.assert(
    fc.property(
      fc.record({
        offset: fc.integer({ min: 0, max: 300 }),
        contacts: fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 12 }),
        left: fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined }),
        asAt: fc.integer({ min: 1, max: 160 }),
        agreed: fc.uniqueArray(
          fc.record({
            day: fc.integer({ min: -5, max: 150 }),
            every: fc.integer({ min: 1, max: 25 }),
            isFor: fc.constantFrom(undefined, "booked-meetings", "in-work"),
          }),
          { maxLength: 4, selector: ({ day }) => day },
        ),
        isAgreedFirst: fc.boolean(),
      }),
      ({ offset, contacts, left, asAt, agreed, isAgreedFirst }) => {
        const started = START + offset;
        const events: JourneyEvent[] = [
          { kind: "referral-received", on: textOf(started - 5) },
          { kind: "started", on: textOf(started) },
          ...contacts.map((day) => ({ kind: "contacted", on: textOf(started + day) })),
          ...agreed.map(({ day, every, isFor }) => ({
            kind: "contact-frequency-agreed",
            on: textOf(started + day),
            workingDays: every,
            ...(isFor === undefined ? {} : { for: isFor }),
          })),
          ...(left === undefined ? [] : [{ kind: "left", on: textOf(started + left) }]),
        ];
        if (isAgreedFirst) events.sort((one, other) => one.kind.length - other.kind.length).reverse();
        const found = assess(whpJetsCv06, { id: "R1", events }, { asAt: textOf(started + asAt) })
          .filter(({ requirement }) => requirement === "css-8/contact")
          .map(({ anchor, dueOn, verdict }) => ({ anchor: anchor?.on, dueOn, verdict }));
        const expected = clerkContacts({
          started,
          left: left === undefined || left > asAt ? undefined : started + left,
          contacts: contacts.map((day) => started + day),
          asAt: started + asAt,
          every: 10,
          agreed: agreed
            .filter(({ isFor }) => isFor !== "in-work")
            .map(({ day, every }) => ({ on: started + day, every })),
          isWorkingDay: wall.isWorkingDay,
        }).map(({ anchor, due, result }) => ({
          anchor: textOf(anchor),
          dueOn: textOf(due),
          verdict: WORDS[result],
        }));
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 400 },
  ));
