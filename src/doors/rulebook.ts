export * from "../rulebook/index.js";
export { describeRequirement, formatCitation, type RequirementLine, type Variation } from "../rules/index.js";
export type * from "./programme-types.js";
