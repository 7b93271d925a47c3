import {
  amend,
  type CadenceRequirement,
  type ContentRequirement,
  type DeadlineRequirement,
  defineProgramme,
  type History,
  type Programme,
  type ProportionRequirement,
  type ReturnRequirement,
  type TotalRequirement,
  type Variation,
  whpCore,
  whpCoreCv04,
  whpJetsCv06,
} from "programme-rules";
import { exampleOffer, type workProgrammeFramework } from "programme-rules/programmes";
import { expectTypeOf, test } from "vitest";
import type { RequirementId } from "../../src/rules/index.js";

test("requirement ids of shipped programmes are literal types", () => {
  expectTypeOf<"css-7/finalised">().toExtend<RequirementId<typeof whpCoreCv04>>();
  expectTypeOf<"css-12/after-job-end">().toExtend<RequirementId<typeof whpCoreCv04>>();
  expectTypeOf<"css-4/contacted">().toExtend<RequirementId<typeof whpJetsCv06>>();
  expectTypeOf<"css-12/after-job-end">().not.toExtend<RequirementId<typeof whpJetsCv06>>();
  expectTypeOf<string>().not.toExtend<RequirementId<typeof whpJetsCv06>>();
  expectTypeOf<"programme-exit/sent">().toExtend<RequirementId<typeof workProgrammeFramework>>();
  expectTypeOf<RequirementId>().toEqualTypeOf<string>();
});

test("shipped programmes, histories and the offer fit the published types", () => {
  expectTypeOf(whpCoreCv04).toExtend<Programme>();
  expectTypeOf(whpJetsCv06).toExtend<Programme>();
  expectTypeOf(whpCore).toExtend<History>();
  expectTypeOf(exampleOffer).toExtend<Variation>();
  expectTypeOf(whpCoreCv04.standards.length).toEqualTypeOf<16>();
  expectTypeOf(whpJetsCv06.standards.length).toEqualTypeOf<14>();
});

test("defineProgramme keeps a user's ids literal", () => {
  const mine = defineProgramme({ ...whpJetsCv06, id: "mine" });
  expectTypeOf(mine.id).toEqualTypeOf<"mine">();
  expectTypeOf<"css-4/contacted">().toExtend<RequirementId<typeof mine>>();
});

test("a varied programme's ids are text: what was added is not known to the compiler", () => {
  expectTypeOf(amend(whpJetsCv06, exampleOffer)).toEqualTypeOf<Programme>();
});

test("data cannot be written to", () => {
  // @ts-expect-error read-only
  whpJetsCv06.revision = 2;
  // @ts-expect-error read-only
  whpJetsCv06.standards.push();
});

test("a return is no proportion and no total", () => {
  expectTypeOf<DeadlineRequirement>().toExtend<ReturnRequirement>();
  expectTypeOf<CadenceRequirement>().toExtend<ReturnRequirement>();
  expectTypeOf<ContentRequirement>().toExtend<ReturnRequirement>();
  expectTypeOf<ProportionRequirement>().not.toExtend<ReturnRequirement>();
  expectTypeOf<TotalRequirement>().not.toExtend<ReturnRequirement>();
});

test("what is not a programme does not compile", () => {
  // @ts-expect-error no such standing
  defineProgramme({ ...whpJetsCv06, standing: "law" });
  const level = { ...whpJetsCv06.minimumPerformanceLevels[0], share: 22 };
  // @ts-expect-error a percentage is text
  defineProgramme({ ...whpJetsCv06, minimumPerformanceLevels: [level] });
});
