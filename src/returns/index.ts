export {
  checkPipeline,
  type PipelineChecked,
  type PipelineDifference,
  type PipelineFinding,
  type PipelineReturn,
  type PipelineRow,
} from "./pipeline.js";
export type { ReturnDue } from "./return-row.js";
export { type ReturnsOptions, returnsDue } from "./returns-due.js";
