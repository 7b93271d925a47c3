export type { Reason, Verdict } from "../compliance/index.js";
export type { DateInput, IsoMonth, PlainDateLike } from "../date/index.js";
export type { AsAt } from "../deadlines/index.js";
export type { ContractLog, Journey, JourneyEvent, Problem } from "../journey/index.js";
export * from "../returns/index.js";
export type { History } from "../rules/index.js";
export type * from "./programme-types.js";
