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
export { checkProviderActionPlan } from "./check-plan.js";
export { type LadderDecision, onLadder, type PartnerOnLadder } from "./ladder.js";
export {
  checkPipeline,
  type PipelineCheck,
  type PipelineChecked,
  type PipelineReturn,
} from "./pipeline.js";
export type { PipelineDifference, PipelineRow } from "./pipeline-totals.js";
export type { ReturnDue, ReturnsOptions } from "./return.js";
export { returnsDue } from "./returns-due.js";
