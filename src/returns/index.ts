export type { ReturnsOptions } from "./edition.js";
export {
  checkPipeline,
  type PipelineChecked,
  type PipelineDifference,
  type PipelineFinding,
  type PipelineReturn,
  type PipelineRow,
} from "./pipeline.js";
export { returnsDue } from "./returns-due.js";
export type { ReturnDue } from "./row.js";
