export { type Citation, type Grounded, isOpen, type Open, type Source, type Standing } from "./citation.js";
export { defineProgramme, parseProgramme, safeParseProgramme } from "./define.js";
export { freeze } from "./freeze.js";
export type { Frequency, Length, MonthDay } from "./length.js";
export type { Condition, Match } from "./match.js";
export {
  type Conventions,
  type EventKind,
  formatCitation,
  type Outcome,
  type Programme,
  type Stay,
} from "./programme.js";
export type { Answer, Changes, Json, Reading } from "./reading.js";
export { amend, type Variation, withReadings } from "./readings.js";
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
export { programmeSchema } from "./schema.js";
export type { State, Work } from "./state.js";
export { headroomOf, isCeiling, openTarget, reaches, type Target } from "./target.js";
