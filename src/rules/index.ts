export { amend } from "./amend.js";
export { looked, TOO_DEEP } from "./check.js";
export {
  type Citation,
  formatCitation,
  type Grounded,
  isOpen,
  type Open,
  type Source,
  type Standing,
} from "./citation.js";
export type { Conventions } from "./conventions.js";
export { defineProgramme, parseProgramme, safeParseProgramme } from "./define.js";
export { readingsBehind } from "./depends.js";
export { type Described, describeRequirement } from "./describe.js";
export { type Difference, diff } from "./diff.js";
export { editionOn, withInForce } from "./edition.js";
export type { EventKind } from "./event-kind.js";
export { eventsBehind } from "./events-behind.js";
export { freeze } from "./freeze.js";
export type { Group } from "./group.js";
export { hashOf } from "./hash.js";
export { type History, isHistory, usualOf } from "./history.js";
export type { Frequency, Length, MonthDay } from "./length.js";
export type { Condition, Match } from "./match.js";
export type { Indicator, MinimumPerformanceLevel, Scope } from "./minimum-level.js";
export type { Outcome, Stay } from "./outcome.js";
export type { Ladder, PipelineFile, PlanForm, PlanPart } from "./plan.js";
export type { InForce, Programme, RequirementId, Return } from "./programme.js";
export {
  refuseNotHistory,
  refuseNotProgramme,
  refuseNotProgrammes,
  refuseNotRules,
} from "./programme-kind.js";
export { programmeOn } from "./programme-on.js";
export type { Answer, Changes, Json, Reading } from "./reading.js";
export { withReadings } from "./readings.js";
export type {
  Assurance,
  Duty,
  GroundCode,
  Meeting,
  Notice,
  PerformanceWindow,
  Regime,
  RegimeLevel,
  Statement,
} from "./regime.js";
export type {
  Cadence,
  Content,
  ContentPart,
  Deadline,
  Population,
  Proportion,
  Requirement,
  RequirementBasics,
  Stage,
  Standard,
  Subject,
  Total,
} from "./requirement.js";
export { changesSchema, programmeSchema, variationSchema } from "./schema.js";
export { stages } from "./stages.js";
export { isAssessedByDefault } from "./standing.js";
export type { State, Work } from "./state.js";
export { headroomOf, isCeiling, openTarget, reaches, type Target } from "./target.js";
export type { Variation } from "./variation.js";
export { sayLength, sayOpen } from "./wording.js";
