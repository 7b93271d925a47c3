import type { Facts } from "./facts.js";

/** What a condition comes to. `OPEN`: it can still go either way. `UNKNOWN`: the data does not say. */
export const NO = 0;
export const YES = 1;
export const OPEN = 2;
export const UNKNOWN = 3;
export type Holds = typeof NO | typeof YES | typeof OPEN | typeof UNKNOWN;

/** A compiled condition, asked of a journey on the anchor's day. */
export type Test = (facts: Facts, day: number) => Holds;
