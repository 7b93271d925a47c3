export { assessOutcome, type OutcomeAssessment } from "./assess.js";
export { outcomesAsked } from "./choose.js";
export { assessIndicators, type IndicatorAssessment } from "./indicators.js";
export type { OutcomeReason, OutcomeStatus } from "./judge.js";
export { type OutcomeOptions, OutcomeReader } from "./reader.js";
export { type OutcomeWindow, type OutcomeWindowOptions, outcomeWindow } from "./window.js";
