import fc from "fast-check";
import { assess, explain, type Journey, report, whpJetsCv06, withReadings } from "programme-rules";
import { noLookAhead, permutationLaw, settledLaw } from "programme-rules/testing/arbitraries";
import { expect, test } from "vitest";
import { explainedFindings } from "../../src/compliance/index.js";
import { asAts, caseloads, journeys } from "./journeys.js";

const plain = (journey: Journey, asAt: string) =>
  assess(whpJetsCv06, journey, { asAt }).map(({ evidence, ...finding }) => ({
    ...finding,
    evidence: evidence.map((at) => journey.events[at]),
  }));

test("no look-ahead: what happens or becomes known after the as-at date changes nothing", () =>
  fc.assert(noLookAhead((all, asAt) => all.map((journey) => plain(journey, asAt)), { caseloads, asAts })));

test("the order in which journeys, and events of different days, are listed changes nothing", () =>
  fc.assert(
    permutationLaw(
      (all, asAt) => {
        const byId = [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
        return byId.map((journey) => plain(journey, asAt));
      },
      { caseloads, asAts },
    ),
    { numRuns: 300 },
  ));

test("what is settled stays settled as the as-at date moves on without new facts", () =>
  fc.assert(
    settledLaw(
      (all, asAt) =>
        all.flatMap((journey) =>
          assess(whpJetsCv06, journey, { asAt })
            .filter(({ requirement }) => requirement !== "css-2/backlog-share")
            .map(({ verdict, ...found }) => ({ key: JSON.stringify([journey.id, found]), verdict })),
        ),
      { caseloads, asAts },
    ),
  ));

test("every verdict but met has a reason, and met has none", () =>
  fc.assert(
    fc.property(journeys, asAts, (journey, asAt) => {
      for (const { verdict, reason } of assess(whpJetsCv06, journey, { asAt })) {
        expect(reason === undefined).toBe(verdict === "met");
      }
    }),
  ));

test("every finding explains itself in a sentence that ends with its source", () =>
  fc.assert(
    fc.property(journeys, asAts, (journey, asAt) => {
      for (const finding of assess(whpJetsCv06, journey, { asAt })) {
        const { sentence, verdict } = explain(whpJetsCv06, journey, finding, { asAt });
        expect(verdict).toBe(finding.verdict);
        expect(sentence).toMatch(/\. \[001 ¶38 item \d+\]$/);
        expect(sentence).toContain(verdict.replace("-", " "));
        expect(sentence).not.toMatch(/undefined|NaN|some days/);
      }
    }),
    { numRuns: 60 },
  ));

test("the first answer to every reading changes no verdict", () => {
  const answers = Object.fromEntries(whpJetsCv06.readings.map(({ id, answers }) => [id, answers[0].id]));
  const chosen = withReadings(whpJetsCv06, answers);
  fc.assert(
    fc.property(journeys, asAts, (journey, asAt) => {
      expect(assess(chosen, journey, { asAt })).toEqual(assess(whpJetsCv06, journey, { asAt }));
    }),
  );
});

test("a report's counts add up to its findings, and each journey is in one line a requirement or none", () =>
  fc.assert(
    fc.property(caseloads, asAts, (caseload, asAt) => {
      const { lines } = report(whpJetsCv06, caseload, { asAt });
      const findings = caseload.flatMap((journey) => assess(whpJetsCv06, journey, { asAt }));
      for (const line of lines.filter(({ requirement }) => !/^css-1[34]/.test(requirement))) {
        const own = findings.filter(({ requirement }) => requirement === line.requirement);
        const count = (verdict: string) => own.filter((each) => each.verdict === verdict).length;
        expect(line).toMatchObject({
          met: count("met"),
          notMet: count("not-met"),
          pending: count("pending"),
          undetermined: count("undetermined"),
        });
        const excluded = Object.values(line.excluded!).reduce((sum, each) => sum + each, 0);
        expect(line.counted + excluded).toBe(own.length);
      }
    }),
    { numRuns: 60 },
  ));

test("split by provider, the lines add up to the whole", () =>
  fc.assert(
    fc.property(caseloads, asAts, (caseload, asAt) => {
      const whole = report(whpJetsCv06, caseload, { asAt }).lines;
      const split = report(whpJetsCv06, caseload, { asAt, by: "provider" }).lines;
      for (const line of whole) {
        const parts = split.filter(({ requirement }) => requirement === line.requirement);
        const sum = (field: "met" | "notMet" | "pending" | "undetermined" | "counted") =>
          parts.reduce((total, part) => total + part[field], 0);
        for (const field of ["met", "notMet", "pending", "undetermined", "counted"] as const) {
          expect(sum(field)).toBe(line[field]);
        }
        expect(parts.flatMap(({ misses }) => misses).sort()).toEqual([...line.misses!].sort());
      }
    }),
    { numRuns: 60 },
  ));

test("findings explained together are those of assess, each as explain has it", () =>
  fc.assert(
    fc.property(journeys, asAts, (journey, asAt) => {
      const together = explainedFindings(whpJetsCv06, journey, { asAt });
      const findings = assess(whpJetsCv06, journey, { asAt });
      expect(together.map(({ finding }) => finding)).toEqual(findings);
      expect(together.map(({ explanation }) => explanation)).toEqual(
        findings.map((finding) => explain(whpJetsCv06, journey, finding, { asAt })),
      );
    }),
    { numRuns: 60 },
  ));
