import fc from "fast-check";
import {
  acrossReadings,
  assess,
  assessIndicators,
  assessOutcome,
  dueDates,
  explain,
  whpJets,
  whpJetsCv06,
  withInForce,
  worklist,
} from "programme-rules";
import { expect, test } from "vitest";
import { asAts, caseloads, journeys } from "./journeys.js";

const always = withInForce(whpJets, { cv06: { from: "1900-01-01", until: "2199-12-31" } });

test("a history of one edition that is always in force answers as the edition does", () =>
  fc.assert(
    fc.property(journeys, asAts, (journey, asAt) => {
      const options = { asAt };
      for (const answer of [dueDates, assess, assessOutcome, assessIndicators])
        expect(answer(always, journey, options)).toEqual(answer(whpJetsCv06, journey, options));
      for (const finding of assess(always, journey, options)) {
        const explained = explain(whpJetsCv06, journey, finding, options);
        expect(explain(always, journey, finding, options)).toEqual(explained);
      }
    }),
    { numRuns: 50 },
  ));

test("so does its worklist, and each person across the readings", () =>
  fc.assert(
    fc.property(caseloads, asAts, (all, asAt) => {
      expect(worklist(always, all, { asAt })).toEqual(worklist(whpJetsCv06, all, { asAt }));
      for (const journey of all.slice(0, 1))
        expect(acrossReadings(always, journey, { asAt })).toEqual(
          acrossReadings(whpJetsCv06, journey, { asAt }),
        );
    }),
    { numRuns: 20 },
  ));
