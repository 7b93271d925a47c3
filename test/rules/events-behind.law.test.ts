import fc from "fast-check";
import { assess, type Journey, report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { expect, test } from "vitest";
import { eventsBehind } from "../../src/rules/index.js";
import { asAts, journeys } from "../compliance/journeys.js";

const only = (journey: Journey, kinds: readonly string[]): Journey => ({
  ...journey,
  events: journey.events.filter(({ kind }) => kinds.includes(kind)),
});

test("events that are not behind a requirement change nothing of it", () =>
  fc.assert(
    fc.property(fc.constantFrom(whpCoreCv04, whpJetsCv06), journeys, asAts, (programme, journey, asAt) => {
      // A contradiction with an event outside makes one inside unreadable: that is told as a problem.
      fc.pre(report(programme, [journey], { asAt }).problems.length === 0);
      const told = (of: Journey, requirement: string) =>
        assess(programme, of, { asAt, requirements: [requirement] }).map(({ evidence, ...found }) => found);
      for (const { id } of programme.standards.flatMap(({ requirements }) => [...requirements])) {
        expect(told(only(journey, eventsBehind(programme, id)), id)).toEqual(told(journey, id));
      }
    }),
    { numRuns: 60 },
  ));

test("a requirement the programme does not have has none", () => {
  expect(eventsBehind(whpJetsCv06, "css-99/nothing")).toEqual([]);
});

test("where people attest parts of a record, what they attest is behind it", () => {
  expect(eventsBehind(whpJetsCv06, "css-10/kept")).toContain("attested");
  expect(eventsBehind(whpJetsCv06, "css-10/before-leaving")).not.toContain("attested");
});
