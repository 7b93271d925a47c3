import fc from "fast-check";
import { assess, explain, type Finding, whpJets, whpJetsCv06, withInForce } from "programme-rules";
import { expect, test } from "vitest";
import { messageOf } from "../oracle/message.js";
import { asAts, journeys } from "./journeys.js";

const always = withInForce(whpJets, { cv06: { from: "1900-01-01", until: "2199-12-31" } });

/** A finding as text, but for its places among the events. */
const saidOf = ({ evidence: _evidence, ...said }: Finding) => JSON.stringify(said);

test("every finding is explained as it was made, and as it comes back from text", () =>
  fc.assert(
    fc.property(journeys, asAts, fc.constantFrom(whpJetsCv06, always), (journey, asAt, rules) => {
      for (const finding of assess(rules, journey, { asAt })) {
        const { verdict, reason, dueOn } = explain(rules, journey, finding, { asAt });
        expect([verdict, reason, dueOn]).toEqual([finding.verdict, finding.reason, finding.dueOn]);
        const stored = JSON.parse(JSON.stringify(finding));
        expect(explain(rules, journey, stored, { asAt })).toEqual(explain(rules, journey, finding, { asAt }));
      }
    }),
    { numRuns: 40 },
  ));

test("a finding as at another date is one of today's, or refused", () =>
  fc.assert(
    fc.property(journeys, asAts, asAts, (journey, one, other) => {
      const now = new Set(assess(whpJetsCv06, journey, { asAt: other }).map(saidOf));
      for (const finding of assess(whpJetsCv06, journey, { asAt: one })) {
        const explaining = () => explain(whpJetsCv06, journey, finding, { asAt: other });
        if (now.has(saidOf(finding))) expect(explaining().verdict).toBe(finding.verdict);
        else expect(messageOf(explaining).code).toBe("compliance/no-such-finding");
      }
    }),
    { numRuns: 60 },
  ));
