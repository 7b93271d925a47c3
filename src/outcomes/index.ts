export {
  assessOutcome,
  OUTCOME_OPTIONS,
  type OutcomeAssessment,
  type OutcomeOptions,
  OutcomeReader,
} from "./assessment.js";
export { assessIndicators, type IndicatorAssessment } from "./indicators.js";
export {
  type Judgement,
  OUTCOME_REASONS,
  type OutcomeReason,
  type OutcomeStatus,
} from "./outcome-judgement.js";
export { outcomesAsked } from "./outcome-rule.js";
export { type OutcomeWindow, type OutcomeWindowOptions, outcomeWindow } from "./window.js";
