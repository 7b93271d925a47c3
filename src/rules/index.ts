export { amend } from "./amendment.js";
export {
  type Citation,
  formatCitation,
  type Grounded,
  isOpen,
  type Open,
  type Source,
  type Standing,
} from "./citation.js";
export { defineProgramme, parseProgramme, safeParseProgramme } from "./definition.js";
export { eventsBehind, readingsBehind } from "./dependencies.js";
export { type Described, describeRequirement } from "./description.js";
export { type Difference, diff } from "./difference.js";
export { capitalised, counted, joined, lowered, numbered, numberWord, ordinal } from "./english.js";
export { freeze, hashOf } from "./fingerprint.js";
export { editionOn, usualOf, withInForce } from "./history.js";
export type { Frequency, Length, MonthDay } from "./length.js";
export type { Condition, Match } from "./match.js";
export type { Indicator, MinimumPerformanceLevel, Outcome, Scope } from "./outcome.js";
export {
  type Conventions,
  type EventKind,
  type Group,
  type History,
  type InForce,
  isAssessedByDefault,
  isHistory,
  type Programme,
  type RequirementId,
  type Return,
} from "./programme.js";
export {
  refuseNotHistory,
  refuseNotProgramme,
  refuseNotProgrammes,
  refuseNotRules,
} from "./programme-argument.js";
export { changesSchema, programmeSchema, variationSchema } from "./programme-schema.js";
export { withReadings } from "./readings.js";
export type {
  Assurance,
  Duty,
  GroundCode,
  Ladder,
  Meeting,
  Notice,
  PerformanceWindow,
  PipelineFile,
  PlanForm,
  PlanPart,
  Regime,
  RegimeLevel,
  Statement,
} from "./regime.js";
export {
  type Cadence,
  type Content,
  type ContentPart,
  type Deadline,
  type Population,
  type Proportion,
  type Requirement,
  type RequirementBasics,
  STAGES as stages,
  type Stage,
  type Standard,
  type Subject,
  type Total,
} from "./requirement.js";
export { looked, TOO_DEEP } from "./shape-check.js";
export type { State, Stay, Work } from "./state.js";
export { headroomOf, isCeiling, openTarget, reaches, type Target } from "./target.js";
export type { Answer, Changes, Json, Reading, Variation } from "./variation.js";

export {
  conditionWords,
  eventTitle,
  lengthWords,
  lineTargetWords,
  matchTitles,
  STAGE_WORDS,
  sayLength,
  sayOpen,
  scopeWords,
  stateTitle,
  targetWords,
} from "./wording.js";
