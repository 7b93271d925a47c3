import { type EpochDay, monthOf } from "../date/index.js";
import { contractDeadlines, type Facts, isAskedFor, NEVER, NO } from "../deadlines/index.js";
import type { Programme, Standing } from "../rules/index.js";
import type { Dated } from "./dated.js";

/** Each deadline on a contract, once for each event that starts its clock. */
export function datedDeadlines(
  programme: Programme,
  facts: Facts,
  { including = [], reviews }: { including?: readonly Standing[] | undefined; reviews: readonly string[] },
): Dated[] {
  const dated: Dated[] = [];
  for (const { standard, requirement, clock } of contractDeadlines(programme)) {
    if (standard !== undefined && !isAskedFor(programme, standard, { including })) continue;
    for (let more = clock.first(facts); more; more = clock.next(facts)) {
      if (clock.holds === NO || !isDay(clock.due)) continue;
      const kind = clock.anchorAt < 0 ? undefined : facts.event(clock.anchorAt).kind;
      dated.push({
        standard,
        requirement,
        due: clock.due,
        ...(isDay(clock.opens) ? { opens: clock.opens } : {}),
        ...(isDay(clock.done) ? { done: clock.done } : {}),
        anchorDay: clock.anchorDay,
        ...(kind !== undefined && reviews.includes(kind) ? { isReview: true } : {}),
        ...(kind === "month-ended" ? { month: monthOf(clock.anchorDay) } : {}),
      });
    }
  }
  return dated;
}

/** Neither a day that has not come nor one that the calendar cannot tell. */
function isDay(day: EpochDay): boolean {
  return Math.abs(day) < NEVER;
}
