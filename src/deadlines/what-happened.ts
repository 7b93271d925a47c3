import type { Condition, DeadlineRequirement, EventMatch } from "../rules/index.js";

/** Whether a piece of work depends on what has happened by the as-at date, before or after its anchor. */
export function hangsOnWhatHappened(rule: DeadlineRequirement, endedBy: readonly EventMatch[] = []): boolean {
  const { when = [], exceptions = [], event, after = [], before = [], excusedBy = [] } = rule;
  const matches = [...event, ...after, ...before, ...excusedBy, ...endedBy];
  const conditions = [...when, ...exceptions.flatMap((each) => each.when), ...matches.flatMap(conditionsOf)];
  return conditions.some((condition) => "happened" in condition);
}

function conditionsOf(match: EventMatch): readonly Condition[] {
  return typeof match === "object" && "event" in match ? (match.when ?? []) : [];
}
