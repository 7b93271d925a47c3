export {
  type AcceleratedCandidate,
  type AcceleratedOptions,
  acceleratedCandidates,
  type ComparedContract,
  type QuartileReason,
  type QuartileStatus,
} from "./accelerated-candidates.js";
export type { BasisInput, ReviewBasis } from "./basis.js";
export { type DutyOwed, sameTitle } from "./duty.js";
export type {
  Figure,
  FigureReason,
  FigureStanding,
  FigureSubject,
  IndicatorInput,
  PerformanceFigure,
  PlacedPerformance,
  PlacedReport,
  StandardInput,
} from "./figure.js";
export type { Ground, GroundName, GroundStrength } from "./ground.js";
export type { IndicatedLevel, IndicatedScope } from "./indicated-levels.js";
export {
  type CohortSource,
  type IndicatorOptions,
  type IndicatorSources,
  type Indicators,
  indicatorsOf,
  type RankingSource,
} from "./indicators.js";
export type { Decision, Intervention, OpenIntervention } from "./intervention.js";
export {
  type GroundsInput,
  type GroundsOptions,
  type InterventionGrounds,
  interventionGrounds,
  type LatestFigure,
} from "./intervention-grounds.js";
export { type LadderDecision, onLadder, type PartnerOnLadder } from "./ladder.js";
export type { PossibleNotice } from "./notice.js";
export { type InterventionPolicy, illustrativePolicy } from "./policy.js";
export type { PastAction, PlanInput, PlanWaiver, RemedialAction } from "./remedial-plan.js";
export type { ScopeInput } from "./scope.js";
