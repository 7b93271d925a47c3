import type { Grounded } from "./citation.js";

/**
 * A customer group, or a payment group of the Work Programme.
 *
 * - `alsoCalled`: other names the documents use for the same people.
 * - `attendance`: whether they take part by choice or are required to.
 * - `outcomeAfter`: how many weeks in work make a job outcome, where that differs by group.
 */
export interface Group extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly alsoCalled?: readonly string[];
  readonly attendance?: "voluntary" | "mandatory";
  readonly outcomeAfter?: { readonly weeks: number };
}
