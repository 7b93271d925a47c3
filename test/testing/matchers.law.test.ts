import fc from "fast-check";
import { assess, dueDates, report, whpJetsCv06 } from "programme-rules";
import { assertionsFor, caseload, checkable, journey, rulesFor } from "programme-rules/testing";
import { expect, test } from "vitest";
import { asAts, caseloads, journeys } from "../compliance/journeys.js";

const requirements = fc.constantFrom(...checkable(whpJetsCv06));
const jets = (asAt: string) => rulesFor(whpJetsCv06, { asAt });

test("a journey meets a requirement when a case of it is met and no other is open or missed", () =>
  fc.assert(
    fc.property(journeys, asAts, requirements, (journey, asAt, requirement) => {
      const verdicts = assess(whpJetsCv06, journey, { asAt })
        .filter((finding) => finding.requirement === requirement)
        .map(({ verdict }) => verdict)
        .filter((verdict) => verdict !== "not-applicable");
      const meets = verdicts.length > 0 && verdicts.every((verdict) => verdict === "met");
      expect(jets(asAt).toMeet(journey, requirement).pass).toBe(meets);
    }),
  ));

test("a caseload meets a requirement when its line does, given as journeys or as a report", () =>
  fc.assert(
    fc.property(caseloads, asAts, requirements, (all, asAt, requirement) => {
      const made = report(whpJetsCv06, all, { asAt });
      const meets = made.lines.find((line) => line.requirement === requirement)?.verdict === "met";
      expect(jets(asAt).toMeet(all, requirement).pass).toBe(meets);
      expect(jets(asAt).toMeet(made, requirement).pass).toBe(meets);
    }),
    { numRuns: 60 },
  ));

test("allowing more never makes an assertion fail", () =>
  fc.assert(
    fc.property(
      fc.oneof(journeys, caseloads),
      asAts,
      requirements,
      fc.subarray([
        "not-yet-due",
        "missing-data",
        "needs-review",
        "excused",
        "stopped",
        "condition",
      ] as const),
      (subject, asAt, requirement, allow) => {
        const without = jets(asAt).toMeet(subject, requirement).pass;
        return !without || jets(asAt).toMeet(subject, requirement, { allow }).pass;
      },
    ),
    { numRuns: 100 },
  ));

test("what is not met is never allowed", () =>
  fc.assert(
    fc.property(journeys, asAts, requirements, (journey, asAt, requirement) => {
      const allow = ["pending", "undetermined", "not-applicable", "not-scored"] as const;
      const isMissed = assess(whpJetsCv06, journey, { asAt }).some(
        (finding) => finding.requirement === requirement && finding.verdict === "not-met",
      );
      return !isMissed || !jets(asAt).toMeet(journey, requirement, { allow }).pass;
    }),
  ));

test("a requirement is due on the days that dueDates gives, and on no other", () =>
  fc.assert(
    fc.property(
      journeys,
      asAts,
      requirements,
      fc.integer({ min: -2, max: 2 }),
      (journey, asAt, requirement, off) => {
        const days = dueDates(whpJetsCv06, journey, { asAt })
          .filter((due) => due.requirement === requirement)
          .flatMap(({ dueOn }) => dueOn ?? []);
        const near = days.map((day) =>
          new Date(Date.parse(day) + off * 86_400_000).toISOString().slice(0, 10),
        );
        for (const day of [...days, ...near]) {
          expect(jets(asAt).toBeDueOn(journey, requirement, day).pass).toBe(days.includes(day));
        }
      },
    ),
  ));

test("the target is reached by a count: so many late of so many, by whole numbers", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 3 }), (of, late) => {
      const some = Math.min(of, late);
      const all = caseload(
        [of - some, (each) => each.received("2021-04-01").acknowledged("+2wd")],
        [some, (each) => each.received("2021-04-01").acknowledged("+3wd")],
      );
      return jets("2021-04-30").toMeet(all, "css-1/acknowledged").pass === (of - some) * 1000 >= 995 * of;
    }),
    { numRuns: 40 },
  ));

test("a plain assertion throws when the matcher fails, with its message, and only then", () =>
  fc.assert(
    fc.property(fc.oneof(journeys, caseloads), asAts, requirements, (subject, asAt, requirement) => {
      const { pass, message } = jets(asAt).toMeet(subject, requirement);
      const act = () => assertionsFor(whpJetsCv06, { asAt }).assertMeets(subject, requirement);
      if (pass) expect(act).not.toThrow();
      else expect(act).toThrow(message());
    }),
    { numRuns: 60 },
  ));

test("every message is made of whole sentences: nothing undefined, no object", () =>
  fc.assert(
    fc.property(fc.oneof(journeys, caseloads), asAts, (subject, asAt) => {
      const matchers = jets(asAt);
      const results = [
        matchers.toMeetEveryStandard(subject),
        matchers.toBeWithinBacklog(subject),
        matchers.toConvert(subject),
        matchers.toHaveVerdict(subject, "css-8/contact", "met"),
        matchers.toHaveNoProblems(subject),
      ];
      for (const { message } of results) expect(message()).not.toMatch(/undefined|\[object|NaN/);
    }),
    { numRuns: 60 },
  ));

test("a journey of nothing meets nothing", () => {
  for (const requirement of checkable(whpJetsCv06)) {
    expect(jets("2021-04-30").toMeet(journey("R1"), requirement).pass).toBe(false);
  }
});
