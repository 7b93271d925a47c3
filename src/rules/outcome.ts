import type { Grounded, Open } from "./citation.js";
import type { Condition, Match } from "./match.js";

/**
 * What counts as an outcome: `event` within `within` of `after`, claimed by `claimWithin` when self-employed.
 * `inWork`: it is met, too, by so long in work since then, jobs added up; `by-group` where each group's
 * `outcomeAfter` says how long.
 */
export interface Outcome extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly when?: readonly Condition[];
  readonly after: Match;
  readonly event: Match;
  readonly within: { readonly days: number };
  readonly claimWithin?: { readonly days: number };
  readonly claim?: Match;
  /** The earnings that make the outcome, when the source says. */
  readonly threshold?: { readonly pence: number } | Open;
  readonly inWork?: { readonly weeks: number } | "by-group";
}

/** How long someone may be in a state, for worklists: `{ state: "on-programme", atMost: { days: 182 } }`. */
export interface Stay extends Grounded {
  readonly state: string;
  readonly atMost: { readonly days: number };
}
