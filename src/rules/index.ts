export { amend } from "./amendment.js";
export {
  type Citation,
  formatCitation,
  type Grounded,
  isOpen,
  OPEN_VALUES,
  type OpenValue,
  type Source,
  STANDINGS,
  type Standing,
} from "./citation.js";
export { defineProgramme, parseProgramme, safeParseProgramme } from "./definition.js";
export { eventsBehind, kindsTakenAsNo, readingsBehind } from "./dependencies.js";
export { describeRequirement, type RequirementLine } from "./description.js";
export { type Difference, diff } from "./difference.js";
export { capitalised, counted, joined, lowered, numbered, numberWord, ordinal } from "./english.js";
export { freeze, hashOf } from "./fingerprint.js";
export { editionOn, programmeOn, usualOf, withInForce } from "./history.js";
export { type Frequency, isMonthDay, type Length, type MonthDay, PERIODS } from "./length.js";
export { type Condition, conditionsOf, type EventMatch, eventOf, stateOf } from "./match.js";
export {
  type Indicator,
  levelsAround,
  type MinimumPerformanceLevel,
  type Outcome,
  type PerformanceScope,
} from "./outcome.js";
export {
  type Conventions,
  type EventKind,
  type EventOf,
  type History,
  type InForce,
  isAssessedByDefault,
  isHistory,
  notBeforeOf,
  type ParticipantGroup,
  type Programme,
  type RequirementId,
  type ReturnRequirement,
} from "./programme.js";
export {
  refuseNotHistory,
  refuseNotProgramme,
  refuseNotProgrammes,
  refuseNotRules,
  refuseUnknownRequirements,
} from "./programme-argument.js";
export { changesSchema, programmeSchema, variationSchema } from "./programme-schema.js";
export { withReadings } from "./readings.js";
export {
  GROUND_CODES,
  type GroundCode,
  type Ladder,
  type PerformanceWindow,
  type PipelineFile,
  type PlanForm,
  type PlanPart,
  type Regime,
  type RegimeAssurance,
  type RegimeDuty,
  type RegimeLevel,
  type RegimeMeeting,
  type RegimeNotice,
  type RegimeStatement,
  waivedBy,
} from "./regime.js";
export {
  type CadenceRequirement,
  type ContentPart,
  type ContentRequirement,
  type DeadlineRequirement,
  type Population,
  type ProportionRequirement,
  type Requirement,
  type RequirementBasics,
  type RequirementSubject,
  STAGES,
  type Stage,
  type Standard,
  SUBJECTS,
  type TotalRequirement,
} from "./requirement.js";
export { looked, TOO_DEEP } from "./shape-check.js";
export { eventsMarking, type MaximumStay, type State, type StateWork, workIn } from "./state.js";
export {
  headroomOf,
  isCeiling,
  isScored,
  openTarget,
  percentAsked,
  reaches,
  type ScoredTarget,
  type Target,
} from "./target.js";
export {
  type Answer,
  type Changes,
  type Json,
  type Reading,
  readingSets,
  VARIATION,
  type Variation,
} from "./variation.js";
export { citationOf, grounded, openValue, orOpen, targetOf } from "./vocabulary-schema.js";
export {
  conditionWords,
  eventTitle,
  lengthWords,
  lineTargetWords,
  matchTitles,
  STAGE_WORDS,
  sayAssuranceGround,
  sayFrequency,
  sayIndicator,
  sayLength,
  sayMatches,
  sayOpen,
  sayOutcome,
  sayRequirement,
  sayRequirementInFull,
  sayWindow,
  scopeWords,
  stateTitle,
  targetWords,
} from "./wording.js";
