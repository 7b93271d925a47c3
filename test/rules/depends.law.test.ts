import { assess, type Programme, whpCoreCv04, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { readingsBehind } from "../../src/rules/index.js";
import { eventsOf, type RuleCase } from "../cases/case.js";
import { cases as coreCases } from "../cases/whp-core/cases.js";
import { cases as jetsCases } from "../cases/whp-jets/cases.js";

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
