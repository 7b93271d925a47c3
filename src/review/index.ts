export { checkProviderActionPlan, type PlanChecked, type PlanOptions } from "./action-plan/check.js";
export type { PlanAspect, PlanFinding } from "./action-plan/finding.js";
export type {
  PlanAction,
  PlanArea,
  PlanAttestation,
  PlanMilestone,
  ProviderActionPlan,
} from "./action-plan/plan.js";
export {
  type AssuranceGround,
  type AssuranceOptions,
  type AssuranceReview,
  assuranceGrounds,
  type SameReasons,
} from "./assurance.js";
export { reviewMarkdown, scorecardMarkdown } from "./markdown.js";
export { reviewPack } from "./pack/pack.js";
export type {
  RelativePerformance,
  ReviewBlock,
  ReviewInput,
  ReviewPack,
  ReviewSection,
} from "./pack/review.js";
export {
  balancedScorecard,
  type LevelCohorts,
  type LevelScore,
  type Scorecard,
  type ScorecardInput,
  type StageScore,
} from "./scorecard.js";
