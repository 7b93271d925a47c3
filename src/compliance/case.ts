import { type Facts, NEVER } from "../deadlines/index.js";
import type { Code } from "./verdict.js";

/**
 * The case in hand while assessing: which anchor, which window, what was done. One record is used
 * again for every case, so whoever receives it copies what it needs. Positions are of `Facts`; -1 is
 * none; days use `NEVER` and `-NEVER` for none.
 */
export interface Case {
  number: number;
  anchorAt: number;
  anchorDay: number;
  opens: number;
  due: number;
  done: number;
  /** Positions of what decided it: the doing, the excuse, the part looked at. */
  doneAt: number;
}

/** A record with nothing in it yet. */
export function noCase(number: number): Case {
  return { number, anchorAt: -1, anchorDay: NEVER, opens: -NEVER, due: NEVER, done: NEVER, doneAt: -1 };
}

/** Takes each case of a requirement with its outcome, in order. */
export type Emit = (code: Code, found: Case, facts: Facts) => void;

/** Assesses one requirement on one journey. */
export type Assess = (facts: Facts, emit: Emit) => void;
