export type {
  PlanAction,
  PlanArea,
  PlanAttestation,
  PlanMilestone,
  ProviderActionPlan,
} from "./action-plan/plan.js";
export { checkProviderActionPlan, type PlanChecked, type PlanOptions } from "./action-plan/plan-check.js";
export type { PlanAspect, PlanFinding } from "./action-plan/plan-finding.js";
export {
  type AssuranceGround,
  type AssuranceOptions,
  type AssuranceReview,
  assuranceGrounds,
  type SameReasons,
} from "./assurance.js";
export {
  balancedScorecard,
  type LevelCohorts,
  type LevelScore,
  type Scorecard,
  type ScorecardInput,
  type StageScore,
} from "./balanced-scorecard.js";
export { reviewMarkdown, scorecardMarkdown } from "./markdown.js";
export { reviewPack } from "./pack/pack.js";
export type {
  RelativePerformance,
  ReviewBlock,
  ReviewInput,
  ReviewPack,
  ReviewSection,
} from "./pack/review-input.js";
