export type { AllowedReason, AllowOptions } from "./allowance.js";
export type { AssertionOptions, ProgrammeRegister, RegisteredProgramme } from "./assertion-options.js";
export type { AssertionSubject } from "./assertion-subject.js";
export {
  type Assertions,
  assertConverts,
  assertDueOn,
  assertionsFor,
  assertMeets,
  assertMeetsEveryStandard,
  assertNoProblems,
  assertVerdict,
  assertWithinBacklog,
} from "./assertions.js";
export { type CaseloadPart, caseload, type JourneyRecipe } from "./builders/caseload.js";
export type { DateOrDistance } from "./builders/distance.js";
export type { EventWordValues } from "./builders/event-words.js";
export {
  type BuilderOptions,
  type EventFields,
  type EventWords,
  type JourneyBuilder,
  journey,
} from "./builders/journey.js";
export { type CheckableOptions, checkable } from "./checkable-requirements.js";
export { ComplianceError } from "./compliance-error.js";
export type { EveryStandardOptions } from "./judgements/every-standard.js";
export type { ConvertOptions } from "./judgements/outcome.js";
export type { CaseOptions, VerdictOptions } from "./judgements/requirement.js";
export {
  type MatcherFunctions,
  type MatcherResult,
  matchers,
  type ProgrammeMatchers,
  rulesFor,
} from "./matchers.js";
