export {
  type AcceleratedCandidate,
  type AcceleratedOptions,
  acceleratedCandidates,
  type ComparedContract,
  type QuartileReason,
  type QuartileStatus,
} from "./accelerated.js";
export type {
  PlanAction,
  PlanArea,
  PlanAttestation,
  PlanCheck,
  PlanChecked,
  PlanFinding,
  PlanMilestone,
  PlanOptions,
  ProviderActionPlan,
} from "./action-plan.js";
export type { AssuranceGround, AssuranceOptions, AssuranceReview, SameReasons } from "./assurance.js";
export { assuranceGrounds } from "./assurance-grounds.js";
export type { BasisInput, ReviewBasis } from "./basis.js";
export { checkProviderActionPlan } from "./check-plan.js";
export type { Decision, Intervention, PlanInput, PlanWaiver, RemedialAction } from "./decision.js";
export type { OpenIntervention } from "./decisions.js";
export type { DutyOwed } from "./duties.js";
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
export type { GroundsInput, GroundsOptions, InterventionGrounds, LatestFigure } from "./gathered.js";
export type { Ground, GroundName, GroundStrength, PastAction } from "./ground.js";
export type { IndicatedLevel, IndicatedScope } from "./indicated.js";
export {
  type CohortSource,
  type IndicatorOptions,
  type IndicatorSources,
  type Indicators,
  indicatorsOf,
  type RankingSource,
} from "./indicators-of.js";
export { interventionGrounds } from "./intervention-grounds.js";
export { type LadderDecision, onLadder, type PartnerOnLadder } from "./ladder.js";
export type { PossibleNotice } from "./notices.js";
export {
  checkPipeline,
  type PipelineCheck,
  type PipelineChecked,
  type PipelineReturn,
} from "./pipeline.js";
export type { PipelineDifference, PipelineRow } from "./pipeline-totals.js";
export { type InterventionPolicy, illustrativePolicy } from "./policy.js";
export type { ReturnDue, ReturnsOptions } from "./return.js";
export { returnsDue } from "./returns-due.js";
export type {
  RelativePerformance,
  ReviewBlock,
  ReviewInput,
  ReviewPack,
  ReviewSection,
} from "./review.js";
export { reviewMarkdown, scorecardMarkdown } from "./review-markdown.js";
export { reviewPack } from "./review-pack.js";
export type { ScopeInput } from "./scope.js";
export {
  balancedScorecard,
  type LevelCohorts,
  type LevelScore,
  type Scorecard,
  type ScorecardInput,
  type StageScore,
} from "./scorecard.js";
