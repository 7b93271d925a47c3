import "./augment.js";

export type { Allowed, AllowOptions } from "./allow.js";
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
export { type CaseloadPart, caseload, type Each } from "./caseload-builder.js";
export { type CheckableOptions, checkable } from "./checkable.js";
export { ComplianceError } from "./compliance-error.js";
export type { ConvertOptions } from "./convert.js";
export type { CaseOptions } from "./due-on.js";
export type { EveryStandardOptions } from "./every-standard.js";
export { type BuilderOptions, type EventFields, type JourneyBuilder, journey } from "./journey-builder.js";
export {
  type MatcherFunctions,
  type MatcherResult,
  matchers,
  type ProgrammeMatchers,
  rulesFor,
} from "./matchers.js";
export * from "./rule-options.js";
export type { ShortValue, StepName } from "./steps.js";
export type { Subject } from "./subject.js";
export type { VerdictOptions } from "./verdict.js";
export type { When } from "./when.js";
