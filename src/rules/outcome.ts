import type { Grounded, OpenValue } from "./citation.js";
import type { Condition, EventMatch } from "./match.js";

/**
 * What counts as an outcome: `event` within `within` of `after`, claimed by `claimWithin` when self-employed.
 * `inWork`: it is met, too, by so long since then in the state of being in work, all times in it added up;
 * `by-group` where each group's `outcomeAfter` says how long.
 */
export interface Outcome extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly when?: readonly Condition[];
  readonly after: EventMatch;
  readonly event: EventMatch;
  readonly within: { readonly days: number };
  readonly claimWithin?: { readonly days: number };
  readonly claim?: EventMatch;
  /** The earnings that make the outcome, when the source says. */
  readonly threshold?: { readonly pence: number } | OpenValue;
  readonly inWork?: { readonly state: string; readonly weeks: number | "by-group" };
}

/**
 * Where performance is measured: the whole contract package area or the devolution deal area inside
 * it, for everybody or for one customer group.
 */
export interface PerformanceScope {
  readonly area: "contract" | "deal-area";
  readonly group?: string;
}

/**
 * The least share of each cohort that must reach an outcome (a tender minimum performance level).
 *
 * - `share`: decimal text such as `"22%"`.
 * - `profile`: the conversion expected by the end of each month of age, cumulative, the month of
 *   the start first; it never falls.
 * - `byGroup`: the shares of single groups that `share` is the aggregate of.
 * - `countedIn`: another level in which the same people count too. The two are never added.
 */
export interface MinimumPerformanceLevel extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly scope: PerformanceScope;
  readonly share: string | OpenValue;
  readonly profile: readonly string[] | OpenValue;
  readonly byGroup?: Readonly<Record<string, string | OpenValue>>;
  readonly countedIn?: string;
}

/**
 * Progress that is watched because it foretells an outcome: `event`, in each of the `scopes`. In a scope it
 * threatens every level in which the same people count, and is never a missed level
 * itself. `threshold`: the earnings since the start that are the same progress.
 */
export interface Indicator extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly event: EventMatch;
  readonly scopes: readonly PerformanceScope[];
  readonly threshold?: { readonly pence: number };
}

/** The levels in which everybody of a scope counts: those of the whole contract area too, which the deal area is in. */
export function levelsAround(
  levels: readonly MinimumPerformanceLevel[],
  { area, group }: PerformanceScope,
): MinimumPerformanceLevel[] {
  return levels.filter(
    ({ scope }) =>
      (scope.area === "contract" || scope.area === area) &&
      (scope.group === undefined || scope.group === group),
  );
}
