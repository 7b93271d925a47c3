import type { Stage } from "./requirement.js";

/**
 * The stages in which standards apply, in the order of a journey (source 003 ¶2.2.3); the contract's own last.
 */
export const stages: readonly Stage[] = Object.freeze([
  "pre-programme",
  "programme-engagement",
  "pre-work-support",
  "in-work-support",
  "programme-exit",
  "contract",
]);
