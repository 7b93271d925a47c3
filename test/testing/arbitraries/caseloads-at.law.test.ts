import fc from "fast-check";
import { type Journey, londonDate, type Programme, report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { checkable } from "programme-rules/testing";
import { caseloadsAt, instants } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";

const asAt = "2022-12-31";
const verdictOf = (programme: Programme, caseload: readonly Journey[], requirement: string) =>
  report(programme, caseload, { asAt, requirements: [requirement] }).lines[0]?.verdict;

const all = [whpCoreCv04, whpJetsCv06].flatMap((programme: Programme) =>
  checkable(programme)
    .filter((id) => id !== "css-3/appointment" && id !== "css-5/appointment")
    .map((id) => [`${programme.id} ${id}`, programme, id] as const),
);

describe("a caseload at a target", () => {
  test.each(all)("of %s is met, or not", (_, programme, id) => {
    for (const [where, verdict] of [
      ["just-met", "met"],
      ["just-missed", "not-met"],
    ] as const)
      for (const caseload of fc.sample(caseloadsAt(programme, id, where), { numRuns: 3, seed: 5 })) {
        expect(verdictOf(programme, caseload, id)).toBe(verdict);
        expect(new Set(caseload.map(({ id: own }) => own)).size).toBe(caseload.length);
      }
  });

  // 99.5% of 200 is 199: one of 200 may fail, and 198 of 199 (99.497…%) is too few.
  test("is at the very edge: 199 of 200 is 99.5%, and 198 of 199 rounds to it", () => {
    const sizes = (where: "just-met" | "just-missed") =>
      fc
        .sample(caseloadsAt(whpJetsCv06, "css-1/acknowledged", where), { numRuns: 20, seed: 1 })
        .map(({ length }) => length);
    expect([...new Set(sizes("just-met"))].sort()).toEqual([200, 400]);
    expect([...new Set(sizes("just-missed"))].sort()).toEqual([199, 399]);
  });

  // 4% of 25 is one.
  test("of a ceiling has as many in backlog as it allows, or one more person would have to be out of it", () => {
    const sizes = (where: "just-met" | "just-missed") =>
      fc
        .sample(caseloadsAt(whpJetsCv06, "css-2/backlog-share", where), { numRuns: 20, seed: 1 })
        .map(({ length }) => length);
    expect([...new Set(sizes("just-met"))].sort()).toEqual([25, 50]);
    expect([...new Set(sizes("just-missed"))].sort()).toEqual([24, 49]);
  });

  test("needs a target that is given", () => {
    expect(() => caseloadsAt(whpJetsCv06, "css-5/appointment", "just-met")).toThrow("it has no target");
    expect(() => caseloadsAt(whpJetsCv06, "css-14/template-b", "just-met")).toThrow("it is about a contract");
  });
});

describe("instants", () => {
  test("have the date of London's wall clock", () =>
    fc.assert(fc.property(instants(), ({ instant, london }) => londonDate(instant) === london)));

  // Read off published changes: 28 March and 31 October 2021, 27 March and 30 October 2022, 31 March 1996.
  test.each([
    ["2021-03-28T00:59:00Z", "2021-03-28"],
    ["2021-03-28T23:00:00Z", "2021-03-29"],
    ["2021-03-27T23:00:00Z", "2021-03-27"],
    ["2021-10-31T23:30:00Z", "2021-10-31"],
    ["2021-10-30T23:30:00Z", "2021-10-31"],
    ["2022-03-27T23:30:00Z", "2022-03-28"],
  ])("%s is on %s", (instant, london) => {
    const found = fc
      .sample(instants({ from: "2021-03-26", until: "2022-03-29" }), { numRuns: 60_000, seed: 3 })
      .find((each) => each.instant === instant);
    expect(found?.london).toBe(london);
  });

  test("catch who takes UTC for London within a hundred, whatever the seed", () => {
    const naive = ({ instant, london }: { instant: string; london: string }) => instant.startsWith(london);
    for (let seed = 1; seed <= 20; seed++)
      expect(fc.check(fc.property(instants(), naive), { seed, numRuns: 100 }).failed).toBe(true);
  });

  test("begin when the clocks changed as they do now", () => {
    expect(() => instants({ from: "1995-12-31", until: "1996-12-31" })).toThrow("from 1995-12-31");
    fc.assert(
      fc.property(
        instants({ from: "1996-01-01", until: "1996-12-31" }),
        ({ instant, london }) => londonDate(instant) === london,
      ),
    );
  });
});
