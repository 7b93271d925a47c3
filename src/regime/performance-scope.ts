import type { PerformanceScope } from "../rules/index.js";

/** A scope as it may be given: in full, or the area alone: `"contract"`. */
export type ScopeInput = PerformanceScope | PerformanceScope["area"];

/** The whole contract package area. */
export const CONTRACT: PerformanceScope = { area: "contract" };

/** A scope in full; `otherwise` where none is given. */
export function scopeOf(
  given: ScopeInput | undefined,
  otherwise: PerformanceScope = CONTRACT,
): PerformanceScope {
  const { area, group } =
    typeof given === "string" ? { area: given, group: undefined } : (given ?? otherwise);
  return group === undefined ? { area } : { area, group };
}

/** One text for each scope; in its order the contract stands before the deal area, an area before its groups. */
export function scopeKey({ area, group = "" }: PerformanceScope): string {
  return `${area}/${group}`;
}

export function sameScope(one: PerformanceScope, other: PerformanceScope): boolean {
  return scopeKey(one) === scopeKey(other);
}
