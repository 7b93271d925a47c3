export { BetweenState, betweenState, EventState, JointState } from "./between-state.js";
export { type CadenceClock, type ContactDue, countedFrom, frequencyIn } from "./cadence-clock.js";
export { AS_AT_OPTIONS, type AsAt, asAtOptions, type Calendars, checkedPeriod } from "./calendars.js";
export {
  type Clocked,
  type ClockedProgramme,
  type Compiler,
  clocksOf,
  isAboutReferral,
  isAskedFor,
  referralsAskedFor,
} from "./clocked-programme.js";

export { type ContractDeadline, contractDeadlines, withMonthEnds } from "./contract-deadlines.js";
export { dateIf, isDay, isKnown, NEVER, NO, OPEN, UNKNOWN, YES } from "./day-codes.js";
export type { DeadlineClock } from "./deadline-clock.js";
export { distanceAfter, gapOf } from "./distance.js";
export { type DueDate, dueDates, UNDATED } from "./due-dates.js";
export { type Applies, editionFor, editionsOf } from "./edition-choice.js";
export {
  type CompiledState,
  compileConditions,
  compileNotRecorded,
  type Matches,
  type Test,
} from "./event-matches.js";
export { Facts } from "./facts.js";
export { JourneyReader } from "./journey-reader.js";
export { type WorkPiece, WorkState } from "./work-state.js";
export { type WorkItem, Worklist, type WorklistOptions, worklist } from "./worklist.js";
