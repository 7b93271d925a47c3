import type { Grounded, Open } from "./citation.js";
import type { Condition, Match } from "./match.js";

/** What counts as an outcome: `event` within `within` of `after`, claimed by `claimWithin` when self-employed. */
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
}

/** How long someone may be in a state, for worklists: `{ state: "on-programme", atMost: { days: 182 } }`. */
export interface Stay extends Grounded {
  readonly state: string;
  readonly atMost: { readonly days: number };
}
