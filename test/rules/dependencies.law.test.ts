import fc from "fast-check";
import {
  assess,
  type Journey,
  type Programme,
  report,
  whpCoreCv04,
  whpJetsCv06,
  withReadings,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { eventsBehind, readingsBehind } from "../../src/rules/index.js";
import { eventsOf, type RuleCase } from "../cases/case.js";
import { cases as coreCases } from "../cases/whp-core/cases.js";
import { cases as jetsCases } from "../cases/whp-jets/cases.js";
import { asAts, journeys } from "../compliance/journeys.js";

const suites: [string, Programme, readonly RuleCase[]][] = [
  ["WHP Core", whpCoreCv04, coreCases],
  ["WHP JETS", whpJetsCv06, jetsCases],
];

describe.each(suites)("%s", (_name, programme, cases) => {
  const journeys = cases.map(({ when, asAt, attributes }) => ({
    journey: { id: "R1", events: eventsOf(when), attributes: attributes ?? {} },
    asAt,
  }));
  const findings = (under: Programme) =>
    journeys.flatMap(({ journey, asAt }, at) =>
      assess(under, journey, { asAt }).map((found) => ({ at, found })),
    );
  const before = findings(programme);
  const answers = programme.readings.flatMap(({ id, answers: [, ...others] }) =>
    others.map((answer) => [id, answer.id] as const),
  );

  test.each(answers)(
    "the answer %s: %s leaves alone every requirement it is not behind",
    (reading, answer) => {
      const after = findings(withReadings(programme, { [reading]: answer }));
      const behind = new Set(
        programme.standards
          .flatMap(({ requirements }) => requirements)
          .filter(({ id }) => readingsBehind(programme, id).some((each) => each.id === reading))
          .map(({ id }) => id),
      );
      const others = (all: typeof before) => all.filter(({ found }) => !behind.has(found.requirement));
      expect(others(after)).toEqual(others(before));
    },
  );
});

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
