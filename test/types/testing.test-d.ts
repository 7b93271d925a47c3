import { type Programme, whpJets, whpJetsCv06 } from "programme-rules";
import {
  assertionsFor,
  assertMeets,
  checkable,
  type JourneyBuilder,
  journey,
  type ProgrammeMatchers,
  rulesFor,
} from "programme-rules/testing";
import { expect, expectTypeOf, test } from "vitest";

const built = journey("R1").received("2021-04-01");

test("matchers are typed on vitest's expect and on jest's", () => {
  expect.extend(rulesFor(whpJetsCv06, { asAt: "2021-04-30" }));
  expectTypeOf(expect(built).toMeet).toBeCallableWith("css-1/acknowledged");
  expectTypeOf(expect(built).not.toMeet).toBeCallableWith("css-1/acknowledged");
  expectTypeOf<jest.Matchers<void>["toMeet"]>().toEqualTypeOf<ProgrammeMatchers<void>["toMeet"]>();
});

test("ids are those of the programme given to the call", () => {
  expect(built).toMeet("css-1/acknowledged", { programme: whpJetsCv06 });
  // @ts-expect-error no such requirement
  expect(built).toMeet("css-99/none", { programme: whpJetsCv06 });
  // @ts-expect-error no such requirement
  assertMeets(built, "css-1/acknowleged", { programme: whpJetsCv06 });
  assertMeets(built, "any", { programme: whpJetsCv06 as Programme });
  assertMeets(built, "any", { programme: whpJets });
});

test("or of the programme the assertions are bound to", () => {
  const { assertDueOn } = assertionsFor(whpJetsCv06);
  assertDueOn(built, "css-5/prap-update", "2021-04-26");
  // @ts-expect-error no such requirement
  assertDueOn(built, "css-3/prap-update", "2021-04-26");
});

test("what may be allowed, and what a verdict may be", () => {
  expect(built).toMeet("css-1/acknowledged", { allow: ["needs-review"] });
  // @ts-expect-error what is not met cannot be allowed
  expect(built).toMeet("css-1/acknowledged", { allow: ["late"] });
  // @ts-expect-error no such verdict
  expect(built).toHaveVerdict("css-1/acknowledged", "breach");
});

test("checkable gives the programme's own ids", () => {
  expectTypeOf(checkable(whpJetsCv06)).items.toExtend<`css-${string}`>();
  expectTypeOf(checkable(whpJetsCv06 as Programme)).toEqualTypeOf<string[]>();
});

test("a builder is a journey, and its words take their own fields", () => {
  expectTypeOf(built).toEqualTypeOf<JourneyBuilder>();
  built.prapUpdated("+1wd", "did-not-attend").frequencyAgreed("+1wd", 5).jobStarted("+1wd", true);
  // @ts-expect-error no such status
  built.prapUpdated("+1wd", "done");
  // @ts-expect-error it has no field that stands by itself
  built.contacted("+1wd", "phone");
});
