import fc from "fast-check";
import { type Journey, mergeReports, report, whpJetsCv06 } from "programme-rules";
import {
  caseloads,
  dates,
  mergeLaws,
  noLookAhead,
  permutationLaw,
  settledLaw,
} from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";

const subjects = {
  caseloads: caseloads(whpJetsCv06, { maxLength: 4, maxEvents: 4 }),
  asAts: dates({ from: "2021-03-01", until: "2021-09-30" }),
};
const of = (all: readonly Journey[]) => all.flatMap(({ events }) => events.map(({ kind }) => kind));
const known = (all: readonly Journey[], asAt: string) =>
  all.flatMap(({ events }) =>
    events.filter(({ on, knownOn = on }) => knownOn <= asAt && on <= asAt).map(({ kind }) => kind),
  );

/** How a law fails: the counterexample fast-check comes down to, and what is said of it. */
function failure<T>(law: fc.IProperty<T>): { smallest: T; said: string } {
  const { counterexample, errorInstance } = fc.check(law, { seed: 1 });
  return { smallest: counterexample as T, said: String((errorInstance as Error | undefined)?.message) };
}

describe("each law lets a pipeline through that keeps it", () => {
  test("no look-ahead", () => fc.assert(noLookAhead(known, subjects)));
  test("order", () => fc.assert(permutationLaw((all, asAt) => known(all, asAt).sort(), subjects)));
  test("settled", () =>
    fc.assert(
      settledLaw(
        (all, asAt) =>
          all.map(({ id, events }) => ({
            key: id,
            verdict: events.some(({ on }) => on <= asAt) ? "met" : "pending",
          })),
        subjects,
      ),
    ));
  describe("merging reports", () => {
    const laws = mergeLaws(
      { make: (all, asAt) => report(whpJetsCv06, all, { asAt }), merge: mergeReports },
      subjects,
    );
    for (const [law, property] of Object.entries(laws)) {
      test(law, () => fc.assert(property as fc.IProperty<unknown>, { numRuns: 40 }));
    }
  });
});

describe("each law catches one that breaks it, and says how, on a small case", () => {
  test("looking ahead", () => {
    const { smallest, said } = failure(noLookAhead(of, subjects));
    expect(said).toBe('No look-ahead: 0 is "referral-received", not undefined');
    expect(smallest[0]).toEqual([{ id: "R1", events: [{ kind: "referral-received", on: "2021-03-02" }] }]);
    expect(smallest[1]).toBe("2021-03-01");
  });

  test("using what was not known yet", () => {
    const careless = (all: readonly Journey[], asAt: string) =>
      all.flatMap(({ events }) => events.filter(({ on }) => on <= asAt).map(({ kind }) => kind));
    const { smallest, said } = failure(noLookAhead(careless, subjects));
    expect(said).toMatch(/^No look-ahead: /);
    expect(smallest[0].flatMap(({ events }) => events).some(({ knownOn }) => knownOn !== undefined)).toBe(
      true,
    );
  });

  test("hanging on order", () => {
    const { said, smallest } = failure(permutationLaw((all) => all[0]?.id, subjects));
    expect(said).toBe('Order does not matter: it is "R1", not "R2"');
    expect(smallest[0]).toHaveLength(2);
    const first = failure(
      permutationLaw((all) => all.map(({ events }) => events.at(-1)?.kind).sort(), subjects),
    );
    expect(first.said).toMatch(/^Order does not matter: 0 is /);
    expect(first.smallest[0]).toHaveLength(1);
  });

  test("merging that forgets, hangs on order or grouping, or counts nobody", () => {
    const count = (all: readonly Journey[]) => all.length;
    const broken = (merge: (parts: readonly number[]) => number, make = count) =>
      mergeLaws({ make, merge }, subjects);
    const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
    expect(failure(broken((parts) => Math.max(...parts)).split).said).toBe(
      "The parts merge into the whole: it is 1, not 2",
    );
    expect(failure(broken((parts) => parts[0]!).anyOrder).said).toMatch(
      /^Parts merge in any order: it is \d, not \d$/,
    );
    expect(failure(broken((parts) => sum(parts) / parts.length).anyGrouping).said).toMatch(
      /^Parts merge in any grouping: /,
    );
    expect(
      failure(
        broken(
          (parts) => sum(parts),
          (all) => all.length + 1,
        ).emptyPart,
      ).said,
    ).toBe("An empty part changes nothing: it is 2, not 1");
  });

  test("going back on what was settled", () => {
    const fickle = (all: readonly Journey[], asAt: string) =>
      all.map(({ id }) => ({ key: id, verdict: asAt < "2021-06-01" ? "met" : "not-met" }));
    const { said, smallest } = failure(settledLaw(fickle, subjects));
    expect(said).toBe('What is settled stays settled (R1): it is "not-met", not "met"');
    expect(smallest[0]).toHaveLength(1);
  });
});

test("values are compared as plain data: key order and undefined fields do not count", () => {
  let at = 0;
  const turnedAbout = () =>
    at++ % 2 === 0 ? { a: 1, b: [Number.NaN] } : { b: [Number.NaN], a: 1, c: undefined };
  fc.assert(noLookAhead(turnedAbout, subjects));
  let turn = 0;
  expect(failure(noLookAhead(() => ({ a: { b: turn++ } }), subjects)).said).toMatch(/a\.b is \d+, not \d+$/);
  let one = 0;
  expect(failure(noLookAhead(() => (one++ % 2 === 0 ? new Map() : []), subjects)).said).toContain("it is ");
});
