import { whpJetsCv06 } from "programme-rules";
import * as testing from "programme-rules/testing";
import { describe, expect, test } from "vitest";

const { assertionsFor, caseload, ComplianceError, journey, rulesFor } = testing;
const unbound = { ...testing };
const asAt = "2021-04-08";
const by = { programme: whpJetsCv06, asAt };
const bound = assertionsFor(whpJetsCv06, { asAt });
const matchers = rulesFor(whpJetsCv06, { asAt });
const late = journey("R1").received("2021-04-01").acknowledged("+3wd").started("-1wd");

function thrownBy(act: () => void): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

describe("each assertion throws the message of its matcher, bound and unbound", () => {
  test.each([
    ["assertMeets", "toMeet", ["css-1/acknowledged"]],
    ["assertMeetsEveryStandard", "toMeetEveryStandard", []],
    ["assertDueOn", "toBeDueOn", ["css-4/contacted", "2021-04-08"]],
    ["assertWithinBacklog", "toBeWithinBacklog", []],
    ["assertConverts", "toConvert", []],
    ["assertVerdict", "toHaveVerdict", ["css-1/acknowledged", "met"]],
    ["assertNoProblems", "toHaveNoProblems", []],
  ] as const)("%s, of %s", (assertion, matcher, given) => {
    const subject =
      assertion === "assertWithinBacklog" ? journey("R2").received("2021-04-01").contacted("+1wd") : late;
    const day = assertion === "assertWithinBacklog" ? { asAt: "2021-04-08" } : {};
    const call = (what: unknown) => what as (...values: unknown[]) => { message(): string };
    const said = call(matchers[matcher])(subject, ...given, day).message();
    const errors = [
      thrownBy(() => call(bound[assertion])(subject, ...given, day)),
      thrownBy(() => call(unbound[assertion])(subject, ...given, { ...by, ...day })),
    ];
    for (const error of errors) {
      expect(error).toBeInstanceOf(ComplianceError);
      expect(error).toMatchObject({ name: "AssertionError", code: "ERR_ASSERTION", message: said });
    }
  });
});

test("what holds passes in silence", () => {
  const one = caseload(1, (each) => each.received("2021-04-01").acknowledged("+2wd").contacted("+1wd"));
  bound.assertMeets(one, "css-1/acknowledged");
  bound.assertMeetsEveryStandard(one, { allow: ["not-yet-due"] });
  bound.assertDueOn(one[0]!, "css-4/contacted", "2021-04-07");
  bound.assertWithinBacklog(one);
  bound.assertVerdict(one, "css-5/prap-update", "pending");
  bound.assertNoProblems(one);
  bound.assertConverts(journey("R1").started("2021-03-01"), { allow: ["window-running"] });
});

test("a mistake in the test is a fault, not a failed assertion", () => {
  const error = thrownBy(() => bound.assertMeets(late, "css-1" as never));
  expect(error).toMatchObject({ name: "ProgrammeFault", code: "argument/requirement" });
});
