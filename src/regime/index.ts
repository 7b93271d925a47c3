export {
  type AcceleratedCandidate,
  type AcceleratedOptions,
  acceleratedCandidates,
  type ComparedContract,
  type QuartileReason,
  type QuartileStatus,
} from "./accelerated-candidates.js";
export { type DutyOwed, wrongAgreement } from "./duty.js";
export type {
  BasisInput,
  FigurePlace,
  FigureReason,
  FigureStanding,
  FigureSubject,
  FigureTarget,
  IndicatorInput,
  JudgedFigure,
  PerformanceFigure,
  PerformanceSource,
  ReportSource,
  ReviewBasis,
  ScopeInput,
  StandardInput,
} from "./figure.js";
export type { GroundForIntervention, GroundName, GroundStrength } from "./ground.js";
export { type InterventionPolicy, illustrativePolicy } from "./grounds-standpoint.js";
export type { IndicatedLevel, IndicatedScope, PossibleNotice } from "./indication.js";
export {
  type CohortSource,
  type IndicatorFigures,
  type IndicatorOptions,
  type IndicatorSources,
  indicatorsOf,
  type RankingSource,
} from "./indicator-figures.js";
export type { Intervention, OpenIntervention } from "./intervention.js";
export {
  type GroundsInput,
  type GroundsOptions,
  type InterventionGrounds,
  interventionGrounds,
  type LatestFigure,
} from "./intervention-grounds.js";
export { type LadderDecision, onLadder, type PartnerOnLadder } from "./ladder.js";
export {
  type PastRemedialAction,
  type PlanWaiver,
  type RemedialAction,
  type RemedialPlan,
  waiverOn,
} from "./remedial-plan.js";
