export {
  checkPipeline,
  type PipelineCheck,
  type PipelineChecked,
  type PipelineDifference,
  type PipelineReturn,
  type PipelineRow,
} from "./pipeline.js";
export { returnsDue } from "./returns-due.js";
export type { ReturnDue, ReturnsOptions } from "./row.js";
