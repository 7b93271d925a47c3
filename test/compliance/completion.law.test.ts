import fc from "fast-check";
import { assess, type Journey, type JourneyEvent, report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { expect, test } from "vitest";
import { dayOf, textOf } from "../oracle/day-by-day.js";
import { asAts, caseloads, journeys } from "./journeys.js";

const known = (journey: Journey, asAt: string): Journey => ({
  ...journey,
  events: journey.events.filter(({ on, knownOn }) => on <= asAt && (knownOn ?? on) <= asAt),
});

/**
 * What may still happen to one journey: anything but a new receipt, a start or a meeting, which are new cases. Nothing
 * happens to a person who has left: an appointment on record after that would open a case again that leaving had closed.
 */
const ends = fc.array(
  fc.record({
    kind: fc.constantFrom(
      "referral-acknowledged",
      "contact-attempted",
      "contacted",
      "initial-appointment",
      "prap-updated",
      "standards-provided",
      "action-plan-finalised",
      "absence-explained",
      "esf-start-form-sent",
      "left",
    ),
    after: fc.integer({ min: 1, max: 60 }),
    status: fc.constantFrom("started", "did-not-attend", "did-not-start"),
  }),
  { maxLength: 6 },
);
const ONE_CASE = [
  "css-1/acknowledged",
  "css-4/contacted",
  "css-5/appointment",
  "css-5/prap-update",
  "css-6/standards-provided",
  "css-7/finalised",
  "css-9/follow-up",
  "css-11/start-form",
];

test("however the open cases end, the final share lies between worst and best", () =>
  fc.assert(
    fc.property(caseloads, asAts, fc.array(ends, { minLength: 12, maxLength: 12 }), (all, asAt, futures) => {
      const now = all.map((journey) => known(journey, asAt));
      const later = now.map((journey, i): Journey => {
        const hasLeft = journey.events.some(({ kind }) => kind === "left");
        const more = (hasLeft ? [] : futures[i]!).map(({ kind, after, status }): JourneyEvent => {
          const on = textOf(dayOf(asAt) + after);
          return kind === "prap-updated" ? { kind, on, status } : { kind, on };
        });
        return { ...journey, events: [...journey.events, ...more] };
      });
      const far = textOf(dayOf(asAt) + 200);
      // A journey that cannot be, such as one left before its start, is a problem in the data: it ends in no way.
      const impossible = new Set(
        report(whpJetsCv06, later, { asAt: far }).problems.map((each) => each.journey),
      );
      const possible = ({ id }: Journey) => !impossible.has(id);
      const lines = report(whpJetsCv06, now.filter(possible), { asAt, requirements: ONE_CASE }).lines;
      const ended = report(whpJetsCv06, later.filter(possible), {
        asAt: far,
        requirements: ONE_CASE,
      }).lines;
      for (const [i, { worst, best }] of lines.entries()) {
        const { met, counted } = ended[i]!;
        expect(worst.count * counted).toBeLessThanOrEqual(met * worst.of);
        expect(met * best.of).toBeLessThanOrEqual(best.count * counted);
      }
    }),
    { numRuns: 200 },
  ));

test("more bank holidays never turn met into not met for a deadline after its anchor", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(whpCoreCv04, whpJetsCv06),
      fc.constantFrom("england-and-wales", "scotland", "northern-ireland" as const),
      journeys,
      asAts,
      (programme, fewer, journey, asAt) => {
        const under = (calendar: "united-kingdom" | typeof fewer) => {
          const calendars = { england: calendar, wales: calendar };
          return assess({ ...programme, calendars } as typeof programme, journey, { asAt });
        };
        const rules = programme.standards.flatMap(({ requirements }) => [...requirements]);
        const isAfter = (id: string) =>
          rules.some((rule) => rule.id === id && rule.kind === "deadline" && "after" in rule);
        const more = under("united-kingdom");
        for (const { requirement, case: number, verdict } of under(fewer)) {
          if (verdict !== "met" || !isAfter(requirement)) continue;
          const same = more.find((other) => other.requirement === requirement && other.case === number);
          expect(same?.verdict).toBe("met");
        }
      },
    ),
    { numRuns: 200 },
  ));

test("the order of a caseload changes nothing of its report, ids used twice included", () =>
  fc.assert(
    fc.property(caseloads, asAts, fc.boolean(), (caseload, asAt, twice) => {
      const [first] = caseload;
      const all = twice && first !== undefined ? [...caseload, first] : caseload;
      expect(report(whpJetsCv06, [...all].reverse(), { asAt })).toEqual(report(whpJetsCv06, all, { asAt }));
    }),
    { numRuns: 100 },
  ));
