export {
  checkPipeline,
  type PipelineCheck,
  type PipelineChecked,
  type PipelineReturn,
} from "./pipeline.js";
export type { PipelineDifference, PipelineRow } from "./pipeline-totals.js";
export type { ReturnDue, ReturnsOptions } from "./return.js";
export { returnsDue } from "./returns-due.js";
